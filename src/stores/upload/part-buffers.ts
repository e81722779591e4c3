import type { Bytes } from '../../domain/units.ts'
import { cancelledBy } from '../cancelled.ts'

/**
 * The memory that all uploads of a process share. Each upload may always hold one part, or it could not go on; what
 * it holds beyond that (parts under way while the next one fills) comes out of the budget. So an upload never waits
 * for another one while it holds nothing: bodies that are read in step, as when one artifact goes to several stores,
 * cannot block each other. Buffers are used again, as the garbage collector would be late to free them.
 */
export class PartBuffers {
  private readonly budget: Bytes
  private held: Bytes = 0
  private readonly waiting: Waiter[] = []
  private readonly free: Buffer[] = []

  constructor(budget: Bytes) {
    this.budget = budget
  }

  /** The account of one upload, closed when all its buffers are given back. */
  open(): BufferAccount {
    let own = 0
    return {
      acquire: async (size, signal) => {
        if (own > 0 && this.held + size > this.budget) {
          await this.wait({ size, hasNone: () => own === 0 }, signal)
        } else {
          this.held += size
        }
        own += 1
        return this.take(size)
      },
      release: (buffer) => {
        own -= 1
        this.held -= buffer.length
        // A few are kept: as many as the budget allows to be in use.
        if (this.freeBytes() + buffer.length <= this.budget) this.free.push(buffer)
        this.wake()
      },
    }
  }

  private async wait(entry: Omit<Waiter, 'go'>, signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        ...entry,
        go: () => {
          signal?.removeEventListener('abort', stop)
          resolve()
        },
      }
      const stop = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1)
        reject(cancelledBy(signal, null) ?? new Error('aborted'))
      }
      if (signal?.aborted === true) reject(cancelledBy(signal, null) ?? new Error('aborted'))
      else {
        signal?.addEventListener('abort', stop, { once: true })
        this.waiting.push(waiter)
      }
    })
  }

  private wake(): void {
    let index = 0
    for (let waiter = this.waiting[index]; waiter; waiter = this.waiting[index]) {
      if (waiter.hasNone() || this.held + waiter.size <= this.budget) {
        this.waiting.splice(index, 1)
        this.held += waiter.size
        waiter.go()
      } else index += 1
    }
  }

  private take(size: Bytes): Buffer {
    const index = this.free.findIndex((buffer) => buffer.length === size)
    const [buffer] = index === -1 ? [] : this.free.splice(index, 1)
    if (buffer) return buffer
    // Other sizes in store would add to what is in use.
    while (this.free.length > 0 && this.freeBytes() + this.held > this.budget) this.free.shift()
    return Buffer.allocUnsafeSlow(size)
  }

  private freeBytes(): Bytes {
    return this.free.reduce((sum, { length }) => sum + length, 0)
  }
}

export interface BufferAccount {
  /** A buffer of just this size, its contents arbitrary. @throws Failure `cancelled` */
  acquire(size: Bytes, signal?: AbortSignal): Promise<Buffer>
  release(buffer: Buffer): void
}

interface Waiter {
  size: Bytes
  /** Its upload has come to hold nothing while it waited. */
  hasNone(): boolean
  go(): void
}

/** Six parts of the least size, over all uploads of this process. */
export const sharedPartBuffers = new PartBuffers(48 * 1024 * 1024)
