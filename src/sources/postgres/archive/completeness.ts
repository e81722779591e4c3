/**
 * Tells when a data file that pg_dump is writing is whole. Its own verbose messages cannot be trusted for that (they
 * can be garbled or forged by a table's name); the bytes can.
 */
export interface EndDetector {
  /** Takes the next bytes of the file. */
  push(chunk: Uint8Array): void
  /** True when the bytes so far are a whole file. */
  readonly whole: boolean
}

/** Plain table data ends in the COPY end mark and two empty lines; data itself can never contain these bytes. */
export function plainTableEnd(): EndDetector {
  const mark = Buffer.from('\\.\n\n\n')
  let tail: Buffer = Buffer.alloc(0)
  return {
    push(chunk) {
      tail = Buffer.from(Buffer.concat([tail, chunk.subarray(Math.max(0, chunk.length - 6))]).subarray(-6))
    },
    get whole() {
      if (tail.length < mark.length || !tail.subarray(-mark.length).equals(mark)) return false
      return tail.length === mark.length || tail[0] === 0x0a
    },
  }
}

/**
 * A zstd file is whole when its frame has ended: blocks are walked by their headers, nothing is decompressed
 * (RFC 8878, section 3.1.1).
 */
export function zstdFrameEnd(): EndDetector {
  let pending: Buffer = Buffer.alloc(0)
  let skip = 0
  let state: 'frame' | 'block' | 'ended' = 'frame'
  let checksum = 0
  let last = false

  function step(): boolean {
    if (state === 'frame' || state === 'ended') {
      if (pending.length < 5) return false
      if (pending.readUInt32LE(0) !== 0xfd2fb528) {
        state = 'frame'
        return false
      }
      const descriptor = pending.readUInt8(4)
      const singleSegment = (descriptor & 0x20) !== 0
      const sizeFlag = descriptor >> 6
      const contentSize = sizeFlag === 0 ? (singleSegment ? 1 : 0) : 2 ** sizeFlag
      const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0
      checksum = (descriptor & 4) !== 0 ? 4 : 0
      advance(5 + (singleSegment ? 0 : 1) + dictionary + contentSize)
      state = 'block'
      return true
    }
    if (last) {
      last = false
      state = 'ended'
      return true
    }
    if (pending.length < 3) return false
    const header = pending.readUIntLE(0, 3)
    const type = (header >> 1) & 3
    const size = header >> 3
    last = (header & 1) === 1
    advance(3 + (type === 1 ? 1 : size) + (last ? checksum : 0))
    return true
  }

  function mayStep(): boolean {
    return skip === 0 && (pending.length > 0 || last)
  }

  function advance(count: number): void {
    const here = Math.min(count, pending.length)
    pending = pending.subarray(here)
    skip = count - here
  }

  return {
    push(chunk) {
      let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      if (skip > 0) {
        const here = Math.min(skip, rest.length)
        skip -= here
        rest = rest.subarray(here)
      }
      if (skip > 0) return
      pending = pending.length === 0 ? rest : Buffer.concat([pending, rest])
      while (mayStep() && step());
      // What is left is a few bytes of a header: copied, so that the chunk can be freed.
      pending = Buffer.from(pending)
      if (skip === 0 && last) step()
    },
    get whole() {
      return state === 'ended' && skip === 0 && pending.length === 0
    },
  }
}
