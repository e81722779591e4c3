import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import type { StatusResult } from '../../../src/operations/status/status.ts'
import { leaseKey, ledgerFolder, manifestKey, parseManifestKey } from '../../../src/vault/layout.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { type MemoryStore, memoryStore } from '../../support/doubles/memory-store.ts'
import { type FakeClock, fakeClock } from '../../support/ports/clock.ts'
import { bytesAt, copyStore, overwrite } from '../../support/ports/damage.ts'
import { makeTestKeys } from '../../support/ports/environment.ts'
import { keeping, type Keeping } from '../../support/ports/retention.ts'
import { type Chronicle, openChronicle, watchNow } from '../../support/ports/watched.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let kept: Keeping
/** Four good days, up to a quarter of an hour before now, which is 10:22. */
const now = Date.parse('2026-11-21T10:22:00Z')
let past: { stores: MemoryStore[]; chronicle: Chronicle; made: string[] }
beforeAll(async () => {
  kept = await keeping(await makeTestKeys(), {
    objectives: { rpo: '3h', 'backup-every': '2h', 'verify-every': '1d', 'drill-every': '30d' },
    stores: [
      { name: 'bucket', type: 's3', bucket: 'b' },
      {
        name: 'elsewhere',
        type: 'azure',
        account: 'shopbackups',
        container: 'backups',
        'account-key': '${KEY}',
      },
    ],
    retention: { last: 500 },
    'minimum-copies': 2,
    watch: { window: '3d', schedules: { backup: ['7 */2 * * *'], verify: ['30 3 * * *'] } },
  })
  past = await fourDays()
})

let clock: FakeClock
let bucket: MemoryStore
let elsewhere: MemoryStore
let chronicle: Chronicle
let made: string[]

beforeEach(() => {
  clock = fakeClock(now)
  const copies = past.stores.map((store) => copyStore(store, { clock }))
  ;[bucket, elsewhere] = [copies[0] ?? memoryStore(), copies[1] ?? memoryStore()]
  chronicle = past.chronicle.fork(copies)
  made = [...past.made]
})

const slots = (from: number, to: number) => {
  const times: number[] = []
  for (let at = Math.floor(from / (2 * hour)) * 2 * hour + 7 * minute; at <= to; at += 2 * hour)
    times.push(at)
  return times
}

/** A backup every two hours, a proof a day and a retention a day, up to an hour before now. */
async function fourDays(): Promise<typeof past> {
  const own = fakeClock(now)
  const stores = ['bucket', 'elsewhere'].map((name) => memoryStore({ name, clock: own }))
  const written = await openChronicle(stores, kept, own)
  const ids: string[] = []
  await written.event(now - 4 * day, { type: 'drill', details: { scenario: 'break-glass', rtoMet: true } })
  for (const at of slots(now - 4 * day, now - hour)) {
    ids.push(await written.backup(at + minute))
    if (new Date(at).getUTCHours() === 4) await written.proof(at + 40 * minute, ids.at(-1) ?? '')
    if (new Date(at).getUTCHours() === 6) {
      const details = { kept: ids.length, removed: '' }
      await written.event(at + 2 * minute, { type: 'retention', details })
    }
  }
  return { stores, chronicle: written, made: ids }
}

/** The last hour as it should be. */
async function live(): Promise<void> {
  made.push(await chronicle.backup(now - 14 * minute))
}

const stores = () => [bucket, elsewhere]
const watch = (given: Parameters<typeof watchNow>[3] = {}) => watchNow(stores(), kept, clock, given)
/** Checks that are neither passed nor apart, as `name: status`. */
const troubles = ({ report }: StatusResult) =>
  report.checks
    .filter(({ status, failure }) => status === 'degraded' || status === 'failed' || failure !== null)
    .map(({ name, status }) => `${name}: ${status}`)

describe('the watch of an environment that is well', () => {
  it('finds nothing wrong, and says so with a full score', async () => {
    await live()
    const found = await watch()
    expect(troubles(found)).toEqual([])
    expect(found).toMatchObject({
      report: { verdict: 'passed', operation: 'status', failure: null },
      lastBackup: made.at(-1),
      rpoCompliant: true,
      verified: true,
      score: 100,
    })
    expect(found.report.checks.find(({ name }) => name === 'success rate of backups')?.detail).toContain(
      '36 of 36 expected runs made',
    )
  })
})

