import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import type { RedisAnswer } from '../../../src/ports/laboratory.ts'
import { AnswerReader } from '../../../src/sources/redis/answer-reader.ts'

type Sent = RedisAnswer | { error: string }

const { answer } = fc.letrec<{ answer: Sent; list: Sent }>((tie) => ({
  answer: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: fc.constantFrom('a', 'Z', ' ', ':') }),
    fc.integer(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    tie('list'),
  ),
  list: fc.array(tie('answer'), { maxLength: 5 }) as fc.Arbitrary<Sent>,
}))

function encode(sent: Sent): Buffer {
  if (typeof sent === 'string') return Buffer.from(`+${sent}\r\n`)
  if (typeof sent === 'number') return Buffer.from(`:${sent}\r\n`)
  if (sent === null) return Buffer.from('$-1\r\n')
  if (Buffer.isBuffer(sent))
    return Buffer.concat([Buffer.from(`$${sent.length}\r\n`), sent, Buffer.from('\r\n')])
  if ('error' in sent) return Buffer.from(`-${sent.error}\r\n`)
  return Buffer.concat([Buffer.from(`*${sent.length}\r\n`), ...sent.map(encode)])
}

const reader = () => new AnswerReader((line) => new Failure('unavailable', line))

test('answers come out as they were sent, in whatever pieces the bytes come', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 9 })),
      (sent, cuts) => {
        const bytes = Buffer.concat(sent.map(encode))
        const reading = reader()
        const found: unknown[] = []
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const next = at + (cuts[turn % Math.max(1, cuts.length)] ?? bytes.length)
          found.push(...reading.feed(bytes.subarray(at, next)))
          at = next
        }
        expect(found).toEqual(sent)
      },
    ),
  )
})

test('an error within an array is the answer of the whole, and what follows is read on', () => {
  const bytes = Buffer.concat([encode(['a', 1]), Buffer.from('*2\r\n-ERR no\r\n+b\r\n'), encode('c')])
  const found = [...reader().feed(bytes)]
  expect(found[0]).toEqual(['a', 1])
  expect(found[1]).toBeInstanceOf(Failure)
  expect(found[2]).toBe('c')
})

test('an answer is known to be too long before it has come', () => {
  const reading = reader()
  expect([...reading.feed(Buffer.from('*2\r\n$3\r\nabc\r\n$1000000\r\n'))]).toEqual([])
  expect(reading.length).toBeGreaterThan(1_000_000)
})
