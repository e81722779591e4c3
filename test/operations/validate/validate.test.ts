import { readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subjectOfEvent } from '../../../src/domain/subject-of.ts'
import { type Aspect, aspects } from '../../../src/domain/verdict.ts'
import { openNetwork } from '../../../src/host/network.ts'
import { readEventsSince } from '../../../src/operations/ledger/read-events.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { headline } from '../../../src/reports/headline.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'
import {
  type Change,
  databasePassword,
  setStage,
  type Stage,
  version,
} from '../../support/validation/stage.ts'
import { shopPassword, type SiteTrouble } from '../../support/validation/shop-site.ts'

let stage: Stage
/** A server that listens on every address of the machine. */
let open: TestServer
const [ownAddress] = openNetwork().ownAddresses()

beforeAll(async () => {
  stage = await setStage()
  open = await startServer({
    major: stage.database.major,
    settings: { listen_addresses: '*' },
    hba: 'local all all scram-sha-256\nhost all all all scram-sha-256\n',
  })
  open.psql(
    `create role shop login password '${databasePassword}'; create schema shop;
     create table shop.orders as select 1 as id; create table shop.customers as select 1 as id;
     grant usage on schema shop to shop; grant select on all tables in schema shop to shop`,
  )
})
afterAll(async () => {
  await open?.[Symbol.asyncDispose]()
  await stage?.[Symbol.asyncDispose]()
})

const day = 86_400_000

interface SabotageCase {
  what: string
  /** Names of the checks that fail; no other may. */
  fails: string[]
  change?: Change | (() => Change | Promise<Change>)
  site?: SiteTrouble
  /** Breaks something, and gives what mends it. */
  breaks?: () => Promise<() => unknown>
  needsAddress?: true
  /** Asks all categories, not only the one that is to notice. */
  whole?: true
}

const validation = (of: Record<string, unknown>) => (): Change => ({ validation: of })
/** A part of `validation:` with some keys replaced. */
const within = (part: string, of: Record<string, unknown>) => (): Change => ({
  validation: { [part]: { ...(stage.healthy[part] as Record<string, unknown>), ...of } },
})
const service = (name: string, of: Record<string, unknown>) => async () => {
  const own = stage.platform.services.get(name)
  if (own === undefined) throw new Error(`the platform has no ${name}`)
  const before = { ...own }
  Object.assign(own, of)
  return () => Object.assign(own, before)
}
const sql = (broken: string, mended: string) => async () => {
  stage.database.psql(broken)
  return () => stage.database.psql(mended)
}
const redis = (broken: string[], mended: string[]) => async () => {
  await stage.redis.command(...broken)
  return () => stage.redis.command(...mended)
}
const file = (name: string, text: string | null) => async () => {
  const path = join(stage.folder, name)
  const before = await readFile(path)
  await (text === null ? rm(path) : writeFile(path, text))
  return () => writeFile(path, before)
}

