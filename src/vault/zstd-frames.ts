import { Failure } from '../domain/failure.ts'

/**
 * Finds where zstd frames end (RFC 8878, section 3.1) by reading only the headers of frames and blocks, so that bytes
 * pass by uncopied.
 */
export class ZstdFrames {
  /** Header bytes gathered so far, when one is split over chunks. */
  private header: Buffer = Buffer.alloc(0)
  private headerSize = 4
  private step: Step = 'magic'
  /** Bytes to pass before the next header, and what follows them. */
  private passing = 0
  private after: 'block header' | 'end' = 'end'
  private checksumSize = 0
  private isData = true

  /** True when every frame that began has ended. */
  get isBetweenFrames(): boolean {
    return this.step === 'magic' && this.header.length === 0
  }

  /** The chunk in pieces that belong to one frame each. @throws Failure `integrity` when something is no frame */
  *split(chunk: Buffer): Generator<FramePiece> {
    let start = 0
    let position = 0
    while (position < chunk.length) {
      if (this.step === 'body') {
        const passed = Math.min(this.passing, chunk.length - position)
        this.passing -= passed
        position += passed
      } else {
        const gathered = this.header.length
        const taken = chunk.subarray(position, position + this.headerSize - gathered)
        const header = gathered === 0 ? taken : Buffer.concat([this.header, taken])
        position += taken.length
        const isMagic = this.step === 'magic'
        if (header.length < this.headerSize) {
          this.header = header
          if (isMagic) return // held back: whose bytes these are is not known yet
          break
        }
        this.header = Buffer.alloc(0)
        this.readHeader(header)
        if (isMagic && gathered > 0) {
          yield { bytes: header, isData: this.isData, endsFrame: false }
          start = position
        }
      }
      if (this.step === 'body' && this.passing === 0 && this.finishBody()) {
        yield { bytes: chunk.subarray(start, position), isData: this.isData, endsFrame: true }
        start = position
      }
    }
    if (start < chunk.length) yield { bytes: chunk.subarray(start), isData: this.isData, endsFrame: false }
  }

  /** After a body: true when the frame has ended. */
  private finishBody(): boolean {
    if (this.after === 'end') {
      this.expect('magic', 4)
      return true
    }
    this.expect('block header', 3)
    return false
  }

  private readHeader(header: Buffer): void {
    switch (this.step) {
      case 'magic':
        return this.readMagic(header.readUInt32LE(0))
      case 'skippable':
        return this.pass(header.readUInt32LE(0), 'end')
      case 'descriptor':
        return this.readDescriptor(header.readUInt8(0))
      case 'frame header':
        return this.expect('block header', 3)
      case 'block header':
        return this.readBlockHeader(header.readUIntLE(0, 3))
      case 'body':
        throw new Failure('bug', 'a body has no header')
    }
  }

  private readMagic(magic: number): void {
    this.isData = magic === 0xfd2fb528
    if (this.isData) this.expect('descriptor', 1)
    else if (magic >>> 4 === 0x184d2a5) this.expect('skippable', 4)
    else throw new Failure('integrity', 'this is not zstd data, or something else follows it')
  }

  private readDescriptor(descriptor: number): void {
    const isSingleSegment = (descriptor & 0x20) !== 0
    this.checksumSize = (descriptor & 0x04) === 0 ? 0 : 4
    const windowSize = isSingleSegment ? 0 : 1
    const dictionarySize = [0, 1, 2, 4][descriptor & 0x03] ?? 0
    const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0
    const size = windowSize + dictionarySize + contentSize
    this.expect('frame header', size)
  }

  private readBlockHeader(header: number): void {
    const isLast = (header & 1) === 1
    const type = (header >>> 1) & 3
    if (type === 3) throw new Failure('integrity', 'the compressed data is damaged')
    const size = type === 1 ? 1 : header >>> 3 // a run-length block holds one byte
    this.pass(size + (isLast ? this.checksumSize : 0), isLast ? 'end' : 'block header')
  }

  private expect(step: Step, size: number): void {
    this.step = step
    this.headerSize = size
  }

  private pass(size: number, after: 'block header' | 'end'): void {
    this.step = 'body'
    this.passing = size
    this.after = after
  }
}

type Step = 'magic' | 'skippable' | 'descriptor' | 'frame header' | 'block header' | 'body'

export interface FramePiece {
  bytes: Buffer
  /** False in a skippable frame, which decompresses to nothing. */
  isData: boolean
  /** The frame's last piece. */
  endsFrame: boolean
}
