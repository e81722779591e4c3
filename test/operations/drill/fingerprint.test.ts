import { expect, test } from 'vitest'
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
