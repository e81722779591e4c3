import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import type { Store } from '../../../src/ports/store.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { type MemoryStore, memoryStore } from '../../support/doubles/memory-store.ts'
import { backupsIn } from '../../support/ports/whole-backups.ts'
import { type Behaviour, runDeployment, type World, worldOf } from './world.ts'

const minute = 60_000
const failure = new Failure('unavailable', 'it does not answer')
const away = (store: Store) => faultyStore(store, () => ({ when: 'before', failure }))
const running = ({ platform }: World) => [...platform.services.values()].map(({ version }) => version)
const said = ({ report }: Awaited<ReturnType<typeof runDeployment>>) =>
  report.notices.map(({ text }) => text).join('\n')

/** Deploys with these stores, some time later. */
function deployTo(
  world: World,
  stores: readonly Store[],
  change: Parameters<typeof runDeployment>[2] = {},
  behaviour: Behaviour = {},
) {
  world.ahead += minute
  return runDeployment(world, behaviour, change, { ports: { stores } })
}

/**
 * A deployment of 1.1 that is killed before its first call to a port, and whose first store went away after the backup: only
 * the second knows that it has begun.
 */
async function cutOff(world: World, second: MemoryStore, port: string): Promise<void> {
  let [isAway, isDead] = [false, false]
  const first = faultyStore(world.store, () => (isAway || isDead ? { when: 'before', failure } : null))
  const other = faultyStore(second, () => (isDead ? { when: 'before', failure } : null))
  const before = (name: string) => {
    isAway ||= name === 'fingerprint'
    isDead ||= name === port
    if (isDead) throw failure
  }
  const after = () => {
    if (isDead) throw failure
  }
  await deployTo(world, [first, other], { version: '1.1' }, { before, after })
  // Until its lease has run out.
  world.ahead += 12 * minute
}

describe('while a store of the ledger is away', () => {
  test('nothing new is begun on a deployment that was cut off, and of which only that store knows', async () => {
    const world = await worldOf()
    const second = memoryStore({ name: 'second' })
    await cutOff(world, second, 'health.wait')
    const left = { running: ['1.1', '1.1'], data: ['1.0', '1.1'], backups: 1 }
    const found = async () => ({
      running: running(world),
      data: world.platform.data,
      backups: (await backupsIn(world.store, world.environment)).length,
    })
    expect(await found()).toEqual(left)
    for (const dryRun of [true, false]) {
      const { state, report } = await deployTo(world, [world.store, away(second)], { version: '1.2', dryRun })
      expect(state).toBeNull()
      expect(report.failure).toMatchObject({
        kind: 'unavailable',
        message: expect.stringMatching(/second is out of reach.*knows of no deployment/),
        hint: expect.stringContaining('--rollback never'),
      })
    }
    expect(await found()).toEqual(left)

    // Once it is back, what was cut off is settled first.
    const { state } = await deployTo(world, [world.store, second], { version: '1.2' }, { unfit: ['1.1'] })
    expect([state, running(world), world.platform.data]).toEqual(['stands', ['1.2', '1.2'], ['1.0', '1.2']])
  })

  test('nothing new is begun where something else runs than what the other stores know of', async () => {
    const world = await worldOf()
    const second = memoryStore({ name: 'second' })
    await deployTo(world, [world.store, second], { version: '1.0.1' })
    await cutOff(world, second, 'health.wait')
    const { state, report } = await deployTo(world, [world.store, away(second)], { version: '1.2' })
    expect([state, running(world)]).toEqual([null, ['1.1', '1.1']])
    expect(report.failure?.message).toMatch(/1\.1 runs, .* is of 1\.0\.1$/)
  })

  test('a deployment goes its way where the platform bears out what the other stores say', async () => {
    const world = await worldOf()
    const second = memoryStore({ name: 'second' })
    await deployTo(world, [world.store, second], { version: '1.1' })
    const result = await deployTo(world, [world.store, away(second)], { version: '1.2' })
    expect([result.state, running(world)]).toEqual(['stands', ['1.2', '1.2']])
    expect(said(result)).toMatch(/second is out of reach.*the platform bears out/)
  })

  test('nothing new is begun on events that others name and that only this store has', async () => {
    const world = await worldOf()
    const second = memoryStore({ name: 'second' })
    const both = [world.store, second]
    await deployTo(world, both, { version: '1.0.1' })
    // Its migration was cut off: the platform tells nothing of it.
    await cutOff(world, second, 'target.deploy')
    expect([running(world), world.platform.data]).toEqual([
      ['1.0.1', '1.0.1'],
      ['1.0', '1.0.1', '1.1'],
    ])
    // A later event names it.
    await deployTo(world, both, { steps: ['gate'] }, { gate: 'closed' })
    const { state, report } = await deployTo(world, [world.store, away(second)], { version: '1.2' })
    expect([state, report.failure?.kind]).toEqual([null, 'unavailable'])
    expect(report.failure?.message).toContain('1 event that later ones name lies nowhere else')
  })

  test('a person who says so goes over it, or takes the newest known deployment back', async () => {
    const world = await worldOf()
    const second = memoryStore({ name: 'second' })
    await cutOff(world, second, 'health.wait')
    const stores = [world.store, away(second)]
    const result = await deployTo(world, stores, { version: '1.2', rollback: 'never' })
    expect([result.state, running(world)]).toEqual(['stands', ['1.2', '1.2']])
    expect(said(result)).toContain('second is out of reach')
    const back = await deployTo(world, stores, { version: null, rollback: 'now' })
    expect([back.state, running(world)]).toEqual(['rolled-back', ['1.1', '1.1']])
  })
})

describe('once a store was taken out of the environment file', () => {
  test('events that only it had stop no deployment where the platform bears out the others', async () => {
    const world = await worldOf()
    const second = memoryStore({ name: 'second' })
    const both = [world.store, second]
    await deployTo(world, both, { version: '1.0.1' })
    await cutOff(world, second, 'target.migrate')
    await deployTo(world, both, { steps: ['gate'] }, { gate: 'closed' })
    const result = await deployTo(world, [world.store], { version: '1.2' })
    expect([result.state, running(world)]).toEqual(['stands', ['1.2', '1.2']])
    expect(said(result)).toMatch(/1 event that later ones name is in no store/)
  })

  test('a deployment is not begun where they are missed, and the platform tells another story', async () => {
    const world = await worldOf()
    const second = memoryStore({ name: 'second' })
    const both = [world.store, second]
    await deployTo(world, both, { version: '1.0.1' })
    await cutOff(world, second, 'health.wait')
    await deployTo(world, both, { steps: ['gate'] }, { gate: 'closed' })
    const { state, report } = await deployTo(world, [world.store], { version: '1.2' })
    expect([state, running(world)]).toEqual([null, ['1.1', '1.1']])
    expect(report.failure).toMatchObject({
      kind: 'integrity',
      hint: expect.stringContaining('lifeboat ledger verify'),
    })
  })
})
