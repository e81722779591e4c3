import type { DashboardCheck } from '../../domain/dashboard.ts'
import type { Instant } from '../../domain/units.ts'
import type { CheckStatus } from '../../domain/verdict.ts'

export function verdictWord(status: CheckStatus): string {
  const words: Record<CheckStatus, string> = {
    passed: 'well',
    degraded: 'warning',
    failed: 'trouble',
    skipped: 'not asked',
  }
  return words[status]
}

/** `2026-11-21 10:22 UTC` */
export function timeText(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

export function dayText(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** `data of main failed`: the first of the gravest kind, since checks come with what matters most first; null when all is well. */
export function worstCheck(checks: readonly DashboardCheck[]): string | null {
  for (const [status, word] of [
    ['failed', 'failed'],
    ['degraded', 'is degraded'],
  ] as const) {
    const found = checks.find((check) => check.status === status)
    if (found !== undefined) return `${found.name} ${word}`
  }
  return null
}
