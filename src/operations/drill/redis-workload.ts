import type { RedisAnswer, RedisDrillServer, RedisDrillSession } from '../../ports/laboratory.ts'
import type { Writer } from './workload.ts'

/** What the keys of the workload begin with, in database 0; a number follows. */
export const redisJournal = 'lifeboat_drill:'

export function isJournal(name: Buffer): boolean {
  return /^lifeboat_drill:\d+$/.test(name.toString('latin1'))
}

/** Longer than a good answer takes, shorter than anybody's patience. */
const patience = 1_000

/** An application that sets a new key for each write. */
export async function redisWriter(server: RedisDrillServer): Promise<Writer> {
  const session = await server.session({ patience })
  return {
    write: async (sequence) => {
      await session.ask('SET', `${redisJournal}${sequence}`, text(sequence))
    },
    [Symbol.asyncDispose]: async () => session[Symbol.dispose](),
  }
}

/** Numbers of the writes that are there, whole. */
export async function redisWritesIn(session: RedisDrillSession): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  await session.ask('SELECT', '0')
  for await (const keys of scan(session, `${redisJournal}*`)) {
    const values = await session.ask('MGET', ...keys)
    for (const [index, key] of keys.entries()) {
      const sequence = Number(key.toString().slice(redisJournal.length))
      const value = Array.isArray(values) ? (values as readonly RedisAnswer[])[index] : null
      if (Buffer.isBuffer(value) && value.toString() === text(sequence)) found.add(sequence)
    }
  }
  return found
}

/** Names of the keys in the selected database, some at a time; one may come twice. */
export async function* scan(session: RedisDrillSession, match: string): AsyncGenerator<Buffer[]> {
  let cursor = '0'
  do {
    const answer = await session.ask('SCAN', cursor, 'MATCH', match, 'COUNT', '500')
    const [next, names] = Array.isArray(answer) ? (answer as readonly RedisAnswer[]) : []
    cursor = String(next ?? '0')
    const keys = (Array.isArray(names) ? (names as readonly RedisAnswer[]) : []).filter((name) =>
      Buffer.isBuffer(name),
    )
    if (keys.length > 0) yield keys
  } while (cursor !== '0')
}

function text(sequence: number): string {
  return `write ${sequence}`
}
