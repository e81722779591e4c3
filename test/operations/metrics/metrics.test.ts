import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import { mergeFamilies, type MetricFamily } from '../../../src/domain/metrics.ts'
import { catalogue } from '../../../src/operations/metrics/catalogue.ts'
import { metrics } from '../../../src/operations/metrics/metrics.ts'
import { recordEvent } from '../../../src/operations/ledger/record.ts'
import type { Store } from '../../../src/ports/store.ts'
import { renderMetrics } from '../../../src/reports/metrics.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { type MemoryStore, memoryStore } from '../../support/doubles/memory-store.ts'
import { type FakeClock, fakeClock } from '../../support/ports/clock.ts'
import { makeTestKeys } from '../../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../../support/ports/ports.ts'
import { backUp, keeping, type Keeping, provenAs } from '../../support/ports/retention.ts'
import { parseExposition, type Series } from '../../support/metrics/exposition.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
let kept: Keeping
beforeAll(async () => {
  kept = await keeping(await makeTestKeys())
})

let clock: FakeClock
let store: MemoryStore
beforeEach(() => {
  // The fake source dates its data by the real clock.
  clock = fakeClock(Date.now())
  store = memoryStore({ clock })
})

async function figures(
  stores: readonly Store[] = [store],
  window = 35 * day,
  sources = kept.environment.sources,
): Promise<MetricFamily[]> {
  await using ports = await backupPorts(stores, kept.keys, { clock })
  const environment = {
    ...kept.environment,
    sources,
    objectives: { ...kept.environment.objectives, rpo: 2 * hour, rto: hour },
  }
  return await metrics(environment, { window }, ports)
}

async function series(...of: Parameters<typeof figures>): Promise<Series[]> {
  return parseExposition(renderMetrics(await figures(...of)))
}

const valueOf = (all: readonly Series[], name: string, labels: Record<string, string> = {}) =>
  all.find(
    (one) =>
      one.name === `lifeboat_${name}` &&
      Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  )?.value

const down = (of: MemoryStore) =>
  faultyStore(of, () => ({ when: 'before', failure: new Failure('unavailable', 'down') }))

async function drill(scenario: string, verdict: 'passed' | 'failed', recover: number): Promise<void> {
  await using ports = await verifyPorts([store], kept.keys, { clock })
  await recordEvent(ports, kept.environment, {
    type: 'drill',
    outcome: { verdict, failure: verdict === 'failed' ? 'objective' : null },
    backupId: null,
    details: { scenario, detect: 4_000, recover, lostWrites: 3, lossAge: 500, rtoMet: true, rpoMet: true },
  })
}

