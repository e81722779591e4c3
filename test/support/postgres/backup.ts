import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import type { PostgresConfig } from '../../../src/domain/environment/schema.ts'
import type { PostgresRecord } from '../../../src/domain/manifest.ts'
import type { TableResult } from '../../../src/domain/report.ts'
import type { Check, Rung } from '../../../src/domain/verdict.ts'
import { systemClock } from '../../../src/host/clock.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { systemRandom } from '../../../src/host/random.ts'
import type { ArtifactReader } from '../../../src/ports/artifacts.ts'
import { silentLog } from '../../../src/ports/log.ts'
import type { Processes } from '../../../src/ports/process.ts'
import type { Finding, RehearsalResult, Source } from '../../../src/ports/source.ts'
import { openPostgresRehearsal } from '../../../src/sources/postgres/rehearsal.ts'
import { openPostgresSource } from '../../../src/sources/postgres/source.ts'
import { MemoryArtifacts } from './artifacts.ts'
import { installPostgres } from './install.ts'
import { postgresRecord } from '../ports/real-backup.ts'

export const nowhere = { report: () => undefined }
export const unstopped = new AbortController().signal

/** A source's settings as the environment file gives them; `keys` as written there. */
export async function sourceConfig(keys: Record<string, unknown>): Promise<PostgresConfig> {
  const environment = await parseEnvironment(
    stringify({
      environment: 'test',
      sources: [{ name: 'main', type: 'postgres', install: 'never', jobs: 2, ...keys }],
      stores: [{ name: 'disk', type: 'local', path: '/nonexistent' }],
      encryption: 'none',
    }),
    'test.yml',
  )
  const [source] = environment.sources
  if (source?.type !== 'postgres') throw new Error('the test’s source is no database')
  return source
}

export interface BackupOptions {
  /** Keys of the source in the environment file. */
  keys?: Record<string, unknown>
  artifacts?: MemoryArtifacts
  processes?: Processes
  signal?: AbortSignal
  /** Folder for temporary files; one of its own by default. */
  spool?: string
}

export interface TestSource extends AsyncDisposable {
  readonly source: Source
  readonly config: PostgresConfig
  readonly spool: string
}

/** A source as the wiring opens it. */
export async function openTestSource(
  url: string,
  major: number,
  options: BackupOptions = {},
): Promise<TestSource> {
  const config = await sourceConfig({ url, ...options.keys })
  const spool = options.spool ?? (await mkdtemp(join(tmpdir(), 'source-')))
  const source = openPostgresSource(config, {
    variables: { LIFEBOAT_POSTGRES_DIRS: await installPostgres(major) },
    spool,
    processes: options.processes ?? createProcesses(),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
  })
  return {
    source,
    config,
    spool,
    [Symbol.asyncDispose]: async () => {
      await source[Symbol.asyncDispose]()
      if (options.spool === undefined) await rm(spool, { recursive: true, force: true })
    },
  }
}

/** What stands in the way of a backup. */
export async function findings(url: string, major: number, options: BackupOptions = {}): Promise<Finding[]> {
  await using opened = await openTestSource(url, major, options)
  return await opened.source.preflight(options.signal ?? unstopped)
}

export interface TestBackup {
  record: PostgresRecord
  artifacts: MemoryArtifacts
  config: PostgresConfig
}

export async function backUp(url: string, major: number, options: BackupOptions = {}): Promise<TestBackup> {
  await using opened = await openTestSource(url, major, options)
  const artifacts = options.artifacts ?? new MemoryArtifacts()
  const record = await opened.source.dump(artifacts, nowhere, options.signal ?? unstopped)
  return { record: postgresRecord(record), artifacts, config: opened.config }
}

export interface ProofOptions {
  level?: Rung
  processes?: Processes
  artifacts?: ArtifactReader
  now?: number
  rpo?: number | null
  signal?: AbortSignal
}

export interface TestProof {
  checks: Check[]
  tables: TableResult[]
  /** Null when the rehearsal could not go on. */
  result: RehearsalResult | null
  thrown: unknown
  /** Checks that are not passed, as `rung name status: subjects`. */
  trouble: string[]
}

/** Proves a backup in a laboratory. */
export async function prove(backup: TestBackup, options: ProofOptions = {}): Promise<TestProof> {
  const spool = await mkdtemp(join(tmpdir(), 'proof-'))
  const proof: TestProof = { checks: [], tables: [], result: null, thrown: null, trouble: [] }
  try {
    const rehearsal = openPostgresRehearsal(backup.record, backup.config, {
      variables: { LIFEBOAT_POSTGRES_DIRS: await installPostgres(backup.record.restorableInto) },
      spool,
      processes: options.processes ?? createProcesses(),
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    })
    proof.result = await rehearsal.rehearse({
      record: backup.record,
      artifacts: options.artifacts ?? backup.artifacts,
      level: options.level ?? 'useful',
      now: options.now ?? Date.now(),
      rpo: options.rpo ?? null,
      check: (check) => proof.checks.push(check),
      table: (table) => proof.tables.push(table),
      progress: nowhere,
      signal: options.signal ?? unstopped,
    })
  } catch (error) {
    proof.thrown = error
  } finally {
    await rm(spool, { recursive: true, force: true })
  }
  proof.trouble = proof.checks
    .filter((check) => check.status !== 'passed')
    .map((check) => `${check.rung} ${check.name} ${check.status}: ${check.subjects.join(', ')}`)
  return proof
}

/** Programs of this machine, with something done just before one starts. */
export function meddling(
  before: (
    program: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
  ) => unknown,
): Processes {
  const real = createProcesses()
  const name = (command: string) => command.split('/').at(-1) ?? ''
  return {
    start: async (command, args, options) => {
      await before(name(command), args, options.environment)
      return real.start(command, args, options)
    },
    run: async (command, args, options) => {
      await before(name(command), args, options.environment)
      return real.run(command, args, options)
    },
  }
}

/** Tells the dump itself from runs of pg_dump that only ask for its version or its abilities. */
export function isDump(program: string, args: readonly string[]): boolean {
  return program === 'pg_dump' && args.some((argument) => argument.startsWith('--snapshot='))
}
