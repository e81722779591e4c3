import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import type { FailureKind } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { Milliseconds } from '../../../domain/units.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Log } from '../../../ports/log.ts'
import type { Processes } from '../../../ports/process.ts'
import type { ProgressSink } from '../../../ports/source.ts'
import type { PostgresAddress } from '../address.ts'
import { readScript, type TocEntry } from '../archive/toc.ts'
import { splitStatements } from '../sql-statements.ts'
import { connect, qualifiedName, quoteIdentifier, type Session } from '../session.ts'
import type { PostgresTools } from '../tools.ts'
import { closureOf, fillingsFromElsewhere, isLargeObjectEntry, type ArchivePlan } from './archive-plan.ts'
import { failed, passed, type CheckRecorder } from './check-recorder.ts'
import { readArtifact } from './completeness.ts'
import type { CopyDigest } from './copy-data.ts'
import { applyGlobals, createNamedRoles, type GlobalsResult } from './globals.ts'
import { dataSettings, loadTables } from './load.ts'
import { runPgRestore, type RestoreError } from './pg-restore.ts'

export interface RestoreContext {
  plan: ArchivePlan
  record: PostgresRecord
  artifacts: ArtifactReader
  laboratory: PostgresAddress
  tools: PostgresTools
  processes: Processes
  log: Log
  clock: Clock
  spool: string
  jobs: number
  acceptUnproven: readonly string[]
  checks: CheckRecorder
  progress: ProgressSink
  signal: AbortSignal
}

export interface Restored {
  /** What was loaded, by dump id of its TABLE DATA entry. */
  loaded: Map<number, CopyDigest>
  /** Entries left out, since the laboratory lacks an extension. */
  excluded: Set<number>
  /** What the archive's files of large objects hold, by oid. */
  largeObjects: Map<string, { sha256: string; size: number }>
  globals: GlobalsResult
  steps: { name: string; duration: Milliseconds }[]
  /** False when there is no sense in looking any further. */
  usable: boolean
  /** What loading failed of first, if it did. */
  trouble: FailureKind | null
}

/**
 * Restores an archive into an empty laboratory database: globals, definitions, each table's data as its bytes arrive,
 * large objects, indexes and constraints, statistics. Every error becomes a failed check of the rung `restorable`.
 */
export async function restoreArchive(context: RestoreContext): Promise<Restored> {
  const { plan, checks } = context
  const restored: Restored = {
    loaded: new Map(),
    excluded: new Set(),
    largeObjects: new Map(),
    globals: { roles: [], errors: [] },
    steps: [],
    usable: true,
    trouble: null,
  }
  const archive = await mkdtemp(join(context.spool, 'archive-'))
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rm(archive, { recursive: true, force: true }))
  const session = stack.use(
    await connect(context.laboratory, {
      applicationName: 'lifeboat',
      settings: dataSettings(context.record.lcMonetary),
      signal: context.signal,
    }),
  )
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = context.clock.ticks()
    const result = await work()
    restored.steps.push({ name, duration: context.clock.ticks() - started })
    return result
  }
  const entries = (filter: (entry: TocEntry) => boolean) =>
    plan.toc.entries.filter((entry) => !restored.excluded.has(entry.dumpId) && filter(entry))
  // What loading failed of, if it did: while data is missing, a constraint that does not hold accuses nobody.
  let trouble: FailureKind | null = null
  const restoreSection = async (
    section: 'pre-data' | 'post-data' | null,
    chosen: readonly TocEntry[],
    jobs: number,
  ) =>
    reportErrors(
      await runPgRestore(
        { ...context, address: context.laboratory, toc: plan.toc, archive },
        chosen,
        section,
        jobs,
      ),
      checks,
      section ?? 'large objects',
      trouble,
    )

  const definitions = await step('definitions', async () => {
    const toc = await readArtifact(context.record, 'toc.dat', context.artifacts, context.signal)
    await writeFile(join(archive, 'toc.dat'), toc ?? '', { mode: 0o600 })
    restored.globals = await restoreGlobals(session, context)
    const missing = await findMissingExtensions(session, plan)
    restored.excluded = closureOf(plan.toc, missing)
    reportUnproven(missing, restored.excluded, context)
    leaveOutForeignFillings(restored.excluded, context)
    await applyDatabaseSettings(
      session,
      entries(() => true),
    )
    return restoreSection(
      'pre-data',
      entries((entry) => !isLargeObjectEntry(entry)),
      1,
    )
  })

  const load = await step('data', () =>
    loadTables({
      plan,
      artifacts: context.artifacts,
      address: context.laboratory,
      lcMonetary: context.record.lcMonetary,
      excluded: restored.excluded,
      archive,
      jobs: context.jobs,
      progress: context.progress,
      signal: context.signal,
    }),
  )
  restored.loaded = load.loaded
  trouble = load.failures[0]?.failure.kind ?? null
  restored.trouble = trouble
  for (const { table, failure } of load.failures) {
    checks.add(
      'restorable',
      'data',
      failed(
        failure.kind,
        failure.message,
        [...(table === null ? [] : [table.name]), ...failure.subjects],
        failure.hint,
      ),
    )
  }
  if (plan.largeObjectEntries.length > 0) {
    await step('large objects', async () => {
      restored.largeObjects = await digestLargeObjects(archive)
      await restoreSection(null, plan.largeObjectEntries, 1)
    })
    const count = restored.largeObjects.size
    if (count !== context.record.largeObjects) {
      checks.add(
        'complete',
        'large objects',
        failed(
          'integrity',
          `the backup has ${count} large objects, the snapshot had ${context.record.largeObjects}`,
        ),
      )
    } else checks.add('complete', 'large objects', passed(`all ${count} large objects are in the backup`))
  } else if (context.record.largeObjects > 0) {
    checks.add(
      'complete',
      'large objects',
      failed('integrity', `the backup has none of ${context.record.largeObjects} large objects`),
    )
  }

  const finished = await step('indexes and constraints', async () => {
    for (const entry of entries((candidate) => candidate.description === 'SEQUENCE SET')) {
      await session.query('setting a sequence', entry.definition)
    }
    return restoreSection(
      'post-data',
      entries((entry) => !isLargeObjectEntry(entry)),
      context.jobs,
    )
  })
  await step('statistics', () => analyse(session, context))
  if (definitions && finished && load.failures.length === 0) {
    checks.add(
      'restorable',
      'restore',
      passed(`restored without an error: ${plan.toc.entries.length - restored.excluded.size} entries`),
    )
  }
  restored.usable = load.loaded.size > 0 || plan.tables.length === 0
  return restored
}

