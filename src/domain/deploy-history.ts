import { type DataFingerprint, parseFingerprint } from './data-fingerprint.ts'
import type { LedgerEvent } from './ledger.ts'

/**
 * What the ledger's `deploy` events say. Each step that matters leaves one, so that a run that comes after a killed one knows
 * what that one was about:
 *
 *     started → stands                       it was deployed and, unless `validated` is false, validated
 *     started → rolling-back → rolled-back   it failed, and what ran before runs again
 *     started → rolling-back → broken        it failed, and so did the way back: a person is needed
 *     refused                                the gate, and nothing was changed
 *
 * `started` and `rolling-back` as the last one mean that a run was killed.
 */
export const deployStates = ['started', 'rolling-back', 'stands', 'rolled-back', 'broken', 'refused'] as const
export type DeployState = (typeof deployStates)[number]

/** A release as an event names it; the same shape as the port's. */
interface NamedRelease {
  version: string
  images: Readonly<Record<string, string>>
}

export interface DeployEvent {
  id: string
  at: string
  /** When its `started` event was written; when this one was, where that one is not known. */
  began: string
  state: DeployState
  version: string
  commit: string | null
  /** What ran before. */
  from: NamedRelease | null
  preBackup: string | null
  fingerprint: DataFingerprint | null
  /** Of `rolling-back`: whether the data was to come back too. */
  restoresData: boolean
}

export interface DeployHistory {
  /** The release that the ledger says runs; null when it does not say, or says that nothing can be relied on. */
  stands: { version: string; event: string } | null
  /** A deployment that neither stands nor was taken back. */
  unfinished: DeployEvent | null
  /** The newest deployment that stands, or is unfinished: what `rollback: now` takes back. */
  newest: DeployEvent | null
  /** The newest deployment that was not refused, however it ended. */
  last: DeployEvent | null
}

/** @param newestFirst events of type `deploy` */
export function readHistory(newestFirst: readonly LedgerEvent[]): DeployHistory {
  const events = newestFirst.flatMap((event) => parseDeployEvent(event) ?? [])
  const [last] = events.filter(({ state }) => state !== 'refused')
  if (last === undefined) return { stands: null, unfinished: null, newest: null, last: null }
  const isOpen = last.state === 'started' || last.state === 'rolling-back' || last.state === 'broken'
  if (isOpen) last.began = events.find((event) => isStartOf(event, last))?.at ?? last.at
  // A rollback that was asked for later has no deployment of its own to go back from.
  const newest = last.state === 'rolled-back' ? null : last
  if (isOpen) return { stands: null, unfinished: last, newest, last }
  const version = last.state === 'stands' ? last.version : last.from?.version
  const stands = version === undefined ? null : { version, event: last.id }
  return { stands, unfinished: null, newest, last }
}

/** Whether more events would say nothing new: of a way back, it takes the start of its deployment too. */
export function saysEnough(newestFirst: readonly LedgerEvent[]): boolean {
  const events = newestFirst.flatMap((event) => parseDeployEvent(event) ?? [])
  const last = events.find(({ state }) => state !== 'refused')
  if (last === undefined) return false
  if (last.state !== 'rolling-back' && last.state !== 'broken') return true
  return events.some((event) => isStartOf(event, last))
}

/** Whether an event is the `started` one of a deployment. */
export function isStart(event: LedgerEvent, of: Pick<DeployEvent, 'version' | 'preBackup'>): boolean {
  const parsed = parseDeployEvent(event)
  return parsed !== null && isStartOf(parsed, of)
}

function isStartOf(event: DeployEvent, { version, preBackup }: Pick<DeployEvent, 'version' | 'preBackup'>) {
  return event.state === 'started' && event.version === version && event.preBackup === preBackup
}

function parseDeployEvent({ id, at, type, details }: LedgerEvent): DeployEvent | null {
  const state = deployStates.find((one) => one === details['state'])
  const { version, commit, from, fromImages, preBackup } = details
  if (type !== 'deploy' || state === undefined || typeof version !== 'string') return null
  return {
    id,
    at,
    began: at,
    state,
    version,
    commit: typeof commit === 'string' ? commit : null,
    from: typeof from === 'string' && from !== '' ? { version: from, images: imagesOf(fromImages) } : null,
    preBackup: typeof preBackup === 'string' && preBackup !== '' ? preBackup : null,
    fingerprint: parseFingerprint(details['fingerprint']),
    restoresData: details['restoresData'] === true,
  }
}

function imagesOf(text: unknown): Record<string, string> {
  if (typeof text !== 'string') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (value === null || typeof value !== 'object') return {}
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}
