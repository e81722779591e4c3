import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { retain } from '../../src/operations/retain/retain.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Store } from '../../src/ports/store.ts'
import { backupFolder, manifestKey, proofsFolder } from '../../src/vault/layout.ts'
import { takeLease } from '../../src/vault/leases.ts'
import { faultyStore } from '../support/doubles/faulty-store.ts'
import { type MemoryStore, memoryStore } from '../support/doubles/memory-store.ts'
import { type FakeClock, fakeClock } from '../support/ports/clock.ts'
import { makeTestKeys, type TestKeys } from '../support/ports/environment.ts'
import { verifyPorts } from '../support/ports/ports.ts'
import { backUp, keeperPorts, keeping, type Keeping, provenAs, said } from '../support/ports/retention.ts'
import { backupsIn, wholeBackups } from '../support/ports/whole-backups.ts'

const day = 86_400_000
const least = { last: 1, daily: 0, weekly: 0, monthly: 0, yearly: 0, critical: '1d' }

let keys: TestKeys
let kept: Keeping
beforeAll(async () => {
  keys = await makeTestKeys()
  kept = await keeping(keys, { retention: least })
})

let clock: FakeClock
let store: MemoryStore
beforeEach(() => {
  clock = fakeClock()
  store = memoryStore({ clock })
})

/** So many backups, a day apart; the clock then stands a day after the last. */
async function backups(count: number, stores: readonly Store[] = [store]): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    ids.push(await backUp(stores, kept, clock))
    clock.advance(day)
  }
  return ids
}

async function run(stores: readonly Store[] = [store], { dryRun = false, own = kept } = {}) {
  await using ports = await keeperPorts(stores, own, { clock })
  return await retain(own.environment, { dryRun }, ports)
}

const objectsOf = (id: string, from: MemoryStore = store) =>
  [...from.objects.keys()].filter((key) => key.startsWith(backupFolder('test', id)))

function loseAnArtifact(id: string): void {
  const artifact = objectsOf(id).find((key) => key.endsWith('.age'))
  expect(store.objects.delete(artifact ?? '')).toBe(true)
}

