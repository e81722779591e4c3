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
  const nothing = { keys: new Map(), count: 0, times: [], functions: null }
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
    times: expires === null ? [] : [expires],
    functions: null,
  })
  const left = {
    keys: new Map([['0 cart:b', { digest: 'b', expires: null }]]),
    count: 1,
    times: [],
    functions: null,
  }
  const compared = (expires: number | null) =>
    compareRedis(of(expires), left, { now: 1_000_000, isChosen: false })
  expect(compared(1_000_000)).toMatchObject({
    status: 'passed',
    detail: expect.stringContaining('time of 1'),
  })
  expect(compared(2_000_000)).toMatchObject({ status: 'failed', subjects: ['database 0, a key session:…'] })
  expect(compared(null)).toMatchObject({ status: 'failed' })
})

test('where keys are only counted, no more may be missing than had a time that has come', () => {
  const sessions = { keys: null, count: 1_001, times: [500_000, 9_000_000], functions: null }
  const compared = (count: number) =>
    compareRedis(sessions, { ...sessions, count }, { now: 1_000_000, isChosen: true }).status
  expect([compared(1_001), compared(1_000), compared(999), compared(1), compared(1_002)]).toEqual([
    'passed',
    'passed',
    'failed',
    'failed',
    'failed',
  ])
})
