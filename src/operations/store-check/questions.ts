import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'

/** One question of the store contract, and what a store that answers it wrongly puts at risk. */
export interface Question {
  name: string
  /** Resolves to what was found when all is well. @throws Failure when the store answers wrongly, or not at all */
  ask(bench: Bench): Promise<string>
}

/** What questions work with: a store, and a folder in it that is theirs alone. */
export interface Bench {
  store: Store
  /** Ends in `/`. */
  folder: string
  /** Keys that may exist now; whoever made one names it here first. */
  made: Set<string>
  bytes(count: Bytes): Buffer
  clock: Clock
  signal: AbortSignal
}

const MiB: Bytes = 1024 * 1024
/** More than one part of any upload. */
const large: Bytes = 9 * MiB
const racers = 5

export const questions: readonly Question[] = [
  {
    name: 'read after write',
    async ask(bench) {
      const bytes = bench.bytes(70_000)
      const key = await put(bench, 'small', bytes)
      expectSame(await read(bench, key), bytes, 'an object read back at once differs from what was stored')
      const found = await bench.store.stat(key, bench.signal)
      if (found?.size !== bytes.length) throw wrong('the size of an object is not what was stored')
      return 'what was stored is there at once'
    },
  },
  {
    name: 'list',
    async ask(bench) {
      const names = ['list/b', 'list/a/2', 'list/a-1', 'list/a/1']
      for (const name of names) await put(bench, name, Buffer.from(name))
      const expected = names.map((name) => bench.folder + name).sort()
      const listed: string[] = []
      for await (const { key } of bench.store.list(`${bench.folder}list/`, bench.signal)) listed.push(key)
      if (listed.join() !== expected.join())
        throw wrong('a list lacks objects, or gives them in another order')
      return 'complete and in order'
    },
  },
  {
    name: 'ranges',
    async ask(bench) {
      const bytes = bench.bytes(10_000)
      const key = await put(bench, 'ranges', bytes)
      const part = await read(bench, key, { offset: 1_000, length: 500 })
      expectSame(part, bytes.subarray(1_000, 1_500), 'a part of an object is not what was asked for')
      return 'parts of objects can be read, so broken downloads go on'
    },
  },
  {
    name: 'large objects',
    async ask(bench) {
      const bytes = bench.bytes(large)
      const key = await put(bench, 'large', Readable.from(slices(bytes)))
      expectSame(
        await read(bench, key),
        bytes,
        'an object that was sent in parts differs from what was stored',
      )
      return 'sent in parts and read back unchanged'
    },
  },
  {
    name: 'interrupted uploads',
    async ask(bench) {
      const key = `${bench.folder}interrupted`
      bench.made.add(key)
      const stop = new AbortController()
      const body = Readable.from(
        (function* () {
          yield* slices(bench.bytes(large))
          stop.abort()
          yield Buffer.from('never')
        })(),
      )
      const outcome = await bench.store
        .put(key, body, { signal: AbortSignal.any([bench.signal, stop.signal]) })
        .catch(asFailure)
      if (!(outcome instanceof Failure)) throw wrong('an upload that was stopped was carried out')
      if (outcome.kind !== 'cancelled') throw outcome
      if ((await bench.store.stat(key, bench.signal)) !== null) throw wrong('half an object is visible')
      bench.made.delete(key)
      return 'nothing is visible of them'
    },
  },
  {
    name: 'versions',
    async ask(bench) {
      const bytes = bench.bytes(100)
      const key = await put(bench, 'versions', bytes)
      const [newest] = await bench.store.versions(key, bench.signal)
      if (newest === undefined) throw wrong('an object has no version')
      expectSame(
        await read(bench, key, { version: newest.version }),
        bytes,
        'a version differs from its object',
      )
      return 'the newest can be read by its name'
    },
  },
]

/** Asked only where the store is said to refuse: of several that put one key at once, one may win. */
export const raceQuestion: Question = {
  name: 'racing puts',
  async ask(bench) {
    const key = `${bench.folder}race`
    bench.made.add(key)
    const bodies = Array.from({ length: racers }, () => bench.bytes(2_000))
    const outcomes = await Promise.all(
      bodies.map((body) => bench.store.put(key, body, { signal: bench.signal }).catch(asFailure)),
    )
    const failures = outcomes.filter((outcome) => outcome instanceof Failure)
    const other = failures.find(({ kind }) => kind !== 'refused')
    if (other) throw other
    if (failures.length !== racers - 1) throw wrong('several that put one key at once all succeeded')
    const winner = bodies[outcomes.findIndex((outcome) => !(outcome instanceof Failure))]
    expectSame(
      await read(bench, key),
      winner ?? Buffer.alloc(0),
      'the one that won is not the one that is stored',
    )
    return 'one wins, the others are refused'
  },
}

/** Asked only where the store is said to know locks. Waits until its own lock has ended, so that nothing is left. */
export const lockQuestion: Question = {
  name: 'locks',
  async ask(bench) {
    const { store, clock, signal } = bench
    const key = `${bench.folder}locked`
    bench.made.add(key)
    const retainUntil = clock.now() + lockMilliseconds
    await store.put(key, Buffer.from('held\n'), { retainUntil, signal })
    const found = await store.stat(key, signal)
    const outcome = await store.remove(key, signal).catch(asFailure)
    if (!(outcome instanceof Failure)) throw wrong('an object was removed although it was to be held')
    if (outcome.kind !== 'refused' && outcome.kind !== 'access') throw outcome
    await clock.sleep(Math.max(0, retainUntil - clock.now()) + 1_000, signal)
    if (outcome.kind === 'access')
      return 'an object can be held; that it stays cannot be tried without the right to delete'
    return found?.lockedUntil === undefined
      ? 'an object is held: it was not removed'
      : 'an object is held: the store says until when, and did not remove it'
  },
}

/** So long that the clocks of two machines may differ a little. */
const lockMilliseconds = 10_000

async function put(bench: Bench, name: string, body: Buffer | Readable): Promise<string> {
  const key = bench.folder + name
  bench.made.add(key)
  await bench.store.put(key, body, { signal: bench.signal })
  return key
}

async function read(
  bench: Bench,
  key: string,
  options: { offset?: number; length?: number; version?: string } = {},
): Promise<string> {
  const body = await bench.store.get(key, { ...options, signal: bench.signal })
  if (body === null) throw wrong('an object that was stored is not there')
  const hash = createHash('sha256')
  for await (const chunk of body) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function expectSame(digest: string, bytes: Buffer, otherwise: string): void {
  if (digest !== createHash('sha256').update(bytes).digest('hex')) throw wrong(otherwise)
}

function wrong(what: string): Failure {
  return new Failure('integrity', what, {
    hint: 'Do not trust this store with backups; use another service.',
  })
}

function* slices(bytes: Buffer): Iterable<Buffer> {
  for (let start = 0; start < bytes.length; start += MiB) yield bytes.subarray(start, start + MiB)
}
