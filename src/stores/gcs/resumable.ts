import { createHash, type Hash } from 'node:crypto'
import { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import { isUnavailable, patiently } from '../backoff.ts'
import type { Part, PartReader } from '../upload/part-reader.ts'
import { isRefused } from '../upload/refused.ts'
import { type HttpAnswer, readText } from '../web/http.ts'
import { type Bucket, gcsAnswer } from './bucket.ts'
import { objectFields, readObject } from './object.ts'
import { permission, type Upload, uploadPath } from './one-upload.ts'

/** A cancelled job has 7.5 s, and its processes need a part of them. */
const abortMilliseconds = 3_500
/** What the service answers when it wants more. */
const goOn = 308

/** Sends a body in chunks, one after the other, while the next one fills. When it fails, the upload is given up. */
export async function uploadInChunks(one: Upload, first: Part, reader: PartReader): Promise<Bytes> {
  let session: URL
  try {
    session = await begin(one)
  } catch (error) {
    first.release()
    throw error
  }
  const stop = new AbortController()
  const signal = one.signal ? AbortSignal.any([one.signal, stop.signal]) : stop.signal
  const hash = createHash('md5')
  const upload: Session = { ...one, session, signal, hash }
  try {
    let offset: Bytes = 0
    for (let part: Part | null = first; part !== null;) {
      const { bytes }: Part = part
      // Only the last one has another size. Whether a whole one is the last is known too late: then an empty one follows.
      const isLast = bytes.length % 262_144 !== 0
      const total = isLast ? offset + bytes.length : null
      const next: Part | null = await sendWhileReading(
        upload,
        part,
        offset,
        total,
        isLast ? null : reader,
        stop,
      )
      offset += bytes.length
      if (isLast) return offset
      part = next
    }
    await sendChunk(upload, Buffer.alloc(0), offset, offset)
    return offset
  } catch (error) {
    stop.abort()
    await abort(upload)
    throw error
  }
}

/** Sends a chunk and gives the next one; neither goes on when this has failed. */
async function sendWhileReading(
  upload: Session,
  part: Part,
  offset: Bytes,
  total: Bytes | null,
  reader: PartReader | null,
  stop: AbortController,
): Promise<Part | null> {
  let bodyFailed: { error: unknown } | null = null
  const reading = reader?.next() ?? Promise.resolve(null)
  reading.catch((error: unknown) => {
    bodyFailed = { error }
    stop.abort()
  })
  try {
    await sendChunk(upload, part.bytes, offset, total)
  } catch (error) {
    // A part that was being filled is not needed any more; the caller ends the stream that fills it.
    void reading.then(
      (next) => next?.release(),
      () => undefined,
    )
    throw (bodyFailed as { error: unknown } | null)?.error ?? error
  } finally {
    part.release()
  }
  return reading
}

interface Session extends Upload {
  /** Whoever knows this address may write to the upload: it is never shown. */
  session: URL
  hash: Hash
}

async function begin({ bucket, resource, signal }: Upload): Promise<URL> {
  // Begun twice, the first upload has no bytes, and the service forgets it after a week.
  return patiently(
    bucket.options.patience,
    async () => {
      const answer = await bucket.request({
        method: 'POST',
        path: uploadPath(bucket),
        query: { uploadType: 'resumable', ifGenerationMatch: '0', fields: objectFields },
        headers: { 'content-type': 'application/json; charset=UTF-8' },
        body: Buffer.from(JSON.stringify(resource)),
        permission,
        conditional: true,
        signal,
      })
      answer.body.resume()
      const session = URL.parse(answer.headers.location ?? '')
      if (session === null) throw new Failure('config', `${bucket.where}: the service names no upload`)
      return session
    },
    signal,
  )
}

/** @param total the size of the whole object, when this is its last chunk */
async function sendChunk(one: Session, bytes: Buffer, offset: Bytes, total: Bytes | null): Promise<void> {
  one.hash.update(bytes)
  const digest = total === null ? null : one.hash.digest('base64')
  /** Of these bytes, as the service says. */
  let kept: Bytes = 0
  await patiently(
    one.bucket.options.patience,
    async (earlier) => {
      if (earlier > 0) {
        const state = await askState(one, total)
        if (state.object !== null && total === null) {
          throw new Failure('config', `${one.bucket.where}: the service ended an upload before its end`)
        }
        if (state.object !== null) return checkDigest(one, state.object, digest)
        kept = state.kept - offset
        if (kept < 0 || kept > bytes.length) {
          throw new Failure('config', `${one.bucket.where}: the service forgets what it was sent`)
        }
        // What was lost was the answer alone.
        if (kept === bytes.length && total === null) return
      }
      for (;;) {
        const rest = bytes.subarray(kept)
        const answer = await put(one, rest, offset + kept, total, digest)
        const before = kept
        if (answer.status !== goOn) return checkDigest(one, await readAnswer(one, answer), digest)
        answer.body.resume()
        kept = keptOf(answer) - offset
        if (kept >= bytes.length && total === null) return
        if (kept <= before) {
          throw new Failure('unavailable', `${one.bucket.where}: the service does not take the bytes`)
        }
      }
    },
    one.signal,
  )
}

async function put(
  { bucket, key, session, signal }: Session,
  body: Buffer,
  offset: Bytes,
  total: Bytes | null,
  digest: string | null,
): Promise<HttpAnswer> {
  const range = body.length === 0 ? '*' : `${offset}-${offset + body.length - 1}`
  try {
    return await bucket.request({
      method: 'PUT',
      url: session,
      headers: {
        'content-range': `bytes ${range}/${total ?? '*'}`,
        // Compared by the service before the object becomes visible.
        ...(digest !== null && { 'x-goog-hash': `md5=${digest}` }),
      },
      body,
      permission,
      conditional: true,
      signal,
    })
  } catch (error) {
    const { status, code } = gcsAnswer(error)
    // Which chunk it was cannot be told, and those before are gone: the whole must be sent anew.
    throw digest !== null && status === 400 && code === 'invalid' ? damaged(bucket, key, error) : error
  }
}

function damaged({ where }: Bucket, key: string, cause?: unknown): Failure {
  return new Failure('integrity', `${where}: the bytes of ${key} were damaged on their way`, {
    hint: 'Run it again. If it happens again, look for a faulty proxy or network device.',
    ...(cause !== undefined && { cause }),
  })
}

/** After a break: how much has arrived, or the object if all of it has. */
async function askState(
  { bucket, session, signal }: Session,
  total: Bytes | null,
): Promise<{ kept: Bytes; object: Record<string, unknown> | null }> {
  const answer = await bucket.request({
    method: 'PUT',
    url: session,
    headers: { 'content-range': `bytes */${total ?? '*'}` },
    permission,
    conditional: true,
    signal,
  })
  if (answer.status !== goOn) return { kept: 0, object: await readAnswer({ bucket, signal }, answer) }
  answer.body.resume()
  return { kept: keptOf(answer), object: null }
}

async function readAnswer(
  { bucket }: Pick<Session, 'bucket' | 'signal'>,
  answer: HttpAnswer,
): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readText(answer)) as Record<string, unknown>
  } catch (error) {
    const cause =
      error instanceof SyntaxError ? Object.assign(new Error('no JSON'), { code: 'ECONNRESET' }) : error
    throw bucket.failure(cause, { permission })
  }
}

