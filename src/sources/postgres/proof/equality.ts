import { inParallelWith } from '../../../domain/concurrency.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { TableResult } from '../../../domain/report.ts'
import { counted } from '../../../domain/units.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import type { ProgressSink } from '../../../ports/source.ts'
import { archiveEncoding } from '../archive/toc.ts'
import type { Session } from '../session.ts'
import type { RestoreAccess } from '../restore/access.ts'
import { openTableFile } from '../restore/read-archive.ts'
import { tableKey, type ArchivePlan, type TableData } from '../restore/archive-plan.ts'
import { failed, passed, type Answer, type CheckRecorder } from '../../check-recorder.ts'
import { copyOut, type CopyDigest } from '../restore/copy-data.ts'
import { arrangeFields, isContained, Multiset, multisetOfFile, multisetOfQuery } from './multiset.ts'

export interface EqualityContext {
  plan: ArchivePlan
  record: PostgresRecord
  artifacts: ArtifactReader
  access: RestoreAccess
  /** What was loaded, by dump id. */
  loaded: ReadonlyMap<number, CopyDigest>
  excluded: ReadonlySet<number>
  jobs: number
  /** A proof of a backup that reads no row proves nothing. */
  mustHaveRows: boolean
  checks: CheckRecorder
  table: (result: TableResult) => void
  progress: ProgressSink
  signal: AbortSignal
}

/**
 * Reads every restored table back and compares it with what was dumped, byte by byte; where the order of rows may
 * differ, as a multiset. Tables that are equal share one check, each other one has its own.
 */
export async function proveTablesEqual(context: EqualityContext): Promise<void> {
  const snapshotRows = new Map(
    context.record.tables.map((table) => [tableKey(table.schema, table.name), table.rows]),
  )
  const tables = context.plan.tables.filter((table) => !context.excluded.has(table.entry.dumpId))
  const single = tables
    .filter((table) => !table.throughRoot)
    .sort(
      (a, b) =>
        (context.loaded.get(b.entry.dumpId)?.bytes ?? 0) - (context.loaded.get(a.entry.dumpId)?.bytes ?? 0),
    )
  const groups = Map.groupBy(
    tables.filter((table) => table.throughRoot),
    (table) => table.target,
  )
  const tally = { tables: 0, rows: 0, bytes: 0, asMultiset: 0, contained: 0, roots: 0 }
  const total = [...context.loaded.values()].reduce((sum, digest) => sum + digest.bytes, 0)
  let done = 0

  const judge = (table: TableData, outcome: TableOutcome, digest: CopyDigest | undefined) => {
    context.table({
      source: context.record.name,
      name: table.name,
      rows: digest?.rows ?? null,
      bytes: digest?.bytes ?? null,
      status: outcome.status,
      note: outcome.note,
    })
    if (outcome.status === 'different' || outcome.status === 'missing') {
      context.checks.add(
        'equal',
        'table',
        failed('integrity', outcome.note ?? 'differs from what was dumped', [table.name]),
      )
      return
    }
    tally.tables += 1
    tally.rows += digest?.rows ?? 0
    tally.bytes += digest?.bytes ?? 0
    if (outcome.status === 'equal-as-multiset') tally.asMultiset += 1
    if (outcome.status === 'contained') tally.contained += 1
  }

  await inParallelWith(context.access.open, single, context.jobs, async (table, session) => {
    context.signal.throwIfAborted()
    const digest = context.loaded.get(table.entry.dumpId)
    const rows = snapshotRows.get(tableKey(table.entry.schema, table.entry.tag)) ?? null
    judge(table, await compareTable(session, table, digest, rows, context), digest)
    done += digest?.bytes ?? 0
    context.progress.report(done, total)
  })

  await using session = await context.access.open()
  for (const [root, members] of groups) {
    const outcome = await compareRoot(session, root, members, snapshotRows, context)
    tally.roots += 1
    for (const table of members) judge(table, outcome, context.loaded.get(table.entry.dumpId))
  }
  if (context.mustHaveRows && tally.rows === 0 && context.record.largeObjects === 0) {
    context.checks.add(
      'equal',
      'rows',
      failed(
        'objective',
        'the restored database has no row, so nothing was read that could prove anything',
        [],
        'Is it the right database? A backup of a database without rows is never called good.',
      ),
    )
  }
  if (tally.tables > 0) {
    const extras = [
      ...(tally.asMultiset > 0 ? [`${tally.asMultiset} in another order of rows`] : []),
      ...(tally.roots > 0 ? [`${counted(tally.roots, 'partitioned table')} compared as a whole`] : []),
      ...(tally.contained > 0 ? [`${tally.contained} of extensions by containment`] : []),
    ]
    const more = extras.length === 0 ? '' : ` (${extras.join(', ')})`
    context.checks.add(
      'equal',
      'tables',
      passed(
        `${tally.tables} tables with ${tally.rows} rows, ${tally.bytes} bytes, equal what was dumped${more}`,
      ),
    )
  }
}

