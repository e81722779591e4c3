import { failureKinds } from '../domain/failure.ts'
import type { ObjectiveResult } from '../domain/objectives.ts'
import type { Report } from '../domain/report.ts'
import { formatDuration } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import { headline } from './headline.ts'
import { checksSection } from './markdown-checks.ts'
import { code, inline, link, subjectsText } from './markdown-escape.ts'
import { copiesSection, factsSection, noticesSection, tablesSection } from './markdown-facts.ts'
import { table, unbroken } from './markdown-table.ts'
import { restoredRows } from './restored.ts'
import { timelineSection } from './markdown-timeline.ts'
import { instantText, nextSteps, operationWord, sentence, verdictWord } from './words.ts'

export interface MarkdownOptions {
  /** Shows counts in place of names that came from data: for what the public may read. */
  hideNames: boolean
  /** In UTF-8 bytes; by default what GitHub takes as a job summary. */
  limit?: number
}

/** GitHub refuses a job summary above 1 MiB; a little room stays for what the caller sets round it. */
export const summaryLimit = 1_048_576 - 1_024

/** The report as GitHub Markdown: verdict first, then what failed and what to do, then ever finer detail. */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  const { hideNames, limit = summaryLimit } = options
  const essential = [
    headSection(report),
    restoredSection(report),
    runSection(report),
    failureSection(report, hideNames),
    nextSection(report),
    objectivesSection(report),
  ]
  const details: [name: string, text: string][] = [
    ['checks', checksSection(report.checks, hideNames)],
    ['copies', copiesSection(report.copies)],
    ['notices', noticesSection(report.notices, hideNames)],
    ['figures', factsSection(report.facts)],
    ['timeline', timelineSection(report)],
    ['tables', tablesSection(report.tables, hideNames)],
  ]
  let text = join(essential)
  const leftOut: string[] = []
  for (const [name, section] of details) {
    const longer = join([text, section])
    // The last line, which names what was left out, needs its room too.
    if (Buffer.byteLength(longer) + 300 <= limit) text = longer
    else leftOut.push(name)
  }
  if (leftOut.length === 0) return `${text}\n`
  return `${join([text, `_Left out, as this page may not be longer: ${leftOut.join(', ')}. The JSON report has them._`])}\n`
}

function join(sections: readonly string[]): string {
  return sections.filter((section) => section !== '').join('\n\n')
}

const verdictMark: Record<Verdict, string> = { passed: '✅', degraded: '⚠️', failed: '❌' }

function headSection(report: Report): string {
  const operation = operationWord(report.operation)
  const isCancelled = report.failure?.kind === 'cancelled'
  const mark = isCancelled ? '⏹️' : verdictMark[report.verdict]
  const word = isCancelled ? 'cancelled' : verdictWord[report.verdict]
  const subject = report.backupId === null ? [] : [`Backup ${code(report.backupId)}`]
  return join([
    `## ${mark} ${operation.charAt(0).toUpperCase()}${operation.slice(1)} of ${inline(report.environment, 100)} ${word}`,
    `**${inline(headline(report), 1_000)}**`,
    [
      ...subject,
      instantText(report.finishedAt),
      `took ${formatDuration(report.finishedAt - report.startedAt)}`,
    ].join(' · '),
  ])
}

function restoredSection(report: Report): string {
  const rows = restoredRows(report).map(([label, text]) => [`**${inline(label)}**`, inline(text, 300)])
  return rows.length === 0 ? '' : table(['Restore', ''], ['l', 'l'], rows)
}

function failureSection(report: Report, hideNames: boolean): string {
  const { failure } = report
  if (failure === null) return ''
  const [first = '', ...others] = failure.message.split('\n').filter((line) => line.trim() !== '')
  const shown = others.slice(0, 50).map((line) => `- ${inline(line, 1_000)}`)
  if (others.length > shown.length) shown.push(`- and ${others.length - shown.length} more`)
  return join([
    '### What went wrong',
    inline(sentence(first), 4_000),
    shown.join('\n'),
    subjectsLine(failure.subjects, hideNames),
    `Kind of failure: <code>${failure.kind}</code> (${failureKinds[failure.kind].meaning}).`,
  ])
}

function nextSection(report: Report): string {
  const steps = nextSteps(report)
  if (steps.length === 0) return ''
  const shown = steps.slice(0, 20).map((step, index) => `${index + 1}. ${inline(step, 2_000)}`)
  return join(['### What to do next', shown.join('\n')])
}

function objectivesSection(report: Report): string {
  if (report.objectives.length === 0) return ''
  const rows = report.objectives
    .slice(0, 20)
    .map((objective) => [
      `**${inline(objective.name)}**`,
      unbroken(objective.target === null ? 'none set' : formatDuration(objective.target)),
      unbroken(formatDuration(objective.measured)),
      unbroken(marginText(objective)),
      unbroken(objective.met === null ? '–' : objective.met ? '✅ met' : '❌ missed'),
      inline(objective.basis, 300),
    ])
  return join([
    '### Objectives',
    table(
      ['Objective', 'Target', 'Measured', 'Margin', 'Result', 'Rests on'],
      ['l', 'r', 'r', 'r', 'l', 'l'],
      rows,
    ),
  ])
}

function marginText({ margin }: ObjectiveResult): string {
  if (margin === null) return '–'
  return margin > 0 ? `+${formatDuration(margin)}` : formatDuration(margin)
}

function runSection(report: Report): string {
  const parts = [
    ...(report.actor === null ? [] : [`started by ${inline(report.actor, 100)}`]),
    ...(report.reason === null ? [] : [`reason: ${inline(report.reason, 500)}`]),
    ...(report.runUrl === null ? [] : [link('log of this run', report.runUrl)]),
  ]
  return parts.length === 0 ? '' : `<sub>Run ${parts.join(' · ')}</sub>`
}

/** Names from data, or their number where they may not be shown. */
function subjectsLine(subjects: readonly string[], hideNames: boolean): string {
  const text = subjectsText(subjects, hideNames)
  return text === '' ? '' : `It is about ${text}.`
}