const sabotages: SabotageCase[] = [
  {
    what: 'a stopped service',
    whole: true,
    fails: ['services run'],
    breaks: service('worker', { status: 'stopped' }),
  },
  {
    what: 'an expected service that is not there',
    fails: ['services run'],
    change: validation({ services: ['web', 'mail'] }),
  },
  {
    what: 'another version than was deployed',
    fails: ['version as deployed'],
    breaks: async () => {
      const undo = [
        await service('web', { version: '1.4.1' })(),
        await service('worker', { version: '1.4.1' })(),
      ]
      return () => undo.forEach((one) => one())
    },
  },
  {
    what: 'another version than was asked for',
    fails: ['version as deployed'],
    change: { input: { version: '1.5.0' } },
  },
  {
    what: 'a service that restarts',
    fails: ['no service restarts again and again'],
    breaks: service('web', { restarts: 9 }),
  },
  { what: 'a full disk', fails: ['disks have room'], change: validation({ disk: { 'min-free': 100 } }) },

  { what: 'an endpoint that is unwell', whole: true, fails: ['HTTP health'], site: { healthStatus: 503 } },
  {
    what: 'an endpoint that nothing answers',
    fails: ['HTTP health'],
    change: validation({ endpoints: [{ name: 'health', url: 'http://127.0.0.1:1/health' }] }),
  },
  {
    what: 'an endpoint that is slow',
    fails: ['HTTP health'],
    change: validation({ endpoints: [{ name: 'health', url: '${SITE}/health', 'max-latency': '1ms' }] }),
    site: { slowness: 5 },
  },
  {
    what: 'a worker behind HTTP that is gone',
    fails: ['worker mailer'],
    site: { worker: 500 },
  },
  {
    what: 'a worker whose query says no',
    fails: ['worker queue'],
    change: () => ({
      validation: {
        workers: [
          { type: 'sql', name: 'queue', source: 'main', sql: 'select count(*) > 5 from shop.orders' },
        ],
      },
    }),
  },
  {
    what: 'a worker without a sign of life',
    fails: ['worker indexer'],
    breaks: redis(
      ['DEL', 'worker:heartbeat'],
      ['SET', 'worker:heartbeat', String(Math.floor(Date.now() / 1_000))],
    ),
  },
  {
    what: 'a worker whose sign of life is old',
    fails: ['worker indexer'],
    breaks: redis(
      ['SET', 'worker:heartbeat', '2026-01-01T00:00:00Z'],
      ['SET', 'worker:heartbeat', String(Math.floor(Date.now() / 1_000))],
    ),
  },
  {
    what: 'an empty table',
    fails: ['PostgreSQL main has its tables'],
    breaks: sql('delete from shop.customers', 'insert into shop.customers values (1)'),
  },
  {
    what: 'a missing table',
    fails: ['PostgreSQL main has its tables'],
    change: validation({ tables: ['shop.orders', 'shop.gone'] }),
  },
  {
    what: 'data that breaks an assertion',
    fails: ['PostgreSQL main: there are orders'],
    breaks: sql(
      'alter table shop.orders rename to kept; create view shop.orders as select * from shop.kept where false; insert into shop.kept values (2); grant select on shop.orders to shop',
      'drop view shop.orders; alter table shop.kept rename to orders',
    ),
    change: validation({ tables: ['shop.customers'] }),
  },
  {
    what: 'too few keys in Redis',
    fails: ['Redis cache has its data'],
    change: validation({ 'redis-keys': 1000 }),
  },

  {
    what: 'data that is too old',
    fails: ['newest backup within the RPO'],
    change: async () => ({ store: await stage.storeWith({ data: 2 * day }) }),
  },
  {
    what: 'a backup that took too long',
    fails: ['backup in time'],
    change: { root: { objectives: { rpo: '1d', rto: '1h', 'backup-every': '1ms', 'verify-every': '7d' } } },
  },
  {
    what: 'a restore that takes too long',
    fails: ['restore within the RTO'],
    change: { root: { objectives: { rpo: '1d', rto: '1ms', 'backup-every': '1h', 'verify-every': '7d' } } },
  },
  { what: 'a proof that is too old', fails: ['proven lately'], change: { input: { requireProofWithin: 1 } } },

  {
    what: 'orders that anybody may read',
    fails: ['refused without credentials: orders'],
    site: { openOrders: true },
  },
  {
    what: 'an admin page with a default password',
    fails: ['no default password: admin'],
    site: { adminPassword: true },
  },
  {
    what: 'a database that wants no password',
    whole: true,
    fails: ['PostgreSQL main asks for a password'],
    breaks: async () => {
      const path = join(stage.database.dataDir, 'pg_hba.conf')
      const before = await readFile(path)
      await writeFile(path, 'host all all all trust\n')
      stage.database.psql('select pg_reload_conf()')
      return async () => {
        await writeFile(path, before)
        stage.database.psql('select pg_reload_conf()')
      }
    },
  },
  {
    what: 'a superuser with a default password',
    fails: ['PostgreSQL main has no default password'],
    breaks: async () => {
      stage.database.psql("alter role postgres password 'changeme'")
      return async () => {
        const client = new Client({
          connectionString: stage.database.url('postgres', 'postgres:changeme'),
        })
        await client.connect()
        await client.query(`alter role postgres password '${stage.database.password}'`)
        await client.end()
      }
    },
  },
  {
    what: 'a role whose password is its name',
    fails: ['PostgreSQL main has no default password', 'credentials differ from other environments'].slice(
      0,
      1,
    ),
    breaks: sql("alter role shop password 'shop'", `alter role shop password '${databasePassword}'`),
    change: () => ({ variables: { DATABASE_URL: stage.database.url('postgres', 'shop:shop') } }),
  },
  {
    what: 'a Redis that wants no password',
    whole: true,
    fails: ['Redis cache asks for a password'],
    breaks: async () => {
      await stage.redis.command('CONFIG', 'SET', 'requirepass', '')
      return () => stage.redis.command('CONFIG', 'SET', 'requirepass', stage.redis.password)
    },
  },
  {
    what: 'a Redis with a default password',
    fails: ['Redis cache has no default password'],
    breaks: redis(['ACL', 'SETUSER', 'default', '>foobared'], ['ACL', 'SETUSER', 'default', '<foobared']),
  },
  {
    what: 'a database that listens on every address',
    fails: ['PostgreSQL main is closed to the network'],
    change: () => ({ variables: { DATABASE_URL: open.url('postgres', `shop:${databasePassword}`) } }),
    needsAddress: true,
  },
  {
    what: 'a database that is reached in plain text',
    fails: ['PostgreSQL main is talked to in private'],
    change: () => ({
      variables: { DATABASE_URL: `postgres://shop:${databasePassword}@${ownAddress}:${open.port}/postgres` },
    }),
    needsAddress: true,
  },
  {
    what: 'an address that should be closed',
    fails: ['closed: 127.0.0.1:${REDIS_PORT}'],
    change: () => ({
      variables: { REDIS_PORT: String(stage.redis.port) },
      ...within('security', { closed: ['127.0.0.1:${REDIS_PORT}'] })(),
    }),
  },
  {
    what: 'a site without TLS',
    fails: ['shop: TLS'],
    change: () => within('security', { sites: [{ name: 'shop', url: stage.site.plain }] })(),
    site: { noRedirect: true },
  },
  { what: 'a site that speaks TLS 1.0', whole: true, fails: ['shop: TLS'], site: { oldTls: true } },
  {
    what: 'a certificate that ends soon',
    fails: ['shop: certificate'],
    change: () => within('security', { 'certificate-days': 30 })(),
  },
  {
    what: 'a certificate for another host',
    fails: ['shop: certificate'],
    change: () =>
      within('security', {
        sites: [
          {
            name: 'shop',
            url: stage.site.secure.replace('localhost', '127.0.0.1'),
            plaintext: 'http://127.0.0.1:1/',
          },
        ],
      })(),
  },
  {
    what: 'a site that is served without TLS too',
    fails: ['shop: plain HTTP leads to TLS'],
    site: { noRedirect: true },
  },
  {
    what: 'no Strict-Transport-Security',
    fails: ['shop: Strict-Transport-Security'],
    site: { headers: { 'strict-transport-security': null } },
  },
  {
    what: 'a Strict-Transport-Security of a minute',
    fails: ['shop: Strict-Transport-Security'],
    site: { headers: { 'strict-transport-security': 'max-age=60' } },
  },
  {
    what: 'no X-Content-Type-Options',
    fails: ['shop: X-Content-Type-Options'],
    site: { headers: { 'x-content-type-options': null } },
  },
  {
    what: 'pages that may be framed',
    fails: ['shop: framing'],
    site: { headers: { 'x-frame-options': null } },
  },
  {
    what: 'no Content-Security-Policy',
    fails: ['shop: Content-Security-Policy'],
    site: { headers: { 'content-security-policy': null } },
  },
  {
    what: 'a password that another environment has too',
    fails: ['credentials differ from other environments'],
    breaks: async () => {
      const text = await readFile(join(stage.folder, 'fingerprints.json'), 'utf8')
      const all = JSON.parse(text) as Record<string, string[]>
      return file('fingerprints.json', JSON.stringify({ ...all, staging: [all['test']?.[0]] }))()
    },
  },

  {
    what: 'slow answers',
    fails: ['response times of search'],
    site: { slowness: 60 },
    change: validation({ performance: [{ name: 'search', url: '${SITE}/search', calls: 4, p95: '50ms' }] }),
  },
  {
    what: 'wrong answers under load',
    fails: ['response times of search'],
    change: validation({ performance: [{ name: 'search', url: '${SITE}/nowhere', calls: 4, p95: '5s' }] }),
  },

  {
    what: 'a log that is not there',
    fails: [`log of the shop`],
    change: within('readiness', { logs: [{ path: '/nonexistent/shop.log' }] }),
  },
  {
    what: 'a log that nobody writes',
    fails: ['log of the shop'],
    breaks: async () => {
      const path = join(stage.folder, 'shop.log')
      await utimes(path, new Date(0), new Date(0))
      return () => writeFile(path, 'all is well\n')
    },
  },
  { what: 'metrics that are a page', fails: ['metrics shop'], site: { metrics: '<html>orders 12</html>' } },
  {
    what: 'a pager that takes no connection',
    fails: ['alarm pager'],
    change: within('readiness', { alerts: [{ name: 'pager', url: 'smtp://127.0.0.1:1' }] }),
  },
  {
    what: 'no scheduled backup',
    whole: true,
    fails: ['backups are scheduled'],
    breaks: file('workflows/backup.yml', 'on: push\njobs: {}\n'),
  },
  {
    what: 'a schedule that was missed',
    fails: ['the newest backup keeps to the schedule'],
    change: async () => ({ store: await stage.storeWith({ backup: day / 8 }) }),
  },
  {
    what: 'no backup but one that is dated in the future',
    whole: true,
    fails: [
      'backup in time',
      'newest backup within the RPO',
      'restore within the RTO',
      'proven lately',
      'the newest backup keeps to the schedule',
    ],
    change: async () => ({ store: await stage.storeWith({ backup: -30 * day, data: 0 }) }),
  },
  {
    what: 'no runbook',
    fails: ['runbooks are there and can be read'],
    breaks: file('runbooks/INC-004-redis-failure.yml', null),
  },
  {
    what: 'a runbook that cannot be read',
    fails: ['runbooks are there and can be read'],
    breaks: file('runbooks/INC-004-redis-failure.yml', 'incident: 4\n'),
  },

  {
    what: 'a login that fails',
    whole: true,
    fails: ['log in and place an order'],
    site: { loginFails: true },
  },
  { what: 'an order that is lost', fails: ['log in and place an order'], site: { orderLost: true } },
]

