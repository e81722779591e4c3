import { describe, expect, test } from 'vitest'
import type { Verb } from '../../src/wiring/verb.ts'
import { verbs } from '../../src/wiring/verbs.ts'
import { lifeboat } from './command-line.ts'

const all = Object.values<Verb>(verbs)

describe('help', () => {
  test('lists every verb with what it does, and ends well', async () => {
    const { code, stdout, stderr } = await lifeboat(['--help'])
    expect(code).toBe(0)
    expect(stdout).toBe('')
    for (const { name, summary } of all) {
      if (name.includes(' ')) continue
      expect(stderr).toContain(name)
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(summary)
    }
  })

  test.each(all)('of $name shows each of its options, and examples', async ({ name, inputs, examples }) => {
    const { code, stderr } = await lifeboat([...name.split(' '), '--help'])
    expect(code).toBe(0)
    const offered = Object.entries(inputs.shape).filter(([, schema]) => schema.meta()?.['only'] !== 'action')
    for (const [input] of offered) expect(stderr).toContain(`--${input}`)
    for (const { command } of examples) expect(stderr).toContain(command)
  })

  test('offers no option that would put a secret into a command line', async () => {
    const { stderr } = await lifeboat(['verify', '--help'])
    expect(stderr).not.toMatch(/--identity </)
    expect(stderr).not.toContain('--github-token')
  })
})

describe('a command line that is wrong', () => {
  test.each([
    ['an unknown verb', ['bakup'], /backup/],
    ['an unknown option', ['backup', '--enviroment', 'production'], /--environment/],
    ['a word too many', ['backup', 'production'], /argument/],
    ['a missing environment', ['backup'], /--environment is required/],
    ['a value that is not accepted', ['backup', '--environment', 'Production'], /--environment: accepted: /],
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
