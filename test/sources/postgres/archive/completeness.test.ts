import { zstdCompressSync, constants } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  plainTableEnd,
  zstdFrameEnd,
  type EndDetector,
} from '../../../../src/sources/postgres/archive/completeness.ts'

/** Where to cut some bytes: anywhere, also so that pieces are empty. */
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })

/** Whether the detector calls the file whole after each piece; only the last answer may be yes. */
function answers(detector: EndDetector, bytes: Buffer, at: readonly number[]): boolean[] {
  const borders = [...new Set([0, ...at.map((part) => Math.floor(part * bytes.length)), bytes.length])].sort(
    (a, b) => a - b,
  )
  return borders.slice(1).map((border, index) => {
    // The same memory is used again for every piece, as a reader may do.
    const piece = Buffer.from(bytes.subarray(borders[index], border))
    detector.push(piece)
    piece.fill(0x5c)
    return detector.whole
  })
}

const wholeAtTheEndOnly = (seen: boolean[]) => seen.indexOf(true) === seen.length - 1

/** What COPY writes of a text: no line of it can be the end mark. */
const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')

describe('the end of a table’s plain data', () => {
  it('is seen when all of it has come, and not before, whatever the data and the chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('\\.', '\\.\n\n\n', '.', '\\', ''))),
        cuts,
        (rows, at) => {
          const bytes = Buffer.from(`${rows.map((row) => `${escaped(row)}\n`).join('')}\\.\n\n\n`)
          expect(wholeAtTheEndOnly(answers(plainTableEnd(), bytes, at))).toBe(true)
        },
      ),
    )
  })

  it('is seen byte by byte', () => {
    const bytes = Buffer.from('1\n\\.\n\n\n')
    const seen = answers(
      plainTableEnd(),
      bytes,
      [...bytes.keys()].map((index) => index / bytes.length + 0.01),
    )
    expect(seen).toHaveLength(bytes.length)
    expect(wholeAtTheEndOnly(seen)).toBe(true)
  })

  it('is not seen in a value that ends like it', () => {
    const detector = plainTableEnd()
    detector.push(Buffer.from('a value with \\.\n\n\n'))
    expect(detector.whole).toBe(false)
  })
})

describe('the end of a zstd frame', () => {
  const sources = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    // Long and repetitive, long and random: blocks of every kind, and many of them.
    fc
      .tuple(fc.integer({ min: 0, max: 700_000 }), fc.integer({ min: 0, max: 255 }))
      .map(([size, byte]) => Buffer.alloc(size, byte)),
    fc
      .tuple(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 1, max: 1_000 }))
      .map(([size, seed]) => noise(size, seed)),
  )
  const parameters = fc.record({
    [constants.ZSTD_c_compressionLevel]: fc.integer({ min: -5, max: 5 }),
    [constants.ZSTD_c_checksumFlag]: fc.constantFrom(0, 1),
    [constants.ZSTD_c_contentSizeFlag]: fc.constantFrom(0, 1),
  })

  it('is seen when all of it has come, and not before, whatever the data and the chunks', () => {
    fc.assert(
      fc.property(sources, parameters, cuts, (data, params, at) => {
        expect(wholeAtTheEndOnly(answers(zstdFrameEnd(), zstdCompressSync(data, { params }), at))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is seen byte by byte', () => {
    for (const data of [Buffer.alloc(0), Buffer.from('x'), Buffer.alloc(200_000), noise(3_000, 7)]) {
      for (const checksum of [0, 1]) {
        const frame = zstdCompressSync(data, { params: { [constants.ZSTD_c_checksumFlag]: checksum } })
        const detector = zstdFrameEnd()
        const seen = [...frame].map((byte) => {
          detector.push(Uint8Array.of(byte))
          return detector.whole
        })
        expect(wholeAtTheEndOnly(seen)).toBe(true)
      }
    }
  })

  it('is the end of the last frame when there are several', () => {
    const first = zstdCompressSync(noise(200_000, 3))
    const second = zstdCompressSync(Buffer.from('more'))
    const detector = zstdFrameEnd()
    detector.push(first)
    expect(detector.whole).toBe(true)
    detector.push(second.subarray(0, 6))
    expect(detector.whole).toBe(false)
    detector.push(second.subarray(6))
    expect(detector.whole).toBe(true)
  })

  it.each([
    ['no zstd', Buffer.from('PGDMP and more that is no frame')],
    ['bytes after the frame', Buffer.concat([zstdCompressSync(Buffer.from('x')), Buffer.from('leftover')])],
    ['nothing', Buffer.alloc(0)],
  ])('is not seen in %s', (_, bytes) => {
    const detector = zstdFrameEnd()
    detector.push(bytes)
    expect(detector.whole).toBe(false)
  })
})

function noise(size: number, seed: number): Buffer {
  const bytes = Buffer.alloc(size)
  let state = seed
  for (let index = 0; index < size; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[index] = state >>> 16
  }
  return bytes
}
