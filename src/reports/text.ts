import { failureKinds } from '../domain/failure.ts'
import type { Report } from '../domain/report.ts'
import { formatBytes, formatDuration } from '../domain/units.ts'
import { type CheckStatus, troubles, type Verdict } from '../domain/verdict.ts'
import { headline } from './headline.ts'
import { plain } from './plain.ts'
import { restoredRows } from './restored.ts'
import { type Column, type Page, type Style, columns, paint, safeLine, wrap } from './text-layout.ts'
import { timeline } from './text-timeline.ts'
import {
  checksByRung,
  counted,
  grouped,
  instantText,
  isBadTable,
  isGoodCopy,
  namesHidden,
  nextSteps,
  operationWord,
  sentence,
  statusCounts,
  tablesByInterest,
  verdictWord,
  writeOnceText,
} from './words.ts'

export interface TextOptions {
  /** Shows counts in place of names that came from data: for a log that the public may read. */
  hideNames: boolean
  /** ANSI colours; off by default. */
  color?: boolean
  /** Columns; 100 by default, never under 60. */
  width?: number
}

/** More lines than these scroll the verdict away. */
const mostTroubles = 20
const mostTables = 20

const statusStyle: Record<CheckStatus, Style> = {
  passed: 'green',
  degraded: 'yellow',
  failed: 'red',
  skipped: 'yellow',
}
const statusMark: Record<CheckStatus, string> = { passed: '✓', degraded: '!', failed: '✗', skipped: '-' }
const verdictStyle: Record<Verdict, Style> = { passed: 'green', degraded: 'yellow', failed: 'red' }

/** The report for a log or a terminal: the same order as the job summary, the verdict first. */
export function renderText(report: Report, options: TextOptions): string {
  const page: Page = {
    hideNames: options.hideNames,
    width: Math.max(60, options.width ?? 100),
    paint: options.color === true ? paint : (text) => text,
  }
  const blocks = [
    head(report, page),
    restored(report, page),
    failure(report, page),
    next(report, page),
    objectives(report, page),
    checks(report, page),
    copies(report, page),
    notices(report, page),
    facts(report, page),
    timeline(report, page),
    tables(report, page),
  ]
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]))
  return `${lines.map(safeLine).join('\n')}\n`
}

function head(report: Report, page: Page): string[] {
  const isCancelled = report.failure?.kind === 'cancelled'
  const word = (isCancelled ? 'cancelled' : verdictWord[report.verdict]).toUpperCase()
  const what = `${operationWord(report.operation)} of ${plain(report.environment, 60)}`
  const about = [
    ...(report.backupId === null ? [] : [`backup ${plain(report.backupId, 80)}`]),
    instantText(report.finishedAt),
    `took ${formatDuration(report.finishedAt - report.startedAt)}`,
  ]
  return [
    `${page.paint(word, verdictStyle[report.verdict])}  ${page.paint(what, 'bold')}`,
    ...wrap(headline(report), page.width, 2),
    ...wrap(about.join(', '), page.width, 2).map((line) => page.paint(line, 'dim')),
  ]
}

function restored(report: Report, page: Page): string[] {
  const rows = restoredRows(report).map(([label, text]) => [plain(label, 60), plain(text, 300)])
  return rows.length === 0 ? [] : columns(rows, [{}, {}], page.width, 2)
}

function failure(report: Report, page: Page): string[] {
  if (report.failure === null) return []
  const { kind, message, subjects } = report.failure
  const lines = message.split('\n').filter((line) => line.trim() !== '')
  return [
    page.paint('What went wrong', 'bold'),
    ...lines
      .slice(0, 60)
      .flatMap((line, index) =>
        wrap(plain(index === 0 ? sentence(line) : line, 4_000), page.width, index === 0 ? 2 : 4),
      ),
    ...about(subjects, page, 2),
    ...wrap(`kind of failure: ${kind} (${failureKinds[kind].meaning})`, page.width, 2),
  ]
}

function next(report: Report, page: Page): string[] {
  const steps = nextSteps(report).slice(0, 20)
  if (steps.length === 0) return []
  return [
    page.paint('What to do next', 'bold'),
    ...steps.flatMap((step, index) => stepLines(plain(step, 2_000), page.width, `  ${index + 1}. `)),
  ]
}

