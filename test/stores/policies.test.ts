import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { rolePolicies, rolePolicy, type StoreRole } from '../../src/stores/policies.ts'
import { openS3Store } from '../../src/stores/s3.ts'
import { allowedBy } from '../support/s3/policy.ts'
import { startSmallServer } from '../support/s3/small-server.ts'
import { type RealS3Server, startRealS3 } from '../support/s3/start.ts'
import { storeOptions } from '../support/s3/store-options.ts'

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})

const denied = { kind: 'access' }
const large = () => Readable.from([randomBytes(9 * 1024 * 1024)])

describe.each(['', 'shop'])('roles on a service that knows the conditions of AWS, prefix %j', (prefix) => {
  /** A store with all rights, and one with the role's. */
  async function open(role: StoreRole): Promise<{ root: Store; store: Store }> {
    const accounts = ['root', role].map((name) => ({ accessKeyId: name, secretAccessKey: `${name}-secret` }))
    const judge = allowedBy(
      'backups',
      rolePolicy(role, { bucket: 'backups', prefix, environment: 'production' }),
    )
    const server = await startSmallServer({
      accounts,
      allows: (asked) => asked.account === 'root' || judge(asked),
    })
    opened.push(server)
    const bucket = server.bucket('backups')
    const [root, store] = await Promise.all(
      accounts.map((account) =>
        openS3Store(
          storeOptions({ endpoint: server.endpoint, ...account }, bucket, {
            prefix: prefix === '' ? '' : `${prefix}/`,
          }),
        ),
      ),
    )
    if (root === undefined || store === undefined) throw new Error('there are two')
    opened.push(root, store)
    return { root, store }
  }

  test('the writer puts new objects, small and large, and can neither overwrite, delete nor read them', async () => {
    const { root, store } = await open('writer')
    await store.put('production/backups/x/small', Buffer.from('x'))
    await store.put('production/backups/x/large', large())
    await store.put('lifeboat.json', Buffer.from('{}'))
    await expect(store.put('production/backups/x/small', Buffer.from('y'))).rejects.toMatchObject({
      kind: 'refused',
    })
    await expect(store.remove('production/backups/x/small')).rejects.toMatchObject(denied)
    await expect(store.get('production/backups/x/small')).rejects.toMatchObject(denied)
    await expect(store.replace('leases/x', Buffer.from('x'))).rejects.toMatchObject(denied)
    await expect(store.replace('staging/leases/x', Buffer.from('x'))).rejects.toMatchObject(denied)
    expect(await text(root, 'production/backups/x/small')).toBe('x')
    expect(await store.probe()).toEqual({
      writeOnce: true,
      mayOverwrite: false,
      mayDelete: false,
      versioned: false,
    })
  })

  test('the writer sees what is there, reads manifests, and keeps its leases', async () => {
    const { store } = await open('writer')
    const manifest = 'production/backups/20261121T101500Z-k3f9x/manifest.json'
    await store.put(manifest, Buffer.from('{}'))
    expect(await text(store, manifest)).toBe('{}')
    expect(await store.stat('lifeboat.json')).toBeNull()
    expect(await Array.fromAsync(store.list(''))).toHaveLength(1)
    await store.put('production/leases/run', Buffer.from('1'))
    await store.replace('production/leases/run', Buffer.from('2'))
    expect(await text(store, 'production/leases/run')).toBe('2')
    await store.remove('production/leases/run')
    expect(await store.stat('production/leases/run')).toBeNull()
  })

  test('the reader reads everything and adds proofs, and changes no backup', async () => {
    const { root, store } = await open('reader')
    await root.put('production/backups/x/manifest.json', Buffer.from('{}'))
    expect(await text(store, 'production/backups/x/manifest.json')).toBe('{}')
    expect(await store.versions('production/backups/x/manifest.json')).toHaveLength(1)
    await store.put('production/proofs/x/1.json', Buffer.from('{}'))
    await expect(store.put('production/proofs/x/1.json', Buffer.from('!'))).rejects.toMatchObject({
      kind: 'refused',
    })
    await expect(store.put('production/backups/x/more', Buffer.from('x'))).rejects.toMatchObject(denied)
    await expect(store.put('production/backups/x/more', large())).rejects.toMatchObject(denied)
    await expect(store.remove('production/proofs/x/1.json')).rejects.toMatchObject(denied)
    await expect(store.probe()).rejects.toMatchObject(denied)
  })

  test('the restorer reads everything and puts new backups, and can neither overwrite nor delete', async () => {
    const { root, store } = await open('restorer')
    await root.put('production/backups/x/artifact', Buffer.from('x'))
    expect(await text(store, 'production/backups/x/artifact')).toBe('x')
    expect(await store.versions('production/backups/x/artifact')).toHaveLength(1)
    await store.put('production/backups/y/large', large())
    await store.put('production/backups/y/manifest.json', Buffer.from('{}'))
    await store.put('production/proofs/y/1.json', Buffer.from('{}'))
    await store.put('production/ledger/1.json', Buffer.from('{}'))
    await expect(store.put('production/backups/x/artifact', Buffer.from('y'))).rejects.toMatchObject({
      kind: 'refused',
    })
    await expect(store.replace('leases/x', Buffer.from('y'))).rejects.toMatchObject(denied)
    await expect(store.remove('production/backups/x/artifact')).rejects.toMatchObject(denied)
    await store.replace('production/leases/run', Buffer.from('1'))
    await store.remove('production/leases/run')
  })

  test('the keeper deletes backups of its environment, and nothing else', async () => {
    const { root, store } = await open('keeper')
    const keys = ['production/backups/x/a', 'production/proofs/x/1.json', 'leases/probe-write-once']
    const others = ['lifeboat.json', 'RECOVERY.md', 'staging/backups/x/a', 'production/ledger/1.json']
    for (const key of [...keys, ...others]) await root.put(key, Buffer.from('x'))
    for (const key of keys) await store.remove(key)
    for (const key of others) await expect(store.remove(key)).rejects.toMatchObject(denied)
    await expect(store.put('production/backups/x/b', Buffer.from('x'))).rejects.toMatchObject(denied)
    expect((await Array.fromAsync(root.list(''))).map(({ key }) => key)).toEqual(others.toSorted())
  })
})

