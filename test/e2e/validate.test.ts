import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { docker, hasDocker } from '../support/docker/docker.ts'
import { buildShop, openShop, type Shop } from '../support/shop/shop.ts'
import { repository, runBuiltAction } from './built-action.ts'

const isReal = await hasDocker()
const patience = 300_000

describe.runIf(isReal)('the built action validate, on the sample shop in real containers', () => {
  const opened = new AsyncDisposableStack()
  let shop: Shop
  let base: string
  let secrets: Record<string, string>
  beforeAll(async () => {
    const { image } = opened.use(await buildShop({ '1.0': 'good' }))
    shop = opened.use(await openShop({ image }))
    await shop.up()
    base = await mkdtemp(join(tmpdir(), 'e2e-validate-'))
    opened.defer(() => rm(base, { recursive: true, force: true }))
    await mkdir(join(base, 'workspace/environments'), { recursive: true })
    const key = makeSigningKeys()
    secrets = {
      DATABASE_URL: await shop.databaseUrl(),
      REDIS_URL: await shop.redisUrl(),
      API_TOKEN: await shop.secret('api-token'),
      LIFEBOAT_SIGNING_KEY: key.secretKey,
    }
    await writeFile(
      join(base, 'workspace/environments/shop.yml'),
      stringify(environmentFile(shop, key.publicKey)),
    )
  }, patience)
  afterAll(() => opened.disposeAsync(), patience)

  const validate = (inputs: Record<string, string> = {}) =>
    runBuiltAction('validate', {
      inputs: { environment: 'shop', version: '1.0', ...inputs },
      env: { ...shop.variables, SHOP_URL: shop.url, STORE: join(base, 'store'), ...secrets },
      directory: join(base, 'workspace'),
      runnerTemp: join(base, 'runner-temp'),
    })
  const asked = { categories: 'environment-status,service-health,performance,smoke', depth: 'smoke' }

  test(
    'passes while it is well, and shows none of its secrets',
    async () => {
      const run = await validate(asked)
      expect(run.report?.checks.filter(({ status }) => status !== 'passed')).toEqual([])
      expect([run.code, run.outputs['verdict'], run.outputs['score']]).toEqual([0, 'passed', '100'])
      const junit = await readFile(run.outputs['junit'] ?? '', 'utf8')
      expect(junit).toContain(`tests="${run.report?.checks.length}" failures="0"`)
      for (const secret of Object.values(secrets)) expect(run.visible + junit).not.toContain(secret)
    },
    patience,
  )

  test(
    'guards its boundaries, as far as can be tried from here',
    async () => {
      const run = await validate({ categories: 'security-boundaries' })
      const failed = run.report?.checks.filter(({ status }) => status === 'failed').map(({ name }) => name)
      // The test's shop is served without TLS, on the machine's own loopback.
      expect(failed).toEqual(['shop: TLS'])
    },
    patience,
  )

  test(
    'fails when its worker and its database are gone, and names what is',
    async () => {
      await docker(['stop', '--time', '1', `${shop.project}-worker-1`, `${shop.project}-db-1`])
      const run = await validate({ depth: 'quick' })
      expect([run.code, run.outputs['verdict'], run.outputs['failure']]).toEqual([8, 'failed', 'objective'])
      const failed =
        run.report?.checks.filter(({ status }) => status === 'failed').map(({ name }) => name) ?? []
      expect(failed).toEqual(
        expect.arrayContaining(['services run', 'HTTP health', 'PostgreSQL main answers']),
      )
      expect(run.report?.checks.find(({ name }) => name === 'services run')?.detail).toContain('worker')
    },
    patience,
  )
})

function environmentFile(shop: Shop, publicKey: string): Record<string, unknown> {
  const { migrate: _migrate, ...target } = shop.written
  // Made anew each time: one object in two places would be written as an anchor.
  const token = () => ({ Authorization: 'Bearer ${API_TOKEN}' })
  return {
    environment: 'shop',
    sources: [
      {
        name: 'main',
        type: 'postgres',
        url: '${DATABASE_URL}',
        checks: [{ name: 'there are products', sql: 'select exists (select from shop.products)' }],
      },
      { name: 'queue', type: 'redis', url: '${REDIS_URL}' },
    ],
    stores: [{ name: 'disk', type: 'local', path: '${STORE}' }],
    encryption: 'none',
    signing: { deploy: publicKey },
    target: { ...target, files: (target.files ?? []).map((file) => join(repository, file)) },
    validation: {
      disk: { 'min-free': 1 },
      latency: { postgres: '30s', redis: '30s' },
      endpoints: [{ name: 'version', url: '${SHOP_URL}/version', 'max-latency': '30s' }],
      workers: [{ type: 'http', name: 'orders', url: '${SHOP_URL}/ready' }],
      tables: ['shop.products', 'shop.customers'],
      security: {
        refused: [{ name: 'orders', url: '${SHOP_URL}/orders' }],
        sites: [{ name: 'shop', url: '${SHOP_URL}/health' }],
      },
      performance: [{ name: 'orders', url: '${SHOP_URL}/orders', headers: token(), calls: 5, p95: '30s' }],
      smoke: [
        {
          name: 'place an order',
          steps: [
            {
              name: 'place it',
              method: 'POST',
              url: '${SHOP_URL}/orders',
              headers: token(),
              body: { customer: 1, product: 1, quantity: 2 },
              status: 201,
              capture: [{ name: 'order', json: '$.id' }],
            },
            {
              name: 'see it',
              url: '${SHOP_URL}/orders?limit=1',
              headers: token(),
              expect: [{ json: '$.orders', 'at-least': 1 }],
            },
          ],
        },
      ],
    },
  }
}
