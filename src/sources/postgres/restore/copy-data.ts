import { createHash } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
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

/**
 * The rows of a data file of pg_dump: its bytes less the end mark, in the chunks in which they came.
 * @throws Failure `integrity` when it has no end mark
 */
export async function* rowsOf(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of file) {
    // The mark may lie across two chunks only when the last one is shorter than it.
    if (chunk.length < endMark.length) held = Buffer.concat([held, chunk])
    else {
      if (held.length > 0) yield held
      held = chunk
    }
  }
  const end = held.length - endMark.length
  if (end < 0 || !held.subarray(end).equals(endMark)) {
    throw new Failure('integrity', 'a table’s data file has no end mark; it is truncated')
  }
  if (end > 0) yield held.subarray(0, end)
}

/** Pours COPY data into the server. `file` is a data file of pg_dump, decompressed, with its end mark. */
export async function copyIn(
  session: Session,
  statement: string,
  file: Readable,
  signal: AbortSignal,
): Promise<CopyDigest> {
  const { from } = await import('pg-copy-streams')
  const hash = createHash('sha256')
  let bytes = 0
  const target = session.client.query(from(statement))
  try {
    await pipeline(
      file,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of rowsOf(chunks)) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      },
      target as Writable,
      { signal },
    )
  } catch (error) {
    file.destroy()
    // What else goes wrong then, such as the end of the connection, only follows from it.
    signal.throwIfAborted()
    throw serverFailure(error, 'loading a table')
  }
  return { sha256: hash.digest('hex'), bytes, rows: target.rowCount }
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
    signal.throwIfAborted()
    throw serverFailure(error, 'reading a restored table')
  }
  return stream.rowCount
}
