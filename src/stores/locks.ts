import type { Instant, Milliseconds } from '../domain/units.ts'
import { Failure } from '../domain/failure.ts'
import type { PutOptions, StoredObject } from '../ports/store.ts'

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

/**
 * Asked before an object is removed: where a bucket keeps versions, a service takes the deletion of a locked object, and
 * hides it. What the credentials may not see, the service itself has to refuse.
 * @throws Failure `refused` when a lock holds it
 */
export async function demandUnlocked(
  where: string,
  key: string,
  stat: () => Promise<StoredObject | null>,
): Promise<void> {
  // A bucket may hold whatever is put; a lease is given back all the same. What lies deeper is `store check`'s own.
  if (/^(?:[^/]+\/)?leases\/[^/]+$/.test(key)) return
  let found: StoredObject | null
  try {
    found = await stat()
  } catch (error) {
    // The deletion itself then says better what is wrong: the answer to this question has no words.
    if (error instanceof Failure && !['unavailable', 'cancelled'].includes(error.kind)) return
    throw error
  }
  if (found?.lockedUntil !== undefined) throw lockHolds(where, key)
}

export function lockHolds(where: string, key: string, cause?: unknown): Failure {
  return new Failure('refused', `${where}: a lock holds ${key}`, cause === undefined ? {} : { cause })
}
