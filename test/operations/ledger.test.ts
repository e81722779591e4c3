import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Report } from '../../src/domain/report.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { breakLease, viewLeases } from '../../src/operations/leases/leases.ts'
import { recordEvent } from '../../src/operations/ledger/record.ts'
import { verifyLedger } from '../../src/operations/ledger/verify.ts'
import { retain } from '../../src/operations/retain/retain.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Store } from '../../src/ports/store.ts'
import { ledgerFolder } from '../../src/vault/layout.ts'
import { findHeads } from '../../src/vault/ledger.ts'
import { takeLease } from '../../src/vault/leases.ts'
import { faultyStore } from '../support/doubles/faulty-store.ts'
import { type MemoryStore, memoryStore } from '../support/doubles/memory-store.ts'
import { copyStore, overwrite } from '../support/ports/damage.ts'
import { type FakeClock, fakeClock } from '../support/ports/clock.ts'
import { makeTestKeys } from '../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { keeperPorts, keeping, type Keeping } from '../support/ports/retention.ts'

let kept: Keeping
let environment: Environment
beforeAll(async () => {
  kept = await keeping(await makeTestKeys())
  ;({ environment } = kept)
})

let clock: FakeClock
let store: MemoryStore
beforeEach(() => {
  clock = fakeClock()
  store = memoryStore({ clock })
})

async function record(stores: readonly Store[] = [store]): Promise<string> {
  await using ports = await keeperPorts(stores, kept, { clock })
  const id = await recordEvent(ports, environment, {
    type: 'retention',
    outcome: { verdict: 'passed', failure: null },
    backupId: null,
  })
  clock.advance(60_000)
  if (id === null) throw new Error('no store took it')
  return id
}

async function check(stores: readonly Store[] = [store], own = environment): Promise<Report> {
  await using ports = await backupPorts(stores, kept.keys, { clock })
  return await verifyLedger(own, ports)
}

it('an unsigned run adds nothing to a signed ledger, and says so', async () => {
  await record()
  await using ports = await keeperPorts([store], kept, { clock })
  const unsigned = { ...ports, keys: { ...ports.keys, signing: null } }
  const event = {
    type: 'restore',
    outcome: { verdict: 'passed', failure: null },
    backupId: null,
  } as const
  expect(await recordEvent(unsigned, environment, event)).toBeNull()
  expect((await check()).verdict).toBe('passed')
})

const notices = (report: Report, kind: string) =>
  report.notices.filter(({ text }) => text.startsWith(`${kind}: `)).map(({ text }) => text)
const keyOf = (id: string) => `${ledgerFolder('test')}${id}.json`

describe('what runs do stands in the ledger', () => {
  it('a backup, a restore test, a retention and a lease that was cleared, chained and signed by their roles', async () => {
    await using writer = await backupPorts([store], kept.keys, { clock })
    await backup(environment, { class: 'critical' }, writer)
    clock.advance(60_000)
    await using reader = await verifyPorts([store], kept.keys, { clock })
    await verify(environment, { backup: 'latest', level: 'useful' }, reader)
    clock.advance(60_000)
    await using keeper = await keeperPorts([store], kept, { clock })
    await retain(environment, { dryRun: false }, keeper)
    clock.advance(60_000)
    await using _lease = await takeLease([store], 'test', { exclusive: 'retention', why: 'x' }, keeper)
    const run = { ...keeper.run, reason: 'runner-7 is gone' }
    const broken = await breakLease(environment, { name: 'retention' }, { ...keeper, run })
    expect(broken.verdict).toBe('passed')
    const report = await check()
    expect(report.verdict).toBe('passed')
    const lines = report.facts.filter(({ label }) => /^\d{8}T/.test(label)).map(({ text }) => text)
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'lease-broken',
      'retention',
      'verification',
      'backup',
    ])
    expect(lines[0]).toContain('runner-7 is gone')
    expect(report.facts).toContainEqual(expect.objectContaining({ label: 'anchors in proofs', value: 1 }))
  })

  it('in the order of what was done, also within a second, whatever chance has drawn', async () => {
    const written: string[] = []
    for (let drawn = 255; drawn > 235; drawn -= 1) {
      await using ports = await keeperPorts([store], kept, {
        clock,
        random: { bytes: (count) => new Uint8Array(count).fill(drawn) },
      })
      const outcome = { verdict: 'passed', failure: null } as const
      written.push(
        (await recordEvent(ports, environment, { type: 'retention', outcome, backupId: null })) ?? '',
      )
      clock.advance(49)
    }
    expect(written.toSorted()).toEqual(written)
    const [newest] = (await check()).facts.filter(({ label }) => /^\d{8}T/.test(label))
    expect(newest?.label).toBe(written.at(-1))
  })

  it('a run that failed, with the kind of its failure', async () => {
    await using ports = await backupPorts([store], kept.keys, {
      clock,
      openSource: async () => {
        throw new Failure('access', 'wrong password')
      },
    })
    await backup(environment, { class: 'scheduled' }, ports)
    const report = await check()
    expect(report.facts.some(({ text }) => text.startsWith('backup access'))).toBe(true)
  })

  it('and a ledger that cannot be written changes nothing about the run', async () => {
    const closed = faultyStore(store, ({ method, key }) =>
      method === 'put' && key.includes('/ledger/')
        ? { when: 'before', failure: new Failure('access', 'no') }
        : null,
    )
    await using ports = await backupPorts([closed], kept.keys, { clock })
    const report = await backup(environment, { class: 'scheduled' }, ports)
    expect(report.verdict).toBe('passed')
    expect(ports.log.lines.some((line) => line.startsWith('warning') && line.includes('ledger'))).toBe(true)
  })
})