describe('retention', () => {
  it('removes what no rule keeps, whole, and leaves what it keeps whole', async () => {
    const ids = await backups(4)
    const { report, removed, kept: left } = await run()
    expect(report.verdict).toBe('passed')
    expect(removed).toEqual(ids.slice(0, 3))
    expect(left).toEqual([ids[3]])
    expect(ids.slice(0, 3).flatMap((id) => objectsOf(id))).toEqual([])
    expect(await wholeBackups(store, kept.environment, keys)).toEqual([ids[3]])
    expect(report.facts.find(({ label }) => label === 'freed')?.value).toBeGreaterThan(3_000)
  })

  it('explains every decision in a dry run, and changes nothing', async () => {
    const ids = await backups(3)
    const before = [...store.objects.keys()]
    const { report, removed } = await run([store], { dryRun: true })
    expect([...store.objects.keys()]).toEqual(before)
    expect(removed).toEqual([ids[1], ids[0]])
    const facts = new Map(report.facts.map(({ label, text }) => [label, text]))
    expect(facts.get(ids[0] ?? '')).toBe('to be removed: no rule keeps it')
    expect(facts.get(ids[2] ?? '')).toContain('newest 1')
  })

  it('removes in every store, and what only one of them has', async () => {
    const second = memoryStore({ name: 'second', clock })
    const [alone] = await backups(1, [second])
    const both = await backups(2, [store, second])
    const { removed } = await run([store, second])
    expect(removed).toEqual([alone, both[0]])
    expect(objectsOf(both[0] ?? '', second)).toEqual([])
    expect(await wholeBackups(second, kept.environment, keys)).toEqual([both[1]])
  })

  it('keeps the newest that is proven, by its newest proof', async () => {
    const ids = await backups(4)
    await provenAs('passed', [store], ids[0] ?? '', kept, clock)
    await provenAs('passed', [store], ids[1] ?? '', kept, clock)
    await provenAs('passed', [store], ids[2] ?? '', kept, clock)
    clock.advance(1_000)
    await provenAs('failed', [store], ids[2] ?? '', kept, clock, [said('equal', 'failed')])
    expect((await run()).removed).toEqual([ids[0], ids[2]])
  })

  it.each([
    ['reached no restored data', 'degraded', [said('stored', 'passed')]],
    ['could not be made', 'failed', [said('restorable', 'failed', 'unavailable')]],
    ['missed the RTO alone', 'failed', [said('equal', 'passed'), said('fresh', 'failed', 'objective')]],
  ] as const)('takes a backup for proven still when a later test of it %s', async (_, verdict, checks) => {
    const [proven, untried] = await backups(2)
    await provenAs('passed', [store], proven ?? '', kept, clock)
    clock.advance(1_000)
    await provenAs(verdict, [store], proven ?? '', kept, clock, [...checks])
    const { removed, kept: left } = await run()
    expect(removed).toEqual([])
    expect(left).toEqual([untried, proven])
  })

  it('lets a backup that a restore test condemned push nothing good out, until a newer test acquits it', async () => {
    const [first, good, bad] = await backups(3)
    await provenAs('failed', [store], bad ?? '', kept, clock, [said('equal', 'failed')])
    clock.advance(1_000)
    await provenAs('failed', [store], bad ?? '', kept, clock)
    const { removed, report } = await run()
    expect(removed).toEqual([first])
    expect(report.verdict).toBe('degraded')
    expect(report.notices.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(`^1 backup was shown to be bad by a restore test: ${bad}; `),
    )
    const told = new Map(report.facts.map(({ label, text }) => [label, text]))
    expect(told.get(bad ?? '')).toMatch(/^kept: newest 1, .*; a restore test has shown it to be bad$/)
    expect(told.get(good ?? '')).toMatch(/newest that is whole and sound/)
    clock.advance(1_000)
    await provenAs('passed', [store], bad ?? '', kept, clock, [said('equal', 'passed')])
    expect((await run()).removed).toEqual([good])
  })

  it('counts nothing of a backup whose proofs cannot be read just now', async () => {
    const ids = await backups(3)
    await provenAs('failed', [store], ids[2] ?? '', kept, clock)
    const silent = faultyStore(store, ({ method, key }) =>
      method === 'get' && key.startsWith(proofsFolder('test', ids[2] ?? ''))
        ? { when: 'before', failure: new Failure('unavailable', 'silent') }
        : null,
    )
    const { removed, report } = await run([silent])
    expect(removed).toEqual([ids[0]])
    expect(report.verdict).toBe('degraded')
  })

  it('looks once whether a backup is whole that is not, however many rules ask', async () => {
    const ids = await backups(3)
    for (const id of ids) await provenAs('passed', [store], id, kept, clock)
    loseAnArtifact(ids[2] ?? '')
    const watched = faultyStore(store, () => null)
    await run([watched], { dryRun: true })
    const folder = backupFolder('test', ids[2] ?? '')
    const looks = watched.calls.filter(({ method, key }) => method === 'list' && key === folder)
    expect(looks).toHaveLength(1)
  })

  it('keeps a backup of which a store does not say whether it is whole, and the newest that is', async () => {
    const ids = await backups(3)
    loseAnArtifact(ids[2] ?? '')
    const silent = faultyStore(store, ({ method, key }) =>
      method === 'list' && key === backupFolder('test', ids[1] ?? '')
        ? { when: 'before', failure: new Failure('unavailable', 'silent') }
        : null,
    )
    const { removed, report } = await run([silent])
    expect(removed).toEqual([])
    expect(report.verdict).toBe('degraded')
    const told = new Map(report.facts.map(({ label, text }) => [label, text]))
    expect(told.get(ids[1] ?? '')).toContain(
      `store ${store.name} does not say whether all of it is there: silent`,
    )
    expect(report.notices.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^1 backup could not be judged for now: .* store .* does not say whether/),
    )
    expect((await run()).removed).toEqual([ids[0]])
  })

  it('lets an unsigned manifest push nothing out, and does not remove it', async () => {
    const ids = await backups(2)
    clock.advance(day)
    const other = await keeping(await makeTestKeys(), { retention: least })
    const fake = await backUp([store], other, clock)
    clock.advance(day)
    const { removed, report } = await run()
    expect(removed).toEqual([ids[0]])
    expect(await backupsIn(store, kept.environment)).toEqual([ids[1], fake])
    expect(
      report.notices.some(
        ({ level, text }) => level === 'warning' && text.startsWith('1 backup cannot be trusted'),
      ),
    ).toBe(true)
  })

  it('keeps what another run is making or reading, and removes it afterwards', async () => {
    const ids = await backups(2)
    {
      await using ports = await keeperPorts([store], kept, { clock })
      await using _lease = await takeLease([store], 'test', { use: ids[0] ?? '', why: 'prove it' }, ports)
      const { removed, report } = await run()
      expect(removed).toEqual([])
      expect(report.facts.find(({ label }) => label === ids[0])?.text).toContain('in use by tester')
    }
    expect((await run()).removed).toEqual([ids[0]])
  })

  it('keeps what a lock holds, and says until when', async () => {
    const ids = await backups(2)
    const locked = {
      ...store,
      stat: async (key: string) => {
        const found = await store.stat(key)
        return found !== null && key.includes(ids[0] ?? '')
          ? { ...found, lockedUntil: clock.now() + day }
          : found
      },
    }
    const { removed, report } = await run([locked])
    expect(removed).toEqual([])
    expect(report.facts.find(({ label }) => label === ids[0])?.text).toMatch(/^kept: locked until 2026-11-24/)
  })

  it('keeps a backup whose manifest a lock holds that it could not foresee, with its artifacts', async () => {
    const ids = await backups(3)
    const locked = faultyStore(store, ({ method, key }) =>
      method === 'remove' && key.startsWith(backupFolder('test', ids[0] ?? ''))
        ? { when: 'before', failure: new Failure('refused', 'locked') }
        : null,
    )
    const { removed, report } = await run([locked])
    expect(removed).toEqual([ids[1]])
    expect(report.verdict).toBe('passed')
    expect(await wholeBackups(store, kept.environment, keys)).toEqual([ids[0], ids[2]])
  })

  it('refuses to run beside another', async () => {
    await backups(2)
    await using ports = await keeperPorts([store], kept, { clock })
    await using _lease = await takeLease([store], 'test', { exclusive: 'retention', why: 'x' }, ports)
    const { report } = await run()
    expect(report.failure?.kind).toBe('refused')
    expect(await backupsIn(store, kept.environment)).toHaveLength(2)
  })

  it('stops when its lease is lost, before it removes anything more', async () => {
    const ids = await backups(4)
    let removals = 0
    const watched = faultyStore(store, ({ method, key }) => {
      if (method === 'remove' && key === manifestKey('test', ids[0] ?? '')) {
        removals += 1
        store.objects.delete('test/leases/retention.json')
      }
      return null
    })
    const { report, removed } = await run([watched])
    expect(removals).toBe(1)
    expect(removed).toEqual([ids[0]])
    expect(report.failure?.kind).toBe('refused')
  })

  it('removes nothing when its clock and the store’s are apart', async () => {
    await backups(3)
    clock.advance(day)
    const elsewhere = { ...clock, now: () => clock.now() + 200 * day }
    await using ports = await keeperPorts([store], kept, { clock: elsewhere })
    const { report, removed } = await retain(kept.environment, { dryRun: false }, ports)
    expect(removed).toEqual([])
    expect(report.verdict).toBe('degraded')
    expect(report.notices.map(({ text }) => text).join()).toContain('clock')
  })

  it('goes on without a store that is down, is degraded, and touches no leftovers then', async () => {
    const ids = await backups(2)
    await store.put(`${backupFolder('test', '20261101T000000Z-aaaaa')}main/x`, Buffer.from('x'))
    const down = faultyStore(memoryStore({ name: 'down' }), () => ({
      when: 'before',
      failure: new Failure('unavailable', 'down'),
    }))
    clock.advance(3 * day)
    const { report, removed } = await run([down, store])
    expect(removed).toEqual([ids[0]])
    expect(report.verdict).toBe('degraded')
    expect(objectsOf('20261101T000000Z-aaaaa')).toHaveLength(1)
  })

  it('takes an empty store without a marker for one that is not there: its folder may not be mounted', async () => {
    const second = memoryStore({ name: 'second', clock })
    const ids = await backups(2, [store, second])
    await store.put(`${backupFolder('test', '20261101T000000Z-aaaaa')}main/x`, Buffer.from('x'))
    clock.advance(3 * day)
    const { report, removed } = await run([store, memoryStore({ name: 'second', clock })])
    expect(removed).toEqual([ids[0]])
    expect(report.verdict).toBe('degraded')
    expect(report.notices.some(({ text }) => text.includes('lifeboat.json'))).toBe(true)
    // Its manifests may name them.
    expect(objectsOf('20261101T000000Z-aaaaa')).toHaveLength(1)
  })

  it('is not well when there is no backup at all', async () => {
    expect((await run()).report.verdict).toBe('degraded')
  })

  it('fails when it may delete nothing, as credentials of another role do', async () => {
    await backups(2)
    const denied = faultyStore(store, ({ method, key }) =>
      method === 'remove' && key.includes('/backups/')
        ? { when: 'before', failure: new Failure('access', 'not allowed') }
        : null,
    )
    const { report } = await run([denied])
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'access' } })
    expect(await wholeBackups(store, kept.environment, keys)).toHaveLength(2)
  })

  it('needs its signing key where the file names one', async () => {
    await using ports = await keeperPorts([store], kept, {
      clock,
      keys: { passphrase: null, identities: [], signing: null },
    })
    const { report } = await retain(kept.environment, { dryRun: false }, ports)
    expect(report.failure?.kind).toBe('config')
  })
})

