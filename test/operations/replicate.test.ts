import { beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { replicate } from '../../src/operations/replicate/replicate.ts'
import type { Store } from '../../src/ports/store.ts'
import { silentLog } from '../../src/ports/log.ts'
import {
  backupFolder,
  backupsFolder,
  ledgerFolder,
  manifestKey,
  proofsFolder,
} from '../../src/vault/layout.ts'
import { compareStores } from '../../src/vault/store-comparison.ts'
import { faultyStore, type StoreCall } from '../support/doubles/faulty-store.ts'
import { memoryStore, type MemoryStore } from '../support/doubles/memory-store.ts'
import { fakeClock } from '../support/ports/clock.ts'
import { bytesAt, bytesDamages, copyStore, flipped, overwrite } from '../support/ports/damage.ts'
import { makeTestKeys, type TestKeys } from '../support/ports/environment.ts'
import { backUp, keeperPorts, keeping, type Keeping, provenAs } from '../support/ports/retention.ts'
import { Sabotage, trouble } from '../support/ports/sabotage.ts'
import { backupsIn, wholeBackups } from '../support/ports/whole-backups.ts'

let keys: TestKeys
let kept: Keeping
let full: MemoryStore
let ids: string[]
beforeAll(async () => {
  keys = await makeTestKeys()
  kept = await keeping(keys)
  full = memoryStore({ name: 'full' })
  const clock = fakeClock()
  ids = []
  for (let index = 0; index < 3; index += 1) {
    ids.push(await backUp([full], kept, clock))
    clock.advance(60_000)
  }
  await provenAs('passed', [full], ids[1] ?? '', kept, clock)
})

async function run(
  stores: readonly Store[],
  options: { dryRun?: boolean; sabotage?: Sabotage; kept?: Keeping } = {},
) {
  const within = options.kept ?? kept
  await using ports = await keeperPorts(stores, within)
  return await replicate(
    within.environment,
    { dryRun: options.dryRun ?? false },
    options.sabotage?.over(ports) ?? ports,
  )
}

/** Keys under the folders that are replicated. */
function keysIn(store: MemoryStore): string[] {
  const folders = [backupsFolder('test'), proofsFolder('test'), ledgerFolder('test')]
  return [...store.objects.keys()].filter((key) => folders.some((folder) => key.startsWith(folder))).sort()
}

function artifactOf(id: string | undefined): string {
  return (
    keysIn(full).find((key) => key.startsWith(backupFolder('test', id ?? '')) && key.endsWith('.zst.age')) ??
    ''
  )
}

describe('a new store', () => {
  it('gets every backup whole, proofs and ledger, and says what it is', async () => {
    const [first, second] = [copyStore(full), memoryStore({ name: 'new' })]
    const before = keysIn(first)
    const { report, copied } = await run([first, second])
    expect(report).toMatchObject({ verdict: 'passed', failure: null })
    expect(copied).toEqual([...ids].reverse())
    // Its own event stands in the ledger of both.
    const events = keysIn(second).filter((key) => key.startsWith(ledgerFolder('test')))
    expect(keysIn(second).filter((key) => before.includes(key))).toEqual(before)
    expect(keysIn(second)).toEqual(keysIn(first))
    expect(events.length).toBeGreaterThan(before.filter((key) => key.startsWith(ledgerFolder('test'))).length)
    for (const key of before) expect(bytesAt(second, key).equals(bytesAt(full, key))).toBe(true)
    expect([...second.objects.keys()]).toEqual(expect.arrayContaining(['RECOVERY.md', 'lifeboat.json']))
    expect(await wholeBackups(second, kept.environment, keys)).toEqual([...ids].sort())
  })

  it('has what it got from whichever store has it', async () => {
    const [first, second] = [copyStore(full), copyStore(full, { name: 'second' })]
    for (const key of keysIn(first)) if (key.includes(ids[0] ?? '')) first.objects.delete(key)
    for (const key of keysIn(second)) if (key.includes(ids[2] ?? '')) second.objects.delete(key)
    const { report } = await run([first, second, memoryStore({ name: 'third' })])
    expect(report.verdict).toBe('passed')
    for (const store of [first, second]) {
      expect(await wholeBackups(store, kept.environment, keys)).toEqual([...ids].sort())
    }
  })

  it('that goes away with the machine is not filled, and may still be read', async () => {
    const [durable, temporary] = [copyStore(full), copyStore(full, { name: 'temporary', ephemeral: true })]
    for (const key of keysIn(durable)) if (key.includes(ids[1] ?? '')) durable.objects.delete(key)
    const empty = memoryStore({ name: 'empty', ephemeral: true })
    const { report, copied } = await run([empty, temporary, durable])
    expect({ verdict: report.verdict, copied }).toEqual({ verdict: 'passed', copied: [ids[1]] })
    expect(keysIn(empty).filter((key) => key.startsWith(backupsFolder('test')))).toEqual([])
    expect(await wholeBackups(durable, kept.environment, keys)).toEqual([...ids].sort())
  })
})

describe('stores that are alike', () => {
  const countingCalls = (store: Store) => {
    const calls: StoreCall[] = []
    return { store: faultyStore(store, (call) => (calls.push(call), null)), calls }
  }

  it('cost one listing each, and nothing else', async () => {
    const [first, second] = [
      countingCalls(copyStore(full)),
      countingCalls(copyStore(full, { name: 'second' })),
    ]
    const { report, copied } = await run([first.store, second.store])
    expect({ verdict: report.verdict, copied }).toEqual({ verdict: 'passed', copied: [] })
    for (const { calls } of [first, second]) expect(calls.map(({ method }) => method)).toEqual(['list'])
  })

  it('but for the words of a page are alike', async () => {
    const [first, second] = [copyStore(full), copyStore(full, { name: 'second' })]
    overwrite(second, `${backupFolder('test', ids[0] ?? '')}RECOVERY.md`, Buffer.from('other words'))
    expect((await run([first, second])).copied).toEqual([])
  })

  it('and hold what a run under way or a killed one left are left alone', async () => {
    const [first, second] = [copyStore(full), copyStore(full, { name: 'second' })]
    await first.put('test/backups/20261101T000000Z-aaaaa/main/6260.dat.age', Buffer.from('x'))
    const { report, copied } = await run([first, second])
    expect({ verdict: report.verdict, copied }).toEqual({ verdict: 'passed', copied: [] })
    expect(second.objects.has('test/backups/20261101T000000Z-aaaaa/main/6260.dat.age')).toBe(false)
  })
})

it('a dry run says what is missing, and changes nothing', async () => {
  const [first, second] = [copyStore(full), memoryStore({ name: 'new' })]
  const before = [...first.objects.keys()]
  const { report, copied } = await run([first, second], { dryRun: true })
  expect(copied).toEqual([...ids].reverse())
  expect(report.facts.find(({ label }) => label === 'objects copied')?.value).toBeGreaterThan(0)
  expect([[...first.objects.keys()], [...second.objects.keys()]]).toEqual([before, []])
})

describe('a killed run', () => {
  it('leaves no manifest without its artifacts, and the next one copies only the rest', async () => {
    const artifacts = keysIn(full).filter((key) => key.endsWith('.age'))
    for (let position = 1; ; position += 1) {
      const second = memoryStore({ name: 'second' })
      let calls = 0
      const dying = new Proxy<Store>(second, {
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
      await run([copyStore(full), dying])
      const there = await wholeBackups(copyStore(second), kept.environment, keys)
      expect(there).toEqual(await backupsIn(second, kept.environment))
      const had = new Set(second.objects.keys())
      const puts: string[] = []
      const watched = faultyStore(second, ({ method, key }) => {
        if (method === 'put') puts.push(key)
        return null
      })
      expect((await run([copyStore(full), watched])).report.verdict).toBe('passed')
      expect(puts.filter((key) => artifacts.includes(key) && had.has(key))).toEqual([])
      expect(await wholeBackups(second, kept.environment, keys)).toEqual([...ids].sort())
      if (calls <= position) break
    }
  })

  it('left an artifact of the right size and other bytes: it never gets a manifest', async () => {
    const second = memoryStore({ name: 'second' })
    const key = artifactOf(ids[0])
    await second.put(key, flipped(bytesAt(full, key), 100))
    const { report } = await run([copyStore(full), second])
    expect(report.verdict).toBe('degraded')
    expect(report.next.join()).toContain('lifeboat repair')
    expect(await wholeBackups(second, kept.environment, keys)).toEqual([ids[1], ids[2]])
  })

  it('left an artifact cut short: it never gets a manifest', async () => {
    const second = memoryStore({ name: 'second' })
    const key = artifactOf(ids[2])
    await second.put(key, bytesAt(full, key).subarray(0, 50))
    expect((await run([copyStore(full), second])).report.verdict).toBe('degraded')
    expect(await wholeBackups(second, kept.environment, keys)).toEqual([ids[0], ids[1]])
  })
})

describe('a damaged copy', () => {
  it.each(bytesDamages)('of an artifact, having $name, is never copied', async ({ damage }) => {
    const first = copyStore(full)
    const key = artifactOf(ids[1])
    const bytes = damage(bytesAt(first, key))
    if (bytes === null) first.objects.delete(key)
    else overwrite(first, key, bytes)
    const second = memoryStore({ name: 'second' })
    const { report } = await run([first, second])
    expect({ verdict: report.verdict, kind: report.failure?.kind }).toEqual({
      verdict: 'failed',
      kind: bytes === null ? 'missing' : 'integrity',
    })
    expect(second.objects.has(key)).toBe(false)
    expect(await wholeBackups(second, kept.environment, keys)).toEqual([ids[0], ids[2]])
    // With a sound one behind it, nothing is wrong but that copy.
    const third = memoryStore({ name: 'third' })
    const again = await run([first, copyStore(full, { name: 'other' }), third])
    expect(again.report.failure).toBe(null)
    expect(await wholeBackups(third, kept.environment, keys)).toEqual([...ids].sort())
  })

  it('of a manifest, proof or event that nobody signed is not copied', async () => {
    const first = copyStore(full)
    const forged = [
      manifestKey('test', ids[0] ?? ''),
      keysIn(full).find((key) => key.startsWith(proofsFolder('test')) && key.endsWith('.json')) ?? '',
      keysIn(full).find((key) => key.startsWith(ledgerFolder('test')) && key.endsWith('.json')) ?? '',
    ]
    for (const key of forged) overwrite(first, key, Buffer.from(`${bytesAt(full, key).toString()} `))
    const second = memoryStore({ name: 'second' })
    const { report } = await run([first, second])
    expect(report.verdict).toBe('failed')
    for (const key of forged) expect(second.objects.has(key)).toBe(false)
    expect(await wholeBackups(second, kept.environment, keys)).toEqual([ids[1], ids[2]])
  })
})

describe('minimum-copies', () => {
  it('that cannot be had fails the run, in the kind of what stood in the way', async () => {
    const two = await keeping(keys, {
      'minimum-copies': 2,
      stores: [
        { name: 'full', type: 'local', path: 'a' },
        { name: 'gone', type: 'local', path: 'b' },
      ],
    })
    const gone = faultyStore(memoryStore({ name: 'gone' }), () => ({
      when: 'before',
      failure: new Failure('unavailable', 'the bucket is gone'),
    }))
    const trusted = { ...two, environment: { ...two.environment, signing: kept.environment.signing } }
    const { report } = await run([copyStore(full), gone], { kept: { ...trusted, retention: kept.retention } })
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'unavailable' } })
  })

  it('that is met leaves a run without one store degraded', async () => {
    const gone = faultyStore(memoryStore({ name: 'gone' }), () => ({
      when: 'before',
      failure: new Failure('unavailable', 'the bucket is gone'),
    }))
    const { report } = await run([copyStore(full), gone])
    expect(report.copies.map(({ store, status }) => [store, status])).toEqual([
      ['full', 'complete'],
      ['gone', 'unreachable'],
    ])
    expect({ verdict: report.verdict, failure: report.failure }).toEqual({
      verdict: 'degraded',
      failure: null,
    })
  })
})

