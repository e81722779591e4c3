import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store, StoredObject } from '../../src/ports/store.ts'

/** A store under test, empty, and what the suite must know of it. */
export interface StoreUnderTest extends AsyncDisposable {
  store: Store
  /** A second handle to the same objects, as another process would have. */
  other: Store
  /** Whatever unfinished uploads or temporary files the store holds. */
  leftovers(): Promise<string[]>
  /** Keeps older versions, so that `replace` leaves the older bytes readable. */
  versioned?: boolean
  /** Bytes that a put of 40 MiB may hold at most; the default suits every store. */
  memoryBound?: number
}

const MiB = 1024 * 1024

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** The questions that every store must answer alike. Each test's name is a sentence of the contract in src/ports/store.ts. */
export function storeContract(
  name: string,
  open: () => Promise<StoreUnderTest>,
  /** False for a store that ignores the condition of a put: then its probe must say so. */
  { writeOnce = true }: { writeOnce?: boolean } = {},
): void {
  describe(`store contract: ${name}`, () => {
    let under: StoreUnderTest
    let store: Store
    beforeAll(async () => {
      under = await open()
      store = under.store
    })
    afterAll(async () => {
      await under[Symbol.asyncDispose]()
    })

    /** Each test works in a folder of its own. */
    let counter = 0
    const folder = () => `t${(counter += 1)}`

    describe('put', () => {
      test('what was put can be read back, byte for byte, also by another handle', async () => {
        const key = `${folder()}/object.bin`
        const bytes = randomBytes(300_000)
        const stored = await store.put(key, Readable.from(slices(bytes, 10_000)))
        expect(stored).toMatchObject({ key, size: bytes.length })
        expect(Math.abs(stored.modifiedAt - Date.now())).toBeLessThan(120_000)
        expect(await read(under.other, key)).toEqual(bytes)
        expect(await under.other.stat(key)).toMatchObject({ key, size: bytes.length })
      })

      test('bytes given at once are stored as well', async () => {
        const key = `${folder()}/object.bin`
        const bytes = randomBytes(1_000)
        expect(await store.put(key, bytes)).toMatchObject({ key, size: 1_000 })
        expect(await read(store, key)).toEqual(bytes)
      })

      test.each([
        ['a stream', () => Readable.from([])],
        ['an empty array', () => new Uint8Array()],
      ])('an object may have 0 bytes: %s', async (_, body) => {
        const key = `${folder()}/empty`
        expect(await store.put(key, body())).toMatchObject({ size: 0 })
        expect(await read(store, key)).toEqual(Buffer.alloc(0))
        expect(await store.stat(key)).toMatchObject({ size: 0 })
      })

      test('a body smaller than its atMost is stored whole', async () => {
        const key = `${folder()}/object.bin`
        const bytes = randomBytes(70_000)
        await store.put(key, Readable.from(slices(bytes, 7_000)), { atMost: 64 * MiB })
        expect(await read(store, key)).toEqual(bytes)
      })

      test('a body larger than its atMost is stored whole', async () => {
        const key = `${folder()}/object.bin`
        const bytes = randomBytes(17 * MiB)
        await store.put(key, Readable.from(slices(bytes, MiB)), { atMost: 1_000 })
        expect(digest(await read(store, key))).toBe(digest(bytes))
      })

      test.each([8 * MiB - 1, 8 * MiB, 8 * MiB + 1, 16 * MiB])(
        'a body of %i bytes, at the edges of parts, is stored whole',
        async (size) => {
          const key = `${folder()}/object.bin`
          const bytes = randomBytes(size)
          await store.put(key, Readable.from(slices(bytes, 1_000_003)))
          expect(await store.stat(key)).toMatchObject({ size })
          expect(digest(await read(store, key))).toBe(digest(bytes))
        },
      )

      test('40 MiB stream through in bounded memory', async () => {
        const key = `${folder()}/large.bin`
        const hash = createHash('sha256')
        const before = heldBytes()
        let most = 0
        const body = Readable.from(
          (async function* () {
            for (let index = 0; index < 640; index += 1) {
              const chunk = Buffer.alloc(64 * 1024, `chunk ${index} `)
              hash.update(chunk)
              if (index % 64 === 0) most = Math.max(most, heldBytes() - before)
              yield chunk
            }
          })(),
        )
        expect(await store.put(key, body, { atMost: 40 * MiB })).toMatchObject({ size: 40 * MiB })
        expect(most).toBeLessThan(under.memoryBound ?? 80 * MiB)
        const back = createHash('sha256')
        for await (const chunk of await openKey(store, key)) back.update(chunk as Buffer)
        expect(back.digest('hex')).toBe(hash.digest('hex'))
      })

      test('many uploads at once do not stop each other, though their bodies depend on each other', async () => {
        // As a vault that pours one artifact into several stores: each body goes on only when all have taken a piece.
        const prefix = folder()
        const uploads = 9
        const piece = randomBytes(MiB)
        let waiting: (() => void)[] = []
        const together = () =>
          new Promise<void>((resolve) => {
            waiting.push(resolve)
            if (waiting.length === uploads) {
              const all = waiting
              waiting = []
              for (const go of all) go()
            }
          })
        await Promise.all(
          Array.from({ length: uploads }, (_, index) =>
            store.put(
              `${prefix}/${index}`,
              Readable.from(
                (async function* () {
                  for (let round = 0; round < 18; round += 1) {
                    await together()
                    yield piece
                  }
                })(),
                { objectMode: false },
              ),
            ),
          ),
        )
        const found = await keys(store, `${prefix}/`)
        expect(found).toHaveLength(uploads)
        for (const key of found) expect(await store.stat(key)).toMatchObject({ size: 18 * MiB })
      })

      test('nothing is visible under the key before all bytes are there', async () => {
        const prefix = folder()
        const key = `${prefix}/slow.bin`
        const seen: unknown[] = []
        const body = Readable.from(
          (async function* () {
            for (let index = 0; index < 20; index += 1) {
              yield randomBytes(MiB)
              if (index % 6 === 0) {
                seen.push(
                  await under.other.stat(key),
                  await under.other.get(key),
                  await keys(under.other, `${prefix}/`),
                )
              }
            }
          })(),
        )
        await store.put(key, body)
        expect(seen).toEqual([0, 6, 12, 18].flatMap(() => [null, null, []]))
        expect(await keys(under.other, `${prefix}/`)).toEqual([key])
      })

      test.each([
        ['small', 1_000],
        ['large', 20 * MiB],
      ])('a body that fails (%s) leaves nothing, and its own error comes out', async (_, size) => {
        const prefix = folder()
        const trouble = new Error('the source broke')
        const body = Readable.from(
          (async function* () {
            for (const slice of slices(randomBytes(size), 500_000)) yield slice
            throw trouble
          })(),
        )
        await expect(store.put(`${prefix}/broken.bin`, body)).rejects.toBe(trouble)
        expect(await keys(under.other, `${prefix}/`)).toEqual([])
        expect(await under.leftovers()).toEqual([])
      })

      test.each([
        ['small', 1_000],
        ['large', 20 * MiB],
      ])('an aborted put (%s) is cancelled, leaves nothing and destroys its body', async (_, size) => {
        const prefix = folder()
        const controller = new AbortController()
        const body = Readable.from(
          (async function* () {
            for (const slice of slices(randomBytes(size), 500_000)) yield slice
            controller.abort()
            await new Promise(() => undefined)
          })(),
        )
        const put = store.put(`${prefix}/aborted.bin`, body, { signal: controller.signal })
        await expect(put).rejects.toMatchObject({ kind: 'cancelled' })
        expect(body.destroyed).toBe(true)
        expect(await keys(under.other, `${prefix}/`)).toEqual([])
        expect(await under.leftovers()).toEqual([])
      })

      test('a signal that was aborted before does not even start', async () => {
        const key = `${folder()}/never`
        const options = { signal: AbortSignal.abort() }
        await expect(store.put(key, Buffer.from('x'), options)).rejects.toMatchObject({ kind: 'cancelled' })
        await expect(store.get(key, options)).rejects.toMatchObject({ kind: 'cancelled' })
        await expect(store.stat(key, options.signal)).rejects.toMatchObject({ kind: 'cancelled' })
        await expect(Array.fromAsync(store.list('', options.signal))).rejects.toMatchObject({
          kind: 'cancelled',
        })
        expect(await store.stat(key)).toBeNull()
      })
    })

    describe('leases', () => {
      test('only leases can be replaced', async () => {
        const prefix = folder()
        for (const key of [`${prefix}/backups/x`, 'lifeboat.json', 'leases', `a/b/leases/x`]) {
          await expect(store.replace(key, Buffer.from('x'))).rejects.toMatchObject({ kind: 'bug' })
        }
        for (const key of [`leases/${prefix}`, `${prefix}/leases/one`]) {
          await store.put(key, Buffer.from('first'))
          expect(await store.replace(key, Buffer.from('second!'))).toMatchObject({ key, size: 7 })
          expect(String(await read(under.other, key))).toBe('second!')
          await store.remove(key)
        }
        const fresh = `leases/${prefix}-fresh`
        await store.replace(fresh, Buffer.from('made'))
        expect(String(await read(under.other, fresh))).toBe('made')
        await store.remove(fresh)
      })
    })

    describe('list', () => {
      test('objects come by key in ascending order of bytes, with size and time', async () => {
        const prefix = folder()
        const names = ['b', 'a/2', 'a/1', 'a-1', 'a.json', 'a0', 'B', 'a/b/c', '_', 'z/z/z', '0']
        await Promise.all(names.map((name) => store.put(`${prefix}/${name}`, Buffer.from(name))))
        const listed = await Array.fromAsync(under.other.list(`${prefix}/`))
        expect(listed.map(({ key }) => key)).toEqual(names.map((name) => `${prefix}/${name}`).sort())
        for (const object of listed) {
          expect(object.size).toBe(object.key.length - prefix.length - 1)
          expect(Math.abs(object.modifiedAt - Date.now())).toBeLessThan(120_000)
        }
      })

      test('a prefix is a folder: its neighbours are not listed', async () => {
        const prefix = folder()
        await store.put(`${prefix}/in/x`, Buffer.from('x'))
        await store.put(`${prefix}/in-law/x`, Buffer.from('x'))
        await store.put(`${prefix}/in.txt`, Buffer.from('x'))
        expect(await keys(store, `${prefix}/in/`)).toEqual([`${prefix}/in/x`])
        expect(await keys(store, `${prefix}/absent/`)).toEqual([])
        expect((await keys(store, '')).filter((key) => key.startsWith(`${prefix}/`))).toHaveLength(3)
        await expect(Array.fromAsync(store.list(`${prefix}/in`))).rejects.toMatchObject({ kind: 'bug' })
        await expect(Array.fromAsync(store.list('../'))).rejects.toMatchObject({ kind: 'bug' })
      })

      test('a list behind a key gives every key behind it', async () => {
        const prefix = folder()
        for (const name of ['a', 'b', 'c']) await store.put(`${prefix}/${name}`, Buffer.from(name))
        const listed = await Array.fromAsync(store.list(`${prefix}/`, undefined, { after: `${prefix}/a` }))
        expect(listed.map(({ key }) => key).filter((key) => key > `${prefix}/a`)).toEqual([
          `${prefix}/b`,
          `${prefix}/c`,
        ])
      })

      test('a list goes on past the page of a store, and can be left early', async () => {
        const prefix = folder()
        const names = Array.from(
          { length: 1_050 },
          (_, index) => `${prefix}/${String(index).padStart(5, '0')}`,
        )
        for (let start = 0; start < names.length; start += 50) {
          await Promise.all(names.slice(start, start + 50).map((name) => store.put(name, Buffer.from('x'))))
        }
        expect(await keys(store, `${prefix}/`)).toEqual(names)
        const few: StoredObject[] = []
        for await (const object of store.list(`${prefix}/`)) {
          few.push(object)
          if (few.length === 3) break
        }
        expect(few.map(({ key }) => key)).toEqual(names.slice(0, 3))
      })
    })

    describe('get and stat', () => {
      test('an object that does not exist is null', async () => {
        const prefix = folder()
        await store.put(`${prefix}/folder/x`, Buffer.from('x'))
        for (const key of [`${prefix}/none`, `${prefix}/none/none`, `${prefix}/folder`]) {
          expect(await store.get(key)).toBeNull()
          expect(await store.stat(key)).toBeNull()
          expect(await store.versions(key)).toEqual([])
        }
      })

      test('a part of an object can be read', async () => {
        const key = `${folder()}/object`
        const bytes = randomBytes(500_000)
        await store.put(key, bytes)
        const part = async (options: { offset?: number; length?: number }) => read(store, key, options)
        expect(await part({ offset: 1_000 })).toEqual(bytes.subarray(1_000))
        expect(await part({ offset: 1_000, length: 1 })).toEqual(bytes.subarray(1_000, 1_001))
        expect(await part({ length: 300_000 })).toEqual(bytes.subarray(0, 300_000))
        expect(await part({ offset: 499_999, length: 50 })).toEqual(bytes.subarray(499_999))
        expect(await part({ offset: 500_000 })).toEqual(Buffer.alloc(0))
        expect(await part({ offset: 900_000, length: 10 })).toEqual(Buffer.alloc(0))
        expect(await part({ offset: 10, length: 0 })).toEqual(Buffer.alloc(0))
      })

      test('a part of an object with 0 bytes is empty, and of no object null', async () => {
        const prefix = folder()
        await store.put(`${prefix}/empty`, new Uint8Array())
        expect(await read(store, `${prefix}/empty`, { length: 10 })).toEqual(Buffer.alloc(0))
        expect(await store.get(`${prefix}/none`, { offset: 5, length: 0 })).toBeNull()
        expect(await store.get(`${prefix}/none`, { offset: 5, length: 5 })).toBeNull()
      })

      test('a stream that is left early or aborted lets go of everything', async () => {
        const key = `${folder()}/object`
        await store.put(key, randomBytes(12 * MiB))
        // More of them than a client keeps connections: one that was not let go of would block the rest.
        for (let index = 0; index < 60; index += 1) {
          const body = await openKey(store, key)
          body.on('error', () => undefined)
          await new Promise<void>((resolve) => {
            body.once('data', () => resolve())
          })
          body.destroy()
        }
        const controller = new AbortController()
        const body = await store.get(key, { signal: controller.signal })
        if (body === null) throw new Error('the object is there')
        const reading = buffer(body)
        controller.abort()
        await expect(reading).rejects.toMatchObject({ kind: 'cancelled' })
      })
    })

    describe('versions', () => {
      test('an object has one version at least, which can be read by its name', async () => {
        const key = `${folder()}/object`
        await store.put(key, Buffer.from('only'))
        const versions = await under.other.versions(key)
        expect(versions).toHaveLength(1)
        expect(versions[0]).toMatchObject({ key, size: 4 })
        expect(String(await read(store, key, { version: versions[0]?.version ?? '' }))).toBe('only')
      })

      test('neither a longer key nor a folder of the same name is taken for a version', async () => {
        const prefix = folder()
        for (const name of ['object', 'object-2', 'object.x']) {
          await store.put(`${prefix}/${name}`, Buffer.from(name))
        }
        const versions = await store.versions(`${prefix}/object`)
        expect(versions.map(({ key }) => key)).toEqual([`${prefix}/object`])
      })

      test('older versions come after newer ones and stay readable, as far as the store keeps them', async () => {
        const key = `leases/${folder()}-versions`
        for (const text of ['one', 'two', 'three']) await store.replace(key, Buffer.from(text))
        const versions = await store.versions(key)
        const texts = await Promise.all(
          versions.map(async ({ version }) => String(await read(store, key, { version }))),
        )
        expect(texts).toEqual(under.versioned === true ? ['three', 'two', 'one'] : ['three'])
        await store.remove(key)
      })
    })

    describe('remove', () => {
      test('a removed object is gone, its neighbours are not', async () => {
        const prefix = folder()
        await store.put(`${prefix}/a/x`, Buffer.from('x'))
        await store.put(`${prefix}/a/y`, Buffer.from('y'))
        await store.remove(`${prefix}/a/x`)
        expect(await under.other.stat(`${prefix}/a/x`)).toBeNull()
        expect(await under.other.get(`${prefix}/a/x`)).toBeNull()
        expect(await keys(under.other, `${prefix}/`)).toEqual([`${prefix}/a/y`])
      })

      test('removing what is not there is no error', async () => {
        const prefix = folder()
        await store.remove(`${prefix}/none`)
        await store.remove(`${prefix}/none/none`)
        expect(await keys(store, `${prefix}/`)).toEqual([])
      })
    })

    describe('keys', () => {
      test.each([
        '',
        '/a',
        'a/',
        'a//b',
        '.',
        '..',
        '../a',
        'a/../b',
        'a/./b',
        'a/..',
        'a b',
        'ä',
        'a\\b',
        'a\0b',
        'a%2e',
        '%2e%2e/a',
        'a:b',
        'x'.repeat(1_100),
      ])('%j is no key for any method', async (key) => {
        const bytes = Buffer.from('x')
        await expect(store.put(key, bytes)).rejects.toMatchObject({ kind: 'bug' })
        await expect(store.get(key)).rejects.toMatchObject({ kind: 'bug' })
        await expect(store.stat(key)).rejects.toMatchObject({ kind: 'bug' })
        await expect(store.versions(key)).rejects.toMatchObject({ kind: 'bug' })
        await expect(store.remove(key)).rejects.toMatchObject({ kind: 'bug' })
        await expect(store.replace(`leases/${key}`, bytes)).rejects.toMatchObject({ kind: 'bug' })
      })

      test('every character that the contract allows works in a key', async () => {
        const prefix = folder()
        const key = `${prefix}/AZaz09._-/..hidden/-dash/_/x...y`
        await store.put(key, Buffer.from('x'))
        expect(await keys(store, `${prefix}/`)).toEqual([key])
        expect(String(await read(store, key))).toBe('x')
      })
    })

    test('probe says what holds, and leaves nothing behind that it may remove', async () => {
      const before = await keys(store, 'leases/')
      const abilities = await store.probe()
      expect(abilities).toMatchObject({
        writeOnce,
        mayOverwrite: true,
        mayDelete: true,
        versioned: under.versioned ?? false,
      })
      expect(await keys(store, 'leases/')).toEqual(before)
      expect(await under.leftovers()).toEqual([])
    })

    // Where a store cannot refuse, its probe says so, which was asked above.
    if (!writeOnce) return
    describe('write-once', () => {
      test('a key that exists is refused, and nothing is changed', async () => {
        const prefix = folder()
        for (const size of [10, 20 * MiB]) {
          const key = `${prefix}/${size}`
          await store.put(key, Buffer.from('first'))
          const second = () => Readable.from(slices(randomBytes(size), MiB))
          await expect(store.put(key, second())).rejects.toMatchObject({ kind: 'refused' })
          await expect(under.other.put(key, Buffer.from('first'))).rejects.toMatchObject({ kind: 'refused' })
          expect(String(await read(store, key))).toBe('first')
          expect(await store.versions(key)).toHaveLength(1)
        }
        expect(await under.leftovers()).toEqual([])
      })

      test.each([
        ['small', 2_000],
        ['large', 9 * MiB],
      ])('of ten that race for a key (%s) one wins, the others are refused', async (_, size) => {
        const key = `${folder()}/race`
        const bodies = Array.from({ length: 10 }, () => randomBytes(size))
        const results = await Promise.allSettled(
          bodies.map((body, index) =>
            (index % 2 === 0 ? store : under.other).put(key, Readable.from(slices(body, MiB))),
          ),
        )
        const winners = results.flatMap((result, index) => (result.status === 'fulfilled' ? [index] : []))
        expect(winners).toHaveLength(1)
        const losers = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
        expect(losers.map(({ kind }) => kind)).toEqual(losers.map(() => 'refused'))
        expect(digest(await read(store, key))).toBe(digest(bodies[winners[0] ?? 0] ?? Buffer.alloc(0)))
        expect(await under.leftovers()).toEqual([])
      })
    })
  })
}

/** In buffers that somebody still holds: when the others are given back is the machine's own affair. */
function heldBytes(): number {
  // Twice: what one collection has found is given back by the time the next one ends.
  for (let time = 0; time < 2; time += 1) collectGarbage()
  return process.memoryUsage().arrayBuffers
}

async function openKey(store: Store, key: string): Promise<Readable> {
  const body = await store.get(key)
  if (body === null) throw new Error(`${key} is not there`)
  return body
}

async function read(
  store: Store,
  key: string,
  options?: { offset?: number; length?: number; version?: string },
): Promise<Buffer> {
  const body = await store.get(key, options)
  if (body === null) throw new Error(`${key} is not there`)
  return buffer(body)
}

async function keys(store: Store, prefix: string): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of store.list(prefix)) found.push(key)
  return found
}

function* slices(bytes: Buffer, size: number): Iterable<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
