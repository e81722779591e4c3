import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenarioNames } from '../../../src/domain/environment/drills-schema.ts'
import { applicability } from '../../../src/operations/drill/applicability.ts'
import { drillHistory } from '../../../src/operations/drill/history.ts'
import { verifyLedger } from '../../../src/operations/ledger/verify.ts'
import { Failure } from '../../../src/domain/failure.ts'
import type { Processes } from '../../../src/ports/process.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { allScenarios } from '../../../src/scenarios/scenarios.ts'
import { type DrillStage, setDrillStage } from '../../support/ports/drill-stage.ts'
import { testEnvironment } from '../../support/ports/environment.ts'
import { verifyPorts } from '../../support/ports/ports.ts'

const signal = new AbortController().signal
let stage: DrillStage
beforeAll(async () => {
  stage = await setDrillStage(15)
})
afterAll(() => stage[Symbol.asyncDispose]())

/** Whoever opens a laboratory has started something. */
const nothingStarts = {
  change: {
    openLaboratory: async () => {
      throw new Error('a laboratory was opened')
    },
  },
}

async function keysOfStores(): Promise<string[]> {
  const keys: string[] = []
  for (const store of stage.stores)
    for await (const { key } of store.list('')) keys.push(`${store.name} ${key}`)
  return keys.sort()
}

describe('a dry run', () => {
  test('says each step and objective, starts nothing, and writes nothing', async () => {
    const before = await keysOfStores()
    const report = await stage.drill(null, {
      dryRun: true,
      root: { objectives: { rto: '5m' }, drills: { scenarios: ['region-failure', 'wrong-key'] } },
      ...nothingStarts,
    })
    expect(report.verdict).toBe('passed')
    const labels = report.facts.map(({ label }) => label)
    for (const step of ['inject', 'detect', 'recover', 'check', 'objectives']) {
      expect(labels).toContain(`region-failure: ${step}`)
    }
    expect(labels.some((label) => label.startsWith('single-server-failure'))).toBe(false)
    expect(await keysOfStores()).toEqual(before)
  })
})

