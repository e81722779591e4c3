import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { PostgresConfig } from '../../../domain/environment/schema.ts'
import { Failure } from '../../../domain/failure.ts'
import type { ArtifactRecord, PostgresRecord } from '../../../domain/manifest.ts'
import type { ArtifactSink } from '../../../ports/artifacts.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Log } from '../../../ports/log.ts'
import type { Processes } from '../../../ports/process.ts'
import type { ProgressSink } from '../../../ports/source.ts'
import { connectionString, libpqEnvironment, type PostgresAddress } from '../address.ts'
import { parseToc, type ArchiveToc } from '../archive/toc.ts'
import {
  countLargeObjects,
  findNotIncluded,
  hasDataEntry,
  readExtensions,
  type Relation,
  type ServerFacts,
} from '../inventory.ts'
import type { Pooling } from '../pooler.ts'
import type { PostgresTools } from '../tools.ts'
import { Harvest } from './harvest.ts'
import { readPgDumpError } from './pg-dump-error.ts'
import { awaitTables, countRows, findRewritten, holdSnapshot, lockTables, type Holder } from './snapshot.ts'
import { watchBlocking } from './watcher.ts'

export interface DumpContext {
  config: PostgresConfig
  address: PostgresAddress
  facts: ServerFacts
  pooling: Pooling
  tools: PostgresTools
  applicationName: string
  /** A folder of this dump alone. */
  spool: string
  sink: ArtifactSink
  progress: ProgressSink
  processes: Processes
  clock: Clock
  log: Log
  signal: AbortSignal
}

/** How often a dump starts over because a table was truncated just as it began. */
const attempts = 3

/** Dumps one database in one snapshot, sealing and storing while pg_dump runs. */
export async function dumpDatabase(context: DumpContext): Promise<PostgresRecord> {
  for (let attempt = 1; ; attempt += 1) {
    const record = await dumpOnce(context, join(context.spool, `dump-${attempt}`))
    if (!('rewritten' in record)) return record
    if (attempt === attempts) {
      throw new Failure(
        'unavailable',
        `tables were truncated or rewritten while the dump was starting, ${attempts} times in a row`,
        {
          hint: 'Run the backup when no job truncates tables.',
          subjects: record.rewritten,
        },
      )
    }
    context.log.notice(
      'a table was truncated or rewritten while the dump was starting; it starts over',
      record.rewritten,
    )
  }
}

