import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { openS3Store, type S3StoreOptions } from '../../src/stores/s3.ts'
import { startSmallServer } from '../support/s3/small-server.ts'
import { type RealS3Server, startRealS3 } from '../support/s3/start.ts'
import { storeOptions } from '../support/s3/store-options.ts'

const day = 86_400_000
const lock: NonNullable<S3StoreOptions['lock']> = {
  mode: 'governance',
  periods: { scheduled: 30 * day, critical: 90 * day },
}

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})

const real = await startRealS3()
afterAll(() => real?.[Symbol.asyncDispose]())
// Without a real server startRealS3 has noted for the end of the run that nothing was run for real.
for (const server of real === null ? [] : [real]) onReal(server)

function onReal(server: RealS3Server): void {
  describe('Object Lock on versitygw', () => {
    let counter = 0
    async function open(more: Partial<S3StoreOptions> = { lock }, locked = true) {
      const bucket = await server.bucket(`locks-${(counter += 1)}`, { locked })
      const store = await openS3Store(storeOptions(server, bucket, more))
      opened.push(store)
      return { bucket, store }
    }

    test.each([
      ['small', 10],
      ['large', 9 * 1024 * 1024],
    ])('an object (%s) is held for the period of its class, and stat says until when', async (_, size) => {
      const { store } = await open()
      for (const [retentionClass, days] of [
        ['scheduled', 30],
        ['critical', 90],
      ] as const) {
        const key = `production/backups/x/${retentionClass}`
        const stored = await store.put(key, Readable.from([randomBytes(size)]), { retentionClass })
        const expected = Date.now() + days * day
        expect(Math.abs((stored.lockedUntil ?? 0) - expected)).toBeLessThan(120_000)
        expect(Math.abs(((await store.stat(key))?.lockedUntil ?? 0) - expected)).toBeLessThan(120_000)
      }
    })

    test('a held object is not removed: refused, and it does not even get a delete marker', async () => {
      const { bucket, store } = await open()
      const key = 'production/backups/x/manifest.json'
      await store.put(key, Buffer.from('{}'), { retentionClass: 'scheduled' })
      await expect(store.remove(key)).rejects.toMatchObject({ kind: 'refused' })
      expect(await store.stat(key)).toMatchObject({ key, size: 2 })
      const [version] = await store.versions(key)
      // Nor can somebody with all rights destroy the version itself.
      const destroy = new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: version?.version })
      await expect(server.client.send(destroy)).rejects.toBeInstanceOf(Error)
      expect(await store.versions(key)).toHaveLength(1)
    })

    test('leases, and what belongs to no backup, are never held', async () => {
      const { store } = await open()
      for (const key of ['leases/x', 'production/leases/x']) {
        await store.put(key, Buffer.from('x'), { retentionClass: 'critical' })
        expect((await store.stat(key))?.lockedUntil).toBeUndefined()
        await store.replace(key, Buffer.from('y'))
        await store.remove(key)
      }
      await store.put('lifeboat.json', Buffer.from('{}'))
      expect((await store.stat('lifeboat.json'))?.lockedUntil).toBeUndefined()
    })

    test('a class without a period is not held', async () => {
      const { store } = await open({ lock: { ...lock, periods: { scheduled: null, critical: day } } })
      await store.put('a', Buffer.from('x'), { retentionClass: 'scheduled' })
      await store.put('b', Buffer.from('x'), { retentionClass: 'critical' })
      expect((await store.stat('a'))?.lockedUntil).toBeUndefined()
      expect((await store.stat('b'))?.lockedUntil).toBeGreaterThan(Date.now())
    })

    test('probe says whether the bucket knows locks', async () => {
      expect(await (await open()).store.probe()).toMatchObject({ locks: true, versioned: true })
      expect(await (await open({}, false)).store.probe()).toMatchObject({ locks: false })
    })

    test('a bucket without Object Lock makes the put a config failure that says so', async () => {
      const { store } = await open({ lock }, false)
      await expect(store.put('a', Buffer.from('x'), { retentionClass: 'scheduled' })).rejects.toMatchObject({
        kind: 'config',
        hint: expect.stringContaining('Object Lock'),
      })
    })
  })
}

describe('a refused deletion', () => {
  const account = { accessKeyId: 'locks-test', secretAccessKey: 'locks-test-secret' }

  test.each([
    [403, 'AccessDenied'],
    [400, 'InvalidRequest'],
    [409, 'ObjectLocked'],
  ])('without a lock to be seen is what the service said: %i %s', async (status, code) => {
    const server = await startSmallServer({
      accounts: [account],
      fault: ({ operation }) => (operation === 'DeleteObject' ? { status, code } : null),
    })
    opened.push(server)
    const store = await openS3Store(storeOptions({ ...server, ...account }, server.bucket('backups')))
    opened.push(store)
    await store.put('a', Buffer.from('x'))
    const kind = { 400: 'config', 403: 'access', 409: 'refused' }[status]
    await expect(store.remove('a')).rejects.toMatchObject({ kind })
  })
})

describe('class, encryption and lock of new objects', () => {
  /** Takes everything, and keeps the headers. */
  async function recording() {
    const asked: { method: string; query: string; headers: IncomingHttpHeaders }[] = []
    const server = createServer((request, response) => {
      request.resume()
      request.on('end', () => {
        const query = (request.url ?? '').split('?')[1] ?? ''
        asked.push({ method: request.method ?? '', query, headers: request.headers })
        const body = query.startsWith('uploads')
          ? '<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>'
          : query.includes('uploadId') && request.method === 'POST'
            ? '<CompleteMultipartUploadResult><ETag>"e"</ETag></CompleteMultipartUploadResult>'
            : ''
        response.writeHead(200, { etag: '"e"' }).end(body)
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    opened.push({
      [Symbol.asyncDispose]: async () => {
        server.closeAllConnections()
        server.close()
      },
    })
    const { port } = server.address() as AddressInfo
    return { asked, endpoint: `http://127.0.0.1:${port}` }
  }

  test('go with the request that makes the object, small or large, and with a lease', async () => {
    const { asked, endpoint } = await recording()
    const account = { accessKeyId: 'a', secretAccessKey: 'b' }
    const store = await openS3Store(
      storeOptions({ endpoint, ...account }, 'backups', {
        storageClass: 'STANDARD_IA',
        sse: 'aws:kms',
        kmsKeyId: 'key-1',
        lock: { ...lock, mode: 'compliance' },
      }),
    )
    opened.push(store)
    await store.put('small', Readable.from(['x']), { retentionClass: 'scheduled' })
    await store.put('large', Readable.from([randomBytes(9 * 1024 * 1024)]), { retentionClass: 'scheduled' })
    const makers = asked.filter(({ query }) => query === 'x-id=PutObject' || query.startsWith('uploads'))
    expect(makers).toHaveLength(2)
    for (const { headers } of makers) {
      expect(headers).toMatchObject({
        'x-amz-storage-class': 'STANDARD_IA',
        'x-amz-server-side-encryption': 'aws:kms',
        'x-amz-server-side-encryption-aws-kms-key-id': 'key-1',
        'x-amz-object-lock-mode': 'COMPLIANCE',
        'x-amz-object-lock-retain-until-date': expect.stringMatching(/^\d{4}-/),
      })
    }
    asked.length = 0
    await store.replace('leases/x', Buffer.from('x'))
    expect(asked[0]?.headers).toMatchObject({ 'x-amz-server-side-encryption': 'aws:kms' })
    expect(asked[0]?.headers['x-amz-object-lock-mode']).toBeUndefined()
  })
})
