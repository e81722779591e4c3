import { Readable } from 'node:stream'
import type { Bytes } from '../../domain/units.ts'
import { patiently, type Patience } from '../backoff.ts'
import { abortable, cancelledBy } from '../cancelled.ts'
import { isRefused } from './refused.ts'
import { type PartBuffers, sharedPartBuffers } from './part-buffers.ts'
import { type Part, PartReader } from './part-reader.ts'

/** How a service takes a body, once it is cut into pieces that can be sent again. */
export interface UploadWays {
  /** A body no larger than this goes by one request; a larger one in parts of just this size. */
  partSize: Bytes
  patience: Patience
  signal: AbortSignal | undefined
  /** Memory of uploads; that of the process by default. */
  buffers?: PartBuffers | undefined
  /** One request, not repeated here. @throws Failure `refused` when the key exists */
  whole(bytes: Buffer): Promise<void>
  /** Whether the object that stands in the way of `whole` is this very upload's, whose answer was lost. */
  isOwn(bytes: Buffer): Promise<boolean>
  /** Takes the first part and reads the others. When it fails, nothing stays behind. @returns the object's size */
  inParts(first: Part, reader: PartReader): Promise<Bytes>
}

/** Sends a body by one request if it is small, in parts otherwise. The stream is destroyed in any case. */
export async function uploadBody(body: Readable | Uint8Array, ways: UploadWays): Promise<Bytes> {
  const { partSize, signal } = ways
  if (body instanceof Uint8Array && body.byteLength <= partSize) {
    // Whoever has the bytes at hand can put them again; see withRetry.
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    await ways.whole(bytes)
    return bytes.length
  }
  const stream = body instanceof Uint8Array ? Readable.from([body]) : body
  const source = abortable(stream, signal)
  try {
    signal?.throwIfAborted()
    const reader = new PartReader(source, partSize, (ways.buffers ?? sharedPartBuffers).open(), signal)
    const first = (await reader.next()) ?? { bytes: Buffer.alloc(0), release: () => undefined }
    let small: boolean
    try {
      small = await reader.atEnd()
    } catch (error) {
      first.release()
      throw error
    }
    if (!small) return await ways.inParts(first, reader)
    try {
      await wholeAgain(ways, first.bytes)
      return first.bytes.length
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

async function wholeAgain(ways: UploadWays, bytes: Buffer): Promise<void> {
  await patiently(
    ways.patience,
    async (earlier) => {
      try {
        await ways.whole(bytes)
      } catch (error) {
        if (!(earlier > 0 && isRefused(error) && (await ways.isOwn(bytes)))) throw error
      }
    },
    ways.signal,
  )
}
