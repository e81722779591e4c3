import { Readable } from 'node:stream'
import { Failure } from '../domain/failure.ts'
import type {
  GetOptions,
  ListOptions,
  PutOptions,
  Store,
  StoredObject,
  StoredVersion,
} from '../ports/store.ts'
import { demandUnlocked, lockHolds } from './locks.ts'
import { checkKey, checkMutable, checkPrefix, isKey } from './keys.ts'
import { openBucket } from './s3/bucket.ts'
import { download } from './s3/download.ts'
import { s3Answer } from './s3/errors.ts'
import type { S3StoreOptions } from './s3/options.ts'
import { probeBucket } from './s3/probe.ts'
import { upload } from './s3/upload.ts'
import { readToEnd } from './upload/read-to-end.ts'
import { cancelledBy } from './cancelled.ts'

export type { S3StoreOptions } from './s3/options.ts'

/** Names the one version of an object where versions cannot be asked for, or there are none. */
const currentVersion = 'current'

/** A store in a bucket of AWS S3, or of a service that speaks its language. */
export async function openS3Store(options: S3StoreOptions): Promise<Store> {
  const bucket = await openBucket(options)
  const { sdk, where } = bucket
  /** A HEAD has no body, so its 404 does not say whether key or bucket is missing: the bucket is asked once. */
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

  async function get(key: string, { version, ...range }: GetOptions = {}): Promise<Readable | null> {
    checkKey(key)
    const one = version === undefined || version === currentVersion ? {} : { version }
    // S3 has no range without bytes.
    if (range.length === 0) return (await stat(key, range.signal)) === null ? null : Readable.from([])
    return download(bucket, key, { ...range, ...one })
  }

  async function stat(key: string, signal?: AbortSignal): Promise<StoredObject | null> {
    checkKey(key)
    try {
      const head = await bucket.request({ permission: 's3:GetObject', signal }, (client, to) =>
        client.send(new sdk.HeadObjectCommand(bucket.place(key)), to),
      )
      bucketSeen = true
      const until = head.ObjectLockRetainUntilDate?.getTime() ?? 0
      const isHeld = head.ObjectLockLegalHoldStatus === 'ON'
      return {
        key,
        size: head.ContentLength ?? 0,
        modifiedAt: head.LastModified?.getTime() ?? 0,
        ...(isHeld
          ? { lockedUntil: Infinity }
          : until > options.patience.clock.now() && { lockedUntil: until }),
      }
    } catch (error) {
      if (statusOf(error) !== 404) throw error
      if (!bucketSeen) await seeBucket(signal)
      return null
    }
  }

  async function seeBucket(signal: AbortSignal | undefined): Promise<void> {
    try {
      await bucket.request({ permission: 's3:ListBucket', signal }, (client, to) =>
        client.send(new sdk.HeadBucketCommand({ Bucket: options.bucket }), to),
      )
    } catch (error) {
      if (statusOf(error) === 404) {
        throw new Failure('missing', `${where}: the bucket ${options.bucket} does not exist`, {
          hint: 'Create the bucket, or look at bucket, region, endpoint and access-key-id of the store.',
          cause: error,
        })
      }
      // Without the right to list, S3 answers 403 whether or not it exists; the 404 for the key says that it does.
      if (statusOf(error) !== 403) throw error
    }
    bucketSeen = true
  }

  async function* list(
    prefix: string,
    signal?: AbortSignal,
    { after }: ListOptions = {},
  ): AsyncIterable<StoredObject> {
    checkPrefix(prefix)
    let ContinuationToken: string | undefined
    let last = ''
    do {
      const page = await bucket.request({ permission: 's3:ListBucket', signal }, (client, to) =>
        client.send(
          new sdk.ListObjectsV2Command({
            Bucket: options.bucket,
            Prefix: options.prefix + prefix,
            ...(after !== undefined && { StartAfter: options.prefix + after }),
            ContinuationToken,
          }),
          to,
        ),
      )
      bucketSeen = true
      for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
        const key = Key.slice(options.prefix.length)
        // Folder markers of consoles and the like were not made by us.
        if (!Key.startsWith(options.prefix) || !isKey(key)) continue
        if (key <= last) {
          throw new Failure('config', `${where}: the service does not list keys in order`, {
            hint: 'Use a general purpose bucket.',
          })
        }
        last = key
        const stopped = cancelledBy(signal, null)
        if (stopped) throw stopped
        yield { key, size: Size, modifiedAt: LastModified?.getTime() ?? 0 }
      }
      ContinuationToken = page.IsTruncated === true ? page.NextContinuationToken : undefined
    } while (ContinuationToken !== undefined)
  }

  async function versions(key: string, signal?: AbortSignal): Promise<StoredVersion[]> {
    checkKey(key)
    try {
      return await listVersions(key, signal)
    } catch (error) {
      // Not allowed, or not known to the service: then there is the object itself.
      if (![403, 405, 501].includes(statusOf(error) ?? 0)) throw error
      const found = await stat(key, signal)
      return found === null ? [] : [{ ...found, version: currentVersion }]
    }
  }

  async function listVersions(key: string, signal: AbortSignal | undefined): Promise<StoredVersion[]> {
    const { Key } = bucket.place(key)
    const found: StoredVersion[] = []
    let markers: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | null = {}
    while (markers !== null) {
      const from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = markers
      const page = await bucket.request({ permission: 's3:ListBucketVersions', signal }, (client, to) =>
        client.send(new sdk.ListObjectVersionsCommand({ Bucket: options.bucket, Prefix: Key, ...from }), to),
      )
      for (const one of page.Versions ?? []) {
        if (one.Key !== Key || one.VersionId === undefined) continue
        found.push({
          key,
          size: one.Size ?? 0,
          modifiedAt: one.LastModified?.getTime() ?? 0,
          version: one.VersionId,
        })
      }
      const goesOn = page.IsTruncated === true && (page.NextKeyMarker ?? '') <= Key
      markers = goesOn ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : null
    }
    // A bucket that never had versions calls its one version null; not every service takes that back as a name.
    const [only] = found
    return found.length === 1 && only?.version === 'null' ? [{ ...only, version: currentVersion }] : found
  }

  async function replace(key: string, body: Uint8Array, signal?: AbortSignal): Promise<StoredObject> {
    checkMutable(key)
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    await bucket.request({ permission: 's3:PutObject', signal }, (client, to) =>
      client.send(
        new sdk.PutObjectCommand({
          ...bucket.place(key),
          ...bucket.digests(bytes),
          ...bucket.encryption,
          Body: bytes,
          ContentLength: bytes.length,
        }),
        to,
      ),
    )
    return { key, size: bytes.length, modifiedAt: options.patience.clock.now() }
  }

  async function remove(key: string, signal?: AbortSignal): Promise<void> {
    checkKey(key)
    await demandUnlocked(where, key, () => stat(key, signal))
    try {
      await bucket.request({ permission: 's3:DeleteObject', signal }, (client, to) =>
        client.send(new sdk.DeleteObjectCommand(bucket.place(key)), to),
      )
    } catch (error) {
      if (isMissingKey(error)) return
      // A lock that came in between, or of a lease.
      if ([400, 403].includes(statusOf(error) ?? 0) && (await isLocked(key, signal))) {
        throw lockHolds(where, key, error)
      }
      throw error
    }
  }

  /** Services answer alike to a missing permission and to a lock, so the object is asked which it is. */
  async function isLocked(key: string, signal: AbortSignal | undefined): Promise<boolean> {
    try {
      return (await stat(key, signal))?.lockedUntil !== undefined
    } catch {
      return false
    }
  }

  return {
    name: options.name,
    kind: 's3',
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

function isMissingKey(error: unknown): boolean {
  if (!(error instanceof Failure) || error.kind !== 'missing') return false
  return s3Answer(error.cause).code !== 'NoSuchBucket'
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Failure ? s3Answer(error.cause).status : undefined
}
