import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import { Failure } from '../../../src/domain/failure.ts'
import { backup } from '../../../src/operations/backup/backup.ts'
import { restore, type RestoreInput } from '../../../src/operations/restore/restore.ts'
import { restoreHeadline } from '../../../src/reports/restored.ts'
import { verify } from '../../../src/operations/verify/verify.ts'
import type { Store } from '../../../src/ports/store.ts'
import { backupFolder, manifestKey } from '../../../src/vault/layout.ts'
import { makeSigningKeys } from '../../../src/vault/signing.ts'
import { fakeServer, inUse, type FakeServer } from '../../support/doubles/fake-restoration.ts'
import { memoryStore, type MemoryStore } from '../../support/doubles/memory-store.ts'
import { bytesAt, copyStore, flipped, overwrite } from '../../support/ports/damage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../../support/ports/environment.ts'
import { check } from '../../support/ports/fake-rehearsal.ts'
import { fakeSource } from '../../support/ports/fake-source.ts'
import { backupPorts, verifyPorts } from '../../support/ports/ports.ts'
import { restoreInput, restorePorts, type RestorePortsOptions } from '../../support/ports/restore-ports.ts'
import { backupsIn } from '../../support/ports/whole-backups.ts'

let keys: TestKeys
let environment: Environment
let pristine: MemoryStore
/** Newest first. */
let ids: string[]

const hour = 3_600_000

beforeAll(async () => {
  keys = await makeTestKeys()
  environment = await testEnvironment(keys, {
    encryption: { recipients: [keys.verification.recipient] },
    objectives: { rto: '1h', rpo: '2h' },
  })
  pristine = memoryStore({ name: 'first' })
  const now = Date.now()
  ids = []
  for (const [label, age] of [
    ['oldest', 3 * hour],
    ['middle', 2 * hour],
    [undefined, hour],
  ] as const) {
    const clock = { now: () => now - age }
    await using ports = await backupPorts([pristine], keys)
    const shifted = {
      ...ports,
      clock: { ...ports.clock, ...clock },
      openSource: async () => fakeSource({ at: now - age }),
    }
    const report = await backup(environment, { class: 'scheduled', label }, shifted)
    ids.unshift(report.backupId ?? '')
  }
})

let store: MemoryStore
let server: FakeServer
beforeEach(() => {
  store = copyStore(pristine)
  server = fakeServer()
})

async function run(
  input: Partial<RestoreInput>,
  options: RestorePortsOptions & { stores?: readonly Store[]; of?: Environment } = {},
) {
  await using ports = await restorePorts(options.stores ?? [store], keys, { server, ...options })
  return await restore(options.of ?? environment, restoreInput(input), ports)
}

const swap = { mode: 'swap', confirm: 'test' } as const
const inPlace = { mode: 'in-place', confirm: 'test' } as const

