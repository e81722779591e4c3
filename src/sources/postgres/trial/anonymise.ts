import type { Environment } from '../../../domain/environment/schema.ts'
import { Failure } from '../../../domain/failure.ts'
import type { Catalog, TableShape } from '../../../domain/pull-request/catalog.ts'
import { counted } from '../../../domain/units.ts'
import { qualifiedName, quoteIdentifier, type Session } from '../session.ts'
import { serverFailure } from '../server-error.ts'
import { findBrokenRules } from './data.ts'
import { readCatalog } from './catalog.ts'

type Rules = NonNullable<Environment['pullRequests']>['masking']
type Rule = Rules extends ReadonlyMap<string, infer R> ? R : never

interface MaskedColumn {
  table: string
  column: string
  type: string
  rule: Rule
}

/** More pairs of values than this are not compared one by one. */
const mostPairs = 200_000_000

/**
 * Masks every row in the laboratory, as the environment file says for each column, and looks that no original value is
 * left. @param key of this run alone: equal values stay equal within the set, and cannot be traced to those of another
 * @throws Failure `config` when a column has no rule; `integrity` when an original value was found, or keys no longer fit
 */
export async function anonymise(
  session: Session,
  rules: Rules,
  key: string,
  signal: AbortSignal,
): Promise<{ masked: number; kept: number }> {
  const catalog = await readCatalog(session, null)
  const columns = await columnsWithRules(session, catalog, rules)
  const masked = columns.filter(({ rule }) => rule !== 'keep')
  const brokenBefore = new Set(await findBrokenRules(session, catalog))
  const doing = 'masking rows'
  await session.query(doing, "set session_replication_role = 'replica'")
  await session.query(doing, 'create schema lifeboat_originals')
  await session.query(
    doing,
    'create table lifeboat_originals.value (place text, value text); select lo_unlink(oid) from pg_largeobject_metadata',
  )
  for (const [table, group] of Map.groupBy(masked, (one) => one.table)) {
    signal.throwIfAborted()
    for (const { column } of group) {
      await session.query(
        doing,
        `insert into lifeboat_originals.value select distinct ${literal(`${table}.${column}`)}, ${quoteIdentifier(column)}::text from only ${table} where ${quoteIdentifier(column)} is not null`,
      )
    }
    const sets = group.map((one) => `${quoteIdentifier(one.column)} = ${maskOf(one, key)}`)
    await session.client.query(`update only ${table} set ${sets.join(', ')}`).catch((error: unknown) => {
      throw serverFailure(error, doing, 'Does the masked value fit the column’s type and rules?')
    })
  }
  await session.query(doing, 'analyze lifeboat_originals.value')
  await demandNoOriginals(session, columns, masked)
  await session.query(doing, 'drop schema lifeboat_originals cascade')
  await session.query(doing, "set session_replication_role = 'origin'")
  const broken = (await findBrokenRules(session, catalog)).filter((rule) => !brokenBefore.has(rule))
  if (broken.length > 0) {
    throw new Failure('integrity', `masked rows break ${counted(broken.length, 'constraint')}`, {
      subjects: broken,
      hint: 'Mask both sides of a foreign key in the same way.',
    })
  }
  return { masked: masked.length, kept: columns.length - masked.length }
}

/** Fails closed: a column that somebody adds is not part of the next set before somebody has said how. */
async function columnsWithRules(session: Session, catalog: Catalog, rules: Rules): Promise<MaskedColumn[]> {
  const roots = new Map(catalog.tables.map((table) => [table.oid, table]))
  const generated = await generatedColumns(session)
  const found: MaskedColumn[] = []
  const unnamed: string[] = []
  for (const table of catalog.tables) {
    const named = roots.get(table.root) ?? table
    for (const column of table.columns) {
      // Computed anew from what is masked.
      if (generated.has(`${table.oid} ${column.number}`)) continue
      const rule = rules.get(`${named.name}.${column.name}`) ?? rules.get(`${named.name}.*`)
      if (rule === undefined) unnamed.push(`${named.name}.${column.name}`)
      else found.push({ table: nameOf(table), column: column.name, type: column.type, rule })
    }
  }
  if (unnamed.length > 0) {
    throw new Failure(
      'config',
      `pull-requests.masking says nothing about ${counted(unnamed.length, 'column')}`,
      {
        subjects: [...new Set(unnamed)],
        hint: 'Give each a rule: keep, hash, email, null or a constant; a whole table as schema.table.*.',
      },
    )
  }
  return found
}

