import type { DataFingerprint } from '../../domain/data-fingerprint.ts'
import type { DeployHistory, DeployState } from '../../domain/deploy-history.ts'
import { readHistory, saysEnough } from '../../domain/deploy-history.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure, type FailureKind } from '../../domain/failure.ts'
import type { LedgerEvent, LedgerEventType } from '../../domain/ledger.ts'
import { counted } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Release } from '../../ports/target.ts'
import { searchLedger } from '../../vault/ledger-search.ts'
import { recordEvent } from '../ledger/record.ts'
import { trustedKeys } from '../ledger/trusted-keys.ts'
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
  return recordEvent(inRole(environment, ['deploy', 'backup'], ports), environment, {
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

/** @throws Failure when no store could be listed */
export async function readJournal(environment: Environment, ports: DeployPorts): Promise<DeployHistory> {
  return readHistory(await newestEvents(environment, ['deploy'], saysEnough, ports))
}

/** Whether the data was brought back after that event already: by a run that was killed before it could say so. */
export async function wasRestoredSince(
  environment: Environment,
  { event, backup }: { event: string; backup: string },
  ports: DeployPorts,
): Promise<boolean> {
  const isPast = (events: readonly LedgerEvent[]) => events.some(({ id }) => id === event)
  const events = await newestEvents(environment, ['deploy', 'restore'], isPast, ports)
  const since = events.slice(
    0,
    events.findIndex(({ id }) => id === event),
  )
  return since.some(
    ({ type, backupId, details }) =>
      type === 'restore' &&
      backupId === backup &&
      details['mode'] === 'swap' &&
      details['exchanged'] === true,
  )
}

/** Newest first, as far back as is needed. Ids order by the second; within one, the deeper in the chain is the newer. */
async function newestEvents(
  environment: Environment,
  types: readonly LedgerEventType[],
  isEnough: (found: readonly LedgerEvent[]) => boolean,
  { stores, log, signal }: DeployPorts,
): Promise<LedgerEvent[]> {
  const found: LedgerEvent[] = []
  let last: string | null = null
  const search = await searchLedger(
    stores,
    environment.environment,
    (type) => trustedKeys(environment, type),
    (event) => {
      if (last !== null && event.id.slice(0, secondLength) !== last) return true
      if (types.some((type) => type === event.type)) found.push(event)
      if (last === null && isEnough(found)) last = event.id.slice(0, secondLength)
      return false
    },
    { log, signal },
  )
  if (search.doubtful.length > 0)
    log.warning(
      `${counted(search.doubtful.length, 'event')} of the ledger cannot be believed, and did not count: lifeboat ledger verify says more`,
    )
  return found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.depth - a.depth)
}

/** `20261121T101500Z` */
const secondLength = 16
