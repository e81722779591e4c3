import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import {
  cronFor,
  heldRpo,
  largestGap,
  nextRun,
  parseCron,
  parseCrons,
  previousRun,
  runsBetween,
  runsPerMonth,
} from '../../src/domain/schedule.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const utc = (text: string) => Date.parse(`${text}Z`)

describe('a cron line', () => {
  test.each([
    ['*/15 * * * *', '2026-11-21T10:07', '2026-11-21T10:15'],
    ['7,37 * * * *', '2026-11-21T10:37', '2026-11-21T11:07'],
    ['5/20 3-5 * * *', '2026-11-21T03:45', '2026-11-21T04:05'],
    ['30 5 * * MON-FRI', '2026-11-20T06:00', '2026-11-23T05:30'],
    ['0 0 29 2 *', '2026-01-01T00:00', '2028-02-29T00:00'],
    ['59 23 31 dec *', '2026-12-31T23:59', '2027-12-31T23:59'],
    ['0 0 13 * FRI', '2026-11-14T00:00', '2026-11-20T00:00'],
    ['0 0 */2 * 1', '2026-11-21T10:00', '2026-11-23T00:00'],
    ['0 12 * * 0', '2026-11-21T00:00', '2026-11-22T12:00'],
  ])('%s runs next after %s at %s', (line, after, next) => {
    expect(nextRun([parseCron(line)], utc(after))).toBe(utc(next))
  })

  test.each([
    '',
    '* * * *',
    '* * * * * *',
    '@daily',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * 32 * *',
    '* * * 13 *',
    '* * * * 7',
    '*/0 * * * *',
    '5-1 * * * *',
    '1,,2 * * * *',
    '-1 * * * *',
    '* * L * *',
    '* * * FOO *',
    '1.5 * * * *',
  ])('is not %j', (line) => {
    expect(() => parseCron(line)).toThrow(Failure)
  })

  test('that names a day which never comes never runs', () => {
    expect(nextRun([parseCron('0 0 31 2 *')], utc('2026-11-21T10:00'))).toBeNull()
    expect(previousRun([parseCron('0 0 31 2 *')], utc('2026-11-21T10:00'))).toBeNull()
    expect(largestGap([parseCron('0 0 31 2 *')])).toBeNull()
    expect(runsPerMonth([parseCron('0 0 31 2 *')])).toBe(0)
  })
})

describe('a schedule', () => {
  const field = (low: number, high: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: low, max: high }).map(String),
      fc.integer({ min: 2, max: high }).map((step) => `*/${step}`),
      fc.uniqueArray(fc.integer({ min: low, max: high }), { minLength: 1, maxLength: 3 }).map(String),
    )
  const line = fc
    .tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 6))
    .map((fields) => parseCron(fields.join(' ')))
  const instant = fc.integer({ min: utc('2024-01-01T00:00'), max: utc('2030-01-01T00:00') })

  test('has no run between an instant and the next run, nor between the previous run and the instant', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 2 }), instant, (lines, at) => {
        const next = nextRun(lines, at)
        const previous = previousRun(lines, at)
        expect(next).not.toBeNull()
        expect(previous).not.toBeNull()
        if (next === null || previous === null) return
        expect(next).toBeGreaterThan(at)
        expect(previous).toBeLessThan(at)
        const between = [
          ...runsBetween(lines, Math.max(previous, at - 400 * day), Math.min(next, at + 400 * day)),
        ]
        expect(between.filter((run) => run !== previous && run !== at)).toEqual([])
        // From a run, the next of the previous comes back to it.
        expect(previousRun(lines, next)).toBe([...runsBetween(lines, at, at + 1)].length > 0 ? at : previous)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    [['*/15 * * * *'], 15 * minute],
    [['*/25 * * * *'], 25 * minute],
    [['7 */6 * * *'], 6 * hour],
    [['7 */5 * * *'], 5 * hour],
    [['0 5 * * MON-FRI'], 3 * day],
    [['0 5 1 * *'], 31 * day],
    [['0 0 29 2 *'], null],
    [['0 * * * *', '30 * * * *'], 30 * minute],
  ])('%j leaves at most %d ms between two runs', (lines, gap) => {
    expect(largestGap(parseCrons(lines))).toBe(gap)
  })

  test('runs as often in a month as its lines say', () => {
    expect(runsPerMonth(parseCrons(['*/15 * * * *']))).toBeCloseTo(96 * (365.25 / 12), 6)
    expect(runsPerMonth(parseCrons(['0 5 1 * *']))).toBeCloseTo(1, 1)
    expect(runsPerMonth(parseCrons(['0 5 * * *', '0 5 * * *']))).toBeCloseTo(365.25 / 12, 6)
  })

  test('holds an RPO of its gap, the delay and the backup itself', () => {
    expect(heldRpo(15 * minute, 5 * minute, 2 * minute)).toBe(22 * minute)
  })
})

describe('the cron lines for an interval', () => {
  const interval = fc.integer({ min: 5, max: 40 * 1_440 }).map((minutes) => minutes * minute)

  test('never leave a longer gap than the interval, and never run at the full hour', () => {
    fc.assert(
      fc.property(interval, fc.string(), (span, seed) => {
        const lines = parseCrons(cronFor(span, seed))
        expect(largestGap(lines)).toBeLessThanOrEqual(span)
        for (const { minutes } of lines) expect(minutes.has(0)).toBe(false)
        expect(lines.length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 60 },
    )
  })

  test.each([5, 10, 15, 20, 30, 40, 60, 90, 120, 180, 240, 360, 480, 720, 1_440, 7 * 1_440])(
    'of %d minutes keep exactly to it',
    (minutes) => {
      expect(largestGap(parseCrons(cronFor(minutes * minute, 'production')))).toBe(minutes * minute)
    },
  )

  test('are always the same for a name, and spread names over the hour', () => {
    expect(cronFor(hour, 'production')).toEqual(cronFor(hour, 'production'))
    const names = Array.from({ length: 200 }, (_, index) => `environment-${index}`)
    expect(new Set(names.flatMap((name) => cronFor(hour, name))).size).toBeGreaterThan(40)
  })

  test('are one line for the intervals that most people choose', () => {
    for (const minutes of [15, 30, 60, 360, 720, 1_440, 7 * 1_440]) {
      expect(cronFor(minutes * minute, 'production')).toHaveLength(1)
    }
  })
})
