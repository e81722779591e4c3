import { describe, expect, test } from 'vitest'
import { runJob } from '../support/github/job.ts'

const closed = { repository: { private: true } }
const key = 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQ'

describe('how a run ends', () => {
  test('a good one has outputs, a report for this user alone, a summary and code 0', async () => {
    const job = await runJob('passed')
    expect(job.code).toBe(0)
    expect(job.outputs).toMatchObject({
      verdict: 'passed',
      failure: '',
      'backup-id': '20261121T101500Z-k3f9x',
      size: '',
    })
    expect(JSON.parse(job.report)).toMatchObject({ verdict: 'passed', format: 1 })
    expect(job.reportMode).toBe(0o600)
    expect(job.left).toHaveLength(1)
    expect(job.summary).toContain('came back whole')
    expect(job.commands.filter(({ name }) => name === 'error')).toEqual([])
  })

  test('outputs are set before anything says failure', async () => {
    const job = await runJob('failed')
    expect(job.code).toBe(7)
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'integrity' })
    expect(job.summary).toMatch(/^outputs were set/)
    expect(job.stdout.indexOf('::error')).toBeGreaterThan(job.stdout.indexOf('summary is rendered'))
    expect(job.commands.at(-1)).toMatchObject({ name: 'error' })
  })

  test.each([
    ['failed', 0],
    ['degraded', 8],
  ])('with `fail-on: %s` a degraded run ends with code %i', async (failOn, code) => {
    const job = await runJob('degraded', { inputs: { 'fail-on': failOn } })
    expect(job.code).toBe(code)
    expect(job.outputs['verdict']).toBe('degraded')
    expect(job.commands.at(-1)?.name).toBe(code === 0 ? 'warning' : 'error')
  })

  test('an expected failure has its own code and hint, and shows no stack', async () => {
    const job = await runJob('refused', { event: closed })
    expect(job.code).toBe(5)
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'access', 'backup-id': '', size: '' })
    expect(job.commands.at(-1)?.message).toContain('Give others.')
    expect(JSON.parse(job.report)).toMatchObject({ failure: { subjects: ['shop.zanzibar'] } })
    expect(job.stdout + job.stderr).not.toMatch(/\n\s+at /)
  })

  test('a bug has code 1, and shows where in the code it is', async () => {
    const job = await runJob('bug', { event: closed })
    expect(job.code).toBe(1)
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'bug' })
    expect(job.stdout).toMatch(/TypeError: cannot read canary-4711\n\s+at .*job-child/)
  })

  test('to the public a bug does not show what it stumbled over', async () => {
    const job = await runJob('bug')
    expect(job.stdout).toMatch(/TypeError\n\s+at .*job-child/)
    expect(job.stdout + job.stderr + job.summary).not.toContain('canary-4711')
  })

  test('what escapes from the work ends it as a bug, with outputs', async () => {
    const job = await runJob('escapes')
    expect(job.code).toBe(1)
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'bug' })
  })

  test('work that comes to rest without a result is no success', async () => {
    const job = await runJob('rests')
    expect(job.code).toBe(1)
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'bug' })
  })

  test('a summary that cannot be written changes neither outputs nor code', async () => {
    const job = await runJob('passed', { env: { GITHUB_STEP_SUMMARY: '/dev/null/summary' } })
    expect(job.code).toBe(0)
    expect(job.outputs['verdict']).toBe('passed')
    expect(job.commands.at(-1)).toMatchObject({ name: 'warning' })
  })

  test('a report that cannot be written leaves its output empty', async () => {
    const job = await runJob('failed', { env: { RUNNER_TEMP: '/dev/null' } })
    expect(job.code).toBe(7)
    expect(job.outputs).toMatchObject({ verdict: 'failed', report: '' })
  })

  test('outputs that cannot be set are no success: later steps decide by them', async () => {
    const job = await runJob('passed', { env: { GITHUB_OUTPUT: '/dev/null/output' } })
    expect(job.code).toBe(1)
  })

  test('Windows is refused as `config`', async () => {
    const job = await runJob('passed', { env: { TEST_PLATFORM: 'win32' } })
    expect(job.code).toBe(2)
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'config' })
  })
})

