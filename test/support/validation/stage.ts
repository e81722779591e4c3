import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHttp } from '../../../src/host/http.ts'
import { openNetwork } from '../../../src/host/network.ts'
import { localWorkspace } from '../../../src/host/workspace.ts'
import { backup } from '../../../src/operations/backup/backup.ts'
import { recordEvent } from '../../../src/operations/ledger/record.ts'
import type { ExamineInput, ValidationPorts } from '../../../src/operations/validate/examine.ts'
import { validate } from '../../../src/operations/validate/validate.ts'
import { verify } from '../../../src/operations/verify/verify.ts'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import type { Report } from '../../../src/domain/report.ts'
import { openPostgresProbe } from '../../../src/sources/postgres/probe.ts'
import { openRedisProbe } from '../../../src/sources/redis/probe.ts'
import { readRunbook } from '../../../src/wiring/runbook-files.ts'
import { type FakePlatform, fakePlatform, fakeTarget } from '../doubles/fake-target.ts'
import { memoryStore, type MemoryStore } from '../doubles/memory-store.ts'
import { copyStore } from '../ports/damage.ts'
import { makeTestKeys, type TestKeys, testEnvironment } from '../ports/environment.ts'
import { fakeSource } from '../ports/fake-source.ts'
import { backupPorts, verifyPorts } from '../ports/ports.ts'
import { type Certificates, makeCertificates } from '../postgres/certificates.ts'
import { testMajors } from '../postgres/install.ts'
import { startServer, type TestServer } from '../postgres/server.ts'
import { type RedisServer, startRedis } from './redis.ts'
import { shopPassword, type ShopSite, startSite } from './shop-site.ts'

export const version = '1.4.2'
export const databasePassword = 'quartz-7d1e93-heron'
const fingerprintKey = 'fingerprint-key-of-all-environments-0123456789'

/** Changes of one validation against the healthy one. */
export interface Change {
  /** Keys of `validation:` that are replaced. */
  validation?: Record<string, unknown>
  /** Keys at the root of the file that are replaced. */
  root?: Record<string, unknown>
  variables?: Record<string, string>
  input?: Partial<ExamineInput>
  store?: MemoryStore
}

/** A shop in good health: site, PostgreSQL, Redis, platform, backups, proofs, workflow, runbook, logs. All but the platform real. */
export interface Stage extends AsyncDisposable {
  readonly site: ShopSite
  readonly database: TestServer
  readonly redis: RedisServer
  readonly platform: FakePlatform
  readonly folder: string
  /** The file's `validation:` when all is well. */
  readonly healthy: Record<string, unknown>
  readonly keys: TestKeys
  validate(change?: Change): Promise<Validated>
  /** A store like the healthy one, whose backup was made, and whose data is, so old. */
  storeWith(age: { backup?: number; data?: number }): Promise<MemoryStore>
  environment(change?: Change): Promise<Environment>
}

export interface Validated {
  report: Report
  score: number | null
  store: MemoryStore
  /** What a person could see: report and log. */
  visible: string
  hidden: string[]
}

