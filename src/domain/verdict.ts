import type { FailureKind } from './failure.ts'
import type { Milliseconds } from './units.ts'

/** How an operation ended: `passed`, `degraded` (it worked, but less than was asked for) or `failed`. */
export type Verdict = 'passed' | 'degraded' | 'failed'

/** The proof ladder, lowest rung first. Each rung is a named group of checks. */
export const rungs = [
  'stored',
  'intact',
  'complete',
  'restorable',
  'equal',
  'sound',
  'fresh',
  'useful',
] as const
export type Rung = (typeof rungs)[number]

/** Rungs that read restored data. A verification in which none of their checks passed proves nothing. */
const rungsThatReadData: readonly (Rung | Aspect)[] = ['equal', 'sound', 'fresh', 'useful']

/** Groups of checks that are no part of a proof: the six categories of a validation, and one for each other operation. */
export const aspects = [
  'environment status',
  'service health',
  'RTO compliance',
  'security boundaries',
  'performance',
  'operational readiness',
  'smoke',
  'gate',
  'deployment',
  'pull request',
  'watch',
  'drill',
  'runbook',
] as const
export type Aspect = (typeof aspects)[number]

export type CheckStatus = 'passed' | 'degraded' | 'failed' | 'skipped'

/** One question asked of a backup, and its answer. A check that could not run is `skipped`, with the reason in `detail`. */
export interface Check<Group extends Rung | Aspect = Rung> {
  /** The group that it belongs to: a rung of the ladder, or another aspect. */
  rung: Group
  name: string
  status: CheckStatus
  /** What was found, without names that came from data: those stand in `subjects`. */
  detail: string
  /** Objects it is about, such as `shop.orders`; hidden where a public repository would show them. */
  subjects: readonly string[]
  /** The kind of failure, when `failed`. */
  failure: FailureKind | null
  /** What to do about it, when there is something to do. */
  hint?: string
  duration: Milliseconds
}

/** A check of any operation, as reports hold them. */
export type AnyCheck = Check<Rung | Aspect>

/** Checks that did not pass, the gravest first. */
export function troubles<Found extends Pick<AnyCheck, 'status'>>(checks: readonly Found[]): Found[] {
  const order: CheckStatus[] = ['failed', 'degraded', 'skipped']
  return order.flatMap((status) => checks.filter((check) => check.status === status))
}

/** The worse of two verdicts. */
export function worse(a: Verdict, b: Verdict): Verdict {
  const order: Verdict[] = ['passed', 'degraded', 'failed']
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}

/**
 * What the checks of a verification amount to. Failed if one failed, or if nothing that reads restored data passed
 * although the level asked for it; degraded if one is degraded or was skipped, or if the level asked for nothing that
 * reads restored data, since then nothing is proven to come back; passed otherwise.
 * @param level the highest rung that was asked for
 */
export function judgeChecks(checks: readonly Check[], level: Rung): Verdict {
  if (
    checks.some((check) => check.status === 'failed') ||
    checks.every((check) => check.status === 'skipped')
  )
    return 'failed'
  if (asksForData(level) && !hasReadData(checks)) return 'failed'
  return !asksForData(level) || checks.some((check) => check.status !== 'passed') ? 'degraded' : 'passed'
}

/** Whether a verification up to this level is to read restored data; else nothing is proven to come back. */
export function asksForData(level: Rung): boolean {
  return rungs.indexOf(level) >= rungs.indexOf('equal')
}

/** Whether restored data was read, and something was right about it. */
export function hasReadData(checks: readonly Pick<AnyCheck, 'rung' | 'status'>[]): boolean {
  return checks.some(({ rung, status }) => status === 'passed' && rungsThatReadData.includes(rung))
}
