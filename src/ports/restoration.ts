import type { SourceRecord } from '../domain/manifest.ts'
import type { TableResult } from '../domain/report.ts'
import type { Bytes, Milliseconds } from '../domain/units.ts'
import type { Check } from '../domain/verdict.ts'
import type { ArtifactReader } from './artifacts.ts'
import type { Finding, ProgressSink } from './source.ts'

/**
 * Brings one source of a backup back into a server that is in use. Until `exchange` nothing that is in use is touched;
 * a restore that was interrupted is begun anew by the next, and never doubles data.
 */
export interface Restoration extends AsyncDisposable {
  /**
   * What a restore would do, and all that stands in its way, listed at once. Changes nothing.
   * @param artifacts lets it look into the archive too: dependencies of a selection, rights on what it holds. `restore`
   * asks again, so nothing is begun that this would refuse
   * @throws Failure `unavailable`, `access` or `missing` when the server cannot be asked at all
   */
  inspect(signal: AbortSignal, artifacts?: ArtifactReader): Promise<RestoreInspection>
  /**
   * Restores beside what is in use: every table, then indexes, then statistics; artifacts are read while earlier ones
   * are loaded. Proves what came back: every table equal to what was dumped. Whatever of an interrupted
   * restore of the same backup is left there is removed first; anything that this did not make is never touched.
   * @throws Failure; what was made is then removed, or named in its hint
   */
  restore(context: RestorationContext): Promise<RestorationResult>
  /**
   * Puts what was restored in the place of what is in use, which stays under another name (`swap`, `in-place`). Both
   * happen in one transaction, or neither. Not called for `side-by-side`.
   * @throws Failure `refused` when something bound to the database forbids it; nothing is then changed
   */
  exchange(signal: AbortSignal): Promise<ExchangeResult>
}

/** How what is restored and what is in use come to stand to each other. */
export const restoreModes = ['side-by-side', 'swap', 'in-place'] as const
export type RestoreMode = (typeof restoreModes)[number]

/** What is wanted of one source; decided by a person, or by the operation for them. */
export interface RestoreRequest {
  record: SourceRecord
  backupId: string
  mode: RestoreMode
  /** A connection URL, or the name of a database on the source's own server; null for the mode's default. */
  target: string | null
  /** Only these; null for everything. */
  selection: RestoreSelection | null
  /** What is bound to the database and may be given up, by the names that a refusal lists. */
  answered: readonly string[]
  jobs: number
}

export interface RestoreSelection {
  /** `schema.table`, as reports name them. */
  tables: readonly string[]
  schemas: readonly string[]
  /** Only the rows for which an SQL condition holds, per table; restored into a schema of their own, for inspection. */
  rows: readonly { table: string; where: string }[]
}

export interface RestoreInspection {
  findings: readonly Finding[]
  /** Whether what would be replaced is still there. */
  present: 'there' | 'gone'
  /** Where the data would come to lie: database or schemas, for people. */
  place: string
  /** Name under which what is in use would be kept; null where nothing is replaced. */
  keptAs: string | null
  /** What would be done, in order. */
  steps: readonly { name: string; detail: string; subjects?: readonly string[] }[]
  /** An estimate, and what is free as far as it can be told. */
  diskNeeded: Bytes
  diskFree: Bytes | null
  facts: readonly { label: string; text: string }[]
}

export interface RestorationContext {
  artifacts: ArtifactReader
  check: (check: Check) => void
  table: (table: TableResult) => void
  progress: ProgressSink
  signal: AbortSignal
}

export interface RestorationResult {
  /** The database that holds what was restored. */
  database: string
  /** The schema of our own making in it, when only rows were asked for. */
  schema?: string
  /** Its connection URL without password, for people and for the rerouting hook. */
  place: string
  /** Plain bytes restored. */
  bytes: Bytes
  steps: readonly { name: string; duration: Milliseconds }[]
  /** What did not come along and may matter: foreign keys left behind, roles without passwords… */
  left: readonly { text: string; subjects: readonly string[] }[]
}

export interface ExchangeResult {
  /** Name under which the former state is kept; null when there was none. */
  keptAs: string | null
  /** What a person has to see to now: slots to make anew, subscriptions, pools to reconnect. */
  next: readonly { text: string; subjects: readonly string[] }[]
}
