import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { installPostgres } from '../support/postgres/install.ts'

const repository = resolve(import.meta.dirname, '../..')
const entry = JSON.stringify(new URL('../../src/main.ts', import.meta.url).href)

let temp: string
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'lifeboat-post-'))
})
afterEach(() => rm(temp, { recursive: true, force: true }))

/** Runs `post` as a job's last step does. */
async function runPost(folder: string): Promise<{ code: number | null; stdout: string }> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', `import { post } from ${entry}; await post()`],
    { env: { PATH: process.env['PATH'], RUNNER_TEMP: folder }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout }
}

/** Processes of which the command line names a laboratory. */
function processesOf(id: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(id)
    } catch {
      return false
    }
  })
}

describe('what is left when a run was killed while it held a laboratory', () => {
  test('is ended and removed by the step at the end of the job', async () => {
    const run = spawn(
      process.execPath,
      [join(repository, 'test/support/postgres/laboratory-child.ts'), '15', temp, ''],
      {
        env: { PATH: process.env['PATH'], LIFEBOAT_POSTGRES_DIRS: await installPostgres(15) },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    )
    const ended = once(run, 'close')
    const lines = createInterface({ input: run.stdout })
    const [line] = (await once(lines, 'line')) as [string]
    const { socket } = JSON.parse(line) as { socket: string }
    const state = (await readdir(temp)).find((name) => name.endsWith('.json')) ?? ''
    const id = /[0-9a-f]{16}/.exec(state)?.[0] ?? 'no laboratory'
    expect(processesOf(id)).not.toEqual([])
    run.kill('SIGKILL')
    await ended

    expect((await runPost(temp)).code).toBe(0)
    expect(processesOf(id)).toEqual([])
    expect(existsSync(socket)).toBe(false)
    expect(await readdir(temp)).toEqual([])
  })
})

test('where nothing is left it says nothing', async () => {
  expect(await runPost(temp)).toEqual({ code: 0, stdout: '' })
})

test('what goes wrong in it is a warning, and fails no job', async () => {
  const { code, stdout } = await runPost(join(temp, 'not-there'))
  expect(code).toBe(0)
  expect(stdout).toContain('::warning')
})

test.each(['actions/verify-restore', '.'])(
  '%s has it run at the end of the job, whatever happened',
  async (folder) => {
    const { runs } = parse(await readFile(join(repository, folder, 'action.yml'), 'utf8')) as {
      runs: Record<string, string>
    }
    expect(runs['post-if']).toBe('always()')
    expect(await readFile(join(repository, folder, runs['post'] ?? ''), 'utf8')).toContain('await post()')
  },
)