export async function setStage(): Promise<Stage> {
  await using stack = new AsyncDisposableStack()
  const [major = 0] = await testMajors()
  const folder = await mkdtemp(join(tmpdir(), 'validation-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const certificates: Certificates = stack.use(makeCertificates())
  const database = stack.use(await startServer({ major }))
  const redis = stack.use(await startRedis())
  const site = stack.use(await startSite(certificates))
  const keys = await makeTestKeys()
  const platform = fakePlatform()
  await fakeTarget(platform).deploy(version, new AbortController().signal)
  database.psql(
    `create role shop login password '${databasePassword}'; create schema shop authorization shop;
     create table shop.orders as select 1 as id; create table shop.customers as select 1 as id;
     grant select on all tables in schema shop to shop`,
  )
  await redis.command('SET', 'worker:heartbeat', String(Math.floor(Date.now() / 1_000)))
  await redis.command('SET', 'cart:1', 'kettle')
  await writeFiles(folder)

  const root = {
    objectives: { rpo: '1d', rto: '1h', 'backup-every': '1h', 'verify-every': '7d' },
    sources: [
      {
        name: 'main',
        type: 'postgres',
        url: '${DATABASE_URL}',
        checks: [{ name: 'there are orders', sql: 'select count(*) > 0 from shop.orders' }],
      },
      { name: 'cache', type: 'redis', url: '${REDIS_URL}' },
    ],
    target: { type: 'compose' },
  }
  const healthy = healthyRules(site, folder)
  const variables = {
    DATABASE_URL: database.url('postgres', `shop:${databasePassword}`),
    REDIS_URL: redis.url(),
    SITE: site.secure,
    SHOP_PASSWORD: shopPassword,
    FINGERPRINT_KEY: fingerprintKey,
  }
  const environment = (change: Change = {}) =>
    testEnvironment(keys, { ...root, validation: { ...healthy, ...change.validation }, ...change.root })

  const storeWith = async ({
    backup: backupAge = 0,
    data = backupAge,
  }: {
    backup?: number
    data?: number
  }) => {
    const store = memoryStore()
    // A fake stands for each of them.
    const fakes = root.sources.map(({ name }) => ({ name, type: 'postgres', url: '${DATABASE_URL}' }))
    const plain = await testEnvironment(keys, { sources: fakes })
    await using ports = await backupPorts([store], keys, {
      openSource: async ({ name }) => ({
        ...fakeSource({ at: Date.now() - data, record: { name } }),
        name,
      }),
    })
    const clock = { ...ports.clock, now: () => Date.now() - backupAge }
    await backup(plain, { class: 'scheduled' }, { ...ports, clock })
    await using proving = await verifyPorts([store], keys)
    await verify(plain, { backup: 'latest', level: 'useful' }, proving)
    await recordEvent(ports, plain, {
      type: 'deploy',
      outcome: { verdict: 'passed', failure: null },
      backupId: null,
      details: { version, from: null, state: 'stands' },
    })
    return store
  }
  const pristine = await storeWith({})

  const run = async (change: Change = {}): Promise<Validated> => {
    const store = change.store ?? copyStore(pristine)
    const hidden: string[] = []
    await using ports = await backupPorts([store], keys)
    const authorities = [readFileSync(certificates.authority, 'utf8')]
    using http = openHttp({ authorities })
    const given = { ...variables, ...change.variables }
    const whole: ValidationPorts = {
      ...ports,
      target: fakeTarget(platform),
      http,
      probes: {
        postgres: (config) => openPostgresProbe(config, given),
        redis: (config) => openRedisProbe(config, { variables: given, authorities }),
        network: openNetwork(authorities),
      },
      workspace: localWorkspace,
      variables: given,
      hide: (secret) => hidden.push(secret),
      readRunbook,
    }
    const input: ExamineInput = { categories: null, depth: 'smoke', version: null, ...change.input }
    const { report, score } = await validate(await environment(change), input, whole)
    const visible = JSON.stringify([report, ports.log.lines])
    return { report, score, store, visible, hidden }
  }
  await letFingerprintsBeKnown(folder, run)
  const resources = stack.move()
  return {
    site,
    database,
    redis,
    platform,
    folder,
    healthy,
    keys,
    validate: run,
    storeWith,
    environment,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

function healthyRules(site: ShopSite, folder: string): Record<string, unknown> {
  return {
    'min-score': 50,
    disk: { 'min-free': 1 },
    latency: { postgres: '5s', redis: '5s' },
    endpoints: [{ name: 'health', url: '${SITE}/health', 'max-latency': '10s' }],
    workers: [
      { type: 'http', name: 'mailer', url: '${SITE}/worker' },
      { type: 'sql', name: 'queue', source: 'main', sql: 'select true' },
      { type: 'redis', name: 'indexer', source: 'cache', key: 'worker:heartbeat', 'max-age': '1h' },
    ],
    tables: ['shop.orders', 'shop.customers'],
    security: {
      refused: [
        { name: 'orders', url: '${SITE}/orders' },
        { name: 'admin', url: '${SITE}/admin' },
      ],
      sites: [{ name: 'shop', url: '${SITE}/', plaintext: site.plain }],
      'certificate-days': 1,
      closed: ['127.0.0.1:1'],
      credentials: { key: '${FINGERPRINT_KEY}', fingerprints: join(folder, 'fingerprints.json') },
    },
    performance: [{ name: 'search', url: '${SITE}/search', calls: 6, p50: '5s', p95: '5s' }],
    readiness: {
      logs: [{ path: join(folder, 'shop.log') }],
      metrics: [{ name: 'shop', url: '${SITE}/metrics' }],
      alerts: [{ name: 'pager', url: '${SITE}/hook-of-the-pager' }],
      workflows: join(folder, 'workflows'),
      runbooks: join(folder, 'runbooks'),
    },
    smoke: [
      {
        name: 'log in and place an order',
        steps: [
          {
            name: 'log in',
            method: 'POST',
            url: '${SITE}/login',
            body: { user: 'anna', password: '${SHOP_PASSWORD}' },
            capture: [{ name: 'token', json: '$.data.token' }],
          },
          {
            name: 'order',
            method: 'POST',
            url: '${SITE}/orders',
            headers: { Authorization: 'Bearer {{token}}' },
            body: { items: [{ name: 'kettle', count: 1 }] },
            status: 201,
            capture: [{ name: 'order', pattern: 'orders/([0-9]+)-' }],
          },
          {
            name: 'see it',
            url: '${SITE}/orders/{{order}}',
            headers: { Authorization: 'Bearer {{token}}' },
            expect: [
              { json: '$.id', equals: 7 },
              { json: '$.items', 'at-least': 1 },
            ],
          },
        ],
      },
    ],
  }
}

async function writeFiles(folder: string): Promise<void> {
  await mkdir(join(folder, 'workflows'))
  await mkdir(join(folder, 'runbooks'))
  await writeFile(join(folder, 'shop.log'), 'all is well\n')
  await writeFile(join(folder, 'workflows/backup.yml'), workflow)
  await writeFile(join(folder, 'runbooks/INC-004-redis-failure.yml'), runbook)
}

const workflow = `on:
  schedule:
    - cron: "7,22,37,52 * * * *"
jobs:
  backup:
    runs-on: ubuntu-24.04
    steps:
      - uses: somebody/lifeboat/actions/backup@0123456789012345678901234567890123456789
        with:
          environment: test
`

/** As a person does it: what the first run says of this environment, and what the others' jobs have said. */
async function letFingerprintsBeKnown(
  folder: string,
  run: (change: Change) => Promise<Validated>,
): Promise<void> {
  const { report } = await run({ input: { categories: ['security boundaries'] } })
  const hint = report.checks.find(({ name }) => name.startsWith('credentials differ'))?.hint ?? ''
  const own: unknown = JSON.parse(/"test": (\[.*\])$/.exec(hint)?.[1] ?? 'null')
  const others = { staging: [`lf1:${'A'.repeat(22)}`] }
  await writeFile(join(folder, 'fingerprints.json'), JSON.stringify({ test: own, ...others }))
}

const runbook = `incident: INC-004
title: Redis is down
severity: high
rto: 5m
detection: [PING is not answered]
drill: { none: it is a test }
steps:
  - { id: look, title: Look, type: manual, do: Look at it }
verification:
  - { id: ask, title: Ask, type: http, url: 'https://shop.invalid/health' }
`
