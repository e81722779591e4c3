import {
  type CipherGCM,
  type DecipherGCM,
  type KeyObject,
  createCipheriv,
  createDecipheriv,
} from 'node:crypto'
import { Failure } from '../domain/failure.ts'

/**
 * The payload of a sealed artifact (STREAM, as in https://age-encryption.org/v1): chunks of 64 KiB, each sealed with a
 * nonce of an 11-byte counter and a flag that marks the last chunk, so that none can be moved, added or left out. The key
 * serves one payload only. node:crypto does this at memory speed, where the age library takes 80 MB/s.
 */
export const chunkSize = 65_536
const tagSize = 16
const sealedChunkSize = chunkSize + tagSize

/** How each chunk is sealed. Both ciphers have nonces of 12 bytes and tags of 16. */
export interface ChunkCipher {
  algorithm: 'chacha20-poly1305' | 'aes-256-gcm'
  /** 256 bits, never used for anything else. */
  key: KeyObject
}

/** The sealed payload of these plain bytes. Keeps no reference to the chunks it is given. */
export async function* sealPayload(
  cipher: ChunkCipher,
  plain: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  const sealer = new PayloadSealer(cipher)
  for await (const chunk of plain) {
    const sealed = sealer.update(chunk)
    if (sealed.length > 0) yield sealed
  }
  yield sealer.end()
}

/** Seals plain bytes as they come. A chunk is sealed only once a byte after it is known, since the last one is flagged. */
class PayloadSealer {
  private readonly cipher: ChunkCipher
  private readonly nonces = new ChunkNonces()
  /** The beginning of the next chunk: a copy, so that whoever gave the bytes may use their memory again. */
  private readonly held = Buffer.allocUnsafe(chunkSize)
  private heldSize = 0

  constructor(cipher: ChunkCipher) {
    this.cipher = cipher
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
    const cipher = startSealing(this.cipher, this.nonces.next(isLast))
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
  private readonly cipher: ChunkCipher
  private readonly nonces = new ChunkNonces()
  private readonly waiting = new ByteQueue()

  constructor(cipher: ChunkCipher) {
    this.cipher = cipher
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
    const decipher = startOpening(this.cipher, this.nonces.next(isLast))
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

function startSealing({ algorithm, key }: ChunkCipher, nonce: Buffer): CipherGCM {
  const options = { authTagLength: tagSize }
  // The same call: the types have one signature per family.
  return algorithm === 'aes-256-gcm'
    ? createCipheriv(algorithm, key, nonce, options)
    : createCipheriv(algorithm, key, nonce, options)
}

function startOpening({ algorithm, key }: ChunkCipher, nonce: Buffer): DecipherGCM {
  const options = { authTagLength: tagSize }
  return algorithm === 'aes-256-gcm'
    ? createDecipheriv(algorithm, key, nonce, options)
    : createDecipheriv(algorithm, key, nonce, options)
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
