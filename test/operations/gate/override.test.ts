import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import type { LedgerEvent } from '../../../src/domain/ledger.ts'
import { gate } from '../../../src/operations/gate/gate.ts'
import { verifyLedger } from '../../../src/operations/ledger/verify.ts'
import { checksByRung } from '../../../src/reports/words.ts'
import { fakeClock } from '../../support/ports/clock.ts'
import { type Fault, faultyStore } from '../../support/doubles/faulty-store.ts'
import {
  backedUp,
  check,
  conditionIn,
  copyOf,
  type GateWorld,
  hours,
  judge,
  minutes,
  now,
  openGate,
  proven,
  removed,
  statuses,
  validated,
  version,
} from '../../support/ports/gate.ts'
import { memoryStore } from '../../support/doubles/memory-store.ts'
import { backupPorts } from '../../support/ports/ports.ts'

const pristine = await openGate()
const isDown: Fault = { when: 'before', failure: new Failure('unavailable', 'the store is down') }

/** A gate that is closed, and somebody with a reason. */
function closedGate(override: string | null = 'mends the leak of this morning'): GateWorld {
  const world = copyOf(pristine)
  removed(world.stores, `/backups/${world.newest}/`)
  world.checks = { required: async () => [check('build', 'red')] }
  world.input = { ...world.input, override }
  return world
}

function overridesIn({ stores }: GateWorld): LedgerEvent[] {
  return stores.flatMap(({ objects }) =>
    [...objects].flatMap(([key, versions]) => {
      if (!key.includes('/ledger/') || !key.endsWith('.json')) return []
      const event = JSON.parse(versions.at(-1)?.bytes.toString() ?? '') as LedgerEvent
      return event.type === 'gate-override' ? [event] : []
    }),
  )
}

describe('an override', () => {
  test('lets through, and stands in the ledger: signed, with reason, version and what was not met', async () => {
    const world = closedGate()
    const judgement = await judge(world)
    expect(judgement).toMatchObject({ refusal: null, overridden: true })
    expect(statuses(judgement)).toMatchObject({ backup: 'failed', checks: 'failed', proof: 'passed' })
    expect(overridesIn(world)).toMatchObject([
      {
        reason: 'mends the leak of this morning',
        actor: 'tester',
        details: { version, conditions: 'backup,checks' },
        previous: [{}],
      },
    ])
    await using ports = await backupPorts(world.stores, world.keys, { clock: fakeClock(now) })
    expect((await verifyLedger(world.environment, ports)).failure).toBeNull()
  })

  test('is not written where the gate is open anyway', async () => {
    const world = copyOf(pristine)
    world.input = { ...world.input, override: 'to be safe' }
    expect(await judge(world)).toMatchObject({ refusal: null, overridden: false })
    expect(overridesIn(world)).toEqual([])
  })

  test('without a reason is none', async () => {
    for (const override of ['', '  ', null]) {
      const world = closedGate(override)
      expect(await judge(world)).toMatchObject({ refusal: { kind: 'refused' }, overridden: false })
      expect(overridesIn(world)).toEqual([])
    }
  })

  test.each([
    ['by a run without a signing key', null],
    ['by a run that signs as somebody else', 'verify'],
  ] as const)('%s is refused', async (_, role) => {
    const world = closedGate()
    const signing = role === null ? null : world.keys[role].secretKey
    const judgement = await judge(world, { keys: { passphrase: null, identities: [], signing } })
    expect(judgement).toMatchObject({
      overridden: false,
      refusal: { kind: 'refused', hint: expect.stringContaining('signing.deploy') },
    })
    expect(overridesIn(world)).toEqual([])
  })

  test('that no store takes is refused', async () => {
    const world = closedGate()
    const stores = world.stores.map((store) =>
      faultyStore(store, ({ method }) => (method === 'put' ? isDown : null)),
    )
    expect(await judge(world, { stores })).toMatchObject({
      overridden: false,
      refusal: { kind: 'refused', message: expect.stringContaining('ledger') },
    })
  })

  test.each(['', ' ', '-rf', '1.4.2; rm', 'a b', '$(id)', '../x', 'v'.repeat(129), 'x\ny'])(
    'never lets through what is no version: %j',
    async (text) => {
      const world = closedGate()
      world.input = { ...world.input, version: text }
      expect(await judge(world)).toMatchObject({ refusal: { kind: 'config' }, overridden: false })
      expect(overridesIn(world)).toEqual([])
    },
  )

  test('is told in the report, which is then degraded', async () => {
    const world = closedGate()
    await using ports = await backupPorts(world.stores, world.keys, {
      clock: fakeClock(now),
      keys: { passphrase: null, identities: [], signing: world.keys.deploy.secretKey },
    })
    const previous = { environment: world.staging, stores: world.stagingStores }
    const commitChecks = world.checks
    const result = await gate(world.environment, world.input, { ...ports, commitChecks, previous })
    expect(result).toMatchObject({ isOpen: true, overridden: true })
    expect(result.report).toMatchObject({
      operation: 'gate',
      verdict: 'degraded',
      failure: null,
      overridden: {
        reason: 'mends the leak of this morning',
        conditions: ['the newest backup is young enough', 'the required checks of the commit are green'],
      },
    })
  })
})