/** A check that fails for its own reason, and no other that comes along but those named. */
describe('each check speaks for itself', () => {
  const alter = (store: MemoryStore, matches: (key: string) => boolean) => {
    for (const key of store.objects.keys()) {
      if (matches(key)) overwrite(store, key, Buffer.from(`${bytesAt(store, key).toString()} `))
    }
  }
  const drop = (matches: (key: string) => boolean, from = stores()) => {
    for (const store of from)
      for (const key of store.objects.keys()) if (matches(key)) store.objects.delete(key)
  }
  const newest = () => made.at(-1) ?? ''

  it('data that is older than the RPO, though the backup is young', async () => {
    made.push(await chronicle.backup(now - 14 * minute, { dataAt: now - 5 * hour }))
    const found = await watch()
    expect(troubles(found)).toEqual(['data of main: failed'])
    expect(found).toMatchObject({ rpoCompliant: false, report: { objectives: [{ met: false }] } })
    expect(found.score).toBeLessThan(50)
  })

  it('a source that no backup holds', async () => {
    await live()
    const file = { ...kept.environment.sources[0], name: 'second' } as (typeof kept.environment.sources)[0]
    const environment = { ...kept.environment, sources: [...kept.environment.sources, file] }
    const found = await watch({ environment })
    expect(troubles(found)).toEqual(['data of second: failed', 'newest proof: degraded'])
    expect(found.rpoCompliant).toBeNull()
  })

  it('a source that is in a backup, and that the newest restore test has not read', async () => {
    made.push(await chronicle.backup(now - 14 * minute, { sources: ['main', 'second'] }))
    for (const store of stores()) {
      for (const key of [...store.objects.keys()].filter((one) => one.includes(`/${newest()}/main/`)))
        await store.put(key.replace('/main/', '/second/'), bytesAt(store, key))
    }
    const file = { ...kept.environment.sources[0], name: 'second' } as (typeof kept.environment.sources)[0]
    const environment = { ...kept.environment, sources: [...kept.environment.sources, file] }
    const found = await watch({ environment })
    expect(troubles(found)).toEqual(['newest proof: degraded'])
    expect(found.report.checks.find(({ name }) => name === 'newest proof')?.detail).toMatch(
      /, which does not hold second: no restore test since has read that source$/,
    )
    expect(found.verified).toBe(false)
    await chronicle.proof(now - minute, newest())
    expect(troubles(await watch({ environment }))).toEqual([])
  })

  it('no backup at all, and no talk of a newest one', async () => {
    bucket.objects.clear()
    elsewhere.objects.clear()
    const { report } = await watch()
    const check = report.checks.find(({ name }) => name === 'data of main')
    expect(check).toMatchObject({ status: 'failed', hint: expect.not.stringContaining('newest') })
    expect(report.next.join()).not.toContain('the newest one')
  })

  it('a schedule that stopped, by advice that fits where no GitHub starts it', async () => {
    clock.advance(5 * hour)
    const { report } = await watch()
    const check = report.checks.find(({ name }) => name === 'schedule of backups')
    expect(check).toMatchObject({ status: 'failed', hint: expect.stringMatching(/cron.*backup --every/) })
    expect(check?.hint).not.toContain('GitHub')
  })

  it.each([
    ['redis', 'keys'],
    ['files', 'files'],
  ] as const)('the size of a source of type %s in %s', async (type, unit) => {
    await live()
    const [main] = kept.environment.sources
    const environment = { ...kept.environment, sources: [{ ...main, type }] } as typeof kept.environment
    const { report } = await watch({ environment })
    const detail = report.checks.find(({ name }) => name === 'growth of main')?.detail ?? ''
    expect(detail).toMatch(new RegExp(` ${unit}; usual are .* ${unit}$`))
  })

  it('a newest proof that failed', async () => {
    await live()
    await chronicle.proof(now - 5 * minute, newest(), { verdict: 'failed' })
    const found = await watch()
    expect(troubles(found)).toEqual(['newest proof: failed'])
    expect(found.verified).toBe(false)
  })

  it('a proof that read no restored data proves nothing', async () => {
    await live()
    drop((key) => key.includes('/proofs/') || key.includes('/ledger/'))
    await chronicle.event(now - hour, { type: 'drill' })
    await chronicle.proof(now - 5 * minute, newest(), { level: 'intact' })
    expect(troubles(await watch())).toContain('newest proof: failed')
  })

  it.each([
    ['failed', { outcome: { verdict: 'failed', failure: 'objective' } as const }],
    ['missed its RTO', { details: { scenario: 'break-glass', rtoMet: false } }],
  ])('a newest drill that %s', async (_, drill) => {
    await live()
    await chronicle.event(now - hour, { type: 'drill', ...drill })
    expect(troubles(await watch())).toEqual(['newest drill: failed'])
  })

  it('a drill of one scenario that failed, though one of another was passed since', async () => {
    await live()
    const outcome = { verdict: 'failed', failure: 'objective' } as const
    await chronicle.event(now - 2 * hour, { type: 'drill', outcome, details: { scenario: 'region-failure' } })
    await chronicle.event(now - hour, { type: 'drill', details: { scenario: 'wrong-key', rtoMet: true } })
    const found = await watch()
    expect(troubles(found)).toEqual(['newest drill: failed'])
    expect(found.report.checks.find(({ name }) => name === 'newest drill')?.detail).toContain(
      'region-failure',
    )
  })

  it('a record whose words would be lines of a log', async () => {
    await live()
    const outcome = { verdict: 'failed', failure: 'objective' } as const
    await chronicle.event(now - hour, {
      type: 'drill',
      outcome,
      details: { scenario: 'a\n::error::\u202eb' },
    })
    await chronicle.event(now - hour, { type: 'backup', backupId: 'no\nid' })
    const found = await watch()
    expect(troubles(found)).toEqual(['newest drill: failed'])
    expect(JSON.stringify(found.report)).not.toMatch(/\\n::|\u202e/)
  })

  it('an event that says another time than its place', async () => {
    await live()
    await chronicle.event(now - hour, { type: 'drill', at: '2099-01-01T00:00:00.000Z' })
    expect(troubles(await watch())).toEqual(['signed records: failed'])
  })

  it('a drill that is overdue', async () => {
    const objectives = { ...kept.environment.objectives, drillEvery: 3 * day }
    await live()
    expect(troubles(await watch({ environment: { ...kept.environment, objectives } }))).toEqual([
      'newest drill: degraded',
    ])
  })

  it('a newest backup with too few whole copies', async () => {
    await live()
    drop((key) => key.includes(`/${newest()}/main/`) && !key.includes('toc'), [elsewhere])
    const found = await watch()
    expect(troubles(found)).toEqual(['minimum copies: failed', '3-2-1: degraded', 'stores alike: degraded'])
    expect(found.report.copies).toMatchObject([{ status: 'complete' }, { status: 'incomplete' }])
  })

  it('an older backup that some store lacks', async () => {
    await live()
    drop((key) => key.includes(`/${made[3] ?? ''}/`) && key.includes('/backups/'), [elsewhere])
    expect(troubles(await watch())).toEqual(['stores alike: degraded'])
  })

  it.each([
    ['degraded', 'shrank', { rows: 300 }],
    ['failed', 'shrank', { rows: 3 }],
    ['degraded', 'grew', { plainSize: 50_000_000 }],
    ['failed', 'shrank', { plainSize: 0 }],
  ])('a source that suddenly changed is %s, as it %s: %o', async (status, word, change) => {
    made.push(await chronicle.backup(now - 14 * minute, change))
    const found = await watch()
    expect(troubles(found)).toEqual([`growth of main: ${status}`])
    expect(found.report.checks.find(({ name }) => name === 'growth of main')?.detail).toContain(word)
    expect(found.report.checks.find(({ name }) => name === 'growth of main')?.detail).toContain(' rows;')
  })

  it('expired backups that no retention removes', async () => {
    await live()
    const retention = { ...kept.environment.retention, last: 3, daily: 1, weekly: 0, monthly: 0, yearly: 0 }
    const environment = { ...kept.environment, retention }
    expect(troubles(await watch({ environment }))).toEqual([])
    drop((key) => key.includes('/ledger/'))
    await chronicle.event(now - 3 * day, {
      type: 'retention',
      previous: [],
      details: { kept: 1, removed: '' },
    })
    await chronicle.event(now - hour, { type: 'drill' })
    // What the new ledger names as its past is gone: that is another check's matter.
    expect(troubles(await watch({ environment }))).toContain('retention: degraded')
  })

  it('a retention that failed', async () => {
    await live()
    await chronicle.event(now - hour, {
      type: 'retention',
      outcome: { verdict: 'failed', failure: 'access' },
      details: { kept: 0, removed: '' },
    })
    expect(troubles(await watch())).toEqual(['retention: degraded'])
  })

  it('half backups that nobody removes', async () => {
    await live()
    clock.advance(-5 * day)
    await bucket.put('test/backups/20261116T090000Z-k3f9x/main/1.dat', Buffer.from('half'))
    clock.advance(5 * day)
    expect(troubles(await watch())).toEqual(['retention: degraded'])
  })

  const lease = (takenAt: number, expiresAt: number) =>
    Buffer.from(
      JSON.stringify({
        format: 1,
        kind: 'exclusive',
        name: 'retention',
        backupId: null,
        token: 'x',
        why: 'x',
        holder: { actor: null, runUrl: null, host: null },
        takenAt: new Date(takenAt).toISOString(),
        expiresAt: new Date(expiresAt).toISOString(),
      }),
    )

  it.each([
    ['forged, until far in the future', now, now + 100 * day, 'failed'],
    ['held for longer than a run lasts', now - 2 * day, now + 5 * minute, 'degraded'],
    ['left over since days', now - 9 * day, now - 8 * day, 'degraded'],
  ])('a lease that is %s', async (_, takenAt, expiresAt, status) => {
    await live()
    await bucket.put(leaseKey('test', 'retention'), lease(takenAt, expiresAt))
    expect(troubles(await watch())).toEqual([`leases: ${status}`])
  })

  it('and a lease of a run at work is none', async () => {
    await live()
    await bucket.put(leaseKey('test', 'retention'), lease(now - minute, now + 9 * minute))
    expect(troubles(await watch())).toEqual([])
  })

  it.each([
    ['too little for the next backup', 1, 'failed'],
    ['less than was asked for', 5e9, 'degraded'],
  ])('a disk with %s', async (_, free, status) => {
    await live()
    const surroundings = {
      localStores: new Map([
        ['nas', '/nas'],
        ['unknown', null],
      ]),
      diskSpace: async (path: string) => ({ free: path === '/nas' ? free : 90e9, total: 100e9 }),
    }
    expect(troubles(await watch({ surroundings }))).toEqual([`disk of nas: ${status}`])
  })

  it('one recipient', async () => {
    made.push(await chronicle.backup(now - 14 * minute, { recipients: ['age1one'] }))
    expect(troubles(await watch())).toEqual(['recipients: degraded'])
  })

  it('a source that this run can reach, and that refuses', async () => {
    await live()
    const openSource = async () => {
      throw new Failure('access', 'wrong password')
    }
    expect(troubles(await watch({ ports: { openSource } }))).toEqual(['source main: failed'])
  })

  it('but one that this run has no credentials for is only said', async () => {
    await live()
    const openSource = async () => {
      throw new Failure('config', 'the variable DATABASE_URL is not set')
    }
    const found = await watch({ ports: { openSource } })
    expect(troubles(found)).toEqual([])
    expect(found.report.checks.find(({ name }) => name === 'source main')).toMatchObject({
      status: 'skipped',
      detail: expect.stringContaining('DATABASE_URL is not set') as string,
    })
  })

  it('a manifest whose signature does not hold', async () => {
    await live()
    for (const store of stores()) alter(store, (key) => key === manifestKey('test', made[5] ?? ''))
    expect(troubles(await watch())).toEqual(['signed records: failed'])
  })

  it('a backup from the future is no fresh backup', async () => {
    for (const id of made.slice(-4)) drop((key) => key.includes(`/backups/${id}/`))
    const details = { kept: 1, removed: made.slice(-4).join(' ') }
    await chronicle.event(now - hour, { type: 'retention', details })
    await chronicle.backup(now + 30 * day, { unrecorded: true })
    const found = await watch()
    expect(found.rpoCompliant).toBe(false)
    expect(troubles(found)).toEqual(['newest backup: failed', 'data of main: failed', 'clock: degraded'])
  })

  it('a young backup that says its data is from the future is none either', async () => {
    made.push(await chronicle.backup(now - 14 * minute, { dataAt: now + 30 * day }))
    const found = await watch()
    expect(found.rpoCompliant).toBeNull()
    expect(troubles(found)).toEqual(['data of main: failed'])
  })

  describe('what vanished', () => {
    it('a backup that the ledger names, and that no retention removed', async () => {
      await live()
      drop((key) => key.includes(`/backups/${made[40] ?? ''}/`))
      const found = await watch()
      expect(troubles(found)).toEqual(['ledger and backups agree: failed'])
      expect(found.report.failure).toMatchObject({ kind: 'integrity' })
      expect(found.report.failure?.message).toContain(made[40])
    })

    it('is no trouble when a retention says that it removed it', async () => {
      await live()
      drop((key) => key.includes(`/backups/${made[40] ?? ''}/`))
      const details = { kept: made.length - 1, removed: made[40] ?? '' }
      await chronicle.event(now - minute, { type: 'retention', details })
      expect(troubles(await watch())).toEqual([])
    })

    it('is a warning when no rule would have kept it', async () => {
      await live()
      drop((key) => key.includes('/ledger/') || key.includes(`/backups/${made[40] ?? ''}/`))
      const retention = { ...kept.environment.retention, last: 3, daily: 1, weekly: 0, monthly: 0, yearly: 0 }
      await chronicle.event(now - hour, { type: 'drill', previous: [] })
      await chronicle.event(now - hour, { type: 'backup', previous: [], backupId: made[40] ?? '' })
      await chronicle.event(now - hour, {
        type: 'retention',
        previous: [],
        details: { kept: 1, removed: '' },
      })
      drop((key) => key.includes('/proofs/'))
      await chronicle.proof(now - hour, newest(), { ledgerHeads: [] })
      const found = await watch({ environment: { ...kept.environment, retention } })
      expect(troubles(found)).toContain('ledger and backups agree: degraded')
    })

    it('backups older than the window, by what retention counted last', async () => {
      await live()
      const old = await chronicle.backup(now - 90 * day)
      await chronicle.event(now - 2 * hour, {
        type: 'retention',
        details: { kept: made.length - 2, removed: '' },
      })
      expect(troubles(await watch())).toEqual([])
      drop((key) => key.includes(`/backups/${old}/`))
      expect(troubles(await watch())).toEqual([])
      for (const id of made.slice(0, 3)) drop((key) => key.includes(`/backups/${id}/`))
      expect(troubles(await watch())).toContain('ledger and backups agree: failed')
    })

    it('the ledger itself, while there are backups', async () => {
      await live()
      drop((key) => key.startsWith(ledgerFolder('test')))
      expect(troubles(await watch())).toEqual(['newest drill: failed', 'ledger and backups agree: failed'])
    })

    it('one event of the ledger', async () => {
      await live()
      const events = [...bucket.objects.keys()].filter((key) => /\/ledger\/.*\.json$/.test(key)).sort()
      drop((key) => key.startsWith(events.at(-30) ?? 'none'))
      expect(troubles(await watch())).toEqual(['ledger and backups agree: failed'])
    })

    it('a proof', async () => {
      await live()
      const proofs = [...bucket.objects.keys()].filter((key) => /\/proofs\/.*\.json$/.test(key)).sort()
      drop((key) => key.startsWith(proofs.at(-2) ?? 'none'))
      expect(troubles(await watch())).toContain('ledger and backups agree: failed')
    })
  })
})

