import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectSecure } from 'node:tls'
import { Failure, type FailureKind } from '../../domain/failure.ts'

/**
 * A connection to a Redis server that asks one thing at a time: as much of the protocol (RESP 2) as it takes to look at a
 * server from outside. Servers' errors come out as a Failure with their first word alone.
 */
export interface RedisClient extends Disposable {
  /** @throws Failure `access` when the server wants (other) credentials, `unavailable` */
  command(...words: string[]): Promise<RedisReply>
}

/** What the server itself answered; anything else that goes wrong is a plain Failure. */
export class RedisError extends Failure {
  /** `NOAUTH`, `WRONGPASS`, `ERR`… */
  readonly code: string

  constructor(kind: FailureKind, code: string) {
    super(kind, `Redis answered with an error (${code})`)
    this.code = code
  }
}

export type RedisReply = string | number | null | readonly RedisReply[]

export interface RedisConnection {
  host: string
  port: number
  /** Whether TLS is spoken, and with which authorities besides the known ones; null for plain text. */
  tls: { authorities: readonly string[] } | null
}

/** Longer answers are not ours to ask for. */
const longestReply = 1024 * 1024

/** @throws Failure `unavailable`, `access` when the certificate is not trusted */
export async function connectRedis(
  { host, port, tls }: RedisConnection,
  signal: AbortSignal,
): Promise<RedisClient> {
  signal.throwIfAborted()
  const socket: Socket =
    tls === null
      ? connectPlain({ host, port })
      : connectSecure({
          host,
          port,
          servername: host,
          ...(tls.authorities.length === 0 ? {} : { ca: [...tls.authorities] }),
        })
  const abort = () => socket.destroy(new Failure('unavailable', 'Redis did not answer in time'))
  signal.addEventListener('abort', abort, { once: true })
  let pending: { resolve: (reply: RedisReply) => void; reject: (error: unknown) => void } | null = null
  let received = Buffer.alloc(0)
  let broken: Failure | null = null
  const fail = (error: unknown) => {
    broken ??= connectionFailure(error)
    pending?.reject(broken)
    pending = null
  }
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    if (received.length > longestReply) {
      socket.destroy()
      return fail(new Failure('unavailable', 'Redis gave a longer answer than was asked for'))
    }
    const read = readReply(received, 0)
    if (read === null || pending === null) return
    received = received.subarray(read.end)
    const { resolve, reject } = pending
    pending = null
    if (read.reply instanceof Failure) reject(read.reply)
    else resolve(read.reply)
  })
  socket.on('error', fail)
  socket.on('close', () => fail(new Failure('unavailable', 'Redis closed the connection')))
  await new Promise<void>((resolve, reject) => {
    socket.once(tls === null ? 'connect' : 'secureConnect', resolve)
    socket.once('error', (error) => reject(connectionFailure(error)))
  })
  return {
    command: (...words) => {
      const { promise, resolve, reject } = Promise.withResolvers<RedisReply>()
      if (broken !== null) return Promise.reject(broken)
      pending = { resolve, reject }
      socket.write(
        `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`,
      )
      return promise
    },
    [Symbol.dispose]: () => {
      signal.removeEventListener('abort', abort)
      socket.destroy()
    },
  }
}

/** Null when it has not come whole. */
function readReply(bytes: Buffer, start: number): { reply: RedisReply | Failure; end: number } | null {
  const lineEnd = bytes.indexOf('\r\n', start)
  if (lineEnd === -1) return null
  const kind = String.fromCharCode(bytes[start] ?? 0)
  const line = bytes.toString('utf8', start + 1, lineEnd)
  const end = lineEnd + 2
  if (kind === '+') return { reply: line, end }
  if (kind === '-') return { reply: serverFailure(line), end }
  if (kind === ':') return { reply: Number(line), end }
  const length = Number(line)
  if (kind === '$') {
    if (length < 0) return { reply: null, end }
    if (bytes.length < end + length + 2) return null
    return { reply: bytes.toString('utf8', end, end + length), end: end + length + 2 }
  }
  if (kind !== '*') {
    return { reply: new Failure('unavailable', 'what answers there is no Redis'), end: bytes.length }
  }
  const items: RedisReply[] = []
  let at = end
  for (let index = 0; index < length; index += 1) {
    const item = readReply(bytes, at)
    if (item === null) return null
    if (item.reply instanceof Failure) return { reply: item.reply, end: item.end }
    items.push(item.reply)
    at = item.end
  }
  return { reply: length < 0 ? null : items, end: at }
}

/** The first word of an error is its code; the rest may hold anything. */
function serverFailure(line: string): Failure {
  const code = /^[A-Z]+/.exec(line)?.[0] ?? 'ERR'
  const isAccess = ['NOAUTH', 'WRONGPASS', 'NOPERM', 'DENIED'].includes(code)
  return new RedisError(isAccess ? 'access' : 'unavailable', code)
}

function connectionFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
  const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code)
  return new Failure(
    isCertificate ? 'access' : 'unavailable',
    isCertificate
      ? `the certificate of Redis is not trusted (${code})`
      : `Redis could not be reached (${code})`,
  )
}
