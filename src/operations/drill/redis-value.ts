import type { RedisAnswer, RedisDrillSession } from '../../ports/laboratory.ts'

/** What a value consists of, in an order that does not depend on how a server keeps it. */
export async function valueOf(session: RedisDrillSession, type: string, key: Buffer): Promise<Buffer[]> {
  switch (type) {
    case 'string':
      return partsOf(await session.ask('GET', key))
    case 'list':
      return partsOf(await session.ask('LRANGE', key, '0', '-1'))
    case 'set':
      return partsOf(await session.ask('SMEMBERS', key)).sort((a, b) => Buffer.compare(a, b))
    case 'zset':
      return partsOf(await session.ask('ZRANGE', key, '0', '-1', 'WITHSCORES'))
    case 'hash':
      return pairs(await session.ask('HGETALL', key))
        .sort(([a], [b]) => Buffer.compare(a, b))
        .flat()
    case 'stream':
      return partsOf(withoutTree(await session.ask('XINFO', 'STREAM', key, 'FULL', 'COUNT', '0')))
    default:
      // A module's own, which only it can read.
      return partsOf(await session.ask('DUMP', key))
  }
}

/** Every part of an answer; where an array begins, how long it is. */
export function partsOf(answer: RedisAnswer): Buffer[] {
  if (Buffer.isBuffer(answer)) return [answer]
  if (typeof answer !== 'object' || answer === null) return [Buffer.from(String(answer))]
  return [Buffer.from(`*${answer.length}`), ...answer.flatMap(partsOf)]
}

function pairs(answer: RedisAnswer): [Buffer, Buffer][] {
  const [, ...parts] = partsOf(answer)
  return parts.flatMap((field, at): [Buffer, Buffer][] => {
    const value = parts[at + 1]
    return at % 2 === 0 && value !== undefined ? [[field, value]] : []
  })
}

/**
 * All that a stream is: its last id and counts, every entry, its groups with their consumers and pending entries. How its
 * index happens to be laid out is the server's own.
 */
function withoutTree(answer: RedisAnswer): RedisAnswer {
  if (!Array.isArray(answer)) return answer
  const fields = answer as readonly RedisAnswer[]
  return fields.filter((_, at) => {
    const name = String(fields[at - (at % 2)])
    return name !== 'radix-tree-keys' && name !== 'radix-tree-nodes'
  })
}
