import { expect, test } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { backupsIn } from '../../support/ports/whole-backups.ts'
import { type Behaviour, deployEvents, leasesIn, runDeployment, type World, worldOf } from './world.ts'

/** Longer than a lease lasts. */
const leaseAndMore = 13 * 60_000

/** Deployments that differ in how they end, so that each part of the way back is met. */
const courses: Record<string, Behaviour> = {
  'comes to its end': {},
  'has a migration that fails halfway': { failingMigrations: ['1.1'] },
  'spoils the data': { spoiling: ['1.1'] },
  'never becomes well': { unhealthy: ['1.1'], withoutMigration: true },
}

interface Trial {
  world: World
  /** How many calls there were. */
  calls: number
}

/**
 * One run in which the n-th call to a port goes wrong. Of the store only calls that change something count, and the one that
 * reads the ledger.
 * @param isKilled then every later call fails too, as a process that was killed does nothing any more
 */
async function trial(
  course: Behaviour,
  n: number,
  isKilled: boolean,
  when: 'before' | 'after',
): Promise<Trial> {
  const world = await worldOf()
  let calls = 0
  const isDead = () => isKilled && calls > n
  const count = (moment: 'before' | 'after', name: string) => {
    if (moment === 'before') calls += 1
    if ((calls === n && moment === when) || isDead())
      throw new Failure('unavailable', `call ${n}, to ${name}, was made to fail`)
  }
  const failing: Behaviour = {
    ...course,
    before: (port) => count('before', port),
    after: (port) => count('after', port),
  }
  const store = faultyStore(world.store, ({ method, key }) => {
    const isCounted = method === 'put' || method === 'replace' || method === 'remove'
    const isLedgerOrBackup = /\/ledger\/|\/leases\/|manifest\.json$/.test(key)
    const failure = new Failure('unavailable', `a call to the store was made to fail`)
    if (isCounted && isLedgerOrBackup) {
      calls += 1
      if (calls === n) return { when, failure }
    }
    return isDead() ? { when: 'before', failure } : null
  })
  await runDeployment(world, failing, {}, { store })
  return { world, calls }
}

const versions = ({ platform }: World) => [
  ...new Set([...platform.services.values()].map(({ version }) => version)),
]

/** What must be true when a deployment has come to an end, however it went. */
async function demandSound(world: World, hint: string): Promise<void> {
  const [version, ...others] = versions(world)
  expect(others, `${hint}: mixed`).toEqual([])
  const { data } = world.platform
  if (version === '1.0') expect(data.slice(0, 1), `${hint}: the data of 1.0`).toEqual(data)
  else
    expect([version, data.includes('spoiled')], `${hint}: a release that is not fit`).toEqual(['1.1', false])
  expect(data[0], hint).toBe('1.0')
}

for (const [index, [name, course]] of Object.entries(courses).entries()) {
  /** Each call fails before it is done in one half of the courses, and after it in the other: a lost answer. */
  const whenOf = (n: number) => ((n + index) % 2 === 0 ? 'before' : 'after')
  test(`a deployment that ${name}, killed at any call and run again, ends in the old state or in a validated new one`, async () => {
    const { calls } = await trial(course, Number.POSITIVE_INFINITY, true, 'before')
    expect(calls).toBeGreaterThan(15)
    for (let n = 1; n <= calls; n += 1) {
      const when = whenOf(n)
      const hint = `killed ${when} call ${n}`
      const { world } = await trial(course, n, true, when)
      // Whatever was touched, there was a backup first.
      const touched = world.platform.calls.length > 0 || world.server.calls.length > 0
      if (touched) {
        const ids = await backupsIn(world.store, world.environment)
        expect(
          ids.some((id) => id.endsWith('pre-deploy-1-1')),
          `${hint}: no backup before`,
        ).toBe(true)
        expect(deployEvents(world)[0], hint).toBe('started 1.1')
      }
      world.ahead += leaseAndMore
      const again = await runDeployment(world, course)
      await demandSound(world, `${hint}, then ${again.state}: ${again.report.failure?.message ?? ''}`)
      expect(again.state, hint).toMatch(/^(stands|rolled-back)$/)
      expect(leasesIn(world), hint).toEqual([])
    }
  }, 180_000)

  test(`a deployment that ${name}, in which any one call fails, ends well or says that a person is needed`, async () => {
    const { calls } = await trial(course, Number.POSITIVE_INFINITY, false, 'before')
    for (let n = 1; n <= calls; n += 1) {
      const when = whenOf(n)
      const hint = `call ${n} failed ${when}`
      const { world } = await trial(course, n, false, when)
      const last = deployEvents(world).at(-1)
      if (last === undefined || /^(stands|rolled-back|refused)/.test(last)) await demandSound(world, hint)
      world.ahead += leaseAndMore
      const again = await runDeployment(world, course)
      if (again.report.failure?.kind === 'refused') {
        // What is broken is taken back by a person's word alone.
        expect(last, hint).toMatch(/^broken/)
        const back = await runDeployment(world, course, {
          rollback: 'now',
          restoreData: true,
          version: null,
        })
        expect(back.state, hint).toBe('rolled-back')
      }
      await demandSound(world, `${hint}, then ${again.state}: ${again.report.failure?.message ?? ''}`)
      expect(leasesIn(world), hint).toEqual([])
    }
  }, 180_000)
}
