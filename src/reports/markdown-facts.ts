import type { CopyResult, Fact, Notice, TableResult } from '../domain/report.ts'
import { formatBytes } from '../domain/units.ts'
import { code, inline, subjectsText } from './markdown-escape.ts'
import { folded, table, unbroken } from './markdown-table.ts'
import {
  counted,
  grouped,
  isBadTable,
  isGoodCopy,
  namesHidden,
  statusCounts,
  tablesByInterest,
  writeOnceText,
} from './words.ts'

/** Up to so many tables stand open on the page; more are folded. */
const openTables = 15
const mostTables = 300

export function copiesSection(copies: readonly CopyResult[]): string {
  if (copies.length === 0) return ''
  const rows = copies
    .slice(0, 50)
    .map((copy) => [
      `${isGoodCopy(copy) ? '✅' : copy.status === 'ephemeral' ? '⚠️' : '❌'} ${inline(copy.store, 100)}`,
      inline(copy.kind, 50),
      copy.status,
      writeOnceText(copy.writeOnce),
      inline(copy.detail ?? '', 500),
    ])
  return `### Copies\n\n${table(['Store', 'Kind', 'Copy', 'Overwriting', 'Detail'], ['l', 'l', 'l', 'l', 'l'], rows)}`
}

export function factsSection(facts: readonly Fact[]): string {
  if (facts.length === 0) return ''
  const rows = facts.slice(0, 60).map((fact) => [inline(fact.label, 100), inline(fact.text, 500)])
  return `### Figures\n\n${table(['What', 'Figure'], ['l', 'l'], rows)}`
}

export function noticesSection(notices: readonly Notice[], hideNames: boolean): string {
  if (notices.length === 0) return ''
  const warningsFirst = [...notices].sort((a, b) => rank(a) - rank(b))
  const items = warningsFirst.slice(0, 50).map((notice) => {
    const about = subjectsText(notice.subjects, hideNames)
    return `- ${notice.level === 'warning' ? '⚠️' : 'ℹ️'} ${inline(notice.text, 1_000)}${about === '' ? '' : ` (${about})`}`
  })
  if (notices.length > items.length)
    items.push(`- and ${notices.length - items.length} more, in the JSON report`)
  return `### Worth knowing\n\n${items.join('\n')}`
}

function rank(notice: Notice): number {
  return notice.level === 'warning' ? 0 : 1
}

/** Per table: the troubled ones open, the rest folded when there are many; only counts where names are hidden. */
export function tablesSection(tables: readonly TableResult[], hideNames: boolean): string {
  if (tables.length === 0) return ''
  const heading = '### Tables'
  const summary = `${counted(tables.length, 'table')}: ${statusCounts(tables.map((entry) => entry.status))}.`
  if (hideNames) return `${heading}\n\n${summary} They are ${namesHidden}.`
  const ordered = tablesByInterest(tables)
  if (ordered.length <= openTables) return `${heading}\n\n${rowsOf(ordered)}`
  const bad = ordered.filter(isBadTable).slice(0, openTables)
  const shown = ordered.slice(0, mostTables)
  const title =
    shown.length === ordered.length
      ? `All ${counted(ordered.length, 'table')}`
      : `${grouped(shown.length)} of ${counted(ordered.length, 'table')}, the largest; the JSON report has all`
  return [heading, summary, ...(bad.length === 0 ? [] : [rowsOf(bad)]), folded(title, rowsOf(shown))].join(
    '\n\n',
  )
}

function rowsOf(tables: readonly TableResult[]): string {
  const hasSeveralSources = new Set(tables.map((entry) => entry.source)).size > 1
  const rows = tables.map((entry) => [
    `${isBadTable(entry) ? `${entry.status === 'unproven' ? '⚠️' : '❌'} ` : ''}${hasSeveralSources ? `${inline(entry.source, 50)} ` : ''}${code(entry.name, 130)}`,
    entry.rows === null ? '–' : grouped(entry.rows),
    entry.bytes === null ? '–' : unbroken(formatBytes(entry.bytes)),
    statusWord(entry.status),
    inline(entry.note ?? '', 200),
  ])
  return table(['Table', 'Rows', 'Size', 'Result', 'Note'], ['l', 'r', 'r', 'l', 'l'], rows)
}

function statusWord(status: TableResult['status']): string {
  return status === 'equal-as-multiset' ? 'equal, in another order' : status
}
