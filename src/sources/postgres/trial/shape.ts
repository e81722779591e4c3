import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostgresConfig } from '../../../domain/environment/schema.ts'
import { Failure } from '../../../domain/failure.ts'
import type { Shape } from '../../../domain/pull-request/shape.ts'
import { resolveAddress } from '../address.ts'
import { archiveEncoding, type ArchiveToc, parseToc, type TocEntry } from '../archive/toc.ts'
import type { PostgresContext } from '../context.ts'
import { readServerFacts } from '../inventory.ts'
import { dependingOn } from '../restore/archive-plan.ts'
import { addressForClient } from '../root-certificates.ts'
import { connect, qualifiedName, type Session } from '../session.ts'
import { toolsFor } from '../tools.ts'

export interface ShapeRequest {
  environment: string
  /** Objects to leave out with all that needs them: `shop.function`, `internal.*`. */
  exclude: readonly string[]
  /** Tables of the migration tool, whose rows come along. */
  histories: readonly string[]
  signal: AbortSignal
}

/**
 * What a shape is made of. Everything else stays at home: comments, grants, settings, subscriptions, user mappings,
 * publications' servers, statistics. A new kind of object must be put here before it leaves.
 */
const kinds = new Set([
  'SCHEMA',
  'EXTENSION',
  'TYPE',
  'SHELL TYPE',
  'DOMAIN',
  'COLLATION',
  'CONVERSION',
  'CAST',
  'TRANSFORM',
  'FUNCTION',
  'PROCEDURE',
  'AGGREGATE',
  'OPERATOR',
  'OPERATOR CLASS',
  'OPERATOR FAMILY',
  'ACCESS METHOD',
  'PROCEDURAL LANGUAGE',
  'TEXT SEARCH PARSER',
  'TEXT SEARCH TEMPLATE',
  'TEXT SEARCH DICTIONARY',
  'TEXT SEARCH CONFIGURATION',
  'FOREIGN DATA WRAPPER',
  'SERVER',
  'FOREIGN TABLE',
  'TABLE',
  'TABLE ATTACH',
  'SEQUENCE',
  'SEQUENCE OWNED BY',
  'DEFAULT',
  'VIEW',
  'MATERIALIZED VIEW',
  'CONSTRAINT',
  'CHECK CONSTRAINT',
  'FK CONSTRAINT',
  'INDEX',
  'INDEX ATTACH',
  'STATISTICS',
  'TRIGGER',
  'RULE',
  'POLICY',
  'ROW SECURITY',
  'EVENT TRIGGER',
  'PUBLICATION',
  'PUBLICATION TABLE',
  'PUBLICATION TABLES IN SCHEMA',
])

