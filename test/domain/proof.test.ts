import { describe, expect, test } from 'vitest'
import { condemns, judgementOf, type Proof } from '../../src/domain/proof.ts'

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

describe('what the restore tests of a backup amount to:', () => {
  type Tried = Parameters<typeof judgementOf>[0] extends AsyncIterable<infer One> ? One : never
  const tried = (checks: Check[], change: Partial<Tried> = {}): Tried => ({
    verdict: checks.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
    level: 'useful',
    manifestSha256: 'a',
    checks,
    ...change,
  })
  const word = async (newestFirst: Tried[]) => {
    const given = (async function* () {
      yield* newestFirst
    })()
    return (await judgementOf(given, 'a')).word
  }
  const good = tried([passed('equal', 'rows')])
  const bad = tried([failed('equal', 'rows', 'integrity')])
  const late = tried([passed('equal', 'rows'), failed('fresh', 'age of the newest data', 'objective')])
  const useless = tried([passed('equal', 'rows'), failed('useful', 'there are orders', 'objective')])
  const untried = tried([failed('restorable', 'rehearsal', 'unavailable')])
  const shallow = tried([passed('intact', 'copies')], { level: 'intact', verdict: 'degraded' })
  const another = tried([passed('equal', 'rows')], { manifestSha256: 'b' })

  test.each<[string, Tried[], string]>([
    ['nothing, when there is none', [], 'untried'],
    ['it came back', [good], 'acquitted'],
    ['it came back, though too late or too old', [late], 'acquitted'],
    ['it came back, by an older test, when the newest could not be made', [untried, good], 'acquitted'],
    ['it came back, by an older test, when the newest read no data', [shallow, good], 'acquitted'],
    ['it is bad', [bad, good], 'condemned'],
    ['it is bad still, when the newest could not be made', [untried, bad], 'condemned'],
    ['it is bad still, when the newest read no data', [shallow, bad], 'condemned'],
    ['it is bad still, when what came back since was of another manifest', [another, bad], 'condemned'],
    ['it came back since, as after a repair', [good, bad], 'acquitted'],
    ['nothing, when a check of the user’s refused what came back', [useless], 'untried'],
    ['nothing more, when a check of the user’s refused it since', [useless, good], 'untried'],
    ['it is bad still, when a check of the user’s refused it since', [useless, bad], 'condemned'],
  ])('%s', async (_, newestFirst, found) => {
    expect(await word(newestFirst)).toBe(found)
  })
})
