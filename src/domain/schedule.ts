import { type CronLine, parseCron } from './schedule-cron.ts'
import type { Instant, Milliseconds } from './units.ts'

export { type CronLine, parseCron } from './schedule-cron.ts'
export { cronFor } from './schedule-choice.ts'

/**
 * What schedules can promise. Lines are those of GitHub's `on.schedule`: five fields, UTC. Several lines together are
 * one schedule: it runs at every minute that at least one of them names.
 */

const minute = 60_000
const day = 86_400_000

/** GitHub starts no schedule more often than this. */
export const shortestInterval: Milliseconds = 5 * minute

/** The first run after an instant, or null when no such day exists within the calendar's cycle (31 February). */
export function nextRun(lines: readonly CronLine[], after: Instant): Instant | null {
  return search(lines, Math.floor(after / minute) * minute + minute, 1)
}

/** The last run before an instant, or null as above. */
export function previousRun(lines: readonly CronLine[], before: Instant): Instant | null {
  return search(lines, Math.ceil(before / minute) * minute - minute, -1)
}

/** Days repeat after 28 years (while no century is skipped), so nothing that has not come by then ever comes. */
const searchedDays = 28 * 366

function search(lines: readonly CronLine[], from: Instant, direction: 1 | -1): Instant | null {
  let dayStart = Math.floor(from / day) * day
  for (let count = 0; count <= searchedDays; count += 1) {
    const minutes = minutesOfDay(lines, dayStart)
    const fitting = minutes
      .map((inDay) => dayStart + inDay * minute)
      .filter((at) => (direction === 1 ? at >= from : at <= from))
    const found = direction === 1 ? fitting[0] : fitting.at(-1)
    if (found !== undefined) return found
    dayStart += direction * day
  }
  return null
}

/** The longest time between two runs that follow each other, in a leap year and the four years round it; null without two runs. */
export function largestGap(lines: readonly CronLine[]): Milliseconds | null {
  let previous: Instant | null = null
  let largest: Milliseconds | null = null
  for (const at of runsBetween(lines, cycleStart, cycleEnd)) {
    if (previous !== null) largest = Math.max(largest ?? 0, at - previous)
    previous = at
  }
  return largest
}

/** How often the schedule runs in a month of 30.4 days, on average over four years. */
export function runsPerMonth(lines: readonly CronLine[]): number {
  let runs = 0
  for (let dayStart = cycleStart; dayStart < cycleEnd; dayStart += day)
    runs += minutesOfDay(lines, dayStart).length
  return (runs / ((cycleEnd - cycleStart) / day)) * (365.25 / 12)
}

// Four years with one leap day, from a 1 January on; any will do.
const cycleStart = Date.UTC(2025, 0, 1)
const cycleEnd = Date.UTC(2029, 0, 2)

/** All runs from `start` (included) to `end` (excluded). */
export function* runsBetween(lines: readonly CronLine[], start: Instant, end: Instant): Generator<Instant> {
  for (let dayStart = Math.floor(start / day) * day; dayStart < end; dayStart += day) {
    for (const inDay of minutesOfDay(lines, dayStart)) {
      const at = dayStart + inDay * minute
      if (at >= start && at < end) yield at
    }
  }
}

/**
 * The RPO that a schedule can hold: just before a backup is complete, the newest one shows the data as of the start of
 * the run before it.
 * @param delay how late the scheduler may start a run
 * @param backupDuration from the start of a run to its manifest
 */
export function heldRpo(gap: Milliseconds, delay: Milliseconds, backupDuration: Milliseconds): Milliseconds {
  return gap + delay + backupDuration
}

/** Minutes of a day at which a run starts, in ascending order. */
function minutesOfDay(lines: readonly CronLine[], dayStart: Instant): number[] {
  const minutes = new Set<number>()
  for (const line of lines) {
    if (!runsOn(line, new Date(dayStart))) continue
    for (const hour of line.hours) for (const inHour of line.minutes) minutes.add(hour * 60 + inHour)
  }
  return [...minutes].sort((a, b) => a - b)
}

/** Cron's old rule: when day of month and day of week are both restricted, either will do. */
function runsOn(line: CronLine, date: Date): boolean {
  if (!line.months.has(date.getUTCMonth() + 1)) return false
  const inMonth = line.days.has(date.getUTCDate())
  const inWeek = line.weekdays.has(date.getUTCDay())
  return line.anyDay || line.anyWeekday ? inMonth && inWeek : inMonth || inWeek
}

/** Reads several lines. @throws Failure `config` at the first that is no cron line */
export function parseCrons(texts: readonly string[]): CronLine[] {
  return texts.map(parseCron)
}
