import type { Bytes, Instant, Milliseconds } from './units.ts'
import type { CheckStatus, Verdict } from './verdict.ts'

/** What a dashboard shows: plain figures, gathered from the records of the stores. */
export interface Dashboard {
  madeAt: Instant
  environments: DashboardEnvironment[]
}

export interface DashboardEnvironment {
  name: string
  protected: boolean
  verdict: Verdict
  /** 0 to 100; null when nothing could be asked. */
  score: number | null
  /** Why there is nothing to show; null when there is. */
  failure: string | null
  from: Instant
  to: Instant
  objectives: { rpo: Milliseconds | null; rto: Milliseconds | null }
  newest: { id: string; at: Instant; dataAge: Milliseconds | null; size: Bytes } | null
  proof: { at: Instant; verdict: Verdict } | null
  checks: DashboardCheck[]
  /** Age that the newest data had reached when the next backup began. */
  dataAges: Point[]
  /** Recovery as measured: by restore tests an estimate, by drills and restores the real thing. */
  recoveries: (Point & { basis: 'restore test' | 'drill' })[]
  /** Stored bytes of one copy. */
  sizes: Point[]
  schedules: DashboardSchedule[]
  proofs: { passed: number; made: number; newest: DashboardProof[] }
  drills: DashboardDrill[]
  stores: DashboardStore[]
  backups: DashboardBackup[]
}

export interface Point {
  at: Instant
  value: number
}

export interface DashboardCheck {
  name: string
  status: CheckStatus
  detail: string
  /** Names that came from data: shown only where that was asked for. */
  subjects: readonly string[]
}

export interface DashboardSchedule {
  /** `backups`, `restore tests` */
  what: string
  /** Where it is said when they are expected. */
  basis: string
  due: number
  made: number
  late: number
  missed: number
  /** By day (UTC), oldest first. */
  days: { at: Instant; made: number; late: number; missed: number }[]
}

export interface DashboardProof {
  at: Instant
  backupId: string
  verdict: Verdict
  level: string
  recovery: Milliseconds | null
}

export interface DashboardDrill {
  at: Instant
  scenario: string
  verdict: Verdict
  detect: Milliseconds | null
  recover: Milliseconds | null
  lostWrites: number | null
}

export interface DashboardStore {
  name: string
  type: string
  /** Null when it could not be asked. */
  backups: number | null
  bytes: Bytes
  newest: string | null
}

export interface DashboardBackup {
  id: string
  at: Instant
  size: Bytes
  duration: Milliseconds
  class: string
  stores: string[]
  proof: Verdict | null
}