describe('what the watch cannot read', () => {
  const down = (of: MemoryStore) =>
    faultyStore(of, () => ({ when: 'before', failure: new Failure('unavailable', 'down') }))

  it('is unknown, and never well', async () => {
    await live()
    const found = await watchNow([bucket, down(elsewhere)], kept, clock)
    expect(found.report.verdict).toBe('failed')
    expect(troubles(found)).toEqual(['stores: failed', 'minimum copies: skipped', '3-2-1: skipped'])
    expect(found.score).toBeLessThan(50)
  })

  it('a backup that only a silent store may have is not called vanished', async () => {
    await live()
    for (const key of bucket.objects.keys())
      if (parseManifestKey('test', key) === made[40]) bucket.objects.delete(key)
    const found = await watchNow([bucket, down(elsewhere)], kept, clock)
    expect(troubles(found)).toContain('ledger and backups agree: skipped')
  })

  it('without any store it says so, and has no score', async () => {
    await live()
    const found = await watchNow([down(bucket), down(elsewhere)], kept, clock)
    expect(found).toMatchObject({ score: null, lastBackup: null, verified: false, rpoCompliant: null })
    expect(found.report).toMatchObject({ verdict: 'failed', failure: { kind: 'unavailable' } })
  })

  it('a store that holds nothing at all is no store without trouble', async () => {
    const found = await watchNow([memoryStore({ clock })], kept, clock)
    expect(found.report.verdict).toBe('failed')
    expect(troubles(found)).toContain('newest backup: failed')
  })
})