describe('the figures of an environment', () => {
  it('tell age, size, copies and objectives of the newest backup, in seconds and bytes', async () => {
    await backUp([store], kept, clock)
    const begun = clock.now()
    await backUp([store], kept, clock)
    clock.advance(3 * hour)
    const all = await series()
    expect(valueOf(all, 'backups')).toBe(2)
    // An id says the second.
    expect(valueOf(all, 'backup_last_timestamp_seconds')).toBe(Math.floor(begun / 1_000))
    expect(valueOf(all, 'backup_last_age_seconds')).toBeGreaterThanOrEqual(3 * 3_600)
    expect(valueOf(all, 'backup_last_size_bytes')).toBeGreaterThan(0)
    expect(valueOf(all, 'backup_last_copies')).toBe(1)
    expect(valueOf(all, 'rpo_target_seconds')).toBe(7_200)
    expect(valueOf(all, 'rpo_met')).toBe(0)
    expect(valueOf(all, 'runs', { operation: 'backup', verdict: 'passed' })).toBe(2)
    expect(valueOf(all, 'run_success_ratio', { operation: 'backup' })).toBe(1)
    expect(valueOf(all, 'store_up', { store: 'memory' })).toBe(1)
    expect(valueOf(all, 'store_backups', { store: 'memory' })).toBe(2)
  })

  it('know no age of the data while one source has never been backed up', async () => {
    await backUp([store], kept, clock)
    const [main] = kept.environment.sources
    if (main === undefined) throw new Error('the environment has no source')
    const all = await series([store], 35 * day, [main, { ...main, name: 'newer' }])
    expect(valueOf(all, 'source_data_age_seconds', { source: main.name })).toBeGreaterThanOrEqual(0)
    expect(valueOf(all, 'source_data_age_seconds', { source: 'newer' })).toBeUndefined()
    expect([valueOf(all, 'rpo_seconds'), valueOf(all, 'rpo_met')]).toEqual([undefined, undefined])
  })

  it('know no age of data that says it is from the future', async () => {
    const ahead = fakeClock(clock.now() - 2 * hour)
    await backUp([store], kept, ahead)
    clock.advance(-hour)
    const all = await series()
    expect(valueOf(all, 'backups')).toBe(1)
    expect(valueOf(all, 'rpo_met')).toBeUndefined()
  })

  it('tell the newest proof, and the newest that passed', async () => {
    const first = await backUp([store], kept, clock)
    await provenAs('passed', [store], first, kept, clock)
    const passedAt = clock.now()
    clock.advance(hour)
    await provenAs('failed', [store], first, kept, clock)
    const all = await series()
    expect(valueOf(all, 'proof_last_verdict', { verdict: 'failed' })).toBe(1)
    expect(valueOf(all, 'proof_last_verdict', { verdict: 'passed' })).toBe(0)
    const passed = valueOf(all, 'proof_last_passed_timestamp_seconds') ?? 0
    expect(Math.abs(passed - passedAt / 1_000)).toBeLessThan(60)
    expect(valueOf(all, 'proof_last_timestamp_seconds')).toBeGreaterThan(passed)
  })

  it('tell the last drill of each scenario, and failures by their kind', async () => {
    await drill('region-failure', 'failed', 90_000)
    clock.advance(hour)
    await drill('region-failure', 'passed', 61_000)
    await drill('wrong-key', 'failed', 5_000)
    const all = await series()
    expect(valueOf(all, 'drill_last_passed', { scenario: 'region-failure' })).toBe(1)
    expect(valueOf(all, 'drill_last_recover_seconds', { scenario: 'region-failure' })).toBe(61)
    expect(valueOf(all, 'drill_last_passed', { scenario: 'wrong-key' })).toBe(0)
    expect(valueOf(all, 'run_failures', { operation: 'drill', failure: 'objective' })).toBe(2)
    expect(valueOf(all, 'run_success_ratio', { operation: 'drill' })).toBeCloseTo(1 / 3)
  })

  it('stay readable, whatever a record calls a scenario, and however many there are', async () => {
    const names = [
      'a"} 1\nlifeboat_rpo_met{x="',
      '\\',
      '\r\n# HELP',
      '\ud800',
      '\ud801',
      '\u0000',
      'x'.repeat(50_000),
    ]
    for (const name of names) await drill(name, 'passed', 1_000)
    const text = Buffer.from(renderMetrics(await figures())).toString()
    const scenarios = parseExposition(text).flatMap(({ name, labels }) =>
      name === 'lifeboat_drill_last_passed' ? (labels['scenario'] ?? '') : [],
    )
    expect(scenarios).toHaveLength(6)
    expect(scenarios.map(({ length }) => length).sort((a, b) => b - a)[0]).toBeLessThanOrEqual(100)
    expect(text.length).toBeLessThan(50_000)
  })

  it('count a deployment once, whatever it wrote down on its way', async () => {
    const states = [
      ['1', 'started'],
      ['1', 'stands'],
      ['1', 'stands'],
      ['2', 'started'],
      ['2', 'rolling-back'],
      ['2', 'rolled-back'],
      ['3', 'refused'],
      ['3', 'started'],
    ] as const
    await using ports = await backupPorts([store], kept.keys, { clock })
    for (const [version, state] of states) {
      const isBad = state === 'rolled-back' || state === 'refused'
      const verdict = isBad ? 'failed' : state === 'stands' ? 'passed' : 'degraded'
      await recordEvent(ports, kept.environment, {
        type: 'deploy',
        outcome: { verdict, failure: isBad ? 'objective' : null },
        backupId: null,
        details: { version, state },
      })
      clock.advance(minute)
    }
    const all = await series()
    expect(valueOf(all, 'runs', { operation: 'deploy', verdict: 'passed' })).toBe(1)
    expect(valueOf(all, 'runs', { operation: 'deploy', verdict: 'degraded' })).toBe(0)
    expect(valueOf(all, 'runs', { operation: 'deploy', verdict: 'failed' })).toBe(2)
    expect(valueOf(all, 'run_success_ratio', { operation: 'deploy' })).toBeCloseTo(1 / 3)
    expect(valueOf(all, 'deployment_last_timestamp_seconds', { state: 'started' })).toBeDefined()
  })

  it('leave out what is not known, rather than call it 0', async () => {
    const all = await series()
    for (const name of ['backup_last_age_seconds', 'proof_last_age_seconds', 'rpo_seconds', 'rpo_met'])
      expect(valueOf(all, name)).toBeUndefined()
    expect(valueOf(all, 'backups')).toBe(0)
    expect(valueOf(all, 'environment_up')).toBe(1)
  })

  it('say that no store answered, and keep the targets', async () => {
    await backUp([store], kept, clock)
    const all = await series([down(store)])
    expect(valueOf(all, 'environment_up')).toBe(0)
    expect(valueOf(all, 'backups')).toBeUndefined()
    expect(valueOf(all, 'rpo_target_seconds')).toBe(7_200)
  })

  it('count what lies in the window, and no older run', async () => {
    await drill('wrong-key', 'failed', 1)
    clock.advance(2 * day)
    const all = await series([store], day)
    expect(valueOf(all, 'runs', { operation: 'drill', verdict: 'failed' })).toBe(0)
    expect(valueOf(all, 'drill_last_passed')).toBeUndefined()
  })

  it('of several environments stand together, each family once', async () => {
    const one = await figures()
    const other = one.map((family) => ({
      ...family,
      samples: family.samples.map(({ labels, value }) => ({
        labels: { ...labels, environment: 'b' },
        value,
      })),
    }))
    // The parser refuses a family that comes twice, and a series that does.
    const all = parseExposition(renderMetrics(mergeFamilies([one, other])))
    expect(
      all.filter(({ name }) => name === 'lifeboat_info').map(({ labels }) => labels['environment']),
    ).toEqual([kept.environment.environment, 'b'])
  })
})

