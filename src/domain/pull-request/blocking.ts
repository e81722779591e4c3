import { formatBytes, formatDuration, grouped, type Bytes, type Milliseconds } from '../units.ts'
import type { Catalog, MigrationEvent, TableShape } from './catalog.ts'

export interface Thresholds {
  largeTable: Bytes
  largeRows: number
  maxBlock: Milliseconds
  /** Bytes a second. */
  readRate: number
  writeRate: number
}

export interface Blocking {
  kind: 'rewrite' | 'lock'
  /** Which statement, for people. */
  place: string
  table: string
  text: string
  hint: string
}

/** Modes in which others wait: at least for writing. */
const blockingModes: Readonly<Record<string, string>> = {
  AccessExclusiveLock: 'neither be read nor written',
  ExclusiveLock: 'not be written',
  ShareRowExclusiveLock: 'not be written',
  ShareLock: 'not be written',
}

/**
 * Statements that rewrite a large table, or keep one locked while work is done that grows with the size of some table.
 * A lock lasts to the end of its transaction, so what later statements do counts too. Times are estimates from sizes.
 */
export function findBlocking(
  events: readonly MigrationEvent[],
  before: Catalog,
  limits: Thresholds,
): Blocking[] {
  const families = new Families(before)
  const found: Blocking[] = []
  for (const transaction of Map.groupBy(events, (event) => event.transaction).values()) {
    const works = workOf(transaction, families, limits)
    const told = new Set<number>()
    for (const [index, event] of transaction.entries()) {
      const work = works[index]
      if (event.event === 'UPDATE' && !/\bwhere\b/i.test(event.text)) {
        for (const root of new Set(event.relations.map((oid) => families.rootOf(oid)))) {
          if (families.isLarge(root, limits)) found.push(updateOf(event, index, root, families))
        }
      }
      for (const root of work?.rewritten ?? []) {
        if (!families.isLarge(root, limits)) continue
        told.add(root)
        found.push(rewriteOf(event, index, root, families, work?.time ?? 0))
      }
    }
    for (const [root, lock] of locksOf(transaction, families)) {
      if (told.has(root) || !families.isLarge(root, limits)) continue
      const time = works.slice(lock.since).reduce((sum, work) => sum + work.time, 0)
      if (time < limits.maxBlock) continue
      // The statement that takes the time, not only the one that took the lock, is what has to be changed.
      const slowest = works.indexOf(
        works.slice(lock.since).reduce((most, work) => (work.time > most.time ? work : most)),
      )
      const table = families.name(root)
      const event = transaction[slowest]
      found.push({
        kind: 'lock',
        place: placeOf(event, slowest),
        table,
        text: `${verbOf(event)} locks a table of ${families.size(root)}, which can ${lock.meaning} for about ${formatDuration(time)} (estimated)`,
        hint: hintOf(event),
      })
    }
  }
  return found
}

function rewriteOf(
  event: MigrationEvent,
  index: number,
  root: number,
  families: Families,
  time: Milliseconds,
): Blocking {
  return {
    kind: 'rewrite',
    place: placeOf(event, index),
    table: families.name(root),
    text: `${verbOf(event)} rewrites a table of ${families.size(root)}, which can neither be read nor written for about ${formatDuration(time)} (estimated)`,
    hint: /\btype\b/i.test(event.text)
      ? 'Add a column of the new type, fill it in batches, and let a later release exchange them.'
      : 'Add the column without a volatile default, set the default for new rows, and fill old ones in batches.',
  }
}

function updateOf(event: MigrationEvent, index: number, root: number, families: Families): Blocking {
  return {
    kind: 'lock',
    place: placeOf(event, index),
    table: families.name(root),
    text: `UPDATE changes every row of a table of ${families.size(root)}, and keeps each locked to the end of its transaction`,
    hint: 'Change the rows in batches, each in a transaction of its own.',
  }
}

interface Work {
  time: Milliseconds
  rewritten: number[]
}

