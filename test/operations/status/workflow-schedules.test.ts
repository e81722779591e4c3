import { beforeAll, expect, it } from 'vitest'
import { parseCrons } from '../../../src/domain/schedule.ts'
import { watchOf } from '../../../src/operations/status/view.ts'
import { expectedRuns } from '../../../src/operations/status/workflow-schedules.ts'
import { makeTestKeys } from '../../support/ports/environment.ts'
import { keeping, type Keeping } from '../../support/ports/retention.ts'

let kept: Keeping
beforeAll(async () => {
  kept = await keeping(await makeTestKeys(), { objectives: { 'backup-every': '1h' } })
})

const runsAt = (cron: string | null, timezone = 'UTC') => ({
  on: cron === null ? 'workflow_dispatch' : { schedule: [{ cron, timezone }] },
  jobs: { a: { steps: [{ run: 'lifeboat backup --environment test' }] } },
})
const expected = (files: Record<string, unknown>) =>
  expectedRuns('backup', kept.environment, watchOf(kept.environment), new Map(Object.entries(files)))

it('takes the lines of all workflows together, so that none that hardly ever runs stands for the others', () => {
  expect(
    expected({ 'a.yml': runsAt('0 0 1 1 *'), 'b.yml': runsAt('7 * * * *'), 'c.yml': runsAt(null) }),
  ).toEqual({
    expected: { kind: 'cron', lines: parseCrons(['0 0 1 1 *', '7 * * * *']) },
    basis: 'a.yml, b.yml',
    paths: ['a.yml', 'b.yml'],
  })
})

it('passes over a workflow whose line GitHub cannot read', () => {
  expect(expected({ 'a.yml': runsAt('never'), 'b.yml': runsAt('7 * * * *') })).toMatchObject({
    expected: { kind: 'cron' },
    paths: ['b.yml'],
  })
})

it('keeps to the promise where one line is in another time zone, or none is there', () => {
  const interval = { expected: { kind: 'interval', every: 3_600_000 }, basis: 'backup-every' }
  const abroad = runsAt('7 * * * *', 'Europe/Berlin')
  expect(expected({ 'a.yml': abroad, 'b.yml': runsAt('9 9 * * *') })).toMatchObject(interval)
  expect(expected({ 'a.yml': runsAt(null), 'b.yml': runsAt(null) })).toMatchObject({
    ...interval,
    paths: ['a.yml'],
  })
})
