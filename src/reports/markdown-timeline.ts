import type { Phase, Report } from '../domain/report.ts'
import { type Milliseconds, formatDuration } from '../domain/units.ts'
import { inline, mermaidText } from './markdown-escape.ts'
import { folded, table, unbroken } from './markdown-table.ts'
import { timelineGroups, type TimelineGroup } from './timeline-groups.ts'

const mostPhases = 40
const mark: Record<Phase['status'], string> = {
  done: '✅',
  failed: '❌',
  skipped: '⏭️',
  manual: '✋',
}

/** The phases as a chart, for those who see, and as a table, for all others. */
export function timelineSection(report: Report): string {
  const groups = timelineGroups(report, mostPhases)
  const phases = groups.flatMap(({ title, phases: own }) => own.map((phase) => ({ ...phase, title })))
  if (phases.length === 0) return ''
  const hasDetails = phases.some(({ detail }) => detail !== undefined)
  const rows = phases.map((phase) => [
    `${mark[phase.status]} ${inline(phase.title === null ? phase.name : `${phase.title}: ${phase.name}`, 100)}`,
    unbroken(`+${formatDuration(Math.max(0, phase.startedAt - report.startedAt))}`),
    outcomeOf(phase),
    ...(hasDetails ? [inline(phase.detail ?? '', 300)] : []),
  ])
  return [
    '### Timeline',
    gantt(
      groups.map(({ title, phases: own }) => ({
        title,
        phases: own.filter((phase) => phase.status === 'done' || phase.status === 'failed'),
      })),
      report.startedAt,
    ),
    hasDetails
      ? table(['Step', 'Began after', 'Took', ''], ['l', 'r', 'r', 'l'], rows)
      : folded('Timeline as a table', table(['Phase', 'Began after', 'Took'], ['l', 'r', 'r'], rows)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function outcomeOf({ status, duration }: Phase): string {
  if (status === 'manual') return 'by hand'
  return status === 'skipped' ? 'skipped' : unbroken(formatDuration(duration))
}

/** Time runs from zero. Mermaid reads and writes times in the reader's own zone, so what is written is what is shown. */
function gantt(groups: readonly TimelineGroup[], origin: number): string {
  const phases = groups.flatMap((group) => group.phases)
  if (phases.length === 0) return ''
  const end = Math.max(...phases.map((phase) => phase.startedAt + phase.duration)) - origin
  const lineOf = (phase: Phase) => {
    const from = Math.max(0, phase.startedAt - origin)
    const tag = phase.status === 'failed' ? 'crit' : 'done'
    return `    ${mermaidText(phase.name)} :${tag}, ${clockText(from)}, ${clockText(from + Math.max(1, phase.duration))}`
  }
  const lines = groups.flatMap(({ title, phases: own }) => [
    ...(title === null || own.length === 0 ? [] : [`    section ${mermaidText(title)}`]),
    ...own.map(lineOf),
  ])
  return [
    '```mermaid',
    'gantt',
    '    dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `    axisFormat ${end < 3_600_000 ? '%M:%S' : '%H:%M'}`,
    '    todayMarker off',
    ...lines,
    '```',
  ].join('\n')
}

/** A span as a time on an arbitrary day; beyond a day it runs on into the next ones. */
function clockText(span: Milliseconds): string {
  return new Date(Date.UTC(2000, 0, 1) + Math.round(span)).toISOString().replace('T', ' ').slice(0, 23)
}
