import type { Catalog, ColumnShape, MigrationEvent, TableShape } from './catalog.ts'
import { readRowStatement } from './row-statements.ts'

/** Something that was there and is not any more, or that the release in use can no longer do. */
export interface Change {
  /** `shop.orders.note`, or `shop.orders`: what `accept-lost` names. */
  object: string
  text: string
  /** It may be meant, and cannot be told from what is not: worth a look, no more. */
  isDoubtful?: true
}

/**
 * What a migration destroys, as far as definitions tell: it would take data with it.
 * @param histories tables of the migration tool's own record, in which each run changes rows
 */
export function findDestruction(
  before: Catalog,
  after: Catalog,
  events: readonly MigrationEvent[],
  histories: readonly string[] = [],
): Change[] {
  const changes: Change[] = []
  const now = new Map(after.tables.map((table) => [table.oid, table]))
  const newNames = new Map(after.tables.map((table) => [table.name, table]))
  for (const table of before.tables) {
    // A table that was renamed has lost nothing; one that was made anew under the same name has lost all.
    const same = now.get(table.oid)
    if (same === undefined) {
      const remade = newNames.has(table.name) ? 'is dropped and made anew' : 'is dropped'
      changes.push({ object: table.name, text: `a table ${remade}, with all its rows` })
      continue
    }
    // A partition’s columns are its table’s.
    if (table.root !== table.oid) continue
    const columns = new Map(same.columns.map((column) => [column.number, column]))
    for (const column of table.columns) {
      const object = `${table.name}.${column.name}`
      const found = columns.get(column.number)
      if (found === undefined) changes.push({ object, text: 'a column is dropped, with all its values' })
      else if (narrows(column.type, found.type))
        changes.push({ object, text: `a column’s type narrows from ${column.type} to ${found.type}` })
    }
  }
  const known = new Map(before.tables.map((table) => [table.oid, table.name]))
  for (const { event, text, relations } of events) {
    for (const oid of relations) {
      const object = known.get(oid)
      const change = object === undefined ? null : readRowStatement(event, text, object)
      if (change === null || (change.isDoubtful && histories.includes(change.object))) continue
      changes.push(change)
    }
  }
  return unique(changes)
}

/** What the release in use would miss on the new schema: it goes by names. */
export function findBrokenWays(before: Catalog, after: Catalog): Change[] {
  const changes: Change[] = []
  const tables = new Map(after.tables.map((table) => [table.name, table]))
  const names = new Set(after.objects.map(({ name }) => name))
  for (const table of before.tables) {
    const now = tables.get(table.name)
    if (now === undefined) {
      // A view under the old name is the usual way to rename without breaking anybody.
      if (!names.has(table.name))
        changes.push({ object: table.name, text: 'a table is gone, or has another name' })
      continue
    }
    if (table.root !== table.oid) continue
    for (const [column, found] of columnsOf(table, now)) {
      const object = `${table.name}.${column.name}`
      if (found === undefined) changes.push({ object, text: 'a column is gone, or has another name' })
      else if (demands(found) && !demands(column))
        changes.push({ object, text: 'a column demands a value that the old release need not give' })
    }
    const old = new Set(table.columns.map(({ name }) => name))
    for (const column of now.columns) {
      if (!old.has(column.name) && demands(column))
        changes.push({
          object: `${table.name}.${column.name}`,
          text: 'a new column demands a value, which the old release does not give',
        })
    }
  }
  for (const { kind, name } of before.objects) {
    if (!names.has(name) && !tables.has(name)) changes.push({ object: name, text: `a ${kind} is gone` })
  }
  const functions = new Map(after.functions.map((one) => [one.name, one]))
  for (const { name, isSound } of before.functions) {
    const now = functions.get(name)
    if (now === undefined)
      changes.push({ object: name, text: 'a function is gone, or takes other arguments' })
    else if (isSound && !now.isSound)
      changes.push({ object: name, text: 'a function’s body no longer fits the schema' })
  }
  return unique(changes)
}

/** Rules about the data that held and do not hold any more. */
export function findWeakened(before: Catalog, after: Catalog): Change[] {
  const now = new Map(after.constraints.map((one) => [`${one.table} ${one.name}`, one]))
  const tables = new Set(after.tables.map(({ name }) => name))
  const changes: Change[] = []
  for (const one of before.constraints) {
    if (!tables.has(one.table)) continue
    const found = now.get(`${one.table} ${one.name}`)
    const object = `${one.table}.${one.name}`
    if (found === undefined) changes.push({ object, text: `a ${one.kind} constraint is gone` })
    else if (one.validated && !found.validated)
      changes.push({ object, text: `a ${one.kind} constraint no longer holds for all rows` })
  }
  return changes
}

function columnsOf(before: TableShape, after: TableShape): [ColumnShape, ColumnShape | undefined][] {
  const now = new Map(after.columns.map((column) => [column.name, column]))
  return before.columns.map((column) => [column, now.get(column.name)])
}

function demands(column: ColumnShape): boolean {
  return column.notNull && !column.hasDefault
}

/** Whole numbers and floats, each holding whatever an earlier one holds. */
const wideningOrder = ['smallint', 'integer', 'bigint', 'numeric']

/** Whether a value of the old type may not fit the new one. Types that we do not know of may not. */
export function narrows(from: string, to: string): boolean {
  if (from === to) return false
  const [a, b] = [partsOf(from), partsOf(to)]
  const texts = ['text', 'character varying']
  if (texts.includes(b.name)) {
    // Everything has a text.
    if (b.size === null) return false
    return !texts.includes(a.name) || a.size === null || a.size > b.size
  }
  const [i, j] = [wideningOrder.indexOf(a.name), wideningOrder.indexOf(b.name)]
  if (i >= 0 && j > i) return b.size !== null
  if (a.name === b.name) return b.size !== null && (a.size === null || a.size > b.size || a.scale > b.scale)
  return !(a.name === 'real' && b.name === 'double precision') && !(a.name === 'json' && b.name === 'jsonb')
}

function partsOf(type: string): { name: string; size: number | null; scale: number } {
  const [, name = type, size, scale] = /^([a-z ]+?)\((\d+)(?:,(-?\d+))?\)$/.exec(type) ?? []
  return { name, size: size === undefined ? null : Number(size), scale: Number(scale ?? 0) }
}

function unique(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [`${change.object}\0${change.text}`, change])).values()]
}
