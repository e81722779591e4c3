import { beforeAll, describe, expect, it } from 'vitest'
import { retain } from '../../src/operations/retain/retain.ts'
import type { Store } from '../../src/ports/store.ts'
import { backupsFolder, leasesFolder } from '../../src/vault/layout.ts'
import { type MemoryStore, memoryStore } from '../support/doubles/memory-store.ts'
import { copyStore } from '../support/ports/damage.ts'
import { type FakeClock, fakeClock } from '../support/ports/clock.ts'
import { makeTestKeys, type TestKeys } from '../support/ports/environment.ts'
import { backUp, keeperPorts, keeping, type Keeping, provenAs } from '../support/ports/retention.ts'
import { kindOf, Sabotage, trouble, type Trouble } from '../support/ports/sabotage.ts'
import { backupsIn, wholeBackups } from '../support/ports/whole-backups.ts'

const day = 86_400_000
const dead = 'test/backups/20261101T000000Z-aaaaa/main/6260.dat.age'
/** Retention of one backup and a leftover makes this many calls at least. */
const callsOfRetention = 50

let keys: TestKeys
let kept: Keeping
let pristine: MemoryStore
let ids: string[]
let start: number
beforeAll(async () => {
  keys = await makeTestKeys()
  kept = await keeping(keys, {
    retention: { last: 1, daily: 0, weekly: 0, monthly: 0, yearly: 0, critical: '1d' },
  })
  const clock = fakeClock()
  pristine = memoryStore({ clock })
  ids = []
  for (let index = 0; index < 3; index += 1) {
    ids.push(await backUp([pristine], kept, clock))
    clock.advance(day)
  }
  await provenAs('passed', [pristine], ids[1] ?? '', kept, clock)
  await pristine.put(dead, Buffer.from('x'))
  clock.advance(2 * day)
  start = clock.now()
})

describe.each(trouble)('%s, once, at any call of retention', (kind) => {
  it('leaves every backup whole or gone, never the protected ones gone, and a rerun ends clean', async () => {
    expect(await sweep(kind)).toBeGreaterThan(callsOfRetention)
  })
})

it('killed at any call, with its lease left behind, a rerun ends clean once that has expired', async () => {
  // A killed process makes no further call: neither does this store, from then on.
  for (let position = 1; ; position += 1) {
    const clock = fakeClock(start)
    const store = copyStore(pristine, { clock })
    let calls = 0
    const dying = new Proxy<Store>(store, {
      get: (target, name: keyof Store) => {
        const method = target[name]
        if (typeof method !== 'function') return method
        return (...given: unknown[]) => {
          calls += 1
          if (calls > position) throw new TypeError('the process is gone')
          return (method as (...all: unknown[]) => unknown).apply(target, given)
        }
      },
    })
    await retainWith(dying, clock)
    expect(await wholeOrGone(store)).toEqual([])
    clock.advance(day / 12)
    expect((await retainWith(store, clock)).report.verdict).toBe('passed')
    await expectClean(store)
    if (calls <= position) break
  }
})

async function sweep(kind: Trouble): Promise<number> {
  for (let position = 1; ; position += 1) {
    const clock = fakeClock(start)
    const store = copyStore(pristine, { clock })
    const sabotage = new Sabotage(position, kind)
    const { report } = await retainWith(store, clock, sabotage)
    const where = `call ${position}, ${sabotage.struck}`
    expect([where, await wholeOrGone(store)]).toEqual([where, []])
    expect([where, report.failure?.kind ?? kindOf(kind)]).toEqual([where, kindOf(kind)])
    if (sabotage.struck === null) return position - 1
    // By then a lease whose removal failed has expired.
    clock.advance(day / 12)
    const rerun = await retainWith(store, clock)
    expect([where, rerun.report.verdict, rerun.report.failure?.message]).toEqual([where, 'passed', undefined])
    await expectClean(store)
  }
}

async function retainWith(store: Store, clock: FakeClock, sabotage?: Sabotage) {
  await using ports = await keeperPorts([store], kept, { clock })
  return await retain(kept.environment, { dryRun: false }, sabotage?.over(ports) ?? ports)
}

/** What of each backup is wrong: one with a manifest must come back, and the two that are protected must be there. */
async function wholeOrGone(store: MemoryStore): Promise<string[]> {
  const wrong: string[] = []
  // In a copy: to try a backup is to write a proof.
  const whole: string[] = await wholeBackups(copyStore(store), kept.environment, keys).catch(
    (error: unknown) => {
      wrong.push(String(error))
      return []
    },
  )
  for (const id of [ids[1] ?? '', ids[2] ?? '']) if (!whole.includes(id)) wrong.push(`${id} is gone`)
  return wrong
}

/** The two are there, and of all else nothing. */
async function expectClean(store: MemoryStore): Promise<void> {
  expect(await backupsIn(store, kept.environment)).toEqual([ids[1], ids[2]])
  const folders = new Set(
    [...store.objects.keys()].flatMap((key) =>
      key.startsWith(backupsFolder('test')) ? [key.split('/')[2]] : [],
    ),
  )
  expect(folders).toEqual(new Set([ids[1], ids[2]]))
  const leases = [...store.objects.keys()].filter((key) => key.startsWith(leasesFolder('test')))
  expect(leases.filter((key) => key.endsWith('retention.json'))).toEqual([])
}
