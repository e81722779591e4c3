import { type Bytes, formatBytes, formatDuration, formatRate, type Milliseconds } from '../domain/units.ts'
import type { Progress } from '../ports/log.ts'

/** How often a line is worth reading. */
const pace: Milliseconds = 10_000

/** Progress as lines of a log: size, rate and what is left, every ten seconds; and the sum at the end. */
export function openProgress(
  title: string,
  write: (line: string) => void,
  ticks: () => Milliseconds,
): Progress {
  const start = ticks()
  let done: Bytes = 0
  let last = { at: start, done: 0 }
  return {
    report: (nowDone, total) => {
      done = nowDone
      const now = ticks()
      if (now - last.at < pace) return
      const rate = formatRate(done - last.done, now - last.at)
      write(`${title}: ${[sizeOf(done, total), rate, ...left(done, total, now - start)].join(', ')}`)
      last = { at: now, done }
    },
    [Symbol.dispose]: () => {
      if (done === 0) return
      const span = ticks() - start
      write(`${title}: ${formatBytes(done)} in ${formatDuration(span)}, ${formatRate(done, span)}`)
    },
  }
}

function sizeOf(done: Bytes, total: Bytes | undefined): string {
  if (total === undefined || total < done || total === 0) return formatBytes(done)
  return `${formatBytes(done)} of ${formatBytes(total)} (${Math.floor((done / total) * 100)} %)`
}

/** By the rate since the start, which swings less than the last seconds'. */
function left(done: Bytes, total: Bytes | undefined, span: Milliseconds): string[] {
  if (total === undefined || total <= done || done === 0) return []
  return [`about ${formatDuration(((total - done) / done) * span)} left`]
}
