import { createHash, hash as hashOf } from 'node:crypto'
import { Failure } from '../../../domain/failure.ts'
import type { ByteQueue, Step } from './byte-queue.ts'

/** What one length says: a count, or how a string is encoded (0 to 2 whole numbers, 3 LZF). */
export type Length = { count: number } | { encoding: number }

export function* readLength(queue: ByteQueue): Step<Length> {
  const first = yield* queue.byte()
  const kind = first >> 6
  if (kind === 0) return { count: first & 0x3f }
  if (kind === 1) return { count: ((first & 0x3f) << 8) | (yield* queue.byte()) }
  if (kind === 3) return { encoding: first & 0x3f }
  if (first === 0x80) return { count: (yield* queue.bytes(4)).readUInt32BE() }
  if (first === 0x81) return { count: Number((yield* queue.bytes(8)).readBigUInt64BE()) }
  throw malformed()
}

export function* readCount(queue: ByteQueue): Step<number> {
  const length = yield* readLength(queue)
  if ('count' in length) return length.count
  throw malformed()
}

/** More is never unpacked: its digest is then that of the packed form. */
const mostUnpacked = 64 * 1024 * 1024
/** So much is held whole, for speed. */
const short = 16 * 1024

/** SHA-256 of a string as it is meant, however it is encoded. */
export function* digestString(queue: ByteQueue): Step<Buffer> {
  const length = yield* readLength(queue)
  if ('count' in length) {
    if (length.count <= short) return hashOf('sha256', yield* queue.bytes(length.count), 'buffer')
    const hash = createHash('sha256')
    yield* queue.into(hash, length.count)
    return hash.digest()
  }
  return hashOf('sha256', yield* unusual(queue, length.encoding), 'buffer')
}

/** A short string, such as the name of a field of the header. */
export function* readString(queue: ByteQueue): Step<Buffer> {
  const length = yield* readLength(queue)
  if ('encoding' in length) return yield* unusual(queue, length.encoding)
  if (length.count > mostUnpacked) throw malformed()
  return yield* queue.bytes(length.count)
}

function* unusual(queue: ByteQueue, encoding: number): Step<Buffer> {
  if (encoding === 0) return Buffer.from(String((yield* queue.bytes(1)).readInt8()))
  if (encoding === 1) return Buffer.from(String((yield* queue.bytes(2)).readInt16LE()))
  if (encoding === 2) return Buffer.from(String((yield* queue.bytes(4)).readInt32LE()))
  if (encoding !== 3) throw malformed()
  const packed = yield* readCount(queue)
  const size = yield* readCount(queue)
  const bytes = yield* queue.bytes(packed)
  return size > mostUnpacked ? bytes : unpackLzf(bytes, size)
}

/** LibLZF: a run of literal bytes, or a reference back by at most 8 KiB. */
function unpackLzf(packed: Buffer, size: number): Buffer {
  const out = Buffer.allocUnsafe(size)
  let to = 0
  for (let at = 0; at < packed.length;) {
    const control = packed[at++] ?? 0
    if (control < 32) {
      const count = control + 1
      if (at + count > packed.length || to + count > size) throw malformed()
      packed.copy(out, to, at, at + count)
      at += count
      to += count
      continue
    }
    let count = control >> 5
    if (count === 7) count += packed[at++] ?? 0
    count += 2
    let from = to - ((control & 0x1f) << 8) - (packed[at++] ?? 0) - 1
    if (from < 0 || to + count > size) throw malformed()
    // Byte by byte: source and target may overlap, on purpose.
    while (count-- > 0) out[to++] = out[from++] ?? 0
  }
  if (to !== size) throw malformed()
  return out
}

export function malformed(): Failure {
  return new Failure('integrity', 'the RDB file is malformed', {
    hint: 'Take another copy, or another backup: this one is damaged.',
  })
}