describe('what a gate asks for', () => {
  test('is nothing of an environment that is not protected, unless its file says so; and it says that', async () => {
    const world = closedGate(null)
    await world.configure({ protected: false, gate: undefined })
    const off = { backup: 'skipped', proof: 'skipped', drill: 'skipped', after: 'skipped', checks: 'skipped' }
    const judgement = await judge(world)
    expect(judgement.refusal).toBeNull()
    expect(statuses(judgement)).toEqual(off)
    await world.configure({ protected: false, gate: { backup: 'on' } })
    expect(statuses(await judge(world))).toEqual({ ...off, backup: 'failed' })
  })

  test('is everything of one that is protected, but what its file switches off', async () => {
    const world = closedGate(null)
    await world.configure({ gate: { backup: 'off', checks: 'off', after: 'off', drill: 'off' } })
    const judgement = await judge(world)
    expect(judgement.refusal).toBeNull()
    expect(statuses(judgement)).toEqual({
      backup: 'skipped',
      proof: 'passed',
      drill: 'skipped',
      after: 'skipped',
      checks: 'skipped',
    })
  })

  test('is what it warns of: a condition that is off is no trouble', async () => {
    const world = closedGate(null)
    await world.configure({ gate: { backup: 'off', checks: 'off', after: 'off', drill: 'off' } })
    await using ports = await backupPorts(world.stores, world.keys, { clock: fakeClock(now) })
    const { report } = await gate(world.environment, world.input, {
      ...ports,
      commitChecks: world.checks,
      previous: null,
    })
    expect(report).toMatchObject({ verdict: 'passed', notices: [] })
    expect(ports.log.lines.filter((line) => line.startsWith('warning'))).toEqual([])
    expect(checksByRung(report.checks)).toMatchObject([{ rung: 'gate', status: 'passed' }])
  })

  test('is no drill where none are held', async () => {
    const world = copyOf(pristine)
    removed(world.stores, '/ledger/')
    await world.configure({ objectives: { rpo: '15m', 'verify-every': '6h' } })
    const judgement = await judge(world)
    expect(judgement.refusal).toBeNull()
    expect(conditionIn(judgement, 'drill').status).toBe('skipped')
  })

  test('is met by limits of its own, whatever the objectives are', async () => {
    const world = closedGate(null)
    world.checks = pristine.checks
    await world.configure({ gate: { after: { environment: 'staging' }, backup: '3h' } })
    expect((await judge(world)).refusal).toBeNull()
  })

  test('of a branch that requires no checks was not asked, and is not called passed', async () => {
    const world = copyOf(pristine)
    world.checks = { required: async () => [] }
    const judgement = await judge(world)
    expect(judgement.refusal).toBeNull()
    expect(conditionIn(judgement, 'checks').status).toBe('degraded')
  })

  test('is asked of the branch that the file names', async () => {
    const world = copyOf(pristine)
    await world.configure({ gate: { after: { environment: 'staging' }, checks: { branch: 'release' } } })
    const asked: string[] = []
    world.checks = {
      required: async (commit, branch) => {
        asked.push(`${commit} ${branch}`)
        return [check('build', 'green')]
      },
    }
    await judge(world)
    expect(asked).toEqual([`${world.input.commit} release`])
  })
})

test('what nobody signed is not called passed, where no keys are configured', async () => {
  const world = copyOf(pristine)
  await world.configure({
    protected: false,
    signing: undefined,
    gate: { ...on, after: { environment: 'staging' } },
  })
  world.staging = { ...world.staging, signing: {} }
  const judgement = await judge(world)
  expect(judgement.refusal).toBeNull()
  expect(statuses(judgement)).toEqual({
    backup: 'degraded',
    proof: 'degraded',
    drill: 'degraded',
    after: 'degraded',
    checks: 'passed',
  })
})
const on = { backup: 'on', proof: 'on', drill: 'on', checks: 'on' }

