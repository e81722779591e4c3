import { openSession, type RedisAnswer, type RedisConnection } from './wire.ts'

/** A connection that asks one thing at a time, and takes every answer as text: enough to look at a server from outside. */
export interface RedisClient extends Disposable {
  /** @throws Failure `access` when the server wants (other) credentials, `unavailable` */
  command(...words: string[]): Promise<RedisReply>
}

export type RedisReply = string | number | null | readonly RedisReply[]

const longestAnswer = 1024 * 1024

/** @throws Failure `unavailable`, `access` when the certificate is not trusted */
export async function connectRedis(connection: RedisConnection, signal: AbortSignal): Promise<RedisClient> {
  const session = await openSession(connection, { signal, longestAnswer })
  return {
    command: async (...words) => asText(await session.ask(...words)),
    [Symbol.dispose]: () => session[Symbol.dispose](),
  }
}

function asText(answer: RedisAnswer): RedisReply {
  if (Buffer.isBuffer(answer)) return answer.toString('utf8')
  return typeof answer === 'object' && answer !== null ? answer.map(asText) : answer
}
