import { compactTime } from '../domain/backup-id.ts'
import { inParallel } from '../domain/concurrency.ts'
import type { Failure } from '../domain/failure.ts'
import {
  headsOf,
  type LedgerEvent,
  type LedgerHead,
  ledgerFormat,
  parseLedgerEvent,
} from '../domain/ledger.ts'
import type { Instant, Milliseconds } from '../domain/units.ts'
import type { Ports } from '../ports/ports.ts'
import type { Lister, Reader } from '../ports/store.ts'
import { failureOfCopy, inEachStore, throwIfCancelled } from './copies.ts'
import { digestOf } from './digest.ts'
import { ledgerFolder, ledgerKey, parseLedgerKey } from './layout.ts'
import { encodeSigned, putSigned, type ReadContext } from './signed-records.ts'
import { readWhole } from './small-objects.ts'

/**
 * Writing to the ledger, at a cost that does not grow with it. Only keys of the last days are listed (of all days when
 * there are none), and only the newest events read: their heads, those that none of them names, become the predecessors
 * of the new event. Two runs that write at once name the same heads, and the next event names both: the fork is joined.
 * A head that was out of sight while many newer events were written (its store was down all the time) is named by nobody
 * any more: `ledger verify` lists it as a fork that was not joined, and it is still signed and chained to what came
 * before it.
 */

/** So far back are keys listed first. */
const firstLook: Milliseconds = 2 * 86_400_000
/** So many events are read to find the heads among them. */
const mostRead = 32
/** Events from further in the future were not written by a clock that is right, and must not hide the present. */
export const toleratedSkew: Milliseconds = 10 * 60_000
const atOnce = 8

/** Anything larger is not an event. */
export const largestEvent = 262_144

export type LedgerContext = Pick<Ports, 'stores' | 'clock' | 'random' | 'run' | 'log' | 'signal'> & {
  /** `ed25519-secret:…` of the run's role, or null to leave the event unsigned. */
  signingKey: string | null
}

export interface EventToRecord extends Pick<LedgerEvent, 'type' | 'backupId' | 'outcome' | 'details'> {}

export interface WrittenEvent {
  event: LedgerEvent
  /** Names of the stores that took it; none when none did. */
  stores: string[]
  failures: Map<string, Failure>
}

/** Adds an event in every store that answers. A store that does not is named; only being stopped throws. */
export async function writeEvent(
  environment: string,
  { type, backupId, outcome, details }: EventToRecord,
  context: LedgerContext,
): Promise<WrittenEvent> {
  const { clock, random, run, signal, signingKey } = context
  const { heads, depth, unreachable } = await findHeads(context.stores, environment, context)
  const at = clock.now()
  const id = makeEventId(at, random.bytes(8))
  const event: LedgerEvent = {
    format: ledgerFormat,
    id,
    environment,
    type,
    at: new Date(at).toISOString(),
    actor: run.actor,
    reason: run.reason,
    runUrl: run.url,
    host: run.host ?? null,
    lifeboat: run.version,
    backupId,
    outcome,
    details,
    previous: heads,
    depth: depth + 1,
  }
  const { bytes, signature } = encodeSigned(event, signingKey, eventComment(environment, id))
  parseLedgerEvent(bytes.toString())
  const failures = new Map(unreachable)
  // Those that could not even be listed were given their time already.
  const stores = context.stores.filter((store) => !unreachable.has(store.name))
  const refused = await inEachStore(stores, (store) =>
    putSigned(store, ledgerKey(environment, id), bytes, signature, signal),
  )
  for (const [store, failure] of refused) failures.set(store, failure)
  const written = stores.map(({ name }) => name).filter((name) => !failures.has(name))
  if (written.length === 0) throwIfCancelled(signal)
  return { event, stores: written, failures }
}

