import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRoutine, severityOf, troubleOf } from '../../src/domain/news.ts'
import type { Report } from '../../src/domain/report.ts'
import { type Subject, wholeKind } from '../../src/domain/subject.ts'
import {
  endedKeys,
  isTold,
  newsOf,
  noPast,
  type Outcome,
  type Past,
  type PastRun,
} from '../../src/domain/telling.ts'
import { degraded, failed, passed } from '../reports/examples.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 21)
const channel = {
  name: 'hook',
  atLeast: 'warning',
  kinds: undefined,
  successes: ['restore'],
  recoveries: true,
  repeatAfter: undefined,
} as const satisfies Record<string, unknown>
const options = { repeatAfter: 6 * hour, gathers: false, isRoutine: false }

const run = (at: number, trouble: string | null, severity: PastRun['severity'] = 'critical'): PastRun => ({
  at,
  trouble,
  severity: trouble === null ? 'info' : severity,
  subject: wholeKind,
  told: [],
})

/** A run as it is news. */
const outcome = (
  kind: Outcome['kind'],
  trouble: string | null,
  subject = wholeKind,
  at = start,
): Outcome => ({
  kind,
  severity: trouble === null ? 'info' : 'critical',
  trouble,
  outcome: trouble === null ? 'passed ' : 'failed integrity',
  subject,
  at,
})

const pastOf = (...runs: PastRun[]): Past => ({ runs, isKnown: true })

/** Which of some runs, oldest first, are told, each knowing no more than what the ledger would say. @param took whether the channel took it */
function toldOf(
  runs: readonly PastRun[],
  change: Partial<typeof options> = {},
  took: (index: number) => boolean = () => true,
): number[] {
  const remembered: PastRun[] = []
  return runs.flatMap((one, index) => {
    const past = pastOf(...remembered)
    const news = newsOf({ kind: 'backup', outcome: '', ...one }, past)
    remembered.unshift(one)
    if (!isTold(news, { ...channel, successes: [] }, past, { ...options, ...change })) return []
    if (news.state === 'trouble' && took(index)) remembered.unshift({ ...one, told: ['hook'] })
    return [index]
  })
}

describe('the same trouble', () => {
  test('is told at once, and then once per span for as long as it lasts', () => {
    const runs = Array.from({ length: 60 }, (_, index) => run(start + (index * hour) / 4, 'a'))
    expect(toldOf(runs)).toEqual([0, 24, 48])
  })

  test('is never told twice within the span, and never kept quiet for two, whatever the times of the runs', () => {
    assert(
      property(array(integer({ min: 1, max: 5 * hour }), { minLength: 1, maxLength: 60 }), (gaps) => {
        let at = start
        const runs = gaps.map((gap) => run((at += gap), 'a'))
        const told = toldOf(runs).map((index) => runs[index]?.at ?? 0)
        expect(told[0]).toBe(runs[0]?.at)
        for (const [index, moment] of told.slice(1).entries())
          expect(moment - (told[index] ?? 0)).toBeGreaterThanOrEqual(options.repeatAfter)
        expect((runs.at(-1)?.at ?? 0) - (told.at(-1) ?? 0)).toBeLessThan(options.repeatAfter)
      }),
    )
  })

  test('is told until the channel has taken it', () => {
    const runs = Array.from({ length: 30 }, (_, index) => run(start + index * hour, 'a'))
    expect(toldOf(runs, {}, (index) => index >= 3)).toEqual([0, 1, 2, 3, 9, 15, 21, 27])
    expect(toldOf(runs, {}, () => false)).toHaveLength(30)
  })

  test('is told again after it was well in between, and when it becomes another', () => {
    const runs = ['a', 'a', null, 'a', 'b', 'b', 'a'].map((trouble, index) =>
      run(start + index * 1_000, trouble),
    )
    expect(toldOf(runs)).toEqual([0, 2, 3, 4, 6])
  })

  test('is told of every run to what gathers by itself', () => {
    const runs = ['a', 'a', 'a', null, null].map((trouble, index) => run(start + index, trouble))
    expect(toldOf(runs, { gathers: true })).toEqual([0, 1, 2, 3, 4])
  })

  describe('of restore tests,', () => {
    const ids = ['a', 'b', 'c', 'd'].map((word, day) => `2026112${day}T101500Z-${word.repeat(5)}`)
    const tested = (id: string | undefined, isWell: boolean): Subject => ({
      tried: [id ?? ''],
      troubled: isWell ? [] : [id ?? ''],
      answers: 'older',
    })
    const isTolds = (of: readonly [backup: number, trouble: string | null][]): boolean[] => {
      const remembered: PastRun[] = []
      return of.map(([backup, trouble], index) => {
        const subject = tested(ids[backup], trouble === null)
        const at = start + index * 60_000
        const past = pastOf(...remembered)
        const news = newsOf(outcome('proof', trouble, subject, at), past)
        const one: PastRun = { ...run(at, trouble), subject }
        remembered.unshift(one)
        const told = isTold(news, { ...channel, successes: [] }, past, options)
        if (told && trouble !== null) remembered.unshift({ ...one, told: ['hook'] })
        return told
      })
    }

    test('of always newer backups, that all fail alike, is told once per span', () => {
      expect(isTolds(ids.map((_, index) => [index, 'a']))).toEqual([true, false, false, false])
    })

    test('is told at once of an older backup, in another form, and after a newer one came back', () => {
      expect(
        isTolds([
          [1, 'a'],
          [0, 'a'],
        ]),
      ).toEqual([true, true])
      expect(
        isTolds([
          [0, 'a'],
          [1, 'b'],
        ]),
      ).toEqual([true, true])
      expect(
        isTolds([
          [0, 'a'],
          [1, null],
          [2, 'a'],
        ]),
      ).toEqual([true, true, true])
    })
  })

  test('is kept quiet by no record that a clock of the future has dated', () => {
    const past = pastOf({ ...run(start + hour, 'a'), told: ['hook'] })
    expect(isTold(newsOf(outcome('backup', 'a'), past), channel, past, options)).toBe(true)
  })

  test('is told when nothing is known of earlier runs', () => {
    const news = newsOf(outcome('backup', 'a'), noPast)
    expect(isTold(news, channel, noPast, options)).toBe(true)
  })
})

