import { Readable } from 'node:stream'
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3'
import { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import type { GetOptions } from '../../ports/store.ts'
import type { Bucket } from './bucket.ts'
import { resumingBody } from '../web/resuming-body.ts'
import { s3Answer, s3Failure } from './errors.ts'

/** Opens an object, or a part of it; null when there is none. */
export async function download(bucket: Bucket, key: string, options: GetOptions): Promise<Readable | null> {
  const { offset = 0, length, version, signal } = options
  const end = length === undefined ? null : offset + length
  const request = { bucket, key, version, signal }
  try {
    const answer = await getObject(request, offset, end, undefined)
    const { where, options: bucketOptions } = bucket
    const { ETag: etag } = answer
    return resumingBody({
      body: bodyOf(answer),
      offset,
      end: offset + (answer.ContentLength ?? 0),
      reopen: async (position, signal) => {
        try {
          return bodyOf(
            await getObject({ ...request, signal }, position, offset + (answer.ContentLength ?? 0), etag),
          )
        } catch (error) {
          throw describe(bucket, key, error)
        }
      },
      broken: (error) =>
        s3Failure(error, { where, bucket: bucketOptions.bucket, permission: 's3:GetObject' }),
      patience: bucketOptions.patience,
      signal,
    })
  } catch (error) {
    const { code, status } = s3Answer(error instanceof Failure ? error.cause : undefined)
    // The part begins at the end of the object, or behind it.
    if (status === 416) return Readable.from([])
    if (code === 'NoSuchBucket' || (error instanceof Failure && error.kind === 'access')) throw error
    // 405 answers for a version that is a delete marker.
    if (status === 404 || (status === 405 && version !== undefined)) return null
    throw error
  }
}

interface Download {
  bucket: Bucket
  key: string
  version: string | undefined
  signal: AbortSignal | undefined
}

async function getObject(
  { bucket, key, version, signal }: Download,
  offset: Bytes,
  end: Bytes | null,
  etag: string | undefined,
): Promise<GetObjectCommandOutput> {
  const partly = offset > 0 || end !== null
  const answer = await bucket.request({ permission: 's3:GetObject', signal }, (client, options) =>
    client.send(
      new bucket.sdk.GetObjectCommand({
        ...bucket.place(key),
        ...(partly && { Range: `bytes=${offset}-${end === null ? '' : end - 1}` }),
        ...(version !== undefined && { VersionId: version }),
        ...(etag !== undefined && { IfMatch: etag }),
      }),
      options,
    ),
  )
  if (partly && answer.ContentRange?.startsWith(`bytes ${offset}-`) !== true) {
    bodyOf(answer).destroy()
    throw new Failure('config', `${bucket.where}: the service does not give parts of objects`)
  }
  return answer
}

function bodyOf(answer: GetObjectCommandOutput): Readable {
  if (answer.Body instanceof Readable) return answer.Body
  throw new Failure('bug', 'the SDK gave a body that is no stream')
}

function describe({ where }: Bucket, key: string, error: unknown): unknown {
  if (!(error instanceof Failure)) return error
  if (s3Answer(error.cause).status === 412) {
    return new Failure('integrity', `${where}: ${key} was replaced while it was read`, { cause: error })
  }
  return error.kind === 'missing'
    ? new Failure('missing', `${where}: ${key} was removed while it was read`, { cause: error })
    : error
}
