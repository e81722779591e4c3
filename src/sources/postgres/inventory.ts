import type { NotIncluded, PostgresRecord } from '../../domain/manifest.ts'
import { qualifiedName, type Session } from './session.ts'

/** What a server and database are: read once, before a dump. */
export interface ServerFacts {
  /** `17.11`. */
  version: string
  major: number
  /** `server_version_num`. */
  versionNumber: number
  systemIdentifier: string | null
  standby: boolean
  superuser: boolean
  bypassRls: boolean
  user: string
  database: string
  databaseSize: number
  encoding: string
  locale: PostgresRecord['locale']
  lcMonetary: string
  otherDatabases: number
}

export async function readServerFacts(session: Session): Promise<ServerFacts> {
  const doing = 'asking the server what it is'
  const [version] = await session.query<{ text: string; number: string }>(
    doing,
    "select current_setting('server_version') as text, current_setting('server_version_num') as number",
  )
  const versionNumber = Number(version?.number ?? 0)
  const major = Math.floor(versionNumber / 10_000)
  const provider = major >= 15 ? 'datlocprovider::text' : "'c'"
  const locale = major >= 17 ? 'datlocale' : major >= 15 ? 'daticulocale' : 'null'
  const rules = major >= 16 ? 'daticurules' : 'null'
  const [row] = await session.query<Record<string, string | null>>(
    doing,
    `select pg_catalog.pg_is_in_recovery()::text as standby, r.rolsuper::text as superuser, (r.rolsuper or r.rolbypassrls)::text as bypass_rls,
       r.rolname::text as role, d.datname::text as database, pg_catalog.pg_database_size(d.oid)::text as size,
       pg_catalog.pg_encoding_to_char(d.encoding) as encoding, d.datcollate::text as collate, d.datctype::text as ctype,
       ${provider} as provider, ${locale} as locale, ${rules} as rules, current_setting('lc_monetary') as monetary,
       (select count(*) from pg_catalog.pg_database o where o.datallowconn and not o.datistemplate and o.oid <> d.oid and o.datname <> 'postgres')::text as others
     from pg_catalog.pg_database d, pg_catalog.pg_roles r
     where d.datname = current_database() and r.rolname = current_user`,
  )
  const providers: Record<string, 'libc' | 'icu' | 'builtin'> = { c: 'libc', i: 'icu', b: 'builtin' }
  return {
    version: (version?.text ?? '').split(' ')[0] ?? '',
    major,
    versionNumber,
    systemIdentifier: await readSystemIdentifier(session),
    standby: row?.['standby'] === 'true',
    superuser: row?.['superuser'] === 'true',
    bypassRls: row?.['bypass_rls'] === 'true',
    user: row?.['role'] ?? '',
    database: row?.['database'] ?? '',
    databaseSize: Number(row?.['size'] ?? 0),
    encoding: row?.['encoding'] ?? 'UTF8',
    locale: {
      provider: providers[row?.['provider'] ?? 'c'] ?? 'libc',
      collate: row?.['collate'] ?? 'C',
      ctype: row?.['ctype'] ?? 'C',
      locale: row?.['locale'] ?? null,
      icuRules: row?.['rules'] ?? null,
    },
    lcMonetary: row?.['monetary'] ?? 'C',
    otherDatabases: Number(row?.['others'] ?? 0),
  }
}

/** Managed services may keep it from us; it only helps to tell servers apart. */
async function readSystemIdentifier(session: Session): Promise<string | null> {
  const [allowed] = await session.query<{ yes: string }>(
    'asking for the system identifier',
    "select has_function_privilege('pg_catalog.pg_control_system()', 'execute')::text as yes",
  )
  if (allowed?.yes !== 'true') return null
  const [row] = await session.query<{ id: string }>(
    'asking for the system identifier',
    'select system_identifier::text as id from pg_catalog.pg_control_system()',
  )
  return row?.id ?? null
}

/** A relation whose rows pg_dump may write. */
export interface Relation {
  oid: number
  schema: string
  name: string
  /** pg_class.relkind: r, m, S, p, f. */
  kind: string
  persistence: string
  relfilenode: number
  /** Heap, TOAST and maps, without indexes. */
  bytes: number
  /** The extension that owns it, if any, and whether pg_dump writes its rows all the same. */
  extension: string | null
  extensionConfig: boolean
  /** A filter by which only some of an extension's configuration rows are written. */
  extensionFilter: boolean
  canSelect: boolean
  /** Row security would hide rows from this role. */
  rowSecurity: boolean
}

