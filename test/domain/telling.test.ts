import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRoutine, severityOf, troubleOf } from '../../src/domain/news.ts'
import type { Report } from '../../src/domain/report.ts'
import { isTold, newsOf, type Past, type PastRun } from '../../src/domain/telling.ts'
import { degraded, failed, passed } from '../reports/examples.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 21)
const channel = {
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
})

/** Which of some runs, oldest first, are told, each knowing no more than what the ledger would say. */
function toldOf(runs: readonly PastRun[], change: Partial<typeof options> = {}, look = 1_000): number[] {
  return runs.flatMap((one, index) => {
    const before = runs.slice(0, index).toReversed()
    const well = before.findIndex(({ trouble }) => trouble === null)
    const whole = well < 0 ? before : before.slice(0, well + 1)
    const past: Past = { runs: whole.slice(0, look), isCut: whole.length > look }
    const news = newsOf({ kind: 'backup', ...one }, past)
    return isTold(news, { ...channel, successes: [] }, past, { ...options, ...change }) ? [index] : []
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

  test('is told about once per span also when its beginning is out of sight', () => {
    const runs = Array.from({ length: 96 * 4 }, (_, index) => run(start + (index * hour) / 4, 'a'))
    const told = toldOf(runs, {}, 10)
    expect(told.length).toBeGreaterThanOrEqual(16)
    expect(told.length).toBeLessThanOrEqual(18)
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

  test('is told when nothing is known of earlier runs', () => {
    const past: Past = { runs: [], isCut: false }
    const news = newsOf({ kind: 'backup', severity: 'critical', trouble: 'a', at: start }, past)
    expect(isTold(news, channel, past, options)).toBe(true)
  })
})

describe('the end of a trouble', () => {
  const past = (...runs: PastRun[]): Past => ({ runs, isCut: false })
  const well = { kind: 'backup', severity: 'info', trouble: null, at: start } as const

  test('is told to those who were told of the trouble, with its beginning', () => {
    const before = past(
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
    const before = past(run(start - hour, 'a', 'warning'))
    expect(isTold(newsOf(well, before), { ...channel, atLeast: 'critical' }, before, options)).toBe(false)
  })

  test('is told once: the next good run is no news', () => {
    const before = past(run(start - hour, null))
    expect(newsOf(well, before).state).toBe('success')
    expect(isTold(newsOf(well, before), channel, before, options)).toBe(false)
  })
})

test('a success is told of those kinds that the channel names', () => {
  const past: Past = { runs: [], isCut: false }
  const restore = newsOf({ kind: 'restore', severity: 'info', trouble: null, at: start }, past)
  expect(isTold(restore, channel, past, options)).toBe(true)
  expect(isTold({ ...restore, kind: 'drill' }, channel, past, options)).toBe(false)
  expect(isTold(restore, { ...channel, kinds: ['backup'] }, past, options)).toBe(false)
})

test('that a gate is open is told to nobody, but when it was closed before', () => {
  const asked = { ...options, isRoutine: isRoutine('gate') }
  const open = { kind: 'deployment', severity: 'info', trouble: null, at: start } as const
  const everyone = { ...channel, successes: ['deployment'] } as const
  const well: Past = { runs: [], isCut: false }
  expect(isTold(newsOf(open, well), everyone, well, asked)).toBe(false)
  expect(isTold(newsOf(open, well), everyone, well, { ...options, isRoutine: isRoutine('deploy-env') })).toBe(
    true,
  )
  const closed: Past = { runs: [run(start - hour, 'a')], isCut: false }
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
