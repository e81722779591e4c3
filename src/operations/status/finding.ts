import type { FailureKind } from '../../domain/failure.ts'
import type { Weight } from '../../domain/watch/score.ts'
import type { Check, CheckStatus } from '../../domain/verdict.ts'

/**
 * What one check of the watch found. `unknown`: it should have been found out, and could not; `apart`: there was nothing to
 * check, or no right to look.
 */
export interface Finding {
  name: string
  level: 'ok' | 'warning' | 'critical' | 'unknown' | 'apart'
  detail: string
  weight: Weight
  hint?: string
  subjects?: readonly string[]
  /** When critical or unknown. */
  failure?: FailureKind
}

const statuses: Record<Finding['level'], CheckStatus> = {
  ok: 'passed',
  warning: 'degraded',
  critical: 'failed',
  unknown: 'skipped',
  apart: 'skipped',
}

/** What records say becomes no line of its own in a log. */
export function inOneLine(finding: Finding): Finding {
  return { ...finding, detail: finding.detail.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ') }
}

/** As reports hold it. A kind of failure beside `skipped` says that it should have been known. */
export function checkOf(finding: Finding): Check<'watch'> {
  const { name, level, detail, hint, subjects = [] } = finding
  const isTrouble = level === 'critical' || level === 'unknown'
  return {
    rung: 'watch',
    name,
    status: statuses[level],
    detail: level === 'unknown' ? `unknown: ${detail}` : detail,
    subjects,
    failure: isTrouble ? (finding.failure ?? (level === 'unknown' ? 'unavailable' : 'objective')) : null,
    ...(hint === undefined || level === 'ok' || level === 'apart' ? {} : { hint }),
    duration: 0,
  }
}
