import { formatBytes, formatDuration, formatRate } from '../domain/units.ts'
import type { Progress } from '../ports/log.ts'
import type { TerminalOptions } from './terminal-log.ts'

/** The running measures of long work: one bar at the bottom of a terminal, or a line now and then. */
export interface Meters {
  open(title: string): Progress
  /** Writes something else without tearing the bar. */
  aside(write: () => void): void
}

const barPace = 100
const linePace = 5_000
const barWidth = 24

interface Meter {
  title: string
  startedAt: number
  done: number
  total: number | undefined
}

export function createMeters({ stream, clock }: TerminalOptions): Meters {
  const onTerminal = stream.isTTY === true
  const open = new Set<Meter>()
  let drawnAt = -Infinity
  let isDrawn = false

  const erase = () => {
    if (isDrawn) stream.write('\r\u001b[2K')
    isDrawn = false
  }
  const draw = () => {
    const meter = [...open].at(-1)
    if (meter === undefined) return
    drawnAt = clock.ticks()
    const text = describe(meter, drawnAt, onTerminal)
    if (!onTerminal) {
      stream.write(`${text}\n`)
      return
    }
    erase()
    stream.write(text.slice(0, (stream.columns ?? 80) - 1))
    isDrawn = true
  }
  return {
    open: (title) => {
      const meter: Meter = { title, startedAt: clock.ticks(), done: 0, total: undefined }
      open.add(meter)
      // Short work ends before a line is worth it.
      if (!onTerminal) drawnAt = Math.max(drawnAt, meter.startedAt)
      return {
        report: (done, total) => {
          meter.done = done
          meter.total = total ?? meter.total
          if (clock.ticks() - drawnAt >= (onTerminal ? barPace : linePace)) draw()
        },
        [Symbol.dispose]: () => {
          open.delete(meter)
          erase()
        },
      }
    },
    aside: (write) => {
      const wasDrawn = isDrawn
      erase()
      write()
      if (wasDrawn) draw()
    },
  }
}

function describe({ title, startedAt, done, total }: Meter, now: number, withBar: boolean): string {
  const span = now - startedAt
  const parts = [formatBytes(done), formatRate(done, span)]
  if (total !== undefined && total > 0) {
    // Totals may be estimates: what exceeds them is simply all but done.
    const share = Math.min(done / total, 0.99)
    const remaining = done === 0 ? null : (span / done) * Math.max(total - done, 0)
    parts[0] = `${formatBytes(done)} of ${formatBytes(Math.max(total, done))}`
    parts.unshift(`${Math.round(share * 100)} %`)
    if (remaining !== null) parts.push(`${formatDuration(remaining)} left`)
    if (withBar) {
      const filled = Math.round(share * barWidth)
      parts.unshift(`${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`)
    }
  }
  return `${title}  ${parts.join('  ')}`
}
