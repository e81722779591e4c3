/**
 * What tells whether data was changed between two moments, without reading it. It can prove that nothing was: a source in
 * which not one transaction has written since is the same. That something was written says not who wrote it.
 */
export type DataFingerprint = Readonly<Record<string, SourceFingerprint>>

export interface SourceFingerprint {
  /** Digest of tables, columns, indexes, constraints, views, functions, triggers and types. */
  schema: string
  /** Changes with every transaction that writes, to this or to another database of the server. */
  writes: string
}

export interface DataComparison {
  /** `schema` and `rows` say what is another than before; `rows` may be customers' work. */
  verdict: 'same' | 'schema' | 'rows' | 'unknown'
  /** The sources that are not the same; all of them when nothing is known. */
  sources: string[]
}

/** @param before null when it could not be taken */
export function compareData(before: DataFingerprint | null, after: DataFingerprint | null): DataComparison {
  if (before === null || after === null) return { verdict: 'unknown', sources: [] }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const schema = names.filter((name) => before[name]?.schema !== after[name]?.schema)
  if (schema.length > 0) return { verdict: 'schema', sources: schema }
  const rows = names.filter((name) => before[name]?.writes !== after[name]?.writes)
  return { verdict: rows.length > 0 ? 'rows' : 'same', sources: rows }
}

/** As it stands in an event of the ledger. */
export function parseFingerprint(text: unknown): DataFingerprint | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
    const found: Record<string, SourceFingerprint> = {}
    for (const [name, one] of Object.entries(value)) {
      const { schema, writes } = { ...(one as Partial<SourceFingerprint> | null) }
      if (typeof schema !== 'string' || typeof writes !== 'string') return null
      found[name] = { schema, writes }
    }
    return found
  } catch {
    return null
  }
}