describe('a run that is stopped', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s ends as `cancelled` with code 130', async (signal) => {
    const job = await runJob('stops', { signal })
    expect(job).toMatchObject({ code: 130, signal: null })
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'cancelled' })
    expect(job.summary).toContain('cancelled')
  })

  test('tells its result and ends although its work clings on', async () => {
    const job = await runJob('clings', { signal: 'SIGTERM' })
    expect(job).toMatchObject({ code: 130, signal: null })
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'cancelled' })
    expect(job.summary).toContain('cancelled')
  })
})

describe('inputs', () => {
  test('reach the work, those with hyphens too, and empty ones count as not given', async () => {
    const job = await runJob('inputs', {
      inputs: { 'fall-back': 'true', reason: '', 'fail-on': '  ', command: 'backup', identity: key },
    })
    expect(job.stdout).toContain(
      `inputs {"environment":"production","fail-on":"failed","fall-back":"true","identity":${key.length}}`,
    )
  })

  test('that are wrong are `config`, all named at once, with what is accepted', async () => {
    const job = await runJob('inputs', {
      inputs: { 'fall-back': 'yes', 'fail-on': 'never', fallback: 'true', environment: 'Production!' },
    })
    expect(job.code).toBe(2)
    expect(job.outputs).toMatchObject({ verdict: 'failed', failure: 'config' })
    const message = job.commands.at(-1)?.message ?? ''
    expect(message).toContain('fall-back is "yes"; accepted: true or false')
    expect(message).toContain('fail-on is "never"; accepted: failed or degraded')
    expect(message).toContain('"fallback" is not known; is fall-back meant?')
    expect(message).toContain('environment is "Production!"; accepted: small letters')
  })

  test('that are missing are named', async () => {
    const job = await runJob('inputs', { inputs: { environment: '' } })
    expect(job.code).toBe(2)
    expect(job.commands.at(-1)?.message).toContain('environment is required')
  })

  test('that are secret and wrong are named without their value', async () => {
    const secret = 'a-secret-of-the-wrong-form'
    const job = await runJob('inputs', { inputs: { identity: secret } })
    expect(job.code).toBe(2)
    expect(job.commands.at(-1)?.message).toContain('identity is wrong; accepted: an age secret key')
    const shown = job.stdout.replaceAll(/^::add-mask::.*$/gm, '')
    expect(shown + job.stderr + job.summary + job.report + JSON.stringify(job.outputs)).not.toContain(secret)
  })

  test('that are secret are masked, each line of them too, before anything else is said', async () => {
    const other = 'AGE-SECRET-KEY-1ZZZZZZZZZZZZZZZZZZZZ'
    const job = await runJob('inputs', { inputs: { identity: `${key}\n${other}` } })
    const masks = job.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)
    expect(masks).toEqual(expect.arrayContaining([`${key}\n${other}`, key, other]))
    expect(job.stdout.lastIndexOf('::add-mask::')).toBeLessThan(job.stdout.indexOf('inputs {'))
  })

  test("an address's password is masked, as it stands there and in plain", async () => {
    const job = await runJob('inputs', { inputs: { target: 'postgres://app:p%40ss%2Fw0rd@db/shop' } })
    const masks = job.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)
    expect(masks).toEqual(expect.arrayContaining(['p%40ss%2Fw0rd', 'p@ss/w0rd']))
  })
})