describe('leftovers', () => {
  const dead = '20261120T000000Z-aaaaa'
  const future = '20361120T000000Z-bbbbb'

  beforeEach(async () => {
    await backups(1)
    clock.advance(-day)
    for (const id of [dead, future])
      await store.put(`${backupFolder('test', id)}main/6260.dat.age`, Buffer.from('x'))
    await store.put(`${manifestKey('test', dead)}.sig`, Buffer.from('x'))
  })

  it('of a killed run go after the grace, and not before; ids from the future stay', async () => {
    clock.advance(day / 2)
    await run()
    expect(objectsOf(dead)).toHaveLength(2)
    clock.advance(day)
    const { report } = await run()
    expect(objectsOf(dead)).toEqual([])
    expect(objectsOf(future)).toHaveLength(1)
    expect(report.facts.find(({ label }) => label === 'leftovers removed')?.value).toBe(1)
  })

  it('of a run that is still at it stay, however old', async () => {
    clock.advance(30 * day)
    await using ports = await keeperPorts([store], kept, { clock })
    await using _lease = await takeLease([store], 'test', { use: dead, why: 'make it' }, ports)
    await run()
    expect(objectsOf(dead)).toHaveLength(2)
  })

  it('stay where another store has the manifest: the copy may be on its way', async () => {
    const second = memoryStore({ name: 'second', clock })
    clock.advance(day)
    const id = await backUp([second], kept, clock)
    await store.put(`${backupFolder('test', id)}main/toc.dat.age`, Buffer.from('x'))
    clock.advance(3 * day)
    await run([store, second])
    expect(objectsOf(id)).toHaveLength(1)
  })

  it('of removed backups, their proofs, stay for 400 days', async () => {
    const [id = ''] = await backups(1)
    await provenAs('passed', [store], id, kept, clock)
    await backups(1)
    await provenAs('passed', [store], (await backups(1))[0] ?? '', kept, clock)
    expect((await run()).removed).toContain(id)
    const proofs = () => [...store.objects.keys()].filter((key) => key.startsWith(proofsFolder('test', id)))
    expect(proofs()).toHaveLength(2)
    clock.advance(401 * day)
    await run()
    expect(proofs()).toEqual([])
  })
})

