import { Agent as PlainAgent, type IncomingMessage, request as plain } from 'node:http'
import { Agent as SecureAgent, request as secure } from 'node:https'
import { getCACertificates } from 'node:tls'
import { Failure } from '../domain/failure.ts'
import { formatDuration } from '../domain/units.ts'
import { percentDecoded } from '../domain/url-secrets.ts'
import { type Http, type HttpAnswer, type HttpRequest, mostRead } from '../ports/http.ts'

export interface HttpOptions {
  /** Certificates of authorities that are trusted besides those that are known. */
  authorities?: readonly string[]
}

/** Requests from this machine. Disposing it closes the connections that were kept. */
export function openHttp({ authorities = [] }: HttpOptions = {}): Http & Disposable {
  const plainAgent = new PlainAgent({ keepAlive: true, maxSockets: 16 })
  const secureAgent = new SecureAgent({
    keepAlive: true,
    maxSockets: 16,
    ...(authorities.length === 0 ? {} : { ca: [...getCACertificates('default'), ...authorities] }),
  })
  return {
    ask: async (request, signal) => {
      const url = parsed(request.url)
      signal.throwIfAborted()
      const late = AbortSignal.timeout(request.timeout)
      const started = performance.now()
      try {
        const answer = await send(request, url, AbortSignal.any([signal, late]), (options) =>
          url.protocol === 'https:'
            ? secure(url, { ...options, agent: secureAgent })
            : plain(url, { ...options, agent: plainAgent }),
        )
        return await wholeAnswer(answer, request.keep ?? 0, started)
      } catch (error) {
        signal.throwIfAborted()
        if (late.aborted) {
          throw new Failure('unavailable', `no answer within ${formatDuration(request.timeout)}`)
        }
        throw judged(error)
      }
    },
    [Symbol.dispose]: () => {
      plainAgent.destroy()
      secureAgent.destroy()
    },
  }
}

function parsed(text: string): URL {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Failure('config', 'the address is no URL of http:// or https://')
  }
  return url
}

interface SendOptions {
  method: string
  headers: Record<string, string>
  signal: AbortSignal
}

function send(
  { method, headers = [], body }: HttpRequest,
  url: URL,
  signal: AbortSignal,
  open: (options: SendOptions) => ReturnType<typeof plain>,
): Promise<IncomingMessage> {
  const all: Record<string, string> = { 'user-agent': 'lifeboat', 'cache-control': 'no-cache', accept: '*/*' }
  if (url.username !== '' || url.password !== '') {
    const pair = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`
    all['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`
  }
  if (body !== undefined) all['content-length'] = String(Buffer.byteLength(body))
  for (const { name, value } of headers) all[name.toLowerCase()] = value
  return new Promise((resolve, reject) => {
    const request = open({ method, headers: all, signal })
    request.once('error', reject)
    request.once('response', resolve)
    request.end(body)
  })
}

async function wholeAnswer(message: IncomingMessage, keep: number, started: number): Promise<HttpAnswer> {
  const kept: Buffer[] = []
  let size = 0
  let held = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (held < keep) {
      const part = chunk.subarray(0, keep - held)
      kept.push(part)
      held += part.length
    }
    if (size >= mostRead) break
  }
  const { headers } = message
  return {
    status: message.statusCode ?? 0,
    header: (name) => {
      const value = headers[name.toLowerCase()]
      return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value
    },
    cookies: headers['set-cookie'] ?? [],
    body: Buffer.concat(kept),
    size,
    duration: performance.now() - started,
  }
}

/** By its code; the message could hold the address. */
function judged(error: unknown): Failure {
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
  if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(code)) {
    return new Failure('access', `its certificate is not trusted (${code})`, {
      hint: 'If it is signed by an authority of your own, name its file in validation.certificates.',
    })
  }
  if (/^ERR_(INVALID_URL|INVALID_CHAR|HTTP_INVALID_HEADER_VALUE|UNESCAPED_CHARACTERS)$/.test(code)) {
    return new Failure('config', `the request cannot be sent (${code})`)
  }
  return new Failure('unavailable', `no answer (${code})`)
}
