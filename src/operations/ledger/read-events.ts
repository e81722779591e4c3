import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEvent, LedgerEventType } from '../../domain/ledger.ts'
import type { Instant } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { searchLedger } from '../../vault/ledger-search.ts'
import { trustedKeys } from './trusted-keys.ts'

/** What was found, and where something may be that was not. */
export interface EventsSince {
  events: LedgerEvent[]
  /** Stores that could not be asked. */
  unreachable: string[]
  /** Ids of events since then that are nowhere although others name them, or that no store has in a form to be believed. */
  lost: string[]
}

/**
 * The events of these types since then, oldest first. What was not signed by a role that may write it does not count, where
 * keys are known; neither does what no store has whole. Both are said in the log.
 * @throws Failure when no store could be listed
 */
export async function readEventsSince(
  environment: Environment,
  since: Instant,
  types: readonly LedgerEventType[],
  ports: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<LedgerEvent[]> {
  return (await searchEventsSince(environment, since, types, ports)).events
}

/** As `readEventsSince`, for those to whom an event that was not found makes a difference. */
export async function searchEventsSince(
  environment: Environment,
  since: Instant,
  types: readonly LedgerEventType[],
  { stores, log, signal }: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<EventsSince> {
  const wanted: readonly string[] = types
  const found: LedgerEvent[] = []
  const { doubtful, gone, unreachable } = await searchLedger(
    stores,
    environment.environment,
    (type) => trustedKeys(environment, type),
    (event) => {
      if (eventTime(event.id) < since) return true
      if (wanted.includes(event.type)) found.push(event)
      return false
    },
    { log, signal },
  )
  for (const id of doubtful) {
    log.warning(`event ${id} of the ledger does not count: no store has a copy that can be believed`)
  }
  // Of two of the same millisecond the chain says which came first.
  return {
    events: found.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.depth - other.depth),
    unreachable,
    lost: [...gone, ...doubtful].filter((id) => eventTime(id) >= since),
  }
}

/** The time in an event's id, `20261121T101500Z-…`; NaN when there is none. */
export function eventTime(id: string): Instant {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
