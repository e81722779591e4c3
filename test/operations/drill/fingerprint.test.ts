import { expect, test } from 'vitest'
import { compareRedis } from '../../../src/operations/drill/redis-fingerprint.ts'
import { compareFingerprints } from '../../../src/operations/drill/fingerprint.ts'

const small = ['public.item', '3 rows, 81'] as const

test('a table that is too large to compare is not said to be as before, though its rows are as many', () => {
  const before = new Map([small, ['public.sale', '9 rows, counted only'] as const])
  expect(compareFingerprints(before, new Map(before))).toMatchObject({
    status: 'degraded',
    detail: expect.stringContaining('1 only by the number of rows'),
    subjects: ['public.sale'],
  })
  expect(compareFingerprints(before, new Map(before), true)).toMatchObject({ status: 'passed' })
  expect(compareFingerprints(before, new Map([small]), true)).toMatchObject({ status: 'failed' })
  expect(compareFingerprints(before, new Map([small]))).toMatchObject({ status: 'failed' })
  expect(compareFingerprints(new Map([small]), new Map([small]))).toMatchObject({ status: 'passed' })
})

test('what is missing of nothing proves nothing', () => {
  const nothing = { keys: new Map(), count: 0, expiring: 0 }
  expect(compareFingerprints(new Map(), new Map())).toMatchObject({ status: 'degraded' })
  expect(compareRedis(nothing, nothing, { now: 0, isChosen: false })).toMatchObject({ status: 'degraded' })
})

test('a key that is gone before its time is missing, and one whose time has come is not', () => {
  const of = (expires: number | null) => ({
    keys: new Map([
      ['0 session:a', { digest: 'a', expires }],
      ['0 cart:b', { digest: 'b', expires: null }],
    ]),
    count: 2,
    expiring: 1,
  })
  const left = { keys: new Map([['0 cart:b', { digest: 'b', expires: null }]]), count: 1, expiring: 0 }
  const compared = (expires: number | null) =>
    compareRedis(of(expires), left, { now: 1_000_000, isChosen: false })
  expect(compared(1_000_000)).toMatchObject({
    status: 'passed',
    detail: expect.stringContaining('time of 1'),
  })
  expect(compared(2_000_000)).toMatchObject({ status: 'failed', subjects: ['database 0, a key session:…'] })
  expect(compared(null)).toMatchObject({ status: 'failed' })
})
