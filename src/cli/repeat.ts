import { formatDuration, type Milliseconds } from '../domain/units.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'

/**
 * Runs again and again at a fixed cadence, until stopped; gives the exit code of the last run. Starts are an interval
 * apart, however long the runs take; one that takes longer than the interval is followed by the next at once, and what
 * was missed meanwhile is not made up for.
 */
export async function repeat(
  interval: Milliseconds,
  run: () => Promise<number>,
  { clock, log, signal }: { clock: Clock; log: Log; signal: AbortSignal },
): Promise<number> {
  let due = clock.ticks()
  for (;;) {
    const code = await run()
    due = Math.max(due + interval, clock.ticks())
    const pause = due - clock.ticks()
    if (pause > 0 && !signal.aborted) log.info(`The next run starts in ${formatDuration(pause)}.`)
    if (await isStoppedWithin(pause, clock, signal)) return code
  }
}

async function isStoppedWithin(pause: Milliseconds, clock: Clock, signal: AbortSignal): Promise<boolean> {
  try {
    if (pause > 0) await clock.sleep(pause, signal)
  } catch (thrown) {
    if (!signal.aborted) throw thrown
  }
  return signal.aborted
}