describe('ledger verify', () => {
  it('passes over a ledger that is whole, in one store and in two', async () => {
    const second = memoryStore({ name: 'second', clock })
    for (let index = 0; index < 5; index += 1) await record([store, second])
    expect(await check([store, second])).toMatchObject({ verdict: 'passed', failure: null })
  })

  it('finds an event that was taken out', async () => {
    await record()
    const middle = await record()
    const last = await record()
    store.objects.delete(keyOf(middle))
    const report = await check()
    expect(report.failure?.kind).toBe('integrity')
    expect(notices(report, 'gap')[0]).toContain(`${middle} (named by ${last})`)
  })

  it('finds an event that was changed, even by somebody with the key', async () => {
    await record()
    const middle = await record()
    await record()
    const other = memoryStore({ clock })
    const forged = { ...clock, now: () => Date.parse('2026-11-21T10:16:00Z') }
    await using ports = await keeperPorts([other], kept, { clock: forged })
    // The same place and key, other words.
    const bytes = Buffer.from(
      String(store.objects.get(keyOf(middle))?.at(-1)?.bytes).replace('tester', 'nobody'),
    )
    const { sign } = await import('../../src/vault/signing.ts')
    overwrite(store, keyOf(middle), bytes)
    overwrite(
      store,
      `${keyOf(middle)}.sig`,
      Buffer.from(sign(bytes, ports.keys.signing ?? '', `lifeboat ledger test/${middle}`)),
    )
    const report = await check()
    expect(report.failure?.kind).toBe('integrity')
    expect(notices(report, 'edit')[0]).toContain(middle)
    expect(notices(report, 'signature')).toEqual([])
  })

  it('finds an event that nobody with a key has signed', async () => {
    await record()
    const id = await record()
    store.objects.delete(`${keyOf(id)}.sig`)
    const report = await check()
    expect(report.failure?.kind).toBe('integrity')
    expect(notices(report, 'signature')[0]).toContain(id)
  })

  it('does not believe a key of another role', async () => {
    await using ports = await backupPorts([store], kept.keys, { clock })
    await recordEvent(ports, environment, {
      type: 'retention',
      outcome: { verdict: 'passed', failure: null },
      backupId: null,
    })
    expect(notices(await check(), 'signature')).toHaveLength(1)
  })

  it('says that it cannot tell who wrote it where no key is configured', async () => {
    const open = await keeping(kept.keys, { signing: {} })
    await record()
    const report = await check([store], open.environment)
    expect(report.verdict).toBe('passed')
    expect(report.notices.some(({ text }) => text.includes('no key is given'))).toBe(true)
  })

  it('finds that the end was taken off, by what a proof says', async () => {
    await using writer = await backupPorts([store], kept.keys, { clock })
    await backup(environment, { class: 'scheduled' }, writer)
    clock.advance(60_000)
    await record()
    const last = await record()
    await using reader = await verifyPorts([store], kept.keys, { clock })
    await verify(environment, { backup: 'latest', level: 'useful' }, reader)
    for (const key of store.objects.keys())
      if (key >= keyOf(last) && key.includes('/ledger/')) store.objects.delete(key)
    const report = await check()
    expect(report.failure?.kind).toBe('integrity')
    expect(notices(report, 'gap')[0]).toContain(`${last} (named by proof `)
  })

  it('names events that one store lacks, and copies that differ', async () => {
    const second = memoryStore({ name: 'second', clock })
    await record([store, second])
    const alone = await record([store])
    const other = await record([store, second])
    expect(notices(await check([store, second]), 'one store only')[0]).toContain(`${alone} (only in memory)`)
    overwrite(second, keyOf(other), Buffer.from('{}'))
    const report = await check([store, second])
    expect(report.failure?.kind).toBe('integrity')
    expect(notices(report, 'damage')[0]).toContain(`${other} in second`)
  })

  it('does not call a gap what a store that is down may have', async () => {
    const second = memoryStore({ name: 'second', clock })
    await record([second])
    await record([store, second])
    const down = faultyStore(second, () => ({ when: 'before', failure: new Failure('unavailable', 'down') }))
    expect((await check([store, down])).verdict).toBe('degraded')
  })
})

