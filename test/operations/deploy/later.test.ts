import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { type Behaviour, deployEvents, runDeployment, type World, worldOf } from './world.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** A run that is killed before its first call to a port: nothing it asks for is done any more. */
async function runKilledAt(world: World, port: string, behaviour: Behaviour = {}): Promise<void> {
  let isDead = false
  const failure = new Failure('unavailable', 'the process is gone')
  const store = faultyStore(world.store, () => (isDead ? { when: 'before', failure } : null))
  const die = (name: string) => {
    isDead ||= name === port
    if (isDead) throw failure
  }
  const after = () => {
    if (isDead) throw failure
  }
  await runDeployment(world, { ...behaviour, before: die, after }, {}, { store })
}

function customersWrite(world: World, what: string): void {
  world.platform.data.push(what)
  world.writes += 1
}

const running = ({ platform }: World) => [...platform.services.values()].map(({ version }) => version)
const said = ({ report }: Awaited<ReturnType<typeof runDeployment>>) =>
  report.notices.map(({ text }) => text).join('\n')
const back = { rollback: 'now', version: null } as const

describe('what customers have written since', () => {
  test.each([false, true])(
    'stays in use when a way back whose data came back already is tried again, restore-data: %s',
    async (restoreData) => {
      const world = await worldOf()
      const broken = await runDeployment(world, { spoiling: ['1.1'], unhealthy: ['1.0'] })
      expect([broken.state, world.platform.data]).toEqual(['broken', ['1.0']])
      customersWrite(world, 'an order')
      world.ahead += 3 * day
      const result = await runDeployment(world, {}, { ...back, restoreData })
      expect([result.state, world.platform.data]).toEqual(['rolled-back', ['1.0', 'an order']])
      expect(said(result)).toContain('was brought back already')
    },
  )

  test('stays in use when the way back was killed twice after its data came back', async () => {
    const world = await worldOf()
    await runKilledAt(world, 'examine', { failingMigrations: ['1.1'] })
    expect(world.platform.data).toEqual(['1.0'])
    customersWrite(world, 'an order')
    world.ahead += 13 * minute
    await runKilledAt(world, 'examine')
    expect(world.platform.data).toEqual(['1.0', 'an order'])
    world.ahead += 13 * minute
    const { state } = await runDeployment(world, {}, { version: '1.2' })
    expect(state).toBe('stands')
    expect(world.platform.data).toEqual(['1.0', 'an order', '1.2'])
  })

  test.each([
    [13 * minute, false, ['1.0', '1.2']],
    [3 * day, false, ['1.0', 'half of 1.1', 'orders', '1.2']],
    [3 * day, true, ['1.0', '1.2']],
  ])(
    'is set aside for a way back that was killed before its data came back only soon or when asked for: %s ms, %s',
    async (later, restoreData, data) => {
      const world = await worldOf()
      await runKilledAt(world, 'target.rollBack', { failingMigrations: ['1.1'] })
      expect(deployEvents(world).at(-1)).toBe('rolling-back 1.1')
      customersWrite(world, 'orders')
      world.ahead += later
      const result = await runDeployment(world, {}, { version: '1.2', restoreData })
      expect(result.state).toBe('stands')
      expect(world.platform.data).toEqual(data)
    },
  )

  test.each([
    [13 * minute, ['1.0'], 'pre-deploy-1-1', 'is not in use any more'],
    [
      3 * day,
      ['1.0', 'half of 1.1', 'orders'],
      'left out',
      'stays as it is, since restore-data was not given',
    ],
  ])(
    'is set aside by rollback: now without restore-data only soon after, as its dry run says: %s ms',
    async (later, data, plan, notice) => {
      const world = await worldOf()
      await runKilledAt(world, 'target.rollBack', { failingMigrations: ['1.1'] })
      customersWrite(world, 'orders')
      world.ahead += later
      const dry = await runDeployment(world, {}, { ...back, dryRun: true })
      const step = dry.report.timeline.find(({ name }) => name === 'restore the data')
      expect(step?.detail).toContain(plan)
      const result = await runDeployment(world, {}, back)
      expect([result.state, world.platform.data]).toEqual(['rolled-back', data])
      expect(said(result)).toContain(notice)
    },
  )

  test('is in the backup that a deployment goes back to when it is gone on with days later', async () => {
    const world = await worldOf()
    await runKilledAt(world, 'target.migrate')
    customersWrite(world, 'orders')
    world.ahead += 3 * day
    const { state } = await runDeployment(world, { unhealthy: ['1.1'] })
    expect(state).toBe('rolled-back')
    expect(world.platform.data).toEqual(['1.0', 'orders'])
  })
})

describe('a deployment that is gone on with', () => {
  test('long after asks the gate again', async () => {
    const world = await worldOf()
    await runKilledAt(world, 'target.migrate')
    world.ahead += 30 * day
    const { state } = await runDeployment(world, { gate: 'closed' })
    expect(state).toBe('refused')
    expect(world.platform.calls).toEqual([])
  })

  test('never says that nothing was changed: an earlier run may have changed it', async () => {
    const world = await worldOf()
    await runKilledAt(world, 'health.wait', { spoiling: ['1.1'] })
    expect(running(world)).toEqual(['1.1', '1.1'])
    world.ahead += 13 * minute
    let isAway = false
    const store = faultyStore(world.store, ({ key }) =>
      isAway && key.includes('/leases/')
        ? { when: 'before', failure: new Failure('unavailable', 'the store is away') }
        : null,
    )
    const before = (port: string) => {
      if (port === 'deployment.tell') isAway = true
      if (port === 'fingerprint') isAway = false
    }
    const { state, report } = await runDeployment(world, { before }, {}, { store })
    expect(report.failure?.message).not.toContain('nothing was changed')
    expect([state, running(world), world.platform.data]).toEqual(['rolled-back', ['1.0', '1.0'], ['1.0']])
  })
})

describe('what rollback: now takes back', () => {
  test('is the deployment that came last, whatever the clocks of the machines said', async () => {
    const world = await worldOf()
    world.ahead = 8 * minute
    await runDeployment(world, {}, { version: '1.1' })
    world.ahead = 0
    await runDeployment(world, {}, { version: '1.2' })
    const { state } = await runDeployment(world, {}, back)
    expect([state, running(world)]).toEqual(['rolled-back', ['1.1', '1.1']])
  })

  test.each([false, true])(
    'is refused when something else runs than what was deployed last, dry run: %s',
    async (dryRun) => {
      const world = await worldOf()
      await runDeployment(world)
      for (const name of world.platform.services.keys())
        world.platform.services.set(name, { version: '1.3', image: 'other', status: 'running', restarts: 0 })
      const { report } = await runDeployment(world, {}, { ...back, dryRun })
      expect(report.failure?.kind).toBe('refused')
      expect(running(world)).toEqual(['1.3', '1.3'])
    },
  )
})

test('a release that nobody asked and nobody validated is not said to be well', async () => {
  const world = await worldOf({ deploy: { prove: false, validate: 'none' } })
  const { ports } = await runDeployment(world, {}, { dryRun: true })
  const application = { ...ports.application, health: null }
  const { report, state } = await runDeployment(world, {}, {}, { ports: { application } })
  expect([state, report.verdict]).toEqual(['stands', 'degraded'])
  expect(report.checks.find(({ status }) => status === 'degraded')?.detail).toContain('nobody knows')
})
