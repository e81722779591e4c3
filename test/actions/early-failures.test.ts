import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runBuiltAction } from '../e2e/built-action.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-early-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const run = (name: string, inputs: Record<string, string>, env: Record<string, string> = {}) =>
  runBuiltAction(name, { inputs, env, directory, runnerTemp: join(directory, 'temp') })

async function writeEnvironment(): Promise<void> {
  await mkdir(join(directory, 'environments'))
  await writeFile(
    join(directory, 'environments/dev.yml'),
    `environment: dev
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores: [{ name: folder, type: local, path: "\${FOLDER}" }]
encryption: none
`,
  )
}

describe.each(['backup', 'verify-restore'])('%s, where it cannot even begin,', (name) => {
  test('fails as config with outputs, report and summary when there is no environment file', async () => {
    const ended = await run(name, { environment: 'dev' })
    expect(ended.code).toBe(2)
    expect(ended.outputs).toMatchObject({ verdict: 'failed', failure: 'config', 'backup-id': '' })
    expect(ended.report).toMatchObject({ environment: 'dev', verdict: 'failed', failure: { kind: 'config' } })
    expect(ended.summary).toContain('environments/dev.yml')
    expect(ended.leftovers).toEqual([])
  })

  test('names every wrong input at once', async () => {
    const ended = await run(name, { environment: 'No Name', 'fail-on': 'sometimes' })
    expect(ended.outputs['failure']).toBe('config')
    expect(ended.report?.failure?.message).toMatch(/environment.*fail-on/s)
  })

  test('names the variable of its store that is not set', async () => {
    await writeEnvironment()
    const ended = await run(name, { environment: 'dev' }, { DATABASE_URL: 'postgres://u@127.0.0.1:9/d' })
    expect(ended.outputs['failure']).toBe('config')
    expect(ended.report?.failure?.message).toContain('FOLDER')
  })
})

test('backup names the variable of its source that is not set; verify-restore does not ask for it', async () => {
  await writeEnvironment()
  const env = { FOLDER: join(directory, 'backups') }
  const backup = await run('backup', { environment: 'dev' }, env)
  expect(backup.outputs['failure']).toBe('config')
  expect(backup.report?.failure?.message).toContain('DATABASE_URL')
  const verify = await run('verify-restore', { environment: 'dev' }, env)
  expect(verify.outputs['failure']).toBe('missing')
})

describe('the action at the root', () => {
  test('does what its command says', async () => {
    const ended = await run('..', { command: 'verify-restore', environment: 'dev' })
    expect(ended.report?.operation).toBe('verify-restore')
    expect(ended.code).toBe(2)
  })

  test.each(['restore-everything', 'constructor', ''])('refuses the command %j', async (command) => {
    const ended = await run('..', { command, environment: 'dev' })
    expect(ended.code).toBe(2)
    expect(ended.stdout).toContain('::error')
    expect(ended.stdout).toContain('accepted: backup or restore or verify-restore or retention or replicate')
    expect(ended.outputs).toEqual({ verdict: 'failed', failure: 'config', report: '' })
  })
})
