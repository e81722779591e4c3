import { compactTime } from '../domain/backup-id.ts'
import { Failure } from '../domain/failure.ts'
import { type LedgerEvent, parseLedgerEvent } from '../domain/ledger.ts'
import type { Instant } from '../domain/units.ts'
import type { Reader } from '../ports/store.ts'
import { failureOfCopy } from './copies.ts'
import { digestOf } from './digest.ts'
import { ledgerFolder, ledgerKey, parseLedgerKey, signatureKey } from './layout.ts'
import { eventComment, largestEvent } from './ledger.ts'
import type { ReadContext } from './signed-records.ts'
import { checkSignature } from './signing.ts'
import { readWhole } from './small-objects.ts'

export interface EventListing {
  /** Every event that some store has, with those stores, oldest first. */
  holders: Map<string, Reader[]>
  unreachable: Map<string, Failure>
}

/** Looks at the whole ledger, or what is newer. @throws Failure when no store could be asked */
export async function listEvents(
  stores: readonly Reader[],
  environment: string,
  { log, signal }: ReadContext,
  since?: Instant,
): Promise<EventListing> {
  const after = since === undefined ? '' : `${ledgerFolder(environment)}${compactTime(since)}`
  const holders = new Map<string, Reader[]>()
  const unreachable = new Map<string, Failure>()
  await Promise.all(
    stores.map(async (store) => {
      try {
        for await (const { key } of store.list(
          ledgerFolder(environment),
          signal,
          after === '' ? {} : { after },
        )) {
          if (key <= after) continue
          const id = parseLedgerKey(environment, key)
          if (id !== null) holders.set(id, [...(holders.get(id) ?? []), store])
        }
      } catch (error) {
        const failure = failureOfCopy(error, signal)
        unreachable.set(store.name, failure)
        log.warning(`store ${store.name} could not be listed: ${failure.message}`)
      }
    }),
  )
  const [first] = unreachable.values()
  if (first !== undefined && unreachable.size === stores.length) throw first
  return { holders: new Map([...holders].sort(([a], [b]) => (a < b ? -1 : 1))), unreachable }
}

export interface ReadEvent {
  event: LedgerEvent
  sha256: string
  /** Why it cannot be believed; null when its signature holds, or nobody's key is known. */
  trust: string | null
}

/**
 * One store's copy of an event. Null when it is not there. @throws Failure `integrity` when it is no event, or not the one
 * of its key
 * @param keysFor the public keys that may have signed an event of a type; null when none is known
 */
export async function readEvent(
  store: Reader,
  environment: string,
  id: string,
  signal: AbortSignal,
  keysFor: (type: string) => readonly string[] | null,
): Promise<ReadEvent | null> {
  const key = ledgerKey(environment, id)
  const bytes = await readWhole(store, key, { signal }, largestEvent)
  if (bytes === null) return null
  const event = parseLedgerEvent(bytes.toString())
  if (event.id !== id || event.environment !== environment) {
    throw new Failure('integrity', `the event at the place of ${id} is another`)
  }
  const keys = keysFor(event.type)
  const trust =
    keys === null ? null : await untrusted(store, key, bytes, keys, eventComment(environment, id), signal)
  return { event, sha256: digestOf(bytes).sha256, trust }
}

async function untrusted(
  store: Reader,
  key: string,
  bytes: Uint8Array,
  keys: readonly string[],
  comment: string,
  signal: AbortSignal,
): Promise<string | null> {
  const signature = await readWhole(store, signatureKey(key), { signal }, 65_536)
  if (signature === null) return 'it is not signed'
  let why = 'its signature does not hold'
  for (const publicKey of keys) {
    try {
      checkSignature(bytes, signature.toString(), publicKey, comment)
      return null
    } catch (error) {
      why = failureOfCopy(error, signal).message
    }
  }
  return why
}
