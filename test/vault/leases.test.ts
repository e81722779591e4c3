import { beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import type { Store } from '../../src/ports/store.ts'
import { leaseKey } from '../../src/vault/layout.ts'
import { holderText, isLive, leaseSchema, listLeases } from '../../src/vault/lease-records.ts'
import { type Lease, type LeaseContext, leaseTerm, takeLease } from '../../src/vault/leases.ts'
import { faultyStore } from '../support/doubles/faulty-store.ts'
import { type MemoryStore, memoryStore } from '../support/doubles/memory-store.ts'
import { type FakeClock, fakeClock, seededRandom } from '../support/ports/clock.ts'
import { recordingLog, type RecordingLog } from '../support/ports/recording-log.ts'

const environment = 'production'
const retention = { exclusive: 'retention', why: 'remove expired backups' } as const
const use = { use: '20261121T101500Z-k3f9x', why: 'prove this backup' } as const

let clock: FakeClock
let log: RecordingLog
beforeEach(() => {
  clock = fakeClock()
  log = recordingLog()
})

let seed = 0
function context(actor = 'ada', change: Partial<LeaseContext> = {}): LeaseContext {
  seed += 1
  return {
    clock,
    log,
    random: seededRandom(seed),
    signal: new AbortController().signal,
    run: {
      actor,
      reason: null,
      url: 'https://runs.example/7',
      host: 'runner-7',
      version: '0.1.0',
      machine: { cpu: '', cores: 1, memory: 1 },
    },
    ...change,
  }
}

const take = (stores: readonly Store[], actor?: string) =>
  takeLease(stores, environment, retention, context(actor))

/** A lease whose holder was killed: nothing renews it, nothing gives it back. */
async function abandoned(store: Store): Promise<void> {
  const stopped = { ...clock, every: () => ({ [Symbol.dispose]: () => undefined }) }
  await takeLease([store], environment, retention, context('eve', { clock: stopped }))
}

it('a lease that somebody forged brings no commands to a terminal or a runner', async () => {
  const store = memoryStore()
  await using held = await take([store])
  const genuine = store.objects.get(leaseKey(environment, held.name))?.at(-1)?.bytes.toString() ?? ''
  const forged = {
    ...(JSON.parse(genuine) as object),
    why: 'be\n::error::read\u001b[2J',
    holder: { actor: 'eve\r\n::stop', runUrl: null, host: null },
  }
  await store.replace(leaseKey(environment, held.name), Buffer.from(JSON.stringify(forged)))
  const { leases } = await listLeases([store], environment, context())
  expect(leases).toHaveLength(1)
  expect(leases.map(({ record }) => holderText(record)).join()).not.toMatch(/[\p{C}]/u)
})

describe('an exclusive lease', () => {
  it('is refused while another holds it, naming who, since when, until when, and how to clear it', async () => {
    const store = memoryStore()
    await using _held = await take([store])
    const failure = await take([store], 'bob').catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind: 'refused' })
    if (!(failure instanceof Failure)) throw new Error('it is one')
    for (const part of [
      'ada',
      'runner-7',
      'https://runs.example/7',
      '2026-11-21T10:15:00Z',
      '2026-11-21T10:25:00Z',
    ])
      expect(failure.message).toContain(part)
    expect(failure.hint).toMatch(
      /: lifeboat lease break --environment production --name \S+ --reason "…" --signing-key-file retention-signing-key\.txt$/,
    )
  })

  it('is free again once it is given back', async () => {
    const store = memoryStore()
    await (await take([store]))[Symbol.asyncDispose]()
    expect(store.objects.size).toBe(0)
    await using lease = await take([store], 'bob')
    await lease.demand()
  })

  it('is given back also by a run that is being stopped', async () => {
    const store = memoryStore()
    const stop = new AbortController()
    const lease = await takeLease([store], environment, retention, context('ada', { signal: stop.signal }))
    stop.abort(new Failure('cancelled', 'stopped'))
    await lease[Symbol.asyncDispose]()
    expect(store.objects.size).toBe(0)
  })

  it('outlives its term many times over while its holder lives', async () => {
    const store = memoryStore()
    await using lease = await take([store])
    await clock.pass(20 * leaseTerm)
    await lease.demand()
    await expect(take([store], 'bob')).rejects.toMatchObject({ kind: 'refused' })
  })

  it('of a killed run is taken over when it has expired, and not before', async () => {
    const store = memoryStore()
    await abandoned(store)
    clock.advance(leaseTerm)
    await expect(take([store], 'bob')).rejects.toMatchObject({ kind: 'refused' })
    clock.advance(3 * 60_000)
    await using lease = await take([store], 'bob')
    await lease.demand()
    expect(log.lines.join('\n')).toMatch(/warning .*took over the lease retention.*eve/)
    expect([...store.objects.keys()]).toEqual([leaseKey(environment, 'retention')])
  })

  it('has one holder, of ten who see the same expired one', async () => {
    for (let round = 0; round < 20; round += 1) {
      const store = memoryStore()
      await abandoned(store)
      clock.advance(2 * leaseTerm)
      const tried = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) => take([store], `contender-${index}`)),
      )
      const leases = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      expect(await holders(leases)).toBe(1)
      for (const lease of leases) await lease[Symbol.asyncDispose]()
    }
  })

  it('has one holder, of ten who come at once, also where a store ignores conditions', async () => {
    for (const ignoresConditions of [false, true]) {
      const store = memoryStore({ ignoresConditions })
      const tried = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) => take([store], `contender-${index}`)),
      )
      const leases = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      expect(await holders(leases)).toBe(1)
    }
  })

  it('that was lost is noticed before the next step, with who has it now', async () => {
    const store = memoryStore()
    const lease = await take([store])
    clock.advance(2 * leaseTerm) // this machine stood still
    await using _other = await take([store], 'bob')
    await expect(lease.demand()).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('bob') as string,
    })
    await lease[Symbol.asyncDispose]()
    await _other.demand() // what was lost was not given back over the other's head
  })

  it('that was cleared by hand is noticed', async () => {
    const store = memoryStore()
    await using lease = await take([store])
    await store.remove(leaseKey(environment, 'retention'))
    await expect(lease.demand()).rejects.toMatchObject({ kind: 'refused' })
  })

  it('that was not renewed in time is not relied on, even if nobody took it', async () => {
    const store = memoryStore()
    const stopped = { ...clock, every: () => ({ [Symbol.dispose]: () => undefined }) }
    const lease = await takeLease([store], environment, retention, context('ada', { clock: stopped }))
    clock.advance(leaseTerm + 1)
    await expect(lease.demand()).rejects.toMatchObject({ kind: 'refused' })
  })

  it('is put in every store, and given back where it was granted when one of them refuses', async () => {
    const [first, second] = [memoryStore({ name: 'first' }), memoryStore({ name: 'second' })]
    await using _held = await take([second])
    await expect(take([first, second], 'bob')).rejects.toMatchObject({ kind: 'refused' })
    expect(first.objects.size).toBe(0)
  })

  it.each(['access', 'unavailable'] as const)(
    'goes on without a store that answers %s, and says so; not without any',
    async (kind) => {
      const bad = faultyStore(memoryStore({ name: 'bad' }), () => ({
        when: 'before',
        failure: new Failure(kind, 'not now'),
      }))
      const good = memoryStore({ name: 'good' })
      await using lease = await take([bad, good])
      expect(lease.stores).toEqual(['good'])
      expect([...lease.failures.keys()]).toEqual(['bad'])
      await expect(take([bad])).rejects.toMatchObject({ kind })
    },
  )

  it('that a newer Lifeboat wrote is believed for a day', async () => {
    const store = memoryStore({ clock })
    await store.replace(leaseKey(environment, 'retention'), Buffer.from('{"format": 2}'))
    clock.advance(23 * 3_600_000)
    await expect(take([store])).rejects.toMatchObject({ kind: 'refused' })
    clock.advance(2 * 3_600_000)
    await using lease = await take([store])
    await lease.demand()
  })

  it('can be had by the next, whichever call to the store fails while it is taken', async () => {
    let taken = 0
    for (let position = 1; ; position += 1) {
      const memory = memoryStore()
      let struck = false
      const store = faultyStore(memory, (call) => {
        if (call.number !== position) return null
        struck = true
        return { when: 'after', failure: new Failure('unavailable', 'the answer was lost') }
      })
      const lease = await take([store]).catch(() => null)
      if (!struck) break
      // A put whose answer was lost may leave a lease of nobody: it expires.
      await lease?.[Symbol.asyncDispose]()
      clock.advance(2 * leaseTerm)
      await using next = await take([memory], 'bob')
      await next.demand()
      taken += 1
    }
    expect(taken).toBeGreaterThan(2)
  })
})

