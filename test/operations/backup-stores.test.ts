import { beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Report } from '../../src/domain/report.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backupPorts } from '../support/ports/ports.ts'
import { Sabotage, trouble } from '../support/ports/sabotage.ts'
import { backupsIn, wholeBackups } from '../support/ports/whole-backups.ts'

let keys: TestKeys
let environment: Environment
beforeAll(async () => {
  keys = await makeTestKeys()
  // One recipient: sealing to more takes its time, and changes no call.
  environment = await testEnvironment(keys, { encryption: { recipients: [keys.verification.recipient] } })
})

async function backUp(
  stores: readonly Store[],
  change: Partial<Ports> = {},
  within: Environment = environment,
): Promise<Report> {
  await using ports = await backupPorts(stores, keys, change)
  return await backup(within, { class: 'scheduled' }, ports)
}

/** A store in which everything fails from some call on, the way a bucket goes away. */
function goneFrom(position: number, store: Store): { store: Store; calls: string[] } {
  const calls: string[] = []
  const gone = () => new Failure('unavailable', 'the bucket is gone')
  const sabotage = new Sabotage(null, 'unavailable', (call) => {
    calls.push(call)
    if (calls.length >= position) throw gone()
    return true
  })
  return { store: sabotage.store(store), calls }
}

describe('of two stores', () => {
  it.each(trouble.filter((one) => one !== 'abort'))(
    'one that has trouble once, at any call (%s), leaves the other complete',
    async (kind) => {
      const wrong: string[] = []
      for (let position = 1; ; position += 1) {
        const [good, bad] = [memoryStore({ name: 'good' }), memoryStore({ name: 'bad' })]
        const sabotage = new Sabotage(position, kind)
        const report = await backUp([sabotage.store(bad), good])
        const { struck } = sabotage
        if (struck === null) break
        const id = report.backupId ?? ''
        const whole = await wholeBackups(good, environment, keys)
        if (whole.join() !== id) wrong.push(`${struck}: the good store does not have the backup`)
        const copies = report.copies.map(({ store, status }) => `${store} ${status}`).join()
        // Marking the store, and asking what was there, may fail: the backup is whole without them.
        const isComplete = (await backupsIn(bad, environment)).includes(id) && report.verdict === 'passed'
        const expected = isComplete
          ? 'bad complete,good complete'
          : `bad ${kind.startsWith('unavailable') ? 'unreachable' : 'incomplete'},good complete`
        if (copies !== expected) wrong.push(`${struck}: ${copies}`)
        if (!isComplete && report.verdict !== 'degraded') {
          wrong.push(`${struck}: ${report.verdict}, ${report.failure?.message}`)
        }
      }
      expect(wrong).toEqual([])
    },
  )

  it('one that goes away for good degrades the run at any call before its manifest, and none after', async () => {
    const verdicts = new Set<string>()
    for (let position = 1; ; position += 1) {
      const good = memoryStore({ name: 'good' })
      const memory = memoryStore({ name: 'bad' })
      const bad = goneFrom(position, memory)
      const report = await backUp([bad.store, good])
      if (bad.calls.length < position) break
      expect(await backupsIn(good, environment)).toEqual([report.backupId])
      const copies = (await backupsIn(memory, environment)).length
      verdicts.add(`${report.verdict} with ${copies + 1} copies`)
    }
    expect([...verdicts]).toEqual(['degraded with 1 copies', 'passed with 2 copies'])
  })

  it('both that go away before its manifest leave no backup and a failure of that kind', async () => {
    const ends = new Set<string>()
    for (let position = 1; ; position += 1) {
      const [one, two] = [memoryStore({ name: 'one' }), memoryStore({ name: 'two' })]
      const first = goneFrom(position, one)
      const second = goneFrom(position, two)
      const report = await backUp([first.store, second.store])
      if (first.calls.length < position) break
      const there = [...(await backupsIn(one, environment)), ...(await backupsIn(two, environment))]
      const isNamed = report.backupId === null ? 'none' : 'one'
      ends.add(`${report.verdict} ${report.failure?.kind}, names ${isNamed}, ${there.length} manifests`)
    }
    // Leases and the ledger come after the manifests, and change nothing about the backup.
    expect([...ends]).toEqual([
      'failed unavailable, names none, 0 manifests',
      'passed undefined, names one, 2 manifests',
    ])
  })

  it('one that cannot be probed takes no part, and the reason is told', async () => {
    const bad = memoryStore({ name: 'bad' })
    const report = await backUp([goneFrom(1, bad).store, memoryStore({ name: 'good' })])
    expect(report.verdict).toBe('degraded')
    expect(report.copies).toMatchObject([
      { store: 'bad', status: 'unreachable', detail: 'the bucket is gone', writeOnce: null },
      { store: 'good', status: 'complete', detail: null, writeOnce: true },
    ])
    expect(bad.objects.size).toBe(0)
  })

  it('one too few fails the run when two copies are the minimum, and names the reason', async () => {
    const strict = await testEnvironment(keys, { 'minimum-copies': 2, stores: twoStores })
    const good = memoryStore({ name: 'good' })
    const report = await backUp([goneFrom(4, memoryStore({ name: 'bad' })).store, good], {}, strict)
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'unavailable' } })
    // The copy that was made is a backup all the same, and the report names it.
    expect(await backupsIn(good, environment)).toEqual([report.backupId])
  })
})