describe('a restore beside what is in use', () => {
  it('brings the newest backup back, touches nothing else, and says where it lies and what is lost', async () => {
    const { report, databases } = await run({})
    expect(report).toMatchObject({ verdict: 'passed', failure: null, backupId: ids[0] })
    expect(databases).toEqual([`shop_${ids[0]}`])
    expect(server.databases.get('shop')).toBe(inUse)
    expect(server.databases.get(`shop_${ids[0]}`)).toBe(ids[0])
    expect(report.restored).toMatchObject({ mode: 'side-by-side', inService: false, passedOver: 0 })
    expect(report.restored?.dataLoss).toBeGreaterThanOrEqual(hour)
    expect(report.restored?.dataLoss).toBeLessThan(hour + 60_000)
    expect(server.calls).toEqual([`inspect ${ids[0]}`, `restore ${ids[0]}`, `close ${ids[0]}`])
  })

  it('times each step, with the store and the bytes it came from, and judges the RTO by it', async () => {
    const { report } = await run({})
    const names = report.timeline.map(({ name }) => name)
    for (const name of ['select', 'download', 'open', 'restore main']) expect(names).toContain(name)
    const download = report.timeline.find(({ name }) => name === 'download')
    expect(download).toMatchObject({ status: 'done', stores: ['first'] })
    expect(download?.bytes).toBeGreaterThan(1_000)
    expect(report.timeline.filter(({ status }) => status === 'skipped').map(({ name }) => name)).toEqual([
      'reroute',
      'restart',
      'health',
    ])
    expect(report.objectives).toMatchObject([
      { name: 'RTO', met: true, basis: expect.stringContaining('a real restore') as unknown },
      { name: 'RPO', met: true },
    ])
  })

  it.each([
    ['a real restore', false],
    ['a dry run', true],
  ])('of a part claims nothing about the RTO, as %s', async (_, dryRun) => {
    const hasty = { ...environment, objectives: { ...environment.objectives, rto: -1 } }
    await using ports = await restorePorts([store], keys, { server: fakeServer() })
    // A dry run knows by it how long a restore takes.
    await restore(hasty, restoreInput({}), ports)
    const selection = { tables: ['shop.orders'], schemas: [], rows: [] }
    const { report } = await restore(hasty, restoreInput({ selection, dryRun }), ports)
    expect(report.failure).toBeNull()
    expect(report.facts.some(({ label }) => label === 'estimated time')).toBe(dryRun)
    expect(report.objectives.map(({ name }) => name)).not.toContain('RTO')
    expect(report.notices.filter(({ text }) => text.includes('the RTO of'))).toEqual([])
  })

  it.each([
    ['middle', 1],
    ['oldest', 2],
    ['latest', 0],
  ])('takes the backup that %s means', async (backup, index) => {
    expect((await run({ backup })).report.backupId).toBe(ids[index])
  })

  it('takes the newest that was proven to come back, when it is asked for latest-proven', async () => {
    for (const [id, level] of [
      [ids[1], 'useful'],
      [ids[0], 'intact'],
    ] as const) {
      await using ports = await verifyPorts([store], keys)
      await verify(environment, { backup: id ?? '', level }, ports)
    }
    // The newest was tried too, but not as far as reading its data back.
    expect((await run({ backup: 'latest-proven' })).report.backupId).toBe(ids[1])
    // Nobody else's proof counts.
    const of = await testEnvironment(keys, {
      signing: { backup: keys.backup.publicKey, verify: makeSigningKeys().publicKey },
    })
    expect((await run({ backup: 'latest-proven' }, { of })).report.failure?.kind).toBe('missing')
  })

  it('passes over what was proven once and found damaged since, when it is asked for latest-proven', async () => {
    const test = async (id = '', level: 'useful' | 'intact' = 'useful') => {
      await using ports = await verifyPorts([store], keys)
      return (await verify(environment, { backup: id, level }, ports)).report.verdict
    }
    expect([await test(ids[1]), await test(ids[0])]).toEqual(['passed', 'passed'])
    expect((await run({ backup: 'latest-proven' })).report.backupId).toBe(ids[0])
    const key = [...store.objects.keys()].find((one) => one.includes(`${ids[0]}/main/`)) ?? ''
    overwrite(store, key, flipped(bytesAt(store, key), 90))
    expect(await test(ids[0], 'intact')).toBe('failed')
    expect((await run({ backup: 'latest-proven' })).report.backupId).toBe(ids[1])
    expect((await run({ backup: 'latest-proven' })).report.notices).toEqual([])
  })

  it('warns when a restore test has shown the backup that it takes to be bad, and takes it all the same', async () => {
    const key = [...store.objects.keys()].find((one) => one.includes(`${ids[0]}/main/`)) ?? ''
    const sound = bytesAt(store, key)
    overwrite(store, key, flipped(sound, 90))
    await using ports = await verifyPorts([store], keys)
    await verify(environment, { backup: ids[0] ?? '', level: 'intact' }, ports)
    overwrite(store, key, sound)
    for (const dryRun of [true, false]) {
      const { report } = await run({ backup: 'latest', dryRun })
      expect(report).toMatchObject({ backupId: ids[0], verdict: dryRun ? 'degraded' : 'passed' })
      expect(restoreHeadline(report)).toMatch(
        dryRun ? /^This backup will probably not come back/ : /^The data is back/,
      )
      const warned = new RegExp(`^backup ${ids[0]} may not come back: its restore test failed, .* ago`)
      expect(report.notices).toContainEqual({
        level: 'warning',
        text: expect.stringMatching(warned) as string,
        subjects: [],
      })
    }
  })

  it('refuses latest-proven while nothing was proven', async () => {
    expect((await run({ backup: 'latest-proven' })).report.failure?.kind).toBe('missing')
  })

  it('leads the application there when it was asked to: first the new place, then the restart, then its health', async () => {
    const of = await testEnvironment(keys, {
      target: { type: 'command', restart: ['./restart.sh'], reroute: ['./reroute.sh'] },
    })
    const { report } = await run({ reroute: true, confirm: 'test' }, { of })
    expect(server.calls.slice(-4)).toEqual([
      `reroute postgres://shop:secret@db.example:5432/shop_${ids[0]}`,
      'restart',
      'health',
      `close ${ids[0]}`,
    ])
    expect(report.restored?.inService).toBe(true)
    expect(JSON.stringify(report)).not.toContain('secret')
  })

  it('tells the ledger of it', async () => {
    await run({})
    const events = [...store.objects.keys()]
      .filter((key) => /\/ledger\/.*\.json$/.test(key))
      .map((key) => JSON.parse(bytesAt(store, key).toString()) as { type: string })
      .filter(({ type }) => type === 'restore')
    expect(events).toMatchObject([
      {
        backupId: ids[0],
        outcome: { verdict: 'passed' },
        details: { mode: 'side-by-side', passedOver: 0 },
      },
    ])
  })

  it.each([
    ['side-by-side', {}],
    ['swap', { mode: 'swap', confirm: 'test' }],
  ] as const)('leaves no lease behind: %s', async (_, input) => {
    await run(input)
    expect([...store.objects.keys()].filter((key) => key.includes('/leases/'))).toEqual([])
  })
})

