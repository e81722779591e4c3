import { asFailure, type Failure } from '../domain/failure.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

/** How long a store that was out of reach is not asked again. */
const rest: Milliseconds = 5 * 60_000

/**
 * The same stores, of which one that turned out to be `unavailable`, with all patience, then fails at once for a while:
 * what is read from several stores waits once for the one that is out of reach, not at each object. A store that nothing
 * could stand in for is asked each time. What only a store can be asked that answered before (to renew a lease, or to
 * give it back) is always asked.
 */
export function restingStores(stores: readonly Store[], clock: Clock): readonly Store[] {
  return stores.length < 2 ? stores : stores.map((store) => resting(store, clock))
}

function resting(store: Store, clock: Clock): Store {
  let away: { failure: Failure; until: Milliseconds } | null = null
  const check = () => {
    if (away !== null && clock.ticks() < away.until) throw away.failure
  }
  const note = (error: unknown) => {
    const failure = asFailure(error)
    if (failure.kind === 'unavailable') away = { failure, until: clock.ticks() + rest }
  }
  const unlessAway = async <T>(work: () => Promise<T>): Promise<T> => {
    check()
    try {
      return await work()
    } catch (error) {
      note(error)
      throw error
    }
  }
  return {
    ...store,
    async *list(prefix, signal, options) {
      check()
      try {
        yield* store.list(prefix, signal, options)
      } catch (error) {
        note(error)
        throw error
      }
    },
    get: (key, options) => unlessAway(() => store.get(key, options)),
    stat: (key, signal) => unlessAway(() => store.stat(key, signal)),
    versions: (key, signal) => unlessAway(() => store.versions(key, signal)),
    put: (key, body, options) => unlessAway(() => store.put(key, body, options)),
  }
}