describe('a store that goes away with the machine', () => {
  it('alone makes the run degraded, with a warning', async () => {
    const report = await backUp([memoryStore({ name: 'here', ephemeral: true })])
    expect(report).toMatchObject({ verdict: 'degraded', failure: null, copies: [{ status: 'ephemeral' }] })
    expect(report.notices.filter(({ level }) => level === 'warning')).not.toEqual([])
  })

  it('is no copy beside one that lasts', async () => {
    const strict = await testEnvironment(keys, { 'minimum-copies': 1 })
    const here = memoryStore({ name: 'here', ephemeral: true })
    const report = await backUp([here, goneFrom(4, memoryStore({ name: 'lasting' })).store], {}, strict)
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'unavailable' } })
  })
})

describe('a store that does not answer', () => {
  /** Answers nothing from some call on, but gives up when it is told to stop. */
  function silentFrom(position: number, store: Store): { store: Store; reached: Promise<void> } {
    const { promise: reached, resolve } = Promise.withResolvers<void>()
    let count = 0
    const pass = async <T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> => {
      count += 1
      if (count < position) return work()
      resolve()
      return new Promise<T>((_, reject) => {
        const stop = () => reject(new Failure('cancelled', 'stopped'))
        signal?.addEventListener('abort', stop, { once: true })
        if (signal?.aborted === true) stop()
      })
    }
    return {
      reached,
      store: {
        ...store,
        put: (key, body, options) => pass(options?.signal, () => store.put(key, body, options)),
        stat: (key, signal) => pass(signal, () => store.stat(key, signal)),
        get: (key, options) => pass(options?.signal, () => store.get(key, options)),
        probe: (signal) => pass(signal, () => store.probe(signal)),
      },
    }
  }

  it('ends, wherever it fell silent, when the run is stopped; and no backup is there', async () => {
    const calls = 12
    for (let position = 1; position <= calls; position += 1) {
      const stop = new AbortController()
      const [one, two] = [memoryStore({ name: 'one' }), memoryStore({ name: 'two' })]
      const silent = silentFrom(position, one)
      const running = backUp([silent.store, two], { signal: stop.signal })
      await silent.reached
      stop.abort(new Failure('cancelled', 'stopped by the test'))
      const report = await running
      expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'cancelled' } })
      expect(await backupsIn(one, environment)).toEqual([])
    }
  })
})

const twoStores = [
  { name: 'bad', type: 'local', path: 'a' },
  { name: 'good', type: 'local', path: 'b' },
]
