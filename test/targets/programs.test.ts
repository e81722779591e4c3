import { expect, test } from 'vitest'
import { createProcesses } from '../../src/host/processes.ts'
import { runProgram } from '../../src/targets/programs.ts'

const { signal } = new AbortController()

const failureOf = (script: string, timeout = 60_000): Promise<unknown> =>
  runProgram('trying', ['sh', '-c', script], {
    context: { variables: { PATH: process.env['PATH'] }, processes: createProcesses() },
    names: [],
    timeout,
    signal,
  }).catch((error: unknown) => error)

test.each([
  ['its time', 'sleep 60', 100],
  ['a signal', 'kill -9 $$', undefined],
  ['a signal, as a shell says it', "sh -c 'kill -9 $$'; exit $?", undefined],
])('a program that %s has ended did not come to its end', async (_, script, timeout) => {
  expect(await failureOf(script, timeout)).toMatchObject({ kind: 'unavailable', isCutShort: true })
})

test.each([1, 2, 125, 127, 128, 255])(
  'a program that ended by itself with code %i came to its end',
  async (code) => {
    expect(await failureOf(`exit ${code}`)).toMatchObject({ kind: 'unavailable', isCutShort: false })
  },
)
