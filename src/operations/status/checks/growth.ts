import { judgeGrowth } from '../../../domain/watch/growth.ts'
import type { Fact } from '../../../domain/report.ts'
import type { SourceConfig } from '../../../domain/environment/schema.ts'
import { counted, formatBytes } from '../../../domain/units.ts'
import type { Finding } from '../finding.ts'
import { believed, type View } from '../view.ts'

/** Losing so much of a source at once is as bad as losing it. */
const nearlyAll = 0.9

/** How each source's size follows what is usual for it: a table that was emptied shows here first. */
export function checkGrowth(view: View): { findings: Finding[]; facts: Fact[] } {
  const findings: Finding[] = []
  const facts: Fact[] = []
  const backups = believed(view.history)
  for (const { name, type } of view.environment.sources) {
    const points = backups.flatMap(({ at, summary }) =>
      summary.sources
        .filter((source) => source.name === name)
        .map(({ plainSize, rows }) => ({ at, bytes: plainSize, rows })),
    )
    const base = { name: `growth of ${name}`, weight: 'important' } as const
    const growth = judgeGrowth(points)
    if (growth === null) {
      findings.push({ ...base, level: 'apart', detail: 'it takes two backups to compare' })
      continue
    }
    const { newest, usual, change, perDay } = growth
    const percent = Math.round(Math.abs(change) * 100)
    const shrank = -change * 100 > view.watch.shrink
    const jumped = change * 100 > view.watch.jump
    const figures = `${formatBytes(newest.bytes)}, ${entries(newest.rows, type)}; usual are ${formatBytes(usual.bytes)}, ${entries(Math.round(usual.rows), type)}`
    const course = shrank ? `shrank by ${percent} %: ` : jumped ? `grew by ${percent} %: ` : ''
    findings.push({
      ...base,
      level: shrank && -change >= nearlyAll ? 'critical' : shrank || jumped ? 'warning' : 'ok',
      detail: course + figures,
      hint: shrank
        ? 'Was that meant? If rows were deleted by mistake, an older backup has them: do not let it expire.'
        : 'Was that meant? Retention, stores and the time of a recovery grow with it.',
    })
    if (perDay === null) continue
    const sign = perDay < 0 ? '−' : '+'
    facts.push({
      label: `${name} grows by, a day`,
      text: `${sign}${formatBytes(Math.abs(Math.round(perDay)))}`,
      value: Math.round(perDay),
      unit: 'bytes',
    })
  }
  return { findings, facts }
}

const entryOf: Record<SourceConfig['type'], string> = { postgres: 'row', redis: 'key', files: 'file' }

/** `3 keys`: manifests count what a source holds in its own unit. */
function entries(count: number, type: SourceConfig['type']): string {
  return counted(count, entryOf[type])
}
