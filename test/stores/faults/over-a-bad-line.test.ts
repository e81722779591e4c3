import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { silentLog } from '../../../src/ports/log.ts'
import type { Store } from '../../../src/ports/store.ts'
import { openAzureStore } from '../../../src/stores/azure.ts'
import { sharedKey } from '../../../src/stores/azure/authorization.ts'
import { openGcsStore } from '../../../src/stores/gcs.ts'
import { withRetry } from '../../../src/stores/retry.ts'
import { openS3Store } from '../../../src/stores/s3.ts'
import { startAzurite } from '../../support/azure/start.ts'
import { startSmallGcs } from '../../support/gcs/small-server.ts'
import { startS3 } from '../../support/s3/start.ts'
import { impatientClock, storeOptions, systemRandom } from '../../support/s3/store-options.ts'
import { type FaultProxy, type ProxyFault, startFaultProxy } from '../../support/servers/fault-proxy.ts'

const MiB = 1024 * 1024

interface Line {
  /** Behind the proxy. */
  store: Store
  /** Past it. */
  direct: Store
  proxy: FaultProxy
}

const servers: AsyncDisposable[] = []
afterAll(async () => {
  for (const one of servers.splice(0).reverse()) await one[Symbol.asyncDispose]()
})
const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})

const patience = () => ({ clock: impatientClock(), random: systemRandom })
const names = (function* () {
  for (let index = 1; ; index += 1) yield `line-${index}`
})()

const s3 = await startS3()
servers.push(s3)
const azurite = await startAzurite()
if (azurite !== null) servers.push(azurite)

/** What each service answers when it is too busy. */
/** The last: the service compares the digest of a large object as a whole, too late to send a part of it again. */
const lines: [string, busy: ProxyFault, open: () => Promise<Line>, wholeDigest?: boolean][] = [
  [
    `S3, ${s3.kind}`,
    { status: 503, body: '<Error><Code>SlowDown</Code></Error>' },
    async () => {
      const bucket = await s3.bucket(names.next().value)
      const proxy = await startFaultProxy(s3.endpoint)
      const open = (endpoint: string) => openS3Store(storeOptions({ ...s3, endpoint }, bucket))
      return { store: await open(proxy.endpoint), direct: await open(s3.endpoint), proxy }
    },
  ],
  [
    'GCS, small server',
    { status: 429, body: '{"error":{"code":429,"errors":[{"reason":"rateLimitExceeded"}]}}' },
    async () => {
      const server = await startSmallGcs()
      opened.push(server)
      const proxy = await startFaultProxy(server.endpoint)
      const open = (endpoint: string) =>
        openGcsStore({
          name: 'bucket',
          bucket: 'backups',
          prefix: '',
          endpoint,
          tokens: null,
          storageClass: null,
          lock: null,
          patience: patience(),
          log: silentLog,
        })
      return { store: open(proxy.endpoint), direct: open(server.endpoint), proxy }
    },
    true,
  ],
  ...(azurite === null ? [] : [azureLine(azurite)]),
]

function azureLine(
  server: NonNullable<typeof azurite>,
): [string, busy: ProxyFault, open: () => Promise<Line>] {
  return [
    'Azure, Azurite',
    {
      status: 503,
      body: '<Error><Code>ServerBusy</Code></Error>',
      headers: { 'x-ms-error-code': 'ServerBusy' },
    },
    async () => {
      const { account, accountKey } = server
      const container = await server.container(names.next().value)
      const proxy = await startFaultProxy(server.endpoint)
      const open = (endpoint: string) =>
        openAzureStore({
          name: 'container',
          container,
          prefix: '',
          endpoint,
          authorization: sharedKey(account, Buffer.from(accountKey, 'base64')),
          accessTier: null,
          lock: null,
          patience: patience(),
          log: silentLog,
        })
      return { store: open(`${proxy.endpoint}/${account}`), direct: open(server.endpoint), proxy }
    },
  ]
}

