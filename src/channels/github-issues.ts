import { type NewsKind, severityOfOutcome, type SeverityRules } from '../domain/news.ts'
import type { Report } from '../domain/report.ts'
import { gatePart } from '../domain/subject.ts'
import type { Past } from '../domain/telling.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { Channel, IssueTracker, Told, TrackedIssue } from '../ports/channel.ts'
import type { Details } from './issue-text.ts'
import {
  bodyOf,
  changeComment,
  closingComment,
  label,
  markerOf,
  reopeningComment,
  titleOf,
} from './issue-text.ts'
import {
  entryOf,
  failureKindOf,
  isOver,
  isSameState,
  isTrouble,
  readState,
  stateOf,
  withRun,
} from './trouble.ts'

export interface IssueChannelOptions {
  details: Details
  /** Names that came from data are left out: where everyone may read issues. */
  hideNames: boolean
  /** Names of the channels that took the news of the run, to be remembered. */
  told?: readonly string[]
}

/** Trouble that comes back within this time after an issue was closed is the same trouble. */
const relapse: Milliseconds = 7 * 86_400_000

/**
 * Keeps one issue per environment and operation, of runbooks per incident: opened by a failed run or a missed objective, followed by each further
 * run, closed by the run that shows that it is over. The body is rewritten in place; a comment, which notifies people,
 * comes only when matters have changed. A degraded run neither opens nor closes.
 */
export function createIssueChannel(tracker: IssueTracker, options: IssueChannelOptions): Channel {
  return {
    name: 'GitHub issues',
    tell: async (report) => {
      let told = isTold(report) ? await tellOne(tracker, report, options) : nothing
      for (const other of [damageMet(report), overrideOf(report)]) {
        if (other === null) continue
        const toldOfOther = await tellOne(tracker, other, { ...options, told: [] })
        if (told.done === 'nothing') told = toldOfOther
      }
      return told
    },
  }
}

/**
 * How earlier runs ended, as the issue about them remembers it: those since it was opened. Null when none is open.
 * To be asked before the issue is told of the run.
 */
export async function pastInIssue(
  tracker: IssueTracker,
  report: Report,
  kind: NewsKind,
  rules: SeverityRules | undefined,
): Promise<Past | null> {
  const issue = await tracker.find(markerOf(report), label)
  // What is closed is over, also when a person has closed it.
  const state = issue?.state === 'open' ? readState(issue.body) : null
  if (state === null) return null
  return {
    runs: state.history.map((entry) => ({
      at: entry.at,
      trouble: entry.trouble ?? (isTrouble(entry) ? stateOf(entry) : null),
      severity: severityOfOutcome(
        { verdict: entry.verdict, failure: failureKindOf(entry), missed: entry.missed },
        kind,
        rules,
      ),
      subject: entry.subject ?? { tried: [], troubled: [], answers: 'tried' },
      told: entry.told ?? [],
    })),
    isKnown: true,
  }
}

async function tellOne(tracker: IssueTracker, report: Report, options: IssueChannelOptions): Promise<Told> {
  const issue = await tracker.find(markerOf(report), label)
  if (issue?.state === 'open') return follow(tracker, issue, report, options)
  // Nobody would close what is opened after the end.
  if (!isTrouble(entryOf(report)) || report.incident?.isOver === true) return nothing
  return issue !== null && report.finishedAt - (issue.closedAt ?? 0) <= relapse
    ? reopen(tracker, issue, report, options)
    : open(tracker, report, options)
}

const nothing: Told = { done: 'nothing', url: null }

const told: readonly Report['operation'][] = [
  'backup',
  'verify-restore',
  'restore',
  'retention',
  'replicate',
  'repair',
  'deploy-env',
  'validate',
  'drill',
  'status',
  'runbook',
]

