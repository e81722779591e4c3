import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/domain/report.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { lifeboat } from '../cli/command-line.ts'
import { docker, hasDocker, images } from '../support/docker/docker.ts'
import { buildShop, openShop, type Shop } from '../support/shop/shop.ts'
import { repository } from './built-action.ts'

const isReal = await hasDocker()
const patience = 300_000

describe.runIf(isReal)('INC-004 on the sample shop in real containers', () => {
  const opened = new AsyncDisposableStack()
  let shop: Shop
  let directory: string
  let variables: Record<string, string>

  beforeAll(async () => {
    const { image } = opened.use(await buildShop({ '1.0': 'good' }))
    shop = opened.use(await openShop({ image }))
    await shop.up()
    directory = await mkdtemp(join(tmpdir(), 'e2e-runbook-'))
    opened.defer(() => rm(directory, { recursive: true, force: true }))
    await mkdir(join(directory, 'environments'))
    const { migrate: _migrate, files = [], ...target } = shop.written
    const key = makeSigningKeys()
    await writeFile(
      join(directory, 'environments/dev.yml'),
      stringify({
        environment: 'dev',
        sources: [
          {
            name: 'main',
            type: 'postgres',
            url: '${DATABASE_URL}',
            install: 'never',
            jobs: 2,
            checks: [{ name: 'there are products', sql: 'select exists (select from shop.products)' }],
          },
          { name: 'queue', type: 'redis', url: '${REDIS_URL}' },
        ],
        stores: [{ name: 'disk', type: 'local', path: './store' }],
        encryption: 'none',
        signing: { backup: key.publicKey },
        target: { ...target, files: files.map((file) => join(repository, file)) },
        validation: {
          latency: { postgres: '30s', redis: '30s' },
          endpoints: [{ name: 'version', url: `${shop.url}/version`, 'max-latency': '30s' }],
          workers: [{ type: 'http', name: 'orders', url: `${shop.url}/ready` }],
          tables: ['shop.products', 'shop.customers'],
        },
      }),
    )
    await cp(join(repository, 'runbooks'), join(directory, 'runbooks'), { recursive: true })
    // As whoever copies it does: the project has another name here.
    const runbook = join(directory, 'runbooks/INC-004-redis-failure.yml')
    const text = await readFile(runbook, 'utf8')
    await writeFile(runbook, text.replace('shop-production', shop.project))
    variables = {
      ...shop.variables,
      DATABASE_URL: await shop.databaseUrl(),
      REDIS_URL: await shop.redisUrl(),
      LIFEBOAT_SIGNING_KEY: key.secretKey,
    }
  }, patience)
  afterAll(() => opened.disposeAsync(), patience)

  const run = async (verb: string, words: readonly string[] = []) => {
    const ended = await lifeboat([...verb.split(' '), '--environment', 'dev', '--json', ...words], {
      directory,
      variables,
    })
    const report = JSON.parse(ended.stdout === '' ? '{}' : ended.stdout) as Report
    return { code: ended.code, report, said: `${report.failure?.message ?? ''}\n${ended.stderr}` }
  }
  const container = () => `${shop.project}-redis-1`
  const redis = async (...words: string[]) => {
    const password = await shop.secret('redis-password')
    return docker(['exec', '--env', `REDISCLI_AUTH=${password}`, container(), 'redis-cli', ...words])
  }

  test(
    'Compose starts the container that was killed; its volume is empty, and the backup brings its keys back',
    async () => {
      await redis('set', 'basket', 'of before')
      const kept = await run('backup')
      expect({ code: kept.code, said: kept.said }).toMatchObject({ code: 0 })
      await docker(['kill', container()])
      const volume = `${shop.project}_redis:/data`
      await docker(['run', '--rm', '--volume', volume, images.redis, 'sh', '-c', 'rm -rf /data/*'])
      const { code, report, said } = await run('runbook run', [
        '--incident',
        'INC-004',
        '--confirm',
        'dev',
        '--reason',
        'rehearsed by the tests',
        '--answer',
        'loaded=lost',
        '--give',
        'restore.backup=latest',
        '--done',
        'refill',
      ])
      const steps = Object.fromEntries(report.checks.map(({ name, status }) => [name.split(':')[0], status]))
      expect({ code, steps, said }).toMatchObject({
        code: 0,
        steps: { restart: 'passed', restore: 'passed', 'verify-services': 'passed' },
      })
      expect(await redis('get', 'basket')).toBe('of before')
      const placed = await shop.ask('/orders', { method: 'POST', body: '{"customer": 1, "product": 2}' })
      expect(placed.status).toBe(201)
    },
    patience,
  )
})
