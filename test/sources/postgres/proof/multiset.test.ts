import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeFields, multisetOfFile, Multiset } from '../../../../src/sources/postgres/proof/multiset.ts'

const signal = new AbortController().signal
const cell = fc.oneof(
  fc.constantFrom('\\N', '', '\\\\.', '\\t'),
  fc.string().map((text) => text.replaceAll(/[\\\n\t\r]/g, '')),
)
const rows = fc.array(fc.tuple(cell, cell, cell))
const line = (fields: readonly string[]) => `${fields.join('\t')}\n`

/** A data file of pg_dump, in pieces of some size. */
function file(lines: readonly string[], piece = 7): Readable {
  const bytes = Buffer.from(`${lines.join('')}\\.\n\n\n`)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece))
  return Readable.from(pieces, { objectMode: false })
}

describe('the fingerprint of rows', () => {
  it('is the same in any order and in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 100 }),
        fc.infiniteStream(fc.nat()),
        async (all, piece, chance) => {
          const lines = all.map(line)
          const shuffled = lines
            .map((text) => ({ text, rank: Number(chance.next().value) }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ text }) => text)
          const first = await multisetOfFile(file(lines), null, signal)
          const second = await multisetOfFile(file(shuffled, piece), null, signal)
          expect(first.equals(second)).toBe(true)
          expect(first.rows).toBe(all.length)
        },
      ),
    )
  })

  it('differs when a row is missing, doubled or changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), fc.nat(), async (all, at) => {
        const lines = all.map(line)
        const index = at % lines.length
        const whole = await multisetOfFile(file(lines), null, signal)
        const others = [
          lines.toSpliced(index, 1),
          lines.toSpliced(index, 0, lines[index] ?? ''),
          lines.with(index, 'another\trow\there\n'),
        ]
        for (const other of others)
          expect(whole.equals(await multisetOfFile(file(other), null, signal))).toBe(false)
      }),
    )
  })

  it('differs when a value moves from one row to the next', async () => {
    const one = await multisetOfFile(file(['1\ta\n', '2\tb\n']), null, signal)
    const other = await multisetOfFile(file(['1\tb\n', '2\ta\n']), null, signal)
    expect(one.equals(other)).toBe(false)
  })

  it('counts rows without columns', async () => {
    expect((await multisetOfFile(file(['\n', '\n', '\n']), null, signal)).rows).toBe(3)
  })

  it('is that of both when two are joined', async () => {
    const joined = new Multiset()
    joined.join(await multisetOfFile(file(['a\n']), null, signal))
    joined.join(await multisetOfFile(file(['b\n']), null, signal))
    expect(joined.equals(await multisetOfFile(file(['b\n', 'a\n']), null, signal))).toBe(true)
  })

  it('is the same when columns in another order are arranged', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const turned = all.map(([a, b, c]) => line([c, a, b]))
        const arranged = await multisetOfFile(file(turned), arrangeFields([1, 2, 0]), signal)
        expect(arranged.equals(await multisetOfFile(file(all.map(line)), null, signal))).toBe(true)
      }),
    )
  })

  it('keeps bytes that are no UTF-8 when it arranges columns', () => {
    const row = Buffer.from([0xff, 0x09, 0xe4, 0x80, 0x09, 0x00])
    expect(arrangeFields([2, 0, 1])(row)).toEqual(Buffer.from([0x00, 0x09, 0xff, 0x09, 0xe4, 0x80]))
  })

  it('is refused of a file without its end mark', async () => {
    const cut = Readable.from([Buffer.from('1\n2\n')], { objectMode: false })
    await expect(multisetOfFile(cut, null, signal)).rejects.toMatchObject({ kind: 'integrity' })
  })
})
