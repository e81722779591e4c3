import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Verb } from '../../src/wiring/verb.ts'
import { verbs } from '../../src/wiring/verbs.ts'
import { commandLine, lifeboat } from './command-line.ts'

const all = Object.values<Verb>(verbs)

describe('help', () => {
  test('lists every verb with what it does, and ends well', async () => {
    const { code, stdout, stderr } = await lifeboat(['--help'])
    expect(code).toBe(0)
    expect(stderr).toBe('')
    for (const { name, summary } of all) {
      if (name.includes(' ')) continue
      expect(stdout).toContain(name)
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(summary)
    }
  })

  test('says what each group of verbs is for', async () => {
    const { stdout } = await lifeboat(['--help'])
    for (const group of ['ledger', 'lease', 'store'])
      expect(stdout).toMatch(new RegExp(`^  ${group} +\\w`, 'm'))
    expect((await lifeboat(['lease', '--help'])).stdout).toContain('clear, what holds up other runs')
  })

  test.each(all)('of $name shows each of its options, and examples', async ({ name, inputs, examples }) => {
    const { code, stdout } = await lifeboat([...name.split(' '), '--help'])
    expect(code).toBe(0)
    const offered = Object.entries(inputs.shape).filter(([, schema]) => schema.meta()?.['only'] !== 'action')
    for (const [input] of offered) expect(stdout).toContain(`--${input}`)
    for (const { command } of examples) expect(stdout).toContain(command)
  })

  test('offers no option that would put a secret into a command line', async () => {
    const { stdout } = await lifeboat(['verify', '--help'])
    expect(stdout).toContain('--identity-file')
    expect(stdout).not.toMatch(/--identity </)
    expect(stdout).not.toContain('--github-token')
  })
})

describe('an option that is given twice', () => {
  const run = (...words: string[]) =>
    lifeboat(['runbook', 'run', '--environment', 'nowhere', '--incident', 'INC-001', ...words])

  test('is refused where it takes one value', async () => {
    const { code, stderr } = await run('--run', 'one', '--run', 'other')
    expect([code, stderr]).toEqual([2, expect.stringMatching(/--run .*given more than once/)])
  })

  test('adds to the others where it takes several', async () => {
    const { stderr } = await run('--answer', 'a=b', '--answer', 'no answer', '--skip', 'one', '--skip', 'two')
    expect(stderr).toContain('--answer is "a=b\\nno answer"; accepted: step=answer')
    const { stderr: twice } = await run('--answer', 'a=b', '--answer', 'a=c')
    expect(twice).toContain('accepted: one for each')
  })

  test('is not a place for a password, wherever it stands', async () => {
    const { stderr } = await run('--done', 'one', '--done', 'postgres://me:hunter2@host/')
    expect(stderr).toContain('--done holds a password')
    expect(stderr).not.toContain('hunter2')
  })
})

test('--version says what package.json says', async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect(await lifeboat(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
})

test('a reader that leaves early, as head does, hears nothing of it', async () => {
  const child = spawn(process.execPath, commandLine(['drill', '--help']), {
    env: { PATH: process.env['PATH'], HOME: '/dev/null' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Nobody reads any more before the first byte is written.
  child.stdout.destroy()
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number | null]
  expect({ code, said }).toEqual({ code: 0, said: '' })
})

test.each([[['drill', '--help']], [['gate', '--environment', 'nowhere', '--json']]])(
  'standard output on a full disk is said in one line, and is a matter of capacity: %j',
  async (words) => {
    // Opened to be written to alone: that leaves the device as it is.
    await using full = await open('/dev/full', constants.O_WRONLY)
    const child = spawn(process.execPath, commandLine(words), {
      env: { PATH: process.env['PATH'], HOME: '/dev/null' },
      stdio: ['ignore', full.fd, 'pipe'],
    })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
    const [code] = (await once(child, 'close')) as [number | null]
    expect(said.split('\n').filter((line) => line.includes('standard output'))).toHaveLength(1)
    expect(said).not.toMatch(/^\s+at /m)
    expect(code).toBe(9)
  },
)

describe('a command line that is wrong', () => {
  test.each(['run', 'foo'])('says of drill %s what may be written instead', async (word) => {
    const { code, stderr } = await lifeboat(['drill', word])
    expect(code).toBe(2)
    expect(stderr).toContain('lifeboat drill --environment production --scenario ')
    for (const below of ['list', 'report', 'clean']) expect(stderr).toContain(`lifeboat drill ${below}`)
  })

  test.each([
    ['an unknown verb', ['bakup'], /backup/],
    ['an unknown verb that help is asked for', ['bakup', '--help'], /unknown command.*bakup[^]*backup/],
    ['an unknown verb of a group', ['lease', 'brake', '-h'], /unknown command.*brake/],
    ['an unknown option', ['backup', '--enviroment', 'production'], /--environment/],
    ['a word too many', ['backup', 'production'], /argument/],
    ['a missing environment', ['backup'], /--environment is required/],
    [
      'a value that is not accepted',
      ['backup', '--environment', 'Production'],
      /--environment is "Production"; accepted: /,
    ],
    [
      'a level that there is not',
      ['verify', '--environment', 'x', '--level', 'equall'],
      /--level is "equall"; accepted: stored, intact, .*, full/,
    ],
    [
      'a class that there is not',
      ['backup', '--environment', 'x', '--class', 'urgent'],
      /--class is "urgent"; accepted: scheduled, critical/,
    ],
    ['a group without its verb', ['store'], /check/],
    ['no verb at all', [], /backup/],
    [
      'a secret given as an option',
      ['verify', '--environment', 'x', '--identity', 'AGE-SECRET-KEY-1'],
      /--identity/,
    ],
  ])('is answered with exit code 2 and what would be right: %s', async (_, words, pattern) => {
    const { code, stdout, stderr } = await lifeboat(words)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(pattern)
  })

  test('is answered in JSON too when JSON was asked for', async () => {
    const { code, stdout } = await lifeboat(['list', '--environment', 'nowhere', '--json'], {
      directory: '/',
    })
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'failed', failure: { kind: 'config' } })
  })
})

test('drill list marks what is rehearsed, and what the file names in vain', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lifeboat-drill-list-'))
  try {
    const file = join(directory, 't.yml')
    await writeFile(
      file,
      [
        'environment: t',
        'sources: [{ name: tree, type: files, path: ./tree }]',
        'stores: [{ name: folder, type: local, path: ./backups }]',
        'encryption: none',
        'drills: { scenarios: [redis-failure, files-lost] }',
      ].join('\n'),
    )
    const { code, stderr } = await lifeboat(['drill', 'list', '--environment', 't', '--config', file])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^\* files-lost/m)
    expect(stderr).toMatch(/^! redis-failure +not applicable/m)
    expect(stderr).toMatch(/^ {2}region-failure/m)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})
