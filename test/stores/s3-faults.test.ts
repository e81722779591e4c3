import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { withRetry } from '../../src/stores/retry.ts'
import { openS3Store, type S3StoreOptions } from '../../src/stores/s3.ts'
import { PartBuffers } from '../../src/stores/upload/part-buffers.ts'
import { type Fault, type SmallServerOptions, startSmallServer } from '../support/s3/small-server.ts'
import { impatientClock, storeOptions, systemRandom } from '../support/s3/store-options.ts'

const MiB = 1024 * 1024
const account = { accessKeyId: 'faults-test', secretAccessKey: 'faults-test-secret' }

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})

async function open(
  fault: SmallServerOptions['fault'],
  more: Partial<SmallServerOptions> = {},
  storeMore: Partial<S3StoreOptions> = {},
) {
  const server = await startSmallServer({
    accounts: [account],
    ...(fault && { fault }),
    ...more,
  })
  opened.push(server)
  const clock = impatientClock()
  const options = storeOptions({ endpoint: server.endpoint, ...account }, server.bucket('faults'), {
    patience: { clock, random: systemRandom },
    ...storeMore,
  })
  const store = await openS3Store(options)
  opened.push(store)
  return { server, store, clock, options, retrying: withRetry(store, options.patience) }
}

const unavailable: Fault = { status: 503, code: 'SlowDown' }
const count = (server: { asked: { operation: string }[] }, operation: string) =>
  server.asked.filter((one) => one.operation === operation).length

