import { Readable } from 'node:stream'
import type { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import { isUnavailable, pause, type Patience } from '../backoff.ts'
import { cancelledBy } from '../cancelled.ts'

/** Breaks in a row that a stream survives without at least this much having come in between. */
const mostBreaks = 5
const progress: Bytes = 1024 * 1024

/** A download that has begun, and how to go on with it. */
export interface Download {
  /** The first bytes, from `offset` on. */
  body: Readable
  /** Position in the object of the next byte, and behind the last. */
  offset: Bytes
  end: Bytes
  /** The rest from a position on, of the very same object. @throws Failure */
  reopen(position: Bytes, signal: AbortSignal): Promise<Readable>
  /** What a break of the connection is called. */
  broken(error: Error): Failure
  patience: Patience
  signal: AbortSignal | undefined
}

/** The bytes of an object. When the connection breaks, it goes on from there with the same object, and nobody notices. */
export function resumingBody(download: Download): Readable {
  return new ResumingBody(download)
}

class ResumingBody extends Readable {
  private readonly download: Download
  private position: Bytes
  private body: Readable | null = null
  private breaks = 0
  private sinceBreak: Bytes = 0
  private readonly release = new AbortController()
  private readonly signal: AbortSignal

  constructor(download: Download) {
    super({ highWaterMark: 256 * 1024 })
    this.download = download
    this.position = download.offset
    const { signal } = download
    this.signal = signal ? AbortSignal.any([signal, this.release.signal]) : this.release.signal
    signal?.addEventListener('abort', this.stop, { once: true })
    this.attach(download.body)
    if (signal?.aborted === true) this.stop()
  }

  override _read(): void {
    this.body?.resume()
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.download.signal?.removeEventListener('abort', this.stop)
    this.release.abort()
    this.body?.destroy()
    callback(error)
  }

  private readonly stop = (): void => {
    this.destroy(cancelledBy(this.download.signal, null) ?? undefined)
  }

  private attach(body: Readable): void {
    this.body = body
    body.pause()
    body.on('data', (chunk: Buffer) => {
      this.position += chunk.length
      this.sinceBreak += chunk.length
      if (!this.push(chunk)) body.pause()
    })
    body.once('end', () => this.detach(body, null))
    body.once('error', (error) => this.detach(body, error))
    body.once('close', () => this.detach(body, null))
  }

  /** The body gives no more: because all has come, or because the connection broke. */
  private detach(body: Readable, error: Error | null): void {
    if (this.body !== body || this.destroyed) return
    this.body = null
    body.on('error', () => undefined)
    body.destroy()
    if (this.position >= this.download.end) this.push(null)
    else {
      const cause = error ?? Object.assign(new Error('ended early'), { code: 'ECONNRESET' })
      this.resumeAfter(this.download.broken(cause)).catch((failure: unknown) =>
        this.destroy(failure instanceof Error ? failure : new Error(String(failure))),
      )
    }
  }

  private async resumeAfter(broken: Failure): Promise<void> {
    let failure: unknown = broken
    if (this.sinceBreak >= progress) this.breaks = 0
    this.sinceBreak = 0
    for (;;) {
      this.breaks += 1
      if (this.breaks > mostBreaks || !isUnavailable(failure)) throw failure
      await pause(this.download.patience, this.breaks - 1, this.signal)
      try {
        const body = await this.download.reopen(this.position, this.signal)
        if (this.destroyed) body.destroy()
        else {
          this.attach(body)
          body.resume()
        }
        return
      } catch (error) {
        failure = error
      }
    }
  }
}