/** Where each check belongs, as the healthy run has it. */
const groupOf = new Map<string, Aspect>()
const isAspect = (rung: string): rung is Aspect => (aspects as readonly string[]).includes(rung)
const shortName = (name: string) => (name.startsWith('log /') ? 'log of the shop' : name)

describe('a validation', () => {
  it('of a healthy environment passes every check', async () => {
    const { report, score } = await stage.validate()
    for (const { name, rung } of report.checks) if (isAspect(rung)) groupOf.set(shortName(name), rung)
    expect(report.checks.filter(({ status }) => status !== 'passed').map(shown)).toEqual([])
    expect(report.verdict).toBe('passed')
    expect(score).toBe(100)
    expect(new Set(report.checks.map(({ rung }) => rung)).size).toBe(7)
  })

  it.each(sabotages.filter(({ needsAddress }) => needsAddress !== true || ownAddress !== undefined))(
    'of an environment with $what fails for that alone',
    async (sabotage) => {
      const mend = await sabotage.breaks?.()
      stage.site.trouble = sabotage.site ?? {}
      try {
        const change = typeof sabotage.change === 'function' ? await sabotage.change() : sabotage.change
        const group = groupOf.get(sabotage.fails[0] ?? '')
        // All categories together take seconds: those sabotages try them that others could feel.
        const isOwn = sabotage.whole !== true && group !== undefined
        const { report, score } = await stage.validate({
          ...change,
          input: { ...(isOwn ? { categories: [group] } : {}), ...change?.input },
          variables: { SITE: stage.site.secure, ...change?.variables },
        })
        const failed = report.checks.filter(({ status }) => status === 'failed')
        const names = failed.map(({ name }) => shortName(name))
        expect(names).toEqual(sabotage.fails)
        expect(report.verdict).not.toBe('passed')
        expect(score).toBeLessThan(100)
      } finally {
        stage.site.trouble = {}
        await mend?.()
      }
    },
  )

  it('shows neither secrets nor what a service answered, and hides what flows capture', async () => {
    stage.site.trouble = { openOrders: true, orderLost: true, adminPassword: true }
    const { visible, hidden } = await stage.validate()
    stage.site.trouble = {}
    for (const secret of [
      'SECRET-ROW',
      'token-of-anna',
      'cookie-of-anna',
      shopPassword,
      databasePassword,
      stage.redis.password,
    ]) {
      expect(visible).not.toContain(secret)
    }
    for (const secret of ['token-of-anna', 'cookie-of-anna', shopPassword]) expect(hidden).toContain(secret)
    // The number of the order, which would be hidden in every figure.
    expect(hidden).not.toContain('7')
  })

  it('stands in the ledger with version and score', async () => {
    const { store, score } = await stage.validate()
    const environment = await stage.environment()
    const signal = new AbortController().signal
    const events = await readEventsSince(environment, 0, ['validation'], {
      stores: [store],
      log: silentLog,
      signal,
    })
    expect(
      events.map(({ details, outcome }) => [details['version'], details['score'], outcome.verdict]),
    ).toEqual([[version, score, 'passed']])
  })

  it('says in the ledger what it asked and what of that is not well, so that it ends no trouble of another category', async () => {
    const { store, report } = await stage.validate({
      input: { categories: ['operational readiness'], depth: 'quick' },
    })
    const environment = await stage.environment()
    const { signal } = new AbortController()
    const ports = { stores: [store], log: silentLog, signal }
    const [event] = await readEventsSince(environment, 0, ['validation'], ports)
    const subject = { tried: ['operational readiness quickly'], troubled: [], answers: 'tried' }
    expect(report.subject).toEqual(subject)
    expect(event === undefined ? null : subjectOfEvent(event)).toEqual(subject)
  })

  it('sends no alarm to the ways that it looks at', async () => {
    stage.site.asked.length = 0
    await stage.validate({ input: { categories: ['operational readiness'] } })
    expect(stage.site.asked).toEqual(['GET /metrics'])
  })

  it('sends a measured request no more often than it was told to, and once to warm up', async () => {
    stage.site.asked.length = 0
    await stage.validate({ input: { categories: ['performance'] } })
    expect(stage.site.asked).toHaveLength(7)
  })
})

