import type { Instant, Milliseconds } from './units.ts'

/** The calendar of a time zone, as retention counts it. */

export type Tier = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly'

export interface Calendar {
  /** A number that all moments of one hour, day, ISO week, month or year share, and no other has. */
  period(at: Instant, tier: Tier): number
  /** That period, for people. */
  name(at: Instant, tier: Tier): string
}

const hour: Milliseconds = 3_600_000
const quarter: Milliseconds = hour / 4
const day: Milliseconds = 24 * hour

/**
 * The calendar of a time zone. Offsets are asked of Intl, which is slow, once per day and only then: within a day in
 * which the offset does not change it is known; in the few others it is asked per quarter of an hour, as no zone changes
 * in between.
 */
export function calendarOf(timezone: string): Calendar {
  const offsetAt = cachedOffset(timezone)
  const monthAt = cachedMonth()
  const periods: Record<Tier, (dayNumber: number, at: Instant, offset: Milliseconds) => number> = {
    // The hour that comes twice when clocks go back is two hours: their offsets differ.
    hourly: (_, at, offset) => Math.floor((at + offset) / hour) * 200 + Math.round(offset / quarter) + 100,
    daily: (dayNumber) => dayNumber,
    weekly: weekOf,
    monthly: monthAt,
    yearly: (dayNumber) => Math.floor(monthAt(dayNumber) / 12),
  }
  return {
    period: (at, tier) => {
      const offset = offsetAt(at)
      return periods[tier](Math.floor((at + offset) / day), at, offset)
    },
    name: (at, tier) => {
      const offset = offsetAt(at)
      // Local time, written as if it were UTC.
      return names[tier](at + offset, offset)
    },
  }
}

const names: Record<Tier, (local: Instant, offset: Milliseconds) => string> = {
  hourly: hourName,
  daily: dayName,
  weekly: weekName,
  monthly: monthName,
  yearly: yearName,
}

/** ISO 8601: weeks begin on Monday. Day 0, 1970-01-01, was a Thursday. */
function weekOf(dayNumber: number): number {
  return Math.floor((dayNumber + 3) / 7)
}

/** Months since the year 0. Backups come by time, so it is mostly the same day as before. */
function cachedMonth(): (dayNumber: number) => number {
  let last = Number.NaN
  let month = 0
  return (dayNumber) => {
    if (dayNumber !== last) {
      const date = new Date(dayNumber * day)
      month = date.getUTCFullYear() * 12 + date.getUTCMonth()
      last = dayNumber
    }
    return month
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

function hourName(local: Instant, offset: Milliseconds): string {
  const minutes = Math.abs(Math.round(offset / 60_000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
  return `${new Date(local).toISOString().slice(0, 10)} ${new Date(local).toISOString().slice(11, 13)}h${zone}`
}

/** A week belongs to the year of its Thursday. */
function weekName(local: Instant): string {
  const thursday = weekOf(Math.floor(local / day)) * 7
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
  let start = Number.NaN
  let end = Number.NaN
  let offset = 0
  return (at) => {
    if (at >= start && at < end) return offset
    const dayStart = Math.floor(at / day) * day
    const isSteady = known(dayStart) === known(dayStart + day)
    start = isSteady ? dayStart : Math.floor(at / quarter) * quarter
    end = start + (isSteady ? day : quarter)
    offset = known(start)
    return offset
  }
}
