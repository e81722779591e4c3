import { expect, test } from 'vitest'
import { isFromTheFuture, timeAndAge } from '../../src/domain/age.ts'

const now = Date.parse('2026-11-21T10:27:00Z')

test('a time is told with its age, and one that is yet to come is not told as negative', () => {
  expect(timeAndAge(now - 12 * 60_000, now)).toBe('2026-11-21T10:15:00Z, 12 min ago')
  expect(timeAndAge(now + 30_000, now)).toBe('2026-11-21T10:27:30Z, 0.0 s ago')
})

test('a date is from the future where clocks that are a minute apart do not explain it, or where it is none', () => {
  expect([now, now + 60_000].map((at) => isFromTheFuture(at, now))).toEqual([false, false])
  expect([now + 60_001, Number.NaN].map((at) => isFromTheFuture(at, now))).toEqual([true, true])
})