describe('a swap', () => {
  it('exchanges what was restored and proven for what is in use, which is kept, and brings the application back', async () => {
    const { report } = await run(swap)
    expect(report).toMatchObject({ verdict: 'passed', failure: null })
    expect(server.databases.get('shop')).toBe(ids[0])
    expect(server.databases.get(`shop_before_${ids[0]}`)).toBe(inUse)
    expect(server.calls).toEqual([
      `inspect ${ids[0]}`,
      `restore ${ids[0]}`,
      `exchange ${ids[0]}`,
      'restart',
      'health',
      `close ${ids[0]}`,
    ])
    expect(report.restored?.places).toEqual([
      {
        source: 'main',
        database: expect.any(String) as unknown,
        keptAs: `shop_before_${ids[0]}`,
        exchanged: true,
      },
    ])
  })

  it.each([
    ['without the name of the environment', { confirm: null }, 'a reason'],
    ['with another name', { confirm: 'Test' }, 'a reason'],
    ['without a reason', {}, null],
    ['with a reason of blanks', {}, '  '],
  ])('is refused %s, before anything is asked', async (_, change, reason) => {
    const asked: string[] = []
    const { report } = await run(
      { ...swap, ...change },
      {
        reason,
        stores: [{ ...store, list: (prefix, signal) => (asked.push(prefix), store.list(prefix, signal)) }],
      },
    )
    expect(report.failure?.kind).toBe('refused')
    expect(server.calls).toEqual([])
    expect(asked.filter((prefix) => prefix.includes('backups'))).toEqual([])
  })

  it('of a protected environment is refused without a signing key, before anything is asked', async () => {
    const of = await testEnvironment(keys, { protected: true, signing: undefined })
    const { report } = await run(swap, { of })
    expect(report.failure?.kind).toBe('refused')
    expect(server.calls).toEqual([])
  })

  it('of a protected environment is refused with a backup whose signature does not hold', async () => {
    const of = await testEnvironment(keys, { protected: true })
    const key = `${manifestKey('test', ids[0] ?? '')}.sig`
    overwrite(store, key, flipped(bytesAt(store, key), 90))
    const { report } = await run(swap, { of })
    expect(report.failure?.kind).toBe('integrity')
    expect(server.databases.get('shop')).toBe(inUse)
  })

  it('stops before the exchange when what came back is not proven', async () => {
    const { report } = await run(swap, { restoration: { checks: [check('equal', 'tables', 'failed')] } })
    expect(report.verdict).toBe('failed')
    expect(server.databases.get('shop')).toBe(inUse)
    expect(server.calls).not.toContain(`exchange ${ids[0]}`)
  })

  it('that the server refuses leaves the one in use, and the application alone', async () => {
    const { report } = await run(swap, {
      restoration: { exchangeFails: new Failure('refused', 'a logical slot is bound to the database') },
    })
    expect(report.failure?.kind).toBe('refused')
    expect(server.databases.get('shop')).toBe(inUse)
    expect(server.calls).not.toContain('restart')
  })

  it('is refused with everything that stands in its way, before anything is restored', async () => {
    const findings = [
      { level: 'refuse', failure: 'capacity', text: 'too little disk' },
      { level: 'refuse', failure: 'missing', text: 'an extension is missing' },
    ] as const
    const { report } = await run(swap, { restoration: { inspection: { findings } } })
    expect(report.failure).toMatchObject({
      kind: 'capacity',
      message: 'too little disk; an extension is missing',
    })
    expect(server.calls).not.toContain(`restore ${ids[0]}`)
  })

  it('whose application does not become well has failed, and says that the data is back', async () => {
    const health = {
      what: 'http://app.example/health',
      wait: async () => {
        throw new Failure('unavailable', 'the application did not become well')
      },
    }
    const { report } = await run(swap, { application: { health } })
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'unavailable' } })
    expect(report.restored).toMatchObject({ inService: false, places: [{ keptAs: `shop_before_${ids[0]}` }] })
    expect(report.next.join(' ')).toContain('The data is back')
    expect(report.objectives.find(({ name }) => name === 'RTO')?.met).toBeNull()
  })

  it('that leaves the restart to a person asks for it, and claims no RTO', async () => {
    const target = {
      kind: 'manual' as const,
      describe: () => 'a person',
      restart: async () => ({ status: 'manual' as const, detail: 'Restart the application.' }),
      reroute: async () => ({ status: 'manual' as const, detail: 'Change the connection string.' }),
    }
    const { report } = await run(swap, { application: { target } })
    expect(report.verdict).toBe('degraded')
    expect(report.timeline.find(({ name }) => name === 'restart')?.status).toBe('manual')
    expect(report.next).toContain('Restart the application.')
    expect(report.objectives.find(({ name }) => name === 'RTO')?.met).toBeNull()
  })

  it('is not exchanged while another exchange is at work', async () => {
    let second: Awaited<ReturnType<typeof restore>> | undefined
    await using ports = await restorePorts([store], keys, { server })
    const { target } = ports.application
    const first = await restore(environment, restoreInput(swap), {
      ...ports,
      application: {
        ...ports.application,
        target: {
          ...target,
          restart: async (signal) => {
            second ??= await run(swap, { server: fakeServer() })
            return target.restart(signal)
          },
        },
      },
    })
    expect(first.report.failure).toBeNull()
    expect(second?.report.failure?.kind).toBe('refused')
    expect(second?.report.timeline.some(({ name }) => name.startsWith('exchange'))).toBe(false)
  })

  it.each([
    ['tables', { selection: { tables: ['shop.orders'], schemas: [], rows: [] } }],
    ['reroute', { reroute: true }],
  ])('with %s contradicts itself', async (_, change) => {
    expect((await run({ ...swap, ...change })).report.failure?.kind).toBe('config')
  })
})

