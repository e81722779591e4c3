import { createHash } from 'node:crypto'
import { Failure } from '../../../domain/failure.ts'
import { ByteQueue, type Step } from './byte-queue.ts'
import { Multiset } from './multiset.ts'
import { digestString, malformed, readCount, readString } from './strings.ts'
import { digestValue, kindOfType, moduleParts, together } from './values.ts'

export interface RdbContents {
  /** As the header has it. */
  version: number
  /** Of the server that wrote it, as it says; `unknown` when it does not. */
  writtenBy: string
  databases: { index: number; keys: number; expires: number }[]
  /** Numbers of the databases that have a key of the name which was asked for. */
  marked: number[]
  /** Database, name, kind and expiry of every key. */
  keys: Multiset
  /** Of each type byte, the values in that encoding with the names of their keys. */
  values: Map<number, Multiset>
  libraries: number
  hasModules: boolean
  /** False when the server was told to write no checksum. */
  hasChecksum: boolean
  bytes: number
}

/**
 * Reads an RDB file as it streams by: checks its header, its form, its end and its checksum, and counts and digests what
 * it holds. Memory does not grow with the file, but with its longest packed string.
 */
export class RdbInspector {
  private readonly queue = new ByteQueue()
  private readonly contents: RdbContents = {
    version: 0,
    writtenBy: 'unknown',
    databases: [],
    marked: [],
    keys: new Multiset(),
    values: new Map(),
    libraries: 0,
    hasModules: false,
    hasChecksum: false,
    bytes: 0,
  }
  private readonly reading = this.file()
  private hasEnded = false

  private readonly marker: Buffer

  /** @param marker name of the key that marks a database */
  constructor(marker = '') {
    this.marker = createHash('sha256').update(marker).digest()
    this.reading.next()
  }

  /** @throws Failure `integrity` when it is no RDB file or a damaged one, `missing` when it is of a form too new for us */
  feed(chunk: Buffer): void {
    if (chunk.length === 0) return
    this.contents.bytes += chunk.length
    this.queue.push(chunk)
    if (this.hasEnded || this.reading.next().done === true) {
      this.hasEnded = true
      if (!this.queue.isEmpty) throw malformed()
    }
  }

  /** @throws Failure `integrity` when it is truncated */
  end(): RdbContents {
    if (this.hasEnded) return this.contents
    throw new Failure('integrity', `the RDB file is truncated: it ends after ${this.contents.bytes} bytes`, {
      hint: 'Take another copy, or another backup.',
    })
  }

  private *file(): Step<void> {
    const { queue, contents } = this
    const header = (yield* queue.bytes(9)).toString('latin1')
    const version = /^(?:REDIS|VALKEY)(\d{3,4})$/.exec(header)?.[1]
    if (version === undefined) throw new Failure('integrity', 'this is no RDB file: its header is another')
    contents.version = Number(version)
    let database = this.database(0)
    let expiry = ''
    for (;;) {
      const code = yield* queue.byte()
      if (code === opcode.end) break
      if (code === opcode.select) database = this.database(yield* readCount(queue))
      else if (code === opcode.sizes) for (let left = 2; left > 0; left -= 1) yield* readCount(queue)
      else if (code === opcode.slot) for (let left = 3; left > 0; left -= 1) yield* readCount(queue)
      else if (code === opcode.milliseconds) expiry = String((yield* queue.bytes(8)).readBigInt64LE())
      else if (code === opcode.seconds) expiry = `${(yield* queue.bytes(4)).readInt32LE()}000`
      else if (code === opcode.idle) yield* readCount(queue)
      else if (code === opcode.frequency) yield* queue.byte()
      else if (code === opcode.auxiliary) yield* this.auxiliary()
      else if (code === opcode.library) {
        yield* digestString(queue)
        contents.libraries += 1
      } else if (code === opcode.module) {
        contents.hasModules = true
        for (let left = 3; left > 0; left -= 1) yield* readCount(queue)
        yield* moduleParts(queue, createHash('sha256'))
      } else {
        const kind = kindOfType(code)
        if (kind === null) throw unknown(contents.version, code)
        if (kind === 'module') contents.hasModules = true
        const name = yield* digestString(queue)
        const value = yield* digestValue(queue, code)
        database.keys += 1
        if (name.equals(this.marker)) contents.marked.push(database.index)
        if (expiry !== '') database.expires += 1
        contents.keys.add(together(name, Buffer.from(`${database.index} ${kind} ${expiry}`)))
        let same = contents.values.get(code)
        if (same === undefined) contents.values.set(code, (same = new Multiset()))
        same.add(together(name, value, Buffer.from(String(database.index))))
        expiry = ''
      }
    }
    contents.databases = contents.databases.filter(({ keys }) => keys > 0).sort((a, b) => a.index - b.index)
    // Files before version 5 have none.
    if (contents.version < 5) return
    const expected = queue.checksum()
    const written = (yield* queue.bytes(8)).readBigUInt64LE()
    contents.hasChecksum = written !== 0n
    if (contents.hasChecksum && written !== expected) {
      throw new Failure('integrity', 'the RDB file is damaged: its checksum is another', {
        hint: 'Take another copy, or another backup.',
      })
    }
  }

  private *auxiliary(): Step<void> {
    const name = (yield* readString(this.queue)).toString('latin1')
    const value = (yield* readString(this.queue)).toString('latin1')
    if (/^(redis|valkey)-ver$/.test(name) && /^[0-9.]{1,20}$/.test(value)) this.contents.writtenBy = value
  }

  private database(index: number): RdbContents['databases'][number] {
    const known = this.contents.databases.find((each) => each.index === index)
    if (known !== undefined) return known
    const database = { index, keys: 0, expires: 0 }
    this.contents.databases.push(database)
    return database
  }
}

const opcode = {
  slot: 244,
  library: 245,
  module: 247,
  idle: 248,
  frequency: 249,
  auxiliary: 250,
  sizes: 251,
  milliseconds: 252,
  seconds: 253,
  select: 254,
  end: 255,
} as const

/** The newest format of which every part is known here: Redis 7.4 and Valkey 8 write 12 and 11. */
const newestKnown = 12

function unknown(version: number, code: number): Failure {
  if (version <= newestKnown) return malformed()
  return new Failure(
    'missing',
    `the RDB file has format ${version} with a part (${code}) that this Lifeboat does not know`,
    { hint: 'Use a newer Lifeboat for servers as new as this one.' },
  )
}

/** Digest and encoding of one value as `DUMP` gives it: type, value, two bytes of version, eight of checksum. */
export function digestPayload(payload: Buffer): { type: number; digest: Buffer } {
  const queue = new ByteQueue()
  queue.push(payload.subarray(1))
  const type = payload[0] ?? 255
  const read = digestValue(queue, type).next()
  if (read.done !== true) throw malformed()
  return { type, digest: read.value }
}
