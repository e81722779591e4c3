import type { LedgerEvent } from './ledger.ts'

/**
 * Deployments and runbooks leave several events each: what they were about to do, so that another run can go on, and how they
 * ended. Whoever counts or lists runs takes one of each.
 */
export interface Runs {
  /** The last event of each run that ended, and every event of the kinds that leave just one; in the order given. */
  ended: LedgerEvent[]
  /** The last event of each run that had not ended by the newest of these events: it goes on still, or was killed. */
  open: LedgerEvent[]
}

/** @param events of one environment, of any types and in any order */
export function runsOf(events: readonly LedgerEvent[]): Runs {
  const inOrder = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.depth - b.depth)
  const lasting = new Set([
    ...inOrder.filter(({ type }) => type !== 'deploy' && type !== 'runbook'),
    ...lastOfDeployments(inOrder.filter(({ type }) => type === 'deploy')),
    ...lastOfRunbooks(inOrder.filter(({ type }) => type === 'runbook')),
  ])
  const [ended, open] = [true, false].map((end) =>
    events.filter((event) => lasting.has(event) && isEnd(event) === end),
  )
  return { ended: ended ?? [], open: open ?? [] }
}

/** Whether a run ended with this event, rather than said what it was about to do. */
export function isEnd({ type, details }: LedgerEvent): boolean {
  if (type === 'deploy') return details['state'] !== 'started' && details['state'] !== 'rolling-back'
  return type !== 'runbook' || details['entry'] === 'ended'
}

function lastOfDeployments(inOrder: readonly LedgerEvent[]): LedgerEvent[] {
  const refused = inOrder.filter(({ details }) => details['state'] === 'refused')
  const others = inOrder.filter(({ details }) => details['state'] !== 'refused')
  return [...refused, ...others.filter((event, index) => !isContinued(event, others[index + 1]))]
}

/** A run goes on with what it, or a killed one, had begun; what stands already may stand with a backup besides. */
function isContinued(event: LedgerEvent, next: LedgerEvent | undefined): boolean {
  if (next === undefined || next.details['version'] !== event.details['version']) return false
  return !isEnd(event) || (event.details['state'] === 'stands' && next.details['state'] === 'stands')
}

function lastOfRunbooks(inOrder: readonly LedgerEvent[]): LedgerEvent[] {
  const last = new Map<unknown, LedgerEvent>()
  for (const event of inOrder) {
    const run = event.details['run'] ?? event.id
    const known = last.get(run)
    // A line that another machine's clock puts after the end does not open the run again.
    if (known === undefined || !isEnd(known) || isEnd(event)) last.set(run, event)
  }
  return [...last.values()]
}
