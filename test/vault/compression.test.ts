import { randomBytes } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { compressing, decompress } from '../../src/vault/compression.ts'
import { runProgram } from './programs.ts'
import { cut, through } from './streams.ts'

const text = Buffer.from('ahoy, lifeboat crew! '.repeat(20_000))
const skippable = Buffer.concat([Buffer.from('502a4d1805000000', 'hex'), Buffer.from('aside')])

describe('unpacking', () => {
  test('gives all frames that follow each other, however they are cut', async () => {
    const noise = randomBytes(300_000)
    const packed = Buffer.concat([
      zstdCompressSync(text),
      zstdCompressSync(Buffer.alloc(0)),
      skippable,
      zstdCompressSync(noise),
      zstdCompressSync(Buffer.from('end')),
    ])
    const plain = Buffer.concat([text, noise, Buffer.from('end')])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 6 }),
        async (sizes) => {
          const opened = await through(cut(packed, sizes), decompress())
          expect(opened.equals(plain)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('works at every border between two pieces', async () => {
    const packed = Buffer.concat([
      zstdCompressSync(Buffer.from('first')),
      skippable,
      zstdCompressSync(Buffer.from('second')),
    ])
    for (let at = 1; at < packed.length; at += 1) {
      const opened = await through([packed.subarray(0, at), packed.subarray(at)], decompress())
      expect(opened.toString()).toBe('firstsecond')
    }
  })

  test('reads what the stock program makes, and the other way round', async () => {
    const big = Buffer.concat([text, randomBytes(2_000_000)])
    for (const args of [['-1'], ['-19', '--no-check'], ['-3', '--no-content-size', '-T2', '-B1MiB']]) {
      const packed = await runProgram('zstd', ['-q', '-c', ...args], { input: big })
      expect(packed.stderr).toBe('')
      expect((await through(cut(packed.stdout, [70_000]), decompress())).equals(big)).toBe(true)
    }
    const ours = await through(cut(big, [100_000]), compressing)
    const opened = await runProgram('zstd', ['-q', '-d', '-c'], { input: ours })
    expect(opened.stderr).toBe('')
    expect(opened.stdout.equals(big)).toBe(true)
  })

  test('gives nothing for nothing, as pg_dump writes an empty large object', async () => {
    expect((await through([], decompress())).length).toBe(0)
    expect((await through([await through([], compressing)], decompress())).length).toBe(0)
  })

  test('finds every truncation', async () => {
    const first = zstdCompressSync(text)
    const packed = Buffer.concat([first, zstdCompressSync(Buffer.from('tail'))])
    for (let kept = 1; kept < packed.length; kept += 1) {
      if (kept === first.length) continue // two frames cut between them are one whole frame
      await expect(through([packed.subarray(0, kept)], decompress())).rejects.toMatchObject({
        kind: 'integrity',
      })
    }
  })

  test('finds what is no frame, at the start and after a frame', async () => {
    await expect(through([text], decompress())).rejects.toMatchObject({ kind: 'integrity' })
    const followed = Buffer.concat([zstdCompressSync(text), Buffer.from('and more')])
    await expect(through([followed], decompress())).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('of altered bytes gives the same bytes or fails, and never hangs', async () => {
    const plain = text.subarray(0, 4_000)
    const packed = await through([plain], compressing)
    const outcomes = new Set<string>()
    for (let position = 0; position < packed.length; position += 1) {
      for (const change of [1, 0x80, 0xff]) {
        const altered = Buffer.from(packed)
        altered[position] = (altered[position] ?? 0) ^ change
        const outcome = await through([altered], decompress()).then(
          (opened) => (opened.equals(plain) ? 'the same' : 'other bytes'),
          (error: unknown) => (error instanceof Failure ? error.kind : 'not a Failure'),
        )
        outcomes.add(outcome)
      }
    }
    expect([...outcomes].filter((outcome) => outcome !== 'the same')).toEqual(['integrity'])
  })
})