describe('what the work and its children can see', () => {
  const tokens = {
    ACTIONS_RUNTIME_TOKEN: 'runtime-token-4711',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc-token-4711',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.example/?a=b',
    ACTIONS_RESULTS_URL: 'https://results.example/',
    ACTIONS_CACHE_URL: 'https://cache.example/',
  }

  test("neither inputs nor the runner's tokens are in the environment", async () => {
    const job = await runJob('environment', {
      inputs: { identity: key, reason: 'because' },
      env: { ...tokens, SHOP: 'open' },
    })
    expect(job.code).toBe(0)
    for (const word of ['inherited', 'variables']) {
      const line = job.stdout.split('\n').find((each) => each.startsWith(word)) ?? ''
      const seen = JSON.parse(line.slice(word.length + 1)) as Record<string, string>
      expect(seen['SHOP']).toBe('open')
      expect(Object.keys(seen).filter((name) => /^(INPUT|ACTIONS)_/.test(name))).toEqual([])
    }
  })

  test('a variable is given once', async () => {
    const job = await runJob('taken', { env: { LIFEBOAT_SIGNING_KEY: 'ed25519-secret:x' } })
    expect(job.stdout).toContain('taken 16 undefined undefined')
  })

  test('the place is described by what the runner says', async () => {
    const job = await runJob('place', {
      event: closed,
      env: {
        GITHUB_ACTOR: 'a',
        GITHUB_TRIGGERING_ACTOR: 'b',
        GITHUB_SERVER_URL: 'https://ghes.example',
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_RUN_ID: '12',
        GITHUB_RUN_ATTEMPT: '2',
        RUNNER_ENVIRONMENT: 'github-hosted',
      },
    })
    const line = job.stdout.split('\n').find((each) => each.startsWith('place ')) ?? ''
    expect(JSON.parse(line.slice(6))).toMatchObject({
      actor: 'b',
      runUrl: 'https://ghes.example/o/r/actions/runs/12/attempts/2',
      isThrownAway: true,
      repositoryIsPublic: false,
      hasPackages: true,
    })
  })

  test.each([
    ['identity', { inputs: { identity: key } }],
    ['LIFEBOAT_IDENTITY', { env: { LIFEBOAT_IDENTITY: key } }],
  ])('a job that holds an identity (%s) has no cache that others could fill', async (_, options) => {
    const job = await runJob('place', options)
    expect(job.stdout).toContain('"hasPackages":false')
  })
})

describe('what may not be shown', () => {
  test('a secret stands in no log, output, summary or report', async () => {
    const url = 'postgres://app:s3cr%2Ft-pass@db.internal/shop'
    const job = await runJob('leaks', { env: { DATABASE_URL: url }, event: closed })
    const log = job.stdout.replaceAll(/^::add-mask::.*$/gm, '')
    for (const place of [log, job.stderr, job.summary, job.report, JSON.stringify(job.outputs)]) {
      expect(place).not.toMatch(/s3cr(\/|%2F|%252F)t-pass/i)
    }
    expect(log).toContain('it says *** and ***')
  })

  test('text that came from data gives the runner no command', async () => {
    const job = await runJob('injects', { event: closed })
    expect(job.code).toBe(0)
    const names = job.commands.map(({ name }) => name)
    expect(names).toEqual(['notice', 'debug', 'group', 'endgroup'])
    expect(job.outputs).toMatchObject({
      verdict: 'passed',
      'backup-id': 'one\nverdict=forged\nverdict<<E\nforged\nE',
    })
  })

  test('the failure that ends the step is annotated however many came before it', async () => {
    const job = await runJob('many')
    const errors = job.commands.filter(({ name }) => name === 'error')
    expect(errors).toHaveLength(10)
    expect(errors.at(-1)?.properties).toContain('title=')
    expect(job.stdout).toContain('trouble 29')
  })

  test.each([
    ['private: true', { repository: { private: true } }, true],
    ['visibility: internal', { repository: { visibility: 'internal', private: true } }, true],
    ['private: false', { repository: { private: false } }, false],
    ['visibility: public', { repository: { visibility: 'public', private: false } }, false],
    ['a new word', { repository: { visibility: 'unlisted', private: true } }, false],
    ['nothing', {}, false],
    ['no JSON object', null, false],
  ])(
    'where the event says %s of the repository, names are hidden unless that closes it',
    async (_, event, areShown) => {
      const job = await runJob('refused', { event })
      expect(job.summary.includes('zanzibar')).toBe(areShown)
      expect(job.report).toContain('zanzibar')
    },
  )
})
