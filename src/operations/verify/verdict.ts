import { Failure, type FailureKind } from '../../domain/failure.ts'
import type { ObjectiveResult } from '../../domain/objectives.ts'
import type { Check } from '../../domain/verdict.ts'

/** What matters most, when several things went wrong. */
const gravity: readonly FailureKind[] = [
  'integrity',
  'access',
  'missing',
  'capacity',
  'unavailable',
  'config',
  'refused',
  'objective',
]

/** One failure that stands for all failed checks and missed objectives; null when there are none. */
export function gravestFailure(
  checks: readonly Check[],
  objectives: readonly ObjectiveResult[],
): Failure | null {
  const failed = checks.filter((check) => check.status === 'failed')
  const kindOf = (check: Check) => check.failure ?? 'objective'
  const worst = [...failed].sort((a, b) => gravity.indexOf(kindOf(a)) - gravity.indexOf(kindOf(b)))[0]
  if (worst !== undefined) {
    const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more failed checks)`
    return new Failure(kindOf(worst), `${worst.rung}: ${worst.name}: ${worst.detail}${others}`, {
      subjects: worst.subjects,
      ...(worst.hint === undefined ? {} : { hint: worst.hint }),
    })
  }
  const missed = objectives.find((objective) => objective.met === false)
  if (missed !== undefined) {
    return new Failure('objective', `the ${missed.name} was missed: ${missed.basis}`, {
      hint:
        missed.name === 'RTO'
          ? 'Give the restore more cores or a faster disk, or promise a longer RTO.'
          : 'Back up more often.',
    })
  }
  return new Failure('objective', 'no check that reads restored data has passed')
}
