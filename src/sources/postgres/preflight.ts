import { statfs } from 'node:fs/promises'
import type { PostgresConfig } from '../../domain/environment/schema.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import type { Finding } from '../../ports/source.ts'
import type { PostgresAddress } from './address.ts'
import { hasDataEntry, readRelations, readServerFacts, type Relation, type ServerFacts } from './inventory.ts'
import { detectPooling, directUrlHint, type Pooling } from './pooler.ts'
import { boundLockWaits, type Session } from './session.ts'

/** PostgreSQL majors that Lifeboat backs up. */
export const supportedMajors = { oldest: 13, newest: 18 }

export interface Preflight {
  facts: ServerFacts
  pooling: Pooling
  findings: Finding[]
}

/** Looks for everything that stands in the way of a dump, and lists it at once. */
export async function inspect(
  session: Session,
  context: {
    config: PostgresConfig
    address: PostgresAddress
    applicationName: string
    spool: string
    signal: AbortSignal
  },
): Promise<Preflight> {
  const { config, address } = context
  const facts = await readServerFacts(session)
  const findings: Finding[] = []
  if (facts.major < supportedMajors.oldest || facts.major > supportedMajors.newest) {
    findings.push({
      level: 'refuse',
      failure: 'config',
      text: `source ${config.name}: the server is PostgreSQL ${facts.version}; supported are ${supportedMajors.oldest} to ${supportedMajors.newest}`,
      hint:
        facts.major > supportedMajors.newest
          ? 'Use a newer Lifeboat.'
          : 'Upgrade the server; this version gets no fixes any more.',
    })
  }
  const pooling = await detectPooling(session, address, context.applicationName, context.signal)
  findings.push(...poolingFindings(config, pooling, address))
  if (pooling === 'session') findings.push(...(await unpinnableFindings(session, config)))
  if (pooling !== 'transaction') await boundLockWaits(session, 'session', config.maxBlock)
  const relations = await readRelations(session)
  findings.push(...rightsFindings(config, facts, relations))
  findings.push(...(await largeObjectFindings(session, config, facts)))
  findings.push(...(await connectionFindings(session, config, facts)))
  findings.push(...(await diskFindings(config, facts, context.spool)))
  if (facts.standby) {
    findings.push({
      level: 'notice',
      text: `source ${config.name}: the server is a standby; its replay lag counts towards the age of the data, and conflicts with replay can end a long dump`,
    })
  }
  if (facts.otherDatabases > 0) {
    findings.push({
      level: 'notice',
      text: `source ${config.name}: the server has ${counted(facts.otherDatabases, 'more database')} that this source does not cover`,
    })
  }
  return { facts, pooling, findings }
}

function poolingFindings(config: PostgresConfig, pooling: Pooling, address: PostgresAddress): Finding[] {
  if (pooling === 'transaction') {
    return [
      {
        level: 'refuse',
        failure: 'refused',
        text: `source ${config.name}: the connection goes through a pooler in transaction mode, where a dump cannot hold one snapshot`,
        hint: directUrlHint(address),
      },
    ]
  }
  if (pooling === 'session') {
    return [
      {
        level: 'notice',
        text: `source ${config.name}: the connection goes through a pooler in session mode; it must have ${config.jobs + 3} server connections free`,
      },
    ]
  }
  return []
}

/** How bytes are written changes the digest of a table; pg_dump does not pin it, and a pooler keeps us from doing so. */
async function unpinnableFindings(session: Session, config: PostgresConfig): Promise<Finding[]> {
  const [row] = await session.query<{ value: string }>(
    'reading settings',
    "select current_setting('bytea_output') as value",
  )
  if (row?.value === 'hex') return []
  return [
    {
      level: 'refuse',
      failure: 'config',
      text: `source ${config.name}: bytea_output is not hex for this role and database, and behind a pooler the dump cannot set it for itself`,
      hint: 'Set it for the role: ALTER ROLE … IN DATABASE … SET bytea_output = hex; or connect without the pooler.',
    },
  ]
}

function rightsFindings(
  config: PostgresConfig,
  facts: ServerFacts,
  relations: readonly Relation[],
): Finding[] {
  if (facts.superuser) return []
  const findings: Finding[] = []
  // pg_dump locks every table and reads every sequence, whether or not rows follow.
  const unreadable = relations.filter(
    (relation) =>
      !relation.canSelect &&
      relation.kind !== 'm' &&
      (relation.extension === null || hasDataEntry(relation, facts.standby)),
  )
  if (unreadable.length > 0) {
    findings.push({
      level: 'refuse',
      failure: 'access',
      text: `source ${config.name}: the role may not read ${unreadable.length} of ${relations.length} tables and sequences (SELECT, with USAGE on their schemas)`,
      hint: 'Grant pg_read_all_data to the role (PostgreSQL 14 and later), or SELECT on each of them and USAGE on their schemas.',
      subjects: unreadable.map((relation) => `${relation.schema}.${relation.name}`),
    })
  }
  const secured = relations.filter((relation) => relation.rowSecurity && relation.kind !== 'm')
  if (secured.length > 0 && !facts.bypassRls) {
    findings.push({
      level: 'refuse',
      failure: 'access',
      text: `source ${config.name}: row security would hide rows of ${counted(secured.length, 'table')} from the role`,
      hint: 'Give the role BYPASSRLS, or use a superuser.',
      subjects: secured.map((relation) => `${relation.schema}.${relation.name}`),
    })
  }
  return findings
}

