import type { Milliseconds } from './units.ts'

const minute = 60_000
const day = 1440 * minute

/** More lines than this would puzzle a reader more than a slightly shorter interval does. */
const mostLines = 4

/**
 * Cron lines (mostly one) that together run at least as often as the interval asks, as evenly as cron can, never at
 * minute 0, when schedulers everywhere are busiest. The same seed (the environment's name) always gives the same lines;
 * different seeds spread over the hour. What cron cannot say is rounded down: 35 minutes to 30, 5 hours to 4, 10 days
 * to 7. Less than 5 minutes gives 5, as GitHub starts nothing more often.
 */
export function cronFor(interval: Milliseconds, seed: string): string[] {
  const chance = hash(seed)
  if (interval < day) return linesWithinDay(Math.max(5, Math.floor(interval / minute)), chance)
  const time = `${1 + (chance % 59)} ${Math.floor(chance / 59) % 24}`
  const date = Math.floor(chance / (59 * 24))
  if (interval >= 31 * day) return [`${time} ${1 + (date % 28)} * *`]
  if (interval >= 7 * day) return [`${time} * * ${date % 7}`]
  // By weekday rather than day of month: the end of a month would make the gaps uneven.
  const weekdays = ['*', '*', '0,2,4,6', '0,3,5', '1,4', '1,4', '1,4'][Math.floor(interval / day)]
  return [`${time} * * ${weekdays ?? '*'}`]
}

/** Even steps round the day need a divisor of its 1440 minutes. */
function linesWithinDay(interval: number, chance: number): string[] {
  for (let step = Math.min(interval, 720); step > 5; step -= 1) {
    const shared = greatestCommonDivisor(step, 60)
    if (1440 % step !== 0 || shared < 2) continue
    const lines = linesFor(step, offsetFor(step, shared, chance))
    if (lines.length <= mostLines) return lines
  }
  return linesFor(5, offsetFor(5, 5, chance))
}

/** Runs hit the minutes that equal the offset modulo the step's common divisor with 60: any but 0 avoids the full hour. */
function offsetFor(step: number, shared: number, chance: number): number {
  const withinShared = 1 + (chance % (shared - 1))
  const turns = step / shared
  return withinShared + shared * (Math.floor(chance / 59) % turns)
}

/** Minutes that run in the same hours share a line. */
function linesFor(step: number, offset: number): string[] {
  const hoursByMinute = new Map<number, number[]>()
  for (let at = offset; at < 1440; at += step) {
    const inHour = at % 60
    hoursByMinute.set(inHour, [...(hoursByMinute.get(inHour) ?? []), Math.floor(at / 60)])
  }
  const minutesByHours = new Map<string, number[]>()
  for (const [inHour, hours] of hoursByMinute) {
    const key = hours.length === 24 ? '*' : hours.join(',')
    minutesByHours.set(key, [...(minutesByHours.get(key) ?? []), inHour])
  }
  return [...minutesByHours].map(
    ([hours, minutes]) => `${minutes.sort((a, b) => a - b).join(',')} ${hours} * * *`,
  )
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/** FNV-1a, 32 bits: spreads names well enough, and is the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0
  return value
}