describe('an emergency backup', () => {
  it.each([
    ['in-place', inPlace],
    ['swap, when it is asked for', { ...swap, emergencyBackup: true }],
    ['side-by-side, when it is asked for', { emergencyBackup: true }],
  ])('comes before anything is touched with %s', async (_, input) => {
    const seen: string[][] = []
    await using ports = await restorePorts([store], keys, { server })
    const { report } = await restore(environment, restoreInput(input), {
      ...ports,
      openSource: async (config) => {
        seen.push([...server.calls])
        return ports.openSource(config)
      },
    })
    expect(report.failure).toBeNull()
    expect(seen.at(-1)).toEqual([`inspect ${ids[0]}`])
    const made = (await backupsIn(store, environment)).find((id) => !ids.includes(id))
    expect(made).toMatch(/-pre-restore$/)
    expect(JSON.parse(bytesAt(store, manifestKey('test', made ?? '')).toString())).toMatchObject({
      class: 'critical',
    })
    // What was chosen before stays chosen.
    expect(report.backupId).toBe(ids[0])
  })

  it('that fails stops everything', async () => {
    const { report } = await run(inPlace, {
      change: {
        openSource: async () => ({
          ...fakeSource(),
          dump: async () => {
            throw new Failure('capacity', 'the disk is full')
          },
        }),
      },
    })
    expect(report.failure?.kind).toBe('capacity')
    expect(report.failure?.message).toContain('nothing was touched')
    expect(server.calls).toEqual([`inspect ${ids[0]}`, `close ${ids[0]}`])
  })

  it('of a database that is gone is left out, which is said', async () => {
    server.databases.delete('shop')
    const { report } = await run(inPlace)
    expect(report.failure).toBeNull()
    expect(report.timeline.find(({ name }) => name === 'emergency backup')?.status).toBe('skipped')
    expect(report.notices.some(({ text }) => text.includes('gone'))).toBe(true)
  })

  const beside = (kind: 'missing' | 'unavailable') =>
    run(
      { emergencyBackup: true },
      {
        change: {
          openSource: async () => ({
            ...fakeSource(),
            preflight: async () => {
              throw new Failure(kind, 'nobody answers')
            },
          }),
        },
      },
    )

  it('beside a source that is gone is left out, which is said, and the restore goes on', async () => {
    const { report } = await beside('missing')
    expect(report.failure).toBeNull()
    expect(report.notices.some(({ text }) => text.includes('nobody answers'))).toBe(true)
  })

  it('beside a source out of reach, whose state may still be there, ends the restore', async () => {
    const { report } = await beside('unavailable')
    expect(report.failure).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('emergency backup') as unknown,
      hint: expect.stringContaining('without an emergency backup') as unknown,
    })
  })
})

