import { Failure } from '../../../domain/failure.ts'
import type { RestoreSelection } from '../../../ports/restoration.ts'
import type { TocEntry } from '../archive/toc.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'

export interface Chosen {
  /** Entries that are not restored, by dump id. */
  excluded: Set<number>
  /** Tables with their data. */
  tables: string[]
  /** What these cannot be without, such as `TYPE shop.status`. */
  needed: string[]
  /** What belongs to them and needs a table that stays behind: foreign keys, policies… */
  leftBehind: string[]
}

/** Kinds of entries that stand for themselves: they come along only when something needs them. */
const ofItsOwn = new Set([
  'TABLE',
  'VIEW',
  'MATERIALIZED VIEW',
  'FOREIGN TABLE',
  'FUNCTION',
  'PROCEDURE',
  'AGGREGATE',
  'TYPE',
  'DOMAIN',
  'SCHEMA',
  'EXTENSION',
  'PUBLICATION',
  'SUBSCRIPTION',
  'EVENT TRIGGER',
  'SERVER',
  'CAST',
  'OPERATOR',
  'OPERATOR CLASS',
  'OPERATOR FAMILY',
  'COLLATION',
  'CONVERSION',
  'TRANSFORM',
])
/** Entries of the archive itself, which any restore needs. */
const ofTheArchive = new Set(['ENCODING', 'STDSTRINGS', 'SEARCHPATH', 'DATABASE', 'DATABASE PROPERTIES'])

/**
 * The entries for some tables and schemas: the tables with their data and all that hangs on them, and whatever these
 * cannot be without. What needs a table that stays behind is left out and named.
 * @throws Failure `missing` for a name that the backup does not have
 */
export function chooseEntries(plan: ArchivePlan, selection: RestoreSelection): Chosen {
  const { entries } = plan.toc
  const byId = new Map(entries.map((entry) => [entry.dumpId, entry]))
  const dependents = new Map<number, TocEntry[]>()
  for (const entry of entries) {
    for (const id of entry.dependencies) {
      const list = dependents.get(id)
      if (list === undefined) dependents.set(id, [entry])
      else list.push(entry)
    }
  }
  const roots = entries.filter((entry) => isWanted(entry, selection))
  demandAll(roots, entries, selection)
  const withData = new Set<number>()
  const included = new Set<number>()

  // Partitions of a table that was asked for hold its rows.
  const left = roots.map((entry) => entry.dumpId)
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (withData.has(id)) continue
    withData.add(id)
    for (const entry of dependents.get(id) ?? []) {
      if (entry.description !== 'TABLE ATTACH') continue
      // It depends on both, and bears the name of the partition.
      const partition = entry.dependencies.find((other) => {
        const candidate = byId.get(other)
        return candidate?.schema === entry.schema && candidate.tag === entry.tag
      })
      if (partition !== undefined && partition !== id) left.push(partition)
    }
  }
  const needs = (id: number): number[] => {
    const closure = new Set<number>()
    const open = [id]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const entry = byId.get(next)
      if (entry === undefined || closure.has(next)) continue
      closure.add(next)
      open.push(...entry.dependencies)
    }
    return [...closure]
  }
  for (const id of withData) for (const needed of needs(id)) included.add(needed)

  const leftBehind: string[] = []
  const judged = new Set<number>()
  // A set hands out also what is added while it is walked.
  for (const id of included) {
    for (const entry of dependents.get(id) ?? []) {
      if (included.has(entry.dumpId) || judged.has(entry.dumpId) || ofItsOwn.has(entry.description)) continue
      const isData = /^(TABLE DATA|MATERIALIZED VIEW DATA|STATISTICS DATA)$/.test(entry.description)
      if (isData && !entry.dependencies.some((other) => withData.has(other))) continue
      const closure = needs(entry.dumpId)
      const needsOther = closure.some(
        (other) => byId.get(other)?.description === 'TABLE' && !included.has(other),
      )
      if (needsOther) {
        judged.add(entry.dumpId)
        leftBehind.push(described(entry))
      } else for (const other of closure) included.add(other)
    }
  }
  const tables = roots.map((entry) => `${entry.schema}.${entry.tag}`)
  return {
    excluded: new Set(
      entries
        .filter((entry) => !included.has(entry.dumpId) && !ofTheArchive.has(entry.description))
        .map((entry) => entry.dumpId),
    ),
    tables: [...new Set(tables)],
    needed: entries
      .filter(
        (entry) =>
          included.has(entry.dumpId) && !withData.has(entry.dumpId) && ofItsOwn.has(entry.description),
      )
      .map(described),
    leftBehind,
  }
}

function isWanted(entry: TocEntry, selection: RestoreSelection): boolean {
  if (selection.schemas.includes(entry.schema))
    return ofItsOwn.has(entry.description) || entry.description === 'SEQUENCE'
  return entry.description === 'TABLE' && selection.tables.includes(`${entry.schema}.${entry.tag}`)
}

function demandAll(
  roots: readonly TocEntry[],
  entries: readonly TocEntry[],
  selection: RestoreSelection,
): void {
  const found = new Set(roots.map((entry) => `${entry.schema}.${entry.tag}`))
  const absent = [
    ...selection.tables.filter((name) => !found.has(name)),
    ...selection.schemas.filter((name) => !entries.some((entry) => entry.schema === name)),
  ]
  if (absent.length > 0) {
    throw new Failure(
      'missing',
      `the backup does not have ${absent.length} of the tables or schemas asked for`,
      {
        hint: 'Write tables as schema.table, as reports name them.',
        subjects: absent,
      },
    )
  }
}

function described(entry: TocEntry): string {
  return `${entry.description} ${entry.schema === '' ? '' : `${entry.schema}.`}${entry.tag}`
}
