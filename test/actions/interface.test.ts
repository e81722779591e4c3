import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'

/** What users have written into their workflows: may grow, never change. */
const shared = {
  inputs: ['environment', 'config', 'reason', 'fail-on', 'github-token'],
  outputs: ['verdict', 'failure', 'report'],
}
const promised = {
  'actions/backup/action.yml': {
    inputs: [...shared.inputs, 'label', 'class'],
    outputs: [...shared.outputs, 'backup-id', 'size', 'duration'],
  },
  'actions/verify-restore/action.yml': {
    inputs: [...shared.inputs, 'backup', 'level', 'identity', 'identity-file'],
    outputs: [...shared.outputs, 'backup-id', 'rto', 'rpo', 'proof'],
  },
}

interface ActionFile {
  inputs: Record<string, { required: boolean; default?: string; description: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string }
}

const actionFile = async (path: string): Promise<ActionFile> =>
  parse(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8')) as ActionFile

describe.each(Object.entries(promised))('%s', (path, { inputs, outputs }) => {
  test('has every input and output that was promised', async () => {
    const action = await actionFile(path)
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(inputs))
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(outputs))
  })

  test('demands only the environment', async () => {
    const action = await actionFile(path)
    const required = Object.entries(action.inputs).filter(([, input]) => input.required)
    expect(required.map(([name]) => name)).toEqual(['environment'])
  })

  test("fails for `failed` only, and uses the job's token, unless told otherwise", async () => {
    const action = await actionFile(path)
    expect(action.inputs['fail-on']?.default).toBe('failed')
    expect(action.inputs['github-token']?.default).toBe('${{ github.token }}')
  })

  test('runs on node24 a file that is there', async () => {
    const { runs } = await actionFile(path)
    expect(runs.using).toBe('node24')
    const main = new URL(runs.main, new URL(`../../${path}`, import.meta.url))
    expect(await readFile(main, 'utf8')).toContain("from '../dist/index.js'")
  })
})

test('the action at the root takes a command and every input of every action', async () => {
  const root = await actionFile('action.yml')
  const all = Object.values(promised)
  expect(Object.keys(root.inputs)).toEqual(
    expect.arrayContaining(['command', ...all.flatMap(({ inputs }) => inputs)]),
  )
  expect(Object.keys(root.outputs)).toEqual(expect.arrayContaining(all.flatMap(({ outputs }) => outputs)))
})