describe('the end of a trouble', () => {
  const well = outcome('backup', null)

  test('is told to those who were told of the trouble, with its beginning', () => {
    const before = pastOf(
      run(start - hour, 'b', 'warning'),
      run(start - 2 * hour, 'a', 'critical'),
      run(start - 3 * hour, null),
    )
    const news = newsOf(well, before)
    expect(news).toMatchObject({ state: 'recovered', severity: 'critical', since: start - 2 * hour })
    expect(isTold(news, { ...channel, atLeast: 'critical' }, before, options)).toBe(true)
    expect(isTold(news, { ...channel, recoveries: false }, before, options)).toBe(false)
  })

  test('is kept from those who were never told of it', () => {
    const before = pastOf(run(start - hour, 'a', 'warning'))
    expect(isTold(newsOf(well, before), { ...channel, atLeast: 'critical' }, before, options)).toBe(false)
  })

  test('is told once: the next good run is no news', () => {
    const before = pastOf(run(start - hour, null))
    expect(newsOf(well, before).state).toBe('success')
    expect(isTold(newsOf(well, before), channel, before, options)).toBe(false)
  })
})

describe('the keys that a run ends', () => {
  const own = (part: string, isWell: boolean): Subject => ({
    tried: [part],
    troubled: isWell ? [] : [part],
    answers: 'tried',
  })
  const backup = (id: string, isWell: boolean): Subject => ({ ...own(id, isWell), answers: 'older' })
  const wrong = (subject: Subject, at: number): PastRun => ({ ...run(at, 'a'), subject })
  const older = '20261101T101500Z-aaaaa'
  const newer = '20261120T101500Z-bbbbb'

  test('are that of each scenario, and once nothing is open that of all drills, as earlier versions had it', () => {
    const past = pastOf(wrong(own('b', false), start - hour), wrong(own('a', false), start - 2 * hour))
    const some = newsOf(outcome('drill', null, own('a', true)), past)
    expect(some).toMatchObject({ state: 'recovered', open: ['b'] })
    expect(endedKeys('dev', some)).toEqual(['lifeboat/dev/drill/a'])
    const all = newsOf(outcome('drill', null, own('a', true)), pastOf(...past.runs.slice(1)))
    expect(endedKeys('dev', all)).toEqual(['lifeboat/dev/drill/a', 'lifeboat/dev/drill'])
  })

  test('are none as long as a newer backup has not come back, nor where nobody knows', () => {
    const past = pastOf(
      wrong(backup(newer, false), start - hour),
      wrong(backup(older, false), start - 2 * hour),
    )
    const ofOlder = outcome('proof', null, backup(older, true))
    expect(endedKeys('dev', newsOf(ofOlder, past))).toEqual([])
    expect(endedKeys('dev', newsOf(ofOlder, noPast))).toEqual([])
    expect(endedKeys('dev', newsOf(outcome('proof', null, backup(newer, true)), past))).toEqual([
      'lifeboat/dev/proof',
    ])
  })

  test('are those of a deployment once a version stands, and never because a gate is open', () => {
    const past = pastOf(wrong({ ...own('v2', false), answers: 'all' }, start - hour))
    const gate = newsOf(outcome('deployment', null, own('gate', true)), past)
    expect([gate.state, endedKeys('dev', gate)]).toEqual(['success', ['lifeboat/dev/deployment/gate']])
    const stands = newsOf(outcome('deployment', null, { ...own('v3', true), answers: 'all' }), past)
    expect([stands.state, endedKeys('dev', stands)]).toEqual(['recovered', ['lifeboat/dev/deployment']])
  })

  test('are told by a run that finds another thing wrong, too', () => {
    const both = { tried: ['a', 'b'], troubled: ['b'], answers: 'tried' } as const
    const news = newsOf(outcome('drill', 'x', both), pastOf(wrong(own('a', false), start - hour)))
    expect([news.state, endedKeys('dev', news)]).toEqual(['trouble', ['lifeboat/dev/drill/a']])
  })

  test('of kinds that are one thing are told although nothing is known of earlier runs', () => {
    expect(endedKeys('dev', newsOf(outcome('backup', null), noPast))).toEqual(['lifeboat/dev/backup'])
  })
})

