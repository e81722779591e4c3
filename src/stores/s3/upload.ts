import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Bytes } from '../../domain/units.ts'
import type { PutOptions, StoredObject } from '../../ports/store.ts'
import { randomName } from '../keys.ts'
import type { Bucket } from './bucket.ts'
import { uploadInParts } from './multipart.ts'
import { uploadBody } from '../upload/upload-body.ts'
import { commit, isOwn, markName, mostParts, type Upload } from './one-upload.ts'

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
  const size = await uploadBody(body, {
    partSize: one.partSize,
    patience,
    signal,
    buffers: bucket.options.buffers,
    whole: (bytes) => putObject(one, bytes),
    isOwn: (bytes) => isOwn(one, etagOf(bytes), bytes.length),
    inParts: (first, reader) => uploadInParts(one, first, reader),
  })
  return { key, size, modifiedAt: patience.clock.now() }
}

/** Parts so large that 10,000 of them hold what is to come and a quarter more, since the figure is an estimate. */
function partSizeFor(atMost: Bytes | undefined): Bytes {
  return Math.max(leastPartSize, Math.ceil(((atMost ?? 0) * 1.25) / mostParts / MiB) * MiB)
}

async function putObject(one: Upload, bytes: Buffer): Promise<void> {
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
}

function etagOf(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex')
}
