import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as commands from '../../src/github/commands.ts'

const { debug, notice, warning, error, startGroup, endGroup, setSecret, info } = commands
const ours = { debug, notice, warning, error, startGroup, setSecret, info }
const library = {
  debug: core.debug,
  notice: core.notice,
  warning: core.warning,
  error: core.error,
  startGroup: core.startGroup,
  setSecret: core.setSecret,
  info: core.info,
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeboat-commands-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

const awkward = ['plain', '', '100 % :,', 'a\nb\r\nc', '%0A', '::error::injected', 'ünï']

function printed(work: () => void): string {
  let text = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk)
    return true
  })
  try {
    work()
  } finally {
    spy.mockRestore()
  }
  return text
}

test.each(awkward)("commands with %j are written as GitHub's own library writes them", (text) => {
  for (const name of ['debug', 'notice', 'warning', 'error', 'startGroup', 'setSecret', 'info'] as const) {
    expect(printed(() => ours[name](text))).toBe(printed(() => library[name](text)))
  }
  for (const level of ['notice', 'warning', 'error'] as const) {
    const title = `title ${text}`
    expect(printed(() => ours[level]('text', { title }))).toBe(
      printed(() => library[level]('text', { title })),
    )
  }
  expect(printed(endGroup)).toBe(printed(core.endGroup))
})

test('no value of an output can set another', async () => {
  const file = join(folder, 'output')
  vi.stubEnv('GITHUB_OUTPUT', file)
  for (const [index, text] of awkward.entries()) commands.setOutput(`output-${index}`, text)
  const lines = (await readFile(file, 'utf8')).split('\n')
  const values: string[] = []
  while (lines.length > 1) {
    const mark = /^output-\d<<(.+)$/.exec(lines.shift() ?? '')?.[1] ?? 'no mark'
    values.push(lines.splice(0, lines.indexOf(mark)).join('\n'))
    lines.shift()
  }
  expect(values).toEqual(awkward)
})