/** Ids sort by time, also within a second: of their 16 digits the first three tell the millisecond, the others are random. */
function makeEventId(at: Instant, chance: Uint8Array): string {
  const millisecond = new Date(at).getUTCMilliseconds().toString(16).padStart(3, '0')
  return `${compactTime(at)}-${millisecond}${Buffer.from(chance).toString('hex').slice(0, 13)}`
}

/** What an event's signature is for. */
export function eventComment(environment: string, id: string): string {
  return `lifeboat ledger ${environment}/${id}`
}

export interface Heads {
  heads: LedgerHead[]
  /** Of the deepest of them; 0 when there is none. */
  depth: number
  unreachable: Map<string, Failure>
}

/** The events that nobody has named yet, among the newest ones of all stores. */
export async function findHeads(
  stores: readonly Reader[],
  environment: string,
  context: ReadContext & { clock: Ports['clock'] },
): Promise<Heads> {
  const now = context.clock.now()
  const unreachable = new Map<string, Failure>()
  let newest = await newestEvents(stores, environment, now - firstLook, now, unreachable, context.signal)
  if (newest.size === 0) {
    const others = stores.filter((store) => !unreachable.has(store.name))
    newest = await newestEvents(others, environment, null, now, unreachable, context.signal)
  }
  const events: (LedgerEvent & LedgerHead)[] = []
  await inParallel(newest, atOnce, async ([id, holders]) => {
    const event = await readFromAny(holders, environment, id, context)
    if (event !== null) events.push(event)
  })
  const heads = headsOf(events)
  const named = new Set(heads.map(({ id }) => id))
  const depths = events.filter(({ id }) => named.has(id)).map((event) => event.depth)
  return { heads, depth: Math.max(0, ...depths), unreachable }
}

async function newestEvents(
  stores: readonly Reader[],
  environment: string,
  since: Instant | null,
  now: Instant,
  unreachable: Map<string, Failure>,
  signal: AbortSignal,
): Promise<Map<string, Reader[]>> {
  const holders = new Map<string, Reader[]>()
  const latest = compactTime(now + toleratedSkew)
  await Promise.all(
    stores.map(async (store) => {
      try {
        for (const id of await newestIds(store, environment, since, latest, signal)) {
          holders.set(id, [...(holders.get(id) ?? []), store])
        }
      } catch (error) {
        unreachable.set(store.name, failureOfCopy(error, signal))
      }
    }),
  )
  return new Map([...holders].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, mostRead))
}

/** The last ones of an ascending list, however long it is. */
async function newestIds(
  store: Lister,
  environment: string,
  since: Instant | null,
  latest: string,
  signal: AbortSignal,
): Promise<string[]> {
  const after = since === null ? '' : `${ledgerFolder(environment)}${compactTime(since)}`
  const newest: string[] = []
  const options = since === null ? {} : { after }
  for await (const { key } of store.list(ledgerFolder(environment), signal, options)) {
    if (key <= after) continue
    const id = parseLedgerKey(environment, key)
    if (id === null || id > latest) continue
    newest.push(id)
    if (newest.length > 2 * mostRead) newest.splice(0, mostRead)
  }
  return newest.slice(-mostRead)
}

/** Null, and said, when no store has it in a form that can be read: nothing can be chained to it then. */
async function readFromAny(
  stores: readonly Reader[],
  environment: string,
  id: string,
  { log, signal }: ReadContext,
): Promise<(LedgerEvent & LedgerHead) | null> {
  for (const store of stores) {
    try {
      const bytes = await readWhole(store, ledgerKey(environment, id), { signal }, largestEvent)
      if (bytes === null) continue
      const event = parseLedgerEvent(bytes.toString())
      if (event.id === id && event.environment === environment) {
        return { ...event, sha256: digestOf(bytes).sha256 }
      }
    } catch (error) {
      failureOfCopy(error, signal)
    }
  }
  log.notice(`event ${id} of the ledger cannot be read: lifeboat ledger verify says more`)
  return null
}