/** Reads the shape of a database that is in use. Only the catalog is read, and the tables of the migration tool. */
export async function takeShape(
  config: PostgresConfig,
  request: ShapeRequest,
  context: PostgresContext,
): Promise<Shape> {
  const { signal } = request
  const address = resolveAddress(config, context.variables)
  await using session = await connect(address, { applicationName: 'lifeboat', signal })
  const facts = await readServerFacts(session)
  const tools = await toolsFor(
    facts.major,
    { install: config.install, needServer: false, client: config.client },
    context,
    signal,
  )
  const folder = await mkdtemp(join(context.spool, 'shape-'))
  try {
    const client = await addressForClient(address, tools.major, folder)
    const archive = join(folder, 'archive')
    const done = await context.processes.run(
      tools.path('pg_dump'),
      ['-w', '-Fd', '--schema-only', '--no-subscriptions', '--no-security-labels', '-f', archive],
      {
        environment: {
          PATH: '/usr/bin:/bin',
          LC_ALL: 'C',
          PGHOST: client.host,
          PGPORT: String(client.port),
          PGUSER: client.user,
          PGDATABASE: client.database,
          PGSSLMODE: client.sslmode,
          PGTZ: 'UTC',
          ...(client.password === undefined ? {} : { PGPASSWORD: client.password }),
          ...(client.sslrootcert === undefined ? {} : { PGSSLROOTCERT: client.sslrootcert }),
          ...(client.sslcert === undefined ? {} : { PGSSLCERT: client.sslcert }),
          ...(client.sslkey === undefined ? {} : { PGSSLKEY: client.sslkey }),
        },
        signal,
      },
    )
    if (done.code !== 0) {
      throw new Failure('access', 'pg_dump could not read the definitions of the database', {
        hint: 'The role of the backup reads them all; is it the one given here?',
      })
    }
    const toc = parseToc(await readFile(join(archive, 'toc.dat')))
    if (archiveEncoding(toc) === 'SQL_ASCII')
      context.log.warning('the database has no encoding (SQL_ASCII); definitions are taken for UTF-8')
    const { entries, leftOut } = chosen(toc, request.exclude)
    return {
      format: 1,
      environment: request.environment,
      source: config.name,
      takenAt: new Date(context.clock.now()).toISOString(),
      server: { version: facts.version, major: facts.major },
      database: {
        name: facts.database,
        encoding: facts.encoding,
        ...facts.locale,
        lcMonetary: facts.lcMonetary,
        searchPath: await searchPath(session),
      },
      roles: await roles(session),
      entries,
      relations: await relations(session, entries),
      histories: await histories(session, request.histories),
      leftOut,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function chosen(toc: ArchiveToc, exclude: readonly string[]): Pick<Shape, 'entries' | 'leftOut'> {
  const isExcluded = ({ schema, tag }: TocEntry) =>
    exclude.some((pattern) =>
      pattern.endsWith('.*')
        ? schema === pattern.slice(0, -2)
        : `${schema}.${tag.replace(/\(.*$/s, '')}` === pattern,
    )
  const excluded = dependingOn(toc, isExcluded)
  const leftOut = new Map<string, number>()
  const entries: Shape['entries'] = []
  for (const entry of toc.entries) {
    if (!kinds.has(entry.description) || excluded.has(entry.dumpId)) {
      if (!/^(ENCODING|STDSTRINGS|SEARCHPATH|DATABASE)$/.test(entry.description))
        leftOut.set(entry.description, (leftOut.get(entry.description) ?? 0) + 1)
      continue
    }
    entries.push({
      id: entry.dumpId,
      kind: entry.description,
      schema: entry.schema,
      name: entry.tag,
      definition: withoutOptions(entry),
      dependencies: entry.dependencies,
    })
  }
  return { entries, leftOut: [...leftOut].map(([kind, count]) => ({ kind, count })) }
}

/** Options of foreign servers are addresses, and sometimes passwords. Nothing in a laboratory can reach them. */
function withoutOptions({ description, definition }: TocEntry): string {
  return ['SERVER', 'FOREIGN DATA WRAPPER'].includes(description)
    ? definition.replace(/ OPTIONS \(.*\);\s*$/s, ';')
    : definition
}

/** The database's own; other settings may hold secrets. */
async function searchPath(session: Session): Promise<string | null> {
  const [row] = await session.query<{ setting: string | null }>(
    'reading the database’s search_path',
    `select substr(setting, length('search_path=') + 1) as setting
     from pg_catalog.pg_db_role_setting s, unnest(s.setconfig) setting
     where s.setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())
       and s.setrole = 0 and setting like 'search\\_path=%'`,
  )
  return row?.setting ?? null
}

async function roles(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    'reading the names of roles',
    "select rolname::text as name from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1",
  )
  return rows.map(({ name }) => name)
}

/** Of what is in the shape only: a size says that something is there. */
async function relations(session: Session, entries: Shape['entries']): Promise<Shape['relations']> {
  const schemas = [...new Set(entries.map(({ schema, name, kind }) => (kind === 'SCHEMA' ? name : schema)))]
  const rows = await session.query<Record<'schema' | 'name' | 'pages' | 'rows' | 'bytes', string>>(
    'reading the sizes of relations',
    `select n.nspname::text as schema, c.relname::text as name, c.relpages::text as pages, c.reltuples::text as rows,
       (case when c.relkind = 'i' then pg_catalog.pg_relation_size(c.oid) else pg_catalog.pg_table_size(c.oid) end)::text as bytes
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm', 'i') and n.nspname = any ($1) order by 1, 2`,
    [schemas],
  )
  const tables = new Set(
    entries.filter(({ kind }) => /TABLE|VIEW|INDEX|CONSTRAINT/.test(kind)).map((entry) => entry.schema),
  )
  return rows
    .filter(({ schema }) => tables.has(schema))
    .map(({ schema, name, ...numbers }) => ({
      schema,
      name,
      pages: Number(numbers.pages),
      rows: Number(numbers.rows),
      bytes: Number(numbers.bytes ?? 0),
    }))
}

/** Rows of the migration tool's own record. More than a few thousand are no such record. */
async function histories(session: Session, names: readonly string[]): Promise<Shape['histories']> {
  const most = 20_000
  const found: Shape['histories'] = []
  for (const name of names) {
    const [schema = '', table = ''] = name.split(/\.(.*)/s)
    const columns = await session.query<{ name: string }>(
      'reading the columns of a table of migrations',
      `select a.attname::text as name from pg_catalog.pg_attribute a
       where a.attrelid = pg_catalog.to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`,
      [qualifiedName(schema, table)],
    )
    if (columns.length === 0) {
      throw new Failure('config', `history-tables names a table that is not there: ${name}`, {
        hint: 'Name it with its schema, as the database has it.',
      })
    }
    const list = columns.map((column) => `"${column.name.replaceAll('"', '""')}"::text`).join(', ')
    const rows = await session.rows(
      'reading a table of migrations',
      `select ${list} from only ${qualifiedName(schema, table)} limit ${most + 1}`,
    )
    if (rows.length > most) {
      throw new Failure('config', `${name} has more than ${most} rows: it is no record of migrations`)
    }
    found.push({ schema, name: table, columns: columns.map((column) => column.name), rows })
  }
  return found
}
