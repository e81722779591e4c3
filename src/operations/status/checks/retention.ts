import { acquits } from '../../../domain/proof.ts'
import { planRetention, type RetentionCandidate } from '../../../domain/retention.ts'
import { counted, formatDuration, type Instant } from '../../../domain/units.ts'
import { isLive } from '../../../vault/lease-records.ts'
import type { Finding } from '../finding.ts'
import { believed, day, lastingStores, type View } from '../view.ts'

/** Retention runs once a day; what was due two days ago should be gone. */
const patience = 2 * day

/** What no rule keeps any more and is still there, and what the last run of retention said. */
export function checkRetention(view: View): Finding {
  const { history, now } = view
  const base = { name: 'retention', weight: 'useful' } as const
  const overdue = expiredAt(view, now - patience)
  const last = history.events.find(({ event }) => event?.type === 'retention')
  const said =
    last === undefined ? 'no run of it stands in the ledger' : `last run ${formatDuration(now - last.at)} ago`
  if (last?.event?.outcome.verdict === 'failed') {
    return {
      ...base,
      level: 'warning',
      detail: `the ${said} failed (${last.event.outcome.failure ?? 'failed'})`,
      hint: 'Read the report of that run: the keeper’s credentials may have changed.',
    }
  }
  const ranSince = last !== undefined && now - last.at <= patience
  // A run since then has kept them: locks of the stores hold them, or there are more than it may remove at once.
  if (overdue > 0 && !ranSince) {
    return {
      ...base,
      level: 'warning',
      detail: `${counted(overdue, 'expired backup is', 'expired backups are')} still there; ${said}`,
      hint: 'Run retention, and look at the last runs of its workflow.',
    }
  }
  const grace = view.environment.retention.grace + patience
  const left = history.unfinished.filter(({ youngest }) => now - youngest > grace)
  if (left.length > 0 && lastingStores(history).silent.length === 0) {
    return {
      ...base,
      level: 'warning',
      detail: `${counted(left.length, 'half backup')} of killed runs left over, such as ${left[0]?.id ?? ''}; ${said}`,
      hint: 'Retention removes them: look at its last runs.',
    }
  }
  const kept = overdue > 0 ? `; ${counted(overdue, 'expired backup')} it could not remove yet` : ''
  return { ...base, level: 'ok', detail: said + kept }
}

/** How many of the backups that are there no rule kept at that time. */
function expiredAt(view: View, at: Instant): number {
  const candidates = candidatesOf(view).filter((one) => one.at <= at)
  const { retention, timezone } = view.environment
  const { decisions } = planRetention(candidates, { ...retention, timezone }, at)
  return decisions.filter(({ action, rules }) => action === 'remove' || rules[0]?.startsWith('due,') === true)
    .length
}

/** As retention sees them, by what the listings and manifests say. */
export function candidatesOf({ history, now }: View): RetentionCandidate[] {
  const proven = new Set(
    history.proofs.flatMap(({ backupId, summary }) =>
      summary !== null && acquits(summary) && !history.condemned.has(backupId) ? [backupId] : [],
    ),
  )
  return believed(history).map(({ id, at, summary, copies }) => ({
    id,
    at,
    storedAt: summary.finishedAt,
    class: summary.class,
    sources: summary.sources.map(({ name, database }) => `${name} (${database})`),
    trust: true,
    proven: proven.has(id),
    condemned: history.condemned.has(id),
    whole: copies.some(({ state }) => state === 'whole'),
    usedBy: history.leases.some((lease) => lease.backupId === id && isLive(lease, now)) ? 'by a run' : null,
    doubt: null,
    lockedUntil: null,
  }))
}