test('policies are JSON that names bucket and environment, in the partition of their region', () => {
  const place = { bucket: 'shop-backups', prefix: 'a/b', environment: 'production', region: 'cn-north-1' }
  for (const { text } of rolePolicies(place)) {
    const policy = JSON.parse(text) as ReturnType<typeof rolePolicy>
    const resources = policy.Statement.flatMap(({ Resource }) => Resource)
    expect(resources.every((one) => one.startsWith('arn:aws-cn:s3:::shop-backups'))).toBe(true)
    expect(new Set(policy.Statement.map(({ Sid }) => Sid)).size).toBe(policy.Statement.length)
  }
})

test('where the store has a lock, those who put backups may hold them, and the keeper sees what is held', () => {
  const place = { bucket: 'shop-backups', prefix: 'shop', environment: 'production' }
  const granted = (objectLock: boolean) =>
    Object.fromEntries(
      rolePolicies({ ...place, objectLock }).map(({ role, text: policy }) => {
        const { Statement } = JSON.parse(policy) as ReturnType<typeof rolePolicy>
        const locks = Statement.filter(({ Action }) => Action.some((one) => one.endsWith('ObjectRetention')))
        return [role, locks.map(({ Action, Resource }) => [...Action, ...Resource])]
      }),
    )
  const backups = 'arn:aws:s3:::shop-backups/shop/production/backups/*'
  expect(granted(false)).toEqual({ writer: [], reader: [], restorer: [], keeper: [] })
  expect(granted(true)).toEqual({
    writer: [['s3:PutObjectRetention', backups]],
    reader: [],
    restorer: [['s3:PutObjectRetention', backups]],
    keeper: [['s3:GetObjectRetention', backups]],
  })
})

const real = await startRealS3()
afterAll(() => real?.[Symbol.asyncDispose]())
for (const server of real === null ? [] : [real]) onReal(server)

/** The real server knows policies, but not the conditions of AWS, so a writer without the right to delete can still overwrite. */
function onReal(server: RealS3Server): void {
  describe('roles on versitygw', () => {
    test('the policy of the writer is accepted, and the probe says what it leaves open', async () => {
      const bucket = await server.bucket('roles')
      const account = await server.account('writer')
      const { Version, Statement } = rolePolicy('writer', {
        bucket,
        prefix: 'shop',
        environment: 'production',
        endpoint: server.endpoint,
      })
      const Principal = { AWS: [account.accessKeyId] }
      await server.policy(bucket, { Version, Statement: Statement.map((one) => ({ ...one, Principal })) })
      const store = await openS3Store(storeOptions({ ...server, ...account }, bucket, { prefix: 'shop/' }))
      opened.push(store)
      expect(await store.probe()).toEqual({
        locks: null,
        writeOnce: true,
        mayOverwrite: true,
        mayDelete: false,
        versioned: false,
      })
      await store.put('production/backups/x/large', large())
      await store.put('production/backups/x/manifest.json', Buffer.from('{}'))
      expect(await text(store, 'production/backups/x/manifest.json')).toBe('{}')
      expect(await Array.fromAsync(store.list('production/'))).toHaveLength(2)
      await expect(store.get('production/backups/x/large')).rejects.toMatchObject(denied)
      await expect(store.remove('production/backups/x/large')).rejects.toMatchObject(denied)
      await store.replace('production/leases/x', Buffer.from('x'))
      await store.remove('production/leases/x')
    })

    test('an account without any right is an access failure everywhere', async () => {
      const bucket = await server.bucket('nothing')
      const store = await openS3Store(
        storeOptions({ ...server, ...(await server.account('nobody')) }, bucket),
      )
      opened.push(store)
      await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject(denied)
      await expect(store.put('a', large())).rejects.toMatchObject(denied)
      await expect(store.stat('a')).rejects.toMatchObject(denied)
      await expect(Array.fromAsync(store.list(''))).rejects.toMatchObject(denied)
      await expect(store.versions('a')).rejects.toMatchObject(denied)
      await expect(store.probe()).rejects.toMatchObject(denied)
      expect(await server.unfinished(bucket)).toEqual([])
    })

    test('an older version is found after an overwrite and after a deletion', async () => {
      const bucket = await server.bucket('older', { versioned: true })
      const store = await openS3Store(storeOptions(server, bucket))
      opened.push(store)
      await store.put('leases/x', Buffer.from('good'))
      await store.replace('leases/x', Buffer.from('overwritten'))
      await store.remove('leases/x')
      expect(await store.stat('leases/x')).toBeNull()
      const versions = await store.versions('leases/x')
      expect(versions.map(({ size }) => size)).toEqual([11, 4])
      const body = await store.get('leases/x', { version: versions[1]?.version ?? '' })
      expect(String(await buffer(body ?? Readable.from([])))).toBe('good')
    })
  })
}

async function text(store: Store, key: string): Promise<string> {
  const body = await store.get(key)
  if (body === null) throw new Error(`${key} is not there`)
  return String(await buffer(body))
}
