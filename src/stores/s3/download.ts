import { Readable } from 'node:stream'
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3'
import { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import type { GetOptions } from '../../ports/store.ts'
import { isUnavailable, pause } from '../backoff.ts'
import { cancelledBy } from '../cancelled.ts'
import type { Bucket } from './bucket.ts'
import { s3Answer, s3Failure } from './errors.ts'

/** Breaks in a row that a stream survives without at least this much having come in between. */
const mostBreaks = 5
const progress: Bytes = 1024 * 1024

/** Opens an object, or a part of it; null when there is none. */
export async function download(bucket: Bucket, key: string, options: GetOptions): Promise<Readable | null> {
  const { offset = 0, length, version, signal } = options
  const end = length === undefined ? null : offset + length
  const request = { bucket, key, version, signal }
  try {
    const answer = await getObject(request, offset, end, undefined)
    return new ResumingBody(request, answer, offset)
  } catch (error) {
    const { code, status } = s3Answer(error instanceof Failure ? error.cause : undefined)
    // The part begins at the end of the object, or behind it.
    if (status === 416) return Readable.from([])
    if (code === 'NoSuchBucket' || (error instanceof Failure && error.kind === 'access')) throw error
    // 405 answers for a version that is a delete marker.
    if (status === 404 || (status === 405 && version !== undefined)) return null
    throw error
  }
}

interface Download {
  bucket: Bucket
  key: string
  version: string | undefined
  signal: AbortSignal | undefined
}

async function getObject(
  { bucket, key, version, signal }: Download,
  offset: Bytes,
  end: Bytes | null,
  etag: string | undefined,
): Promise<GetObjectCommandOutput> {
  const partly = offset > 0 || end !== null
  const answer = await bucket.request({ permission: 's3:GetObject', signal }, (client, options) =>
    client.send(
      new bucket.sdk.GetObjectCommand({
        ...bucket.place(key),
        ...(partly && { Range: `bytes=${offset}-${end === null ? '' : end - 1}` }),
        ...(version !== undefined && { VersionId: version }),
        ...(etag !== undefined && { IfMatch: etag }),
      }),
      options,
    ),
  )
  if (partly && answer.ContentRange?.startsWith(`bytes ${offset}-`) !== true) {
    bodyOf(answer).destroy()
    throw new Failure('config', `${bucket.where}: the service does not give parts of objects`)
  }
  return answer
}

function bodyOf(answer: GetObjectCommandOutput): Readable {
  if (answer.Body instanceof Readable) return answer.Body
  throw new Failure('bug', 'the SDK gave a body that is no stream')
}

/** The bytes of an object. When the connection breaks, it goes on from there with the same object, and nobody notices. */
class ResumingBody extends Readable {
  private readonly download: Download
  private readonly etag: string | undefined
  /** Position in the object of the next byte, and behind the last. */
  private position: Bytes
  private readonly end: Bytes
  private body: Readable | null = null
  private breaks = 0
  private sinceBreak: Bytes = 0
  private readonly release = new AbortController()

  constructor(download: Download, answer: GetObjectCommandOutput, offset: Bytes) {
    super({ highWaterMark: 256 * 1024 })
    this.position = offset
    this.end = offset + (answer.ContentLength ?? 0)
    this.etag = answer.ETag
    const { signal } = download
    this.download = {
      ...download,
      signal: signal ? AbortSignal.any([signal, this.release.signal]) : this.release.signal,
    }
    signal?.addEventListener('abort', this.stop, { once: true })
    this.attach(bodyOf(answer))
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
    if (this.position >= this.end) this.push(null)
    else {
      const { where, options } = this.download.bucket
      const cause = error ?? Object.assign(new Error('ended early'), { code: 'ECONNRESET' })
      this.resumeAfter(s3Failure(cause, { where, bucket: options.bucket, permission: 's3:GetObject' })).catch(
        (failure: unknown) => this.destroy(failure instanceof Error ? failure : new Error(String(failure))),
      )
    }
  }

  private async resumeAfter(broken: Failure): Promise<void> {
    let failure = broken
    if (this.sinceBreak >= progress) this.breaks = 0
    this.sinceBreak = 0
    for (;;) {
      this.breaks += 1
      if (this.breaks > mostBreaks || !isUnavailable(failure)) throw this.describe(failure)
      await pause(this.download.bucket.options.patience, this.breaks - 1, this.download.signal)
      try {
        const answer = await getObject(this.download, this.position, this.end, this.etag)
        if (this.destroyed) bodyOf(answer).destroy()
        else {
          this.attach(bodyOf(answer))
          this.body?.resume()
        }
        return
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        failure = error
      }
    }
  }

  private describe(failure: Failure): Failure {
    const { bucket, key } = this.download
    const { status } = s3Answer(failure.cause)
    if (status === 412) {
      return new Failure('integrity', `${bucket.where}: ${key} was replaced while it was read`, {
        cause: failure,
      })
    }
    if (status === 404 && failure.kind === 'missing') {
      return new Failure('missing', `${bucket.where}: ${key} was removed while it was read`, {
        cause: failure,
      })
    }
    return failure
  }
}