describe('a reader and retention, interleaved', () => {
  /** Lets a restore test run just before retention removes this object of the backup, and tells how it ended. */
  async function readBefore(name: string): Promise<{ verdict: string; kind: string | null }> {
    const [id = ''] = await backups(2)
    const ended: { verdict: string; kind: string | null }[] = []
    const raced: Store = {
      ...store,
      remove: async (key, signal) => {
        if (key === `${backupFolder('test', id)}${name}`) {
          await using ports = await verifyPorts([store], keys, { clock })
          const { report } = await verify(kept.environment, { backup: id, level: 'useful' }, ports)
          ended.push({ verdict: report.verdict, kind: report.failure?.kind ?? null })
        }
        await store.remove(key, signal)
      },
    }
    await run([raced])
    expect(ended).toHaveLength(1)
    return ended[0] ?? { verdict: 'none', kind: null }
  }

  it('before the manifest goes: the reader has all of it', async () => {
    expect(await readBefore('manifest.json')).toMatchObject({
      verdict: 'passed',
    })
  })

  it('after the manifest went: the reader is told that there is no such backup', async () => {
    expect(await readBefore('manifest.json.sig')).toMatchObject({
      verdict: 'failed',
      kind: 'missing',
    })
  })

  it('that has read the manifest just before it went keeps every artifact until a later run', async () => {
    const [id = ''] = await backups(2)
    await using ports = await keeperPorts([store], kept, { clock })
    const readers: { lease: AsyncDisposable; hadManifest: boolean }[] = []
    const raced: Store = {
      ...store,
      remove: async (key, signal) => {
        // The reader's put and get fit in right before: retention has looked at leases already.
        if (key === manifestKey('test', id)) {
          const lease = await takeLease([store], 'test', { use: id, why: 'restore it' }, ports)
          readers.push({ lease, hadManifest: (await store.get(key)) !== null })
        }
        await store.remove(key, signal)
      },
    }
    const { removed } = await run([raced])
    expect(removed).toEqual([id])
    expect(readers).toMatchObject([{ hadManifest: true }])
    expect(objectsOf(id).some((key) => key.includes('/main/'))).toBe(true)
    await readers[0]?.lease[Symbol.asyncDispose]()
    await run()
    expect(objectsOf(id)).toEqual([])
  })
})
