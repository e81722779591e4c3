import { expect, test } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import { memoryStore } from '../../support/doubles/memory-store.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { backupsIn } from '../../support/ports/whole-backups.ts'
import { type Behaviour, deployEvents, leasesIn, runDeployment, type World, worldOf } from './world.ts'

/** A lease that could not be given back lies there until it expires. */
const emptyStore = memoryStore()
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

/** What must be true when a deployment has come to an end, however it went; nothing when it is. */
function wrongWith(world: World): string {
  const [version, ...others] = versions(world)
  const { data } = world.platform
  if (others.length > 0) return 'two releases run'
  if (leasesIn(world).length > 0) return 'a lease was left'
  if (version === '1.0') return data.join() === '1.0' ? '' : `1.0 runs on the data ${data.join()}`
  if (version !== '1.1' || data[0] !== '1.0') return `${version} runs on the data ${data.join()}`
  return data.includes('spoiled') ? 'a release runs that is not fit' : ''
}

/** Whatever was touched, there was a backup first, and the ledger said so. */
async function wrongAtTheDeath(world: World): Promise<string> {
  if (world.platform.calls.length === 0 && world.server.calls.length === 0) return ''
  const ids = await backupsIn(world.store, world.environment)
  if (!ids.some((id) => id.endsWith('pre-deploy-1-1'))) return 'touched without a backup'
  return deployEvents(world)[0] === 'started 1.1' ? '' : 'touched before the ledger said so'
}

for (const [index, [name, course]] of Object.entries(courses).entries()) {
  /** Each call fails before it is done in one half of the courses, and after it in the other: a lost answer. */
  const whenOf = (n: number) => ((n + index) % 2 === 0 ? 'before' : 'after')

  test(`a deployment that ${name}, killed at any call and run again, ends in the old state or in a validated new one`, async () => {
    const { calls } = await trial(course, Number.POSITIVE_INFINITY, true, 'before')
    expect(calls).toBeGreaterThan(15)
    const wrong: string[] = []
    for (let n = 1; n <= calls; n += 1) {
      const when = whenOf(n)
      const { world } = await trial(course, n, true, when)
      const atDeath = await wrongAtTheDeath(world)
      world.ahead += leaseAndMore
      const { state, report } = await runDeployment(world, course)
      const isOver = state === 'stands' || state === 'rolled-back'
      const now = isOver ? wrongWith(world) : `it ended as ${state}: ${report.failure?.message ?? ''}`
      for (const found of [atDeath, now]) if (found !== '') wrong.push(`killed ${when} call ${n}: ${found}`)
    }
    expect(wrong).toEqual([])
  }, 240_000)

  test(`a deployment that ${name}, in which any one call fails, ends well or says that a person is needed`, async () => {
    const { calls } = await trial(course, Number.POSITIVE_INFINITY, false, 'before')
    expect(calls).toBeGreaterThan(15)
    const wrong: string[] = []
    for (let n = 1; n <= calls; n += 1) {
      const when = whenOf(n)
      const { world } = await trial(course, n, false, when)
      const last = deployEvents(world).at(-1) ?? 'nothing'
      const first = /^(stands|rolled-back|refused)/.test(last)
        ? wrongWith({ ...world, store: emptyStore })
        : ''
      world.ahead += leaseAndMore
      const { report } = await runDeployment(world, course)
      let state: string | null = 'rolled-back'
      // What is broken is taken back by a person's word alone.
      if (report.failure?.kind === 'refused')
        state = (await runDeployment(world, course, { rollback: 'now', restoreData: true, version: null }))
          .state
      const now = state === 'rolled-back' ? wrongWith(world) : `the way back ended as ${state}, after ${last}`
      for (const found of [first, now]) if (found !== '') wrong.push(`call ${n} failed ${when}: ${found}`)
    }
    expect(wrong).toEqual([])
  }, 240_000)
}
