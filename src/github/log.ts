import { debug, endGroup, error, info, notice, startGroup, warning } from './commands.ts'
import type { Milliseconds } from '../domain/units.ts'
import { formatDuration } from '../domain/units.ts'
import type { Log } from '../ports/log.ts'
import type { Masks } from './masks.ts'
import { openProgress } from './progress.ts'
import { harmlessLine, harmlessLines, withoutControls } from './runner-text.ts'

export interface JobLogOptions {
  masks: Masks
  /** Whether names that came from data are replaced by their number. */
  hidesNames: boolean
  /** Monotonic. */
  ticks?: () => Milliseconds
}

export interface JobLog extends Log {
  /** What ended the step: there is always room for it. */
  conclude(level: 'warning' | 'error', text: string, title: string): void
}

/** How many annotations of a level GitHub keeps for a step. One error is left for the failure that ends it. */
const annotationLimits = { notice: 10, warning: 10, error: 9 }
const annotate = { notice, warning, error }
type Level = keyof typeof annotate

/** The log of a job: groups, annotations and lines, as the runner understands them. */
export function createJobLog(options: JobLogOptions): JobLog {
  const { masks, hidesNames, ticks = () => performance.now() } = options
  const used = { notice: 0, warning: 0, error: 0 }
  let depth = 0

  const lines = (text: string) => {
    for (const line of harmlessLines(masks.apply(text))) info(line)
  }
  const annotation = (level: Level, text: string, subjects?: readonly string[]) => {
    const whole = named(text, subjects, hidesNames)
    used[level] += 1
    if (used[level] <= annotationLimits[level]) annotate[level](masks.apply(withoutControls(whole)))
    else lines(`${level}: ${whole}`)
  }
  return {
    debug: (text) => debug(masks.apply(withoutControls(text))),
    info: (text, subjects) => lines(named(text, subjects, hidesNames)),
    notice: (text, subjects) => annotation('notice', text, subjects),
    warning: (text, subjects) => annotation('warning', text, subjects),
    error: (text, subjects) => annotation('error', text, subjects),
    group: async (title, work) => {
      // GitHub's groups do not nest, and there is but one log: within a group another is a heading.
      const isOutermost = depth === 0
      const start = ticks()
      const heading = harmlessLine(masks.apply(title))
      depth += 1
      if (isOutermost) startGroup(heading)
      else lines(`── ${heading}`)
      try {
        return await work()
      } finally {
        depth -= 1
        lines(`── ${heading}: ${formatDuration(ticks() - start)}`)
        if (isOutermost) endGroup()
      }
    },
    progress: (title) => openProgress(title, lines, ticks),
    conclude: (level, text, title) =>
      annotate[level](masks.apply(withoutControls(text)), { title: harmlessLine(masks.apply(title)) }),
  }
}

/** How many names are shown at most. */
const nameLimit = 20

function named(text: string, subjects: readonly string[] = [], areHidden: boolean): string {
  if (subjects.length === 0) return text
  if (areHidden)
    return `${text} (${subjects.length === 1 ? 'one name' : `${subjects.length} names`} not shown)`
  const more = subjects.length - nameLimit
  const shown = subjects.slice(0, nameLimit).map(harmlessLine).join(', ')
  return `${text}: ${shown}${more > 0 ? ` and ${more} more` : ''}`
}
