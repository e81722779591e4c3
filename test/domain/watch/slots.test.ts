import { array, assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCrons, runsBetween } from '../../../src/domain/schedule.ts'
import { type Expected, judgeSlots, summariseSlots } from '../../../src/domain/watch/slots.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.parse('2026-10-01T00:00:00Z')
const tolerance = 45 * minute

const cron = (...lines: string[]): Expected => ({ kind: 'cron', lines: parseCrons(lines) })
const timesOf = (lines: string[], from: number, to: number) => [...runsBetween(parseCrons(lines), from, to)]
const judge = (expected: Expected, runs: readonly number[], now: number, from = start) => {
  const slots = judgeSlots(expected, runs, { from, now, tolerance })
  return { slots, ...summariseSlots(slots, runs) }
}
const six = ['7 */6 * * *']

describe('weeks of a schedule', () => {
  it('in which every run came a little late are whole', () => {
    const runs = timesOf(six, start, start + 14 * day).map((at) => at + 9 * minute)
    expect(judge(cron(...six), runs, start + 14 * day)).toMatchObject({
      due: 56,
      made: 56,
      missed: 0,
      stopped: [],
    })
  })

  it('with a run that was dropped name it, and a later run shows that the schedule goes on', () => {
    const times = timesOf(six, start, start + 14 * day)
    const runs = times.filter((_, index) => index !== 20)
    const found = judge(cron(...six), runs, start + 14 * day)
    expect(found.slots.filter(({ fate }) => fate === 'missed')).toMatchObject([{ at: times[20] }])
    expect(found.stopped).toEqual([])
  })

  it.each([
    [40, 'made'],
    [50, 'late'],
  ])('tell a run that came %i minutes after its time as %s', (delay, fate) => {
    const times = timesOf(six, start, start + 7 * day)
    const runs = times.map((at, index) => (index === 10 ? at + delay * minute : at))
    expect(judge(cron(...six), runs, start + 7 * day).slots[10]?.fate).toBe(fate)
  })

  it('that stopped after 60 days, as GitHub does it, count every run since', () => {
    const end = start + 61 * day
    const found = judge(cron(...six), timesOf(six, start, start + 60 * day), end)
    expect(found.stopped).toHaveLength(4)
    expect(found.missed).toBe(4)
  })

  it('take a run by hand after a missed one for the end of the trouble, not for the run', () => {
    const runs = [...timesOf(six, start, start + 2 * day), start + 2 * day + 3 * hour]
    const found = judge(cron(...six), runs, start + 2 * day + 5 * hour)
    expect(found).toMatchObject({ late: 1, missed: 0, stopped: [] })
  })

  it('know nothing of daylight saving: cron lines are UTC, and each day has its one run', () => {
    const lines = ['30 2 * * *']
    const from = Date.parse('2026-10-20T00:00:00Z')
    const found = judge(cron(...lines), timesOf(lines, from, from + 14 * day), from + 14 * day, from)
    expect(found).toMatchObject({ due: 14, made: 14 })
  })

  it('of two cron lines are one schedule', () => {
    const lines = ['10 6 * * 1-5', '40 18 * * *']
    const runs = timesOf(lines, start, start + 14 * day).filter((at) => new Date(at).getUTCHours() === 6)
    const found = judge(cron(...lines), runs, start + 14 * day)
    expect(found).toMatchObject({ made: 10, missed: 14 })
  })

  it('wait for a run that may still come in time', () => {
    const found = judge(cron('0 12 * * *'), [], start + 12 * hour + 44 * minute)
    expect(found).toMatchObject({ due: 0, rate: null, slots: [{ fate: 'pending' }] })
    expect(judge(cron('0 12 * * *'), [], start + 12 * hour + 46 * minute).stopped).toHaveLength(1)
  })

  it('with an interval rather than lines expect each run after the one before it', () => {
    const runs = [0, 1, 2, 3, 6, 7].map((index) => start + index * hour)
    const found = judge({ kind: 'interval', every: hour }, runs, start + 7.5 * hour)
    expect(found).toMatchObject({ made: 6, missed: 2, stopped: [] })
  })
})

describe('whatever runs there were', () => {
  const runsOf = array(integer({ min: start, max: start + 7 * day }), { maxLength: 60 })
  const expectedOf = constantFrom(
    ['7 */6 * * *'],
    ['*/15 * * * *'],
    ['0 3 * * *'],
    ['10 6 * * 1-5', '40 18 * * *'],
  )

  it('no gap longer than the tolerance after an expected run goes unnoticed', () => {
    assert(
      property(expectedOf, runsOf, integer({ min: 0, max: 7 * 1440 }), (lines, runs, minutes) => {
        const now = start + minutes * minute
        const past = runs.filter((run) => run <= now)
        const { slots } = judge(cron(...lines), past, now)
        const silent = slots.filter(
          ({ at }) => !past.some((run) => run >= at - 2 * minute && run <= at + tolerance),
        )
        const over = silent.filter(({ at }) => now > at + tolerance)
        expect(over.filter(({ fate }) => fate !== 'late' && fate !== 'missed')).toEqual([])
        expect(silent.filter(({ fate }) => fate === 'made')).toEqual([])
        const last = slots.filter(({ at }) => now > at + tolerance).at(-1)
        const isSilent = last !== undefined && past.every((run) => run < last.at - 2 * minute)
        expect(summariseSlots(slots, past).stopped.length > 0).toBe(isSilent)
      }),
    )
  })

  it('a run fills one slot at most', () => {
    assert(
      property(expectedOf, runsOf, (lines, runs) => {
        const { slots } = judge(cron(...lines), runs, start + 7 * day)
        const used = slots.flatMap(({ run }) => run ?? [])
        const times = (all: readonly number[], run: number) => all.filter((one) => one === run).length
        expect(used.filter((run) => times(used, run) > times(runs, run))).toEqual([])
      }),
    )
  })

  it('with an interval, silence for longer than it and the tolerance is noticed', () => {
    assert(
      property(runsOf, (runs) => {
        const now = start + 7 * day
        const found = judge({ kind: 'interval', every: 6 * hour }, runs, now)
        const newest = Math.max(start - 6 * hour, ...runs)
        const isSilent = now - newest > 6 * hour + tolerance + 2 * minute
        expect(isSilent && found.missed === 0).toBe(false)
      }),
    )
  })
})
