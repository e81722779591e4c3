import { createHash } from 'node:crypto'
import type { RedisRecord } from '../../domain/manifest.ts'
import { kindOfKey } from '../../domain/redis-key.ts'
import { counted, type Bytes, type Instant, type Milliseconds } from '../../domain/units.ts'
import type { RedisAnswer, RedisDrillServer, RedisDrillSession } from '../../ports/laboratory.ts'
import { isJournal, scan } from './redis-workload.ts'
import { partsOf, valueOf } from './redis-value.ts'
import { nothingToCompare, type SceneCheck } from './scenario.ts'

/** What the databases of a Redis hold, but for the keys of the workload. */
export interface RedisFingerprint {
  /** Digests of type, expiry and value by database and key; null where keys were only counted. */
  keys: ReadonlyMap<string, Fingered> | null
  count: number
  /** Where keys were only counted: when the time of each comes that has one. */
  times: readonly Instant[]
  /** Digest of the libraries of functions; null when there are none, or the server knows none. */
  functions: string | null
}

interface Fingered {
  digest: string
  /** When its time comes; null for never. */
  expires: Instant | null
}

/** The server is nobody's but ours, and one value may be large. */
const patience: Milliseconds = 10 * 60_000
/** How long before its time a server may let a key go, and how far two clocks may be apart. */
const tolerance: Milliseconds = 60_000
/** Of values asked for at once, unless one alone has more. */
const mostBytes: Bytes = 8 * 1024 ** 2
/** Differences that are named. */
const mostNamed = 50

/**
 * Looks at every key but the workload's, by means of its own: a restore that deceives itself must not deceive the drill.
 * What a restore has set aside lies in others than the backup's databases. @param upTo larger data is counted only
 */
export async function redisFingerprint(
  server: RedisDrillServer,
  { databases, databaseSize: size }: Pick<RedisRecord, 'databases' | 'databaseSize'>,
  upTo: Bytes,
): Promise<RedisFingerprint> {
  using session = await server.session({ patience })
  const keys = size <= upTo ? new Map<string, Fingered>() : null
  const times: Instant[] = []
  let count = 0
  for (const { database, keys: own } of await databasesOf(session)) {
    if (database !== 0 && !databases.some(({ index }) => index === database)) continue
    await session.ask('SELECT', String(database))
    let ours = 0
    for await (const found of scan(session, '*')) {
      const names = found.filter((name) => !(database === 0 && isJournal(name)))
      ours += found.length - names.length
      if (keys === null) {
        times.push(...(await timesOf(session, names)))
        continue
      }
      // A scan may name a key twice.
      for (const [index, one] of (await lookAt(session, names)).entries())
        if (one !== null) keys.set(`${database} ${names[index]?.toString('latin1')}`, one)
    }
    count += own - ours
  }
  return { keys, count: keys?.size ?? count, times, functions: await functionsOf(session) }
}

/** Whether every key is as it was; a key whose time came meanwhile need not be there. */
export function compareRedis(
  before: RedisFingerprint,
  after: RedisFingerprint,
  { now, isChosen }: { now: Instant; isChosen: boolean },
): SceneCheck {
  const name = 'every key is as before'
  const isOver = (time: Instant) => time <= now + tolerance
  const otherFunctions = before.functions === after.functions ? [] : ['the libraries of functions']
  if (before.keys === null || after.keys === null) {
    const least = before.count - before.times.filter(isOver).length
    const isOther = after.count > before.count || after.count < least || otherFunctions.length > 0
    return {
      name,
      status: isOther ? 'failed' : isChosen ? 'passed' : 'degraded',
      detail: `${counted(after.count, 'key')} of ${before.count}, counted only`,
      subjects: otherFunctions,
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
    if (found === undefined && expires !== null && isOver(expires)) expired += 1
    else different.push(key)
  }
  for (const key of after.keys.keys()) if (!before.keys.has(key)) different.push(key)
  const { size } = before.keys
  const subjects = [...kindsOf(different), ...otherFunctions]
  if (size === 0 && before.functions === null && subjects.length === 0) return nothingToCompare(name, 'key')
  const isSame = subjects.length === 0
  return {
    name,
    status: isSame ? 'passed' : 'failed',
    detail: isSame
      ? `${counted(size, 'key')} compared by the drill itself${expired === 0 ? '' : `; the time of ${expired} had come`}`
      : `${counted(different.length, 'key')} of ${size}${otherFunctions.length === 0 ? '' : ', and functions,'} ${different.length === 1 ? 'is' : 'are'} not as before the failure`,
    subjects,
    failure: 'integrity',
  }
}

/** By database and kind, as names of keys may be secrets. */
function kindsOf(keys: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const key of keys) {
    const gap = key.indexOf(' ')
    const kind = `database ${key.slice(0, gap)}, ${kindOfKey(key.slice(gap + 1))}`
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts]
    .map(([kind, count]) => (count === 1 ? kind : `${kind} (${count} times)`))
    .sort()
    .slice(0, mostNamed)
}

async function databasesOf(session: RedisDrillSession): Promise<{ database: number; keys: number }[]> {
  const text = String(await session.ask('INFO', 'keyspace'))
  return [...text.matchAll(/^db(\d+):keys=(\d+)/gm)].map(([, ...numbers]) => {
    const [database = 0, keys = 0] = numbers.map(Number)
    return { database, keys }
  })
}

async function functionsOf(session: RedisDrillSession): Promise<string | null> {
  // Unknown before version 7, where there are none.
  const known = await session.ask('COMMAND', 'INFO', 'FUNCTION')
  if (!Array.isArray(known) || known[0] === null) return null
  const listed = await session.ask('FUNCTION', 'LIST')
  if (!Array.isArray(listed) || listed.length === 0) return null
  return digestOf(partsOf(await session.ask('FUNCTION', 'DUMP')))
}

async function timesOf(session: RedisDrillSession, names: readonly Buffer[]): Promise<Instant[]> {
  const times = await Promise.all(names.map((name) => session.ask('PEXPIRETIME', name)))
  return times.flatMap((time) => timeIn(time) ?? [])
}

/** Null for a key whose time has come. */
async function lookAt(session: RedisDrillSession, names: readonly Buffer[]): Promise<(Fingered | null)[]> {
  const sizes = await Promise.all(names.map((name) => session.ask('MEMORY', 'USAGE', name)))
  const looked: (Fingered | null)[] = []
  let batch: Buffer[] = []
  let bytes = 0
  const look = async () => {
    looked.push(...(await Promise.all(batch.map((name) => lookAtOne(session, name)))))
    batch = []
    bytes = 0
  }
  for (const [index, name] of names.entries()) {
    const size = Number(sizes[index] ?? 0)
    if (batch.length > 0 && bytes + size > mostBytes) await look()
    batch.push(name)
    bytes += size
  }
  await look()
  return looked
}

async function lookAtOne(session: RedisDrillSession, key: Buffer): Promise<Fingered | null> {
  const [type, expiry] = await Promise.all([session.ask('TYPE', key), session.ask('PEXPIRETIME', key)])
  if (type === 'none') return null
  const parts = await valueOf(session, String(type), key)
  return {
    digest: digestOf([Buffer.from(`${String(type)} ${String(expiry)}`), ...parts]),
    expires: timeIn(expiry),
  }
}

function timeIn(answer: RedisAnswer): Instant | null {
  return Number(answer) >= 0 ? Number(answer) : null
}

function digestOf(parts: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('base64')
}
