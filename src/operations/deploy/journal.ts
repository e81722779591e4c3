import type { DataFingerprint } from '../../domain/data-fingerprint.ts'
import type { DeployHistory, DeployState } from '../../domain/deploy-history.ts'
import { readHistory, saysEnough } from '../../domain/deploy-history.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure, type FailureKind } from '../../domain/failure.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Release } from '../../ports/target.ts'
import { searchEvents } from '../ledger/read-events.ts'
import { recordEvent } from '../ledger/record.ts'
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
    { hint: 'The log above says why. Without it, a run after a killed one would not know what to go back to.' },
  )
}

/** @throws Failure when no store could be listed */
export async function readJournal(environment: Environment, ports: DeployPorts): Promise<DeployHistory> {
  const events = await searchEvents(environment, ['deploy'], saysEnough, ports)
  return readHistory(events)
}

/** Whether the data was brought back after that event already: by a run that was killed before it could say so. */
export async function wasRestoredSince(
  environment: Environment,
  { event, backup }: { event: string; backup: string },
  ports: DeployPorts,
): Promise<boolean> {
  const isPast = (events: readonly LedgerEvent[]) => events.some(({ id }) => id === event)
  const events = await searchEvents(environment, ['deploy', 'restore'], isPast, ports)
  const since = events.slice(
    0,
    events.findIndex(({ id }) => id === event),
  )
  return since.some(
    ({ type, backupId, details }) =>
      type === 'restore' && backupId === backup && details['mode'] === 'swap' && details['exchanged'] === true,
  )
}
