import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCrons, runsBetween } from '../../../src/domain/schedule.ts'
import { type Expected, judgeSlots, summariseSlots } from '../../../src/domain/watch/slots.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.parse('2026-10-01T00:00:00Z')
const tolerance = 45 * minute
const skew = 5_000

const cron = (...lines: string[]): Expected => ({ kind: 'cron', lines: parseCrons(lines) })
const timesOf = (lines: readonly string[], from: number, to: number) => [
  ...runsBetween(parseCrons(lines), from, to),
]
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

describe('a schedule of every minute or two', () => {
  const clock = (text: string) => Date.parse(`2026-11-21T${text}Z`)
  const runs = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => clock(`20:0${at}:03`))
  const from = clock('20:00:03')
  const stoppedAt = (time: string) => {
    const slots = judgeSlots(cron('* * * * *'), runs, { from, now: clock(time), tolerance: minute })
    return { slots, ...summariseSlots(slots, runs) }
  }

  it('misses the first run after the last one that came, and every one since', () => {
    expect(stoppedAt('20:08:55')).toMatchObject({ missed: 0, stopped: [] })
    expect(stoppedAt('20:09:40').stopped).toMatchObject([{ at: clock('20:08:00') }])
    const later = stoppedAt('20:11:21')
    expect(later.stopped.map(({ at }) => at)).toEqual(
      ['20:08:00', '20:09:00', '20:10:00'].map((time) => clock(time)),
    )
    expect(later).toMatchObject({ due: 10, made: 7, late: 0, missed: 3 })
  })

  it('takes no run for one whose time had not come, but for what clocks differ', () => {
    const fateOf = (run: string) =>
      judgeSlots(cron('*/2 * * * *'), [clock('20:06:01'), clock(run)], {
        from: clock('20:06:00'),
        now: clock('20:09:00'),
        tolerance: 30_000,
      }).at(-1)?.fate
    expect(fateOf('20:07:03')).toBe('missed')
    expect(fateOf('20:07:57')).toBe('made')
  })

  it('with an interval takes a run that came before the next time for a late one, not for the next', () => {
    const found = judgeSlots({ kind: 'interval', every: 10 * minute }, [from, from + 15 * minute], {
      from,
      now: from + 24 * minute,
      tolerance: minute,
    })
    expect(found.map(({ fate }) => fate)).toEqual(['made', 'late'])
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
          ({ at }) => !past.some((run) => run >= at - skew && run <= at + tolerance),
        )
        const over = silent.filter(({ at }) => now > at + tolerance)
        expect(over.filter(({ fate }) => fate !== 'late' && fate !== 'missed')).toEqual([])
        expect(silent.filter(({ fate }) => fate === 'made')).toEqual([])
        const last = slots.filter(({ at }) => now > at + tolerance).at(-1)
        const isSilent = last !== undefined && past.every((run) => run < last.at - skew)
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

  it('each counts as a plain search through all of them counts it', () => {
    assert(
      property(expectedOf, runsOf, constantFrom(1, 10, 45, 400), (lines, runs, tolerated) => {
        const within = tolerated * minute
        const now = start + 7 * day
        const slots = judgeSlots(cron(...lines), runs, { from: start, now, tolerance: within })
        const times = timesOf(lines, start, now + 1)
        const filled = new Map<number, number>()
        for (const run of [...runs].sort((a, b) => a - b)) {
          const own = times.findLastIndex((at) => at <= run + skew)
          const earlier = times.findIndex(
            (at, index) => index < own && !filled.has(index) && run <= at + within,
          )
          const index = own >= 0 && !filled.has(own) ? own : earlier
          if (index >= 0) filled.set(index, run)
        }
        expect(slots.map(({ at, run }) => [at, run])).toEqual(
          times.map((at, index) => [at, filled.get(index) ?? null]),
        )
        const fateOf = (at: number, run: number | null) =>
          run === null
            ? now <= at + within
              ? 'pending'
              : 'missed'
            : run < at - skew
              ? 'its time had not come'
              : run <= at + within
                ? 'made'
                : 'late'
        expect(slots.map(({ fate }) => fate)).toEqual(slots.map(({ at, run }) => fateOf(at, run)))
      }),
      { numRuns: 60 },
    )
  })

  it('exactly the runs that were dropped are missed, be the tolerance shorter or longer than their distance', () => {
    const gapsOf = array(tuple(integer({ min: 0, max: 199 }), integer({ min: 1, max: 9 })), { maxLength: 6 })
    const linesOf = constantFrom(['* * * * *'], ['*/2 * * * *'], ['*/15 * * * *'], ['7 */6 * * *'])
    const delaysOf = array(integer({ min: -4, max: 54 }), { minLength: 200, maxLength: 200 })
    assert(
      property(linesOf, gapsOf, delaysOf, constantFrom(1, 3, 45), (lines, gaps, delays, tolerated) => {
        const times = timesOf(lines, start, start + 60 * day).slice(0, 200)
        const isDropped = (index: number) =>
          gaps.some(([first, length]) => index >= first && index < first + length)
        const runs = times.flatMap((at, index) =>
          isDropped(index) ? [] : [at + (delays[index] ?? 0) * 1_000],
        )
        const last = times.at(-1) ?? 0
        const now = last + 46 * minute
        const slots = judgeSlots(cron(...lines), runs, { from: start, now, tolerance: tolerated * minute })
        const own = slots.filter(({ at }) => at <= last)
        expect(own.flatMap(({ fate }, index) => (fate === 'missed' ? [index] : []))).toEqual(
          times.flatMap((_, index) => (isDropped(index) ? [index] : [])),
        )
      }),
      { numRuns: 60 },
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
