import type { DataComparison } from '../../domain/data-fingerprint.ts'
import type { Course } from './forward.ts'

export interface DataJudgement {
  /**
   * `same`: not one transaction has written since. `changed`: the deployment did it, or may well have. `unclear`: something
   * was written, which customers may have done as well; a validation decides.
   */
  verdict: 'same' | 'changed' | 'unclear'
  /** For people, as it follows the word "data". */
  why: string
}

/**
 * Whether the data was changed by a deployment that failed. Rather too often than too seldom: what is brought back too much
 * is still there under another name, while what is left damaged is handed to customers.
 */
export function judgeData(
  comparison: DataComparison,
  course: Pick<Course, 'migration' | 'trouble'>,
): DataJudgement {
  const { verdict, sources } = comparison
  const where = sources.length === 0 ? '' : ` (${sources.join(', ')})`
  if (verdict === 'same')
    return { verdict: 'same', why: 'is as before: not one transaction has written since' }
  if (verdict === 'schema')
    return { verdict: 'changed', why: `was changed: tables or other objects are others than before${where}` }
  const written = verdict === 'unknown' ? 'cannot be compared with what it was' : `was written to${where}`
  if (course.migration !== 'none') {
    const how = course.migration === 'failed' ? 'the migration failed in its midst' : 'the migration has run'
    return { verdict: 'changed', why: `${written}, and ${how}: taken as changed by it` }
  }
  if (course.trouble?.step === 'validate')
    return { verdict: 'changed', why: `${written}, and the validation has failed: taken as changed by it` }
  return {
    verdict: 'unclear',
    why: `${written}, by the new release or by customers: the validation of the former release decides`,
  }
}
