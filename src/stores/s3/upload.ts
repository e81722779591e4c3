import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Failure } from '../../domain/failure.ts'
import type { Bytes, Instant } from '../../domain/units.ts'
import type { PutOptions, StoredObject } from '../../ports/store.ts'
import { randomName } from '../keys.ts'
import type { Bucket } from './bucket.ts'
import { uploadInParts } from './multipart.ts'
import { uploadBody } from '../upload/upload-body.ts'
import { lockedUntil } from '../locks.ts'
import { commit, isOwn, markName, mostParts, type Nature, type Upload } from './one-upload.ts'

const MiB: Bytes = 1024 * 1024
const leastPartSize = 8 * MiB

/**
 * Stores a body under a new key: by one request if it is small, in parts otherwise. All parts but the last have one
 * size, as some services demand.
 */
export async function upload(
  bucket: Bucket,
  key: string,
  body: Readable | Uint8Array,
  putOptions: PutOptions,
): Promise<StoredObject> {
  const { patience, lock } = bucket.options
  const { atMost, signal } = putOptions
  const until = lockedUntil(key, putOptions, lock, patience.clock.now())
  const mark = randomName(patience.random.bytes(12))
  const nature = natureOf(bucket, until)
  const one: Upload = { bucket, key, mark, nature, signal, partSize: partSizeFor(atMost) }
  const size = await sayWithoutLocks(
    bucket,
    until,
    uploadBody(body, {
      partSize: one.partSize,
      patience,
      signal,
      buffers: bucket.options.buffers,
      whole: (bytes) => putObject(one, bytes),
      isOwn: (bytes) => isOwn(one, etagOf(bytes), bytes.length),
      inParts: (first, reader) => uploadInParts(one, first, reader),
    }),
  )
  return { key, size, modifiedAt: patience.clock.now(), ...(until !== null && { lockedUntil: until }) }
}

function natureOf({ options, encryption }: Bucket, until: Instant | null): Nature {
  const { storageClass, lock } = options
  return {
    ...encryption,
    ...(storageClass !== null && { StorageClass: storageClass }),
    ...(until !== null && {
      ObjectLockMode: lock?.mode === 'compliance' ? ('COMPLIANCE' as const) : ('GOVERNANCE' as const),
      ObjectLockRetainUntilDate: new Date(until),
    }),
  }
}

/** Services have different codes for a lock that the bucket does not know; all of them refuse the request. */
async function sayWithoutLocks<T>({ where }: Bucket, until: Instant | null, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (until === null || !(error instanceof Failure) || error.kind !== 'config') throw error
    throw new Failure('config', `${where}: the bucket does not take an object with a lock`, {
      hint: 'Turn on Object Lock for the bucket (AWS can do so later, other services only when the bucket is made), or take object-lock out of the store.',
      cause: error,
    })
  }
}

/** Parts so large that 10,000 of them hold what is to come and a quarter more, since the figure is an estimate. */
function partSizeFor(atMost: Bytes | undefined): Bytes {
  return Math.max(leastPartSize, Math.ceil(((atMost ?? 0) * 1.25) / mostParts / MiB) * MiB)
}

async function putObject(one: Upload, bytes: Buffer): Promise<void> {
  const { bucket, key, mark, nature } = one
  await commit(
    one,
    (condition) => (client, options) =>
      client.send(
        new bucket.sdk.PutObjectCommand({
          ...bucket.place(key),
          ...bucket.digests(bytes),
          ...condition,
          Body: bytes,
          ContentLength: bytes.length,
          ...nature,
          Metadata: { [markName]: mark },
        }),
        options,
      ),
  )
}

function etagOf(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex')
}