describe.each(lines)('over a bad line: %s', (_, busy, start, wholeDigest = false) => {
  async function open(): Promise<Line> {
    const line = await start()
    opened.push(line.proxy, line.direct, line.store)
    return line
  }

  test('a download that is cut again and again arrives whole', async () => {
    const { store, direct, proxy } = await open()
    const bytes = randomBytes(6 * MiB)
    await direct.put('a', bytes)
    proxy.fault = ({ method, nth }) =>
      method === 'GET' && nth <= 4 ? { cutAnswerAfter: 1_000_000 + nth } : null
    expect((await read(store, 'a')).equals(bytes)).toBe(true)
    expect(proxy.passed.filter(({ method }) => method === 'GET')).toHaveLength(5)
  })

  test('a download that brings nothing any more ends as unavailable', async () => {
    const { store, direct, proxy } = await open()
    await direct.put('a', randomBytes(2 * MiB))
    proxy.fault = ({ nth }) => (nth === 1 ? { cutAnswerAfter: 1_000_000 } : busy)
    await expect(read(store, 'a')).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('an object that is replaced while it is read is an integrity failure, never a mixture', async () => {
    const { store, direct, proxy } = await open()
    const key = 'leases/x'
    await direct.put(key, randomBytes(4 * MiB))
    let cut = false
    proxy.fault = ({ method }) => {
      if (method !== 'GET' || cut) return null
      cut = true
      return { cutAnswerAfter: 1_000_000 }
    }
    const body = await store.get(key)
    if (body === null) throw new Error('it is there')
    await direct.replace(key, randomBytes(4 * MiB))
    await expect(buffer(body)).rejects.toMatchObject({ kind: 'integrity' })
  })

  const faults: [string, ProxyFault][] = [
    ['is busy', busy],
    ['answers with an error of its own', { status: 500, body: 'oops' }],
    ['resets the connection halfway', { cutRequestAfter: 1_000 }],
    ['loses its answer', { lost: true }],
    ['gets damaged bytes', { damaged: true }],
    ['answers late', { late: 200 }],
  ]

  test.each(faults)('a small upload arrives although the service %s', async (_fault, fault) => {
    const { store, direct, proxy } = await open()
    const bytes = randomBytes(50_000)
    proxy.fault = ({ method, nth }) => ((method === 'PUT' || method === 'POST') && nth <= 2 ? fault : null)
    expect(await store.put('a', Readable.from([bytes]))).toMatchObject({ size: bytes.length })
    expect((await read(direct, 'a')).equals(bytes)).toBe(true)
  })

  const ofParts = faults.filter(([, fault]) => !(wholeDigest && 'damaged' in fault))
  test.each(ofParts)(
    'a large upload arrives although the service, at any request of it, %s',
    async (_fault, fault) => {
      const bytes = randomBytes(20 * MiB)
      for (const failing of [1, 2, 3, 4, 5]) {
        const { store, direct, proxy } = await open()
        let changes = 0
        proxy.fault = ({ method }) => {
          if (method !== 'PUT' && method !== 'POST') return null
          changes += 1
          return changes === failing ? fault : null
        }
        const size = { size: bytes.length }
        expect(await store.put('a', slowly(bytes)), `request ${failing}`).toMatchObject(size)
        proxy.fault = () => null
        expect((await read(direct, 'a')).equals(bytes), `request ${failing}`).toBe(true)
      }
    },
  )

  test.each(wholeDigest ? [2, 3, 4] : [])(
    'bytes that are damaged in request %i of a large upload make it an integrity failure, and are not stored',
    async (failing) => {
      const { store, direct, proxy } = await open()
      let changes = 0
      proxy.fault = ({ method }) => {
        if (method !== 'PUT' && method !== 'POST') return null
        changes += 1
        return changes === failing ? { damaged: true } : null
      }
      const putting = store.put('a', slowly(randomBytes(20 * MiB)))
      await expect(putting).rejects.toMatchObject({ kind: 'integrity' })
      expect(await direct.stat('a')).toBeNull()
    },
  )

  test('a service that stays away makes an upload unavailable, and nothing is visible of it', async () => {
    const { store, direct, proxy } = await open()
    let changes = 0
    proxy.fault = ({ method }) => {
      if (method !== 'PUT' && method !== 'POST') return null
      changes += 1
      return changes > 2 ? busy : null
    }
    const body = slowly(randomBytes(30 * MiB))
    await expect(store.put('a', body)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(body.destroyed).toBe(true)
    expect(await direct.stat('a')).toBeNull()
    expect(await Array.fromAsync(direct.list(''))).toEqual([])
  })

  test('questions, lists, leases and removals get their answer at last', async () => {
    const { store, direct, proxy } = await open()
    for (const name of ['a/1', 'a/2', 'a/3']) await direct.put(name, Buffer.from('x'))
    const retrying = withRetry(store, patience())
    for (const fault of [busy, { lost: true } as const, { cutAnswerAfter: 0 }]) {
      const seen = new Set<string>()
      proxy.fault = ({ method, path }) => {
        const one = `${method} ${path}`
        if (seen.has(one)) return null
        seen.add(one)
        return fault
      }
      expect(await retrying.stat('a/1')).toMatchObject({ size: 1 })
      expect(await Array.fromAsync(retrying.list('a/'))).toHaveLength(3)
      await retrying.replace('leases/x', Buffer.from('y'))
      await retrying.remove('leases/x')
      expect(await direct.stat('leases/x')).toBeNull()
    }
  })

  test('a server that is gone is unavailable, with no address in the message', async () => {
    const { store, proxy } = await open()
    await proxy[Symbol.asyncDispose]()
    opened.splice(opened.indexOf(proxy), 1)
    const failure: unknown = await store.stat('a').catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind: 'unavailable' })
    expect((failure as Error).message).not.toContain('127.0.0.1')
  })
})

async function read(store: Store, key: string): Promise<Buffer> {
  const body = await store.get(key)
  if (body === null) throw new Error(`${key} is not there`)
  return buffer(body)
}

/** In pieces, so that parts fill while others are sent. */
function slowly(bytes: Buffer): Readable {
  return Readable.from(
    (function* () {
      for (let start = 0; start < bytes.length; start += MiB) yield bytes.subarray(start, start + MiB)
    })(),
    { objectMode: false },
  )
}
