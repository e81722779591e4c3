import type { Readable } from 'node:stream'
import type { Bytes, Instant } from '../../domain/units.ts'
import type { PutOptions, StoredObject } from '../../ports/store.ts'
import { randomName } from '../keys.ts'
import { lockedUntil } from '../locks.ts'
import { uploadBody } from '../upload/upload-body.ts'
import type { Bucket } from './bucket.ts'
import { markName } from './object.ts'
import { insert, isOwn, type Upload } from './one-upload.ts'
import { uploadInChunks } from './resumable.ts'

/** Chunks of a resumable upload are multiples of 256 KiB, and go one after the other. */
const chunkSize: Bytes = 8 * 1024 * 1024

/** Stores a body under a new key: by one request if it is small, in chunks of one resumable upload otherwise. */
export async function upload(
  bucket: Bucket,
  key: string,
  body: Readable | Uint8Array,
  putOptions: PutOptions,
): Promise<StoredObject> {
  const { patience, prefix, storageClass, lock, buffers } = bucket.options
  const { signal } = putOptions
  const mark = randomName(patience.random.bytes(12))
  const until = lockedUntil(key, putOptions, lock, patience.clock.now())
  const one: Upload = {
    bucket,
    key,
    mark,
    resource: {
      name: prefix + key,
      contentType: 'application/octet-stream',
      metadata: { [markName]: mark },
      ...(storageClass !== null && { storageClass }),
      ...(until !== null && { retention: retentionUntil(until, lock?.mode ?? 'unlocked') }),
    },
    signal,
  }
  const size = await uploadBody(body, {
    partSize: chunkSize,
    patience,
    signal,
    buffers,
    whole: async (bytes) => {
      await insert(one, bytes)
    },
    isOwn: () => isOwn(one),
    inParts: (first, reader) => uploadInChunks(one, first, reader),
  })
  return { key, size, modifiedAt: patience.clock.now(), ...(until !== null && { lockedUntil: until }) }
}

function retentionUntil(until: Instant, mode: 'unlocked' | 'locked'): Record<string, string> {
  return {
    mode: mode === 'locked' ? 'Locked' : 'Unlocked',
    retainUntilTime: new Date(until).toISOString(),
  }
}
