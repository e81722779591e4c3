import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectSecure } from 'node:tls'
import { Failure, type FailureKind } from '../../domain/failure.ts'
import type { RedisAnswer } from '../../ports/laboratory.ts'
import { AnswerReader } from './answer-reader.ts'

/**
 * A connection to a Redis server (RESP 2). Commands may be sent without waiting for earlier answers; they are answered
 * in order. Servers' errors come out as a Failure with their first word alone, since the rest may hold data.
 */
export interface RedisSession extends Disposable {
  /** @throws Failure `access` when the server wants (other) credentials or rights, `unavailable` */
  ask(...words: readonly RedisWord[]): Promise<RedisAnswer>
  /**
   * Sends a command and gives whatever bytes come from then on, as they come. Nothing can be asked afterwards.
   * @throws Failure `unavailable` when the connection breaks, or nothing came for a minute
   */
  pour(...words: readonly RedisWord[]): AsyncGenerator<Buffer>
}

export type RedisWord = string | Buffer
export type { RedisAnswer }

/** What the server itself answered; anything else that goes wrong is a plain Failure. */
export class RedisError extends Failure {
  /** `NOAUTH`, `WRONGPASS`, `ERR`… */
  readonly code: string

  constructor(kind: FailureKind, code: string) {
    super(kind, `Redis answered with an error (${code})`)
    this.code = code
  }
}

export interface RedisConnection {
  host: string
  port: number
  /** Whether TLS is spoken, and with which authorities besides the known ones; null for plain text. */
  tls: { authorities: readonly string[] } | null
  /** Path of a Unix socket, instead of host and port. */
  path?: string
}

export interface RedisSessionOptions {
  signal: AbortSignal
  /** In bytes; longer answers are not ours to ask for. */
  longestAnswer: number
}

/** How long a server may say nothing while it owes us something. */
const patience = 60_000

/** @throws Failure `unavailable`, `access` when the certificate is not trusted */
export async function openSession(
  { host, port, tls, path }: RedisConnection,
  { signal, longestAnswer }: RedisSessionOptions,
): Promise<RedisSession> {
  signal.throwIfAborted()
  const socket: Socket =
    path !== undefined
      ? connectPlain({ path })
      : tls === null
        ? connectPlain({ host, port })
        : connectSecure({
            host,
            port,
            servername: host,
            ...(tls.authorities.length === 0 ? {} : { ca: [...tls.authorities] }),
          })
  const place = path ?? `${host.includes(':') ? `[${host}]` : host}:${port}`
  const abort = () => {
    const { reason } = signal
    const late = new Failure('unavailable', 'Redis did not answer in time')
    socket.destroy(reason instanceof Failure ? reason : late)
  }
  signal.addEventListener('abort', abort, { once: true })
  const owed: { resolve: (answer: RedisAnswer) => void; reject: (error: unknown) => void }[] = []
  const reader = new AnswerReader(serverFailure)
  let broken: Failure | null = null
  const fail = (error: unknown) => {
    broken ??= connectionFailure(error, place)
    for (const { reject } of owed.splice(0)) reject(broken)
  }
  const take = (chunk: Buffer) => {
    for (const answer of reader.feed(chunk)) {
      const first = owed.shift()
      if (answer instanceof Failure) first?.reject(answer)
      else first?.resolve(answer)
    }
    if (reader.length > longestAnswer) {
      socket.destroy(new Failure('unavailable', 'Redis gave a longer answer than was asked for'))
    }
    if (owed.length === 0) socket.setTimeout(0)
  }
  socket.on('data', take)
  socket.on('error', fail)
  socket.on('close', () => fail(new Failure('unavailable', 'Redis closed the connection')))
  socket.on('timeout', () => socket.destroy(new Failure('unavailable', 'Redis fell silent')))
  await new Promise<void>((resolve, reject) => {
    socket.once(tls === null || path !== undefined ? 'connect' : 'secureConnect', resolve)
    socket.once('close', () => reject(broken ?? new Failure('unavailable', 'Redis closed the connection')))
  })
  socket.setNoDelay(true)
  return {
    ask: (...words) => {
      if (broken !== null) return Promise.reject(broken)
      const { promise, resolve, reject } = Promise.withResolvers<RedisAnswer>()
      if (owed.length === 0) socket.setTimeout(patience)
      owed.push({ resolve, reject })
      // What is asked in one go leaves in one go.
      if (socket.writableCorked === 0) {
        socket.cork()
        process.nextTick(() => socket.uncork())
      }
      socket.write(written(words))
      return promise
    },
    pour: async function* (...words) {
      if (broken !== null) throw broken
      socket.off('data', take)
      socket.pause()
      socket.write(written(words))
      const bytes = socket.iterator({ destroyOnReturn: true })
      for (;;) {
        // Only while we wait: whoever reads slowly must not make the server look dead.
        socket.setTimeout(patience)
        let next: IteratorResult<Buffer>
        try {
          next = (await bytes.next()) as IteratorResult<Buffer>
        } catch (error) {
          throw broken ?? connectionFailure(error, place)
        }
        socket.setTimeout(0)
        if (next.done === true) return
        yield next.value
      }
    },
    [Symbol.dispose]: () => {
      signal.removeEventListener('abort', abort)
      socket.destroy()
    },
  }
}

function written(words: readonly RedisWord[]): Buffer {
  const parts: Buffer[] = [Buffer.from(`*${words.length}\r\n`)]
  for (const word of words) {
    const bytes = typeof word === 'string' ? Buffer.from(word) : word
    parts.push(Buffer.from(`$${bytes.length}\r\n`), bytes, lineEnd)
  }
  return Buffer.concat(parts)
}

const lineEnd = Buffer.from('\r\n')

/** The first word of an error is its code; the rest may hold anything. */
export function serverFailure(line: string): RedisError {
  const code = /^[A-Z]+/.exec(line)?.[0] ?? 'ERR'
  const isAccess = ['NOAUTH', 'WRONGPASS', 'NOPERM', 'DENIED'].includes(code)
  return new RedisError(isAccess ? 'access' : 'unavailable', code)
}

/** @param place for people: a socket, or host and port */
function connectionFailure(error: unknown, place: string): Failure {
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
  const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code)
  return new Failure(
    isCertificate ? 'access' : 'unavailable',
    isCertificate
      ? `the certificate of Redis at ${place} is not trusted (${code})`
      : `Redis at ${place} could not be reached (${code})`,
  )
}
