import { createHash } from 'node:crypto'
import { Failure } from '../../domain/failure.ts'
import { formatBytes, type Bytes } from '../../domain/units.ts'
import { patiently } from '../backoff.ts'
import { s3Answer } from './errors.ts'
import type { Part, PartReader } from '../upload/part-reader.ts'
import { sendParts } from '../upload/parts-at-once.ts'
import { isRefused } from '../upload/refused.ts'
import { commit, isOwn, markName, mostParts, type Upload } from './one-upload.ts'

/** A cancelled job has 7.5 s, and its processes need a part of them. */
const abortMilliseconds = 3_500

interface SentPart {
  PartNumber: number
  ETag: string
  ChecksumSHA256?: string
}

/** Uploads a body part by part. When it fails, no part stays behind. @returns the size of the object */
export async function uploadInParts(upload: Upload, first: Part, reader: PartReader): Promise<Bytes> {
  let uploadId: string
  try {
    uploadId = await create(upload)
  } catch (error) {
    first.release()
    throw error
  }
  try {
    const { sent: parts, size } = await sendParts(first, reader, {
      signal: upload.signal,
      send: (bytes, number, signal) => sendPart({ ...upload, signal }, uploadId, bytes, number),
      mostParts,
      tooMany: () => tooLarge(upload.bucket.where, upload.partSize),
    })
    await complete(upload, uploadId, parts, size)
    return size
  } catch (error) {
    await abort(upload, uploadId)
    throw error
  }
}

async function create({ bucket, key, mark, nature, signal }: Upload): Promise<string> {
  // Made twice, the first one is an empty upload that the bucket's lifecycle rule removes.
  const { UploadId } = await patiently(
    bucket.options.patience,
    () =>
      bucket.request({ permission: 's3:PutObject', signal }, (client, options) =>
        client.send(
          new bucket.sdk.CreateMultipartUploadCommand({
            ...bucket.place(key),
            ...(bucket.options.checksum === 'sha256' && { ChecksumAlgorithm: 'SHA256' as const }),
            ...nature,
            Metadata: { [markName]: mark },
          }),
          options,
        ),
      ),
    signal,
  )
  if (UploadId === undefined) throw new Failure('config', `${bucket.where}: the service names no upload`)
  return UploadId
}

async function sendPart(
  { bucket, key, signal }: Upload,
  UploadId: string,
  bytes: Buffer,
  PartNumber: number,
): Promise<SentPart> {
  const digests = bucket.digests(bytes)
  const { ETag } = await patiently(
    bucket.options.patience,
    () =>
      bucket.request({ permission: 's3:PutObject', large: true, signal }, (client, options) =>
        client.send(
          new bucket.sdk.UploadPartCommand({
            ...bucket.place(key),
            ...digests,
            UploadId,
            PartNumber,
            Body: bytes,
            ContentLength: bytes.length,
          }),
          options,
        ),
      ),
    signal,
  )
  if (ETag === undefined) throw new Failure('config', `${bucket.where}: the service gives parts no ETag`)
  return { PartNumber, ETag, ...('ChecksumSHA256' in digests && digests) }
}

async function complete(upload: Upload, UploadId: string, parts: SentPart[], size: Bytes): Promise<void> {
  const { bucket, key, signal } = upload
  await patiently(
    bucket.options.patience,
    async (earlier) => {
      try {
        await commit(
          upload,
          (condition) => (client, options) =>
            client.send(
              new bucket.sdk.CompleteMultipartUploadCommand({
                ...bucket.place(key),
                ...condition,
                UploadId,
                MultipartUpload: { Parts: parts },
              }),
              options,
            ),
        )
      } catch (error) {
        // An earlier request of ours may have been carried out, and only its answer lost.
        const inTheWay =
          isRefused(error) || (error instanceof Failure && s3Answer(error.cause).status === 404)
        if (earlier > 0 && inTheWay && (await isOwn(upload, etagOf(parts), size))) return
        throw error
      }
    },
    signal,
  )
}

/** Best effort, and in time for a cancelled job; what it cannot remove the bucket's lifecycle rule does. */
async function abort({ bucket, key }: Upload, UploadId: string): Promise<void> {
  const signal = AbortSignal.timeout(abortMilliseconds)
  try {
    await patiently(
      { ...bucket.options.patience, attempts: 3 },
      () =>
        bucket.request({ permission: 's3:AbortMultipartUpload', signal }, (client, options) =>
          client.send(
            new bucket.sdk.AbortMultipartUploadCommand({ ...bucket.place(key), UploadId }),
            options,
          ),
        ),
      signal,
    )
  } catch (error) {
    if (error instanceof Failure && s3Answer(error.cause).status === 404) return
    bucket.options.log.warning(
      `${bucket.where}: an unfinished upload could not be removed; a lifecycle rule of the bucket should do it`,
    )
  }
}

/** How S3 names an object made of parts: the MD5 of its parts' MD5s, and their number. */
function etagOf(parts: SentPart[]): string {
  const hash = createHash('md5')
  for (const { ETag } of parts) hash.update(Buffer.from(ETag.replaceAll('"', ''), 'hex'))
  return `${hash.digest('hex')}-${parts.length}`
}

function tooLarge(where: string, partSize: Bytes): Failure {
  return new Failure('capacity', `${where}: an object is larger than ${formatBytes(partSize * mostParts)}`, {
    hint: 'That is what 10,000 parts hold, and S3 takes no more. The size of the parts follows from the expected size.',
  })
}
