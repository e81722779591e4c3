import { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import { patiently } from '../backoff.ts'
import type { Bucket } from './bucket.ts'

/** One upload: where it goes, and the mark by which it knows its own work again. */
export interface Upload {
  bucket: Bucket
  key: string
  /** Stored as metadata of the object. */
  mark: string
  signal: AbortSignal | undefined
  partSize: Bytes
}

/** S3 takes no more. */
export const mostParts = 10_000

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

export function isRefused(error: unknown): error is Failure {
  return error instanceof Failure && error.kind === 'refused'
}
