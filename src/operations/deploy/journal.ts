import type { DataFingerprint } from '../../domain/data-fingerprint.ts'
import type { DeployHistory, DeployState } from '../../domain/deploy-history.ts'
import { isStart, readHistory, saysEnough } from '../../domain/deploy-history.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure, type FailureKind } from '../../domain/failure.ts'
import type { LedgerEvent, LedgerEventType } from '../../domain/ledger.ts'
import { counted, type Instant } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Release } from '../../ports/target.ts'
import { toleratedSkew } from '../../vault/ledger.ts'
import { searchLedger } from '../../vault/ledger-search.ts'
import { recordEvent } from '../ledger/record.ts'
import { rolesThatSign, trustedKeys } from '../ledger/trusted-keys.ts'
import { inRole } from '../signing-keys.ts'
import type { DeployPorts } from './deploy-input.ts'

/** A deployment on its way, as the ledger keeps it for whoever has to go on with it. */
export interface Attempt {
  version: string
  commit: string | null
  /** What ran before, with its exact images; null when nothing did. */
  from: Release | null
  preBackup: string | null
  /** Of the data, before anything was touched; null when it could not be taken. */
  fingerprint: DataFingerprint | null
}

export interface Ending {
  verdict?: Verdict
  failure?: FailureKind | null
  validated?: boolean
  postBackup?: string | null
  restoresData?: boolean
}

/** @returns null when no store took it, which the log says */
export function writeDown(
  environment: Environment,
  state: DeployState,
  attempt: Attempt,
  ending: Ending,
  ports: DeployPorts,
): Promise<string | null> {
  const { version, commit, from, preBackup, fingerprint } = attempt
  const { verdict = 'degraded', failure = null, validated = false, postBackup = null } = ending
  return recordEvent(inRole(environment, rolesThatSign(environment, 'deploy'), ports), environment, {
    type: 'deploy',
    outcome: { verdict, failure },
    backupId: preBackup,
    details: {
      version,
      commit,
      from: from?.version ?? null,
      fromImages: from === null ? null : JSON.stringify(from.images),
      state,
      validated,
      preBackup,
      postBackup,
      ...(fingerprint === null ? {} : { fingerprint: JSON.stringify(fingerprint) }),
      ...(ending.restoresData === undefined ? {} : { restoresData: ending.restoresData }),
    },
  })
}

/** Before anything is touched: what nobody wrote down, nobody could take back after this run was killed. @throws Failure */
export async function writeDownStart(
  environment: Environment,
  attempt: Attempt,
  ports: DeployPorts,
): Promise<void> {
  if ((await writeDown(environment, 'started', attempt, {}, ports)) !== null) return
  ports.signal.throwIfAborted()
  throw new Failure(
    'unavailable',
    'no store took the event of the ledger that says that this deployment begins; nothing was touched',
    {
      hint: 'The log above says why. Without it, a run after a killed one would not know what to go back to.',
    },
  )
}

type LedgerPorts = Pick<DeployPorts, 'stores' | 'log' | 'signal'>

/** What the ledger says of deployments, and what of it could not be read. */
export interface Journal extends DeployHistory {
  gaps: {
    /** Names of stores. */
    unreachable: readonly string[]
    /** Ids of events no older than what was read, which others name and which no store has that answers. */
    gone: readonly string[]
  }
}

/** @throws Failure when no store could be listed */
export async function readJournal(environment: Environment, ports: LedgerPorts): Promise<Journal> {
  const { events, gaps } = await newestEvents(environment, ['deploy'], saysEnough, ports)
  return { ...readHistory(events), gaps }
}

/** Whether its data was brought back since it began: by whoever it was, in a run that may have been killed since. */
export async function wasRestored(
  environment: Environment,
  attempt: Attempt,
  ports: DeployPorts,
): Promise<boolean> {
  const startOf = (events: readonly LedgerEvent[]) => events.findIndex((event) => isStart(event, attempt))
  const { events } = await newestEvents(
    environment,
    ['deploy', 'restore'],
    (found) => startOf(found) !== -1,
    ports,
  )
  const start = startOf(events)
  const since = start === -1 ? events : events.slice(0, start)
  return since.some(
    ({ type, backupId, details }) =>
      type === 'restore' &&
      backupId === attempt.preBackup &&
      details['mode'] === 'swap' &&
      details['exchanged'] === true,
  )
}

/** Newest first, as far back as is needed, and by as much further as clocks may differ. */
async function newestEvents(
  environment: Environment,
  types: readonly LedgerEventType[],
  isEnough: (found: readonly LedgerEvent[]) => boolean,
  { stores, log, signal }: LedgerPorts,
): Promise<{ events: LedgerEvent[]; gaps: Journal['gaps'] }> {
  const found: LedgerEvent[] = []
  let oldest: Instant | null = null
  const search = await searchLedger(
    stores,
    environment.environment,
    (type) => trustedKeys(environment, type),
    (event) => {
      const at = Date.parse(event.at)
      if (oldest !== null && at < oldest) return true
      if (types.some((type) => type === event.type)) found.push(event)
      if (oldest === null && isEnough(found)) oldest = at - toleratedSkew
      return false
    },
    { log, signal },
  )
  if (search.doubtful.length > 0)
    log.warning(
      `${counted(search.doubtful.length, 'event')} of the ledger cannot be believed, and did not count: lifeboat ledger verify says more`,
    )
  const { unreachable, gone } = search
  return { events: inTheirOrder(found), gaps: { unreachable, gone } }
}

/**
 * Newest first. Machines whose clocks differ by as much as the ledger bears wrote events whose times lie: among those, the
 * deeper in the chain is the newer. Further apart the time decides, as a store that was away for a day has a chain less deep.
 */
function inTheirOrder(events: readonly LedgerEvent[]): LedgerEvent[] {
  const left = events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const ordered: LedgerEvent[] = []
  for (;;) {
    const [latest] = left
    if (latest === undefined) return ordered
    let next = latest
    for (const event of left) {
      if (Date.parse(event.at) < Date.parse(latest.at) - toleratedSkew) break
      if (event.depth > next.depth) next = event
    }
    left.splice(left.indexOf(next), 1)
    ordered.push(next)
  }
}
