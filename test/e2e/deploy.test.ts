import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secretForms } from '../../src/domain/redaction.ts'
import type { Report } from '../../src/domain/report.ts'
import { makeIdentity } from '../../src/vault/keys.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { commandLine } from '../cli/command-line.ts'
import { docker, hasDocker } from '../support/docker/docker.ts'
import { buildShop, openShop, type Shop } from '../support/shop/shop.ts'

const isReal = await hasDocker()
const patience = 300_000

interface Run {
  code: number | null
  report: Report
  /** What people read. */
  said: string
  signal: NodeJS.Signals | null
}

describe.runIf(isReal)('deploying the sample shop on real Docker Compose', () => {
  const opened = new AsyncDisposableStack()
  let shop: Shop
  let config = ''
  let variables: Record<string, string> = {}
  const secrets: string[] = []
  const shown: string[] = []

  beforeAll(async () => {
    const { image } = opened.use(
      await buildShop({
        '1.0': 'good',
        '1.1': 'good',
        '2.0-unwell': 'unwell',
        '2.0-half': 'failing-migration',
        '2.0-corrupt': 'corrupting',
      }),
    )
    shop = opened.use(await openShop({ image }))
    await shop.up('1.0')
    for (let order = 1; order <= 5; order += 1) await place({ customer: 1, product: 2 })
    const folder = await mkdtemp(join(tmpdir(), 'lifeboat-e2e-deploy-'))
    opened.defer(() => rm(folder, { recursive: true, force: true }))
    const [offline, verification] = [await makeIdentity(), await makeIdentity()]
    const keys = { backup: makeSigningKeys(), verify: makeSigningKeys(), deploy: makeSigningKeys() }
    config = join(folder, 'dev.yml')
    await writeFile(
      config,
      stringify({
        environment: 'dev',
        protected: true,
        objectives: { rpo: '1h', rto: '5m' },
        sources: [
          { name: 'main', type: 'postgres', url: '${DATABASE_URL}', install: 'never', jobs: 2 },
          { name: 'queue', type: 'redis', url: '${REDIS_URL}' },
        ],
        stores: [{ name: 'disk', type: 'local', path: join(folder, 'store') }],
        encryption: { recipients: [offline.recipient, verification.recipient] },
        signing: {
          backup: keys.backup.publicKey,
          verify: keys.verify.publicKey,
          deploy: keys.deploy.publicKey,
        },
        target: { ...shop.written, health: { ...shop.written.health, attempts: 20 } },
        deploy: { 'restore-data': 'always', url: shop.url },
        gate: { backup: 'off', proof: 'off', after: 'off', checks: 'off' },
        validation: {
          'min-score': 50,
          // How fast a machine answers that has much to do is not what is tried here.
          latency: { postgres: '30s', redis: '30s' },
          workers: [
            {
              type: 'sql',
              name: 'every order has the total of its items',
              source: 'main',
              sql: totalsAddUp,
            },
          ],
        },
      }),
    )
    secrets.push(
      await shop.secret('owner-password'),
      await shop.secret('app-password'),
      await shop.secret('redis-password'),
      verification.identity,
      ...Object.values(keys).map(({ secretKey }) => secretKey),
    )
    variables = {
      ...shop.variables,
      DATABASE_URL: await shop.databaseUrl(),
      REDIS_URL: await shop.redisUrl(),
      LIFEBOAT_IDENTITY: verification.identity,
      LIFEBOAT_SIGNING_KEY: keys.deploy.secretKey,
      LIFEBOAT_BACKUP_SIGNING_KEY: keys.backup.secretKey,
      LIFEBOAT_VERIFY_SIGNING_KEY: keys.verify.secretKey,
    }
  }, patience)
  afterAll(() => opened.disposeAsync(), patience)

  const totalsAddUp = `select count(*) = 0 from shop.orders o where total_cents <> (
    select coalesce(sum(quantity * price_cents), 0) from shop.order_items i where i.order_id = o.id and i.placed_at = o.placed_at)`
  const consent = ['--confirm', 'dev', '--reason', 'a test']

  /** Until it has ended; with `until`, it is killed as soon as that was said. */
  function run(verb: string, words: readonly string[], until?: string): Promise<Run> {
    return new Promise((resolve) => {
      const child = spawn(
        process.execPath,
        commandLine([...verb.split(' '), '--environment', 'dev', '--config', config, ...words]),
        { env: variables, stdio: ['ignore', 'pipe', 'pipe'] },
      )
      let [out, said] = ['', '']
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (until !== undefined && said.includes(until)) child.kill('SIGKILL')
      })
      child.on('close', (code, signal) => {
        shown.push(out, said)
        const report = (out.trim() === '' ? {} : JSON.parse(out)) as Report
        resolve({ code, report, said: `${code} ${report.failure?.message ?? ''}\n${said}`, signal })
      })
    })
  }
  const deploy = (version: string, words: readonly string[] = [], until?: string) =>
    run('deploy', ['--json', '--version', version, ...consent, ...words], until)

  const clearLease = async () => {
    const { said } = await run('lease break', ['--name', 'restore', '--reason', 'killed by a test', '--json'])
    expect(said).toMatch(/^0 /)
  }

  const sql = (text: string, database = 'shop') =>
    docker(['exec', `${shop.project}-db-1`, 'psql', '-qAtX', '-U', 'shop', '-d', database, '-c', text])
  const redis = async (...words: string[]) => {
    const password = await shop.secret('redis-password')
    return docker([
      'exec',
      '--env',
      `REDISCLI_AUTH=${password}`,
      `${shop.project}-redis-1`,
      'redis-cli',
      ...words,
    ])
  }
  /** Places an order, and waits until the worker has had it paid, which it does in its own time. */
  const place = async (order: { customer: number; product: number }) => {
    const answer = await shop.ask('/orders', { method: 'POST', body: JSON.stringify(order) })
    expect(answer.status).toBe(201)
    const { id } = (await answer.json()) as { id: string }
    const paid = `select count(*) from shop.payments where order_id = ${Number(id)}`
    while ((await sql(paid)) === '0') await wait(100)
  }
  const rows = async () => [
    await sql(
      "select string_agg(concat_ws(' ', id, customer_id, total_cents), chr(10) order by id) from shop.orders",
    ),
    await sql('select count(*) from shop.payments'),
    await sql('select string_agg(name, chr(10) order by name) from public.migrations'),
  ]
  const version = async () => ((await (await shop.ask('/version')).json()) as { version: string }).version
  const steps = ({ timeline }: Report) => timeline.map(({ name, status }) => `${name} ${status}`)
  const newestKept = () =>
    sql(
      `select datname from pg_database where datname like 'shop\\_before\\_%' order by oid desc limit 1`,
      'postgres',
    )

  test(
    'a good one backs up, validates, backs up again and proves it, and the new release takes orders',
    async () => {
      const before = await rows()
      const { report, said } = await deploy('1.1')
      expect(said).toMatch(/^0 /)
      expect(report.verdict).not.toBe('failed')
      expect(steps(report)).toEqual([
        'hold the environment done',
        'look round done',
        'look ahead done',
        'gate done',
        'backup done',
        'migrate done',
        'deploy done',
        'health done',
        'validate done',
        'backup after done',
        'prove done',
      ])
      expect(report.objectives.map(({ name, met }) => [name, met])).toEqual([['RTO', true]])
      expect(await version()).toBe('1.1')
      expect(await rows()).toEqual(before)
      await place({ customer: 2, product: 1 })
    },
    patience,
  )

  test(
    'one whose health never comes is taken back',
    async () => {
      const before = await rows()
      const { code, report, said } = await deploy('2.0-unwell')
      expect(said).toContain('1.1 runs again')
      expect([code, report.failure?.kind]).toEqual([6, 'unavailable'])
      expect(await version()).toBe('1.1')
      expect(await rows()).toEqual(before)
    },
    patience,
  )

  test(
    'one whose migration fails halfway is taken back with its data; what was there is kept under another name',
    async () => {
      const before = await rows()
      const { report, said } = await deploy('2.0-half')
      expect(said).toContain('1.1 runs again, on the data from before it')
      expect(steps(report)).toContain('restore the data done')
      expect(report.objectives[0]?.met).toBe(true)
      expect(await version()).toBe('1.1')
      expect(await rows()).toEqual(before)
      const kept = await newestKept()
      expect(
        await sql(`select count(*) from information_schema.columns where column_name = 'discount'`, kept),
      ).not.toBe('0')
      expect(report.next.join('\n')).toContain(kept)
    },
    patience,
  )

  test(
    'one that corrupts data is caught by the validation, and its data is taken back too, within the RTO',
    async () => {
      const before = await rows()
      const { code, report, said } = await deploy('2.0-corrupt')
      expect(said).toContain('every order has the total of its items')
      expect([code, report.failure?.kind]).toEqual([8, 'objective'])
      expect(await version()).toBe('1.1')
      expect(await rows()).toEqual(before)
      const recovery = report.objectives.find(({ name }) => name === 'RTO')
      expect(recovery?.met).toBe(true)
      // Run again, it ends as it did.
      const again = await deploy('2.0-corrupt')
      expect(again.said).toContain('1.1 runs again, on the data from before it')
      expect(await rows()).toEqual(before)
    },
    patience,
  )

  test.each([
    ['as its migration begins', 'migrate\n'],
    ['as its release comes up', 'deploy\n'],
    ['as it is validated', 'validate\n'],
  ])(
    'one that is killed %s holds nothing up for good, and is gone on with by the next',
    async (_, moment) => {
      const before = await rows()
      const killed = await deploy('1.0', [], moment)
      expect(killed.signal).toBe('SIGKILL')
      // Until the lease has run out, nobody else comes in between.
      const early = await deploy('1.0')
      expect(early.report.failure?.kind).toBe('refused')
      await clearLease()
      const { report, said } = await deploy('1.0', ['--steps', 'gate,backup,deploy'])
      expect(said).toMatch(/^0 /)
      expect(said).toContain('it is gone on with')
      expect(report.timeline.map(({ name }) => name)).not.toContain('backup')
      expect(await version()).toBe('1.0')
      expect(await rows()).toEqual(before)
      await deploy('1.1', ['--steps', 'gate,backup,deploy'])
    },
    patience,
  )

  test(
    'one that is killed after its data was spoiled is taken back by the deployment of another version, with the queue of before',
    async () => {
      const before = await rows()
      await redis('set', 'basket', 'of before')
      const killed = await deploy('2.0-corrupt', [], 'validate\n')
      expect(killed.signal).toBe('SIGKILL')
      expect(await rows()).not.toEqual(before)
      await redis('set', 'basket', 'of after')
      await clearLease()
      const { report, said } = await deploy('1.0', ['--steps', 'gate,backup,deploy'])
      expect(said).toMatch(/^0 /)
      expect(said).toContain('was taken back first: 1.1 runs again')
      expect(await version()).toBe('1.0')
      expect(await rows()).toEqual(before)
      expect(await redis('get', 'basket')).toBe('of before')
      const number = /queue in database (\d+)/.exec(report.next.join('\n'))?.[1] ?? ''
      expect(await redis('-n', number, 'get', 'basket')).toBe('of after')
    },
    patience,
  )

  test(
    'a dry run changes nothing, and says what would be done',
    async () => {
      const { report, said } = await deploy('1.1', ['--dry-run'])
      expect(said).toMatch(/^0 /)
      expect(report.dryRun).toBe(true)
      expect(report.timeline.find(({ name }) => name === 'deploy')?.detail).toContain('docker compose')
      expect(await version()).toBe('1.0')
    },
    patience,
  )

  test('no secret and no row is in anything that was shown', () => {
    const all = shown.join('\n')
    expect(all.length).toBeGreaterThan(1_000)
    expect(secrets.flatMap(secretForms).filter((text) => all.includes(text))).toEqual([])
  })
})
