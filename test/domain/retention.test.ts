import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeBackupId } from '../../src/domain/backup-id.ts'
import {
  planRetention,
  type RetentionCandidate,
  type RetentionPolicy,
  tooNew,
} from '../../src/domain/retention.ts'
import { calendarOf } from '../../src/domain/retention-periods.ts'

const hour = 3_600_000
const day = 24 * hour
const policy: RetentionPolicy = {
  last: 3,
  hourly: 0,
  daily: 7,
  weekly: 4,
  monthly: 12,
  yearly: 3,
  critical: 90 * day,
  timezone: 'UTC',
  maxRemovals: 100_000,
}
const at = (text: string) => Date.parse(text)

let count = 0
function candidate(time: number, change: Partial<RetentionCandidate> = {}): RetentionCandidate {
  count += 1
  const random = Uint8Array.of(count >> 10, count >> 5, count)
  return {
    id: makeBackupId(time, random),
    at: Math.floor(time / 1_000) * 1_000,
    storedAt: time,
    class: 'scheduled',
    sources: ['main'],
    trust: true,
    proven: false,
    condemned: false,
    whole: true,
    usedBy: null,
    doubt: null,
    lockedUntil: null,
    ...change,
  }
}

/** A candidate every so often, oldest first. */
function every(span: number, from: number, to: number): RetentionCandidate[] {
  return Array.from({ length: Math.floor((to - from) / span) + 1 }, (_, index) =>
    candidate(from + index * span),
  )
}

function kept(candidates: readonly RetentionCandidate[], now: number, change: Partial<RetentionPolicy> = {}) {
  return planRetention(candidates, { ...policy, ...change }, now)
    .decisions.filter(({ action }) => action === 'keep')
    .map(({ id }) => id)
}

function rulesOf(
  candidates: readonly RetentionCandidate[],
  id: string,
  now: number,
  change: Partial<RetentionPolicy> = {},
) {
  return planRetention(candidates, { ...policy, ...change }, now).decisions.find((one) => one.id === id)
}

describe('tiers', () => {
  const start = at('2023-01-01T03:00:00Z')
  const now = at('2026-11-21T04:00:00Z')
  const daily = every(day, start, now)

  it('keep the last backup of each of the newest periods, and nothing else', () => {
    const plan = planRetention(daily, policy, now)
    const days = plan.decisions.filter(({ action }) => action === 'keep').map(({ id }) => id.slice(0, 8))
    const expected =
      '20261121 20261120 20261119 20261118 20261117 20261116 20261115 20261108 20261101 ' +
      '20261031 20260930 20260831 20260731 20260630 20260531 20260430 20260331 20260228 20260131 20251231 20241231'
    expect(days).toEqual(expected.split(' '))
  })

  it('are named in words', () => {
    const newest = daily.at(-1)?.id ?? ''
    expect(rulesOf(daily, newest, now)?.rules).toEqual([
      'newest 3',
      'daily 2026-11-21',
      'weekly 2026-W47',
      'monthly 2026-11',
      'yearly 2026',
      'newest that is whole',
      'newest of source main',
    ])
  })

  it('count periods that have a backup: nothing expires because backups have stopped', () => {
    const gone = kept(daily, now + 400 * day)
    expect(gone).toEqual(kept(daily, now))
  })

  it('keep hours when asked to, also the one that comes twice', () => {
    const night = every(hour / 2, at('2026-10-24T20:00:00Z'), at('2026-10-25T04:00:00Z'))
    const inBerlin = {
      timezone: 'Europe/Berlin',
      last: 1,
      hourly: 8,
      daily: 0,
      weekly: 0,
      monthly: 0,
      yearly: 0,
    }
    expect(kept(night, at('2026-11-21T00:00:00Z'), inBerlin)).toHaveLength(8)
  })

  it('follow the calendar of the time zone', () => {
    const evening = candidate(at('2026-03-10T22:30:00Z'))
    const night = candidate(at('2026-03-10T23:30:00Z'))
    const only = { last: 1, daily: 2, weekly: 0, monthly: 0, yearly: 0 }
    const now = at('2026-03-12T00:00:00Z')
    expect(kept([evening, night], now, only)).toEqual([night.id])
    expect(kept([evening, night], now, { ...only, timezone: 'Europe/Berlin' })).toEqual([
      night.id,
      evening.id,
    ])
  })
})

