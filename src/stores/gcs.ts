import { Readable } from 'node:stream'
import { Failure } from '../domain/failure.ts'
import type { GetOptions, PutOptions, Store, StoredObject, StoredVersion } from '../ports/store.ts'
import { cancelledBy } from './cancelled.ts'
import { gcsAnswer, type GcsStoreOptions, openBucket } from './gcs/bucket.ts'
import { download } from './gcs/download.ts'
import { lockOf, objectFields, readObject } from './gcs/object.ts'
import { probeBucket } from './gcs/probe.ts'
import { allFields, insert, itemsOf } from './gcs/one-upload.ts'
import { upload } from './gcs/upload.ts'
import { readToEnd } from './upload/read-to-end.ts'
import { demandUnlocked, lockHolds } from './locks.ts'
import { checkKey, checkMutable, checkPrefix, isKey, randomName } from './keys.ts'

export type { GcsStoreOptions } from './gcs/bucket.ts'

/** A store in a bucket of Google Cloud Storage. */
export function openGcsStore(options: GcsStoreOptions): Store {
  const bucket = openBucket(options)
  const { where } = bucket
  const objects = `/storage/v1/b/${encodeURIComponent(options.bucket)}/o`
  /** A 404 does not say whether key or bucket is missing: the bucket is asked once. */
  let bucketSeen = false

  async function put(
    key: string,
    body: Readable | Uint8Array,
    putOptions: PutOptions = {},
  ): Promise<StoredObject> {
    return readToEnd(body, async () => {
      checkKey(key)
      return await upload(bucket, key, body, putOptions)
    })
  }

  async function get(key: string, getOptions: GetOptions = {}): Promise<Readable | null> {
    checkKey(key)
    const { length, signal } = getOptions
    // HTTP has no range without bytes.
    if (length === 0) return (await stat(key, signal)) === null ? null : Readable.from([])
    try {
      return await download(bucket, key, getOptions)
    } catch (error) {
      return nullIfMissing(error, signal)
    }
  }

  async function stat(key: string, signal?: AbortSignal): Promise<StoredObject | null> {
    checkKey(key)
    try {
      const resource = await bucket.json({
        method: 'GET',
        key,
        query: { fields: allFields },
        permission: 'storage.objects.get',
        signal,
      })
      bucketSeen = true
      const { size, modifiedAt } = readObject(resource, options.prefix)
      const until = lockOf(resource, options.patience.clock.now())
      return { key, size, modifiedAt, ...(until !== null && { lockedUntil: until }) }
    } catch (error) {
      return nullIfMissing(error, signal)
    }
  }

  /** @throws Failure `missing` when it is the bucket that does not exist */
  async function nullIfMissing(error: unknown, signal: AbortSignal | undefined): Promise<null> {
    if (!(error instanceof Failure) || error.kind !== 'missing') throw error
    if (bucketSeen) return null
    try {
      await page({ maxResults: '1', fields: 'kind' }, signal)
    } catch (failure) {
      // Without the right to list, Google would have answered 403 for the key.
      if (!(failure instanceof Failure) || failure.kind !== 'access') throw failure
    }
    bucketSeen = true
    return null
  }

  async function page(
    query: Record<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<Record<string, unknown>> {
    try {
      const found = await bucket.json({
        method: 'GET',
        path: objects,
        query,
        permission: 'storage.objects.list',
        signal,
      })
      bucketSeen = true
      return found
    } catch (error) {
      if (gcsAnswer(error).status !== 404) throw error
      throw new Failure('missing', `${where}: the bucket ${options.bucket} does not exist`, {
        hint: 'Create the bucket, or look at bucket and endpoint of the store.',
        cause: error,
      })
    }
  }

  async function* list(
    prefix: string,
    signal?: AbortSignal,
    { after }: { after?: string } = {},
  ): AsyncIterable<StoredObject> {
    checkPrefix(prefix)
    let pageToken: string | undefined
    let last = ''
    do {
      const found = await page(
        {
          prefix: options.prefix + prefix,
          fields: `nextPageToken,items(${objectFields})`,
          ...(after !== undefined && { startOffset: options.prefix + after }),
          ...(pageToken !== undefined && { pageToken }),
        },
        signal,
      )
      for (const item of itemsOf(found)) {
        const { name, key, size, modifiedAt } = readObject(item, options.prefix)
        // Folder markers of consoles and the like were not made by us.
        if (!name.startsWith(options.prefix) || !isKey(key)) continue
        if (key <= last) {
          throw new Failure('config', `${where}: the service does not list keys in order`)
        }
        last = key
        const stopped = cancelledBy(signal, null)
        if (stopped) throw stopped
        if (after === undefined || key > after) yield { key, size, modifiedAt }
      }
      const { nextPageToken } = found
      pageToken = typeof nextPageToken === 'string' && nextPageToken !== '' ? nextPageToken : undefined
    } while (pageToken !== undefined)
  }

  async function versions(key: string, signal?: AbortSignal): Promise<StoredVersion[]> {
    checkKey(key)
    const name = options.prefix + key
    const found: StoredVersion[] = []
    let pageToken: string | undefined
    do {
      const listed = await page(
        {
          prefix: name,
          // Ends behind the very key, which a longer one would come after.
          endOffset: `${name}\0`,
          versions: 'true',
          fields: `nextPageToken,items(${objectFields})`,
          ...(pageToken !== undefined && { pageToken }),
        },
        signal,
      )
      for (const item of itemsOf(listed)) {
        const { name: own, size, modifiedAt, version } = readObject(item, options.prefix)
        if (own === name) found.push({ key, size, modifiedAt, version })
      }
      const { nextPageToken } = listed
      pageToken = typeof nextPageToken === 'string' && nextPageToken !== '' ? nextPageToken : undefined
    } while (pageToken !== undefined)
    // Generations are numbers that only grow.
    return found.sort((a, b) => (BigInt(a.version) < BigInt(b.version) ? 1 : -1))
  }

  async function replace(key: string, body: Uint8Array, signal?: AbortSignal): Promise<StoredObject> {
    checkMutable(key)
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    const mark = randomName(options.patience.random.bytes(12))
    const resource = { name: options.prefix + key, contentType: 'application/octet-stream' }
    await insert({ bucket, mark, resource, signal }, bytes, {})
    return { key, size: bytes.length, modifiedAt: options.patience.clock.now() }
  }

  async function remove(key: string, signal?: AbortSignal): Promise<void> {
    checkKey(key)
    await demandUnlocked(where, key, () => stat(key, signal))
    try {
      await bucket.json({ method: 'DELETE', key, permission: 'storage.objects.delete', signal })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.kind === 'refused') throw lockHolds(where, key, error)
      await nullIfMissing(error, signal)
    }
  }

  return {
    name: options.name,
    kind: 'gcs',
    ephemeral: false,
    list,
    get,
    stat,
    versions,
    put,
    replace,
    remove,
    probe: (signal) => probeBucket(bucket, signal),
    [Symbol.asyncDispose]: async () => bucket[Symbol.dispose](),
  }
}
