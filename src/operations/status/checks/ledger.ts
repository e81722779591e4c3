import { type BackupId, parseBackupId } from '../../../domain/backup-id.ts'
import { planRetention, type RetentionCandidate, tooNew } from '../../../domain/retention.ts'
import { counted, type Instant } from '../../../domain/units.ts'
import type { Finding } from '../finding.ts'
import { vanished } from '../vanished.ts'
import { day, lastingStores, type View } from '../view.ts'
import { candidatesOf } from './retention.ts'

/**
 * The ledger against what is there: a backup or a proof that it names, that no retention removed and that no store has, was
 * taken away. Whoever deletes backups would have to forge the ledger too, and each event names those before it.
 */
export function checkLedger(view: View): Finding {
  const { history } = view
  const base = { name: 'ledger and backups agree', weight: 'grave' } as const
  const { silent } = lastingStores(history)
  if (history.eventCount === 0 && history.known.length > 0) {
    return {
      ...base,
      level: silent.length > 0 ? 'unknown' : 'critical',
      failure: silent.length > 0 ? 'unavailable' : 'integrity',
      detail: `there are ${counted(history.known.length, 'backup')} and no ledger: every backup writes an event`,
      hint: 'Somebody has removed it, or no run may write to it. On a store with versions an older version may be there.',
    }
  }
  const missing = [
    ...vanishedBackups(view),
    ...fewerThanKept(view),
    ...vanishedProofs(view),
    ...goneEvents(view),
  ]
  const [first] = missing
  if (first === undefined) {
    const events = counted(history.events.length, 'event')
    const unnamed = unruledBackups(view)
    if (unnamed.length > 0) {
      return {
        ...base,
        level: 'warning',
        detail: `${counted(unnamed.length, 'backup is', 'backups are')} gone, such as ${unnamed[0] ?? ''}, and no event says who removed ${unnamed.length === 1 ? 'it' : 'them'}; no rule would have kept ${unnamed.length === 1 ? 'it' : 'them'}`,
        hint: 'A run of retention may have been killed before it wrote its event.',
      }
    }
    return { ...base, level: 'ok', detail: `${events} held against what is there` }
  }
  if (silent.length > 0) {
    return {
      ...base,
      level: 'unknown',
      detail: `${first}; ${silent[0]?.name ?? ''} could not be asked and may have it`,
    }
  }
  return {
    ...base,
    level: 'critical',
    failure: 'integrity',
    detail: missing.length === 1 ? first : `${first}; and ${counted(missing.length - 1, 'more finding')}`,
    hint: 'Somebody has removed it without retention. Change the credentials of the stores, look for older versions of the objects, and do not run retention before you know.',
  }
}

function vanishedBackups(view: View): string[] {
  const unruled = new Set(unruledBackups(view))
  return vanished(view.history)
    .filter((id) => !unruled.has(id))
    .map((id) => `backup ${id} was made, no retention removed it, and no store has it`)
}

/** Of those that are gone: what retention would have removed anyway by now. */
function unruledBackups(view: View): BackupId[] {
  const ids = vanished(view.history)
  if (ids.length === 0) return []
  const { retention, timezone } = view.environment
  const candidates = [...candidatesOf(view), ...ids.map((id) => asCandidate(id, view))]
  const { decisions } = planRetention(candidates, { ...retention, timezone, maxRemovals: Infinity }, view.now)
  return decisions.filter(({ id, action }) => action === 'remove' && ids.includes(id)).map(({ id }) => id)
}

function asCandidate(id: BackupId, { history }: View): RetentionCandidate {
  const event = history.events.find((one) => one.event?.type === 'backup' && one.event.backupId === id)
  const at = parseBackupId(id)?.at ?? 0
  return {
    id,
    at,
    storedAt: at,
    class: event?.event?.details['class'] === 'critical' ? 'critical' : 'scheduled',
    sources: [],
    trust: true,
    proven: false,
    condemned: false,
    whole: true,
    usedBy: null,
    doubt: null,
    lockedUntil: null,
  }
}

/** The last retention counted what it kept: older backups than the window's can be missed by that alone. */
function fewerThanKept({ history }: View): string[] {
  const last = history.events.find(
    ({ event }) => event?.type === 'retention' && event.outcome.verdict !== 'failed',
  )
  const kept = last?.event?.details['kept']
  if (last === undefined || typeof kept !== 'number') return []
  const there = history.known.filter((id) => (parseBackupId(id)?.at ?? 0) <= last.at).length
  return there < kept
    ? [`retention kept ${kept} backups at ${timeText(last.at)}, and of these only ${there} are there`]
    : []
}

/** Proofs lie where backups do, and only retention removes them, more than a year later. */
function vanishedProofs({ history }: View): string[] {
  const there = new Set(history.proofs.map(({ key }) => key))
  // The first day of the window may cut between a proof and its event.
  const since = (history.range.from ?? 0) + day
  return history.events.flatMap(({ event, at }) => {
    const key = event?.type === 'verification' ? event.details['proof'] : null
    return typeof key === 'string' && at >= since && !there.has(key) ? [`the proof ${key} is gone`] : []
  })
}

/** Events that later events or proofs name, and that are nowhere. */
function goneEvents({ history, now }: View): string[] {
  const named = new Set([
    ...history.events.flatMap(({ event }) => (event?.previous ?? []).map(({ id }) => id)),
    ...history.proofs.flatMap(({ summary }) => summary?.ledgerHeads ?? []),
  ])
  // What was written a moment ago may not have been listed yet.
  const settled = now - tooNew
  const missing = [...named].filter((id) => !history.eventIds.has(id) && eventTime(id) < settled)
  return missing.length === 0
    ? []
    : [
        `${counted(missing.length, 'event')} of the ledger ${missing.length === 1 ? 'is' : 'are'} gone, such as ${missing[0] ?? ''}`,
      ]
}

function eventTime(id: string): Instant {
  return parseBackupId(`${id.slice(0, 16)}-00000`)?.at ?? 0
}

function timeText(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`
}
