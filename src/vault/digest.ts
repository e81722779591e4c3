import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import type { Bytes } from '../domain/units.ts'

export interface Digest {
  sha256: string
  size: Bytes
}

/** Passes bytes on as they are, and knows their size and SHA-256 once they have ended. */
export class DigestTap extends Transform {
  private readonly hash = createHash('sha256')
  private size = 0

  /** @param onEnd called when all bytes have come, before the stream ends; what it throws ends the stream instead */
  constructor(onEnd: (digest: Digest) => void) {
    super({
      readableHighWaterMark: 262_144,
      writableHighWaterMark: 262_144,
      transform: (chunk: Buffer, _encoding, callback) => {
        this.hash.update(chunk)
        this.size += chunk.length
        callback(null, chunk)
      },
      flush: (callback) => {
        try {
          onEnd({ sha256: this.hash.digest('hex'), size: this.size })
          callback()
        } catch (error) {
          callback(error instanceof Error ? error : new Error(String(error)))
        }
      },
    })
  }
}

/** Passes chunks on as they are; the digest is known once they have ended. */
export async function* digesting(
  chunks: AsyncIterable<Buffer>,
  onEnd: (digest: Digest) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    size += chunk.length
    yield chunk
  }
  onEnd({ sha256: hash.digest('hex'), size })
}

export function digestOf(bytes: Uint8Array): Digest {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}
