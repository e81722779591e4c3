import type { FailureKind } from './failure.ts'
import type { Bytes, Instant, Milliseconds } from './units.ts'
import type { Verdict } from './verdict.ts'

/** What an auditor asks of a period: everything that was done, from signed records, and how far the records themselves hold. */
export interface Compliance {
  format: 1
  environment: string
  from: Instant
  to: Instant
  madeAt: Instant
  madeBy: { actor: string | null; lifeboat: string }
  targets: Record<'rpo' | 'rto' | 'backupEvery' | 'verifyEvery' | 'drillEvery', Milliseconds | null>
  /** The check of the whole ledger, from its first event on, when the report was made. */
  ledger: { verdict: Verdict; failure: FailureKind | null; events: number; findings: string[] }
  /** What the report cannot say, or may lack. */
  limits: string[]
  /** Stores that could not be asked: they may have what seems lost. */
  silent: string[]
  /** Backups that no retention removed and that cannot be restored now from any store that answered, newest first. */
  lost: {
    id: string
    at: Instant
    fate: LostFate
    /** When the restore test was made that condemned it. */
    condemnedAt?: Instant
  }[]
  rates: OperationRate[]
  recoveryPoint: {
    /** Share of the time since the first backup that is known, in which no more than the RPO would have been lost; null without a target or a backup. */
    kept: number | null
    /** The most that would have been lost at any moment; null when no backup is known. */
    worst: Milliseconds | null
    /**
     * The same with the lost backups, as though they could have been restored until now: nobody can tell when they were
     * taken away. Null when none is lost.
     */
    withLost: { kept: number | null; worst: Milliseconds | null } | null
    /** When the first backup that is known was complete, or the period's end without one; null when there was one all the time. */
    unknownBefore: Instant | null
  }
  /**
   * Restore tests: one that failed has not met the RTO, whatever it had measured by then. Those are told apart that failed for
   * no fault of the backup, such as a full disk.
   */
  recoveryTime: { judged: number; met: number; unmeasured: number }
  backups: ComplianceBackup[]
  proofs: ComplianceProof[]
  drills: ComplianceEvent[]
  restores: ComplianceEvent[]
  deployments: ComplianceEvent[]
  overrides: ComplianceEvent[]
  others: ComplianceEvent[]
}

/**
 * No store has it; stores have it and none of them whole; its manifest cannot be read or believed; or its newest restore test
 * has shown that it is bad.
 */
export type LostFate = 'gone' | 'hollow' | 'doubtful' | 'condemned'

/** Runs that ended in the period, by the ledger. */
export interface OperationRate {
  operation: string
  runs: number
  passed: number
  degraded: number
  failed: number
  /** Share that did not fail; null without a run. */
  success: number | null
}

export interface ComplianceBackup {
  id: string
  at: Instant
  /** What became of it; `expired` when a run of retention removed it, null when the run made none. */
  fate: 'held' | 'expired' | LostFate | null
  /** When the restore test was made that condemned it; of no other. */
  condemnedAt?: Instant
  /** Null of a backup that is known by the ledger alone: it is gone, or was never complete. */
  stored: {
    class: 'scheduled' | 'critical'
    duration: Milliseconds
    size: Bytes
    /** Stores that hold it whole. */
    copies: string[]
    isEncrypted: boolean
  } | null
  /** How the run ended; null when no event of the ledger tells. */
  outcome: Verdict | null
  actor: string | null
  reason: string | null
  runUrl: string | null
  /** Why its record does not count; null when it does. */
  trouble: string | null
}

export interface ComplianceProof {
  at: Instant
  backupId: string
  verdict: Verdict | null
  level: string | null
  /** Estimated recovery time, and whether it met the RTO. */
  rto: Milliseconds | null
  rtoMet: boolean | null
  rpo: Milliseconds | null
  rpoMet: boolean | null
  failedChecks: string[]
  actor: string | null
  runUrl: string | null
  trouble: string | null
}

export interface ComplianceEvent {
  id: string
  at: Instant
  type: string
  /** Of a deployment or a runbook's run: it has not ended, and this is the last that it wrote down. */
  isOpen: boolean
  verdict: Verdict | null
  failure: FailureKind | null
  backupId: string | null
  actor: string | null
  reason: string | null
  runUrl: string | null
  details: Readonly<Record<string, string | number | boolean | null>>
  trouble: string | null
}
