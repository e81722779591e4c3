import { Failure } from '../../domain/failure.ts'
import { type RedisSession, RedisError, serverFailure } from './wire.ts'

/** Between 40 random bytes stands a file whose length the server did not know beforehand. */
const markSize = 40

/**
 * Asks the server for an RDB file of this moment, as a replica does, and gives its bytes as they come. Nothing is
 * written to the server's disk where it can send without.
 * @throws Failure `access` when the user may not, `refused` when the server does not do that, `unavailable`
 */
export async function* pourRdb(session: RedisSession): AsyncGenerator<Buffer> {
  // Since 7.0 the server then keeps no log of writes for us; an older one does not know the word, which does no harm.
  await agreed(session, 'rdb-only', '1')
  await agreed(session, 'capa', 'eof')
  const stream = session.pour('SYNC')
  let held: Buffer = Buffer.alloc(0)
  let length: number | null = null
  let mark: Buffer | null = null
  // Empty lines keep the connection alive until the server has its file.
  for (let isHeader = true; isHeader;) {
    const chunk = await stream.next()
    if (chunk.done === true) throw cut()
    held = Buffer.concat([held, chunk.value])
    while (held[0] === 0x0a || held[0] === 0x0d) held = held.subarray(1)
    const end = held.indexOf('\n')
    if (end === -1) {
      if (held.length > 4_096) throw new Failure('unavailable', 'what answers there is no Redis')
      continue
    }
    const line = held.toString('latin1', 0, end).trimEnd()
    held = held.subarray(end + 1)
    if (line.startsWith('-')) throw syncRefused(serverFailure(line.slice(1)))
    const header = /^\$(?:EOF:(.{40})|(\d+))$/.exec(line)
    if (header === null) throw new Failure('unavailable', 'the server did not answer SYNC with a file')
    if (header[1] === undefined) length = Number(header[2])
    else mark = Buffer.from(header[1], 'latin1')
    isHeader = false
  }
  if (length !== null) {
    let left = length
    for (let chunk = held; ;) {
      const own = chunk.subarray(0, left)
      if (own.length > 0) yield own
      left -= own.length
      if (left === 0) break
      const next = await stream.next()
      if (next.done === true) throw cut()
      chunk = next.value
    }
  } else if (mark !== null) {
    let tail = held
    while (!(tail.length >= markSize && tail.subarray(-markSize).equals(mark))) {
      const sure = tail.length - markSize
      if (sure > 0) {
        yield tail.subarray(0, sure)
        tail = tail.subarray(sure)
      }
      const next = await stream.next()
      if (next.done === true) throw cut()
      tail = Buffer.concat([tail, next.value])
    }
    if (tail.length > markSize) yield tail.subarray(0, -markSize)
  }
  await stream.return(undefined)
}

/** @throws what is not the server's plain answer that it does not know this */
async function agreed(session: RedisSession, ...words: string[]): Promise<void> {
  try {
    await session.ask('REPLCONF', ...words)
  } catch (error) {
    if (!(error instanceof RedisError)) throw error
    if (error.code !== 'ERR') throw syncRefused(error)
  }
}

/** What stands in the way of SYNC, and what to do about it. */
export function syncRefused(error: RedisError): Failure {
  if (error.kind === 'access') {
    return new Failure(
      'access',
      `the user may not copy the data as a replica does (SYNC, REPLCONF: ${error.code})`,
      {
        hint: 'Give the user of the URL these rights: ACL SETUSER name on >password +ping +info +replconf +sync +psync.',
        cause: error,
      },
    )
  }
  if (error.code === 'NOMASTERLINK' || error.code === 'LOADING') {
    return new Failure('unavailable', `the server has no data to give now (${error.code})`, {
      hint: 'It is a replica that has lost its primary, or still loads its data. Try again, or back up the primary.',
      cause: error,
    })
  }
  return new Failure('refused', `the server does not let its data be copied by SYNC (${error.code})`, {
    hint: 'Managed services often forbid it. Use the snapshots of the service itself, or back up a replica of your own.',
    cause: error,
  })
}

function cut(): Failure {
  return new Failure('unavailable', 'the connection ended before the whole RDB file had come', {
    hint: 'A server drops a replica that reads too slowly (client-output-buffer-limit replica), or when its own save fails: its log says why.',
  })
}