/** `Then go on: lifeboat runbook run --run …`: words, a colon, and a command up to the end. */
const endsInCommand =
  /^(.*:) (lifeboat(?: [a-z][a-z-]*){1,2}(?: --[a-z-]+(?: (?!--)(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+)?)*)$/

/** A command stays on one line, however long: broken, it would not work when it is pasted. */
function stepLines(step: string, width: number, mark: string): string[] {
  const [, words = '', command = ''] = endsInCommand.exec(step) ?? []
  if (command === '' || mark.length + step.length <= width) return wrap(step, width, 5, mark)
  return [...wrap(words, width, 5, mark), `${' '.repeat(5)}${command}`]
}

function objectives(report: Report, page: Page): string[] {
  if (report.objectives.length === 0) return []
  const shape: Column[] = [{}, { align: 'right' }, { align: 'right' }, { align: 'right' }, {}, {}]
  const rows = report.objectives.map((objective) => [
    objective.name,
    objective.target === null ? 'none set' : formatDuration(objective.target),
    formatDuration(objective.measured),
    objective.margin === null ? '–' : `${objective.margin > 0 ? '+' : ''}${formatDuration(objective.margin)}`,
    objective.met === null ? '–' : objective.met ? 'met' : 'MISSED',
    plain(objective.basis, 200),
  ])
  const titles = ['Objectives', 'target', 'measured', 'margin', 'result', 'rests on']
  return columns([titles, ...rows], shape, page.width).map((line, index) =>
    index === 0 ? page.paint(line, 'bold') : line.includes('MISSED') ? page.paint(line, 'red') : line,
  )
}

function checks(report: Report, page: Page): string[] {
  if (report.checks.length === 0) return []
  const rungs = checksByRung(report.checks)
  const rows = rungs.map((group) => [
    `${statusMark[group.status]} ${group.rung}`,
    statusCounts(group.checks.map((check) => check.status)),
    formatDuration(group.checks.reduce((total, check) => total + check.duration, 0)),
  ])
  const ladder = columns(rows, [{}, {}, { align: 'right' }], page.width, 2)
  const bad = troubles(report.checks)
  // What a gate was opened by is its evidence.
  const met = report.operation === 'gate' ? report.checks.filter(({ status }) => status === 'passed') : []
  return [
    page.paint('Checks', 'bold'),
    ...ladder.map((line, index) => page.paint(line, statusStyle[rungs[index]?.status ?? 'passed'])),
    ...[...bad, ...met]
      .slice(0, mostTroubles)
      .flatMap((check) => [
        ...wrap(
          `${check.rung}: ${plain(check.name, 200)} (${check.status}${check.failure === null ? '' : `, ${check.failure}`})`,
          page.width,
          4,
          `  ${statusMark[check.status]} `,
        ).map((line) => page.paint(line, statusStyle[check.status])),
        ...wrap(plain(check.detail, 1_000), page.width, 6),
        ...about(check.subjects, page, 6),
      ]),
    ...(bad.length > mostTroubles ? [`  and ${bad.length - mostTroubles} more, in the JSON report`] : []),
  ]
}

function copies(report: Report, page: Page): string[] {
  if (report.copies.length === 0) return []
  const rows = report.copies
    .slice(0, 50)
    .map((copy) => [
      `${isGoodCopy(copy) ? '✓' : copy.status === 'ephemeral' ? '!' : '✗'} ${plain(copy.store, 60)}`,
      plain(copy.kind, 30),
      copy.status,
      writeOnceText(copy.writeOnce),
      plain(copy.detail ?? '', 500),
    ])
  return [page.paint('Copies', 'bold'), ...columns(rows, [{}, {}, {}, {}, {}], page.width, 2)]
}

function notices(report: Report, page: Page): string[] {
  if (report.notices.length === 0) return []
  return [
    page.paint('Worth knowing', 'bold'),
    ...report.notices
      .slice(0, 50)
      .flatMap((notice) => [
        ...wrap(plain(notice.text, 1_000), page.width, 4, notice.level === 'warning' ? '  ! ' : '  - ').map(
          (line) => (notice.level === 'warning' ? page.paint(line, 'yellow') : line),
        ),
        ...about(notice.subjects, page, 4),
      ]),
  ]
}

function facts(report: Report, page: Page): string[] {
  if (report.facts.length === 0) return []
  const rows = report.facts.slice(0, 60).map((fact) => [plain(fact.label, 60), plain(fact.text, 500)])
  return [page.paint('Figures', 'bold'), ...columns(rows, [{}, {}], page.width, 2)]
}

function tables(report: Report, page: Page): string[] {
  if (report.tables.length === 0) return []
  const summary = `${counted(report.tables.length, 'table')}: ${statusCounts(report.tables.map((table) => table.status))}`
  if (page.hideNames) return [page.paint('Tables', 'bold'), `  ${summary}; ${namesHidden}`]
  const ordered = tablesByInterest(report.tables)
  const rows = ordered
    .slice(0, mostTables)
    .map((table) => [
      `${isBadTable(table) ? (table.status === 'unproven' ? '!' : '✗') : '✓'} ${plain(table.name, 60)}`,
      table.rows === null ? '–' : grouped(table.rows),
      table.bytes === null ? '–' : formatBytes(table.bytes),
      table.status,
      plain(table.note ?? '', 200),
    ])
  const titles = ['  table', 'rows', 'size', 'result', 'note']
  const shape: Column[] = [{}, { align: 'right' }, { align: 'right' }, {}, {}]
  const more = ordered.length - rows.length
  return [
    page.paint('Tables', 'bold'),
    ...wrap(summary, page.width, 2),
    ...columns([titles, ...rows], shape, page.width, 2),
    ...(more > 0 ? [`  and ${grouped(more)} more, in the JSON report`] : []),
  ]
}

function about(subjects: readonly string[], page: Page, indent: number): string[] {
  if (subjects.length === 0) return []
  if (page.hideNames)
    return wrap(`about ${counted(subjects.length, 'object')}, ${namesHidden}`, page.width, indent)
  const shown = subjects.slice(0, 10).map((subject) => plain(subject, 120))
  const more = subjects.length - shown.length
  return wrap(`about ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, page.width, indent)
}