describe('the choice of a scenario', () => {
  test('says of one that the environment file names and that does not apply, that it was not rehearsed', async () => {
    const root = { drills: { scenarios: ['wrong-key', 'files-lost'] } }
    for (const dryRun of [true, false]) {
      const report = await stage.drill(null, { root, dryRun })
      expect(report).toMatchObject({ verdict: 'degraded', failure: null, about: 'wrong-key' })
      expect(report.checks.filter(({ status }) => status === 'skipped')).toMatchObject([
        { name: expect.stringContaining('files-lost'), detail: expect.stringContaining('type files') },
      ])
      expect(report.next.join()).toContain('drills.scenarios')
    }
  })

  test('leaves out in silence what does not apply when the file names none, be there drills in it or not', async () => {
    for (const root of [{}, { drills: { 'write-rate': 5 } }]) {
      const report = await stage.drill(null, { root, dryRun: true, ...nothingStarts })
      expect(report).toMatchObject({ verdict: 'passed', checks: [] })
      expect(report.about).toContain('single-server-failure')
      expect(report.about).not.toContain('files-lost')
    }
  })

  test('says why, when none of those that the file names applies', async () => {
    const report = await stage.drill(null, {
      root: { drills: { scenarios: ['files-lost'] } },
      ...nothingStarts,
    })
    expect(report.failure).toMatchObject({ kind: 'config', message: expect.stringContaining('type files') })
  })

  test('fails at once where a program is missing that the recovery by hand needs', async () => {
    await using ports = await verifyPorts(stage.stores, stage.keys)
    const processes: Processes = {
      ...ports.processes,
      run: async (command, ...rest) => {
        if (command === 'age') throw new Failure('missing', 'the program age does not exist on this machine')
        return await ports.processes.run(command, ...rest)
      },
    }
    const report = await stage.drill('break-glass', { change: { ...nothingStarts.change, processes } })
    expect(report.failure).toMatchObject({
      kind: 'missing',
      message: 'break-glass: there is no age on this machine',
      hint: expect.stringContaining('apt-get install age'),
    })
    expect(report.timeline).toEqual([])
  })

  test('names those that there are when another is asked for', async () => {
    const report = await stage.drill('earthquake', nothingStarts)
    expect(report.failure?.kind).toBe('config')
    expect(report.failure?.hint).toContain('region-failure')
  })

  test('refuses one that does not apply, and says why', async () => {
    const report = await stage.drill('region-failure', {
      root: { stores: [{ name: 'near', type: 'local', path: '${NEAR}' }] },
      ...nothingStarts,
    })
    expect(report.failure?.kind).toBe('config')
    expect(report.failure?.message).toMatch(/does not apply .* one store/)
  })

  test('lists scenarios for sources that the environment lacks as not applicable', async () => {
    const why = (environment: typeof stage.environment, name: string) =>
      applicability(environment, allScenarios()).find((one) => one.name === name)?.why
    expect(applicability(stage.environment, allScenarios()).map(({ name }) => name)).toEqual(scenarioNames)
    expect(why(stage.environment, 'redis-failure')).toMatch(/no source of type redis/)
    expect(why(stage.environment, 'single-server-failure')).toBe(null)
    expect(why(stage.environment, 'files-lost')).toMatch(/no source of type files/)
    const withOthers = await testEnvironment(stage.keys, {
      sources: [
        { name: 'cache', type: 'redis', url: '${REDIS_URL}' },
        { name: 'uploads', type: 'files', path: './uploads' },
      ],
    })
    expect(why(withOthers, 'files-lost')).toBe(null)
    expect(why(withOthers, 'single-server-failure')).toMatch(/no PostgreSQL source/)
    expect(why(withOthers, 'redis-failure')).toBe(null)
  })
})

test('an unreachable signing key stops a drill before anything is started', async () => {
  await using ports = await verifyPorts(stage.stores, stage.keys)
  const report = await stage.drill('wrong-key', {
    change: { ...nothingStarts.change, keys: { ...ports.keys, signing: null } },
  })
  expect(report.failure?.kind).toBe('config')
})

test('a missed objective fails the drill, and what was measured stands in a ledger that holds together', async () => {
  const before = await keysOfStores()
  const report = await stage.drill('store-failure', {
    root: { drills: { objectives: [{ scenario: 'store-failure', rto: '1ms' }] } },
  })
  expect(report.verdict).toBe('failed')
  expect(report.failure).toMatchObject({ kind: 'objective' })
  const subject = { tried: ['store-failure'], troubled: ['store-failure'], answers: 'tried' }
  expect(report.subject).toEqual(subject)
  expect(report.failure?.message).toMatch(/the RTO of 0.0 s was missed/)

  const { drills, doubtful } = await drillHistory(stage.environment, 1, {
    stores: stage.stores,
    log: silentLog,
    signal,
  })
  expect(doubtful).toBe(0)
  expect(drills).toHaveLength(1)
  expect(drills[0]).toMatchObject({
    scenario: 'store-failure',
    verdict: 'failed',
    failure: 'objective',
    lostWrites: 0,
    lossAge: 0,
    rtoMet: false,
    rpoMet: null,
  })
  expect(drills[0]?.detect).toBeGreaterThan(0)
  expect(drills[0]?.recover).toBeGreaterThan(0)

  await using ports = await verifyPorts(stage.stores, stage.keys)
  expect((await verifyLedger(stage.environment, ports)).verdict).toBe('passed')
  // Nothing but the event and its signature was added to the environment's own stores.
  const added = (await keysOfStores()).filter((key) => !before.includes(key))
  expect(added.every((key) => key.includes('/ledger/'))).toBe(true)
  expect(added).toHaveLength(2 * stage.stores.length)
})