/** Everything with rows of its own outside the system schemas, largest first. */
export async function readRelations(session: Session): Promise<Relation[]> {
  const rows = await session.query<Record<string, string | null>>(
    'reading the catalog',
    `select c.oid::text as oid, n.nspname::text as schema, c.relname::text as name, c.relkind::text as kind, c.relpersistence::text as persistence,
       c.relfilenode::text as relfilenode,
       (case when c.relkind in ('r', 'm', 'S') then coalesce(pg_catalog.pg_table_size(c.oid), 0) else 0 end)::text as bytes,
       e.extname::text as extension, (c.oid = any (e.extconfig))::text as config,
       (coalesce(e.extcondition[array_position(e.extconfig, c.oid)], '') <> '')::text as filter,
       (has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select'))::text as selectable,
       (c.relrowsecurity and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'usage')))::text as row_security
     from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     left join pg_catalog.pg_depend x on x.classid = 'pg_catalog.pg_class'::regclass and x.objid = c.oid and x.objsubid = 0
       and x.deptype = 'e' and x.refclassid = 'pg_catalog.pg_extension'::regclass
     left join pg_catalog.pg_extension e on e.oid = x.refobjid
     where c.relkind in ('r', 'm', 'S', 'p', 'f') and c.relpersistence <> 't'
       and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
     order by 7 desc, 1`,
  )
  return rows
    .map((row) => ({
      oid: Number(row['oid']),
      schema: row['schema'] ?? '',
      name: row['name'] ?? '',
      kind: row['kind'] ?? '',
      persistence: row['persistence'] ?? '',
      relfilenode: Number(row['relfilenode']),
      bytes: Number(row['bytes']),
      extension: row['extension'] ?? null,
      extensionConfig: row['config'] === 'true',
      extensionFilter: row['filter'] === 'true',
      canSelect: row['selectable'] === 'true',
      rowSecurity: row['row_security'] === 'true',
    }))
    .sort((a, b) => b.bytes - a.bytes)
}

/** Whether pg_dump writes a data entry for it. */
export function hasDataEntry(relation: Relation, standby: boolean): boolean {
  if (relation.kind !== 'r') return false
  if (standby && relation.persistence === 'u') return false
  return relation.extension === null || relation.extensionConfig
}

export async function readExtensions(session: Session): Promise<PostgresRecord['extensions']> {
  return session.query<{ name: string; version: string; schema: string }>(
    'reading the extensions',
    `select e.extname::text as name, e.extversion as version, n.nspname::text as schema
     from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace order by 1`,
  )
}

export async function countLargeObjects(session: Session): Promise<number> {
  const [row] = await session.query<{ count: string }>(
    'counting the large objects',
    'select count(*)::text as count from pg_catalog.pg_largeobject_metadata',
  )
  return Number(row?.count ?? 0)
}

/**
 * What pg_dump leaves out with exit code 0. Extension-owned tables count only when they hold rows, since an
 * extension's own script fills the others again.
 */
export async function findNotIncluded(
  session: Session,
  facts: ServerFacts,
  relations: readonly Relation[],
  accepted: readonly string[],
): Promise<NotIncluded[]> {
  const found: Omit<NotIncluded, 'accepted'>[] = []
  for (const relation of relations) {
    const object = `${relation.schema}.${relation.name}`
    if (facts.standby && relation.persistence === 'u' && (relation.kind === 'r' || relation.kind === 'S')) {
      const type = relation.kind === 'r' ? 'unlogged table' : 'unlogged sequence'
      found.push({ type, object, reason: 'a standby has no data of unlogged relations' })
    } else if (
      relation.kind === 'r' &&
      relation.extension !== null &&
      !relation.extensionConfig &&
      relation.canSelect &&
      (await hasRows(session, relation))
    ) {
      found.push({
        type: 'extension-owned table',
        object,
        reason: `extension ${relation.extension} does not mark it as configuration`,
      })
    }
  }
  const invalid = await session.query<{ object: string }>(
    'looking for invalid indexes',
    `select n.nspname || '.' || c.relname as object from pg_catalog.pg_index i
     join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where not i.indisvalid and c.relkind = 'i' and n.nspname !~ '^pg_' order by 1`,
  )
  for (const { object } of invalid) {
    found.push({
      type: 'invalid index',
      object,
      reason: 'pg_dump leaves out indexes that were never finished',
    })
  }
  if (!facts.superuser) {
    const mappings = await session.query<{ object: string }>(
      'reading the user mappings',
      "select s.srvname || ' for ' || coalesce(m.usename, 'public') as object from pg_catalog.pg_user_mappings m join pg_catalog.pg_foreign_server s on s.oid = m.srvid where m.umoptions is null order by 1",
    )
    for (const { object } of mappings)
      found.push({ type: 'user mapping', object, reason: 'its options are readable by a superuser only' })
    const subscriptions = await session.query<{ object: string }>(
      'reading the subscriptions',
      'select s.subname::text as object from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid where d.datname = current_database() order by 1',
    )
    for (const { object } of subscriptions)
      found.push({ type: 'subscription', object, reason: 'subscriptions are readable by a superuser only' })
  }
  return found.map((entry) => ({
    ...entry,
    accepted: accepted.includes(entry.object) || accepted.includes(entry.type),
  }))
}

async function hasRows(session: Session, relation: Relation): Promise<boolean> {
  const [row] = await session.query<{ yes: string }>(
    'looking into extension-owned tables',
    `select exists (select from only ${qualifiedName(relation.schema, relation.name)})::text as yes`,
  )
  return row?.yes === 'true'
}
