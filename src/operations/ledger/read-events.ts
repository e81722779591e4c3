import { asFailure } from '../../domain/failure.ts'
import { inParallel } from '../../domain/concurrency.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEvent, LedgerEventType } from '../../domain/ledger.ts'
import type { Instant } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { fromFirstSoundCopy } from '../../vault/copies.ts'
import { ledgerKey } from '../../vault/layout.ts'
import { listEvents, readEvent } from '../../vault/ledger-read.ts'
import { trustedKeys } from './trusted-keys.ts'

const eventsAtOnce = 8

/**
 * The events of these types since then, oldest first. What was not signed by a role that may write it does not count, where
 * keys are known; neither does what no store has whole. Both are said in the log.
 * @throws Failure when no store could be listed
 */
export async function readEventsSince(
  environment: Environment,
  since: Instant,
  types: readonly LedgerEventType[],
  { stores, log, signal }: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<LedgerEvent[]> {
  const { holders } = await listEvents(stores, environment.environment, { log, signal })
  const ids = [...holders.keys()].filter((id) => eventTime(id) >= since)
  const wanted: readonly string[] = types
  const found = new Map<string, LedgerEvent>()
  await inParallel(ids, eventsAtOnce, async (id) => {
    try {
      const { value } = await fromFirstSoundCopy(
        holders.get(id) ?? [],
        ledgerKey(environment.environment, id),
        (store) =>
          readEvent(store, environment.environment, id, signal, (type) => trustedKeys(environment, type)),
        { damages: [], log, signal },
      )
      if (!wanted.includes(value.event.type)) return
      if (value.trust === null) found.set(id, value.event)
      else log.warning(`event ${id} of the ledger does not count: ${value.trust}`)
    } catch (error) {
      signal.throwIfAborted()
      log.warning(`event ${id} of the ledger cannot be read: ${asFailure(error).message}`)
    }
  })
  // Ids tell only the second; what the chain says comes next.
  const order = (one: LedgerEvent, other: LedgerEvent) =>
    Date.parse(one.at) - Date.parse(other.at) || one.depth - other.depth
  return ids.flatMap((id) => found.get(id) ?? []).sort(order)
}

/** The time in an event's id, `20261121T101500Z-…`; NaN when there is none. */
export function eventTime(id: string): Instant {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