/** Who cancelled a run knows about it; plans and lists are nobody's trouble. */
function isTold(report: Report): boolean {
  const kind = report.failure?.kind
  // Whoever was refused a restore or a deployment, or has mistyped it, reads so at once.
  const isByHand = report.operation === 'restore' || report.operation === 'deploy-env'
  if (isByHand && (kind === 'refused' || kind === 'config')) return false
  // A runbook that was not begun, too.
  if (report.operation === 'runbook' && report.incident === undefined) return false
  // A closed gate is no trouble but its work. That it is open again ends what an override has begun.
  if (report.operation === 'gate') return report.verdict === 'passed'
  return told.includes(report.operation) && kind !== 'cancelled'
}

/** Copies that a restore could not use are a trouble of their own, which a repair ends. Null when it met none. */
function damageMet(report: Report): Report | null {
  if (report.operation !== 'restore') return null
  const bad = report.copies.filter(({ status }) => status === 'damaged' || status === 'incomplete')
  if (bad.length === 0) return null
  return {
    ...report,
    operation: 'repair',
    verdict: 'failed',
    failure: {
      kind: 'integrity',
      message: `a restore met copies that it could not use, in ${bad.map(({ store }) => store).join(', ')}`,
      hint: 'Mend them from sound ones with `lifeboat repair`, and find out what happened there.',
      subjects: [],
    },
    objectives: [],
    checks: [],
    tables: [],
    facts: [],
  }
}

/** Whoever overrides a gate has a reason; that others learn of it is the price. Null when nobody did. */
function overrideOf(report: Report): Report | null {
  if (report.overridden === undefined) return null
  const { reason, conditions } = report.overridden
  return {
    ...report,
    operation: 'gate',
    subject: { tried: [gatePart], troubled: [gatePart], answers: 'tried' },
    verdict: 'failed',
    failure: {
      kind: 'refused',
      message: `the gate was overridden by ${report.actor ?? 'somebody'}: ${reason}. Not met: that ${conditions.join('; that ')}`,
      hint: 'See to what was not met; the next gate that is open closes this issue.',
      subjects: [],
    },
    objectives: [],
    checks: report.checks.filter(({ rung }) => rung === 'gate'),
    tables: [],
  }
}

async function open(tracker: IssueTracker, report: Report, options: IssueChannelOptions): Promise<Told> {
  const { url } = await tracker.create({
    title: titleOf(report, entryOf(report)),
    body: bodyOf(report, withRun(null, report, options.told), { ...options, isOpen: true }),
    labels: [label],
  })
  return { done: 'opened', url }
}

async function reopen(
  tracker: IssueTracker,
  { number, url, body }: TrackedIssue,
  report: Report,
  options: IssueChannelOptions,
): Promise<Told> {
  const entry = entryOf(report)
  // What failed before is over; what fails now is what must be tried again.
  const history = readState(body)?.history ?? []
  const state = withRun(
    { rungs: [], objectives: [], troubled: [], since: entry.at, history },
    report,
    options.told,
  )
  await tracker.update(number, {
    title: titleOf(report, entry),
    body: bodyOf(report, state, { ...options, isOpen: true }),
    state: 'open',
  })
  await tracker.comment(number, reopeningComment(report, entry))
  return { done: 'reopened', url }
}

async function follow(
  tracker: IssueTracker,
  { number, url, body }: TrackedIssue,
  report: Report,
  options: IssueChannelOptions,
): Promise<Told> {
  const before = readState(body)
  const entry = entryOf(report)
  const isClosing = isOver(before, report)
  const state = withRun(before, report, options.told)
  const last = before?.history[0] ?? null
  await tracker.update(number, {
    // The title of a closed issue still says what had been wrong.
    ...(isTrouble(entry) ? { title: titleOf(report, entry) } : {}),
    body: bodyOf(report, state, { ...options, isOpen: !isClosing }),
    ...(isClosing ? { state: 'closed' as const } : {}),
  })
  if (isClosing) await tracker.comment(number, closingComment(report, entry))
  else if (last === null || !isSameState(last, entry))
    await tracker.comment(number, changeComment(report, entry, last))
  return { done: isClosing ? 'closed' : 'updated', url }
}