describe('the text format', () => {
  it('bears any label and any number', () => {
    const label = 'a"b\\c\nd'
    const help = 'with \\ and\nlines'
    const values = [0, -1.5, 1e21, Infinity, -Infinity, Number.MIN_VALUE]
    const text = renderMetrics([
      {
        name: 'x',
        help,
        type: 'gauge',
        samples: values.map((value, index) => ({ labels: { label, index: String(index) }, value })),
      },
    ])
    const all = parseExposition(text)
    expect(all.map(({ value }) => value)).toEqual(values)
    expect(all[0]?.labels['label']).toBe(label)
  })

  it('follows the names that Prometheus wants: base units at the end, no counter that is none', () => {
    const wrong = Object.keys(catalogue).filter(
      (name) =>
        !/^[a-z][a-z0-9_]*$/.test(name) ||
        /_total$|_(milliseconds|ms|minutes|hours|days|kilobytes|percent)$/.test(name) ||
        (/age|duration/.test(name) && !name.endsWith('_seconds')) ||
        (/size/.test(name) && !name.endsWith('_bytes')),
    )
    expect(wrong).toEqual([])
  })
})

describe('the dashboard for Grafana', () => {
  const dashboard = readFileSync('docs/grafana/lifeboat.json', 'utf8')
  const named = [...dashboard.matchAll(/lifeboat_[a-z_]+/g)].map(([name]) => name.replace('lifeboat_', ''))

  it('names only figures that there are', () => {
    expect(named.length).toBeGreaterThan(20)
    expect([...new Set(named)].filter((name) => !(name in catalogue))).toEqual([])
  })

  it('is JSON with a title for each panel, and each panel in its place', () => {
    const { panels } = JSON.parse(dashboard) as {
      panels: { id: number; title: string; gridPos: Record<'x' | 'y' | 'w' | 'h', number> }[]
    }
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)} ${y + Math.floor(cell / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
    expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true)
  })
})
