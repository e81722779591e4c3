import { Readable } from 'node:stream'
import { zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { silentLog } from '../../src/ports/log.ts'
import type { Store } from '../../src/ports/store.ts'
import { createArtifactWriter } from '../../src/vault/artifact-writer.ts'
import { digestOf } from '../../src/vault/digest.ts'
import { decompress } from '../../src/vault/compression.ts'
import { makeIdentity } from '../../src/vault/keys.ts'
import { ageOpener, ageSealing } from '../../src/vault/age-sealing.ts'
import { backupId, environment, folder, input, someBytes } from './fixtures.ts'
import { MemoryStore } from './memory-store.ts'
import { through } from './streams.ts'

const keys = await makeIdentity()
const never = new AbortController().signal

function setUp(change: { sealing?: 'none'; stores?: Store[]; signal?: AbortSignal } = {}) {
  const first = new MemoryStore('first')
  const second = new MemoryStore('second')
  const writer = createArtifactWriter({
    stores: change.stores ?? [first, second],
    folder,
    source: 'main',
    sealing: change.sealing ?? ageSealing([keys.recipient]),
    log: silentLog,
    signal: change.signal ?? never,
  })
  return { first, second, writer }
}

/** Faults that strike in the middle of an object. */
function failAfter(chunks: number, failure: Failure): MemoryStore['fault'] {
  let seen = 0
  return (call) => {
    if (call === 'chunk' && (seen += 1) > chunks) throw failure
  }
}

describe('an artifact', () => {
  test.each([
    ['sealed as pg_dump compressed it', 'pg_dump', undefined],
    ['compressed and sealed by us', 'lifeboat', undefined],
    ['compressed by us, not sealed', 'lifeboat', 'none'],
    ['stored as it came', 'pg_dump', 'none'],
  ] as const)('keeps its bytes when its giver uses the memory again: %s', async (_how, by, sealing) => {
    const plain = someBytes(6_000_000)
    const given = by === 'pg_dump' ? zstdCompressSync(plain) : plain
    const { first, second, writer } = setUp(sealing === undefined ? {} : { sealing })
    // Stores that take their time, so that chunks would wait if anybody kept them.
    const dawdle = () => new Promise<void>((resolve) => setTimeout(resolve, 2))
    second.fault = async (call) => (call === 'chunk' ? dawdle() : undefined)
    const body = (async function* () {
      const memory = Buffer.alloc(100_003)
      for (let at = 0; at < given.length; at += memory.length) {
        const part = given.subarray(at, at + memory.length)
        part.copy(memory)
        yield memory.subarray(0, part.length)
        memory.fill(0xee)
      }
    })()
    const record = await writer.put({ name: '6260.dat', body, compressedBy: by }, never)
    for (const store of [first, second]) {
      const stored = store.bytes(folder + record.key)
      const stages = [...(sealing === undefined ? [ageOpener([keys.identity]).open()] : []), decompress()]
      expect((await through([stored], ...stages)).equals(plain)).toBe(true)
    }
  })

  test('is compressed, sealed and the same in every store, as its record says', async () => {
    const { first, second, writer } = setUp()
    const plain = someBytes(3_000_000)
    const record = await writer.put(input('6260.dat', plain), never)
    expect(record).toEqual({
      name: '6260.dat',
      key: 'main/6260.dat.zst.age',
      plainSize: plain.length,
      plainSha256: digestOf(plain).sha256,
      storedSize: first.bytes(folder + record.key).length,
      sha256: digestOf(first.bytes(folder + record.key)).sha256,
      compressedBy: 'lifeboat',
      encrypted: true,
    })
    expect(record.storedSize).toBeLessThan(plain.length)
    expect(second.bytes(folder + record.key).equals(first.bytes(folder + record.key))).toBe(true)
    const opened = await through(
      [first.bytes(folder + record.key)],
      ageOpener([keys.identity]).open(),
      decompress(),
    )
    expect(opened.equals(plain)).toBe(true)
  })

  test('that its program compressed is not compressed again', async () => {
    const { first, writer } = setUp({ sealing: 'none' })
    const frame = zstdCompressSync(someBytes(500_000))
    const record = await writer.put(input('6260.dat', frame, 'pg_dump'), never)
    expect(record).toMatchObject({ key: 'main/6260.dat.zst', encrypted: false, plainSize: frame.length })
    expect(record.plainSha256).toBe(record.sha256)
    expect(first.bytes(folder + record.key).equals(frame)).toBe(true)
  })

  test('may be empty', async () => {
    const { first, writer } = setUp()
    for (const [name, by] of [
      ['a', 'none'],
      ['b', 'lifeboat'],
      ['c', 'pg_dump'],
    ] as const) {
      const record = await writer.put(input(name, Buffer.alloc(0), by), never)
      expect(record.plainSize).toBe(0)
      const stages =
        by === 'lifeboat'
          ? [ageOpener([keys.identity]).open(), decompress()]
          : [ageOpener([keys.identity]).open()]
      expect((await through([first.bytes(folder + record.key)], ...stages)).length).toBe(0)
    }
  })

  test('carries the members that its source named while it was read', async () => {
    const { writer } = setUp()
    const members: { name: string; size: number; sha256: string }[] = []
    const body = Readable.from(
      (async function* () {
        yield Buffer.from('one')
        members.push({ name: '1.dat', size: 3, sha256: digestOf(Buffer.from('one')).sha256 })
      })(),
      { objectMode: false },
    )
    const record = await writer.put({ name: 'pack-1.tar', body, compressedBy: 'lifeboat', members }, never)
    expect(record.members).toEqual(members)
    expect(record.members).not.toBe(members)
  })

  test('gets a key that every store can hold, whatever its name', async () => {
    const { writer } = setUp({ sealing: 'none' })
    const names = [
      '../../escape',
      'a/b',
      'ü',
      '.',
      '..',
      '',
      'x'.repeat(300),
      'sp ace',
      'line\nbreak',
      '.hidden',
      'a-b',
    ]
    const keysSeen = new Set<string>()
    for (const name of names) {
      const record = await writer.put(input(name, Buffer.from(name), 'none'), never)
      expect(record.name).toBe(name)
      expect(record.key).toMatch(/^main\/[A-Za-z0-9_][A-Za-z0-9._-]*$/)
      keysSeen.add(record.key)
    }
    expect(keysSeen.size).toBe(names.length)
  })

  test('is never written under a name that was taken, nor are small objects', async () => {
    const { writer } = setUp()
    await writer.put(input('6260.dat', Buffer.from('one')), never)
    await expect(writer.put(input('6260.dat', Buffer.from('two')), never)).rejects.toMatchObject({
      kind: 'bug',
    })
    await writer.forSource('other').put(input('6260.dat', Buffer.from('other')), never)
    await writer.putSmall('identity.age', Buffer.from('x'))
    await expect(writer.putSmall('IDENTITY.age', Buffer.from('x'))).rejects.toMatchObject({ kind: 'bug' })
    await expect(writer.putSmall('../up', Buffer.from('x'))).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('of many at once are all whole', async () => {
    const { first, second, writer } = setUp()
    const plains = Array.from({ length: 30 }, (_, index) => someBytes(index * 30_000))
    const records = await Promise.all(
      plains.map((plain, index) => writer.put(input(`${index}.dat`, plain), never)),
    )
    for (const [index, record] of records.entries()) {
      for (const store of [first, second]) {
        const opened = await through(
          [store.bytes(folder + record.key)],
          ageOpener([keys.identity]).open(),
          decompress(),
        )
        expect(opened.equals(plains[index] ?? Buffer.alloc(0))).toBe(true)
      }
    }
  })
})

describe('a store that fails', () => {
  test.each([0, 1, 5])('after %i chunks drops out, and the others go on', async (chunks) => {
    const { first, second, writer } = setUp({ sealing: 'none' })
    first.fault = failAfter(chunks, new Failure('unavailable', 'the network is gone'))
    const plain = someBytes(4_000_000)
    const record = await writer.put(input('1.dat', plain, 'none'), never)
    first.fault = () => undefined
    await writer.put(input('2.dat', plain, 'none'), never)
    await writer.putSmall('RECOVERY.md', Buffer.from('how'))
    expect(second.bytes(folder + record.key).equals(plain)).toBe(true)
    expect(first.keys()).toEqual([])
    expect(second.keys()).toHaveLength(3)
    expect(writer.survivors()).toEqual([second])
    expect([...writer.failures]).toEqual([['first', expect.objectContaining({ kind: 'unavailable' })]])
  })

  test('takes no part in what other artifacts had begun to write to it', async () => {
    const { first, second, writer } = setUp({ sealing: 'none' })
    let release = (): void => undefined
    const gate = new Promise<void>((resolve) => (release = resolve))
    const slow = Readable.from(
      (async function* () {
        yield Buffer.alloc(10)
        await gate
        yield Buffer.alloc(10)
      })(),
      { objectMode: false },
    )
    const slowPut = writer.put({ name: 'slow', body: slow, compressedBy: 'none' }, never)
    first.fault = (call, key) => {
      if (call === 'put' && key.endsWith('bad')) throw new Failure('access', 'no')
    }
    await writer.put(input('bad', Buffer.from('x'), 'none'), never)
    release()
    await slowPut
    expect(first.keys()).toEqual([])
    expect(second.keys()).toHaveLength(2)
  })

  test('fails the artifact when it was the last, in its kind, and nothing is visible', async () => {
    const { first, second, writer } = setUp()
    first.fault = failAfter(1, new Failure('unavailable', 'out of reach'))
    second.fault = failAfter(2, new Failure('access', 'no rights', { hint: 'give them' }))
    const refused = writer.put(input('1.dat', someBytes(5_000_000), 'none'), never)
    await expect(refused).rejects.toMatchObject({ kind: 'unavailable' })
    expect([...first.objects, ...second.objects]).toEqual([])
    expect(first.openPuts + second.openPuts).toBe(0)
    await expect(writer.put(input('2.dat', Buffer.from('x')), never)).rejects.toMatchObject({
      kind: 'unavailable',
    })
    await expect(writer.putSmall('x.json', Buffer.from('x'))).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('because the key exists counts as failed, for nothing is overwritten', async () => {
    const { first, writer } = setUp({ sealing: 'none' })
    first.overwrite(`${folder}main/1.dat`, Buffer.from('theirs'))
    await writer.put(input('1.dat', Buffer.from('ours'), 'none'), never)
    expect(first.bytes(`${folder}main/1.dat`).toString()).toBe('theirs')
    expect(writer.failures.get('first')?.kind).toBe('refused')
  })

  test('by storing another size drops out', async () => {
    class Lossy extends MemoryStore {
      override async put(...args: Parameters<MemoryStore['put']>) {
        const object = await super.put(...args)
        return { ...object, size: object.size - 1 }
      }
    }
    const good = new MemoryStore('good')
    const { writer } = setUp({ stores: [new Lossy('lossy'), good] })
    await writer.put(input('1.dat', Buffer.from('x')), never)
    expect(writer.failures.get('lossy')?.kind).toBe('integrity')
    expect(writer.survivors()).toEqual([good])
  })

  test('after it had the bytes finds them there when the put is repeated', async () => {
    const { first, writer } = setUp()
    first.overwrite(`${folder}note.json`, Buffer.from('{}'))
    await writer.putSmall('note.json', Buffer.from('{}'))
    expect(writer.failures.size).toBe(0)
  })
})

describe('when the source fails', () => {
  test('nothing is visible, no store is blamed, and the source says why', async () => {
    for (const pieces of [0, 1, 20]) {
      const { first, second, writer } = setUp()
      const body = Readable.from(
        (async function* () {
          for (let piece = 0; piece < pieces; piece += 1) yield someBytes(200_000)
          throw new Failure('unavailable', 'the server went away')
        })(),
        { objectMode: false },
      )
      const put = writer.put({ name: '1.dat', body, compressedBy: 'none' }, never)
      await expect(put).rejects.toMatchObject({ kind: 'unavailable', message: 'the server went away' })
      expect([...first.objects, ...second.objects]).toEqual([])
      expect(first.openPuts + second.openPuts).toBe(0)
      expect(writer.failures.size).toBe(0)
      expect(writer.survivors()).toHaveLength(2)
    }
  })
})

describe('when the run is stopped', () => {
  test.each(['the run', 'the artifact'])('by %s nothing is visible and no store is blamed', async (which) => {
    const stop = new AbortController()
    const { first, second, writer } = setUp(which === 'the run' ? { signal: stop.signal } : {})
    const endless = Readable.from(
      (async function* () {
        for (let piece = 0; ; piece += 1) {
          if (piece === 20) stop.abort()
          await new Promise((resolve) => setImmediate(resolve))
          yield someBytes(100_000)
        }
      })(),
      { objectMode: false },
    )
    const signal = which === 'the run' ? never : stop.signal
    const put = writer.put({ name: '1.dat', body: endless, compressedBy: 'lifeboat' }, signal)
    await expect(put).rejects.toMatchObject({ kind: 'cancelled' })
    expect([...first.objects, ...second.objects]).toEqual([])
    expect(first.openPuts + second.openPuts).toBe(0)
    expect(writer.failures.size).toBe(0)
    expect(endless.destroyed).toBe(true)
  })
})

test('a slow store holds the source back instead of filling memory', async () => {
  let produced = 0
  let consumed = 0
  let furthest = 0
  class Slow extends MemoryStore {
    override async put(key: string, body: Readable) {
      for await (const piece of body as AsyncIterable<Buffer>) {
        consumed += piece.length
        furthest = Math.max(furthest, produced - consumed)
        await new Promise((resolve) => setImmediate(resolve))
      }
      return { key, size: consumed, modifiedAt: 0 }
    }
  }
  class Fast extends MemoryStore {
    override async put(key: string, body: Readable) {
      let size = 0
      for await (const piece of body as AsyncIterable<Buffer>) size += piece.length
      return { key, size, modifiedAt: 0 }
    }
  }
  const { writer } = setUp({ sealing: 'none', stores: [new Fast('fast'), new Slow('slow')] })
  const piece = Buffer.alloc(65_536)
  const body = Readable.from(
    (function* () {
      for (let turn = 0; turn < 3_000; turn += 1) {
        produced += piece.length
        yield piece
      }
    })(),
    { objectMode: false },
  )
  const record = await writer.put({ name: '1.dat', body, compressedBy: 'none' }, never)
  expect(record.storedSize).toBe(produced)
  expect(furthest).toBeLessThan(6 * 1024 * 1024)
})

test('the folder is the one of the layout', () => {
  expect(folder).toBe(`${environment}/backups/${backupId}/`)
})
