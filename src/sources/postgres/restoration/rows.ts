import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import { Failure } from '../../../domain/failure.ts'
import type { Restoration, RestorationContext, RestorationResult } from '../../../ports/restoration.ts'
import { archiveEncoding, type TocEntry } from '../archive/toc.ts'
import { planArchive, type ArchivePlan, type TableData } from '../restore/archive-plan.ts'
import { copyIn } from '../restore/copy-data.ts'
import { dataSettings } from '../restore/data-settings.ts'
import { openTableFile, readToc } from '../restore/read-archive.ts'
import { serverFailure } from '../server-error.ts'
import { connect, qualifiedName, quoteIdentifier, type Session } from '../session.ts'
import { sessionSettings } from './beside.ts'
import { holdNames } from './lock.ts'
import { backupStamp, restoreMark } from './names.ts'
import { refusal } from './obstacles.ts'
import { publicUrl } from './place.ts'
import { demandNothingRefused, describeSurvey, survey, type RestoreBase } from './survey.ts'

/**
 * Some rows of some tables, for inspection: into a schema of their own, `lifeboat_<backup>`, of the database that is
 * there, or that the target names. Nothing else in it is touched. The schema appears whole or not at all, since one
 * transaction makes it.
 *
 * The conditions are the user's own SQL. They are asked of a temporary copy of the table with the rights of the role that
 * restores, in a transaction that may only read, under the database's own search_path.
 */
export function openRows(base: RestoreBase): Restoration {
  const { place, request, record } = base
  const schema = `lifeboat_${backupStamp(request.backupId)}`
  const wanted = request.selection?.rows ?? []
  // Rows are put beside what is in use; only a plain name or a URL leads elsewhere.
  const database = request.target === null ? place.address.database : place.database
  const enter = (signal: AbortSignal) =>
    connect(
      { ...place.address, database },
      { applicationName: 'lifeboat', settings: { default_transaction_read_only: 'off' }, signal },
    )
  const look = async (session: Session, artifacts: ArtifactReader | null, signal: AbortSignal) => {
    const found = await survey({ ...base, request: { ...request, selection: null } }, session, null, signal)
    const others = [...(request.selection?.tables ?? []), ...(request.selection?.schemas ?? [])]
    const findings = found.findings.filter(({ failure }) => failure !== 'missing' && failure !== 'capacity')
    if (others.length > 0)
      findings.push(
        refusal(
          'config',
          'rows of tables and whole tables cannot be restored at once',
          'Restore them one after the other.',
          others,
        ),
      )
    const rows = await session.query(
      'looking for schemas',
      'select from pg_catalog.pg_namespace where nspname = $1',
      [schema],
    )
    if (rows.length > 0)
      findings.push(
        refusal(
          'refused',
          'the schema for the rows is there already, from an earlier restore of this backup',
          'Drop it when it is no longer needed: DROP SCHEMA … CASCADE.',
          [schema],
        ),
      )
    const [right] = await session.query<{ create: string }>(
      'asking for rights',
      `select (pg_catalog.has_database_privilege(current_database(), 'CREATE') and pg_catalog.has_database_privilege(current_database(), 'TEMPORARY'))::text as create`,
    )
    if (right?.create !== 'true')
      findings.push(
        refusal(
          'access',
          'this role may not make schemas and temporary tables in the database',
          'GRANT CREATE, TEMPORARY ON DATABASE to it.',
        ),
      )
    const plan = artifacts === null ? null : planArchive(await readToc(record, artifacts, signal), record)
    const absent = wanted.filter(
      ({ table }) => !record.tables.some((known) => `${known.schema}.${known.name}` === table),
    )
    if (absent.length > 0)
      findings.push(
        refusal(
          'missing',
          `the backup does not have ${absent.length} of the tables asked for`,
          'Write tables as schema.table, as reports name them.',
          absent.map(({ table }) => table),
        ),
      )
    return { found, findings, plan }
  }
  return {
    async inspect(signal, artifacts) {
      await using session = await enter(signal)
      const { found, findings } = await look(session, artifacts ?? null, signal)
      const { facts, diskFree } = describeSurvey(found, record)
      const tables = record.tables.filter((table) =>
        wanted.some((row) => row.table === `${table.schema}.${table.name}`),
      )
      return {
        findings,
        facts,
        diskFree,
        diskNeeded: tables.reduce((sum, table) => sum + table.bytes, 0),
        present: 'there',
        place: publicUrl(place.address, database),
        keptAs: null,
        steps: [
          {
            name: 'rows',
            detail: 'each table into a temporary one, then the rows asked for into a schema of their own',
            subjects: [schema, ...wanted.map(({ table }) => table)],
          },
        ],
      }
    },
    async restore(run) {
      await using session = await enter(run.signal)
      await holdNames(session, [`${database}\0${schema}`])
      const { findings, plan } = await look(session, run.artifacts, run.signal)
      demandNothingRefused(findings)
      if (plan === null) throw new Failure('bug', 'the archive was not looked into')
      return await restoreRows({ ...base, session, plan, schema, database, run })
    },
    exchange: async () => {
      throw new Failure('bug', 'rows for inspection replace nothing')
    },
    async [Symbol.asyncDispose]() {},
  }
}

