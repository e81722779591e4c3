import { createHash } from 'node:crypto'
import { kindOfKey } from '../../domain/redis-key.ts'
import { counted, type Bytes, type Instant } from '../../domain/units.ts'
import type { RedisAnswer, RedisDrillServer, RedisDrillSession } from '../../ports/laboratory.ts'
import { redisJournal, scan } from './redis-workload.ts'
import { nothingToCompare, type SceneCheck } from './scenario.ts'

/** What the databases of a Redis hold, but for the keys of the workload. */
export interface RedisFingerprint {
  /** Digests of type, expiry and value by database and key; null where keys were only counted. */
  keys: ReadonlyMap<string, Fingered> | null
  /** How many there are, and how many of them have a time, by the server's own count. */
  count: number
  expiring: number
}

interface Fingered {
  digest: string
  /** When its time comes; null for never. */
  expires: Instant | null
}

/** The server is nobody's but ours, and one value may be large. */
const patience = 10 * 60_000
/** How long before its time a server may let a key go, and how far two clocks may be apart. */
const tolerance = 60_000

/**
 * Looks at every key but the workload's, by means of its own: a restore that deceives itself must not deceive the drill.
 * @param size of the data; @param upTo larger data is counted only
 */
export async function redisFingerprint(
  server: RedisDrillServer,
  size: Bytes,
  upTo: Bytes,
): Promise<RedisFingerprint> {
  using session = await server.session({ patience })
  const keys = size <= upTo ? new Map<string, Fingered>() : null
  let [count, expiring] = [0, 0]
  for (const { database, keys: own, expires } of await databasesOf(session)) {
    await session.ask('SELECT', String(database))
    count += own - (database === 0 ? await countJournal(session) : 0)
    expiring += expires
    if (keys === null) continue
    for await (const names of scan(session, '*')) {
      for (const name of names) {
        if (database === 0 && name.toString('latin1').startsWith(redisJournal)) continue
        const found = await lookAt(session, name)
        if (found !== null) keys.set(`${database} ${name.toString('utf8')}`, found)
      }
    }
  }
  return { keys, count, expiring }
}

/** Whether every key is as it was; a key whose time came meanwhile need not be there. */
export function compareRedis(
  before: RedisFingerprint,
  after: RedisFingerprint,
  { now, isChosen }: { now: Instant; isChosen: boolean },
): SceneCheck {
  const name = 'every key is as before'
  if (before.keys === null || after.keys === null) {
    const isOther = after.count > before.count || after.count < before.count - before.expiring
    return {
      name,
      status: isOther ? 'failed' : isChosen ? 'passed' : 'degraded',
      detail: `${counted(after.count, 'key')} of ${before.count}, counted only`,
      failure: 'integrity',
      ...(isChosen || isOther
        ? {}
        : {
            hint: 'The data is larger than 256 MiB. Choose drills.compare-up-to in the environment file: a larger size to have keys compared too, or 256MiB to have them counted alone.',
          }),
    }
  }
  const different: string[] = []
  let expired = 0
  for (const [key, { digest, expires }] of before.keys) {
    const found = after.keys.get(key)
    if (found?.digest === digest) continue
    if (found === undefined && expires !== null && expires <= now + tolerance) expired += 1
    else different.push(key)
  }
  for (const key of after.keys.keys()) if (!before.keys.has(key)) different.push(key)
  const { size } = before.keys
  if (size === 0 && different.length === 0) return nothingToCompare(name, 'key')
  return {
    name,
    status: different.length === 0 ? 'passed' : 'failed',
    detail:
      different.length === 0
        ? `${counted(size, 'key')} compared by the drill itself${expired === 0 ? '' : `; the time of ${expired} had come`}`
        : `${counted(different.length, 'key')} of ${size} ${different.length === 1 ? 'is' : 'are'} not as before the failure`,
    subjects: kindsOf(different),
    failure: 'integrity',
  }
}

/** By database and kind, as names of keys may be secrets. */
function kindsOf(keys: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const key of keys) {
    const [database = '', ...name] = key.split(' ')
    const kind = `database ${database}, ${kindOfKey(name.join(' '))}`
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => (count === 1 ? kind : `${kind} (${count} times)`)).sort()
}

async function databasesOf(
  session: RedisDrillSession,
): Promise<{ database: number; keys: number; expires: number }[]> {
  const text = String(await session.ask('INFO', 'keyspace'))
  return [...text.matchAll(/^db(\d+):keys=(\d+),expires=(\d+)/gm)].map(([, ...numbers]) => {
    const [database = 0, keys = 0, expires = 0] = numbers.map(Number)
    return { database, keys, expires }
  })
}

async function countJournal(session: RedisDrillSession): Promise<number> {
  const names = new Set<string>()
  for await (const keys of scan(session, `${redisJournal}*`))
    for (const key of keys) names.add(key.toString())
  return names.size
}

/** Null when its time has come. */
async function lookAt(session: RedisDrillSession, key: Buffer): Promise<Fingered | null> {
  const [type, expiry] = await Promise.all([session.ask('TYPE', key), session.ask('PEXPIRETIME', key)])
  if (type === 'none') return null
  const hash = createHash('sha256').update(`${String(type)} ${String(expiry)}\n`)
  for (const part of await valueOf(session, String(type), key)) {
    hash.update(`${part.length}\n`).update(part)
  }
  return { digest: hash.digest('base64'), expires: Number(expiry) >= 0 ? Number(expiry) : null }
}

/** What a value consists of, in an order that does not depend on how a server keeps it. */
async function valueOf(session: RedisDrillSession, type: string, key: Buffer): Promise<Buffer[]> {
  switch (type) {
    case 'string':
      return flat(await session.ask('GET', key))
    case 'list':
      return flat(await session.ask('LRANGE', key, '0', '-1'))
    case 'set':
      return flat(await session.ask('SMEMBERS', key)).sort((a, b) => Buffer.compare(a, b))
    case 'zset':
      return flat(await session.ask('ZRANGE', key, '0', '-1', 'WITHSCORES'))
    case 'hash': {
      const parts = flat(await session.ask('HGETALL', key))
      const pairs = parts.flatMap((field, at) => {
        const value = parts[at + 1]
        return at % 2 === 0 && value !== undefined ? [{ field, value }] : []
      })
      return pairs
        .sort((a, b) => Buffer.compare(a.field, b.field))
        .flatMap(({ field, value }) => [field, value])
    }
    case 'stream':
      return [
        ...flat(await session.ask('XRANGE', key, '-', '+')),
        ...flat(await session.ask('XINFO', 'GROUPS', key)),
      ]
    default:
      // A module's own, which only it can read.
      return flat(await session.ask('DUMP', key))
  }
}

function flat(answer: RedisAnswer): Buffer[] {
  if (Buffer.isBuffer(answer)) return [answer]
  if (typeof answer === 'object' && answer !== null) return answer.flatMap(flat)
  return [Buffer.from(String(answer))]
}
