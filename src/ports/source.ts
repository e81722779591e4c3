import type { NotIncluded, SourceRecord } from '../domain/manifest.ts'
import type { Isolation } from '../domain/proof.ts'
import type { TableResult } from '../domain/report.ts'
import type { Bytes, Instant, Milliseconds } from '../domain/units.ts'
import type { Check, Rung } from '../domain/verdict.ts'
import type { ArtifactReader, ArtifactSink } from './artifacts.ts'

/** Where data lives: able to say whether it can be backed up, and to pour itself into artifacts. Read-only on the source. */
export interface Source {
  readonly name: string
  readonly type: SourceRecord['type']
  /**
   * Everything that stands in the way of a backup, or is worth knowing, listed at once. Changes nothing.
   * @throws Failure `unavailable`, `access` or `missing` when the source cannot be asked at all
   */
  preflight(signal: AbortSignal): Promise<Finding[]>
  /**
   * Makes one consistent backup. Everything that it started has ended when the promise settles.
   * @throws Failure; artifacts already stored are then orphans, since no manifest names them
   */
  dump(sink: ArtifactSink, progress: ProgressSink, signal: AbortSignal): Promise<SourceRecord>
  [Symbol.asyncDispose](): Promise<void>
}

export interface Finding {
  /** `refuse` stops the run before anything starts. */
  level: 'refuse' | 'warning' | 'notice'
  failure?: 'refused' | 'access' | 'missing' | 'unavailable' | 'capacity' | 'config'
  text: string
  hint?: string
  subjects?: readonly string[]
}

/** Told how far long work is. `total` may be an estimate, or absent. */
export interface ProgressSink {
  report(done: Bytes, total?: Bytes): void
}

/** Brings a source's artifacts back into a throwaway server and proves them, rung by rung. */
export interface Rehearsal {
  /**
   * Climbs the ladder from `complete` up to `level` (the vault has done `stored` and `intact`). Every check is handed to
   * `record` as soon as it is known, failures too; it throws only when it could not go on at all.
   * The laboratory it starts is removed before it settles.
   */
  rehearse(context: RehearsalContext): Promise<RehearsalResult>
}

export interface RehearsalContext {
  record: SourceRecord
  artifacts: ArtifactReader
  level: Rung
  /** When the verification is judged to take place, for freshness. */
  now: Instant
  rpo: Milliseconds | null
  check: (check: Check) => void
  table: (table: TableResult) => void
  progress: ProgressSink
  signal: AbortSignal
}

export interface RehearsalResult {
  /** What enclosed the server that ran what came back; null when nothing was run, so that nothing had to be enclosed. */
  isolation: Isolation | null
  /** From the start of the restore to an analysed database that answers; null when it did not get there. */
  restoreDuration: Milliseconds | null
  /** What a default durable server would have taken, estimated. */
  restoreEstimate: Milliseconds | null
  /** Plain bytes restored. */
  bytes: Bytes
  /** Age of the newest data at `now`, where it could be told. */
  dataAge: Milliseconds | null
  notIncluded: readonly NotIncluded[]
  /** For people: server version, settings… */
  facts: { label: string; text: string }[]
}
