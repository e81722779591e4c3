import type { Environment } from './environment/schema.ts'
import type { ValidationCategory } from './environment/validation-schema.ts'
import type { Aspect, Check, CheckStatus, Verdict } from './verdict.ts'

/** The categories of a validation as checks name them, by how files and inputs name them. */
export const aspectOf: Record<ValidationCategory, Aspect> = {
  'environment-status': 'environment status',
  'service-health': 'service health',
  'rto-compliance': 'RTO compliance',
  'security-boundaries': 'security boundaries',
  performance: 'performance',
  'operational-readiness': 'operational readiness',
  smoke: 'smoke',
}

export type ScoreRules = Pick<NonNullable<Environment['validation']>, 'weights' | 'mustPass'> & {
  minScore: number
}

/** What a validation asks for where the environment file says nothing. */
export const usualMinScore = 80

/** A check that could not run counts as one that failed: what was not tried is not good. */
const points: Record<CheckStatus, number> = { passed: 1, degraded: 0.5, failed: 0, skipped: 0 }

/**
 * 0 to 100: per category the share of points that its checks won, and of the categories the mean by their weights; rounded
 * down, so that 100 means that all passed. Categories without a check do not count.
 */
export function scoreOf(checks: readonly Check<Aspect>[], { weights }: Pick<ScoreRules, 'weights'>): number {
  let won = 0
  let possible = 0
  for (const [category, aspect] of categories()) {
    const own = checks.filter(({ rung }) => rung === aspect)
    const weight = weights[camelCased(category)]
    if (own.length === 0 || weight === 0) continue
    won += weight * (own.reduce((sum, { status }) => sum + points[status], 0) / own.length)
    possible += weight
  }
  // A sum of shares such as thirds may miss a whole number by a hair.
  return possible === 0 ? 0 : Math.floor((won / possible) * 100 + 1e-9)
}

/**
 * Failed when no check could run, when the score is too low, or when a category that must pass has a failed check or none
 * that passed; passed when every check passed; degraded in between.
 */
export function judgeValidation(checks: readonly Check<Aspect>[], score: number, rules: ScoreRules): Verdict {
  const runs = checks.filter(({ status }) => status !== 'skipped')
  if (runs.length === 0 || score < rules.minScore) return 'failed'
  if (fallenCategories(checks, rules).length > 0) return 'failed'
  return checks.every(({ status }) => status === 'passed') ? 'passed' : 'degraded'
}

/** The categories that must pass and did not: a check of theirs failed, or none passed. */
export function fallenCategories(
  checks: readonly Pick<Check<Aspect>, 'rung' | 'status'>[],
  { mustPass }: Pick<ScoreRules, 'mustPass'>,
): Aspect[] {
  return mustPass
    .map((category) => aspectOf[category])
    .filter((aspect) => {
      const own = checks.filter(({ rung }) => rung === aspect)
      const isFallen = own.some(({ status }) => status === 'failed')
      return isFallen || (own.length > 0 && !own.some(({ status }) => status === 'passed'))
    })
}

/**
 * Whether a release may stay. What was skipped costs it nothing but the verdict `passed`, unless the file itself names a
 * score: that a file configures little is no fault of a release.
 * @param rules minScore: as written in the environment file
 * @returns why it may not stay, unless a failed check says so; null when it may
 */
export function judgeRelease(
  checks: readonly Check<Aspect>[],
  score: number,
  { minScore = 0, ...rules }: Omit<ScoreRules, 'minScore'> & { minScore?: number | undefined },
): { verdict: Verdict; why: string | null } {
  const verdict = checks.some(({ status }) => status === 'failed')
    ? 'failed'
    : judgeValidation(checks, score, { ...rules, minScore })
  if (verdict !== 'failed') return { verdict, why: null }
  if (checks.every(({ status }) => status === 'skipped')) return { verdict, why: 'nothing could be checked' }
  if (score < minScore)
    return { verdict, why: `its score is ${score}, and validation.min-score is ${minScore}` }
  return { verdict, why: 'in a category of validation.must-pass no check passed' }
}

function categories(): [ValidationCategory, Aspect][] {
  return Object.entries(aspectOf) as [ValidationCategory, Aspect][]
}

function camelCased(category: ValidationCategory): keyof ScoreRules['weights'] {
  return category.replaceAll(/-([a-z])/g, (_, letter: string) =>
    letter.toUpperCase(),
  ) as keyof ScoreRules['weights']
}
