import type { Report } from '../domain/report.ts'
import { formatDuration } from '../domain/units.ts'
import { plain } from './plain.ts'
import { type Page, columns, wrap } from './text-layout.ts'
import { timelineGroups } from './timeline-groups.ts'

/** The phases as bars beside their times. */
export function timeline(report: Report, page: Page): string[] {
  if (report.timeline.length === 0) return []
  const groups = timelineGroups(report, 40)
  const shown = groups.flatMap(({ phases }) => phases)
  const titles = new Map(groups.map(({ title, phases }) => [phases[0], title]))
  const nameWidth = Math.min(40, Math.max(...shown.map((phase) => plain(phase.name, 40).length)))
  // What is left after name, two times and the gaps between them.
  const barWidth = Math.max(0, Math.min(40, page.width - nameWidth - 30))
  const ends = shown.map((phase) => phase.startedAt + phase.duration - report.startedAt)
  const whole = Math.max(1, ...ends)
  const rows = shown.map((phase) => {
    const from = Math.max(0, phase.startedAt - report.startedAt)
    const before = Math.min(barWidth - 1, Math.floor((from / whole) * barWidth))
    const length = Math.max(1, Math.min(barWidth - before, Math.round((phase.duration / whole) * barWidth)))
    const isSkipped = phase.status === 'skipped' || phase.status === 'manual'
    return [
      plain(phase.name, 40),
      isSkipped ? '' : `+${formatDuration(from)}`,
      phase.status === 'manual' ? 'by hand' : isSkipped ? 'skipped' : formatDuration(phase.duration),
      barWidth === 0 || isSkipped
        ? ''
        : ' '.repeat(before) + (phase.status === 'failed' ? '░' : '█').repeat(length),
    ]
  })
  const lines = columns(rows, [{}, { align: 'right' }, { align: 'right' }, { keep: true }], page.width, 2)
  return [
    page.paint('Timeline', 'bold'),
    ...lines.flatMap((line, index) => {
      const title = titles.get(shown[index]) ?? null
      const detail = plain(shown[index]?.detail ?? '', 300)
      return [
        ...(title === null ? [] : [`  ${page.paint(plain(title, 60), 'dim')}`]),
        line,
        ...(detail === '' ? [] : wrap(detail, page.width, 6).map((text) => page.paint(text, 'dim'))),
      ]
    }),
  ]
}
