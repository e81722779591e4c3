import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import { systemClock } from '../../../src/host/clock.ts'
import { deploySteps } from '../../../src/operations/deploy/deploy-input.ts'
import type { Store } from '../../../src/ports/store.ts'
import { proofsFolder } from '../../../src/vault/layout.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { provenAs } from '../../support/ports/retention.ts'
import { deployEvents, runDeployment, type World, worldOf } from './world.ts'

const minute = 60_000
const versions = ({ platform }: World) => [...platform.services.values()].map(({ version }) => version)

/** The backup that the job before the deployment made. */
async function backedUp(world: World): Promise<string> {
  const { backupId } = await runDeployment(world, {}, { steps: ['backup'] })
  return backupId ?? ''
}

function deployWith(world: World, backup: string, store: Store = world.store) {
  const steps = deploySteps.filter((step) => step === 'deploy')
  return runDeployment(world, {}, { backup, steps }, { store })
}

async function condemn(world: World, id: string): Promise<void> {
  const clock = { ...systemClock, now: () => Date.now() + world.ahead }
  await provenAs('failed', [world.store], id, world, clock, [
    {
      rung: 'equal',
      name: 'rows',
      status: 'failed',
      detail: '7 tables differ',
      subjects: [],
      failure: 'integrity',
      duration: 1,
    },
  ])
}

describe('the backup of an earlier job', () => {
  test('stands for a deployment that follows', async () => {
    const world = await worldOf()
    const { state } = await deployWith(world, await backedUp(world))
    expect(state).toBe('stands')
  })

  test('is judged by its own proofs, and those of others are not even listed', async () => {
    const world = await worldOf()
    const id = await backedUp(world)
    const store = faultyStore(world.store, () => null)
    await deployWith(world, id, store)
    const name = world.environment.environment
    const listed = store.calls.filter(
      ({ method, key }) => method === 'list' && key.startsWith(proofsFolder(name)),
    )
    expect(listed.map(({ key }) => key)).toEqual([proofsFolder(name, id)])
  })

  test('is no way back once a restore test has shown it to be bad', async () => {
    const world = await worldOf()
    const id = await backedUp(world)
    await condemn(world, id)
    const { state, report } = await deployWith(world, id)
    expect([state, versions(world), deployEvents(world)]).toEqual([null, ['1.0', '1.0'], []])
    expect(report.failure).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/its restore test failed, .*7 tables differ/),
      hint: expect.stringContaining('the step backup'),
    })
  })

  test('is no way back when it is dated in the future, so that nobody can tell how old it is', async () => {
    const world = await worldOf()
    world.ahead = 10 * minute
    const id = await backedUp(world)
    world.ahead = 0
    const { state, report } = await deployWith(world, id)
    expect([state, versions(world)]).toEqual([null, ['1.0', '1.0']])
    expect(report.failure).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('dated in the future'),
    })
  })
})

test('a deployment is not gone on with from a backup that was shown to be bad meanwhile, and can be gone over', async () => {
  const world = await worldOf()
  const failure = new Failure('unavailable', 'the process is gone')
  let isDead = false
  const store = faultyStore(world.store, () => (isDead ? { when: 'before', failure } : null))
  const before = (port: string) => {
    isDead ||= port === 'health.wait'
    if (isDead) throw failure
  }
  const killed = await runDeployment(world, { before }, {}, { store })
  expect(deployEvents(world)).toEqual(['started 1.1'])
  await condemn(world, killed.backupId ?? '')
  world.ahead += 13 * minute
  const { report } = await runDeployment(world)
  expect(report.failure).toMatchObject({ kind: 'refused', hint: expect.stringContaining('rollback: never') })
  world.ahead += 13 * minute
  const { state } = await runDeployment(world, {}, { rollback: 'never' })
  expect(state).toBe('stands')
})
