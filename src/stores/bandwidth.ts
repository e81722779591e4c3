import { Transform, type Readable, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { callbackify } from 'node:util'
import type { Bytes, Milliseconds } from '../domain/units.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import { cancelledBy } from './cancelled.ts'

/**
 * A store that carries no more than so many bytes a second, up and down together, however many calls there are at once.
 * Only bodies count: what a store sends again after a break, and the words around the bytes, come on top.
 */
export function withBandwidth(store: Store, bytesPerSecond: Bytes, clock: Clock): Store {
  const allowance = new Allowance(bytesPerSecond, clock)
  return {
    ...store,
    get: async (key, options) => {
      const body = await store.get(key, options)
      return body === null ? null : paced(body, allowance)
    },
    put: async (key, body, options) => {
      if (body instanceof Uint8Array) {
        await allowance.take(body.byteLength, options?.signal)
        return store.put(key, body, options)
      }
      return store.put(key, paced(body, allowance), options)
    },
  }
}

/** A token bucket. Whoever takes more than there is waits until the debt is paid, so the order of takers is kept. */
class Allowance {
  private readonly perSecond: Bytes
  private readonly clock: Clock
  private left: Bytes
  private at: Milliseconds

  constructor(perSecond: Bytes, clock: Clock) {
    this.perSecond = perSecond
    this.clock = clock
    this.left = this.most
    this.at = clock.ticks()
  }

  /** What may gather while nobody takes: a quarter of a second's worth. */
  private get most(): Bytes {
    return this.perSecond / 4
  }

  async take(size: Bytes, signal: AbortSignal | undefined): Promise<void> {
    const now = this.clock.ticks()
    this.left = Math.min(this.most, this.left + ((now - this.at) / 1_000) * this.perSecond) - size
    this.at = now
    if (this.left >= 0) return
    try {
      await this.clock.sleep((-this.left / this.perSecond) * 1_000, signal)
    } catch (error) {
      throw cancelledBy(signal, error) ?? error
    }
  }
}

/** The body at the pace of the allowance. Each of the two ends the other, and errors come out as they are. */
function paced(body: Readable, allowance: Allowance): Readable {
  const pace = new Pace(allowance)
  // What goes wrong destroys the pace with the same error, and its reader sees it there.
  pipeline(body, pace).catch(() => undefined)
  return pace
}

class Pace extends Transform {
  private readonly allowance: Allowance
  private readonly release = new AbortController()

  constructor(allowance: Allowance) {
    super({ highWaterMark: 256 * 1024 })
    this.allowance = allowance
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, callback: TransformCallback): void {
    const taking = () => this.allowance.take(chunk.length, this.release.signal)
    callbackify(taking)((error) => callback(error, chunk))
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.release.abort()
    callback(error)
  }
}
