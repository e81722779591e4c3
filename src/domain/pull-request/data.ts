/** What lies in the tables of a database, as far as it can be compared: by column, whatever the order of rows. */
export interface DataDigest {
  tables: readonly {
    /** `schema.name`. */
    name: string
    rows: number
    /** Rows in which the column has a value; a digest of all its values together. */
    columns: readonly { name: string; filled: number; digest: string }[]
  }[]
}

export interface DataChange {
  kind: 'rows lost' | 'values lost' | 'values changed'
  /** `shop.orders`, or `shop.orders.note`. */
  object: string
  table: string
  /** Of rows, or of values. */
  before: number
  after: number
}

/** What has become of a table's rows, each looked up among those that are there now. */
export interface RowComparison {
  table: string
  /** Rows are told apart by their primary key; else by all that they hold, and one that changed counts as lost. */
  isByKey: boolean
  lost: number
  /** Columns that hold another value than before in a row that is still there. */
  changed: readonly string[]
}

type DigestedTable = DataDigest['tables'][number]

/**
 * What rows and values were there before and are not any more. New rows and new columns are no loss, and hide none: a
 * row that is gone is not made good by another.
 */
export function compareData(
  before: DataDigest,
  after: DataDigest,
  rows: readonly RowComparison[],
): DataChange[] {
  const now = new Map(after.tables.map((table) => [table.name, table]))
  const kept = new Map(rows.map((one) => [one.table, one]))
  return before.tables.flatMap((table) => compareTable(table, now.get(table.name), kept.get(table.name)))
}

function compareTable(
  table: DigestedTable,
  found: DigestedTable | undefined,
  kept: RowComparison | undefined,
): DataChange[] {
  const about = { object: table.name, table: table.name, before: table.rows }
  const left = Math.min(found?.rows ?? 0, kept?.isByKey === true ? table.rows - kept.lost : Infinity)
  // Every column then differs, which says nothing more.
  if (left < table.rows) return [{ kind: 'rows lost', ...about, after: left }]
  const columns = new Map(found?.columns.map((column) => [column.name, column]))
  const changes: DataChange[] = []
  for (const column of table.columns) {
    const other = columns.get(column.name)
    const filled = other?.filled ?? 0
    const one = {
      object: `${table.name}.${column.name}`,
      table: table.name,
      before: column.filled,
      after: filled,
    }
    if (filled < column.filled) changes.push({ kind: 'values lost', ...one })
    else if (column.filled > 0 && isChanged(column.name, column.digest !== other?.digest, kept))
      changes.push({ kind: 'values changed', ...one })
  }
  if (changes.length === 0 && kept !== undefined && kept.lost > 0)
    changes.push({ kind: 'values changed', ...about, after: left })
  return changes
}

/** @param differs the digest of all values, as it also does once there are more of them: where no more is known, a change */
function isChanged(column: string, differs: boolean, kept: RowComparison | undefined): boolean {
  if (kept === undefined) return differs
  return kept.isByKey ? kept.changed.includes(column) : kept.lost > 0 && differs
}
