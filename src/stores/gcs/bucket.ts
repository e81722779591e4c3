import type { Log } from '../../ports/log.ts'
import type { Patience } from '../backoff.ts'
import { cancelledBy } from '../cancelled.ts'
import type { LockRule } from '../locks.ts'
import type { PartBuffers } from '../upload/part-buffers.ts'
import type { TokenSource } from '../web/access-token.ts'
import { answerOf, type HttpAnswer, httpClient, readText, Refusal } from '../web/http.ts'
import { type Asked, gcsFailure } from './errors.ts'

export interface GcsStoreOptions {
  name: string
  bucket: string
  /** Empty, or a folder that ends in `/`. */
  prefix: string
  /** URL of the service. */
  endpoint: string
  /** Null for an emulator, which asks for none. */
  tokens: TokenSource | null
  /** Null for the bucket's own. */
  storageClass: string | null
  lock: LockRule<'unlocked' | 'locked'> | null
  patience: Patience
  log: Log
  /** Memory of uploads; that of the process by default. */
  buffers?: PartBuffers
}

/** A bucket, as the parts of the GCS store see it: requests in, answers or Failures out. */
export interface Bucket extends Disposable {
  readonly options: GcsStoreOptions
  /** `the GCS store backups` */
  readonly where: string
  /** One request, not repeated. @throws Failure for every status of 400 and more */
  request(ask: Ask): Promise<HttpAnswer>
  /** One that answers in JSON, or with nothing. */
  json(ask: Ask): Promise<Record<string, unknown>>
  /** What a stream of this bucket that broke is called. */
  failure(error: unknown, ask: Pick<Ask, 'permission' | 'conditional'>): Error
}

export interface Ask extends Pick<Asked, 'permission' | 'conditional' | 'digested'> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Of an object, relative to the store's prefix. */
  key?: string
  /** Instead: everything behind the endpoint, such as `/upload/storage/v1/b/backups/o`. */
  path?: string
  /** Instead: the whole address, as the service gave it. */
  url?: URL
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Buffer
  signal?: AbortSignal | undefined
}

export function openBucket(options: GcsStoreOptions): Bucket {
  const client = httpClient()
  const where = `the GCS store ${options.name}`
  const endpoint = options.endpoint.replace(/\/+$/, '')
  const root = `/storage/v1/b/${encodeURIComponent(options.bucket)}`

  function addressOf({ url, key, path, query = {} }: Ask): URL {
    const place = key === undefined ? (path ?? root) : `${root}/o/${encodeURIComponent(options.prefix + key)}`
    const address = new URL(url ?? endpoint + place)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    return address
  }

  async function attempt(ask: Ask): Promise<{ answer: HttpAnswer; token: string | null }> {
    const { method, body, signal } = ask
    const token = (await options.tokens?.current()) ?? null
    const headers = { ...ask.headers, ...(token !== null && { authorization: `Bearer ${token}` }) }
    return { answer: await client.send({ method, url: addressOf(ask), headers, body, signal }), token }
  }

  function failure(error: unknown, ask: Pick<Ask, 'permission' | 'conditional'>): Error {
    return gcsFailure(error, { ...ask, where, bucket: options.bucket })
  }

  async function request(ask: Ask): Promise<HttpAnswer> {
    const { signal } = ask
    try {
      signal?.throwIfAborted()
      let { answer, token } = await attempt(ask)
      if (answer.status === 401 && token !== null) {
        // The token may have been taken back before its time.
        answer.body.destroy()
        options.tokens?.refused(token)
        ;({ answer } = await attempt(ask))
      }
      if (answer.status >= 400) throw await refusal(answer)
      return answer
    } catch (error) {
      throw cancelledBy(signal, error) ?? failure(error, ask)
    }
  }

  return {
    options,
    where,
    request,
    failure,
    json: async (ask) => {
      const answer = await request(ask)
      try {
        const text = await readText(answer)
        return text.trim() === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
      } catch (error) {
        throw cancelledBy(ask.signal, error) ?? failure(error instanceof SyntaxError ? notJson() : error, ask)
      }
    },
    [Symbol.dispose]: () => client[Symbol.dispose](),
  }
}

/** A proxy on the way answers in words of its own. */
function notJson(): Error {
  return Object.assign(new Error('the answer is no JSON'), { code: 'HPE_NO_JSON' })
}

async function refusal(answer: HttpAnswer): Promise<Refusal> {
  const text = await readText(answer).catch(() => '')
  const reason = /"reason":\s*"(\w+)"/.exec(text)?.[1]
  return new Refusal(answer.status, reason ?? 'Unknown')
}

/** Status and code of the answer that a Failure of this store came from. */
export function gcsAnswer(error: unknown): { status: number | undefined; code: string } {
  return answerOf(error instanceof Error ? error.cause : undefined)
}