interface TableOutcome {
  status: TableResult['status']
  note: string | null
}

async function compareTable(
  session: Session,
  table: TableData,
  digest: CopyDigest | undefined,
  counted: number | null,
  context: EqualityContext,
): Promise<TableOutcome> {
  if (digest === undefined) return { status: 'missing', note: 'it was not restored' }
  if (!table.ofExtension && counted !== null && counted !== digest.rows) {
    return { status: 'different', note: `the dump has ${digest.rows} rows, the snapshot had ${counted}` }
  }
  const columns = table.columns.length === 0 ? '' : ` (${table.columns.join(', ')})`
  const options = `with (encoding '${archiveEncoding(context.plan.toc)}')`
  const statement = `copy ${table.target}${columns} to stdout ${options}`
  if (table.ofExtension) {
    const contained = await isContained(
      session,
      await openTableFile(table, context),
      statement,
      context.signal,
    )
    return contained
      ? { status: 'contained', note: 'the rows of the dump are there; the extension may add its own' }
      : { status: 'different', note: 'rows of the dump are missing from the extension’s table' }
  }
  const restored = await copyOut(session, statement, context.signal)
  if (restored.sha256 === digest.sha256) return { status: 'equal', note: null }
  if (restored.rows !== digest.rows) {
    return { status: 'different', note: `${restored.rows} rows are restored, ${digest.rows} were dumped` }
  }
  const dumped = await multisetOfFile(await openTableFile(table, context), null, context.signal)
  const found = await multisetOfQuery(session, statement, context.signal)
  return dumped.equals(found)
    ? { status: 'equal-as-multiset', note: 'the same rows in another order' }
    : { status: 'different', note: 'values of rows differ from what was dumped' }
}

/** Partitions that are loaded through their root: rows may land in another leaf than they came from, so the root counts. */
async function compareRoot(
  session: Session,
  root: string,
  members: readonly TableData[],
  counted: ReadonlyMap<string, number | null>,
  context: EqualityContext,
): Promise<TableOutcome> {
  const order = members[0]?.columns ?? []
  const dumped = new Multiset()
  for (const table of members) {
    const digest = context.loaded.get(table.entry.dumpId)
    if (digest === undefined) return { status: 'missing', note: 'a partition was not restored' }
    const rows = counted.get(tableKey(table.entry.schema, table.entry.tag)) ?? null
    if (rows !== null && rows !== digest.rows)
      return {
        status: 'different',
        note: `a partition’s dump has ${digest.rows} rows, the snapshot had ${rows}`,
      }
    const same = table.columns.join() === order.join()
    const arrange = same ? null : arrangeFields(order.map((column) => table.columns.indexOf(column)))
    dumped.join(await multisetOfFile(await openTableFile(table, context), arrange, context.signal))
  }
  const statement = `copy (select ${order.join(', ')} from ${root}) to stdout with (encoding '${archiveEncoding(context.plan.toc)}')`
  const found = await multisetOfQuery(session, statement, context.signal)
  return dumped.equals(found)
    ? { status: 'equal', note: 'compared with the other partitions of its root' }
    : { status: 'different', note: 'rows of the partitioned table differ from what was dumped' }
}

/** Large objects, one by one, by the digest of their bytes. */
export async function proveLargeObjectsEqual(
  session: Session,
  expected: ReadonlyMap<string, { sha256: string; size: number }>,
  signal: AbortSignal,
): Promise<Answer> {
  const wrong: string[] = []
  for (const [oid, object] of expected) {
    signal.throwIfAborted()
    if ((await largeObjectDigest(session, oid, object.size)) !== object.sha256)
      wrong.push(`large object ${oid}`)
  }
  return wrong.length === 0
    ? passed(`${expected.size} large objects equal what was dumped`)
    : failed(
        'integrity',
        `${counted(wrong.length, 'large object differs', 'large objects differ')} from what was dumped`,
        wrong,
      )
}

async function largeObjectDigest(session: Session, oid: string, size: number): Promise<string | null> {
  const doing = 'reading a restored large object'
  const step = 16 * 1024 * 1024
  const { createHash } = await import('node:crypto')
  const [there] = await session.query<{ yes: string }>(
    doing,
    'select exists (select from pg_catalog.pg_largeobject_metadata where oid = $1)::text as yes',
    [oid],
  )
  if (there?.yes !== 'true') return null
  if (size <= step) {
    const [row] = await session.query<{ digest: string }>(
      doing,
      "select encode(sha256(lo_get($1::oid)), 'hex') as digest",
      [oid],
    )
    return row?.digest ?? null
  }
  const hash = createHash('sha256')
  // One byte more than expected is asked for, so that a longer object is noticed.
  for (let offset = 0; offset <= size; offset += step) {
    const [row] = await session.query<{ part: string }>(
      doing,
      "select encode(lo_get($1::oid, $2, $3), 'hex') as part",
      [oid, offset, step],
    )
    hash.update(Buffer.from(row?.part ?? '', 'hex'))
  }
  return hash.digest('hex')
}