it.each(trouble)(
  '%s, once, at any call, leaves no half backup, and a rerun brings the rest',
  async (kind) => {
    const wrong: string[] = []
    for (let position = 1; ; position += 1) {
      const [first, second] = [copyStore(full), memoryStore({ name: 'second' })]
      for (const key of keysIn(full))
        if (!key.includes(ids[0] ?? '')) overwrite(second, key, bytesAt(full, key))
      const sabotage = new Sabotage(position, kind)
      await run([first, second], { sabotage })
      const where = `call ${position}, ${sabotage.struck}`
      const whole = await wholeBackups(copyStore(second), kept.environment, keys).catch((error: unknown) => {
        wrong.push(`${where}: ${String(error)}`)
        return []
      })
      if (whole.join() !== (await backupsIn(second, kept.environment)).join())
        wrong.push(`${where}: half a backup`)
      if (sabotage.struck === null) break
      const rerun = await run([first, second])
      if (rerun.report.verdict !== 'passed') wrong.push(`${where}: the rerun ${rerun.report.verdict}`)
      if ((await backupsIn(second, kept.environment)).length !== 3) wrong.push(`${where}: not brought`)
    }
    expect(wrong).toEqual([])
  },
)

describe('comparing', () => {
  const manyBackups = (name: string, count: number): MemoryStore => {
    const store = memoryStore({ name })
    for (let index = 0; index < count; index += 1) {
      const id = `20260101T${String(index).padStart(6, '0').slice(0, 2)}0000Z-${String(10_000 + index).slice(-5)}`
      for (const object of ['RECOVERY.md', 'main/toc.dat.age', 'manifest.json', 'manifest.json.sig']) {
        overwrite(store, `test/backups/${id}/${object}`, Buffer.from(object))
      }
    }
    return store
  }

  it('a store that breaks off its listing leaves the others compared', async () => {
    const [one, two, bad] = [manyBackups('one', 50), manyBackups('two', 50), manyBackups('bad', 50)]
    const missing = [...two.objects.keys()].filter((key) => key.includes('-10040/'))
    for (const key of missing) two.objects.delete(key)
    const breaking = faultyStore(bad, () => ({
      when: 'midway',
      failure: new Failure('unavailable', 'broke off'),
    }))
    const context = { log: silentLog, signal: new AbortController().signal }
    const compared = await compareStores([one, breaking, two], 'test', context)
    expect([...compared.unreachable.keys()]).toEqual(['bad'])
    expect(compared.alike.backup).toBe(49)
    expect(compared.differing.map(({ place, holders }) => [place.includes('-10040/'), holders])).toEqual([
      [true, ['one']],
    ])
  })

  it('fails when no store can be listed', async () => {
    const gone = faultyStore(memoryStore(), () => ({
      when: 'before',
      failure: new Failure('access', 'no rights'),
    }))
    const context = { log: silentLog, signal: new AbortController().signal }
    await expect(compareStores([gone], 'test', context)).rejects.toMatchObject({ kind: 'access' })
  })
})