async function restoreRows(
  context: RestoreBase & {
    session: Session
    plan: ArchivePlan
    schema: string
    database: string
    run: RestorationContext
  },
): Promise<RestorationResult> {
  const { request, record, place, session, plan, schema, database, run, context: world } = context
  const started = world.clock.ticks()
  const { lcMonetary, settings } = await sessionSettings(session, record)
  const open = () =>
    connect(
      { ...place.address, database },
      {
        applicationName: 'lifeboat',
        settings: { ...dataSettings(lcMonetary), ...settings, synchronous_commit: 'on' },
        signal: run.signal,
      },
    )
  await using reading = await open()
  await using writing = await open()
  const doing = 'restoring rows'
  await writing.query(doing, 'begin')
  await writing.query(doing, `create schema ${quoteIdentifier(schema)}`)
  await writing.query(
    doing,
    `comment on schema ${quoteIdentifier(schema)} is '${restoreMark(request.backupId)}: rows for inspection'`,
  )
  let bytes = 0
  for (const { table: name, where } of request.selection?.rows ?? []) {
    const table = plan.tables.find((candidate) => candidate.name === name)
    const definition = plan.toc.entries.find(
      (entry) => entry.description === 'TABLE' && `${entry.schema}.${entry.tag}` === name,
    )
    if (table === undefined || definition === undefined)
      throw new Failure('missing', 'the backup has no rows of a table asked for', { subjects: [name] })
    const columns = columnsOf(table, definition)
    const digest = await fillTemporary(reading, table, columns, plan, run)
    bytes += digest.bytes
    const target = uniqueTarget(schema, definition, request.selection?.rows ?? [])
    await writing.query(doing, `create table ${target} (${columns.map(({ sql }) => sql).join(', ')})`)
    const rows = await copyMatching(reading, writing, definition.tag, target, where, run.signal)
    run.table({
      source: record.name,
      name,
      rows,
      bytes: null,
      status: 'unproven',
      note: `${rows} of ${digest.rows} rows fulfil the condition`,
    })
    await reading.query(doing, 'drop table pg_temp.lifeboat_rows')
  }
  await writing.query(doing, 'commit')
  return {
    database,
    schema,
    place: publicUrl(place.address, database),
    bytes,
    steps: [{ name: 'rows', duration: world.clock.ticks() - started }],
    left: [
      {
        text: 'the rows have neither indexes nor constraints nor defaults',
        subjects: [],
      },
    ],
  }
}

interface Column {
  name: string
  /** Name and type, for CREATE TABLE. */
  sql: string
}

/**
 * The columns that the backup has data of, with their types, from lines of CREATE TABLE as pg_dump writes them. A type
 * that cannot be read so becomes text, which takes any value as COPY writes it.
 */
function columnsOf(table: TableData, definition: TocEntry): Column[] {
  const types = new Map<string, string>()
  const end = String.raw`(?: COLLATE .*| STORAGE .*| COMPRESSION .*| DEFAULT .*| GENERATED .*| CONSTRAINT .*| NOT NULL.*)?,?$`
  const line = new RegExp(String.raw`^ {4}("(?:[^"]|"")*"|[^\s",(]+) ((?:"[^"]*"|[^"])+?)${end}`)
  for (const text of definition.definition.split('\n')) {
    const match = line.exec(text)
    if (match?.[1] !== undefined && match[2] !== undefined) types.set(match[1], match[2])
  }
  return table.columns.map((name) => ({ name, sql: `${name} ${types.get(name) ?? 'text'}` }))
}

/** A table's name in the schema of rows; with its own schema's where two are namesakes. */
function uniqueTarget(
  schema: string,
  { schema: own, tag }: TocEntry,
  rows: readonly { table: string }[],
): string {
  const namesakes = rows.filter(({ table }) => table.endsWith(`.${tag}`)).length
  return qualifiedName(schema, namesakes > 1 ? `${own}_${tag}` : tag)
}

async function fillTemporary(
  session: Session,
  table: TableData,
  columns: readonly Column[],
  plan: ArchivePlan,
  run: RestorationContext,
) {
  await session.query(
    'restoring rows',
    `create temporary table lifeboat_rows (${columns.map(({ sql }) => sql).join(', ')})`,
  )
  const list = columns.length === 0 ? '' : ` (${columns.map(({ name }) => name).join(', ')})`
  return copyIn(
    session,
    `copy pg_temp.lifeboat_rows${list} from stdin with (encoding '${archiveEncoding(plan.toc)}')`,
    await openTableFile(table, { plan, artifacts: run.artifacts, signal: run.signal }),
    run.signal,
  )
}

/** The rows that fulfil the condition, through us into the other session's table: this one may only read. */
async function copyMatching(
  reading: Session,
  writing: Session,
  alias: string,
  target: string,
  where: string,
  signal: AbortSignal,
): Promise<number> {
  const doing = 'asking for the rows that fulfil a condition'
  await reading.query(doing, 'begin transaction read only')
  await reading.query(doing, 'set local search_path to default')
  // By itself first, in a query that can hold one statement only.
  const select = `select * from pg_temp.lifeboat_rows as ${quoteIdentifier(alias)} where (${where}\n)`
  await reading.query(doing, `select from (${select}) as tried where $1::boolean`, [false])
  const { from, to } = await import('pg-copy-streams')
  const source = reading.client.query(to(`copy (${select}) to stdout`))
  const sink = writing.client.query(from(`copy ${target} from stdin`))
  try {
    await pipeline(source, new PassThrough(), sink, { signal })
  } catch (error) {
    signal.throwIfAborted()
    throw serverFailure(error, doing)
  }
  await reading.query(doing, 'commit')
  return sink.rowCount
}