describe('a copy that cannot be used', () => {
  const artifactOf = (id: string, name: string) => `${backupFolder('test', id)}main/${name}`

  it('is read from the next store, and named with what to do', async () => {
    const second = copyStore(pristine, { name: 'second' })
    const key = artifactOf(ids[0] ?? '', '100.dat.zst.age')
    overwrite(store, key, flipped(bytesAt(store, key), bytesAt(store, key).length >> 1))
    const { report } = await run({}, { stores: [store, second] })
    expect(report).toMatchObject({ verdict: 'degraded', failure: null })
    expect(report.copies).toMatchObject([
      { store: 'first', status: 'damaged' },
      { store: 'second', status: 'complete' },
    ])
    expect(report.timeline.find(({ name }) => name === 'download')?.stores?.toSorted()).toEqual([
      'first',
      'second',
    ])
    expect(report.next.some((step) => step.includes('lifeboat repair'))).toBe(true)
  })

  it('in a store that is down is read from the next, and a newer backup there is said to be possible', async () => {
    const gone = () => Promise.reject(new Failure('unavailable', 'nobody answers'))
    const down: Store = {
      ...store,
      // eslint-disable-next-line require-yield
      async *list() {
        await gone()
      },
      get: gone,
      stat: gone,
      versions: gone,
      put: gone,
      replace: gone,
      remove: gone,
    }
    const { report } = await run({}, { stores: [down, copyStore(pristine, { name: 'second' })] })
    expect(report.failure).toBeNull()
    expect(report.timeline.find(({ name }) => name === 'download')?.stores).toEqual(['second'])
    expect(report.notices.some(({ text }) => text.includes('newer backup'))).toBe(true)
  })

  it('in every store ends the restore, with the way out named', async () => {
    store.objects.delete(artifactOf(ids[0] ?? '', '100.dat.zst.age'))
    const { report } = await run({})
    expect(report.failure).toMatchObject({
      kind: 'missing',
      hint: expect.stringContaining(
        'on a terminal --fall-back, in a job the input fall-back: true',
      ) as unknown,
    })
    expect(server.databases).toEqual(new Map([['shop', inUse]]))
  })

  it.each([
    ['an artifact', (id: string) => artifactOf(id, '101.dat.zst.age')],
    ['the manifest', (id: string) => manifestKey('test', id)],
  ])('in every store makes a restore with fall-back take the next older backup: %s', async (_, keyOf) => {
    const key = keyOf(ids[0] ?? '')
    overwrite(store, key, flipped(bytesAt(store, key), bytesAt(store, key).length >> 1))
    const { report, databases } = await run({ ...swap, fallBack: true })
    expect(report).toMatchObject({ verdict: 'degraded', failure: null, backupId: ids[1] })
    expect(databases).toHaveLength(1)
    expect(server.databases.get('shop')).toBe(ids[1])
    expect([...server.databases.keys()]).toHaveLength(2)
    expect(report.restored).toMatchObject({ passedOver: 1 })
    expect(report.restored?.dataLoss).toBeGreaterThanOrEqual(2 * hour)
    expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([])
  })

  it('of every backup ends the restore, and nothing was touched', async () => {
    for (const id of ids) store.objects.delete(artifactOf(id, '101.dat.zst.age'))
    const { report } = await run({ ...swap, fallBack: true })
    expect(report.failure?.kind).toBe('missing')
    expect(server.databases).toEqual(new Map([['shop', inUse]]))
    expect(report.restored?.passedOver).toBe(3)
  })
})