async function generatedColumns(session: Session): Promise<Set<string>> {
  const rows = await session.query<{ one: string }>(
    'reading the columns',
    "select attrelid::text || ' ' || attnum::text as one from pg_catalog.pg_attribute where attgenerated <> ''",
  )
  return new Set(rows.map(({ one }) => one))
}

function nameOf({ name }: TableShape): string {
  const [schema = '', table = ''] = name.split(/\.(.*)/s)
  return qualifiedName(schema, table)
}

function maskOf({ column, type, rule }: MaskedColumn, key: string): string {
  if (rule === 'null') return 'null'
  if (typeof rule === 'object') return `${literal(rule.constant)}::${type}`
  const text = `${quoteIdentifier(column)}::text`
  const hash = `encode(sha256(convert_to(${literal(key)} || ${text} || ${literal(key)}, 'UTF8')), 'hex')`
  const masked = rule === 'email' ? `left(${hash}, 24) || '@example.invalid'` : hash
  const size = /^character(?: varying)?\((\d+)\)$/.exec(type)?.[1]
  const fitting = size === undefined ? masked : `left(${masked}, ${size})`
  return `case when ${quoteIdentifier(column)} is null then null else (${fitting})::${type} end`
}

/**
 * No value that was masked is left in its column; and none of six characters or more is left anywhere inside a text
 * of the set, where there are not too many to look.
 */
async function demandNoOriginals(
  session: Session,
  columns: readonly MaskedColumn[],
  masked: readonly MaskedColumn[],
): Promise<void> {
  const doing = 'looking for original values'
  const left: string[] = []
  for (const { table, column, rule } of masked) {
    const constant = typeof rule === 'object' ? ` and o.value <> ${literal(rule.constant)}` : ''
    const [row] = await session.query<{ found: string }>(
      doing,
      `select exists (select from only ${table} t join lifeboat_originals.value o on o.value = t.${quoteIdentifier(column)}::text
         where o.place = ${literal(`${table}.${column}`)}${constant})::text as found`,
    )
    if (row?.found === 'true') left.push(`${table}.${column}`)
  }
  const [values] = await session.query<{ count: string }>(
    doing,
    'select count(distinct value)::text as count from lifeboat_originals.value where length(value) >= 6',
  )
  for (const { table, column, type } of columns) {
    if (!/text|char|json|xml|email|citext|bytea/.test(type) && !type.includes('.')) continue
    const [rows] = await session.query<{ count: string }>(
      doing,
      `select count(distinct ${quoteIdentifier(column)}::text)::text as count from only ${table}`,
    )
    const isInside = Number(values?.count ?? 0) * Number(rows?.count ?? 0) <= mostPairs
    const meets = isInside ? 'position(o.value in t.value) > 0' : 'o.value = t.value'
    const [row] = await session.query<{ found: string }>(
      doing,
      `select exists (select from (select distinct ${quoteIdentifier(column)}::text as value from only ${table}) t
         join (select distinct value from lifeboat_originals.value where length(value) >= 6) o on ${meets})::text as found`,
    )
    if (row?.found === 'true') left.push(`${table}.${column}`)
  }
  if (left.length === 0) return
  throw new Failure('integrity', `original values are left in ${counted(left.length, 'column')}`, {
    subjects: left,
    hint: 'Mask these columns too: what was masked elsewhere stands in them.',
  })
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
