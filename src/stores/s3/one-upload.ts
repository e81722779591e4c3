import type { StorageClass } from '@aws-sdk/client-s3'
import { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import { patiently } from '../backoff.ts'
import type { Bucket, Encryption, Send } from './bucket.ts'
import { s3Answer } from './errors.ts'

/** One upload: where it goes, and the mark by which it knows its own work again. */
export interface Upload {
  bucket: Bucket
  key: string
  /** Stored as metadata of the object. */
  mark: string
  /** Of the request that makes the object, or begins to: class, lock and encryption. */
  nature: Nature
  signal: AbortSignal | undefined
  partSize: Bytes
}

export interface Nature extends Encryption {
  StorageClass?: StorageClass
  ObjectLockMode?: 'GOVERNANCE' | 'COMPLIANCE'
  ObjectLockRetainUntilDate?: Date
}

/** S3 takes no more. */
export const mostParts = 10_000

/**
 * The request that makes the object visible. It carries the condition that the key is new; where the service does not
 * know the condition (it answers 501), or was seen to ignore it, the key is looked up before. That is as far as such a
 * store can tell: two that come at once both succeed.
 */
export async function commit<T>(
  { bucket, key, signal }: Upload,
  send: (condition: { IfNoneMatch?: '*' }) => Send<T>,
): Promise<T> {
  const permission = 's3:PutObject'
  if (bucket.honoursConditions) {
    try {
      return await bucket.request(
        { permission, conditional: true, large: true, signal },
        send({ IfNoneMatch: '*' }),
      )
    } catch (error) {
      if (!(error instanceof Failure) || s3Answer(error.cause).status !== 501) throw error
      bucket.honoursConditions = false
    }
  }
  if (await isThere(bucket, key, signal))
    throw new Failure('refused', `${bucket.where}: the key exists already`)
  return bucket.request({ permission, large: true, signal }, send({}))
}

async function isThere(bucket: Bucket, key: string, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await bucket.request({ permission: 's3:GetObject', signal }, (client, options) =>
      client.send(new bucket.sdk.HeadObjectCommand(bucket.place(key)), options),
    )
    return true
  } catch (error) {
    // Missing, or not to be seen with these credentials.
    if (error instanceof Failure && ['missing', 'access'].includes(error.kind)) return false
    throw error
  }
}

/** Name of the metadata that holds an upload's mark. */
export const markName = 'lifeboat-upload'

/**
 * Whether the object that stands in the way is this very upload's, because an earlier request of it was carried out and
 * only the answer was lost. The mark says so for certain. Credentials that may list but not read compare ETag and size.
 */
export async function isOwn(
  { bucket, key, mark, signal }: Upload,
  etag: string,
  size: Bytes,
): Promise<boolean> {
  return patiently(
    bucket.options.patience,
    async () => {
      try {
        const head = await bucket.request({ permission: 's3:GetObject', signal }, (client, options) =>
          client.send(new bucket.sdk.HeadObjectCommand(bucket.place(key)), options),
        )
        return head.Metadata?.[markName] === mark
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'access') throw error
      }
      try {
        const { Bucket, Key } = bucket.place(key)
        const { Contents = [] } = await bucket.request(
          { permission: 's3:ListBucket', signal },
          (client, options) =>
            client.send(new bucket.sdk.ListObjectsV2Command({ Bucket, Prefix: Key, MaxKeys: 1 }), options),
        )
        const [found] = Contents
        return found?.Key === Key && found.Size === size && found.ETag?.replaceAll('"', '') === etag
      } catch (error) {
        if (error instanceof Failure && error.kind === 'access') return false
        throw error
      }
    },
    signal,
  )
}