/** `bytes=0-524287` → 524288; without the header nothing has been kept. */
function keptOf({ headers }: HttpAnswer): Bytes {
  const last = /^bytes=0-(\d+)$/.exec(headers['range'] ?? '')?.[1]
  return last === undefined ? 0 : Number(last) + 1
}

/** For services that do not look at x-goog-hash. What is wrong must not stay; what cannot be removed is at least told. */
async function checkDigest(
  { bucket, key, signal }: Session,
  resource: Record<string, unknown>,
  digest: string | null,
): Promise<void> {
  const { md5, version } = readObject(resource, bucket.options.prefix)
  if (digest === null || md5 === null || md5 === digest) return
  await bucket
    .json({
      method: 'DELETE',
      key,
      query: { generation: version },
      permission: 'storage.objects.delete',
      signal,
    })
    .catch(() => undefined)
  throw damaged(bucket, key)
}

/** Best effort, and in time for a cancelled job; the service forgets an upload after a week. */
async function abort({ bucket, session }: Session): Promise<void> {
  const signal = AbortSignal.timeout(abortMilliseconds)
  try {
    const answer = await bucket.request({ method: 'DELETE', url: session, permission, signal })
    answer.body.resume()
  } catch (error) {
    // 499 says that it is cancelled; 404 and 410 that there is nothing to cancel.
    const { status } = gcsAnswer(error)
    if (status === 499 || status === 404 || status === 410 || isRefused(error)) return
    if (isUnavailable(error) || signal.aborted) {
      bucket.options.log.debug(`${bucket.where}: an unfinished upload is left to the service to forget`)
    }
  }
}
