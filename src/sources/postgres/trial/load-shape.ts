import type { Shape } from '../../../domain/pull-request/shape.ts'
import { tableKey } from '../restore/archive-plan.ts'
import { qualifiedName, quoteIdentifier, type Session } from '../session.ts'
import type { Sizes } from './catalog.ts'

export interface LoadedShape {
  sizes: Sizes
  /** What could not be made here, mostly for want of an extension: `TABLE shop.places`. */
  missing: string[]
}

/** Makes the database of a shape: definitions without rows, then the sizes of production in its catalog. */
export async function loadShape(session: Session, shape: Shape): Promise<LoadedShape> {
  const doing = 'making the schema'
  for (const role of shape.roles)
    await session.client.query(`create role ${quoteIdentifier(role)}`).catch(() => undefined)
  if (shape.database.searchPath !== null) {
    await session.query(
      doing,
      `alter database ${quoteIdentifier(shape.database.name)} set search_path = ${shape.database.searchPath}`,
    )
  }
  const missing: string[] = []
  const failed = new Set<number>()
  await session.query(doing, 'set check_function_bodies = off')
  await session.query(doing, "set search_path = ''")
  for (const entry of shape.entries) {
    const needs = entry.dependencies.some((id) => failed.has(id))
    const isThere = entry.kind === 'SCHEMA' && entry.name === 'public'
    if (isThere || entry.definition.trim() === '') continue
    const isMade =
      !needs &&
      (await session.client.query(entry.definition).then(
        () => true,
        () => false,
      ))
    if (isMade) continue
    failed.add(entry.id)
    missing.push(`${entry.kind} ${entry.schema === '' ? '' : `${entry.schema}.`}${entry.name}`)
  }
  for (const history of shape.histories) await fill(session, history)
  return { sizes: await setSizes(session, shape), missing }
}

async function fill(session: Session, { schema, name, columns, rows }: Shape['histories'][number]) {
  const parameters = columns.map((_, index) => `$${index + 1}`).join(', ')
  const list = columns.map((column) => quoteIdentifier(column)).join(', ')
  for (const row of rows) {
    await session.query(
      'filling a table of migrations',
      `insert into ${qualifiedName(schema, name)} (${list}) overriding system value values (${parameters})`,
      row,
    )
  }
}

/**
 * The catalog then says what production's says. The planner goes by the length of the files besides, which are empty
 * here: plans of queries are not what they would be there.
 */
async function setSizes(session: Session, shape: Shape): Promise<Sizes> {
  const doing = 'setting the sizes of relations'
  const known = new Map(shape.relations.map((one) => [tableKey(one.schema, one.name), one]))
  const found = await session.query<Record<'oid' | 'schema' | 'name' | 'table', string | null>>(
    doing,
    `select c.oid::text as oid, n.nspname::text as schema, c.relname::text as name, i.indrelid::text as table
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace left join pg_catalog.pg_index i on i.indexrelid = c.oid
     where c.relkind in ('r', 'm', 'i')`,
  )
  const sizes = new Map<number, { bytes: number; rows: number; indexBytes: number }>()
  const at = (oid: number) => {
    const size = sizes.get(oid) ?? { bytes: 0, rows: 0, indexBytes: 0 }
    sizes.set(oid, size)
    return size
  }
  const updates: [string, number, number][] = []
  for (const { oid, schema, name, table } of found) {
    const size = known.get(tableKey(schema ?? '', name ?? ''))
    if (size === undefined || oid === null) continue
    updates.push([oid, size.pages, size.rows])
    if (table !== null) at(Number(table)).indexBytes += size.bytes
    else Object.assign(at(Number(oid)), { bytes: size.bytes, rows: Math.max(0, size.rows) })
  }
  await session.query(
    doing,
    `update pg_catalog.pg_class c set relpages = u.pages, reltuples = u.rows
     from unnest($1::oid[], $2::int[], $3::float4[]) as u(oid, pages, rows) where c.oid = u.oid`,
    [updates.map(([oid]) => oid), updates.map(([, pages]) => pages), updates.map(([, , rows]) => rows)],
  )
  return sizes
}
