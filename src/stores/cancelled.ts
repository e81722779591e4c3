import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../domain/failure.ts'

/**
 * The Failure of a call that ended because its signal was aborted; null when it ended for another reason.
 * What a library throws on abort differs from library to library, so the signal itself is asked.
 */
export function cancelledBy(signal: AbortSignal | undefined, error: unknown): Failure | null {
  if (signal?.aborted !== true) return null
  if (error instanceof Failure) return error
  const reason: unknown = signal.reason
  return reason instanceof Failure
    ? reason
    : new Failure('cancelled', 'stopped from outside', { cause: error })
}

/**
 * The body as a stream that ends at once when the signal is aborted, even if the body itself is stuck in its source
 * and cannot be closed before that answers. Errors of the body come out as they are.
 */
export function abortable(body: Readable, signal: AbortSignal | undefined): Readable {
  const relay = new PassThrough({ highWaterMark: 256 * 1024 })
  const stop = () => {
    relay.destroy(cancelledBy(signal, null) ?? undefined)
    body.destroy()
  }
  signal?.addEventListener('abort', stop, { once: true })
  relay.once('close', () => signal?.removeEventListener('abort', stop))
  // What goes wrong destroys the relay with the same error, and its reader sees it there.
  pipeline(body, relay).catch(() => undefined)
  if (signal?.aborted === true) stop()
  return relay
}
