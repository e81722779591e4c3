import { z } from 'zod'
import type { Catalog } from '../../../domain/pull-request/catalog.ts'
import type { Session } from '../session.ts'
import { ownSchema } from './watch.ts'

/** Sizes of relations as production has them, by oid: of the heap, and of the indexes on it. */
export type Sizes = ReadonlyMap<number, { bytes: number; rows: number; indexBytes: number }>

const ours = `n.nspname not in ('pg_catalog', 'information_schema', '${ownSchema}') and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')`

/** Reads what the database consists of. Sizes are those that the shape says, or those of the restored files. */
export async function readCatalog(session: Session, sizes: Sizes | null): Promise<Catalog> {
  const tables = await ask(
    session,
    tableSchema,
    `select c.oid::bigint as oid, n.nspname || '.' || c.relname as name,
       case when c.relispartition then coalesce(pg_partition_root(c.oid), c.oid) else c.oid end::bigint as root,
       pg_table_size(c.oid) as bytes, greatest(c.reltuples, 0) as rows, pg_indexes_size(c.oid) as "indexBytes",
       (select coalesce(jsonb_agg(jsonb_build_object('number', a.attnum, 'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'notNull', a.attnotnull, 'hasDefault', a.atthasdef or a.attidentity <> '' or t.typdefault is not null) order by a.attnum), '[]')
        from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and c.relpersistence <> 't' and ${ours} order by 2`,
  )
  const objects = await ask(
    session,
    z.object({ kind: z.string(), name: z.string() }),
    `select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'foreign table' end as kind,
       n.nspname || '.' || c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm', 'f') and ${ours} order by 2`,
  )
  const constraints = await ask(
    session,
    constraintSchema,
    `select n.nspname || '.' || r.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition, c.convalidated as validated,
       case c.contype when 'c' then 'check' when 'f' then 'foreign key' when 'p' then 'primary key' when 'u' then 'unique'
         when 'x' then 'exclusion' when 'n' then 'not null' else 'trigger' end as kind
     from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
     where c.conparentid = 0 and c.contype <> 'n' and ${ours} order by 1, 2`,
  )
  return {
    tables: tables.map((table) => ({ ...table, ...sizes?.get(table.oid) })),
    objects,
    functions: await readFunctions(session),
    constraints,
  }
}

const columnSchema = z.object({
  number: z.number(),
  name: z.string(),
  type: z.string(),
  notNull: z.boolean(),
  hasDefault: z.boolean(),
})
const tableSchema = z.object({
  oid: z.number(),
  name: z.string(),
  root: z.number(),
  bytes: z.number(),
  rows: z.number(),
  indexBytes: z.number(),
  columns: z.array(columnSchema),
})
const constraintSchema = z.object({
  table: z.string(),
  name: z.string(),
  kind: z.enum(['check', 'foreign key', 'primary key', 'unique', 'exclusion', 'not null', 'trigger']),
  definition: z.string(),
  validated: z.boolean(),
})

/**
 * Functions, and whether their bodies fit the schema: each is made anew in a transaction that is rolled back. That reads
 * bodies in SQL as a whole, and of PL/pgSQL the grammar alone: it looks at tables only when it runs.
 */
async function readFunctions(session: Session): Promise<Catalog['functions']> {
  const found = await ask(
    session,
    z.object({ name: z.string(), definition: z.string() }),
    `select n.nspname || '.' || c.proname || '(' || pg_get_function_identity_arguments(c.oid) || ')' as name, pg_get_functiondef(c.oid) as definition
     from pg_proc c join pg_namespace n on n.oid = c.pronamespace where c.prokind in ('f', 'p') and ${ours} order by 1`,
  )
  const functions: { name: string; isSound: boolean }[] = []
  const doing = 'looking at functions'
  await session.query(doing, 'begin')
  try {
    await session.query(doing, 'reset search_path')
    await session.query(doing, 'set local check_function_bodies = on')
    for (const { name, definition } of found) {
      await session.query(doing, 'savepoint one')
      const isSound = await session.client.query(definition).then(
        () => true,
        () => false,
      )
      await session.query(doing, 'rollback to savepoint one')
      functions.push({ name, isSound })
    }
  } finally {
    await session.query(doing, 'rollback')
  }
  return functions
}

async function ask<S extends z.ZodType>(session: Session, schema: S, sql: string): Promise<z.output<S>[]> {
  const [row] = await session.query<{ all: string | null }>(
    'reading what the database consists of',
    `select jsonb_agg(to_jsonb(one))::text as all from (${sql}) one`,
  )
  return z.array(schema).parse(JSON.parse(row?.all ?? '[]'))
}
