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

/** What rows and values were there before and are not any more. New rows and new columns are no loss. */
export function compareData(before: DataDigest, after: DataDigest): DataChange[] {
  const now = new Map(after.tables.map((table) => [table.name, table]))
  const changes: DataChange[] = []
  for (const table of before.tables) {
    const found = now.get(table.name)
    const rows = found?.rows ?? 0
    if (rows < table.rows) {
      changes.push({
        kind: 'rows lost',
        object: table.name,
        table: table.name,
        before: table.rows,
        after: rows,
      })
      // Every column then differs, which says nothing more.
      continue
    }
    const columns = new Map(found?.columns.map((column) => [column.name, column]))
    for (const column of table.columns) {
      const other = columns.get(column.name)
      const object = `${table.name}.${column.name}`
      const about = { object, table: table.name, before: column.filled, after: other?.filled ?? 0 }
      if ((other?.filled ?? 0) < column.filled) changes.push({ kind: 'values lost', ...about })
      // With more rows than before the digest of all of them cannot be the same.
      else if (rows === table.rows && other?.digest !== column.digest && column.filled > 0)
        changes.push({ kind: 'values changed', ...about })
    }
  }
  return changes
}