/** Resolves the names of truncated tables when the dump must start over; nothing has been stored then. */
async function dumpOnce(
  context: DumpContext,
  folder: string,
): Promise<PostgresRecord | { rewritten: string[] }> {
  const { config, facts, tools } = context
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const holder = stack.use(await holdSnapshot(context.address, facts, context))
  const notIncluded = await findNotIncluded(holder.session, facts, holder.relations, config.acceptNotIncluded)
  const extensions = await readExtensions(holder.session)
  const largeObjects = await countLargeObjects(holder.session)
  await mkdir(join(folder, '..'), { recursive: true })

  const ending = new AbortController()
  const signal = AbortSignal.any([context.signal, ending.signal])
  const compressed = tools.zstd
  const dump = stack.use(
    await context.processes.start(tools.path('pg_dump'), pgDumpArguments(context, holder, folder), {
      environment: libpqEnvironment(context.address, context.applicationName, pinnedOptions(context.pooling)),
      signal,
    }),
  )
  const complaints = collect(dump.stderr)
  dump.stdout.resume()
  dump.stdin.end()
  const { ended } = dump

  // Background work: any failure ends the rest. Nothing is stored before the guard has passed.
  const watching = new AbortController()
  const watch = watchBlocking(context.address, {
    applicationName: context.applicationName,
    maxBlock: config.maxBlock,
    clock: context.clock,
    signal: AbortSignal.any([signal, watching.signal]),
  })
  watch.catch((error: unknown) => ending.abort(error))
  stack.defer(async () => {
    watching.abort()
    await watch.catch(() => undefined)
  })
  let released = false
  holder.session.broken.catch((error: unknown) => {
    if (!released) ending.abort(error)
  })

  // What has to be over before the dump is, however it ends.
  const working: Promise<unknown>[] = [ended]
  try {
    if (!(await tocAppears(folder, ended, context.clock, signal))) {
      signal.throwIfAborted()
      throw readPgDumpError(await complaints, await ended)
    }
    const dumped = holder.relations.filter((relation) => hasDataEntry(relation, facts.standby))
    const locked = await lockTables(holder, dumped)
    const rewritten = await findRewritten(holder)
    if (rewritten.length > 0) {
      ending.abort(new Failure('unavailable', 'the dump starts over'))
      await ended
      return { rewritten }
    }
    const toc = parseToc(await readFile(join(folder, 'toc.dat')))
    const harvest = harvestFor(context, holder, toc, folder, compressed, signal)
    const counting = async () => {
      if (!locked) await awaitTables(holder, dumped, config.maxBlock)
      return countRows(holder, dumped)
    }
    const counted = counting()
    const harvested = harvest.run()
    working.push(harvested)
    for (const work of [harvested, counted]) work.catch((error: unknown) => ending.abort(error))
    const result = await ended
    signal.throwIfAborted()
    if (result.code !== 0) throw readPgDumpError(await complaints, result)
    harvest.finish()
    const rows = await counted
    // The snapshot has served: a slow store must not keep its locks, nor hold back the server's vacuum.
    released = true
    watching.abort()
    await Promise.all([holder[Symbol.asyncDispose](), watch])
    // While the last files are on their way; pg_dump's connections are free again.
    const globalsDumped = dumpGlobals(context, folder, signal)
    working.push(globalsDumped)
    const [globals] = await Promise.all([globalsDumped, harvested])
    signal.throwIfAborted()
    const last = await storeLastFiles(context, folder, globals, signal)
    const artifacts = [...harvest.artifacts, ...last.artifacts].sort((a, b) => (a.name < b.name ? -1 : 1))
    return {
      name: config.name,
      type: 'postgres',
      engine: 'postgres-logical',
      database: facts.database,
      serverVersion: facts.version,
      serverMajor: facts.major,
      systemIdentifier: facts.systemIdentifier,
      standby: facts.standby,
      clientVersion: tools.version,
      clientMajor: tools.major,
      restorableInto: Math.max(tools.major, facts.major),
      snapshot: { at: iso(holder.at), dataAt: iso(holder.dataAt), lsn: holder.lsn },
      encoding: facts.encoding,
      locale: facts.locale,
      lcMonetary: facts.lcMonetary,
      databaseSize: facts.databaseSize,
      archiveCompression: compressed ? 'zstd' : 'none',
      extensions,
      tables: holder.relations
        .filter(
          (relation) =>
            relation.kind === 'S' || relation.kind === 'm' || hasDataEntry(relation, facts.standby),
        )
        .map((relation) => tableRecord(relation, rows)),
      largeObjects,
      globals: last.globals,
      notIncluded: [...notIncluded, ...last.notIncluded],
      warnings: [],
      artifacts,
    }
  } catch (error) {
    ending.abort(error)
    await Promise.allSettled(working)
    // What ended the rest is the cause; an AbortError here is only its echo.
    throw ending.signal.aborted && !context.signal.aborted ? ending.signal.reason : error
  }
}

function pgDumpArguments(context: DumpContext, holder: Holder, folder: string): string[] {
  return [
    '--format=directory',
    `--file=${folder}`,
    `--jobs=${context.config.jobs}`,
    `--snapshot=${holder.snapshotId}`,
    // Locks are asked for at the start; somebody else's long ALTER TABLE must not hold us for ever.
    `--lock-wait-timeout=${context.config.maxBlock}`,
    // A client_encoding that is set for the database or the role might not have all its characters.
    `--encoding=${context.facts.encoding}`,
    '--no-sync',
    '--no-password',
    context.tools.zstd ? '--compress=zstd:1' : '--compress=0',
  ]
}

/** Settings that change how values are written, and that pg_dump does not pin itself. Poolers refuse PGOPTIONS. */
function pinnedOptions(pooling: Pooling): Record<string, string> | null {
  if (pooling !== 'none') return null
  return { bytea_output: 'hex', TimeZone: 'UTC', row_security: 'off', statement_timeout: '0' }
}

