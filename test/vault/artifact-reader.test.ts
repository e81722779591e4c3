import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import type { ArtifactRecord } from '../../src/domain/manifest.ts'
import { silentLog } from '../../src/ports/log.ts'
import { ageOpener, ageSealing } from '../../src/vault/age-sealing.ts'
import { createArtifactReader } from '../../src/vault/artifact-reader.ts'
import { createArtifactWriter } from '../../src/vault/artifact-writer.ts'
import { makeIdentity } from '../../src/vault/keys.ts'
import type { Opener } from '../../src/vault/sealing.ts'
import { folder, input, someBytes } from './fixtures.ts'
import { MemoryStore } from './memory-store.ts'
import { readAll } from './streams.ts'

const keys = await makeIdentity()
const stranger = await makeIdentity()
const never = new AbortController().signal
const plain = someBytes(900_000)
let spool = ''
let first = new MemoryStore('first')
let second = new MemoryStore('second')
let record: ArtifactRecord
let key = ''

beforeEach(async () => {
  spool = await mkdtemp(join(tmpdir(), 'lifeboat-reader-'))
  first = new MemoryStore('first')
  second = new MemoryStore('second')
  record = await put(input('1.dat', plain))
  key = folder + record.key
})
afterEach(async () => {
  const left = await readdir(spool)
  await rm(spool, { recursive: true })
  if (left.length > 0) throw new Error(`left in the spool folder: ${left.join(', ')}`)
})

function put(
  artifact: ReturnType<typeof input>,
  seal: 'none' | 'sealed' = 'sealed',
): Promise<ArtifactRecord> {
  return createArtifactWriter({
    stores: [first, second],
    folder,
    source: 'main',
    sealing: seal === 'none' ? 'none' : ageSealing([keys.recipient]),
    log: silentLog,
    signal: never,
  }).put(artifact, never)
}

function reader(opener: Opener | null = ageOpener([keys.identity])) {
  return createArtifactReader({ stores: [first, second], folder, opener, spool, log: silentLog })
}

function damage(store: MemoryStore, at = 300_000): void {
  const altered = Buffer.from(store.bytes(key))
  altered[at] = (altered[at] ?? 0) ^ 1
  store.replaceWith(key, altered)
}

describe('reading', () => {
  test('gives what was put, raw and plain', async () => {
    const open = reader()
    expect((await readAll(await open.open(record, 'raw', never))).equals(plain)).toBe(true)
    expect((await readAll(await open.open(record, 'plain', never))).equals(plain)).toBe(true)
    expect(open.damages).toEqual([])
  })

  test('gives what pg_dump compressed as it is when raw, unpacked when plain', async () => {
    const frame = zstdCompressSync(plain)
    for (const seal of ['sealed', 'none'] as const) {
      const packed = await put(input(`${seal}.dat`, frame, 'pg_dump'), seal)
      expect((await readAll(await reader().open(packed, 'raw', never))).equals(frame)).toBe(true)
      expect((await readAll(await reader().open(packed, 'plain', never))).equals(plain)).toBe(true)
    }
  })

  test('gives nothing for the empty file of an empty large object', async () => {
    const empty = await put(input('blob_1.dat', Buffer.alloc(0), 'pg_dump'))
    expect((await readAll(await reader().open(empty, 'plain', never))).length).toBe(0)
  })

  test('leaves nothing behind when its reader stops half-way, or never begins', async () => {
    const half = await reader().open(record, 'plain', never)
    for await (const piece of half) {
      expect(piece).toBeDefined()
      break
    }
    expect(half.destroyed).toBe(true)
    const unread = await reader().open(record, 'plain', never)
    unread.destroy()
    await new Promise((resolve) => unread.once('close', resolve))
    expect(await readdir(spool)).toEqual([])
  })
})

