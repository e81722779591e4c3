import { assert, asyncProperty, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  drilled,
  openGate,
  conditionIn,
  copyOf,
  judge,
  minutes,
  now,
  proven,
  statuses,
  validated,
  version,
} from '../../support/ports/gate.ts'
import { damaged, failedCheck, faults } from './faults.ts'

const pristine = await openGate()
const allPassed = { backup: 'passed', proof: 'passed', drill: 'passed', after: 'passed', checks: 'passed' }

describe('the gate', () => {
  test('is open when all was done in time, and names its evidence', async () => {
    const judgement = await judge(pristine)
    expect(statuses(judgement)).toEqual(allPassed)
    expect(judgement).toMatchObject({ refusal: null, overridden: false })
    expect(conditionIn(judgement, 'backup').detail).toContain(
      `${pristine.newest}, data of 2026-11-21T10:10:00Z`,
    )
    expect(conditionIn(judgement, 'proof').detail).toContain(pristine.proven)
    expect(conditionIn(judgement, 'proof').detail).toContain('https://github.example/runs/1')
    expect(conditionIn(judgement, 'drill').detail).toMatch(
      /database-lost of 2026-11-11T10:15:00Z, 10 d ago, event 20261111T/,
    )
    expect(conditionIn(judgement, 'after').detail).toContain('1.4.2 in staging')
    expect(conditionIn(judgement, 'checks').detail).toContain('https://github.example/checks/build')
  })

  describe('is closed, for this reason and no other, when', () => {
    test.each(faults)('$name ($condition)', async ({ condition, failure, also = [], spoil }) => {
      const world = copyOf(pristine)
      await spoil(world)
      const judgement = await judge(world)
      const closed = Object.fromEntries([condition, ...also].map((name) => [name, 'failed']))
      expect(statuses(judgement)).toEqual({ ...allPassed, ...closed })
      const found = conditionIn(judgement, condition)
      expect(found.failure).toBe(failure)
      expect(judgement.refusal).toMatchObject({
        kind: 'refused',
        message: expect.stringContaining(found.name),
      })
      expect(judgement.overridden).toBe(false)
    })
  })

  test('asks for no drill where no objective does, and does not say that none is held', async () => {
    const world = copyOf(pristine)
    await world.configure({ objectives: { rpo: '15m', 'verify-every': '6h' } })
    const judgement = await judge(world)
    expect(statuses(judgement)).toEqual({ ...allPassed, drill: 'skipped' })
    expect(conditionIn(judgement, 'drill').detail).toBe(
      'no drill is asked for: objectives.drill-every is not set',
    )
  })

  test('names the restore test that showed a backup to be damaged', async () => {
    const world = copyOf(pristine)
    await proven(world, now - 3 * minutes, damaged(world))
    expect(conditionIn(await judge(world), 'backup').detail).toMatch(
      /passed over: .*: its restore test failed, 2026-11-21T10:12:00Z, 3 min ago \(intact: copy in one/,
    )
  })

  test('names the repair of a damaged backup as it runs, and none where nothing could mend it', async () => {
    const world = copyOf(pristine)
    await proven(world, now - 3 * minutes, damaged(world))
    const command = `lifeboat repair --environment test --backup ${world.newest}`
    const hint = async () => conditionIn(await judge(world), 'proof').hint
    const stores = ['one', 'two'].map((name) => ({ name, type: 'local', path: `/srv/${name}` }))
    await world.configure({ stores })
    expect(await hint()).toContain(`\`${command} --confirm test --reason "…"`)
    await world.configure({ protected: false, gate: { proof: 'on' }, stores })
    expect(await hint()).toContain(`\`${command}\``)
    await world.configure({})
    expect(await hint()).not.toContain('repair')
    expect(await hint()).toContain(
      'Make a new backup with `lifeboat backup --environment test`; then prove it',
    )
  })

  test('is open again when the backup that was damaged came back since, as after a repair', async () => {
    const world = copyOf(pristine)
    await proven(world, now - 3 * minutes, damaged(world))
    await proven(world, now - 2 * minutes, { backupId: world.newest })
    expect(statuses(await judge(world))).toEqual(allPassed)
  })

  test('asks no more of a failed restore test whose proof is gone, once that backup came back', async () => {
    const world = copyOf(pristine)
    await drilled(world, now - 3 * minutes, {
      type: 'verification',
      backupId: world.newest,
      outcome: { verdict: 'failed', failure: 'integrity' },
    })
    await proven(world, now - 2 * minutes, { backupId: world.newest })
    await proven(world, now - minutes, {})
    expect(statuses(await judge(world))).toEqual(allPassed)
  })

  test('does not hold against a backup that the machine could not try it', async () => {
    const world = copyOf(pristine)
    const checks = [failedCheck('restorable', 'rehearsal', 'missing')]
    await proven(world, now - 3 * minutes, { backupId: world.newest, verdict: 'failed', checks })
    expect(statuses(await judge(world))).toEqual({ ...allPassed, proof: 'failed' })
  })

  test('does not hold against a version what was found of the next one', async () => {
    const world = copyOf(pristine)
    const details = { version: `${version}-next`, state: 'stands', validated: true }
    await validated(world, now - 5 * minutes, { type: 'deploy', details })
    await validated(world, now - 3 * minutes, {
      outcome: { verdict: 'failed', failure: 'objective' },
      details: { version: null, score: 3 },
    })
    expect(statuses(await judge(world))).toEqual(allPassed)
  })

  test('is not opened by any combination of what closes it', async () => {
    // One fault per condition, since two of one may undo each other's work.
    const oneEach = subarray(['backup', 'proof', 'drill', 'after', 'checks'] as const, { minLength: 2 })
    const chosen = oneEach.chain((conditions) =>
      conditions.reduce(
        (all, condition) =>
          all.chain((before) =>
            subarray(
              faults.filter((fault) => fault.condition === condition && fault.alone !== true),
              { minLength: 1, maxLength: 1 },
            ).map((fault) => [...before, ...fault]),
          ),
        subarray<(typeof faults)[number]>([], { maxLength: 0 }),
      ),
    )
    await assert(
      asyncProperty(chosen, async (some) => {
        const world = copyOf(pristine)
        const inOrder = some.toSorted((a, b) => Number(b.first ?? false) - Number(a.first ?? false))
        for (const { spoil } of inOrder) await spoil(world)
        const judgement = await judge(world)
        expect(judgement.refusal?.kind).toBe('refused')
        const failed = Object.entries(statuses(judgement)).filter(([, status]) => status === 'failed')
        for (const { condition } of some) expect(failed.map(([name]) => name)).toContain(condition)
      }),
      { numRuns: 60 },
    )
  })
})
