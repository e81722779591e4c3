import type { Message } from '../domain/message.ts'
import { missed } from '../domain/news.ts'
import type { ObjectiveResult } from '../domain/objectives.ts'
import { forThePublic, withoutNames } from '../domain/redaction.ts'
import type { Report } from '../domain/report.ts'
import { gatePart } from '../domain/subject.ts'
import { endedKeys, keyOfNews, type News } from '../domain/telling.ts'
import { formatDuration } from '../domain/units.ts'
import { troubles } from '../domain/verdict.ts'
import { headline } from './headline.ts'
import { plain } from './plain.ts'
import { restoredRows } from './restored.ts'
import { renderText } from './text.ts'
import { instantText, nextSteps, operationWord, sentence } from './words.ts'

export interface MessageOptions {
  id: string
  /** Leaves out names that came from data: where the log may be read by anyone, no channel is told more than it. */
  hideNames: boolean
  /** Takes secrets out of any text. */
  mask: (text: string) => string
}

const mostSteps = 5
const mostChecks = 5

/** What people are told of a run, in plain text. Names that came from data are in `log` and `report` alone. */
export function messageOf(report: Report, news: News, { id, hideNames, mask }: MessageOptions): Message {
  const told = maskedReport(hideNames ? withoutNames(forThePublic(report)) : report, mask)
  const short = maskedReport(withoutNames(forThePublic(report)), mask)
  return {
    id,
    state: news.state,
    severity: news.severity,
    kind: news.kind,
    alert: alertOf(report, news),
    key: keyOfNews(report.environment, news),
    ends: endedKeys(report.environment, news),
    environment: report.environment,
    title: titleOf(short, news),
    summary: summaryOf(short, news),
    facts: factsOf(short, news),
    next:
      news.state === 'trouble'
        ? nextSteps(short)
            .slice(0, mostSteps)
            .map((step) => plain(step, 500))
        : [],
    link: report.runUrl,
    at: report.finishedAt,
    since: news.since,
    verdict: report.verdict,
    log: renderText(told, { hideNames, width: 78 }),
    report: told,
  }
}

/** Every text in it, at whatever depth. */
function maskedReport(report: Report, mask: (text: string) => string): Report {
  const turn = (value: unknown): unknown => {
    if (typeof value === 'string') return mask(value)
    if (Array.isArray(value)) return value.map(turn)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turn(inner)]))
  }
  return turn(report) as Report
}

function alertOf(report: Report, { state, kind, trouble }: News): string {
  if (state === 'recovered') return `${kind}-recovered`
  if (state === 'success' && trouble === null) return `${kind}-succeeded`
  const [first] = missed(report)
  const isElse = report.failure !== null && report.failure.kind !== 'objective'
  if (first !== undefined && !isElse) return `${first.toLowerCase()}-missed`
  return report.verdict === 'degraded' ? `${kind}-degraded` : `${kind}-failed`
}

function titleOf(report: Report, { state, ended, open }: News): string {
  // A job of its own can take the gate of a deployment, and find it open again: no more than that is over.
  const isGate = ended.length > 0 && ended.flat().every((part) => part === gatePart)
  const operation = state === 'recovered' && isGate ? 'gate' : report.operation
  const isRest = state === 'recovered' && open.length > 0
  const which = report.incident === undefined ? '' : ` ${plain(report.incident.id, 20)}`
  const what = `${operationWord(operation)}${which} of ${plain(report.environment, 60)}`
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${outcomeOf(report, state)}${isRest ? ' in part' : ''}`
}

function outcomeOf(report: Report, state: News['state']): string {
  if (report.incident?.isOver === true) return `has come to its end${shortOf(report)}`
  if (state === 'recovered') return 'is well again'
  if (state === 'success') return 'succeeded'
  const objectives = missed(report)
  const { failure } = report
  if (failure !== null && failure.kind !== 'objective') return `failed (${failure.kind})`
  if (objectives.length > 0) return `missed the ${objectives.join(' and the ')}`
  return report.verdict === 'degraded' ? 'is degraded' : 'failed'
}

/** What a run that came to its end did not reach. */
function shortOf(report: Report): string {
  const objectives = missed(report)
  if (objectives.length > 0) return `, and missed the ${objectives.join(' and the ')}`
  return report.verdict === 'passed' ? '' : ', but not all is well'
}

function summaryOf(report: Report, { state, since, open }: News): string {
  const { failure } = report
  const lines = failure?.message.split('\n').filter((line) => line.trim() !== '') ?? []
  const [first = ''] = lines
  const more = lines.length > 1 ? ` (and ${lines.length - 1} more)` : ''
  const others = open.filter((part) => part !== '').slice(0, mostChecks)
  const rest = others.length === 0 ? '' : ` Still in trouble: ${plain(others.join(', '), 300)}.`
  if (state === 'recovered' && since !== null)
    return `${headline(report)} It had been in trouble since ${instantText(since)}.${rest}`
  return first === '' ? headline(report) : `${plain(sentence(first), 1_000)}${more}`
}

function factsOf(report: Report, { state, severity, since }: News): Message['facts'] {
  const facts: { label: string; text: string }[] = [
    { label: 'Environment', text: report.environment },
    ...(report.backupId === null ? [] : [{ label: 'Backup', text: report.backupId }]),
    ...restoredRows(report).map(([label, text]) => ({ label, text })),
    ...report.objectives.map((objective) => ({ label: objective.name, text: objectiveText(objective) })),
    ...copiesFact(report),
    ...(state === 'trouble'
      ? troubles(report.checks)
          .filter(({ status }) => status !== 'skipped')
          .slice(0, mostChecks)
          .map((check) => ({ label: `${check.rung}, ${check.status}`, text: check.name }))
      : []),
    ...(since === null ? [] : [{ label: 'In trouble since', text: instantText(since) }]),
    { label: 'Severity', text: severity },
    {
      label: 'Run',
      text: `${instantText(report.finishedAt)}, took ${formatDuration(report.finishedAt - report.startedAt)}${report.actor === null ? '' : `, by ${report.actor}`}`,
    },
    ...(report.reason === null ? [] : [{ label: 'Reason', text: report.reason }]),
  ]
  return facts.map(({ label, text }) => ({ label: plain(label, 80), text: plain(text, 500) }))
}

function objectiveText({ target, measured, met }: ObjectiveResult): string {
  const promised = target === null ? 'none set' : `${formatDuration(target)} promised`
  return `${formatDuration(measured)}, ${promised}${met === null ? '' : met ? ', met' : ', MISSED'}`
}

function copiesFact({ copies }: Report): { label: string; text: string }[] {
  const bad = copies.filter(({ status }) => status !== 'complete')
  if (bad.length === 0) return []
  return [{ label: 'Copies', text: bad.map(({ store, status }) => `${store} ${status}`).join(', ') }]
}