describe('a bad copy', () => {
  test.each([
    ['an altered byte', 'damaged', (): void => damage(first)],
    ['a byte less', 'damaged', (): void => first.replaceWith(key, first.bytes(key).subarray(0, -1))],
    [
      'a byte more',
      'damaged',
      (): void => first.replaceWith(key, Buffer.concat([first.bytes(key), Buffer.alloc(1)])),
    ],
    ['nothing in it', 'damaged', (): void => first.replaceWith(key, Buffer.alloc(0))],
    ['no object', 'missing', (): void => void first.objects.delete(key)],
    [
      'a network that fails',
      'unreachable',
      (): void =>
        void (first.fault = (): void => {
          throw new Failure('unavailable', 'gone')
        }),
    ],
    [
      'rights that lack',
      'unreachable',
      (): void =>
        void (first.fault = (): void => {
          throw new Failure('access', 'no')
        }),
    ],
  ] as const)('with %s is passed over for the next store, and reported', async (_how, problem, spoil) => {
    spoil()
    const open = reader()
    expect((await readAll(await open.open(record, 'plain', never))).equals(plain)).toBe(true)
    expect(open.damages).toMatchObject([{ store: 'first', key, problem, olderVersionServed: false }])
  })

  test.each([
    ['was overwritten', (): void => first.overwrite(key, Buffer.from('ransom'))],
    ['was deleted', (): void => first.overwrite(key, null)],
    [
      'was overwritten and deleted',
      (): void => {
        first.overwrite(key, Buffer.from('ransom'))
        first.overwrite(key, null)
      },
    ],
  ] as const)('that %s on a store with versions is served from the right version', async (_how, spoil) => {
    spoil()
    second.fault = (): void => {
      throw new Failure('unavailable', 'gone')
    }
    const open = reader()
    expect((await readAll(await open.open(record, 'plain', never))).equals(plain)).toBe(true)
    expect(open.damages).toMatchObject([{ store: 'first', olderVersionServed: true }])
  })

  test('in a swapped place is damaged, though it opens with the same key', async () => {
    const other = await put(input('2.dat', someBytes(900_000)))
    first.replaceWith(key, first.bytes(folder + other.key))
    second.replaceWith(key, second.bytes(folder + other.key))
    await expect(reader().open(record, 'plain', never)).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('in every store fails by what was seen', async () => {
    damage(first)
    second.objects.delete(key)
    await expect(reader().open(record, 'plain', never)).rejects.toMatchObject({ kind: 'integrity' })
    first.objects.delete(key)
    await expect(reader().open(record, 'plain', never)).rejects.toMatchObject({ kind: 'missing' })
    first.fault = (): void => {
      throw new Failure('unavailable', 'gone')
    }
    await expect(reader().open(record, 'plain', never)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('never gives a byte before all bytes were checked', async () => {
    damage(first, 899_000 / 2)
    damage(second, 899_000 / 2)
    await expect(reader().open(record, 'raw', never)).rejects.toMatchObject({ kind: 'integrity' })
  })
})

describe('what the manifest says', () => {
  test('of the plain bytes is checked at the end', async () => {
    const lie = { ...record, plainSha256: '0'.repeat(64) }
    await expect(reader().open(lie, 'plain', never).then(readAll)).rejects.toMatchObject({
      kind: 'integrity',
    })
    const size = { ...record, plainSize: record.plainSize + 1 }
    await expect(reader().open(size, 'raw', never).then(readAll)).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('cannot lead out of the backup', async () => {
    for (const outside of ['../other/main/1.dat', '/etc/passwd', 'main/../../x', '']) {
      await expect(reader().open({ ...record, key: outside }, 'raw', never)).rejects.toMatchObject({
        kind: 'integrity',
      })
    }
  })
})

test('a wrong key is access, and a run that is stopped is cancelled', async () => {
  const wrong = reader(ageOpener([stranger.identity]))
    .open(record, 'plain', never)
    .then(readAll)
  await expect(wrong).rejects.toMatchObject({
    kind: 'access',
    message: expect.stringContaining(key) as unknown,
  })
  const stop = new AbortController()
  stop.abort()
  await expect(reader().open(record, 'plain', stop.signal)).rejects.toMatchObject({ kind: 'cancelled' })
  const during = new AbortController()
  const body = await reader().open(record, 'plain', during.signal)
  during.abort()
  await expect(readAll(body)).rejects.toMatchObject({ kind: 'cancelled' })
})

describe('checking copies', () => {
  test('finds each store sound when it is', async () => {
    const sound = [
      { store: 'first', state: 'sound', failure: null },
      { store: 'second', state: 'sound', failure: null },
    ]
    expect(await reader().statAll(record, never)).toEqual(sound)
    expect(await reader().verifyArtifact(record, never)).toEqual(sound)
    expect(await reader(null).verifyArtifact(record, never)).toEqual(sound)
  })

  test('names what is wrong with each', async () => {
    damage(first)
    second.objects.delete(key)
    expect(await reader().statAll(record, never)).toMatchObject([{ state: 'sound' }, { state: 'missing' }])
    expect(await reader().verifyArtifact(record, never)).toMatchObject([
      { state: 'damaged', failure: { kind: 'integrity' } },
      { state: 'missing', failure: { kind: 'missing' } },
    ])
    first.replaceWith(key, Buffer.from('short'))
    second.fault = (): void => {
      throw new Failure('unavailable', 'gone')
    }
    expect(await reader().statAll(record, never)).toMatchObject([
      { state: 'damaged' },
      { state: 'unreachable' },
    ])
    expect(await reader().verifyArtifact(record, never)).toMatchObject([
      { state: 'damaged' },
      { state: 'unreachable' },
    ])
  })

  test('tells a damaged header from a wrong key', async () => {
    const recipientLine = first.bytes(key).indexOf('X25519 ') + 60
    damage(first, recipientLine)
    expect(await reader().verifyArtifact(record, never)).toMatchObject([
      { state: 'damaged' },
      { state: 'sound' },
    ])
    await expect(reader(ageOpener([stranger.identity])).verifyArtifact(record, never)).rejects.toMatchObject({
      kind: 'access',
    })
  })

  test('finds a manifest whose digests fit data that does not open', async () => {
    const bytes = Buffer.from(first.bytes(key))
    bytes[400_000] = (bytes[400_000] ?? 0) ^ 1
    const { digestOf } = await import('../../src/vault/digest.ts')
    first.replaceWith(key, bytes)
    second.replaceWith(key, bytes)
    const forged = { ...record, sha256: digestOf(bytes).sha256 }
    expect(await reader().verifyArtifact(forged, never)).toMatchObject([
      { state: 'damaged' },
      { state: 'damaged' },
    ])
  })
})

test.each([
  ['breaks off', 'unavailable'],
  ['is not wanted any more', 'cancelled'],
] as const)('a copy that %s right after it was opened does not end the process', async (_how, kind) => {
  const stop = new AbortController()
  const failure = new Failure(kind, 'over')
  first.get = async () => {
    const body = new Readable({ read: () => undefined })
    // As soon as anything but what follows at once can happen.
    setImmediate(() => {
      if (kind === 'cancelled') stop.abort(failure)
      body.destroy(failure)
    })
    return body
  }
  const open = reader()
  const outcome = open.open(record, 'plain', stop.signal).then(readAll)
  const isOver = kind === 'cancelled'
  expect(await outcome.catch((error: unknown) => error)).toEqual(isOver ? failure : plain)
  expect(open.damages).toHaveLength(isOver ? 0 : 1)
})

test('a spool folder without room is no fault of a store', async () => {
  const nowhere = createArtifactReader({
    stores: [first, second],
    folder,
    opener: ageOpener([keys.identity]),
    spool: join(spool, 'missing'),
    log: silentLog,
  })
  await expect(nowhere.open(record, 'raw', never)).rejects.toMatchObject({ kind: 'capacity' })
  expect(nowhere.damages).toEqual([])
})

test('older versions of another size are not even opened', async () => {
  for (let turn = 0; turn < 5; turn += 1) first.overwrite(key, Buffer.from(`ransom ${turn}`))
  let gets = 0
  first.fault = (call): void => {
    if (call === 'get') gets += 1
  }
  expect((await readAll(await reader().open(record, 'raw', never))).equals(plain)).toBe(true)
  expect(gets).toBe(2)
})
