import type { Hash } from 'node:crypto'
import { Crc64 } from './crc64.ts'

/** Work that stops where the bytes that have come end, and goes on with the next ones. */
export type Step<T> = Generator<void, T, void>

/** Bytes that come in chunks, read as if they were there. */
export class ByteQueue {
  private chunk: Buffer = Buffer.alloc(0)
  private at = 0
  private checkedTo = 0
  private readonly crc = new Crc64()

  /** To be called only once the reader has stopped for want of bytes. */
  push(chunk: Buffer): void {
    this.crc.update(this.chunk, this.checkedTo, this.chunk.length)
    this.chunk = chunk
    this.at = 0
    this.checkedTo = 0
  }

  get isEmpty(): boolean {
    return this.at === this.chunk.length
  }

  /** Of everything that was read so far. */
  checksum(): bigint {
    this.crc.update(this.chunk, this.checkedTo, this.at)
    this.checkedTo = this.at
    return this.crc.value
  }

  *byte(): Step<number> {
    while (this.at === this.chunk.length) yield
    const byte = this.chunk[this.at] ?? 0
    this.at += 1
    return byte
  }

  /** For what is short: it is held in memory. Valid until the next chunk comes. */
  *bytes(length: number): Step<Buffer> {
    if (this.chunk.length - this.at >= length) {
      this.at += length
      return this.chunk.subarray(this.at - length, this.at)
    }
    const parts: Buffer[] = []
    for (let left = length; left > 0;) {
      while (this.at === this.chunk.length) yield
      const part = this.chunk.subarray(this.at, this.at + left)
      parts.push(part)
      this.at += part.length
      left -= part.length
    }
    return Buffer.concat(parts)
  }

  /** As long as it may be. */
  *into(hash: Hash, length: number): Step<void> {
    for (let left = length; left > 0;) {
      while (this.at === this.chunk.length) yield
      const part = this.chunk.subarray(this.at, this.at + left)
      hash.update(part)
      this.at += part.length
      left -= part.length
    }
  }
}