describe('rules that no configuration can break', () => {
  const now = at('2026-11-21T00:00:00Z')
  const least = { last: 1, hourly: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0, critical: 1 }
  const [old, middle, young] = [3, 2, 1].map((days) => candidate(now - days * day)) as [
    RetentionCandidate,
    RetentionCandidate,
    RetentionCandidate,
  ]

  it('keep the newest that is proven', () => {
    expect(kept([{ ...old, proven: true }, { ...middle, proven: true }, young], now, least)).toEqual([
      young.id,
      middle.id,
    ])
  })

  it('keep of each source the newest that is proven, and the newest of these that is whole', () => {
    const proven = (one: RetentionCandidate, sources: string[], whole = true) => ({
      ...one,
      sources,
      whole,
      proven: true,
    })
    const untried = { ...young, sources: ['main', 'crm'] }
    const apart = [proven(old, ['main', 'crm']), proven(middle, ['crm']), untried]
    expect(kept(apart, now, least)).toEqual([young.id, middle.id, old.id])
    const hollow = [proven(old, ['main']), proven(middle, ['main'], false), young]
    expect(kept(hollow, now, least)).toEqual([young.id, middle.id, old.id])
  })

  it('keep the newest of each source', () => {
    expect(kept([{ ...old, sources: ['main', 'left'] }, middle, young], now, least)).toEqual([
      young.id,
      old.id,
    ])
  })

  it('keep the newest that is whole, and remove nothing when none is', () => {
    expect(kept([old, middle, { ...young, whole: false }], now, least)).toEqual([young.id, middle.id])
    const broken = [old, middle, young].map((one) => ({ ...one, whole: false }))
    expect(planRetention(broken, { ...policy, ...least }, now)).toMatchObject({
      remove: [],
      halted: expect.anything() as string,
    })
  })

  it('keep what is locked, and what is in use', () => {
    const candidates = [{ ...old, lockedUntil: now + 1 }, { ...middle, usedBy: 'by ada' }, young]
    expect(kept(candidates, now, least)).toHaveLength(3)
    expect(rulesOf(candidates, middle.id, now, least)?.rules).toEqual(['in use by ada'])
    expect(kept([{ ...old, lockedUntil: Number.POSITIVE_INFINITY }, middle, young], now, least)).toContain(
      old.id,
    )
  })

  it('keep critical backups for their time', () => {
    const critical = { ...old, class: 'critical' } as const
    expect(rulesOf([critical, middle, young], old.id, now, { ...least, critical: 4 * day })?.rules).toEqual([
      `critical until 2026-11-22`,
    ])
    expect(kept([critical, middle, young], now, { ...least, critical: 2 * day })).toEqual([young.id])
  })

  it('keep what is too new to judge', () => {
    const fresh = [1, 2, 3].map((minutes) => candidate(now - minutes * 60_000))
    expect(kept(fresh, now, least)).toHaveLength(3)
    expect(kept(fresh, now + tooNew, least)).toHaveLength(1)
  })

  it('let what a restore replaced push nothing out, and keep it for its time, or when there is nothing else', () => {
    const now = at('2026-11-21T12:00:00Z')
    const good = every(hour, now - 5 * hour, now - 3 * hour)
    const replaced = (ago: number) => {
      const time = now - ago
      return candidate(time, {
        id: makeBackupId(time, Uint8Array.of(3, 4, ago), 'pre-restore'),
        class: 'critical',
      })
    }
    const narrow = { last: 3, daily: 0, weekly: 0, monthly: 0, yearly: 0 }
    const both = [...good, replaced(2 * hour), replaced(1.5 * hour)]
    expect(kept(both, now, narrow)).toEqual(both.map(({ id }) => id).reverse())
    expect(rulesOf(both, both[4]?.id ?? '', now, narrow)?.rules).toEqual([
      expect.stringMatching(/^critical until/),
    ])
    expect(kept(both, now, { ...narrow, critical: hour })).toEqual(good.map(({ id }) => id).reverse())
    expect(kept(both.slice(3), now, { ...narrow, critical: hour })).toHaveLength(2)
  })

  it('do not let forgeries push anything out, nor remove them', () => {
    const fakes = every(hour, now - 30 * day, now).map((one) => ({
      ...one,
      trust: 'its signature does not hold',
    }))
    const real = [old, middle, young]
    const without = kept(real, now)
    const withFakes = kept([...real, ...fakes], now)
    expect(withFakes.filter((id) => real.some((one) => one.id === id))).toEqual(without)
    expect(withFakes).toHaveLength(without.length + fakes.length)
  })

  it('let what a restore test has shown to be bad push nothing out, and keep it as long as any other', () => {
    const days = every(day, now - 20 * day, now - day)
    const [good, last] = [days.slice(0, -10), days.slice(-10)]
    const bad = last.map((one) => ({ ...one, condemned: true }))
    const wanted = new Set([...kept(good, now), ...kept(days, now)])
    expect(new Set(kept([...good, ...bad], now))).toEqual(wanted)
  })

  it('keep the newest good one that is whole, and of each source, beside a bad one', () => {
    const bad = { ...young, condemned: true }
    expect(kept([old, middle, bad], now, least)).toEqual([young.id, middle.id])
    const unread = { ...young, doubt: 'its proofs could not be read' }
    expect(kept([old, middle, unread], now, least)).toEqual([young.id, middle.id])
  })

  it('do not count a backup from the future, and keep it', () => {
    const future = { ...candidate(now + 300 * day), storedAt: now - hour }
    const plan = planRetention([future, old, middle, young], { ...policy, ...least }, now)
    expect(plan.halted).toBeNull()
    expect(plan.decisions.filter(({ action }) => action === 'keep').map(({ id }) => id)).toEqual([
      future.id,
      young.id,
    ])
  })

  it('remove nothing when this machine lives in the past', () => {
    const plan = planRetention([old, middle, young], { ...policy, ...least }, now - 30 * day)
    expect(plan.remove).toEqual([])
    expect(plan.halted).toContain(young.id)
  })

  it('remove the oldest first, and no more than allowed', () => {
    const many = every(hour, now - 30 * day, now - 2 * day)
    const plan = planRetention(many, { ...policy, maxRemovals: 5 }, now)
    expect(plan.remove).toEqual(many.slice(0, 5).map(({ id }) => id))
    expect(plan.postponed).toBe(planRetention(many, policy, now).remove.length - 5)
  })
})