/** Statistics of every table of the database's own: a foreign table's would ask its server, which is out of reach here. */
async function analyse(session: Session, context: RestoreContext): Promise<void> {
  const tables = await session.query<{ schema: string; name: string }>(
    'listing the restored tables',
    `select n.nspname::text as schema, c.relname::text as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_toast' order by c.relpages desc`,
  )
  const failures: string[] = []
  const queue = tables.values()
  const worker = async (): Promise<void> => {
    await using own = await connect(context.laboratory, {
      applicationName: 'lifeboat',
      settings: dataSettings(context.record.lcMonetary),
      signal: context.signal,
    })
    for (const { schema, name } of queue) {
      context.signal.throwIfAborted()
      await own.client
        .query(`analyze ${qualifiedName(schema, name)}`)
        .catch(() => failures.push(`${schema}.${name}`))
    }
  }
  await Promise.all(Array.from({ length: context.jobs }, worker))
  context.signal.throwIfAborted()
  if (failures.length > 0) {
    context.checks.add('restorable', 'statistics', {
      status: 'degraded',
      detail: `${failures.length} table(s) could not be analysed`,
      subjects: failures,
    })
  }
}

async function restoreGlobals(session: Session, context: RestoreContext): Promise<GlobalsResult> {
  const script = await readArtifact(context.record, 'globals.sql', context.artifacts, context.signal)
  if (script === null) return { roles: await createNamedRoles(session, context.plan.toc), errors: [] }
  return applyGlobals(session, readScript(script))
}

/** Extensions that the laboratory does not have, or cannot create: each is tried, and the trial taken back. */
async function findMissingExtensions(session: Session, plan: ArchivePlan): Promise<string[]> {
  const missing: string[] = []
  for (const entry of plan.toc.entries) {
    if (entry.description !== 'EXTENSION') continue
    await session.query('trying an extension', 'begin')
    await session.query('trying an extension', "set local search_path = 'public'")
    try {
      await session.client.query(`create extension if not exists ${quoteIdentifier(entry.tag)} cascade`)
    } catch {
      missing.push(entry.tag)
    }
    await session.query('trying an extension', 'rollback')
  }
  return missing
}

