import {
  Agent as PlainAgent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as plain,
} from 'node:http'
import { Agent as SecureAgent, request as secure } from 'node:https'
import { answerWithin } from './answer-limit.ts'

/** Requests over kept connections. Bodies are bytes at hand, sent without another copy of them; answers are streams. */
export interface HttpClient extends Disposable {
  /** Resolves when the head of the answer is there, whatever its status. @throws an Error with the `code` of the system */
  send(request: HttpRequest): Promise<HttpAnswer>
}

export interface HttpRequest {
  method: string
  url: URL
  headers: Record<string, string>
  body?: Buffer | undefined
  signal?: AbortSignal | undefined
}

export interface HttpAnswer {
  status: number
  headers: IncomingHttpHeaders
  /** To be read to its end, or destroyed. */
  body: IncomingMessage
}

/** Connections that carry nothing for this long are given up. Completing a large upload may take minutes. */
const idleMilliseconds = 180_000
/** What an answer in words may hold; more is no answer of a storage service. */
const mostText = 16 * 1024 * 1024

export function httpClient(): HttpClient {
  const plainAgent = new PlainAgent({ keepAlive: true, maxSockets: 64 })
  const secureAgent = new SecureAgent({ keepAlive: true, maxSockets: 64 })
  return {
    send: ({ method, url, headers, body, signal }) =>
      new Promise((resolve, reject) => {
        const isSecure = url.protocol === 'https:'
        const request = (isSecure ? secure : plain)(
          url,
          {
            method,
            headers: { ...headers, 'content-length': String(body?.length ?? 0) },
            agent: isSecure ? secureAgent : plainAgent,
            ...(signal && { signal }),
          },
          (answer) => {
            // A service may answer before it has read everything; what breaks behind that is of no interest.
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer })
          },
        )
        request.setTimeout(idleMilliseconds, () =>
          request.destroy(Object.assign(new Error('the connection is silent'), { code: 'ETIMEDOUT' })),
        )
        if (method === 'GET' || method === 'HEAD' || method === 'DELETE') {
          const limit = setTimeout(
            () => request.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
            answerWithin,
          )
          request.once('response', () => clearTimeout(limit)).once('close', () => clearTimeout(limit))
        }
        request.on('error', reject)
        request.end(body)
      }),
    [Symbol.dispose]: () => {
      plainAgent.destroy()
      secureAgent.destroy()
    },
  }
}

/** The whole body of an answer, as text. */
export async function readText({ body }: Pick<HttpAnswer, 'body'>): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > mostText) throw Object.assign(new Error('the answer is too long'), { code: 'HPE_TOO_LONG' })
    pieces.push(piece)
  }
  return String(Buffer.concat(pieces, size))
}

/** An answer that says no. Its text is not kept: it may quote what was asked, signatures included. */
export class Refusal extends Error {
  readonly status: number
  /** The service's own word for it, or `Unknown`. */
  readonly code: string

  constructor(status: number, code: string) {
    super(`${status} ${code}`)
    this.name = 'Refusal'
    this.status = status
    this.code = code
  }
}

/** Status and code, as far as there was an answer; the code of the system otherwise. */
export function answerOf(error: unknown): { status: number | undefined; code: string } {
  if (error instanceof Refusal) return { status: error.status, code: error.code }
  if (!(error instanceof Error)) return { status: undefined, code: 'unknown' }
  return { status: undefined, code: 'code' in error ? String(error.code) : error.name }
}

/** `Mon, 01 Jan 2026 …` as the moment it means; 0 when it is none. */
export function instantOf(text: string | undefined): number {
  const instant = Date.parse(text ?? '')
  return Number.isNaN(instant) ? 0 : instant
}

/** Whether a text is the address of a service, without credentials and without a query. */
export function isPlainUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === ''
}
