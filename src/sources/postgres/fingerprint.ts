import type { SourceFingerprint } from '../../domain/data-fingerprint.ts'
import type { PostgresConfig } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import { resolveAddress } from './address.ts'
import { boundLockWaits, connect } from './session.ts'

/**
 * Tells without reading a row whether anything was written since. `writes` is the next transaction id that would be given
 * out (`pg_snapshot_xmax`), with the database's own oid, so that a database that took its name is another: a transaction
 * that writes takes an id, one that only reads takes none. It belongs to the whole server, so what another database writes
 * changes it too; the error is to the safe side. Its test was run on PostgreSQL 15, 17 and 18.
 */
export async function fingerprintPostgres(
  config: PostgresConfig,
  { variables, signal }: { variables: Readonly<Record<string, string | undefined>>; signal: AbortSignal },
): Promise<SourceFingerprint> {
  const address = resolveAddress(config, variables)
  await using session = await connect(address, { applicationName: 'lifeboat', signal })
  await boundLockWaits(session, 'session', 5_000)
  // The id first: what is written in between makes it look changed, never the other way round.
  const [marks] = await session.query<{ writes: string }>('reading what was written', writesSql)
  const [objects] = await session.query<{ schema: string }>('reading the schema', schemaSql)
  if (marks === undefined || objects === undefined)
    throw new Failure('unavailable', `source ${config.name}: the server gave no answer`)
  return { writes: marks.writes, schema: objects.schema }
}

const writesSql = `
select d.oid::text || '/' || txid_snapshot_xmax(txid_current_snapshot())::text as writes
from pg_database d where d.datname = current_database()`

/** A digest of every definition that a migration can change; what only a restore changes (oids, filenodes) is left out. */
const schemaSql = `
with own as (
  select oid, nspname from pg_namespace
  where nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_toast%' and nspname not like 'pg\\_temp%'
), definitions(line) as (
  select concat_ws('|', 'schema', nspname) from own
  union all
  select concat_ws('|', 'relation', n.nspname, c.relname, c.relkind, c.relrowsecurity, c.reloptions::text)
  from pg_class c join own n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')
  union all
  select concat_ws('|', 'column', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
  from pg_attribute a join pg_class c on c.oid = a.attrelid join own n on n.oid = c.relnamespace
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
  union all
  select concat_ws('|', 'index', pg_get_indexdef(i.indexrelid), i.indisvalid)
  from pg_index i join pg_class c on c.oid = i.indexrelid join own n on n.oid = c.relnamespace
  union all
  select concat_ws('|', 'constraint', n.nspname, k.conrelid::regclass::text, k.conname, k.convalidated, pg_get_constraintdef(k.oid))
  from pg_constraint k join own n on n.oid = k.connamespace
  union all
  select concat_ws('|', 'view', n.nspname, c.relname, pg_get_viewdef(c.oid))
  from pg_class c join own n on n.oid = c.relnamespace where c.relkind in ('v', 'm')
  union all
  select concat_ws('|', 'function', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), p.prosecdef, md5(coalesce(p.prosrc, '')))
  from pg_proc p join own n on n.oid = p.pronamespace
  union all
  select concat_ws('|', 'trigger', pg_get_triggerdef(t.oid), t.tgenabled)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join own n on n.oid = c.relnamespace where not t.tgisinternal
  union all
  select concat_ws('|', 'policy', n.nspname, c.relname, p.polname, p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
  from pg_policy p join pg_class c on c.oid = p.polrelid join own n on n.oid = c.relnamespace
  union all
  select concat_ws('|', 'label', n.nspname, t.typname, e.enumsortorder, e.enumlabel)
  from pg_enum e join pg_type t on t.oid = e.enumtypid join own n on n.oid = t.typnamespace
  union all
  select concat_ws('|', 'extension', extname, extversion) from pg_extension
)
select md5(coalesce(string_agg(line, E'\\n' order by line collate "C"), '')) as schema from definitions`