function reportUnproven(
  missing: readonly string[],
  excluded: ReadonlySet<number>,
  context: RestoreContext,
): void {
  if (missing.length === 0) return
  // An extension that is accepted covers what is its own; rows of the user's tables are accepted by the table's name.
  const tables = context.plan.tables
    .filter((table) => excluded.has(table.entry.dumpId))
    .map((table) => table.name)
  const accepted = [...missing, ...tables].every((name) => context.acceptUnproven.includes(name))
  const subjects = context.plan.toc.entries
    .filter((entry) => excluded.has(entry.dumpId) && !/^(ACL|COMMENT|EXTENSION)$/.test(entry.description))
    .map((entry) => `${entry.description} ${entry.schema}.${entry.tag}`)
  context.checks.add('restorable', 'unproven', {
    status: accepted ? 'passed' : 'degraded',
    detail: `the laboratory lacks ${missing.length} extension(s); ${excluded.size} entries that need them are left out, and unproven${accepted ? ', as the environment file accepts' : ''}`,
    subjects: [...missing.map((name) => `extension ${name}`), ...subjects],
    ...(accepted
      ? {}
      : {
          hint: 'Install the extensions’ packages on the machine that verifies, or accept the extensions, and each table that needs them, under accept-unproven.',
        }),
  })
}

/** Materialized views over foreign tables stay unfilled; what is over them reads as it would with no data. */
function leaveOutForeignFillings(excluded: Set<number>, context: RestoreContext): void {
  const left = fillingsFromElsewhere(context.plan.toc).filter((entry) => !excluded.has(entry.dumpId))
  if (left.length === 0) return
  for (const entry of left) excluded.add(entry.dumpId)
  const names = left.map((entry) => `${entry.schema}.${entry.tag}`)
  const accepted = names.every((name) => context.acceptUnproven.includes(name))
  context.checks.add('restorable', 'unproven', {
    status: accepted ? 'passed' : 'degraded',
    detail: `${left.length} materialized view(s) ask foreign servers, which a laboratory cannot reach; they are left unfilled, and unproven${accepted ? ', as the environment file accepts' : ''}`,
    subjects: names.map((name) => `materialized view ${name}`),
    ...(accepted ? {} : { hint: 'Accept them by name under accept-unproven, such as schema.view.' }),
  })
}

/** Settings of the database and of roles in it; its grants. The laboratory's database has the source's name for that. */
async function applyDatabaseSettings(session: Session, entries: readonly TocEntry[]): Promise<void> {
  for (const entry of entries) {
    const ofDatabase =
      entry.description === 'DATABASE PROPERTIES' ||
      (entry.description === 'ACL' && entry.tag.startsWith('DATABASE '))
    if (!ofDatabase) continue
    for (const statement of splitStatements(entry.definition)) {
      // Time-outs and read-only would only get in the way of the restore; what matters is that they are in the dump.
      if (/ SET "?\w*(timeout|read_only|deferrable|isolation)"? /i.test(statement)) continue
      // A setting of an extension that is not loaded is refused, which harms nothing here.
      await session.client.query(statement).catch(() => undefined)
    }
  }
}

/** Reports each error with its entry. True when there was none. */
function reportErrors(
  errors: readonly RestoreError[],
  checks: CheckRecorder,
  section: string,
  trouble: FailureKind | null,
): boolean {
  for (const error of errors) {
    const subject =
      error.entry === null
        ? []
        : [
            `${error.entry.description} ${error.entry.schema === '' ? '' : `${error.entry.schema}.`}${error.entry.tag}`,
          ]
    checks.add(
      'restorable',
      section,
      error.dataBreaksConstraint && trouble === null
        ? failed(
            'integrity',
            'the data breaks a constraint of its own: the source’s data is damaged',
            subject,
            'Repair the rows in the source; the backup holds them as they are.',
          )
        : failed(
            trouble ?? 'integrity',
            trouble === null
              ? 'an entry could not be restored'
              : 'an entry could not be restored after data had failed to load',
            subject,
            'Restore this entry by hand with pg_restore to see the server’s message.',
          ),
    )
  }
  return errors.length === 0
}

/** Digests of the files that pg_restore will load as large objects, by the lists that came with them. */
async function digestLargeObjects(archive: string): Promise<Map<string, { sha256: string; size: number }>> {
  const objects = new Map<string, { sha256: string; size: number }>()
  for (const list of (await readdir(archive)).filter((name) => /^blobs.*\.toc$/.test(name))) {
    for (const line of (await readFile(join(archive, list), 'utf8')).split('\n')) {
      const [oid, file] = line.split(' ')
      if (oid === undefined || file === undefined || !/^blob_\d+\.dat$/.test(file)) continue
      objects.set(oid, await digestFile(join(archive, file)))
    }
  }
  return objects
}

async function digestFile(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const take = async (bytes: AsyncIterable<Buffer>) => {
    for await (const chunk of bytes) {
      hash.update(chunk)
      size += chunk.length
    }
  }
  const packed = await stat(`${path}.zst`).catch(() => null)
  if (packed === null) await pipeline(createReadStream(path), take)
  // An empty large object is an empty file, which is no zstd frame.
  else if (packed.size > 0) await pipeline(createReadStream(`${path}.zst`), createZstdDecompress(), take)
  return { sha256: hash.digest('hex'), size }
}