/** What each event of a transaction costs on production's sizes. */
function workOf(events: readonly MigrationEvent[], families: Families, limits: Thresholds): Work[] {
  const scanned = new Map<number, number>()
  let rewrites: number[] = []
  return events.map((event) => {
    if (event.event === 'table_rewrite') {
      // Told before it happens, inside the statement whose end comes as the next event.
      rewrites.push(...event.relations)
      return { time: 0, rewritten: [] }
    }
    const rewritten = rewrites
    rewrites = []
    let time = 0
    for (const oid of rewritten) time += families.wholeBytes(oid) / limits.writeRate
    for (const { relation, count } of event.scans) {
      const times = count - (scanned.get(relation) ?? 0)
      scanned.set(relation, count)
      if (rewritten.includes(relation)) continue
      const rate = /INDEX|UNIQUE|PRIMARY KEY|EXCLUDE/i.test(`${event.tag} ${event.text}`)
        ? limits.writeRate
        : limits.readRate
      time += (times * families.bytes(relation)) / rate
    }
    return { time: time * 1_000, rewritten: [...new Set(rewritten.map((oid) => families.rootOf(oid)))] }
  })
}

/** Since which event of the transaction a table is locked against others, and what they cannot do. */
function locksOf(
  events: readonly MigrationEvent[],
  families: Families,
): Map<number, { since: number; meaning: string }> {
  const locks = new Map<number, { since: number; meaning: string }>()
  for (const [index, event] of events.entries()) {
    for (const { relation, mode } of event.locks) {
      const meaning = blockingModes[mode]
      const root = families.rootOf(relation)
      if (meaning === undefined || !families.has(relation)) continue
      const known = locks.get(root)
      if (known === undefined) locks.set(root, { since: index, meaning })
      else if (mode === 'AccessExclusiveLock') known.meaning = meaning
    }
  }
  return locks
}

function placeOf(event: MigrationEvent | undefined, index: number): string {
  return event?.place ?? `statement ${index + 1} of a transaction`
}

function verbOf(event: MigrationEvent | undefined): string {
  const tag = event?.tag ?? ''
  return /^[A-Z ]{2,40}$/.test(tag) ? tag : 'a statement'
}

function hintOf(event: MigrationEvent | undefined): string {
  const text = `${event?.tag ?? ''} ${event?.text ?? ''}`
  if (/CREATE INDEX/i.test(text))
    return 'Build the index with CREATE INDEX CONCURRENTLY, outside a transaction.'
  if (/SET NOT NULL/i.test(text))
    return 'Add CHECK (column IS NOT NULL) NOT VALID, VALIDATE it in a later transaction, then SET NOT NULL, which then reads nothing.'
  if (/UNIQUE|PRIMARY KEY/i.test(text))
    return 'Build a unique index with CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX.'
  if (/FOREIGN KEY|REFERENCES|CHECK/i.test(text))
    return 'Add the constraint as NOT VALID, and VALIDATE it in a transaction of its own, which blocks nobody.'
  return 'Let slow work run in a transaction that holds no such lock.'
}

/** Tables with their partitions: what waits for a partition waits for its table. */
class Families {
  private readonly byOid: Map<number, TableShape>
  private readonly members: Map<number, TableShape[]>

  constructor(catalog: Catalog) {
    this.byOid = new Map(catalog.tables.map((table) => [table.oid, table]))
    this.members = Map.groupBy(catalog.tables, (table) => table.root)
  }

  has(oid: number): boolean {
    return this.byOid.has(oid)
  }

  rootOf(oid: number): number {
    return this.byOid.get(oid)?.root ?? oid
  }

  name(oid: number): string {
    return this.byOid.get(oid)?.name ?? 'a table'
  }

  bytes(oid: number): Bytes {
    return this.byOid.get(oid)?.bytes ?? 0
  }

  wholeBytes(oid: number): Bytes {
    const table = this.byOid.get(oid)
    return (table?.bytes ?? 0) + (table?.indexBytes ?? 0)
  }

  isLarge(root: number, { largeTable, largeRows }: Thresholds): boolean {
    const { bytes, rows } = this.sum(root)
    return bytes >= largeTable || rows >= largeRows
  }

  size(root: number): string {
    const { bytes, rows } = this.sum(root)
    return `${formatBytes(bytes)} and about ${grouped(Math.round(rows))} rows`
  }

  private sum(root: number): { bytes: Bytes; rows: number } {
    const members = this.members.get(root) ?? []
    return {
      bytes: members.reduce((sum, table) => sum + table.bytes, 0),
      rows: members.reduce((sum, table) => sum + table.rows, 0),
    }
  }
}