describe('a check that cannot run', () => {
  it('is skipped with its reason, and counts', async () => {
    const { report, score } = await stage.validate({ validation: { endpoints: [], smoke: [] } })
    const skipped = report.checks.filter(({ status }) => status === 'skipped')
    expect(skipped.map(({ name }) => name)).toEqual(['HTTP', 'flows'])
    for (const { detail } of skipped) expect(detail).not.toBe('')
    expect(score).toBeLessThan(100)
    // Smoke must pass, and nothing of it did.
    expect(report.verdict).toBe('failed')
    expect(report.failure?.message).toBe('smoke must pass and did not')
    expect(headline(report)).toBe('It did not pass: smoke must pass and did not.')
  })

  it('for want of a variable names it', async () => {
    const { report } = await stage.validate({ variables: { SHOP_PASSWORD: '' } })
    const [flow] = report.checks.filter(({ status }) => status !== 'passed')
    expect(flow).toMatchObject({ name: 'log in and place an order', status: 'skipped' })
    expect(flow?.detail).toContain('SHOP_PASSWORD')
  })

  it('does not count where the file says why it means nothing', async () => {
    const { report, score } = await stage.validate({
      validation: { endpoints: [], 'left-out': [{ check: 'endpoints', because: 'it has no web face' }] },
    })
    expect(score).toBe(100)
    expect(report.notices.map(({ text }) => text).join()).toContain('it has no web face')
  })

  it('fails the validation when none could run', async () => {
    const { report, score } = await stage.validate({
      validation: { performance: [] },
      input: { categories: ['performance'] },
    })
    expect([report.verdict, report.failure?.kind, score]).toEqual(['failed', 'objective', 0])
  })
})

describe('the depth', () => {
  it('quick asks what runs, whether it answers, and the objectives, and looks at no data', async () => {
    const { report } = await stage.validate({ input: { depth: 'quick' } })
    expect([...new Set(report.checks.map(({ rung }) => rung))]).toEqual([
      'environment status',
      'service health',
      'RTO compliance',
    ])
    expect(report.checks.map(({ name }) => name)).not.toContain('PostgreSQL main has its tables')
  })

  it('full asks all but the flows', async () => {
    const { report } = await stage.validate({ input: { depth: 'full' } })
    const groups = new Set(report.checks.map(({ rung }) => rung))
    expect(groups.size).toBe(6)
    expect(groups.has('smoke')).toBe(false)
    expect(report.checks.map(({ name }) => name)).toContain('PostgreSQL main has its tables')
  })
})

function shown({ name, status, detail }: { name: string; status: string; detail: string }): string {
  return `${name} (${status}): ${detail}`
}