/** Waits for pg_dump's table of contents, which it writes when it holds all its locks. False when it ended without one. */
async function tocAppears(
  folder: string,
  ended: Promise<unknown>,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean> {
  let over = false
  void ended.then(() => (over = true))
  for (;;) {
    const last = over
    const size = await stat(join(folder, 'toc.dat')).then(
      (found) => found.size,
      () => 0,
    )
    if (size > 0 && (await isWholeToc(join(folder, 'toc.dat')))) return true
    if (last) return false
    await clock.sleep(10, signal)
  }
}

/** pg_dump writes toc.dat in one go, but not atomically. */
async function isWholeToc(path: string): Promise<boolean> {
  try {
    parseToc(await readFile(path))
    return true
  } catch (error) {
    if (error instanceof Failure && error.kind === 'integrity') return false
    throw error
  }
}

function harvestFor(
  context: DumpContext,
  holder: Holder,
  toc: ArchiveToc,
  folder: string,
  compressed: boolean,
  signal: AbortSignal,
): Harvest {
  const sizes = new Map(holder.relations.map((relation) => [relation.oid, relation.bytes]))
  const byFile = new Map(
    toc.entries
      .filter((entry) => entry.fileName !== '')
      .map((entry) => [entry.fileName, sizes.get(entry.oid) ?? 0]),
  )
  const total = [...byFile.values()].reduce((sum, bytes) => sum + bytes, 0)
  let done = 0
  return new Harvest({
    folder,
    sink: context.sink,
    compressed,
    concurrency: Math.max(2, Math.min(context.config.jobs, 8)),
    clock: context.clock,
    // Text can be larger than the table, bytea twice as large; four times is a safe bound for part sizes.
    sizeLimit: (file) =>
      byFile.has(file) ? Math.max(64 * 1024 * 1024, (byFile.get(file) ?? 0) * 4) : undefined,
    stored: (file) => {
      done += byFile.get(file) ?? 0
      context.progress.report(done, total)
    },
    signal,
  })
}

/** What can be stored only when pg_dump has ended: the table of contents, and the cluster-wide objects. */
async function storeLastFiles(
  context: DumpContext,
  folder: string,
  globals: Globals,
  signal: AbortSignal,
): Promise<{ artifacts: ArtifactRecord[]; globals: boolean; notIncluded: PostgresRecord['notIncluded'] }> {
  const toc = await context.sink.put(
    { name: 'toc.dat', body: createReadStream(join(folder, 'toc.dat')), compressedBy: 'none' },
    signal,
  )
  if (globals.file === null) {
    const accepted = context.config.acceptNotIncluded.includes('globals')
    return {
      artifacts: [toc],
      globals: false,
      notIncluded: [{ type: 'globals', object: 'globals', reason: globals.reason, accepted }],
    }
  }
  const record = await context.sink.put(
    { name: 'globals.sql', body: createReadStream(globals.file), compressedBy: 'lifeboat' },
    signal,
  )
  return { artifacts: [toc, record], globals: true, notIncluded: [] }
}

type Globals = { file: string } | { file: null; reason: string }

/** Roles, memberships, tablespaces and settings of the server, in a file; or why they cannot be had. */
async function dumpGlobals(context: DumpContext, folder: string, signal: AbortSignal): Promise<Globals> {
  // Beside pg_dump's folder: what lies in that belongs to the archive.
  const file = `${folder}-globals.sql`
  const child = await context.processes.run(
    context.tools.path('pg_dumpall'),
    [
      '--globals-only',
      // What all databases share has no encoding of its own: as this one's, nothing is converted.
      `--encoding=${context.facts.encoding}`,
      '--no-password',
      `--file=${file}`,
      `--database=${connectionString(context.facts.database)}`,
      ...(context.config.rolePasswords ? [] : ['--no-role-passwords']),
    ],
    {
      environment: libpqEnvironment(context.address, context.applicationName, pinnedOptions(context.pooling)),
      signal,
    },
  )
  signal.throwIfAborted()
  if (child.code === 0) return { file }
  const failure = readPgDumpError(child.stderr, child)
  if (failure.kind === 'access')
    return { file: null, reason: 'the role may not read the roles of the server' }
  // A role that was named in a database of another encoding; pg_dumpall cannot be helped there.
  if (failure.kind === 'integrity') return { file: null, reason: failure.message }
  throw failure
}

function tableRecord(
  relation: Relation,
  rows: ReadonlyMap<number, number>,
): PostgresRecord['tables'][number] {
  const kinds: Record<string, PostgresRecord['tables'][number]['kind']> = {
    S: 'sequence',
    m: 'materialized view',
  }
  return {
    oid: relation.oid,
    schema: relation.schema,
    name: relation.name,
    kind: kinds[relation.kind] ?? 'table',
    rows: rows.get(relation.oid) ?? null,
    bytes: relation.bytes,
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

/** The end of what a program says on stderr; it is parsed, never shown as it is. */
async function collect(stream: Readable): Promise<string> {
  let text = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) text = (text + String(chunk)).slice(-64 * 1024)
  return text
}