describe('runs that write at once', () => {
  it('make a fork, which the next event joins', async () => {
    await record()
    const slow = copyStore(store)
    const one = await record([store])
    clock.advance(-60_000)
    const two = await record([slow])
    for (const [key, value] of slow.objects) store.objects.set(key, value)
    expect(notices(await check(), 'fork')).toHaveLength(1)
    clock.advance(60_000)
    await record()
    const report = await check()
    expect(notices(report, 'fork')).toEqual([])
    expect(report.verdict).toBe('passed')
    expect(report.facts).toContainEqual(expect.objectContaining({ label: 'forks joined', value: 1 }))
    expect(one).not.toBe(two)
  })

  it('ten of them, and the chain is whole afterwards', async () => {
    await using ports = await keeperPorts([store], kept, { clock })
    const event = {
      type: 'retention',
      outcome: { verdict: 'passed', failure: null },
      backupId: null,
    } as const
    await Promise.all(Array.from({ length: 10 }, () => recordEvent(ports, environment, event)))
    clock.advance(60_000)
    await record()
    const report = await check()
    expect(report.verdict).toBe('passed')
    expect(notices(report, 'fork')).toEqual([])
    expect(report.facts).toContainEqual(expect.objectContaining({ label: 'events', value: 11 }))
  })
})

describe('the heads of a long ledger', () => {
  it('are found without reading more than the newest events', async () => {
    const ids: string[] = []
    for (let index = 0; index < 100; index += 1) ids.push(await record())
    const watched = faultyStore(store, () => null)
    await using ports = await keeperPorts([watched], kept, { clock })
    const { heads, depth } = await findHeads([watched], 'test', ports)
    expect(heads.map(({ id }) => id)).toEqual([ids.at(-1)])
    expect(depth).toBe(100)
    expect(watched.calls.filter(({ method }) => method === 'get').length).toBeLessThanOrEqual(32)
  })

  it('are found after a year of silence, and not in the future', async () => {
    const last = await record()
    clock.advance(365 * 86_400_000)
    await store.put(keyOf('29991231T000000Z-0123456789abcdef'), Buffer.from('{}'))
    await using ports = await keeperPorts([store], kept, { clock })
    expect((await findHeads([store], 'test', ports)).heads.map(({ id }) => id)).toEqual([last])
  })
})

describe('lease break', () => {
  async function clear(
    name: string,
    reason: string | null,
    signing: string | null = kept.retention.secretKey,
  ) {
    await using ports = await keeperPorts([store], kept, {
      clock,
      keys: { passphrase: null, identities: [], signing },
    })
    return await breakLease(environment, { name }, { ...ports, run: { ...ports.run, reason } })
  }

  it('clears it for the next, and its holder notices', async () => {
    await using ports = await keeperPorts([store], kept, { clock })
    await using lease = await takeLease([store], 'test', { exclusive: 'retention', why: 'x' }, ports)
    expect((await viewLeases(environment, ports)).leases).toMatchObject([{ name: 'retention', live: true }])
    expect((await clear('retention', 'it is dead')).verdict).toBe('passed')
    await expect(lease.demand()).rejects.toMatchObject({ kind: 'refused' })
    await using _next = await takeLease([store], 'test', { exclusive: 'retention', why: 'y' }, ports)
  })

  it('demands a reason, a key of the environment, and a lease that is there', async () => {
    await using ports = await keeperPorts([store], kept, { clock })
    await using lease = await takeLease([store], 'test', { exclusive: 'retention', why: 'x' }, ports)
    expect((await clear('retention', null)).failure?.kind).toBe('config')
    expect((await clear('retention', 'why not', null)).failure?.kind).toBe('config')
    expect((await clear('retentoin', 'a slip')).failure?.kind).toBe('missing')
    await lease.demand()
    expect((await check()).facts).toContainEqual(expect.objectContaining({ label: 'events', value: 0 }))
  })
})