/** pg_read_all_data does not cover large objects: each needs SELECT on itself. */
async function largeObjectFindings(
  session: Session,
  config: PostgresConfig,
  facts: ServerFacts,
): Promise<Finding[]> {
  if (facts.superuser) return []
  const [row] = await session.query<{ count: string; sample: string | null }>(
    'checking rights on large objects',
    `select count(*)::text as count, string_agg(oid::text, ',') filter (where rank <= 20) as sample from (
       select m.oid, row_number() over (order by m.oid) as rank from pg_catalog.pg_largeobject_metadata m
       where not pg_has_role(m.lomowner, 'usage') and not exists (
         select from pg_catalog.aclexplode(m.lomacl) a
         where a.privilege_type = 'SELECT' and (a.grantee = 0 or pg_has_role(a.grantee, 'usage')))) u`,
  )
  const count = Number(row?.count ?? 0)
  if (count === 0 || (await readsAllLargeObjects(session))) return []
  return [
    {
      level: 'refuse',
      failure: 'access',
      text: `source ${config.name}: the role may not read ${counted(count, 'large object')}`,
      hint: 'GRANT SELECT ON LARGE OBJECT … to the role for each of them, or use their owner or a superuser.',
      subjects: (row?.sample ?? '').split(',').map((oid) => `large object ${oid}`),
    },
  ]
}

/** `lo_compat_privileges` switches the rights of large objects off. */
async function readsAllLargeObjects(session: Session): Promise<boolean> {
  const [row] = await session.query<{ value: string }>(
    'checking rights on large objects',
    "select current_setting('lo_compat_privileges') as value",
  )
  return row?.value === 'on'
}

async function connectionFindings(
  session: Session,
  config: PostgresConfig,
  facts: ServerFacts,
): Promise<Finding[]> {
  // Our own session is counted as taken, and is gone by then: with it, jobs + 3 are to be had.
  const needed = config.jobs + 2
  const [row] = await session.query<{ server: string; role: string | null; database: string | null }>(
    'counting free connections',
    `select (current_setting('max_connections')::int
         - case when r.rolsuper then 0 else current_setting('superuser_reserved_connections')::int + coalesce(current_setting('reserved_connections', true), '0')::int end
         - (select count(*) from pg_catalog.pg_stat_activity where backend_type = 'client backend' or backend_type is null))::text as server,
       (case when r.rolconnlimit < 0 then null else r.rolconnlimit - (select count(*) from pg_catalog.pg_stat_activity a where a.usesysid = r.oid) end)::text as role,
       (case when d.datconnlimit < 0 then null else d.datconnlimit - (select count(*) from pg_catalog.pg_stat_activity a where a.datid = d.oid) end)::text as database
     from pg_catalog.pg_roles r, pg_catalog.pg_database d where r.rolname = current_user and d.datname = current_database()`,
  )
  // Limits of roles and databases do not bind superusers.
  const limits = facts.superuser ? [row?.server] : [row?.server, row?.role, row?.database]
  const free = Math.min(...limits.map((limit) => Number(limit ?? Infinity)))
  if (free >= needed) return []
  return [
    {
      level: 'refuse',
      failure: 'unavailable',
      text: `source ${config.name}: ${needed} connections are needed for ${config.jobs} jobs, and ${Math.max(0, free)} are free`,
      hint: 'Lower jobs in the environment file, or raise max_connections or the role’s connection limit.',
    },
  ]
}

/** Files lie on disk only until they are uploaded, but a slow network lets them pile up: at worst the whole dump. */
async function diskFindings(config: PostgresConfig, facts: ServerFacts, spool: string): Promise<Finding[]> {
  const disk = await statfs(spool)
  const free = disk.bavail * disk.bsize
  if (free < 64 * 1024 * 1024) {
    return [
      {
        level: 'refuse',
        failure: 'capacity',
        text: `source ${config.name}: ${formatBytes(free)} of disk are free in the temporary folder, too little for a dump`,
        hint: 'Free disk space on the runner, or point RUNNER_TEMP at a larger disk.',
      },
    ]
  }
  // A compressed dump is rarely above a third of the database; a warning, since most of it never lies there at once.
  if (free * 3 < facts.databaseSize) {
    return [
      {
        level: 'warning',
        text: `source ${config.name}: ${formatBytes(free)} of disk are free and the database has ${formatBytes(facts.databaseSize)}; if uploads are slower than the dump, the disk may fill up`,
      },
    ]
  }
  return []
}
