import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import { recordEvent } from '../../../src/operations/ledger/record.ts'
import { type History, type HistoryRange, readHistory } from '../../../src/operations/status/history.ts'
import type { Store } from '../../../src/ports/store.ts'
import { takeLease } from '../../../src/vault/leases.ts'
import { manifestKey } from '../../../src/vault/layout.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { type MemoryStore, memoryStore } from '../../support/doubles/memory-store.ts'
import { type FakeClock, fakeClock } from '../../support/ports/clock.ts'
import { bytesAt, overwrite } from '../../support/ports/damage.ts'
import { makeTestKeys } from '../../support/ports/environment.ts'
import { backupPorts } from '../../support/ports/ports.ts'
import { backUp, keeperPorts, keeping, type Keeping, provenAs } from '../../support/ports/retention.ts'

const hour = 3_600_000
let kept: Keeping
beforeAll(async () => {
  kept = await keeping(await makeTestKeys())
})

let clock: FakeClock
let store: MemoryStore
beforeEach(() => {
  clock = fakeClock()
  store = memoryStore({ clock })
})

async function history(
  stores: readonly Store[] = [store],
  range: HistoryRange = { from: null, to: clock.now() },
): Promise<History> {
  await using ports = await backupPorts(stores, kept.keys, { clock })
  return await readHistory(kept.environment, range, ports)
}

const down = (of: MemoryStore) =>
  faultyStore(of, () => ({ when: 'before', failure: new Failure('unavailable', 'down') }))

describe('what is told of a history', () => {
  it('each backup, proof and event, the newest first, with what its record says', async () => {
    const first = await backUp([store], kept, clock)
    clock.advance(hour)
    await provenAs('passed', [store], first, kept, clock)
    clock.advance(hour)
    const second = await backUp([store], kept, clock, { class: 'critical', label: 'pre-deploy' })
    const found = await history()
    expect(found.backups.map(({ id }) => id)).toEqual([second, first])
    expect(found.backups[0]).toMatchObject({
      label: 'pre-deploy',
      summary: { class: 'critical', sources: [{ name: 'main' }] },
      copies: [{ store: 'memory', state: 'whole' }],
      trouble: null,
    })
    expect(found.backups[0]?.summary?.storedSize).toBeGreaterThan(0)
    expect(found.proofs).toMatchObject([
      { backupId: first, backupExists: true, summary: { verdict: 'passed', level: 'useful' } },
    ])
    expect(found.events.map(({ event }) => [event?.type, event?.backupId])).toEqual([
      ['backup', second],
      ['backup', first],
    ])
    expect(found.newest.backup?.id).toBe(second)
    expect(found.newest.proof?.backupId).toBe(first)
    expect(found.eventCount).toBe(2)
  })

  it('of proofs of the same second, that of the newer backup first', async () => {
    const first = await backUp([store], kept, clock)
    clock.advance(hour)
    const second = await backUp([store], kept, clock)
    for (const id of [first, second]) await provenAs('passed', [store], id, kept, clock)
    const found = await history()
    expect(found.proofs.map(({ backupId }) => backupId)).toEqual([second, first])
    expect(found.newest.proof?.backupId).toBe(second)
  })

  it('nothing outside of the range, but the newest of each kind before it', async () => {
    const old = await backUp([store], kept, clock)
    await provenAs('passed', [store], old, kept, clock)
    clock.advance(48 * hour)
    const from = clock.now() - hour
    const found = await history([store], { from, to: clock.now() })
    expect([found.backups, found.proofs, found.events]).toEqual([[], [], []])
    expect(found.newest).toMatchObject({ backup: { id: old }, proof: { backupId: old } })
    expect(found.known).toEqual([old])
  })

  it('what lies after the range is named and counts for nothing', async () => {
    const to = clock.now()
    clock.advance(hour)
    const later = await backUp([store], kept, clock)
    const found = await history([store], { from: null, to })
    expect(found.backups).toEqual([])
    expect(found.newest.backup).toBeNull()
    expect(found.ahead.backups).toEqual([later])
    expect(found.ahead.events).toHaveLength(1)
  })

  it('leases, and the folders of runs that were killed', async () => {
    await store.put('test/backups/20261121T090000Z-k3f9x/main/1.dat', Buffer.from('half'))
    await using keeper = await keeperPorts([store], kept, { clock })
    await using _lease = await takeLease([store], 'test', { exclusive: 'retention', why: 'x' }, keeper)
    const found = await history()
    expect(found.leases).toMatchObject([{ name: 'retention', store: 'memory' }])
    expect(found.unfinished).toMatchObject([{ id: '20261121T090000Z-k3f9x', stores: ['memory'] }])
    expect(found.known).toEqual([])
  })
})

