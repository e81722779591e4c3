import type { Instant, Milliseconds } from './units.ts'

/** The calendar of a time zone, as retention counts it. */

export type Tier = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly'

/** Which hour, day, ISO week, month and year a moment falls into, as text for people that is unique per period. */
export type PeriodOf = (at: Instant, tier: Tier) => string

const hour: Milliseconds = 3_600_000
const day: Milliseconds = 24 * hour

/**
 * Finds periods in a time zone. Offsets are asked of Intl, which is slow, once per day and only then: within a day in
 * which the offset does not change it is known; in the few others it is asked per quarter of an hour, as no zone changes
 * in between.
 */
export function calendarOf(timezone: string): PeriodOf {
  const offsetAt = cachedOffset(timezone)
  const names = { hourly: hourName, daily: dayName, weekly: weekName, monthly: monthName, yearly: yearName }
  return (at, tier) => {
    const offset = offsetAt(at)
    // Local time, written as if it were UTC.
    return names[tier](at + offset, offset)
  }
}

function dayName(local: Instant): string {
  return new Date(local).toISOString().slice(0, 10)
}

function monthName(local: Instant): string {
  return new Date(local).toISOString().slice(0, 7)
}

function yearName(local: Instant): string {
  return new Date(local).toISOString().slice(0, 4)
}

/** The hour that comes twice when clocks go back is two hours: their offsets differ. */
function hourName(local: Instant, offset: Milliseconds): string {
  const minutes = Math.abs(Math.round(offset / 60_000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
  return `${new Date(local).toISOString().slice(0, 10)} ${new Date(local).toISOString().slice(11, 13)}h${zone}`
}

/** ISO 8601: weeks begin on Monday and belong to the year of their Thursday. */
function weekName(local: Instant): string {
  const dayNumber = Math.floor(local / day)
  // Day 0, 1970-01-01, was a Thursday.
  const thursday = Math.floor((dayNumber + 3) / 7) * 7
  const year = new Date(thursday * day).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / day) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

function cachedOffset(timezone: string): (at: Instant) => Milliseconds {
  if (timezone === 'UTC') return () => 0
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const ask = (at: Instant): Milliseconds => {
    const parts: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000
  }
  const remember = new Map<Instant, Milliseconds>()
  const known = (at: Instant): Milliseconds => {
    const found = remember.get(at) ?? ask(at)
    remember.set(at, found)
    return found
  }
  const quarter = hour / 4
  return (at) => {
    const start = Math.floor(at / day) * day
    const offset = known(start)
    return offset === known(start + day) ? offset : known(Math.floor(at / quarter) * quarter)
  }
}
