import type { Readable } from 'node:stream'
import type { Bytes } from '../../domain/units.ts'
import type { BufferAccount } from './part-buffers.ts'

/** Bodies below this are gathered as they come, without a part's buffer. */
const small: Bytes = 1024 * 1024

/** A piece of a body that is at hand as a whole, so that it can be sent more than once. */
export interface Part {
  bytes: Buffer
  /** Gives the memory back; the bytes must not be used after that. */
  release(): void
}

/** Cuts a stream into parts of one size; the last one may be smaller. */
export class PartReader {
  private readonly chunks: AsyncIterator<unknown>
  private readonly partSize: Bytes
  private readonly account: BufferAccount
  private readonly signal: AbortSignal | undefined
  private rest: Buffer | null = null
  private ended = false

  constructor(body: Readable, partSize: Bytes, account: BufferAccount, signal: AbortSignal | undefined) {
    this.chunks = body[Symbol.asyncIterator]()
    this.partSize = partSize
    this.account = account
    this.signal = signal
  }

  /** The next part; null at the end. */
  async next(): Promise<Part | null> {
    const gathered: Buffer[] = []
    let size = 0
    while (size < Math.min(small, this.partSize)) {
      const chunk = await this.chunk()
      if (chunk === null) break
      const taken = chunk.subarray(0, this.partSize - size)
      this.rest = chunk.length > taken.length ? chunk.subarray(taken.length) : null
      gathered.push(taken)
      size += taken.length
    }
    if (size === 0) return null
    if (this.ended) return { bytes: Buffer.concat(gathered, size), release: () => undefined }
    const buffer = await this.account.acquire(this.partSize, this.signal)
    try {
      let filled = 0
      for (const chunk of gathered) filled += chunk.copy(buffer, filled)
      while (filled < buffer.length) {
        const chunk = await this.chunk()
        if (chunk === null) break
        const copied = chunk.copy(buffer, filled)
        this.rest = copied < chunk.length ? chunk.subarray(copied) : null
        filled += copied
      }
      return { bytes: buffer.subarray(0, filled), release: () => this.account.release(buffer) }
    } catch (error) {
      this.account.release(buffer)
      throw error
    }
  }

  /** Whether the body has ended; waits for its next byte to know. */
  async atEnd(): Promise<boolean> {
    this.rest = await this.chunk()
    return this.rest === null
  }

  private async chunk(): Promise<Buffer | null> {
    const rest = this.rest
    this.rest = null
    if (rest !== null) return rest
    while (!this.ended) {
      const { done, value } = await this.chunks.next()
      if (done === true) this.ended = true
      else {
        const chunk = asBuffer(value)
        if (chunk.length > 0) return chunk
      }
    }
    return null
  }
}

function asBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  return Buffer.from(String(chunk))
}
