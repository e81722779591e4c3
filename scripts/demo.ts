/**
 * `npm run demo`: a backup of a real database, its proof, and what happens when a stored byte changes. Needs no Docker,
 * cloud or account. `--keep` leaves store, keys and environment file behind to play with.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createShop, placeOrders } from '../examples/shop/generate.ts'
import { formatBytes, formatDuration } from '../src/domain/units.ts'
import { rungs } from '../src/domain/verdict.ts'
import type { Report } from '../src/domain/report.ts'
import { distributionMajor, findPostgres, installPostgres } from '../test/support/postgres/install.ts'
import { startServer } from '../test/support/postgres/server.ts'
import { bold, expect, heading, lifeboat, reportOf, tell, timed, Unexpected } from './demo/stage.ts'

const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const folder = await mkdtemp(join(tmpdir(), 'lifeboat-demo-'))
const workspace = join(folder, 'workspace')
const reports = join(folder, 'reports')
await mkdir(join(workspace, 'environments'), { recursive: true })
await mkdir(reports)
try {
  await demo()
} catch (thrown) {
  process.exitCode = 1
  tell(`\n${bold('The demo did not go as it should:')} ${explain(thrown)}`)
} finally {
  if (!values.keep) {
    for (const entry of await readdir(folder)) {
      if (entry !== 'reports') await rm(join(folder, entry), { recursive: true, force: true })
    }
  }
}

async function demo(): Promise<void> {
  const started = performance.now()
  tell(bold('Lifeboat: a backup is good when it has been restored.'))
  expect(
    existsSync(resolve(import.meta.dirname, '../actions/dist/index.js')),
    'the bundle actions/dist is not there; run npm run build first',
  )

  heading('A server with a shop')
  const major = choosePostgres()
  const bindir = await timed(`PostgreSQL ${major} is here`, () => installPostgres(major))
  await using server = await timed('a throwaway server has started', () => startServer({ major }))
  server.psql('create database shop')
  await timed('the shop is filled: customers, orders by month, payments, uploads', () =>
    createShop(server.url('shop'), { megabytes: 30 }),
  )
  await placeOrders(server.url('shop'), 5)
  tell('   five customers have just bought something')

  heading('Keys, and an environment file')
  const keys = await makeKeys()
  const environmentFile = environmentText(keys)
  await writeFile(join(workspace, 'environments/demo.yml'), environmentFile)
  for (const line of environmentFile.trimEnd().split('\n')) tell(`   │ ${line}`)

  const common = { STORE_FOLDER: join(folder, 'store'), LIFEBOAT_POSTGRES_DIRS: bindir }
  const verifyVariables = { ...common, LIFEBOAT_SIGNING_KEY: await secret(keys.verifySigning) }
  const verify = () =>
    lifeboat(
      [
        'verify',
        '--environment',
        'demo',
        '--identity-file',
        relative(workspace, resolve(workspace, keys.verify.file)),
      ],
      {
        directory: workspace,
        variables: verifyVariables,
      },
    )

  heading('The backup: sealed before it leaves, by a job that cannot open it again')
  const backup = await lifeboat(['backup', '--environment', 'demo', '--reason', 'the demo'], {
    directory: workspace,
    variables: {
      ...common,
      DATABASE_URL: server.url('shop'),
      LIFEBOAT_SIGNING_KEY: await secret(keys.backupSigning),
    },
  })
  const made = reportOf(backup)
  await keepReport('1-backup', made)
  expect(backup.code === 0 && made.verdict === 'passed', `the backup ended as ${made.verdict}: ${why(made)}`)

  heading('The proof: restored into another throwaway server and compared, table by table')
  const first = await verify()
  const proven = reportOf(first)
  await keepReport('2-proof', proven)
  expect(
    first.code === 0 && proven.verdict === 'passed',
    `the proof ended as ${proven.verdict}: ${why(proven)}`,
  )
  const equal = proven.tables.filter((table) => table.status === 'equal').length
  expect(
    equal > 0 && equal === proven.tables.length,
    `only ${equal} of ${proven.tables.length} tables are equal`,
  )
  tell('')
  ladder(proven)
  tell(`   ${equal} of ${proven.tables.length} tables are equal to the last byte.`)

  heading('The damage: one bit of one stored byte')
  const damaged = await damage(join(folder, 'store'))
  tell(`   byte ${damaged.at} of ${damaged.key} (${formatBytes(damaged.size)}) is now another`)
  const second = await verify()
  const caught = reportOf(second)
  await keepReport('3-damaged', caught)
  expect(second.code !== 0 && caught.verdict === 'failed', 'the damage was not noticed')
  expect(
    caught.failure?.kind === 'integrity',
    `the damage was called ${caught.failure?.kind}: ${why(caught)}`,
  )
  tell('')
  ladder(caught)
  tell(`   Caught: ${caught.failure.message}.`)

  tell(`\n${bold('All as it should be')}, in ${formatDuration(performance.now() - started)}.`)
  tell(`   reports     ${reports}`)
  if (values.keep) {
    tell(`   store       ${join(folder, 'store')}`)
    tell(`   keys        ${join(folder, 'keys')}`)
    tell(`   by hand     ${join(folder, 'store/RECOVERY.md')}`)
  } else tell('   store, keys and servers are removed; npm run demo -- --keep leaves store and keys')
}

/** The newest that is installed, else the one that this system's own packages have. */
function choosePostgres(): number {
  const supported = [18, 17, 16, 15, 14, 13]
  return supported.find((major) => findPostgres(major) !== null) ?? distributionMajor() ?? 17
}