describe('over years of simulated schedules', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  )
  const tiers = fc.record({
    last: fc.integer({ min: 1, max: 5 }),
    hourly: fc.integer({ min: 0, max: 30 }),
    daily: fc.integer({ min: 0, max: 10 }),
    weekly: fc.integer({ min: 0, max: 6 }),
    monthly: fc.integer({ min: 0, max: 14 }),
    yearly: fc.integer({ min: 0, max: 4 }),
    critical: fc.integer({ min: 1, max: 200 }).map((days) => days * day),
    timezone: zone,
    maxRemovals: fc.constantFrom(1, 7, 100_000),
  })
  /** Gaps between backups: minutes to months, with a critical one now and then. */
  const schedule = fc.array(
    fc.record({
      gap: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 10, max: 1_500 }) },
        { weight: 2, arbitrary: fc.integer({ min: 1_500, max: 20_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: 20_000, max: 300_000 }) },
      ),
      class: fc.constantFrom<'scheduled' | 'critical'>('scheduled', 'scheduled', 'scheduled', 'critical'),
      source: fc.constantFrom('main', 'main', 'main', 'other'),
      condemned: fc.constantFrom(false, false, true),
    }),
    { minLength: 1, maxLength: 120 },
  )

  function simulated(steps: typeof schedule extends fc.Arbitrary<infer Steps> ? Steps : never) {
    let time = at('2022-03-20T00:07:00Z')
    return steps.map((step) => {
      time += step.gap * 60_000
      return candidate(time, { class: step.class, sources: [step.source], condemned: step.condemned })
    })
  }

  /** Retention after each backup, and then so often that nothing is left to do. */
  function runAlong(
    all: readonly RetentionCandidate[],
    own: RetentionPolicy,
    now: number,
  ): RetentionCandidate[] {
    let left: RetentionCandidate[] = []
    const retain = (moment: number) => {
      const gone = new Set(planRetention(left, own, moment).remove)
      left = left.filter(({ id }) => !gone.has(id))
      return gone.size
    }
    for (const one of all) {
      left.push(one)
      retain(one.at + 60_000)
    }
    while (retain(now) > 0);
    return left
  }

  it('running after each backup keeps the same as running once at the end', () => {
    fc.assert(
      fc.property(schedule, tiers, fc.integer({ min: 2, max: 300 }), (steps, own, days) => {
        const all = simulated(steps)
        const now = (all.at(-1)?.at ?? 0) + days * day
        const along = runAlong(all, own, now).map(({ id }) => id)
        const once = new Set(planRetention(all, { ...own, maxRemovals: 1e6 }, now).remove)
        expect(along).toEqual(all.map(({ id }) => id).filter((id) => !once.has(id)))
      }),
      { numRuns: 150 },
    )
  })

  it('what is removed at one time would not be kept at a later one', () => {
    fc.assert(
      fc.property(schedule, tiers, fc.integer({ min: 1, max: 100 }), (steps, own, percent) => {
        const all = simulated(steps)
        const cut = Math.max(1, Math.floor((all.length * percent) / 100))
        const early = all.slice(0, cut)
        const gone = planRetention(early, own, (early.at(-1)?.at ?? 0) + 60_000).remove
        const later = new Set(kept(all, (all.at(-1)?.at ?? 0) + 60_000, { ...own, maxRemovals: 1e6 }))
        expect(gone.filter((id) => later.has(id))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('a bad backup never costs a good one its place', () => {
    fc.assert(
      fc.property(schedule, tiers, fc.integer({ min: 2, max: 300 }), (steps, own, days) => {
        const all = simulated(steps)
        const now = (all.at(-1)?.at ?? 0) + days * day
        const good = all.filter(({ condemned }) => !condemned)
        const among = new Set(kept(all, now, { ...own, maxRemovals: 1e6 }))
        expect(kept(good, now, { ...own, maxRemovals: 1e6 }).filter((id) => !among.has(id))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('the last backup of each of the newest periods is there, by a slower reckoning', () => {
    fc.assert(
      fc.property(schedule, tiers, (steps, own) => {
        const all = simulated(steps)
        const now = (all.at(-1)?.at ?? 0) + 2 * day
        const left = new Set(runAlong(all, own, now).map(({ id }) => id))
        for (const [tier, size] of [
          ['daily', 10],
          ['monthly', 7],
          ['yearly', 4],
        ] as const) {
          const wanted = slowLastOfEach(all, own.timezone, size).slice(0, own[tier])
          expect(wanted.filter((id) => !left.has(id))).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a clock that jumps to and fro removes nothing that a steady one would keep', () => {
    fc.assert(
      fc.property(
        schedule,
        tiers,
        fc.array(fc.integer({ min: -900, max: 0 }), { maxLength: 12 }),
        (steps, own, jumps) => {
          const all = simulated(steps)
          const now = (all.at(-1)?.at ?? 0) + 2 * day
          const steady = new Set(kept(all, now, { ...own, maxRemovals: 1e6 }))
          let left = [...all]
          for (const jump of [...jumps, 0]) {
            const gone = new Set(planRetention(left, own, now + jump * day).remove)
            left = left.filter(({ id }) => !gone.has(id))
          }
          const ids = new Set(left.map(({ id }) => id))
          expect([...steady].filter((id) => !ids.has(id))).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })
})

/** The local date of each, cut to a year, month or day, asked of Intl one by one; the last of each, newest first. */
function slowLastOfEach(all: readonly RetentionCandidate[], timezone: string, size: number): string[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone })
  const last = new Map<string, string>()
  for (const one of all) {
    const period = format.format(one.at).slice(0, size)
    last.delete(period)
    last.set(period, one.id)
  }
  return [...last.values()].reverse()
}

describe('the calendar', () => {
  it('agrees with Intl at every half hour of years with daylight saving, in zones of every kind', () => {
    const zones = [
      'Europe/Berlin',
      'America/Sao_Paulo',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Africa/Casablanca',
    ]
    const wrong: string[] = []
    for (const timeZone of zones) {
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
      const calendar = calendarOf(timeZone)
      for (let time = at('2011-09-01T00:00:00Z'); time < at('2012-05-01T00:00:00Z'); time += hour / 2) {
        const expected = format.format(time)
        const found = `${calendar.name(time, 'daily')} ${calendar.name(time, 'hourly').slice(11, 13)}`
        if (found !== expected.slice(0, 13)) wrong.push(`${timeZone} ${expected}: ${found}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('gives two moments one number exactly when their period has one name', () => {
    const calendar = calendarOf('America/Sao_Paulo')
    const wrong: string[] = []
    for (const tier of ['hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const) {
      const numbers = new Map<string, number>()
      for (let time = at('2011-09-01T00:00:00Z'); time < at('2012-05-01T00:00:00Z'); time += hour / 2) {
        const number = numbers.get(calendar.name(time, tier))
        if (number !== undefined && number !== calendar.period(time, tier)) wrong.push(`${tier} ${time}`)
        numbers.set(calendar.name(time, tier), calendar.period(time, tier))
      }
      if (new Set(numbers.values()).size !== numbers.size) wrong.push(`${tier}: a number has two names`)
    }
    expect(wrong).toEqual([])
  })

  it.each([
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['1969-12-29', '1970-W01'],
  ])('%s lies in ISO week %s', (date, week) => {
    expect(calendarOf('UTC').name(at(`${date}T12:00:00Z`), 'weekly')).toBe(week)
  })
})
