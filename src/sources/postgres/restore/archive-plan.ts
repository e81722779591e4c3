import { Failure } from '../../../domain/failure.ts'
import type { ArtifactRecord, PostgresRecord } from '../../../domain/manifest.ts'
import { copyTarget, loadsThroughRoot, type ArchiveToc, type TocEntry } from '../archive/toc.ts'

/** Where a file of the archive lies: an artifact of its own, or a member of a pack. */
export interface FileLocation {
  artifact: ArtifactRecord
  /** Name inside the pack, such as `6260.dat.zst`; null for an artifact of its own. */
  member: string | null
}

/** One TABLE DATA entry and how it is loaded. */
export interface TableData {
  entry: TocEntry
  /** For people and reports: `shop.orders`. */
  name: string
  /** What COPY loads: the table, or the root of its partitions. */
  target: string
  /** `id, name`; empty for a table without columns. */
  columns: string[]
  throughRoot: boolean
  /** Its table is made by an extension, which may have put rows there itself. */
  ofExtension: boolean
}

/** What an archive holds, joined from its table of contents and the manifest. */
export interface ArchivePlan {
  toc: ArchiveToc
  files: Map<string, FileLocation>
  tables: TableData[]
  largeObjectEntries: TocEntry[]
  /** Files that list large objects: `blobs.toc`. */
  largeObjectLists: string[]
}

export function planArchive(toc: ArchiveToc, record: PostgresRecord): ArchivePlan {
  const files = new Map<string, FileLocation>()
  const add = (name: string, location: FileLocation) => {
    if (files.has(name))
      throw new Failure('integrity', 'two artifacts of the backup hold the same file', { subjects: [name] })
    files.set(name, location)
  }
  for (const artifact of record.artifacts) {
    if (artifact.members === undefined) add(artifact.name, { artifact, member: null })
    else
      for (const member of artifact.members)
        add(member.name.replace(/\.zst$/, ''), { artifact, member: member.name })
  }
  const ownTables = new Set(
    toc.entries
      .filter((entry) => entry.description === 'TABLE')
      .map((entry) => `${entry.schema}\0${entry.tag}`),
  )
  const tables = toc.entries
    .filter((entry) => entry.description === 'TABLE DATA' && entry.fileName !== '')
    .map((entry): TableData => {
      const { target, columns } = parseCopyTarget(copyTarget(entry))
      return {
        entry,
        name: `${entry.schema}.${entry.tag}`,
        target,
        columns,
        throughRoot: loadsThroughRoot(entry),
        ofExtension: !ownTables.has(`${entry.schema}\0${entry.tag}`),
      }
    })
  const largeObjectEntries = toc.entries.filter(isLargeObjectEntry)
  return {
    toc,
    files,
    tables,
    largeObjectEntries,
    largeObjectLists: largeObjectEntries.map((entry) => entry.fileName).filter((name) => name !== ''),
  }
}

/** Schema and name as one key. A dot between them would not do: both may hold one. */
export function tableKey(schema: string, name: string): string {
  return `${schema}\0${name}`
}

export function isLargeObjectEntry(entry: TocEntry): boolean {
  return (
    ['BLOB', 'BLOB METADATA', 'BLOBS'].includes(entry.description) ||
    (/^(ACL|COMMENT|SECURITY LABEL)$/.test(entry.description) && /^LARGE OBJECTS? /.test(entry.tag))
  )
}

/** `shop.orders (id, "Odd, name")` → its table and columns. */
function parseCopyTarget(text: string): { target: string; columns: string[] } {
  const identifier = String.raw`(?:"(?:[^"]|"")*"|[^\s".(),]+)`
  const match = new RegExp(String.raw`^(${identifier}(?:\.${identifier})?)\s*(?:\((.*)\))?\s*$`, 's').exec(
    text,
  )
  if (match?.[1] === undefined)
    throw new Failure('integrity', 'a table’s COPY statement in toc.dat cannot be read')
  return {
    target: match[1],
    columns: match[2] === undefined ? [] : (match[2].match(new RegExp(identifier, 'gs')) ?? []),
  }
}

/**
 * Everything that cannot exist without the given extensions: their entries and all that depends on them. Bodies of
 * functions are no dependencies, so those stay.
 */
export function closureOf(toc: ArchiveToc, extensions: readonly string[]): Set<number> {
  return dependingOn(toc, (entry) => entry.description === 'EXTENSION' && extensions.includes(entry.tag))
}

/**
 * Fillings of materialized views that ask foreign servers, directly or through other views: a laboratory has no
 * network, so they cannot be had there.
 */
export function fillingsFromElsewhere(toc: ArchiveToc): TocEntry[] {
  const dependents = dependingOn(toc, (entry) => entry.description === 'FOREIGN TABLE')
  return toc.entries.filter(
    (entry) => entry.description === 'MATERIALIZED VIEW DATA' && dependents.has(entry.dumpId),
  )
}

/** The chosen entries and all that depends on them. */
export function dependingOn(toc: ArchiveToc, isRoot: (entry: TocEntry) => boolean): Set<number> {
  const dependents = new Map<number, number[]>()
  for (const entry of toc.entries) {
    for (const dependency of entry.dependencies) {
      const list = dependents.get(dependency)
      if (list === undefined) dependents.set(dependency, [entry.dumpId])
      else list.push(entry.dumpId)
    }
  }
  const left = toc.entries.filter(isRoot).map((entry) => entry.dumpId)
  const closure = new Set<number>()
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (closure.has(next)) continue
    closure.add(next)
    left.push(...(dependents.get(next) ?? []))
  }
  return closure
}
