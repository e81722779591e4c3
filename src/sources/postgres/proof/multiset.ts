import { createHash, randomBytes, type Hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Session } from '../session.ts'
import { forEachChunk, rowsOf } from '../restore/copy-data.ts'

/** New in every run, so that nobody can prepare rows whose digests add up alike. */
const key = randomBytes(32)

/** Cuts a stream of COPY rows at its line ends and gives each row's keyed digest; a row of any length is never held whole. */
class RowDigests {
  private row: Hash | null = null
  private held: Buffer[] = []
  private readonly take: (digest: Buffer) => void
  private readonly arrange: ((row: Buffer) => Buffer) | null

  /** @param arrange puts a row's fields into another order; rows are held whole then */
  constructor(take: (digest: Buffer) => void, arrange: ((row: Buffer) => Buffer) | null = null) {
    this.take = take
    this.arrange = arrange
  }

  push(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      this.add(chunk.subarray(start, end))
      this.endRow()
      start = end + 1
    }
    if (start < chunk.length) this.add(chunk.subarray(start))
  }

  /** True when the last row has ended. */
  get whole(): boolean {
    return this.row === null && this.held.length === 0
  }

  private add(part: Buffer): void {
    if (this.arrange !== null) {
      this.held.push(Buffer.from(part))
      return
    }
    this.row ??= createHash('sha256').update(key)
    this.row.update(part)
  }

  private endRow(): void {
    if (this.arrange === null) this.take((this.row ?? createHash('sha256').update(key)).digest())
    else
      this.take(
        createHash('sha256')
          .update(key)
          .update(this.arrange(Buffer.concat(this.held)))
          .digest(),
      )
    this.row = null
    this.held = []
  }
}

/** A fingerprint of rows whatever their order: the sum of each row's keyed digest, and their number. */
export class Multiset {
  private sum = 0n
  private count = 0

  add(digest: Buffer): void {
    this.sum = BigInt.asUintN(256, this.sum + BigInt(`0x${digest.toString('hex')}`))
    this.count += 1
  }

  join(other: Multiset): void {
    this.sum = BigInt.asUintN(256, this.sum + other.sum)
    this.count += other.count
  }

  get rows(): number {
    return this.count
  }

  equals(other: Multiset): boolean {
    return this.sum === other.sum && this.count === other.count
  }
}

/**
 * The fingerprint of a data file of pg_dump, decompressed, with its end mark.
 * @param arrange as for the rows of the other side, when its columns stand in another order
 */
export async function multisetOfFile(
  file: Readable,
  arrange: ((row: Buffer) => Buffer) | null,
  signal: AbortSignal,
): Promise<Multiset> {
  const multiset = new Multiset()
  await digestFile(file, new RowDigests((digest) => multiset.add(digest), arrange), signal)
  return multiset
}

/** The fingerprint of the rows of a COPY … TO STDOUT. */
export async function multisetOfQuery(
  session: Session,
  statement: string,
  signal: AbortSignal,
): Promise<Multiset> {
  const multiset = new Multiset()
  const rows = new RowDigests((digest) => multiset.add(digest))
  await forEachChunk(session, statement, signal, (chunk) => rows.push(chunk))
  return multiset
}

/**
 * Whether every row of a file is among the rows of a query, at least as often as in the file. Holds a digest per row of
 * the file: meant for the small configuration tables of extensions.
 */
export async function isContained(
  session: Session,
  file: Readable,
  statement: string,
  signal: AbortSignal,
): Promise<boolean> {
  const wanted = new Map<string, number>()
  let missing = 0
  const wish = new RowDigests((digest) => {
    const name = digest.toString('base64')
    wanted.set(name, (wanted.get(name) ?? 0) + 1)
    missing += 1
  })
  await digestFile(file, wish, signal)
  const found = new RowDigests((digest) => {
    const name = digest.toString('base64')
    const left = wanted.get(name) ?? 0
    if (left === 0) return
    wanted.set(name, left - 1)
    missing -= 1
  })
  await forEachChunk(session, statement, signal, (chunk) => found.push(chunk))
  return missing === 0
}

async function digestFile(file: Readable, rows: RowDigests, signal: AbortSignal): Promise<void> {
  await pipeline(
    file,
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of rowsOf(chunks)) rows.push(chunk)
    },
    { signal },
  )
}

/** Reorders a row's fields: `order[i]` is the position in the row of the i-th field wanted. */
export function arrangeFields(order: readonly number[]): (row: Buffer) => Buffer {
  return (row) => {
    // COPY escapes tabs inside values, so a tab is always a border between fields.
    const fields = row.toString('latin1').split('\t')
    return Buffer.from(order.map((position) => fields[position] ?? '').join('\t'), 'latin1')
  }
}