it('a wrong key is found with the smallest artifact, before anything is inspected, and is no reason to fall back', async () => {
  const others = await makeTestKeys()
  const { report } = await run(
    { fallBack: true },
    {
      change: {
        keys: { passphrase: null, identities: [others.offline.identity], signing: keys.backup.secretKey },
      },
    },
  )
  expect(report.failure?.kind).toBe('access')
  expect(report.restored?.passedOver).toBe(0)
  expect(server.calls).toEqual([])
})

describe('a dry run', () => {
  it('shows every step and the copies it would use, and changes nothing anywhere', async () => {
    const before = [...store.objects.keys()]
    const { report, databases } = await run({ ...swap, dryRun: true, emergencyBackup: true })
    expect(report).toMatchObject({ verdict: 'passed', failure: null, backupId: ids[0] })
    expect(databases).toEqual([])
    expect([...store.objects.keys()]).toEqual(before)
    expect(server.databases).toEqual(new Map([['shop', inUse]]))
    expect(server.calls).toEqual([`inspect ${ids[0]}`, `close ${ids[0]}`])
    const planned = report.timeline.filter(({ status }) => status === 'skipped').map(({ name }) => name)
    expect(planned).toEqual([
      'emergency backup',
      'download',
      'open',
      'main: load',
      'restart',
      'health',
      'reroute',
    ])
    expect(report.copies).toMatchObject([{ store: 'first', status: 'complete' }])
    expect(report.facts.find(({ label }) => label === 'disk for main')?.value).toBe(8_000_000)
  })

  it('says without failing what would be refused for want of a confirmation', async () => {
    const { report } = await run({ mode: 'swap', dryRun: true }, { reason: null })
    expect(report.failure).toBeNull()
    expect(report.notices.filter(({ text }) => text.startsWith('it would be refused'))).toHaveLength(2)
    expect(report.missingConsent).toEqual(['confirm is not given', 'no reason is given'])
    expect(report.next.join()).toContain('not as a dry run, with `--confirm test --reason "…"` to restore')
  })

  it('fails as the restore would when something stands in its way', async () => {
    const findings = [{ level: 'refuse', failure: 'capacity', text: 'too little disk' }] as const
    const { report } = await run({ dryRun: true }, { restoration: { inspection: { findings } } })
    expect(report.failure?.kind).toBe('capacity')
    expect(report.copies).toHaveLength(1)
  })

  it('fails when no store has an artifact, and names the backup that a fall-back would take', async () => {
    store.objects.delete(`${backupFolder('test', ids[0] ?? '')}main/100.dat.zst.age`)
    const { report } = await run({ dryRun: true, fallBack: true })
    expect(report.failure).toMatchObject({
      kind: 'missing',
      hint: expect.stringContaining(ids[1] ?? '') as unknown,
    })
  })

  it('estimates the time from an earlier restore', async () => {
    await run({})
    const { report } = await run({ dryRun: true })
    expect(report.facts.find(({ label }) => label === 'estimated time')?.text).toContain('the restore of')
  })
})
