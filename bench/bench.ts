/**
 * `npm run bench`: Lifeboat beside PostgreSQL's own tools, alternating, on the same server and data.
 * `--quick` (100 MB, 2 rounds), `--megabytes N`, `--rounds N`, `--major N`, `--write` (README and docs/benchmarks.md).
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createShop } from '../examples/shop/generate.ts'
import { parseProof } from '../src/domain/proof.ts'
import { runBuiltAction } from '../test/e2e/built-action.ts'
import type { ActionRun } from '../test/e2e/built-action.ts'
import { createWorkspace } from '../test/e2e/workspace.ts'
import type { Workspace } from '../test/e2e/workspace.ts'
import { findPostgres, installPostgres } from '../test/support/postgres/install.ts'
import { startServer } from '../test/support/postgres/server.ts'
import type { TestServer } from '../test/support/postgres/server.ts'
import { folderSize, ratio, spread, timeProgram } from './measure.ts'
import type { Spread } from './measure.ts'
import { recover, recoverByHand } from './recovery.ts'
import { benchReplicate } from './replicate.ts'
import { benchRetention } from './retention.ts'
import { startBenchS3 } from './s3.ts'
import { renderTable, writeIntoPages } from './table.ts'
import type { BenchResult } from './table.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    megabytes: { type: 'string' },
    rounds: { type: 'string' },
    major: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const megabytes = Number(values.megabytes ?? (values.quick ? 100 : 1000))
const rounds = Number(values.rounds ?? (values.quick ? 2 : 5))
// zstd:1 needs a client of 16 or later, on both sides.
const major = Number(values.major ?? [17, 18, 16].find((version) => findPostgres(version) !== null) ?? 17)
const jobs = availableParallelism()
// As it comes out of initdb: durable, with PostgreSQL's own defaults, where test servers are neither.
const defaultSettings = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const result = await bench()
const table = renderTable(result)
process.stdout.write(`\n${table}\n`)
const results = resolve(import.meta.dirname, 'results')
await mkdir(results, { recursive: true })
await writeFile(join(results, 'latest.json'), `${JSON.stringify(result, null, 2)}\n`)
process.stdout.write(`\nAll figures are in bench/results/latest.json.\n`)
if (values.write) await writeIntoPages(table)

async function bench(): Promise<BenchResult> {
  const bindir = await installPostgres(major)
  say(`PostgreSQL ${major}, ${megabytes} MB, ${jobs} jobs, ${rounds} rounds`)
  await using source = await startServer({ major })
  source.psql('create database shop')
  await createShop(source.url('shop'), { megabytes })
  source.psql('checkpoint')
  const databaseBytes = Number(source.psql("select pg_database_size('shop')"))
  say(`the shop is filled: ${Math.round(databaseBytes / 1e6)} MB on disk`)
  await using target = await startServer({ major, settings: defaultSettings })
  target.psql('do $$ begin create role shop_app login; create role shop_readonly login; end $$')

  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const peakFile = join(folder, 'peak')
  const variables = {
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'peak-memory.mjs')}`,
    LIFEBOAT_BENCH_PEAK: peakFile,
  }
  const options = { url: source.url('shop'), bindir, source: { jobs }, variables }
  await using s3 = await startBenchS3(say)
  await using local = await createWorkspace(options)
  await using remote =
    s3 === null
      ? null
      : await createWorkspace({
          ...options,
          root: { stores: s3.stores },
          variables: { ...variables, ...s3.variables },
        })

  const taken = new Map<string, number[]>()
  const note = (what: string, value: number) => taken.set(what, [...(taken.get(what) ?? []), value])
  try {
    // The first round only warms caches, so that nobody pays for being first.
    for (let round = 0; round <= rounds; round += 1) {
      const noted = round === 0 ? () => undefined : note
      await rawDump(source, bindir, join(folder, 'dump'), noted)
      await ourBackup(local, 'local', peakFile, noted)
      if (remote !== null) await ourBackup(remote, 's3', peakFile, noted)
      await rawRestore(target, bindir, join(folder, 'dump'), noted)
      await ourRestore(local, peakFile, noted)
      const byHand = await recoverByHand(local, target, { bindir, jobs, folder })
      if (byHand !== null) noted('recovery by hand', byHand)
      await ourRecovery(local, target, 'recovery', peakFile, noted)
      await withoutFirstStore(local, () =>
        ourRecovery(local, target, 'recovery past a dead store', peakFile, noted),
      )
      await rm(join(folder, 'dump'), { recursive: true })
      await rm(local.store, { recursive: true })
      await s3?.empty()
      say(round === 0 ? 'warmed up' : `round ${round} of ${rounds}: ${lastOf(taken)}`)
    }
    await coldStart(local, join(folder, 'nothing.mjs'), note)
    for (let round = 1; round <= rounds; round += 1) await housekeeping(note)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }

  const measured = Object.fromEntries([...taken].map(([what, numbers]) => [what, spread(numbers)]))
  return {
    at: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      system: `${process.platform} ${process.arch}`,
    },
    versions: {
      postgres: source.psql('show server_version').split(' ')[0] ?? '',
      node: process.versions.node,
      s3: s3?.name ?? null,
    },
    megabytes,
    databaseBytes,
    jobs,
    rounds,
    measured,
    ratios: ratios(measured),
  }
}

type Note = (what: string, value: number) => void

async function rawDump(server: TestServer, bindir: string, folder: string, note: Note): Promise<void> {
  const args = ['-Fd', '-j', String(jobs), '-Z', 'zstd:1', '-f', folder]
  note('raw dump', await timeProgram(join(bindir, 'pg_dump'), args, server.environment('shop')))
  note('raw size', await folderSize(folder))
}

async function ourBackup(workspace: Workspace, store: string, peakFile: string, note: Note): Promise<void> {
  const run = await workspace.backup()
  mustPass(`the backup to ${store}`, run)
  note(`backup to ${store}`, run.duration)
  note(`backup to ${store}: memory`, await peakOf(peakFile))
  note(`backup to ${store}: size`, Number(run.outputs['size']))
}

async function rawRestore(server: TestServer, bindir: string, folder: string, note: Note): Promise<void> {
  server.psql('drop database if exists restored')
  server.psql('create database restored template template0')
  const args = ['-j', String(jobs), '-d', 'restored', folder]
  note('raw restore', await timeProgram(join(bindir, 'pg_restore'), args, server.environment('restored')))
}

/** From choosing a backup to an analysed database, as the proof says: with fetching, opening and starting the server. */
async function ourRestore(workspace: Workspace, peakFile: string, note: Note): Promise<void> {
  const run = await workspace.verify()
  mustPass('the proof', run)
  const proof = parseProof(await readFile(join(workspace.store, run.outputs['proof'] ?? ''), 'utf8'))
  if (proof.rto.laboratory === null) throw new Error('the proof has no time of restore')
  note('restore', proof.rto.laboratory)
  note('whole proof', run.duration)
  note('whole proof: memory', await peakOf(peakFile))
}

