import { mkdir, open as openFile, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { inParallelWith } from '../../../domain/concurrency.ts'
import type { Catalog, TableShape } from '../../../domain/pull-request/catalog.ts'
import type { RowComparison } from '../../../domain/pull-request/data.ts'
import type { KeptRows } from '../../../ports/trial.ts'
import { qualifiedName, quoteIdentifier, type Session } from '../session.ts'
import { nameOf } from './data.ts'

/** Digits of the digest of a row's key, and of each of its values. */
const [keyDigits, valueDigits] = [16, 8]
const batch = 10_000
const doing = 'reading rows'

interface Kept {
  table: TableShape
  /** Columns that tell rows apart; all of them where there is no primary key. */
  key: readonly string[]
  isByKey: boolean
  /** Columns whose values are kept beside the key. */
  values: readonly string[]
  file: string
}

/**
 * Writes a digest of each row into files of ours, in the order of the rows' keys. The proposed code can change whatever
 * lies in the laboratory's server; these it cannot reach. A row takes 8 bytes, and 4 for each column.
 * @param folder made, and removed at the end
 */
export async function keepRows(
  open: () => Promise<Session>,
  folder: string,
  readCatalog: () => Promise<Catalog>,
  signal: AbortSignal,
): Promise<KeptRows> {
  const catalog = await readCatalog()
  await mkdir(folder, { mode: 0o700 })
  const remove = () => rm(folder, { recursive: true, force: true })
  const kept: Kept[] = []
  const workers = Math.max(2, availableParallelism())
  try {
    await inParallelWith(open, catalog.tables, workers, async (table, session) => {
      const names = table.columns.map(({ name }) => name)
      if (names.length === 0) return
      const primary = await primaryKey(session, table)
      const isByKey = primary.length > 0
      const file = join(folder, String(table.oid))
      const one = { table, key: isByKey ? primary : names, isByKey, values: isByKey ? names : [], file }
      await using written = await openFile(file, 'wx', 0o600)
      for await (const lines of readLines(session, one, table, signal))
        await written.write(Buffer.from(lines.join(''), 'hex'))
      kept.push(one)
    })
  } catch (error) {
    await remove()
    throw error
  }
  const compareNow = async () => {
    const now = await readCatalog()
    const tables = new Map(now.tables.map((table) => [table.name, table]))
    const found: RowComparison[] = []
    await inParallelWith(open, kept, workers, async (one, session) => {
      const table = tables.get(one.table.name)
      const columns = new Set(table?.columns.map(({ name }) => name))
      if (table === undefined || !one.key.every((name) => columns.has(name))) return
      found.push(await compare(one, readLines(session, one, table, signal)))
    })
    return found
  }
  return { compare: compareNow, [Symbol.asyncDispose]: remove }
}

async function primaryKey(session: Session, { oid }: TableShape): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    doing,
    `select a.attname::text as name from pg_catalog.pg_index i
       cross join unnest(i.indkey::pg_catalog.int2[]) with ordinality k (number, place)
       join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
     where i.indrelid = $1 and i.indisprimary and k.place <= i.indnkeyatts order by k.place`,
    [oid],
  )
  return rows.map(({ name }) => name)
}

/** A line for each row, in order: its key's digest and those of its values; zeros for null and where a column is gone. */
async function* readLines(
  session: Session,
  { key, values }: Kept,
  table: TableShape,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const columns = new Set(table.columns.map(({ name }) => name))
  const zeros = `'${'0'.repeat(valueDigits)}'`
  const digests = values.map((name) =>
    columns.has(name)
      ? `coalesce(lpad(to_hex(hashtext(${quoteIdentifier(name)}::text collate "C")), ${valueDigits}, '0'), ${zeros})`
      : zeros,
  )
  const whole = `lpad(to_hex(hashtextextended(row(${key.map(quoteIdentifier).join(', ')})::text collate "C", 0)), ${keyDigits}, '0')`
  const [schema = '', name = ''] = await nameOf(session, table.oid)
  await session.query(doing, 'begin read only')
  try {
    await session.query(
      doing,
      // A partitioned table has no rows of its own: its partitions are read each by itself.
      `declare kept no scroll cursor for select (${[whole, ...digests].join(' || ')}) collate "C" as line from only ${qualifiedName(schema, name)} order by 1`,
    )
    for (;;) {
      signal.throwIfAborted()
      const rows = await session.query<{ line: string }>(doing, `fetch ${batch} from kept`)
      if (rows.length > 0) yield rows.map(({ line }) => line)
      if (rows.length < batch) break
    }
  } finally {
    await session.query(doing, 'rollback')
  }
}

/** Both are in order, so that one pass over both is enough, and nothing has to be held. */
async function compare(one: Kept, after: AsyncIterable<string[]>): Promise<RowComparison> {
  const { table, isByKey, values, file } = one
  let lost = 0
  const changed = new Set<string>()
  const rows = flat(after)
  let now = await rows.next()
  for await (const line of flat(readKept(file, keyDigits + valueDigits * values.length))) {
    const key = line.slice(0, keyDigits)
    while (now.done !== true && now.value.slice(0, keyDigits) < key) now = await rows.next()
    if (now.done === true || now.value.slice(0, keyDigits) !== key) {
      lost += 1
      continue
    }
    if (now.value !== line) {
      for (const [index, name] of values.entries()) {
        const from = keyDigits + index * valueDigits
        if (line.slice(from, from + valueDigits) !== now.value.slice(from, from + valueDigits))
          changed.add(name)
      }
    }
    now = await rows.next()
  }
  // To the end: it closes what it reads from.
  while (now.done !== true) now = await rows.next()
  return { table: table.name, isByKey, lost, changed: [...changed] }
}

async function* readKept(path: string, digits: number): AsyncGenerator<string[]> {
  await using file = await openFile(path, 'r')
  const buffer = Buffer.alloc((digits / 2) * batch)
  for (;;) {
    let filled = 0
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    if (filled === 0) return
    const text = buffer.toString('hex', 0, filled)
    const lines: string[] = []
    for (let from = 0; from < text.length; from += digits) lines.push(text.slice(from, from + digits))
    yield lines
  }
}

async function* flat(batches: AsyncIterable<string[]>): AsyncGenerator<string> {
  for await (const lines of batches) yield* lines
}
