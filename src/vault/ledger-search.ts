import { inParallel } from '../domain/concurrency.ts'
import type { LedgerEvent } from '../domain/ledger.ts'
import type { Reader } from '../ports/store.ts'
import { failureOfCopy } from './copies.ts'
import { listEvents, readEvent } from './ledger-read.ts'
import type { ReadContext } from './signed-records.ts'

export interface LedgerSearch {
  /** Ids of events that a store lists and none has in a form that can be believed, among those that were looked at. */
  doubtful: string[]
  /** Events that genuine ones, or anchors, name, that are nowhere, and no older than the last that was looked at. */
  gone: string[]
  /** Stores that could not be asked. */
  unreachable: string[]
  /** How many events were looked at, and whether there are more. */
  read: number
  isWhole: boolean
}

/** Read side by side, so that a bucket's latency is hidden. */
const atOnce = 16
/** A month of a backup every 15 minutes, with room. */
const mostRead = 6_000

/**
 * Goes through the ledger from its newest event back, with those alone whose signature holds, until `look` has seen
 * enough. A copy that was tampered with in one store does not count where another store has it genuine.
 * @param keysFor the public keys that may have signed an event of a type; null when none is known, and it is taken as it is
 * @param look returns true when it needs no older event
 * @param context.anchors ids of events that proofs say were there
 * @throws Failure when no store could be asked
 */
export async function searchLedger(
  stores: readonly Reader[],
  environment: string,
  keysFor: (type: string) => readonly string[] | null,
  look: (event: LedgerEvent) => boolean,
  { anchors = [], ...context }: ReadContext & { anchors?: readonly string[] },
): Promise<LedgerSearch> {
  const { holders, unreachable } = await listEvents(stores, environment, context)
  const ids = [...holders.keys()].reverse()
  const doubtful: string[] = []
  const named = new Set<string>(anchors)
  let read = 0
  let isEnough = false
  for (let start = 0; start < Math.min(ids.length, mostRead) && !isEnough; start += atOnce) {
    const some = ids.slice(start, start + atOnce)
    const events = new Map<string, LedgerEvent>()
    await inParallel(some, atOnce, async (id) => {
      const event = await genuine(holders.get(id) ?? [], environment, id, keysFor, context)
      if (event !== null) events.set(id, event)
    })
    for (const id of some) {
      read += 1
      const event = events.get(id)
      if (event === undefined) {
        doubtful.push(id)
        continue
      }
      for (const head of event.previous) named.add(head.id)
      if (look(event)) {
        isEnough = true
        break
      }
    }
  }
  return {
    doubtful,
    // Ids begin with their time. What is older than the last one says nothing that was asked for.
    gone: [...named].filter((id) => !holders.has(id) && (!isEnough || id >= (ids[read - 1] ?? ''))).sort(),
    unreachable: [...unreachable.keys()],
    read,
    isWhole: read === ids.length,
  }
}

/** The event as the first store has it that holds a genuine copy. */
async function genuine(
  holders: readonly Reader[],
  environment: string,
  id: string,
  keysFor: (type: string) => readonly string[] | null,
  { signal }: ReadContext,
): Promise<LedgerEvent | null> {
  for (const store of holders) {
    try {
      const read = await readEvent(store, environment, id, signal, keysFor)
      if (read !== null && read.trust === null) return read.event
    } catch (error) {
      const failure = failureOfCopy(error, signal)
      if (failure.kind === 'bug') throw failure
    }
  }
  return null
}