/** From the start of the action to a database on a server with PostgreSQL's own settings that answers and is proven. */
async function ourRecovery(
  workspace: Workspace,
  server: TestServer,
  what: string,
  peakFile: string,
  note: Note,
): Promise<void> {
  const run = await recover(workspace, server)
  mustPass('the restore', run)
  note(what, run.duration)
  note(`${what}: memory`, await peakOf(peakFile))
  server.psql('drop database by_lifeboat')
}

/** Does something with a store before the only one that answers. */
async function withoutFirstStore(workspace: Workspace, work: () => Promise<void>): Promise<void> {
  const dead = {
    name: 'dead',
    type: 's3',
    bucket: 'backups',
    endpoint: 'http://127.0.0.1:9',
    'access-key-id': 'nobody',
    'secret-access-key': 'nothing',
  }
  await workspace.writeEnvironment({
    stores: [dead, { name: 'disk', type: 'local', path: '${STORE_FOLDER}' }],
  })
  await work()
  await workspace.writeEnvironment({})
}

/** An action that does nothing: its environment file is not there, and it says so. */
async function coldStart(workspace: Workspace, empty: string, note: Note): Promise<void> {
  await writeFile(empty, '')
  for (let round = 0; round <= 20; round += 1) {
    const noted = round === 0 ? () => undefined : note
    noted('start of node', await timeProgram(process.execPath, [empty], { PATH: '/usr/bin:/bin' }))
    const { duration } = await runBuiltAction('backup', {
      inputs: { environment: 'nowhere' },
      directory: workspace.folder,
      runnerTemp: workspace.runnerTemp,
    })
    noted('start of an action', duration)
  }
}

/** What grows with the number of backups rather than with their size. */
async function housekeeping(note: Note): Promise<void> {
  const planning = await benchRetention()
  note('plan of retention', planning.milliseconds)
  note('plan of retention: memory', planning.peakBytes)
  note('replicate', (await benchReplicate()).unchanged)
}

function ratios(measured: Record<string, Spread>): Record<string, Spread> {
  const of = (ours: string, theirs: string): [string, Spread][] => {
    const [a, b] = [measured[ours], measured[theirs]]
    return a === undefined || b === undefined ? [] : [[ours, ratio(a, b)]]
  }
  return Object.fromEntries([
    ...of('backup to local', 'raw dump'),
    ...of('backup to s3', 'raw dump'),
    ...of('backup to local: size', 'raw size'),
    ...of('restore', 'raw restore'),
    ...of('whole proof', 'raw restore'),
    ...of('recovery', 'recovery by hand'),
    ...of('recovery past a dead store', 'recovery'),
  ])
}

function mustPass(what: string, run: ActionRun): void {
  // Data of the past is stale; nothing else may be amiss.
  if (run.code !== 0)
    throw new Error(`${what} ended as ${run.outputs['verdict']}:\n${run.stdout}${run.stderr}`)
}

async function peakOf(file: string): Promise<number> {
  return Number(await readFile(file, 'utf8')) * 1024
}

function lastOf(taken: Map<string, number[]>): string {
  const last = (what: string) => `${what} ${((taken.get(what)?.at(-1) ?? 0) / 1000).toFixed(2)} s`
  return [
    'raw dump',
    'backup to local',
    'backup to s3',
    'raw restore',
    'restore',
    'recovery by hand',
    'recovery',
    'recovery past a dead store',
  ]
    .filter((what) => taken.has(what))
    .map(last)
    .join(', ')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
