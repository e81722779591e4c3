import { Readable, Writable } from 'node:stream'
import { callbackify } from 'node:util'

/** A stream that hands the same bytes to several readers at once, as fast as the slowest of them takes them. */
export class FanOut extends Writable {
  private readonly branches = new Set<Branch>()
  private readonly settled: () => Promise<void>
  private isHandedOver = false

  /**
   * @param settled awaited after the last byte was handed over: whether all is well is known then
   */
  constructor(settled: () => Promise<void>) {
    super({ highWaterMark: bufferSize })
    this.settled = settled
  }

  /** A new reader; made before the first byte is written. When it is destroyed the others go on. */
  branch(): Readable {
    const branch = new Branch(() => this.branches.delete(branch))
    this.branches.add(branch)
    return branch
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    let waiting = 1
    const ready = (): void => {
      waiting -= 1
      if (waiting === 0) callback()
    }
    for (const branch of this.branches) {
      waiting += 1
      branch.offer(chunk, ready)
    }
    ready()
  }

  override _final(callback: (error?: Error | null) => void): void {
    for (const branch of this.branches) branch.push(null)
    this.isHandedOver = true
    callbackify(this.settled)(callback)
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    // A branch that has not been given its end must not look as if it had ended; one that has may still be read.
    if (error !== null || !this.isHandedOver) {
      for (const branch of this.branches) branch.destroy(error ?? new Error('the writing was given up'))
    }
    callback(error)
  }
}

const bufferSize = 262_144

class Branch extends Readable {
  private wanted: (() => void) | null = null
  private readonly gone: () => void

  constructor(gone: () => void) {
    super({ highWaterMark: bufferSize })
    this.gone = gone
    // Whoever reads it learns of the error; without a reader it must not end the process.
    this.on('error', () => undefined)
  }

  /** @param ready called once when more may be offered, at the latest when the branch is destroyed */
  offer(chunk: Buffer, ready: () => void): void {
    if (this.destroyed || this.push(chunk)) ready()
    else this.wanted = ready
  }

  override _read(): void {
    this.release()
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.gone()
    this.release()
    callback(error)
  }

  private release(): void {
    const ready = this.wanted
    this.wanted = null
    ready?.()
  }
}
