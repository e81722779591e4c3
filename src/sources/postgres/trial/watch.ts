import { z } from 'zod'
import type { MigrationEvent } from '../../../domain/pull-request/catalog.ts'
import type { Session } from '../session.ts'

/** The schema of our own, in the laboratory's database. */
export const ownSchema = 'lifeboat_trial'

/**
 * Lets the server itself note what each statement does, in the transaction in which it does it: event triggers see
 * every command on definitions with the locks that are held at its end, whoever sends it, so that a migration tool needs
 * no change and nothing has to be polled. Statements on rows are seen by triggers of the tables.
 */
export async function beginWatching(session: Session): Promise<void> {
  await session.query('preparing to watch', watchSql)
  // They have seen themselves being made.
  await session.query('preparing to watch', `truncate ${ownSchema}.seen`)
}

const watchSql = `
create schema ${ownSchema};
create table ${ownSchema}.seen (
  id bigint generated always as identity, event text, tag text, transaction text, place text, text text,
  locks jsonb, scans jsonb, relations jsonb
);
create function ${ownSchema}.note(event text, tag text, relations jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into ${ownSchema}.seen (event, tag, transaction, place, text, locks, scans, relations)
  select event, tag, txid_current()::text, nullif(current_setting('${ownSchema}.place', true), ''), left(current_query(), 10000),
    (select coalesce(jsonb_agg(jsonb_build_object('relation', l.relation::bigint, 'mode', l.mode)), '[]') from pg_locks l
     where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.granted and l.relation >= 16384
       and l.database = (select oid from pg_database where datname = current_database())),
    (select coalesce(jsonb_agg(jsonb_build_object('relation', t.relid::bigint, 'count', t.seq_scan)), '[]') from pg_stat_xact_user_tables t
     where t.seq_scan > 0 and t.schemaname <> '${ownSchema}'),
    coalesce(relations, '[]');
end $$;
create function ${ownSchema}.note_command() returns event_trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one regclass;
begin
  if tg_event = 'table_rewrite' then
    perform ${ownSchema}.note(tg_event, tg_tag, jsonb_build_array(pg_event_trigger_table_rewrite_oid()::bigint));
    return;
  else
    perform ${ownSchema}.note(tg_event, tg_tag, (select jsonb_agg(distinct objid::bigint) from pg_event_trigger_ddl_commands() where classid = 'pg_class'::regclass));
  end if;
  -- Migrations switch triggers off to work faster; this one is not theirs.
  for one in select tgrelid::regclass from pg_trigger where tgname = 'lifeboat_trial' and tgenabled <> 'A' loop
    execute format('alter table only %s enable always trigger lifeboat_trial', one);
  end loop;
end $$;
create function ${ownSchema}.note_rows() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform ${ownSchema}.note(tg_op, tg_op, jsonb_build_array(tg_relid::bigint));
  return null;
end $$;
do $$
declare
  one regclass;
begin
  for one in select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema', '${ownSchema}') and n.nspname !~ '^pg_toast'
  loop
    execute format('create trigger lifeboat_trial before truncate or delete or update on %s for each statement execute function ${ownSchema}.note_rows()', one);
    -- Always: also while the session plays a replica, in which other triggers rest.
    execute format('alter table only %s enable always trigger lifeboat_trial', one);
  end loop;
end $$;
create event trigger lifeboat_trial_end on ddl_command_end execute function ${ownSchema}.note_command();
create event trigger lifeboat_trial_rewrite on table_rewrite execute function ${ownSchema}.note_command();
alter event trigger lifeboat_trial_end enable always;
alter event trigger lifeboat_trial_rewrite enable always;
grant usage on schema ${ownSchema} to public;
`

const relation = z.coerce.number()
const seenSchema = z.array(
  z.object({
    event: z.string(),
    tag: z.string(),
    transaction: z.string(),
    place: z.string().nullable(),
    text: z.string(),
    locks: z.array(z.object({ relation, mode: z.string() })),
    scans: z.array(z.object({ relation, count: z.coerce.number() })),
    relations: z.array(relation),
  }),
)

/** What was noted, in order. Transactions that were rolled back have left nothing. */
export async function readEvents(session: Session): Promise<MigrationEvent[]> {
  const [row] = await session.query<{ events: string | null }>(
    'reading what the migrations did',
    `select jsonb_agg(to_jsonb(s) - 'id' order by s.id)::text as events from ${ownSchema}.seen s`,
  )
  return seenSchema.parse(JSON.parse(row?.events ?? '[]'))
}
