import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBackupId, newestFirst, parseBackupId } from '../../src/domain/backup-id.ts'
import { Failure } from '../../src/domain/failure.ts'

const millisecond = fc.integer({ min: 0, max: Date.UTC(2199, 11, 31) })
const second = fc.integer({ min: 0, max: Date.UTC(2199, 11, 31) / 1_000 }).map((seconds) => seconds * 1_000)
const random = fc.uint8Array({ minLength: 3, maxLength: 8 })
const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/)

describe('a backup id', () => {
  test('tells its time and label again', () => {
    fc.assert(
      fc.property(second, random, fc.option(label, { nil: undefined }), (at, bytes, words) => {
        expect(parseBackupId(makeBackupId(at, bytes, words))).toEqual({ at, label: words })
      }),
    )
  })

  test('is made of characters that every store treats alike, in keys that sort by time, also within a second', () => {
    fc.assert(
      fc.property(
        millisecond,
        fc.integer({ min: 1, max: 2_000 }),
        random,
        random,
        (first, after, bytes, otherBytes) => {
          const earlier = makeBackupId(first, bytes, 'zzz')
          const later = makeBackupId(first + after, otherBytes)
          expect(earlier < later).toBe(true)
          expect(newestFirst([earlier, later])).toEqual([later, earlier])
          expect(earlier).toMatch(/^[A-Za-z0-9-]+$/)
        },
      ),
    )
  })

  test('orders the same whatever order the ids come in', () => {
    const ids = fc.uniqueArray(fc.tuple(second, random).map(([at, bytes]) => makeBackupId(at, bytes)))
    fc.assert(
      fc.property(ids, (all) => {
        expect(newestFirst(all.toReversed())).toEqual(newestFirst(all))
      }),
    )
  })

  test.each(['Pre', '-a', 'a-', 'a b', 'ä', '', 'a/b', 'a'.repeat(41)])('takes no label %j', (bad) => {
    expect(() => makeBackupId(0, new Uint8Array(5), bad)).toThrow(Failure)
  })

  test.each([
    '',
    'latest',
    '20261121T101500Z',
    '20261121T101500Z-k3f9',
    '20261121T101500Z-k3f9x-',
    '20261121T101500Z-K3F9X',
    '20261301T101500Z-k3f9x',
    '20260230T101500Z-k3f9x',
    '20261121T251500Z-k3f9x',
    '20261121T101500Z-k3f9x/..',
    '20261121T101500Z-k3f9x\n',
  ])('is not %j', (text) => {
    expect(parseBackupId(text)).toBeNull()
  })
})
