import { forThePublic } from '../domain/redaction.ts'
import type { Report } from '../domain/report.ts'
import type { HistoryEntry, TroubleState } from './trouble.ts'
import { hidden, historyLength } from './trouble.ts'

/** Renders a report as Markdown in which nothing that came from data is markup, a mention or a reference. */
export type Details = (report: Report, options: { hideNames: boolean; limit: number }) => string

/**
 * GitHub takes 65,536 characters as a body. A rendering aims at the first number, in bytes, but does not leave out what is
 * essential; by the second it is cut. What is left is for the head and the history.
 */
const detailsLimit = 48_000
const detailsLength = 55_000

export const label = 'lifeboat'

/** Tells our issue about one trouble from all others. Both parts are words of ours, checked before. */
export function markerOf(report: Report): string {
  const { incident } = report
  const which =
    incident === undefined ? '' : ` ${word(incident.id)} ${word(new Date(incident.beganAt).toISOString())}`
  return `<!-- lifeboat-issue ${report.operation} ${word(report.environment)}${which} -->`
}

export function titleOf(report: Report, entry: HistoryEntry): string {
  return `Lifeboat: ${nameOf(report)} ${outcomeOf(entry)}`
}

/** The issue's whole text: what machines need, where matters stand, the last runs, and the report of the newest. */
export function bodyOf(
  report: Report,
  state: TroubleState,
  options: { details: Details; hideNames: boolean; isOpen: boolean },
): string {
  const { details, hideNames, isOpen } = options
  const [newest] = state.history
  return [
    markerOf(report),
    hidden(state),
    isOpen
      ? `**${capital(nameOf(report))} is in trouble** since ${timeOf(state.since)}${partsOf(state)}. This issue follows each run and closes itself when all is well again.`
      : `**${capital(nameOf(report))} is well again**${newest === undefined ? '' : ` since ${timeOf(newest.at)}`}. This issue opens itself again if the trouble comes back within a week.`,
    '',
    ...historyTable(state.history),
    '',
    cut(details(hideNames ? forThePublic(report) : report, { hideNames, limit: detailsLimit })),
  ].join('\n')
}

export function changeComment(report: Report, entry: HistoryEntry, before: HistoryEntry | null): string {
  const earlier = before === null ? '' : ` Before, it ${outcomeOf(before)}.`
  return `${capital(nameOf(report))} now ${outcomeOf(entry)}.${earlier} ${runLink(entry.url)}`.trim()
}

export function closingComment(report: Report, entry: HistoryEntry): string {
  const proof = proofOf(report)
  return `${capital(nameOf(report))} ${report.verdict === 'degraded' ? 'has found nothing wrong any more, only less than was asked for' : 'passed: all is well again'}. ${runLink(entry.url)} ${proof}`
}

export function reopeningComment(report: Report, entry: HistoryEntry): string {
  return `It is back: ${nameOf(report)} ${outcomeOf(entry)}. ${runLink(entry.url)}`.trim()
}

/** Words of ours, with no sign in them that could end a span of code. */
function partsOf({ troubled = [] }: TroubleState): string {
  const named = troubled.filter((part) => part !== '').map((part) => `\`${part}\``)
  return named.length === 0 ? '' : ` (${named.slice(0, 5).join(', ')}${named.length > 5 ? ' and more' : ''})`
}

function historyTable(history: readonly HistoryEntry[]): string[] {
  const rows = history
    .slice(0, historyLength)
    .map((entry) => `| ${timeOf(entry.at)} | ${markOf(entry)} ${outcomeOf(entry)} | ${runLink(entry.url)} |`)
  return ['| run ended | outcome | |', '| --- | --- | --- |', ...rows]
}

/** At the end of a line, so that no markup is torn. */
function cut(text: string): string {
  if (text.length <= detailsLength) return text
  return `${text.slice(0, text.lastIndexOf('\n', detailsLength))}\n\n_Cut here: the summary of the run has everything._`
}

function proofOf(report: Report): string {
  if (report.operation === 'verify-restore')
    return `The proof is kept beside backup ${backupOf(report)}, and shown in the summary of that run.`
  if (report.operation === 'restore') return `Backup ${backupOf(report)} was restored.`
  if (report.operation === 'repair') return 'Every copy that was looked at is sound.'
  if (report.operation === 'gate') return 'Every condition is met again.'
  if (report.operation === 'retention') return 'What no rule keeps is removed again.'
  if (report.operation === 'status') return 'Every check of that run stands in its summary.'
  if (report.operation === 'replicate') return 'The stores are alike again.'
  if (report.operation === 'backup') return `The new backup is ${backupOf(report)}.`
  return 'The summary of that run has the details.'
}

function nameOf(report: Report): string {
  const names: Partial<Record<Report['operation'], string>> = {
    'verify-restore': 'restore test',
    repair: 'repair of copies',
    'deploy-env': 'deployment',
    validate: 'validation',
    status: 'watch',
  }
  const name = names[report.operation] ?? report.operation
  const which = report.incident === undefined ? '' : ` ${word(report.incident.id)}`
  return `${name}${which} of ${word(report.environment)}`
}

function outcomeOf({ verdict, failure, missed }: HistoryEntry): string {
  if (verdict === 'failed' && failure !== '' && failure !== 'objective') return `failed (${failure})`
  if (missed.length > 0)
    return `missed ${missed.length === 1 ? 'an objective' : 'objectives'}: ${missed.join(' and ')}`
  return verdict === 'degraded' ? 'was degraded' : verdict
}

function markOf(entry: HistoryEntry): string {
  if (entry.verdict === 'failed') return '❌'
  return entry.verdict === 'degraded' || entry.missed.length > 0 ? '⚠️' : '✅'
}

function runLink(url: string | null): string {
  return url === null ? '' : `[Log and summary of the run](${url})`
}

function backupOf({ backupId }: Report): string {
  return backupId === null ? 'named there' : `\`${backupId.replaceAll(/[^A-Za-z0-9._-]/g, '')}\``
}

/** Environments' names are plain words already; this makes sure of it. */
function word(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, 40)
}

function timeOf(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime())
    ? 'an unknown time'
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
