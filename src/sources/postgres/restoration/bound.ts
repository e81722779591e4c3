import type { Session } from '../session.ts'

/** Something bound to a database that does not follow when another database takes its name. */
export interface Bound {
  /** As a refusal lists it, and an answer names it: `logical slot audit`. */
  name: string
  kind: 'prepared transaction' | 'logical slot' | 'subscription' | 'background worker'
  own: string
}

/** What stands in the way of giving a database's name to another one. */
export async function findBound(session: Session, database: string): Promise<Bound[]> {
  const rows = await session.query<{ kind: Bound['kind']; own: string }>(
    'looking for what is bound to the database',
    `select 'prepared transaction' as kind, gid as own from pg_catalog.pg_prepared_xacts where database = $1
     union all select 'logical slot', slot_name::text from pg_catalog.pg_replication_slots where database = $1 and not temporary
     union all select 'subscription', s.subname::text from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid
       where d.datname = $1 and s.subenabled
     union all select distinct 'background worker', backend_type from pg_catalog.pg_stat_activity where datname = $1
       and backend_type not in ('client backend', 'autovacuum worker', 'parallel worker', 'walsender', 'logical replication worker',
         'logical replication apply worker', 'logical replication tablesync worker', 'logical replication parallel worker')
     order by 1, 2`,
    [database],
  )
  return rows.map((row) => ({ ...row, name: `${row.kind} ${row.own}` }))
}

/** Roles whose sessions this role may not end, of those connected now. What others' processes are may be kept from us. */
export async function findUnendable(session: Session, databases: readonly string[]): Promise<string[]> {
  const rows = await session.query<{ role: string }>(
    'asking who is connected',
    `select distinct coalesce(a.usename, '(unknown)')::text as role from pg_catalog.pg_stat_activity a left join pg_catalog.pg_roles r on r.oid = a.usesysid
     where a.datname = any ($1) and a.pid <> pg_catalog.pg_backend_pid() and coalesce(a.backend_type, 'client backend') = 'client backend'
       and not (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
       and not pg_catalog.pg_has_role(a.usesysid, 'MEMBER')
       and (r.rolsuper or not pg_catalog.pg_has_role('pg_signal_backend', 'MEMBER')) order by 1`,
    [databases],
  )
  return rows.map((row) => row.role)
}

/** Ends every session in some databases that this role may end; one after the other, since one refusal ends a statement. */
export async function endSessions(session: Session, databases: readonly string[]): Promise<void> {
  const doing = 'ending the sessions of the database'
  const rows = await session.query<{ pid: string }>(
    doing,
    `select pid::text from pg_catalog.pg_stat_activity where datname = any ($1) and pid <> pg_catalog.pg_backend_pid()
     and backend_type is distinct from 'autovacuum worker'`,
    [databases],
  )
  for (const { pid } of rows) {
    await session.client.query('select pg_catalog.pg_terminate_backend($1)', [pid]).catch(() => undefined)
  }
}