interface KeyFile {
  file: string
  public: string
}

interface Keys {
  offline: KeyFile
  verify: KeyFile
  backupSigning: KeyFile
  verifySigning: KeyFile
}

async function makeKeys(): Promise<Keys> {
  const { code, json } = await lifeboat(['keygen', '--folder', '../keys'], {
    directory: workspace,
    variables: {},
    quiet: true,
  })
  expect(code === 0, `keygen ended with exit code ${code}: ${JSON.stringify(json)}`)
  return json as Keys
}

/** The secret half, from its file: the line that is no comment. */
async function secret({ file }: KeyFile): Promise<string> {
  const lines = (await readFile(resolve(workspace, file), 'utf8')).split('\n').map((line) => line.trim())
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? ''
}

function environmentText(keys: Keys): string {
  return `version: 1
environment: demo
objectives: { rpo: 1h, rto: 15m, backup-every: 15m, verify-every: 6h }
sources:
  - name: main
    type: postgres
    url: "\${DATABASE_URL}"
    freshness: select max(placed_at) from shop.orders
    checks:
      - name: every order has a customer
        sql: select count(*) = 0 from shop.orders where customer_id not in (select id from shop.customers)
stores:
  - name: disk
    type: local
    path: "\${STORE_FOLDER}"
encryption:
  recipients:
    - ${keys.offline.public}
    - ${keys.verify.public}
signing:
  backup: ${keys.backupSigning.public}
  verify: ${keys.verifySigning.public}
`
}

/** Flips a bit in the middle of the largest stored object: in the data of a table. */
async function damage(store: string): Promise<{ key: string; size: number; at: number }> {
  const sizes = await Promise.all(
    (await readdir(store, { recursive: true })).map(async (key) => {
      const found = await stat(join(store, key))
      return { key, size: found.isFile() && key.includes('/backups/') ? found.size : -1 }
    }),
  )
  const largest = sizes.reduce((a, b) => (b.size > a.size ? b : a))
  expect(largest.size > 0, 'the store holds nothing to damage')
  const path = join(store, largest.key)
  await chmod(path, 0o600)
  await using file = await open(path, 'r+')
  const at = Math.floor(largest.size / 2)
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at)
  return { ...largest, at }
}

/** A line for each rung of the ladder that was climbed. */
function ladder(report: Report): void {
  const marks = { passed: '✓', degraded: '~', failed: '✗', skipped: '–' }
  for (const rung of rungs) {
    const checks = report.checks.filter((check) => check.rung === rung)
    if (checks.length === 0) continue
    const worst = (['failed', 'degraded', 'skipped', 'passed'] as const).find((status) =>
      checks.some((check) => check.status === status),
    )
    const shown = checks.find((check) => check.status === worst)
    tell(
      `   ${marks[worst ?? 'skipped']} ${rung.padEnd(11)} ${shown?.name ?? ''}${checks.length > 1 ? `, and ${checks.length - 1} more` : ''}`,
    )
  }
  for (const { name, measured, target, met } of report.objectives) {
    const judged = met === null ? '' : met ? ', met' : ', missed'
    tell(
      `   ${name} ${formatDuration(measured)}${target === null ? '' : ` of ${formatDuration(target)}${judged}`}`,
    )
  }
}

async function keepReport(name: string, report: Report): Promise<void> {
  await writeFile(join(reports, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`)
}

function why(report: Report): string {
  const checks = report.checks.filter((check) => check.status === 'failed' || check.status === 'degraded')
  const found = checks.map((check) => `${check.rung}: ${check.name}: ${check.detail}`)
  return [report.failure?.message ?? '', ...found, ...report.notices.map((notice) => notice.text)].join('; ')
}

function explain(thrown: unknown): string {
  if (thrown instanceof Unexpected) return thrown.message
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}