describe('with a store that is out of reach or in foreign hands', () => {
  const down = (store: GateWorld['stores'][number]) => faultyStore(store, () => isDown)

  test('a second store serves, and what newer evidence the first may have is said', async () => {
    const world = copyOf(pristine)
    const [store] = copyOf(pristine).stores
    if (store === undefined) throw new Error('no store')
    const judgement = await judge(world, { stores: [down(memoryStore({ name: 'zero' })), store] })
    expect(judgement.refusal).toBeNull()
    expect(statuses(judgement)).toEqual({
      backup: 'degraded',
      proof: 'degraded',
      drill: 'degraded',
      after: 'passed',
      checks: 'passed',
    })
    expect(conditionIn(judgement, 'drill').detail).toContain('zero')
  })

  test('no store at all closes it: nothing can be judged', async () => {
    const world = copyOf(pristine)
    const judgement = await judge(world, { stores: world.stores.map(down) })
    expect(judgement.refusal?.kind).toBe('refused')
    for (const condition of ['backup', 'proof', 'drill'])
      expect(conditionIn(judgement, condition)).toMatchObject({ status: 'failed', failure: 'unavailable' })
  })

  test('whoever may write to one of two can take nothing back that the other still says', async () => {
    const world = copyOf(pristine)
    world.stagingStores = [memoryStore({ name: 'a' }), memoryStore({ name: 'b' })]
    await validated(world, now - 2 * hours)
    const id = await validated(world, now - hours, { outcome: { verdict: 'failed', failure: 'objective' } })
    removed(world.stagingStores.slice(0, 1), id)
    expect(conditionIn(await judge(world), 'after').status).toBe('failed')
    // Rather than taking it away, he lays another one over it.
    world.stagingStores[0]?.objects.set(`staging/ledger/${id}.json`, [
      { version: 'x', bytes: Buffer.from('{}'), modifiedAt: now },
    ])
    expect(conditionIn(await judge(world), 'after').status).toBe('failed')
  })

  test('whoever may write cannot close it with things that look like backups and proofs', async () => {
    const world = copyOf(pristine)
    for (const { objects } of world.stores) {
      const [manifest] = objects.get(`test/backups/${world.newest}/manifest.json`) ?? []
      const [proof] = [...objects].find(([key]) => /proofs\/.*\.json$/.test(key))?.[1] ?? []
      if (manifest === undefined || proof === undefined) throw new Error('nothing to forge')
      objects.set('test/backups/20261121T101400Z-aaaaa/manifest.json', [manifest])
      objects.set('test/backups/20271121T101400Z-aaaaa/manifest.json', [manifest])
      objects.set(`test/proofs/${world.proven}/20261121T101400Z.json`, [proof])
    }
    const judgement = await judge(world)
    expect(judgement.refusal).toBeNull()
    expect(conditionIn(judgement, 'backup').detail).toContain('passed over')
    expect(conditionIn(judgement, 'proof').detail).toContain('Passed over')
  })

  test('a failed restore test that one store has is not outweighed by an older good one', async () => {
    const world = copyOf(pristine)
    world.stores.push(memoryStore({ name: 'two' }))
    await proven({ ...world, stores: world.stores.slice(1) }, now - 20 * minutes, {
      verdict: 'failed',
      manifestSha256: 'b'.repeat(64),
    })
    expect(conditionIn(await judge(world), 'proof').status).toBe('failed')
  })

  test('a copy that is whole in a store that goes away with the machine does not count', async () => {
    const world = copyOf(pristine)
    const [{ objects } = memoryStore()] = world.stores
    const gone = memoryStore({ name: 'one', ephemeral: true })
    for (const [key, versions] of objects) gone.objects.set(key, versions)
    world.stores = [gone]
    expect(conditionIn(await judge(world), 'backup').status).toBe('failed')
  })

  test('a run that was stopped is not judged', async () => {
    const world = copyOf(pristine)
    const stop = new AbortController()
    stop.abort(new Failure('cancelled', 'stopped'))
    await expect(judge(world, { signal: stop.signal })).rejects.toMatchObject({ kind: 'cancelled' })
  })

  test('an older backup that is young enough serves where the newest is not whole', async () => {
    const world = copyOf(pristine)
    await backedUp(world, now - 10 * minutes)
    removed(world.stores, `${world.newest}/main/100.dat`)
    expect((await judge(world)).refusal).toBeNull()
  })
})
