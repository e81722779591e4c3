import { expect, test } from 'vitest'
import type { CheckStatus } from '../../src/domain/verdict.ts'
import { RunReport } from '../../src/operations/run-report.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'
import { makeTestKeys } from '../support/ports/environment.ts'
import { backupPorts } from '../support/ports/ports.ts'

test('what to do about a failed check is said before what to do about a degraded or a skipped one', async () => {
  await using ports = await backupPorts([memoryStore()], await makeTestKeys())
  const run = new RunReport('validate', 'shop', ports)
  const asked: CheckStatus[] = ['skipped', 'degraded', 'passed', 'failed', 'skipped']
  for (const [index, status] of asked.entries()) {
    run.check({
      rung: 'stored',
      name: status,
      status,
      detail: '',
      subjects: [],
      failure: status === 'failed' ? 'unavailable' : null,
      hint: `${status} ${index}`,
      duration: 0,
    })
  }
  const { next } = run.finish('degraded', null)
  expect(next).toEqual(['failed 3', 'degraded 1', 'skipped 0', 'skipped 4', 'passed 2'])
})
