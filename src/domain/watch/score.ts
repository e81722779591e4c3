import type { CheckStatus } from '../verdict.ts'

/** How much a finding weighs, by what is lost when it is ignored. Documented in docs/guides/watch.md. */
export const weights = { grave: 3, important: 2, useful: 1 } as const
export type Weight = keyof typeof weights

export interface Scored {
  status: CheckStatus
  weight: Weight
  /** It should have been found out and could not: that is worth nothing. Without it, a skipped check does not count. */
  isUnknown: boolean
}

/** With a failed check the score is no better than this. */
export const bestWithFailure = 49

/**
 * 0 to 100. Each check that applies gives its weight when it passed, half of it when it is degraded, nothing when it failed or
 * could not be found out; the sum is taken as a share of all weights, rounded down. One failed check caps it.
 */
export function scoreOf(checks: readonly Scored[]): number {
  const counting = checks.filter(({ status, isUnknown }) => status !== 'skipped' || isUnknown)
  const all = counting.reduce((sum, { weight }) => sum + weights[weight], 0)
  if (all === 0) return 0
  const reached = counting.reduce((sum, { status, weight }) => sum + weights[weight] * worth[status], 0)
  const score = Math.floor((100 * reached) / all)
  return counting.some(({ status }) => status === 'failed') ? Math.min(score, bestWithFailure) : score
}

const worth: Record<CheckStatus, number> = { passed: 1, degraded: 0.5, failed: 0, skipped: 0 }
