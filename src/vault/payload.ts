import { type CipherKey, createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto'
import { Failure } from '../domain/failure.ts'

/**
 * The payload of an age file (https://age-encryption.org/v1, STREAM): chunks of 64 KiB, each sealed by
 * ChaCha20-Poly1305 with a nonce of an 11-byte counter and a flag that marks the last chunk. The library that writes
 * our headers does this in JavaScript at 80 MB/s; node:crypto does it at memory speed.
 */
export const chunkSize = 65_536
const tagSize = 16
const sealedChunkSize = chunkSize + tagSize
/** Random bytes before the chunks; they and the file key give the payload's key. */
export const payloadNonceSize = 16

const algorithm = 'chacha20-poly1305'

/** Seals plain bytes as they come. A chunk is sealed only once a byte after it is known, since the last one is flagged. */
export class PayloadSealer {
  private readonly key: CipherKey
  private readonly nonces = new ChunkNonces()
  /** The beginning of the next chunk: a copy, so that whoever gave the bytes may use their memory again. */
  private readonly held = Buffer.allocUnsafe(chunkSize)
  private heldSize = 0

  constructor(fileKey: Uint8Array, nonce: Uint8Array) {
    this.key = payloadKey(fileKey, nonce)
  }

  /** The chunks that are complete now; empty when there are none. Keeps no reference to `bytes`. */
  update(bytes: Buffer): Buffer {
    const chunks = Math.max(0, Math.ceil((this.heldSize + bytes.length) / chunkSize) - 1)
    const sealed = Buffer.allocUnsafe(chunks * sealedChunkSize)
    let taken = 0
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const end = taken + chunkSize - this.heldSize
      this.seal(bytes.subarray(taken, end), false, sealed, chunk * sealedChunkSize)
      taken = end
    }
    this.heldSize += bytes.copy(this.held, this.heldSize, taken)
    return sealed
  }

  /** The last chunk: never empty unless the payload is. */
  end(): Buffer {
    const sealed = Buffer.allocUnsafe(this.heldSize + tagSize)
    this.seal(Buffer.alloc(0), true, sealed, 0)
    return sealed
  }

  /** Seals one chunk: what is held, and `rest` after it. */
  private seal(rest: Buffer, isLast: boolean, target: Buffer, offset: number): void {
    const cipher = createCipheriv(algorithm, this.key, this.nonces.next(isLast), { authTagLength: tagSize })
    let position = offset
    for (const piece of [this.held.subarray(0, this.heldSize), rest]) {
      if (piece.length > 0) position += cipher.update(piece).copy(target, position)
    }
    cipher.final()
    cipher.getAuthTag().copy(target, position)
    this.heldSize = 0
  }
}

/** Opens what PayloadSealer made. Gives bytes only after their chunk has been authenticated. */
export class PayloadOpener {
  private readonly key: CipherKey
  private readonly nonces = new ChunkNonces()
  private readonly waiting = new ByteQueue()

  constructor(fileKey: Uint8Array, nonce: Uint8Array) {
    this.key = payloadKey(fileKey, nonce)
  }

  /** @throws Failure `integrity` */
  update(bytes: Buffer): Buffer {
    this.waiting.add(bytes)
    const chunks = Math.max(0, Math.ceil(this.waiting.size / sealedChunkSize) - 1)
    const plain = Buffer.allocUnsafe(chunks * chunkSize)
    for (let chunk = 0; chunk < chunks; chunk += 1) this.open(chunkSize, false, plain, chunk * chunkSize)
    return plain
  }

  /** The last chunk. @throws Failure `integrity`, also when the payload was cut short */
  end(): Buffer {
    const size = this.waiting.size - tagSize
    if (size < 0 || (size === 0 && this.nonces.count > 0)) throw damaged()
    const plain = Buffer.allocUnsafe(size)
    this.open(size, true, plain, 0)
    return plain
  }

  private open(size: number, isLast: boolean, target: Buffer, offset: number): void {
    const decipher = createDecipheriv(algorithm, this.key, this.nonces.next(isLast), {
      authTagLength: tagSize,
    })
    let position = offset
    this.waiting.take(size, (piece) => {
      position += decipher.update(piece).copy(target, position)
    })
    const tag = Buffer.allocUnsafe(tagSize)
    let filled = 0
    this.waiting.take(tagSize, (piece) => {
      filled += piece.copy(tag, filled)
    })
    decipher.setAuthTag(tag)
    try {
      decipher.final()
    } catch (cause) {
      throw damaged(cause)
    }
  }
}

function damaged(cause?: unknown): Failure {
  return new Failure('integrity', 'the sealed data was altered, reordered or cut short', { cause })
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): CipherKey {
  return createSecretKey(new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32)))
}

/** Counter (11 bytes, big-endian) and last flag. */
class ChunkNonces {
  count = 0

  next(isLast: boolean): Buffer {
    const nonce = Buffer.alloc(12)
    nonce.writeUIntBE(this.count, 5, 6) // 2^48 chunks are 2^64 bytes
    nonce[11] = isLast ? 1 : 0
    this.count += 1
    return nonce
  }
}

/** Bytes that wait for their chunk to be complete: references to the buffers that came, never copies. */
class ByteQueue {
  size = 0
  private readonly pieces: Buffer[] = []
  private start = 0

  add(piece: Buffer): void {
    if (piece.length === 0) return
    this.pieces.push(piece)
    this.size += piece.length
  }

  /** Hands over exactly `size` bytes, in order, in as many pieces as they lie in. */
  take(size: number, use: (piece: Buffer) => void): void {
    let left = size
    let used = 0
    while (left > 0) {
      const piece = this.pieces[used]
      if (piece === undefined) throw new Failure('bug', 'more bytes were taken than are waiting')
      const end = Math.min(piece.length, this.start + left)
      use(piece.subarray(this.start, end))
      left -= end - this.start
      this.start = end
      if (end === piece.length) {
        used += 1
        this.start = 0
      }
    }
    this.pieces.splice(0, used)
    this.size -= size
  }
}
