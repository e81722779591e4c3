import { createHash } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../../domain/failure.ts'
import { serverFailure } from '../server-error.ts'
import type { Session } from '../session.ts'

const endMark = Buffer.from('\\.\n\n\n')

/** What a stream of COPY rows amounted to. */
export interface CopyDigest {
  sha256: string
  bytes: number
  rows: number
}

/** Takes the end mark off a data file of pg_dump. @throws Failure `integrity` in the stream when it has none */
export function withoutEndMark(): Transform {
  let tail: Buffer = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const together = tail.length === 0 ? chunk : Buffer.concat([tail, chunk])
      const keep = Math.min(endMark.length, together.length)
      tail = Buffer.from(together.subarray(together.length - keep))
      const ready = together.subarray(0, together.length - keep)
      if (ready.length > 0) this.push(ready)
      done()
    },
    flush(done) {
      if (tail.equals(endMark)) done()
      else done(new Failure('integrity', 'a table’s data file has no end mark; it is truncated'))
    },
  })
}

/** Passes bytes on and digests them on the way. */
export function digesting(): Transform & { digest(): { sha256: string; bytes: number } } {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return Object.assign(stream, { digest: () => ({ sha256: hash.digest('hex'), bytes }) })
}

/** Pours COPY data into the server. `file` is a data file of pg_dump, decompressed, with its end mark. */
export async function copyIn(
  session: Session,
  statement: string,
  file: Readable,
  signal: AbortSignal,
): Promise<CopyDigest> {
  const { from } = await import('pg-copy-streams')
  const digest = digesting()
  const target = session.client.query(from(statement))
  try {
    await pipeline(file, withoutEndMark(), digest, target as Writable, { signal })
  } catch (error) {
    file.destroy()
    if (error instanceof Failure || signal.aborted) throw error
    throw serverFailure(error, 'loading a table')
  }
  return { ...digest.digest(), rows: target.rowCount }
}

/** Reads a COPY … TO STDOUT and digests it. */
export async function copyOut(session: Session, statement: string, signal: AbortSignal): Promise<CopyDigest> {
  const hash = createHash('sha256')
  let bytes = 0
  const rows = await forEachChunk(session, statement, signal, (chunk) => {
    hash.update(chunk)
    bytes += chunk.length
  })
  return { sha256: hash.digest('hex'), bytes, rows }
}

/** Runs a COPY … TO STDOUT and hands over its bytes; resolves the number of rows. */
export async function forEachChunk(
  session: Session,
  statement: string,
  signal: AbortSignal,
  take: (chunk: Buffer) => void,
): Promise<number> {
  const { to } = await import('pg-copy-streams')
  const stream = session.client.query(to(statement))
  try {
    for await (const chunk of stream) {
      signal.throwIfAborted()
      take(chunk as Buffer)
    }
  } catch (error) {
    if (error instanceof Failure || signal.aborted) throw error
    throw serverFailure(error, 'reading a restored table')
  }
  return stream.rowCount
}