test('a success is told of those kinds that the channel names', () => {
  const past = noPast
  const restore = newsOf(outcome('restore', null), past)
  expect(isTold(restore, channel, past, options)).toBe(true)
  expect(isTold({ ...restore, kind: 'drill' }, channel, past, options)).toBe(false)
  expect(isTold(restore, { ...channel, kinds: ['backup'] }, past, options)).toBe(false)
})

test('that a gate is open is told to nobody, but when it was closed before', () => {
  const asked = { ...options, isRoutine: isRoutine('gate') }
  const open = outcome('deployment', null)
  const everyone = { ...channel, successes: ['deployment'] } as const
  const well = noPast
  expect(isTold(newsOf(open, well), everyone, well, asked)).toBe(false)
  expect(isTold(newsOf(open, well), everyone, well, { ...options, isRoutine: isRoutine('deploy-env') })).toBe(
    true,
  )
  const closed = pastOf(run(start - hour, 'a'))
  expect(isTold(newsOf(open, closed), everyone, closed, asked)).toBe(true)
})

describe('how grave a run is', () => {
  const backup: Report = { ...failed, operation: 'backup' }

  test.each([
    ['a failed backup', backup, 'backup', 'critical'],
    ['a failed clean-up', backup, 'retention', 'warning'],
    ['a degraded backup', degraded, 'backup', 'warning'],
    ['a good one', passed, 'proof', 'info'],
    [
      'a missed objective',
      { ...passed, objectives: passed.objectives.map((one) => ({ ...one, met: false })) },
      'proof',
      'warning',
    ],
  ] as const)('is known for %s', (_, report, kind, severity) => {
    expect(severityOf(report, kind)).toBe(severity)
  })

  test('is what the first rule says that fits', () => {
    const rules = [
      { severity: 'info', kinds: ['retention'] },
      { severity: 'warning', failures: ['integrity'], verdicts: ['failed'] },
      { severity: 'info', failures: [backup.failure?.kind ?? 'bug'] },
    ] as Parameters<typeof severityOf>[2]
    expect(severityOf(backup, 'retention', rules)).toBe('info')
    const kind = backup.failure?.kind === 'integrity' ? 'warning' : 'info'
    expect(severityOf(backup, 'backup', rules)).toBe(kind)
    expect(severityOf(passed, 'retention', rules)).toBe('info')
  })
})

describe('what is wrong', () => {
  test('is the same as long as the same checks fail, whatever the figures', () => {
    expect(troubleOf(passed)).toBeNull()
    expect(troubleOf({ ...failed, finishedAt: 0, facts: [], backupId: 'other' })).toBe(troubleOf(failed))
  })

  test('is another when one more check fails, or another store lacks its copy', () => {
    const [check] = passed.checks
    if (check === undefined) throw new Error('the example has no checks')
    const more = { ...failed, checks: [...failed.checks, { ...check, status: 'failed' as const }] }
    expect(troubleOf(more)).not.toBe(troubleOf(failed))
    const copies = degraded.copies.map((copy) => ({ ...copy, status: 'unreachable' as const }))
    expect(troubleOf({ ...degraded, copies })).not.toBe(troubleOf(degraded))
  })
})
