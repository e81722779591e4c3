import { Failure, asFailure } from '../domain/failure.ts'
import type { Bytes } from '../domain/units.ts'
import type { Log } from '../ports/log.ts'
import type { Reader } from '../ports/store.ts'

/** What was wrong with one store's copy of an object. */
export interface Damage {
  store: string
  key: string
  problem: 'missing' | 'damaged' | 'unreachable'
  failure: Failure
  /** The store's older version of the object had the right bytes, and served instead. */
  olderVersionServed: boolean
}

/** Opens one copy. Resolves null when the object does not exist. @throws Failure, `integrity` when its bytes are not right */
export type Attempt<T> = (store: Reader, version: string | undefined) => Promise<T | null>

export interface CopyContext {
  damages: Damage[]
  /** What a sound copy has, where it is known: older versions of another size are not even opened. */
  size?: Bytes
  /** What to do when no store has it sound; the hint of that failure, where what is wrong with the copies has none. */
  whenLost?: string | undefined
  log: Log
  signal: AbortSignal
}

/** An attacker who may write could add versions without end. */
const mostVersions = 50

/**
 * Takes an object from the first store that has it sound. In each store first as it is; then, when it is missing or
 * damaged, in the versions that the store still keeps. What was wrong on the way is added to `damages`.
 * @throws Failure `integrity` when a copy was damaged and none sound; else `access` or `unavailable` when a store did not
 *   answer; else `missing`. `cancelled` and `capacity` end it at once, since other stores would not help.
 */
export async function fromFirstSoundCopy<T>(
  stores: readonly Reader[],
  key: string,
  attempt: Attempt<T>,
  context: CopyContext,
): Promise<{ value: T; store: Reader }> {
  const seen: Damage[] = []
  for (const store of stores) {
    const found = await fromStore(store, key, attempt, context)
    if (found.damage !== null) {
      seen.push(found.damage)
      context.damages.push(found.damage)
      const served = found.damage.olderVersionServed ? '; an older version of it is sound' : ''
      context.log.warning(`store ${store.name}: ${key} is ${found.damage.problem}${served}`)
    }
    if (found.value !== null) return { value: found.value, store }
  }
  throw noSoundCopy(key, seen, context.whenLost)
}

async function fromStore<T>(
  store: Reader,
  key: string,
  attempt: Attempt<T>,
  context: CopyContext,
): Promise<{ value: T | null; damage: Damage | null }> {
  let damage: Damage
  try {
    const value = await attempt(store, undefined)
    if (value !== null) return { value, damage: null }
    damage = describe(store, key, new Failure('missing', `store ${store.name} has no ${key}`))
  } catch (error) {
    const failure = failureOfCopy(error, context.signal)
    damage = describe(store, key, failure)
    if (damage.problem === 'unreachable') return { value: null, damage }
  }
  const value = await fromOlderVersion(store, key, attempt, damage, context)
  return { value, damage: { ...damage, olderVersionServed: value !== null } }
}

async function fromOlderVersion<T>(
  store: Reader,
  key: string,
  attempt: Attempt<T>,
  damage: Damage,
  { size, signal }: CopyContext,
): Promise<T | null> {
  try {
    const versions = await store.versions(key, signal)
    // A damaged copy is the newest version itself; a missing one lies under a delete marker.
    const older = damage.problem === 'missing' ? versions : versions.slice(1)
    const fitting = older.filter((version) => size === undefined || version.size === size)
    for (const { version } of fitting.slice(0, mostVersions)) {
      try {
        const value = await attempt(store, version)
        if (value !== null) return value
      } catch (error) {
        failureOfCopy(error, signal)
      }
    }
  } catch (error) {
    failureOfCopy(error, signal) // the copy is bad already; that its versions cannot be asked for adds nothing
  }
  return null
}

/** The failure as one of this copy alone. @throws it when it concerns every copy */
export function failureOfCopy(error: unknown, signal: AbortSignal): Failure {
  const failure = asFailure(error)
  if (signal.aborted) {
    throw signal.reason instanceof Failure
      ? signal.reason
      : new Failure('cancelled', 'stopped from outside', { cause: error })
  }
  if (failure.kind === 'cancelled' || failure.kind === 'capacity') throw failure
  return failure
}

/**
 * Does the same in each store, side by side, and waits for all of them: nothing goes on when it settles. A full disk is
 * here a trouble of that store alone.
 * @returns why it failed, by the store's name
 */
export async function inEachStore<S extends Reader>(
  stores: readonly S[],
  work: (store: S) => Promise<void>,
): Promise<Map<string, Failure>> {
  const failures = new Map<string, Failure>()
  await Promise.all(
    stores.map(async (store) => {
      try {
        await work(store)
      } catch (error) {
        failures.set(store.name, asFailure(error))
      }
    }),
  )
  return failures
}

/** @throws Failure `cancelled`, or what the signal was given as its reason */
export function throwIfCancelled(signal: AbortSignal): void {
  if (!signal.aborted) return
  throw signal.reason instanceof Failure
    ? signal.reason
    : new Failure('cancelled', 'stopped from outside', { cause: signal.reason })
}

function describe(store: Reader, key: string, failure: Failure): Damage {
  return { store: store.name, key, problem: problemOf(failure), failure, olderVersionServed: false }
}

export function problemOf(failure: Failure): Damage['problem'] {
  if (failure.kind === 'missing') return 'missing'
  // `config`: a format that only a newer Lifeboat reads; or one damaged byte that looks like it.
  return failure.kind === 'integrity' || failure.kind === 'config' ? 'damaged' : 'unreachable'
}

function noSoundCopy(key: string, damages: readonly Damage[], whenLost: string | undefined): Failure {
  const worst =
    damages.find((damage) => damage.problem === 'damaged') ??
    damages.find((damage) => damage.problem === 'unreachable') ??
    damages[0]
  if (worst === undefined) return new Failure('bug', 'there is no store to read from')
  const each = damages.map((damage) => `${damage.store}: ${damage.problem}`).join(', ')
  const hint = worst.failure.hint ?? (worst.problem === 'unreachable' ? undefined : whenLost)
  return new Failure(
    worst.failure.kind,
    `no store has a sound copy of ${key} (${each}): ${worst.failure.message}`,
    {
      ...(hint === undefined ? {} : { hint }),
      subjects: worst.failure.subjects,
      cause: worst.failure,
    },
  )
}