describe('what cannot be believed has no contents', () => {
  it('a manifest, a proof and an event whose signature does not hold', async () => {
    const id = await backUp([store], kept, clock)
    clock.advance(hour)
    const other = await backUp([store], kept, clock)
    await provenAs('passed', [store], other, kept, clock)
    for (const key of store.objects.keys()) {
      const isTarget = key === manifestKey('test', id) || /\/(proofs|ledger)\/.*\.json$/.test(key)
      if (isTarget)
        overwrite(store, key, Buffer.from(bytesAt(store, key).toString().replace('0.1.0', '6.6.6')))
    }
    const found = await history()
    expect(found.backups).toMatchObject([
      { id: other, trouble: null },
      { id, summary: null, trouble: { kind: 'integrity' }, copies: [{ state: 'unknown' }] },
    ])
    expect(found.proofs).toMatchObject([{ summary: null, trouble: { kind: 'integrity' } }])
    expect(found.events.map(({ trouble }) => trouble?.kind)).toEqual(['integrity', 'integrity'])
    expect(found.newest).toMatchObject({ backup: { id: other }, proof: null })
  })

  it('an event that no configured role may sign', async () => {
    const { retention: _, ...signing } = kept.environment.signing
    const without = { ...kept, environment: { ...kept.environment, signing } }
    await using keeper = await keeperPorts([store], kept, { clock })
    await recordEvent(keeper, kept.environment, {
      type: 'retention',
      outcome: { verdict: 'passed', failure: null },
      backupId: null,
    })
    const found = await readHistory(without.environment, { from: null, to: clock.now() }, keeper)
    expect(found.events).toMatchObject([{ event: null, trouble: { kind: 'integrity' } }])
  })
})

describe('what stores have and lack', () => {
  it('is told of each of them', async () => {
    const second = memoryStore({ name: 'second', clock })
    const id = await backUp([store, second], kept, clock)
    clock.advance(hour)
    const alone = await backUp([store], kept, clock)
    const artifact = [...second.objects.keys()].find((key) => key.includes(`${id}/main/`)) ?? ''
    second.objects.delete(artifact)
    const found = await history([store, second])
    expect(found.stores).toMatchObject([
      { name: 'memory', backups: 2, oldest: id, newest: alone, lacksBackups: [], lacksEvents: 0 },
      { name: 'second', backups: 1, newest: id, lacksBackups: [alone, id], lacksEvents: 1 },
    ])
    expect(found.backups.map(({ copies }) => copies.map(({ state }) => state))).toEqual([
      ['whole', 'missing'],
      ['whole', 'incomplete'],
    ])
  })

  it('a store out of reach is named, and nothing is said of what it has', async () => {
    const second = memoryStore({ name: 'second', clock })
    const id = await backUp([store, second], kept, clock)
    const found = await history([down(second), store])
    expect(found.unreachable.get('second')?.kind).toBe('unavailable')
    expect(found.stores[0]).toMatchObject({ name: 'second', backups: 0, failure: { kind: 'unavailable' } })
    expect(found.backups).toMatchObject([{ id, copies: [{ store: 'memory', state: 'whole' }] }])
  })

  it('a store that was never used while others have backups is taken for one that is not there', async () => {
    await backUp([store], kept, clock)
    const found = await history([store, memoryStore({ name: 'unmounted', clock })])
    expect([...found.unreachable.keys()]).toEqual(['unmounted'])
  })

  it('without a single store there is no history at all', async () => {
    await expect(history([down(store)])).rejects.toThrow(Failure)
  })

  it('each store is listed once, and no more than so many records are read at once', async () => {
    for (let count = 0; count < 40; count += 1) {
      await backUp([store], kept, clock)
      clock.advance(1_000)
    }
    let listings = 0
    let reading = 0
    let most = 0
    const counting: Store = {
      ...store,
      list: (...args) => {
        listings += 1
        return store.list(...args)
      },
      get: async (...args) => {
        reading += 1
        most = Math.max(most, reading)
        // Others get their turn, so that what is read at once is seen to be.
        await new Promise((resolve) => {
          setImmediate(resolve)
        })
        reading -= 1
        return store.get(...args)
      },
    }
    const found = await history([counting])
    expect(found.backups).toHaveLength(40)
    expect(listings).toBe(1)
    expect(most).toBeLessThanOrEqual(16)
    expect(most).toBeGreaterThan(4)
  })
})
