import type { Instant, Milliseconds } from '../domain/units.ts'
import type { PutOptions } from '../ports/store.ts'

type RetentionClass = NonNullable<PutOptions['retentionClass']>

/** How long a store's own lock holds new objects, by the class of their backup, and how firmly. */
export interface LockRule<Mode extends string> {
  mode: Mode
  /** Null for a class that is not locked. */
  periods: Record<RetentionClass, Milliseconds | null>
}

/** Until when a new object is to be held; null for not at all. Leases never are, unless a moment is asked for by itself. */
export function lockedUntil(
  key: string,
  { retainUntil, retentionClass }: Pick<PutOptions, 'retainUntil' | 'retentionClass'>,
  rule: LockRule<string> | null,
  now: Instant,
): Instant | null {
  if (retainUntil !== undefined) return retainUntil
  if (rule === null || retentionClass === undefined || /^(?:[^/]+\/)?leases\//.test(key)) return null
  const period = rule.periods[retentionClass]
  return period === null ? null : now + period
}