describe('a use lease', () => {
  it('is never refused, and each holder has its own', async () => {
    const store = memoryStore()
    await using one = await takeLease([store], environment, use, context())
    await using two = await takeLease([store], environment, use, context('bob'))
    await one.demand()
    await two.demand()
    const { leases } = await listLeases([store], environment, context())
    expect(leases.map(({ backupId }) => backupId)).toEqual([use.use, use.use])
  })

  it('stops nobody when no store takes it', async () => {
    const bad = faultyStore(memoryStore(), () => ({
      when: 'before',
      failure: new Failure('access', 'not allowed'),
    }))
    await using lease = await takeLease([bad], environment, use, context())
    expect(lease.stores).toEqual([])
    await lease.demand()
  })

  it('that somebody cleared stops whoever writes under it', async () => {
    const store = memoryStore()
    await using lease = await takeLease([store], environment, use, context())
    store.objects.clear()
    await expect(lease.demand()).rejects.toMatchObject({ kind: 'refused' })
  })

  it('has what a person needs to find its holder', async () => {
    const store = memoryStore()
    await using _lease = await takeLease([store], environment, use, context())
    const { leases } = await listLeases([store], environment, context())
    const record = leaseSchema.parse(leases[0]?.record)
    expect(record).toMatchObject({
      kind: 'use',
      why: 'prove this backup',
      holder: { actor: 'ada', runUrl: 'https://runs.example/7', host: 'runner-7' },
      expiresAt: '2026-11-21T10:25:00.000Z',
    })
    expect(leases.every((lease) => isLive(lease, clock.now()))).toBe(true)
  })
})

it('the name of a lease may come from data', async () => {
  const store: MemoryStore = memoryStore()
  const lease = await takeLease(
    [store],
    environment,
    { exclusive: 'restore-my database/ä', why: 'x' },
    context(),
  )
  await lease.demand()
  await lease[Symbol.asyncDispose]()
  expect(store.objects.size).toBe(0)
})

async function holders(leases: readonly Lease[]): Promise<number> {
  const judged = await Promise.allSettled(leases.map((lease) => lease.demand()))
  return judged.filter(({ status }) => status === 'fulfilled').length
}
