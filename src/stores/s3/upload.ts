import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Bytes } from '../../domain/units.ts'
import type { PutOptions, StoredObject } from '../../ports/store.ts'
import { patiently } from '../backoff.ts'
import { abortable, cancelledBy } from '../cancelled.ts'
import { randomName } from '../keys.ts'
import type { Bucket } from './bucket.ts'
import { uploadInParts } from './multipart.ts'
import { commit, isOwn, isRefused, markName, mostParts, type Upload } from './one-upload.ts'
import { sharedPartBuffers } from './part-buffers.ts'
import { PartReader } from './part-reader.ts'

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
  { atMost, signal }: PutOptions,
): Promise<StoredObject> {
  const { patience } = bucket.options
  const mark = randomName(patience.random.bytes(12))
  const one: Upload = { bucket, key, mark, signal, partSize: partSizeFor(atMost) }
  if (body instanceof Uint8Array && body.byteLength <= one.partSize) {
    // Whoever has the bytes at hand can put them again; see withRetry.
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    return stored(one, await putObject(one, bytes))
  }
  const stream = body instanceof Uint8Array ? Readable.from([body]) : body
  const source = abortable(stream, signal)
  try {
    signal?.throwIfAborted()
    const reader = new PartReader(
      source,
      one.partSize,
      (bucket.options.buffers ?? sharedPartBuffers).open(),
      signal,
    )
    const first = (await reader.next()) ?? { bytes: Buffer.alloc(0), release: () => undefined }
    let small: boolean
    try {
      small = await reader.atEnd()
    } catch (error) {
      first.release()
      throw error
    }
    if (!small) return stored(one, await uploadInParts(one, first, reader))
    try {
      return stored(
        one,
        await patiently(
          patience,
          async (earlier) => {
            try {
              return await putObject(one, first.bytes)
            } catch (error) {
              if (
                earlier > 0 &&
                isRefused(error) &&
                (await isOwn(one, etagOf(first.bytes), first.bytes.length))
              ) {
                return first.bytes.length
              }
              throw error
            }
          },
          signal,
        ),
      )
    } finally {
      first.release()
    }
  } catch (error) {
    throw cancelledBy(signal, error) ?? error
  } finally {
    source.destroy()
    stream.destroy()
  }
}

function stored({ bucket, key }: Upload, size: Bytes): StoredObject {
  return { key, size, modifiedAt: bucket.options.patience.clock.now() }
}

/** Parts so large that 10,000 of them hold what is to come and a quarter more, since the figure is an estimate. */
function partSizeFor(atMost: Bytes | undefined): Bytes {
  return Math.max(leastPartSize, Math.ceil(((atMost ?? 0) * 1.25) / mostParts / MiB) * MiB)
}

async function putObject(one: Upload, bytes: Buffer): Promise<Bytes> {
  const { bucket, key, mark } = one
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
          Metadata: { [markName]: mark },
        }),
        options,
      ),
  )
  return bytes.length
}

function etagOf(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex')
}
