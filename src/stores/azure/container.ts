import type { Patience } from '../backoff.ts'
import { cancelledBy } from '../cancelled.ts'
import type { LockRule } from '../locks.ts'
import type { Log } from '../../ports/log.ts'
import type { PartBuffers } from '../upload/part-buffers.ts'
import { answerOf, type HttpAnswer, httpClient, readText, Refusal } from '../web/http.ts'
import type { Authorization } from './authorization.ts'
import { type Asked, azureFailure } from './errors.ts'

export interface AzureStoreOptions {
  name: string
  container: string
  /** Empty, or a folder that ends in `/`. */
  prefix: string
  /** URL of the account's blob service, without the container. */
  endpoint: string
  authorization: Authorization
  /** `Cool`, `Cold`…; null for the account's own. */
  accessTier: string | null
  lock: LockRule<'unlocked' | 'locked'> | null
  patience: Patience
  log: Log
  /** Memory of uploads; that of the process by default. */
  buffers?: PartBuffers
}

/** A container, as the parts of the Azure store see it: requests in, answers or Failures out. */
export interface Container extends Disposable {
  readonly options: AzureStoreOptions
  /** `the Azure store backups` */
  readonly where: string
  /** One request, not repeated. @throws Failure for every status of 400 and more */
  request(ask: Ask): Promise<HttpAnswer>
  /** One whose answer has no body of interest. */
  command(ask: Ask): Promise<HttpAnswer>
  /** One that answers in words. */
  text(ask: Ask): Promise<string>
}

export interface Ask extends Pick<Asked, 'permission' | 'conditional'> {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  /** Relative to the store's prefix; none for the container itself. */
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Buffer
  signal?: AbortSignal | undefined
}

/** Has versions, immutability of versions, blocks of 4,000 MiB and the tier `Cold`. */
const serviceVersion = '2023-11-03'

export function openContainer(options: AzureStoreOptions): Container {
  const client = httpClient()
  const where = `the Azure store ${options.name}`
  const base = `${options.endpoint.replace(/\/+$/, '')}/${options.container}`

  async function attempt(ask: Ask): Promise<{ answer: HttpAnswer; token: string | null }> {
    const { method, key, query = {}, body, signal } = ask
    const url = new URL(key === undefined ? base : `${base}/${options.prefix}${key}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const headers: Record<string, string> = {
      ...ask.headers,
      'x-ms-date': new Date(options.patience.clock.now()).toUTCString(),
      'x-ms-version': serviceVersion,
    }
    const contentLength = body?.length ?? 0
    const token = await options.authorization.sign({ method, url, headers, contentLength })
    return { answer: await client.send({ method, url, headers, body, signal }), token }
  }

  async function request(ask: Ask): Promise<HttpAnswer> {
    const { signal } = ask
    try {
      signal?.throwIfAborted()
      let { answer, token } = await attempt(ask)
      if (answer.status === 401 && token !== null) {
        // The token may have been taken back before its time.
        answer.body.destroy()
        options.authorization.refused(token)
        ;({ answer } = await attempt(ask))
      }
      if (answer.status >= 400) throw await refusal(answer)
      return answer
    } catch (error) {
      const asked = { ...ask, where, container: options.container }
      throw cancelledBy(signal, error) ?? azureFailure(error, asked)
    }
  }

  async function text(ask: Ask): Promise<string> {
    const answer = await request(ask)
    try {
      return await readText(answer)
    } catch (error) {
      const asked = { ...ask, where, container: options.container }
      throw cancelledBy(ask.signal, error) ?? azureFailure(error, asked)
    }
  }

  return {
    options,
    where,
    request,
    text,
    command: async (ask) => {
      const answer = await request(ask)
      answer.body.resume()
      answer.body.on('error', () => undefined)
      return answer
    },
    [Symbol.dispose]: () => client[Symbol.dispose](),
  }
}

async function refusal(answer: HttpAnswer): Promise<Refusal> {
  const named = answer.headers['x-ms-error-code']
  const text = await readText(answer).catch(() => '')
  const code = typeof named === 'string' ? named : /<Code>(\w+)<\/Code>/.exec(text)?.[1]
  return new Refusal(answer.status, code ?? 'Unknown')
}

/** Status and code of the answer that a Failure of this store came from. */
export function azureAnswer(error: unknown): { status: number | undefined; code: string } {
  return answerOf(error instanceof Error ? error.cause : undefined)
}