describe('uploads over a bad line', () => {
  test.each<[string, Fault]>([
    ['is busy', unavailable],
    ['answers with an internal error', { status: 500, code: 'InternalError' }],
    ['limits the rate', { status: 429, code: 'TooManyRequests' }],
    ['received damaged bytes', { status: 400, code: 'BadDigest' }],
    ['loses its answer', { lost: true }],
  ])('a small stream arrives although the service %s', async (_, fault) => {
    const { store, server, clock } = await open(({ operation, nth }) =>
      operation === 'PutObject' && nth <= 2 ? fault : null,
    )
    const bytes = randomBytes(5_000)
    expect(await store.put('a/b', Readable.from([bytes]))).toMatchObject({ size: 5_000 })
    expect(await readAll(store, 'a/b')).toEqual(bytes)
    expect(count(server, 'PutObject')).toBeGreaterThan(1)
    expect(clock.pauses.length).toBeGreaterThan(0)
  })

  test.each(['CreateUpload', 'UploadPart', 'CompleteUpload'] as const)(
    'a large stream arrives although %s fails and loses its answer in turn',
    async (failing) => {
      const faults: Fault[] = [unavailable, { lost: true }]
      const { store, server } = await open(({ operation, nth }) =>
        operation === failing ? (faults[nth - 1] ?? null) : null,
      )
      const bytes = randomBytes(20 * MiB)
      expect(await store.put('a/b', slowly(bytes))).toMatchObject({ size: bytes.length })
      expect((await readAll(store, 'a/b')).equals(bytes)).toBe(true)
      // One whose answer was lost is not known to us; it holds no part.
      expect(server.uploads()).toHaveLength(failing === 'CreateUpload' ? 1 : 0)
    },
  )

  test('a service that stays away makes the upload unavailable, and no part is left', async () => {
    const { store, server } = await open(({ operation }) => (operation === 'UploadPart' ? unavailable : null))
    const body = slowly(randomBytes(30 * MiB))
    await expect(store.put('a/b', body)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(body.destroyed).toBe(true)
    expect(server.uploads()).toEqual([])
    expect(await store.stat('a/b')).toBeNull()
  })

  test('what another attempt cannot help is not tried again', async () => {
    const { store, server } = await open(({ operation }) =>
      operation === 'UploadPart' ? { status: 403, code: 'AccessDenied' } : null,
    )
    await expect(store.put('a/b', slowly(randomBytes(9 * MiB)))).rejects.toMatchObject({ kind: 'access' })
    expect(count(server, 'UploadPart')).toBeLessThanOrEqual(2)
    expect(server.uploads()).toEqual([])
  })

  test('an upload whose body hangs ends when it is aborted, though the service hangs as well', async () => {
    const { store, server } = await open(({ operation }) =>
      operation === 'UploadPart' ? { hang: true } : null,
    )
    const controller = new AbortController()
    const body = Readable.from(
      (async function* () {
        yield randomBytes(9 * MiB)
        controller.abort()
        await new Promise(() => undefined)
      })(),
    )
    await expect(store.put('a/b', body, { signal: controller.signal })).rejects.toMatchObject({
      kind: 'cancelled',
    })
    expect(server.uploads()).toEqual([])
  })

  test('an unfinished upload that cannot be removed does not hide why the upload failed', async () => {
    const { store } = await open(({ operation }) => {
      if (operation === 'AbortUpload') return unavailable
      return operation === 'UploadPart' ? { status: 403, code: 'AccessDenied' } : null
    })
    await expect(store.put('a/b', slowly(randomBytes(9 * MiB)))).rejects.toMatchObject({ kind: 'access' })
  })

  test('pauses between attempts grow and are drawn at random', async () => {
    const { store, clock } = await open(({ operation }) => (operation === 'PutObject' ? unavailable : null))
    await expect(store.put('a/b', Readable.from(['x']))).rejects.toMatchObject({ kind: 'unavailable' })
    expect(clock.pauses).toHaveLength(4)
    const ceilings = [200, 400, 800, 1_600]
    expect(clock.pauses.every((pause, index) => pause >= 0 && pause <= (ceilings[index] ?? 0))).toBe(true)
  })
})

describe('an answer that was lost', () => {
  const lostOnce =
    (operation: string): SmallServerOptions['fault'] =>
    (asked) =>
      asked.operation === operation && asked.nth === 1 ? { lost: true } : null

  test.each([
    ['PutObject', 1_000],
    ['CompleteUpload', 9 * MiB],
  ])('a put that finds its own object after a lost %s has succeeded', async (operation, size) => {
    const { store } = await open(lostOnce(operation))
    const bytes = randomBytes(size)
    expect(await store.put('a/b', slowly(bytes))).toMatchObject({ size })
    expect((await readAll(store, 'a/b')).equals(bytes)).toBe(true)
  })

  test.each([
    ['PutObject', 1_000],
    ['CompleteUpload', 9 * MiB],
  ])(
    'credentials that may list but not read find their own object after a lost %s',
    async (operation, size) => {
      const { store } = await open(lostOnce(operation), {
        allows: ({ operation: wanted }) => wanted !== 'HeadObject' && wanted !== 'GetObject',
      })
      expect(await store.put('a/b', slowly(randomBytes(size)))).toMatchObject({ size })
    },
  )

  test('with SHA-256 checksums the own object is found as well', async () => {
    const { store } = await open(lostOnce('CompleteUpload'), {}, { checksum: 'sha256' })
    expect(await store.put('a/b', slowly(randomBytes(9 * MiB)))).toMatchObject({ size: 9 * MiB })
  })

  test.each([1_000, 9 * MiB])(
    "another's object of the same bytes (%i) is refused: it does not carry this upload's mark",
    async (size) => {
      const bytes = randomBytes(size)
      const { store, options, server } = await open(undefined)
      const other = await openS3Store(options)
      opened.push(other)
      let done = false
      server.options.fault = ({ operation }) => {
        if (done || (operation !== 'PutObject' && operation !== 'CompleteUpload')) return null
        done = true
        return unavailable
      }
      let raced: Promise<unknown> | undefined
      const clock = impatientClock()
      const racing = await openS3Store({
        ...options,
        patience: {
          random: systemRandom,
          // While ours pauses after the failure, the other one wins.
          clock: { ...clock, sleep: () => (raced ??= other.put('a/b', slowly(bytes))).then(() => undefined) },
        },
      })
      opened.push(racing)
      await expect(racing.put('a/b', slowly(bytes))).rejects.toMatchObject({ kind: 'refused' })
      expect(await store.stat('a/b')).toMatchObject({ size })
      expect(server.uploads()).toEqual([])
    },
  )

  test('credentials that may neither read nor list cannot tell, so it stays refused', async () => {
    const { store } = await open(lostOnce('PutObject'), {
      allows: ({ operation }) => operation === 'PutObject',
    })
    await expect(store.put('a/b', slowly(randomBytes(10)))).rejects.toMatchObject({ kind: 'refused' })
  })

  test('bytes at hand are put again by the retrying store, which knows them again', async () => {
    const { store, retrying } = await open(lostOnce('PutObject'))
    const bytes = randomBytes(1_000)
    expect(await retrying.put('a/b', bytes)).toMatchObject({ size: 1_000 })
    expect(await readAll(store, 'a/b')).toEqual(bytes)
    await expect(retrying.put('a/b', bytes)).rejects.toMatchObject({ kind: 'refused' })
  })
})

describe('downloads over a bad line', () => {
  test('a stream that breaks again and again comes whole, as long as it gets on', async () => {
    const { store, server } = await open(({ operation }) =>
      operation === 'GetObject' ? { cutAfter: 1.5 * MiB } : null,
    )
    // Ten breaks, and a bit more than the ten pieces before them: what had come but was not read by then is asked for again.
    const bytes = randomBytes(15 * MiB + 100_000)
    await store.put('a/b', bytes.subarray())
    expect((await readAll(store, 'a/b')).equals(bytes)).toBe(true)
    expect(count(server, 'GetObject')).toBe(11)
    const part = await readAll(store, 'a/b', { offset: 1_000_000, length: 5 * MiB })
    expect(part.equals(bytes.subarray(1_000_000, 1_000_000 + 5 * MiB))).toBe(true)
  })

  test('a stream that does not get on is destroyed as unavailable, after a bounded number of attempts', async () => {
    const { store, server } = await open(({ operation }) =>
      operation === 'GetObject' ? { cutAfter: 10 } : null,
    )
    await store.put('a/b', randomBytes(5_000))
    await expect(readAll(store, 'a/b')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(count(server, 'GetObject')).toBe(6)
  })

  test('a stream goes on although the service is away for a while', async () => {
    const { store } = await open(({ operation, nth }) => {
      if (operation !== 'GetObject') return null
      return nth === 1 ? { cutAfter: 100_000 } : nth <= 3 ? unavailable : null
    })
    const bytes = randomBytes(500_000)
    await store.put('a/b', bytes)
    expect((await readAll(store, 'a/b')).equals(bytes)).toBe(true)
  })

  test('an object that was replaced in the middle of a read is an integrity failure, never a mixture', async () => {
    const { store, options } = await open(({ operation, nth }) =>
      operation === 'GetObject' && nth === 1 ? { cutAfter: 100_000 } : null,
    )
    await store.put('leases/x', randomBytes(500_000))
    const clock = impatientClock()
    const interrupted = await openS3Store({
      ...options,
      patience: {
        random: systemRandom,
        clock: {
          ...clock,
          sleep: async () => {
            await store.replace('leases/x', randomBytes(500_000))
          },
        },
      },
    })
    opened.push(interrupted)
    await expect(readAll(interrupted, 'leases/x')).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('an object that was removed in the middle of a read is missing', async () => {
    const { store, options } = await open(({ operation, nth }) =>
      operation === 'GetObject' && nth === 1 ? { cutAfter: 100_000 } : null,
    )
    await store.put('a/b', randomBytes(500_000))
    const interrupted = await openS3Store({
      ...options,
      patience: { random: systemRandom, clock: { ...impatientClock(), sleep: () => store.remove('a/b') } },
    })
    opened.push(interrupted)
    await expect(readAll(interrupted, 'a/b')).rejects.toMatchObject({ kind: 'missing' })
  })

  test('opening, asking and listing are tried again by the retrying store', async () => {
    const { retrying, store } = await open(({ operation, nth }) =>
      ['GetObject', 'HeadObject', 'ListObjects', 'ListVersions', 'DeleteObject'].includes(operation) &&
      nth <= 2
        ? unavailable
        : null,
    )
    await store.put('a/b', Buffer.from('x'))
    expect(await retrying.stat('a/b')).toMatchObject({ size: 1 })
    expect(String(await readAll(retrying, 'a/b'))).toBe('x')
    expect(await Array.fromAsync(retrying.list(''))).toHaveLength(1)
    expect(await retrying.versions('a/b')).toHaveLength(1)
    await retrying.remove('a/b')
    expect(await store.stat('a/b')).toBeNull()
  })
})

describe('failures say who must act', () => {
  test.each<[string, Fault, string]>([
    ['NoSuchBucket', { status: 404, code: 'NoSuchBucket' }, 'missing'],
    ['AccessDenied', { status: 403, code: 'AccessDenied' }, 'access'],
    ['ExpiredToken', { status: 400, code: 'ExpiredToken' }, 'access'],
    ['PermanentRedirect', { status: 301, code: 'PermanentRedirect' }, 'config'],
    ['NotImplemented', { status: 501, code: 'NotImplemented' }, 'config'],
    ['SlowDown', { status: 503, code: 'SlowDown' }, 'unavailable'],
    ['a gateway', { status: 502, code: 'BadGateway' }, 'unavailable'],
    ['no answer', { lost: true }, 'unavailable'],
    ['a conflict', { status: 409, code: 'ConditionalRequestConflict' }, 'refused'],
    ['a full quota', { status: 403, code: 'QuotaExceeded' }, 'capacity'],
  ])('%s', async (_, fault, kind) => {
    const { store } = await open(() => fault)
    await expect(store.put('a/b', Buffer.from('x'))).rejects.toMatchObject({ kind })
  })

  test('a missing permission is named', async () => {
    const { store } = await open(() => ({ status: 403, code: 'AccessDenied' }))
    const hints = await Promise.all(
      [
        store.put('a', Buffer.from('x')),
        store.get('a'),
        store.stat('a'),
        Array.fromAsync(store.list('')),
        store.remove('a'),
      ].map((call) => call.then(String, (error: { hint: string }) => error.hint)),
    )
    expect(hints).toEqual([
      expect.stringContaining('s3:PutObject'),
      expect.stringContaining('s3:GetObject'),
      expect.stringContaining('s3:GetObject'),
      expect.stringContaining('s3:ListBucket'),
      expect.stringContaining('s3:DeleteObject'),
    ])
  })

  test('wrong credentials are an access failure, and no message holds them', async () => {
    const { options } = await open(undefined)
    for (const credentials of [
      { ...account, secretAccessKey: 'not-the-secret' },
      { accessKeyId: 'not-the-key', secretAccessKey: 'not-the-secret' },
    ]) {
      const store = await openS3Store({ ...options, credentials })
      opened.push(store)
      const failure = await store.put('a/b', Buffer.from('x')).catch((error: unknown) => error)
      expect(failure).toMatchObject({ kind: 'access' })
      const { message, hint } = failure as { message: string; hint: string }
      expect(`${message}${hint}`).not.toMatch(/not-the|127\.0\.0\.1/)
    }
  })

  test('a bucket that does not exist is missing for every question, also where the answer has no body', async () => {
    const { options } = await open(undefined)
    const store = await openS3Store({ ...options, bucket: 'absent' })
    opened.push(store)
    const missing = { kind: 'missing' }
    await expect(store.stat('a')).rejects.toMatchObject(missing)
    await expect(store.get('a')).rejects.toMatchObject(missing)
    await expect(store.get('a', { length: 0 })).rejects.toMatchObject(missing)
    await expect(store.versions('a')).rejects.toMatchObject(missing)
    await expect(Array.fromAsync(store.list(''))).rejects.toMatchObject(missing)
    await expect(store.put('a', slowly(randomBytes(9 * MiB)))).rejects.toMatchObject(missing)
    await expect(store.remove('a')).rejects.toMatchObject(missing)
    await expect(store.probe()).rejects.toMatchObject(missing)
  })

  test('a service that nobody runs is unavailable', async () => {
    const { options, server } = await open(undefined)
    await server[Symbol.asyncDispose]()
    opened.shift()
    const store = await openS3Store(options)
    opened.push(store)
    await expect(store.stat('a')).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('services without conditions', () => {
  test.each([1_000, 9 * MiB])(
    'a put (%i bytes) succeeds, and an existing key is refused all the same',
    async (size) => {
      const { store, server } = await open(undefined, { refusesConditions: true })
      expect(await store.put('a/b', slowly(randomBytes(size)))).toMatchObject({ size })
      await expect(store.put('a/b', slowly(randomBytes(size)))).rejects.toMatchObject({ kind: 'refused' })
      await expect(store.put('a/b', Buffer.from('x'))).rejects.toMatchObject({ kind: 'refused' })
      expect(await store.stat('a/b')).toMatchObject({ size })
      expect(server.uploads()).toEqual([])
    },
  )

  test('the probe says that they do not refuse to overwrite, and leaves nothing', async () => {
    const { store } = await open(undefined, { refusesConditions: true })
    expect(await store.probe()).toMatchObject({ writeOnce: false, mayOverwrite: true, mayDelete: true })
    expect(await Array.fromAsync(store.list(''))).toEqual([])
  })

  test('once the probe has seen that conditions are ignored, keys are looked up before', async () => {
    const { store } = await open(undefined, { ignoresConditions: true })
    await store.probe()
    await store.put('a/b', Buffer.from('x'))
    await expect(store.put('a/b', Buffer.from('y'))).rejects.toMatchObject({ kind: 'refused' })
  })
})

describe('what the probe finds', () => {
  test('a store that ignores conditions is not write-once', async () => {
    const { store } = await open(undefined, { ignoresConditions: true })
    expect(await store.probe()).toMatchObject({ writeOnce: false, mayOverwrite: true })
  })

  test('a writer that may put new objects only can neither overwrite nor delete, and leaves one object however often', async () => {
    const { store, server } = await open(undefined, {
      allows: ({ operation, conditional }) =>
        operation === 'PutObject' ? conditional : operation === 'ListObjects',
    })
    const found = { writeOnce: true, mayOverwrite: false, mayDelete: false, versioned: null }
    expect(await store.probe()).toEqual(found)
    expect(await store.probe()).toEqual(found)
    expect(await Array.fromAsync(store.list(''))).toHaveLength(1)
    expect(count(server, 'PutObject')).toBeGreaterThan(3)
  })

  test('probes of several runs at once do not mislead each other', async () => {
    const { store } = await open(undefined)
    const found = await Promise.all(Array.from({ length: 12 }, () => store.probe()))
    expect(found.every(({ writeOnce }) => writeOnce)).toBe(true)
  })

  test('credentials that may not put are an access failure', async () => {
    const { store } = await open(undefined, { allows: ({ operation }) => operation !== 'PutObject' })
    await expect(store.probe()).rejects.toMatchObject({
      kind: 'access',
      hint: expect.stringContaining('s3:PutObject'),
    })
  })
})

describe('credentials that the service does not know', () => {
  test.each([
    [403, 'SignatureDoesNotMatch'],
    [403, 'InvalidAccessKeyId'],
    [403, 'ExpiredToken'],
    [400, 'InvalidToken'],
    [401, 'Unauthorized'],
    [404, 'XAdminUserNotFound'],
  ])('are told as such, not as a missing permission: %i %s', async (status, code) => {
    const { store } = await open(() => ({ status, code }))
    const told = {
      kind: 'access',
      message: expect.stringContaining(`${code}, ${status}`),
      hint: expect.stringMatching(/access-key-id.*secret-access-key.*region/),
    }
    await expect(store.probe()).rejects.toMatchObject(told)
    await expect(store.put('a/b', Buffer.from('x'))).rejects.toMatchObject(told)
    await expect(store.get('a/b')).rejects.toMatchObject(told)
    await expect(store.remove('a/b')).rejects.toMatchObject(told)
    await expect(Array.fromAsync(store.list(''))).rejects.toMatchObject(told)
  })

  test('are not confused with a bucket that does not exist, which is named', async () => {
    const { store } = await open(() => ({ status: 404, code: 'NoSuchBucket' }))
    const told = { kind: 'missing', message: expect.stringContaining('the bucket faults does not exist') }
    await expect(store.probe()).rejects.toMatchObject(told)
    await expect(store.put('a/b', Buffer.from('x'))).rejects.toMatchObject(told)
  })
})

describe('memory of uploads', () => {
  test('many uploads at once hold one part each, and share the budget beyond that', async () => {
    const budget = 48 * MiB
    const buffers = new PartBuffers(budget)
    const accounts = Array.from({ length: 4 }, () => buffers.open())
    const held = await Promise.all(accounts.map((one) => one.acquire(8 * MiB)))
    const [first] = accounts
    if (first === undefined) throw new Error('there are four')
    const second = await first.acquire(8 * MiB)
    await first.acquire(8 * MiB)
    let granted = false
    const waiting = first.acquire(8 * MiB).then((buffer) => {
      granted = true
      return buffer
    })
    await new Promise(setImmediate)
    expect(granted).toBe(false)
    // An upload that holds nothing never waits, whatever the others hold.
    const late = buffers.open()
    expect(await late.acquire(8 * MiB)).toHaveLength(8 * MiB)
    first.release(second)
    await new Promise(setImmediate)
    expect(granted).toBe(false)
    accounts[1]?.release(held[1] ?? second)
    expect(await waiting).toHaveLength(8 * MiB)
  })

  test('an upload that waits is served when it comes to hold nothing itself', async () => {
    const buffers = new PartBuffers(16 * MiB)
    const [one, other] = [buffers.open(), buffers.open()]
    await other.acquire(16 * MiB)
    const own = await one.acquire(8 * MiB)
    const waiting = one.acquire(8 * MiB)
    one.release(own)
    expect(await waiting).toHaveLength(8 * MiB)
  })

  test('waiting for memory ends when it is aborted', async () => {
    const buffers = new PartBuffers(8 * MiB)
    const one = buffers.open()
    await one.acquire(8 * MiB)
    const controller = new AbortController()
    const waiting = one.acquire(8 * MiB, controller.signal)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' })
  })

  test('parts grow with what is to come, so that ten thousand of them hold it', async () => {
    const { store, server } = await open(undefined)
    await store.put('a/b', slowly(randomBytes(26 * MiB)), { atMost: 200 * 1024 * MiB })
    // 200 GiB and a quarter more in 10,000 parts are 26 MiB each, so this body fits into one.
    expect(count(server, 'UploadPart')).toBe(0)
    await store.put('a/c', slowly(randomBytes(26 * MiB)))
    expect(count(server, 'UploadPart')).toBe(4)
  })
})

async function readAll(
  store: Store,
  key: string,
  options?: { offset?: number; length?: number },
): Promise<Buffer> {
  const body = await store.get(key, options)
  if (body === null) throw new Error(`${key} is not there`)
  return buffer(body)
}

function slowly(bytes: Buffer): Readable {
  return Readable.from(
    (function* () {
      for (let start = 0; start < bytes.length; start += 500_000) yield bytes.subarray(start, start + 500_000)
    })(),
  )
}
