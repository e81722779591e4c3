import { describe, expect, test } from 'vitest'
import { condemns, type Proof } from '../../src/domain/proof.ts'

type Check = Proof['checks'][number]

const passed = (rung: Check['rung'], name: string): Check => ({
  rung,
  name,
  status: 'passed',
  detail: '',
  subjects: [],
  failure: null,
  duration: 1,
})
const failed = (rung: Check['rung'], name: string, failure: Check['failure']): Check => ({
  ...passed(rung, name),
  status: 'failed',
  failure,
})

describe('a restore test that failed condemns the backup when', () => {
  test.each<{ name: string; checks: Check[] }>([
    { name: 'a row is another', checks: [failed('equal', 'rows', 'integrity')] },
    { name: 'no store has an object', checks: [failed('stored', 'copy in one', 'missing')] },
    {
      name: 'bytes of the only copy are others, though every object is there',
      checks: [passed('stored', 'objects'), failed('intact', 'copy in one', 'integrity')],
    },
    {
      name: 'a row is another, though the bytes are as they were stored',
      checks: [passed('intact', 'copies'), failed('equal', 'rows', 'integrity')],
    },
  ])('$name', ({ checks }) => {
    expect(condemns({ verdict: 'failed', checks })).toBe(true)
  })
})

describe('a restore test that failed says nothing of the backup when', () => {
  test.each<{ name: string; checks: Check[] }>([
    { name: 'an objective was missed', checks: [passed('equal', 'rows')] },
    { name: 'the data is too old', checks: [failed('fresh', 'age of the newest data', 'objective')] },
    { name: 'a clock is wrong', checks: [failed('fresh', 'age of the newest data', 'integrity')] },
    { name: 'the machine lacks a program', checks: [failed('restorable', 'rehearsal', 'missing')] },
    { name: 'the backup is of other sources', checks: [failed('complete', 'source more', 'missing')] },
    { name: 'a store was out of reach', checks: [failed('stored', 'copy in one', 'unavailable')] },
    {
      name: 'one copy is damaged and another is as it was stored',
      checks: [failed('intact', 'copy in one', 'integrity'), passed('intact', 'copies')],
    },
    {
      name: 'one store lacks an object and another has them all',
      checks: [failed('stored', 'copy in one', 'missing'), passed('stored', 'objects')],
    },
  ])('$name', ({ checks }) => {
    expect(condemns({ verdict: 'failed', checks })).toBe(false)
  })
})

test('a restore test that was passed condemns nothing, whatever its checks say', () => {
  expect(condemns({ verdict: 'degraded', checks: [failed('equal', 'rows', 'integrity')] })).toBe(false)
})
