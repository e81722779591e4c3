import { Failure } from '../../domain/failure.ts'
import { kindOfKey } from '../../domain/redis-key.ts'
import { digestPayload } from './rdb/inspector.ts'
import { type RedisAnswer, RedisError, type RedisSession } from './wire.ts'

export interface Copied {
  keys: number
  /** Bytes of values, as they went over the wire. */
  bytes: number
  /** Keys whose time had come since the backup, or came meanwhile. */
  expired: number
  /** Values that the target keeps in another encoding: what they hold could not be compared. */
  reencoded: number
  /** Of what was copied: some may be gone again by the time somebody counts. */
  withExpiry: number
}

export interface CopyOptions {
  /** Whether a server knows `PEXPIRETIME` (since 7.0). */
  targetTellsExpiry: boolean
  now: () => number
  copied: (bytes: number) => void
  signal: AbortSignal
}

/** Keys asked for at once, and bytes in memory at once, unless one value alone has more. */
const mostKeys = 500
const mostBytes = 8 * 1024 * 1024
/** How far the clocks of two servers may be apart when a key has expired in one of them. */
const toleratedSkew = 60_000

/**
 * Copies every key of the selected database into the other's selected one, and reads each back: its value is compared in
 * a form that does not depend on the order in which a server keeps it.
 * @throws Failure; what was copied so far stays
 */
export async function copyKeys(from: RedisSession, to: RedisSession, options: CopyOptions): Promise<Copied> {
  const sum: Copied = { keys: 0, bytes: 0, expired: 0, reencoded: 0, withExpiry: 0 }
  let cursor = '0'
  do {
    options.signal.throwIfAborted()
    const answer = await from.ask('SCAN', cursor, 'COUNT', String(mostKeys))
    const [next, names] = Array.isArray(answer) ? answer : []
    cursor = String(next ?? '0')
    const keys = (Array.isArray(names) ? names : []).filter((name) => Buffer.isBuffer(name))
    const sizes = await all(keys.map((key) => from.ask('MEMORY', 'USAGE', key)))
    let batch: Buffer[] = []
    let bytes = 0
    for (const [index, key] of keys.entries()) {
      const size = Number(sizes[index] ?? 0)
      if (batch.length > 0 && bytes + size > mostBytes) {
        await copyBatch(batch, from, to, sum, options)
        batch = []
        bytes = 0
      }
      batch.push(key)
      bytes += size
    }
    if (batch.length > 0) await copyBatch(batch, from, to, sum, options)
    options.copied(sum.bytes)
  } while (cursor !== '0')
  return sum
}

async function copyBatch(
  keys: readonly Buffer[],
  from: RedisSession,
  to: RedisSession,
  sum: Copied,
  { targetTellsExpiry, now }: CopyOptions,
): Promise<void> {
  const told = await all(keys.flatMap((key) => [from.ask('DUMP', key), from.ask('PEXPIRETIME', key)]))
  const entries: { key: Buffer; payload: Buffer; expiry: number }[] = []
  for (const [index, key] of keys.entries()) {
    const [payload = null, expiry] = told.slice(index * 2)
    if (Buffer.isBuffer(payload)) entries.push({ key, payload, expiry: Math.max(0, Number(expiry)) })
  }
  const answers = await all(
    entries.map(({ key, payload, expiry }) =>
      to.ask('RESTORE', key, String(expiry), payload, 'ABSTTL').catch((error: unknown) => {
        // A scan may name a key twice. That it is the same one is seen when it is read back.
        if (error instanceof RedisError && error.code === 'BUSYKEY') return null
        throw error instanceof RedisError ? refusedValue(error) : error
      }),
    ),
  )
  const asked = await all(
    entries.flatMap(({ key }) => [
      to.ask('DUMP', key),
      to.ask(targetTellsExpiry ? 'PEXPIRETIME' : 'PTTL', key),
    ]),
  )
  for (const [index, { key, payload, expiry }] of entries.entries()) {
    const [back = null, backExpiry] = asked.slice(index * 2)
    if (answers[index] === null && Buffer.isBuffer(back)) {
      compare(payload, back, key)
      continue
    }
    sum.bytes += payload.length
    if (!Buffer.isBuffer(back)) {
      if (expiry === 0 || expiry > now() + toleratedSkew) throw different('a key is not there', key)
      sum.expired += 1
      continue
    }
    sum.keys += 1
    if (expiry !== 0) sum.withExpiry += 1
    if (!compare(payload, back, key)) sum.reencoded += 1
    const isSame = targetTellsExpiry
      ? Math.max(0, Number(backExpiry)) === expiry
      : Number(backExpiry) >= 0 === expiry > 0
    // Between the two questions its time may have come.
    if (!isSame && !(expiry > 0 && Number(backExpiry) === -2))
      throw different('a key has another expiry', key)
  }
}

/** False when the encodings differ. @throws Failure `integrity` when the values do */
function compare(payload: Buffer, back: Buffer, key: Buffer): boolean {
  if (payload.equals(back)) return true
  const [expected, found] = [digestPayload(payload), digestPayload(back)]
  if (expected.type !== found.type) return false
  if (expected.digest.equals(found.digest)) return true
  throw different('a value is another one', key)
}

function different(what: string, key: Buffer): Failure {
  return new Failure('integrity', `read back from the target, ${what} than in the backup`, {
    subjects: [kindOfKey(key)],
    hint: 'Make sure that nobody writes to the databases of the restore, and run it again.',
  })
}

function refusedValue(error: RedisError): Failure {
  if (error.code === 'OOM') {
    return new Failure('capacity', 'the target has no memory left (OOM)', {
      hint: 'Raise its maxmemory, or take a larger server.',
      cause: error,
    })
  }
  if (['NOPERM', 'NOAUTH'].includes(error.code)) {
    return new Failure('access', `the user may not write to the target (${error.code})`, {
      hint: 'Give it these rights: ACL SETUSER name ~* +ping +info +select +restore +dump +pexpiretime +pttl +set +exists +del +flushdb +dbsize +swapdb +multi +exec +discard.',
      cause: error,
    })
  }
  if (error.code === 'ERR') {
    return new Failure(
      'missing',
      'the target does not take the values as this machine’s redis-server writes them',
      {
        hint: 'The target must be as new as that server, and have the same modules. A value may also be longer than its proto-max-bulk-len.',
        cause: error,
      },
    )
  }
  return new Failure('refused', `the target refuses to be written to (${error.code})`, {
    hint: 'READONLY: it is a replica. MOVED, CROSSSLOT: it is a cluster, which is not supported.',
    cause: error,
  })
}

/** Waits for all, so that none is left to itself. @throws what the first that failed threw */
async function all(asked: readonly Promise<RedisAnswer>[]): Promise<RedisAnswer[]> {
  const outcomes = await Promise.allSettled(asked)
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
}
