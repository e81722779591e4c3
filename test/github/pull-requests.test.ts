import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Host } from '../../src/wiring/host.ts'
import { createMasks } from '../../src/github/masks.ts'
import { createPullRequests } from '../../src/github/pull-requests.ts'
import { silentLog } from '../../src/ports/log.ts'
import { runReportPr } from '../../src/wiring/run-report-pr.ts'
import { type FakeGitHub, startFakeGitHub, stranger, tokens, users } from '../support/github/fake-github.ts'

const sha = 'a'.repeat(40)
const fork = 77
const marker = '<!-- lifeboat: pull-request production -->'

let github: FakeGitHub
let folder: string
beforeEach(async () => {
  github = await startFakeGitHub()
  folder = await mkdtemp(join(tmpdir(), 'report-pr-'))
  github.addIssue({ author: stranger, number: 5, isPullRequest: true })
  github.state.pulls.push({
    number: 5,
    state: 'open',
    head: { owner: 'stranger', branch: 'patch', sha, repositoryId: fork },
    author: stranger,
  })
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
  await github[Symbol.asyncDispose]()
})

function finished(run: Record<string, unknown> = {}): unknown {
  return {
    repository: { id: 1, full_name: 'owner/repository' },
    workflow_run: {
      event: 'pull_request',
      head_sha: sha,
      head_branch: 'patch',
      conclusion: 'success',
      html_url: 'https://github.example/owner/repository/actions/runs/1',
      head_repository: { id: fork, full_name: 'stranger/repository', owner: { login: 'stranger' } },
      // Empty for forks; what stands in an artifact is not asked either.
      pull_requests: [],
      ...run,
    },
  }
}

const passed = {
  operation: 'validate-pr',
  environment: 'production',
  verdict: 'passed',
  checks: [{ name: 'rewrites', status: 'passed', detail: 'no large table is rewritten', subjects: [] }],
}

async function report(event: unknown, result: unknown = passed, more: Record<string, unknown> = {}) {
  const eventPath = join(folder, 'event')
  await writeFile(eventPath, JSON.stringify(event))
  const results = await mkdtemp(join(folder, 'result-'))
  if (result !== null)
    await writeFile(
      join(results, 'report.json'),
      typeof result === 'string' ? result : JSON.stringify(result),
    )
  const host: Host = {
    variables: {},
    takeVariable: () => undefined,
    hide: () => undefined,
    mask: (text) => text,
    log: silentLog,
    signal: new AbortController().signal,
    temporaryFolder: folder,
    isThrownAway: true,
    oidcToken: null,
    actor: null,
    runUrl: null,
    packages: null,
    repositoryIsPublic: false,
    openIssues: null,
    openPullRequests: async () =>
      createPullRequests({
        token: tokens.job,
        apiUrl: github.url,
        owner: 'owner',
        repository: 'repository',
        signal: new AbortController().signal,
        isPaced: false,
        second: 2,
        eventPath,
        masks: createMasks(),
      }),
  }
  return runReportPr({ environment: 'production', result: results, 'fail-on': 'failed', ...more }, host)
}

const comments = () => github.state.issues.find(({ number }) => number === 5)?.comments ?? []
const conclusions = () =>
  github.state.madeChecks.map((check) => `${check.name} ${check.sha} ${check.conclusion}`)

describe('a finished trial', () => {
  test('of a fork becomes a check on its head and a comment on its pull request', async () => {
    const { outputs } = await report(finished())
    expect(outputs['conclusion']).toBe('success')
    expect(conclusions()).toEqual([`lifeboat / production ${sha} success`])
    expect(comments().map(({ author }) => author.login)).toEqual([users.job.login])
  })

  test('is told in one comment, brought up to date', async () => {
    await report(finished())
    await report(finished({ conclusion: 'failure' }), { ...passed, verdict: 'failed' })
    expect(comments()).toHaveLength(1)
    expect(comments()[0]?.body).toContain('does not survive')
  })

  test('leaves a comment alone that somebody else wrote with our marker', async () => {
    comments().push({ id: 9, author: stranger, body: `${marker}\nmine`, createdAt: 0 })
    await report(finished())
    expect(comments().map(({ body }) => body.split('\n')[1])).toEqual([
      'mine',
      expect.stringContaining('survives'),
    ])
  })

  test.each([
    [
      'has moved on',
      { head: { owner: 'stranger', branch: 'patch', sha: 'b'.repeat(40), repositoryId: fork } },
    ],
    ['is closed', { state: 'closed' as const }],
    ['is of another repository', { head: { owner: 'stranger', branch: 'patch', sha, repositoryId: 78 } }],
  ])('is not commented on a pull request that %s', async (_, change) => {
    Object.assign(github.state.pulls[0] ?? {}, change)
    await report(finished())
    expect(comments()).toEqual([])
    expect(conclusions()).toEqual([`lifeboat / production ${sha} success`])
  })

  test.each([
    ['no result', null, 'success', 'failure'],
    ['a result that is no JSON', '{', 'success', 'failure'],
    [
      'a result of another shape',
      { ...passed, checks: [{ name: 'approved by the owner' }] },
      'success',
      'failure',
    ],
    ['a result of another environment', { ...passed, environment: 'dev' }, 'success', 'failure'],
    [
      'a failed check under a passed verdict',
      { ...passed, checks: [{ ...passed.checks[0], status: 'failed' }] },
      'success',
      'failure',
    ],
    ['a degraded verdict', { ...passed, verdict: 'degraded' }, 'success', 'neutral'],
    ['a passed result of a run that failed', passed, 'failure', 'failure'],
    ['a passed result of a run that was cancelled', passed, 'cancelled', 'failure'],
  ])(
    'with %s has the conclusion that GitHub and the worst of it allow',
    async (_, result, conclusion, expected) => {
      await report(finished({ conclusion }), result)
      expect(github.state.madeChecks.map((check) => check.conclusion)).toEqual([expected])
    },
  )

  test('shows words of a result as text: no mention, link, image or markup comes of them', async () => {
    const detail =
      '@owner **approved** ![x](https://evil.example/x.png) <img src=x> [link](https://evil.example)'
    await report(finished(), { ...passed, checks: [{ ...passed.checks[0], detail, subjects: [detail] }] })
    expect(comments()[0]?.body).not.toMatch(/@owner|\*\*approved|!\[|<img|\]\(https:\/\/evil|https:\/\/evil/)
  })

  test('takes neither number nor commit from the result', async () => {
    await report(finished(), { ...passed, number: 6, commit: 'c'.repeat(40), pull_request: 6 })
    expect(conclusions()).toEqual([`lifeboat / production ${sha} success`])
  })
})

describe('the merge queue', () => {
  test('has the same check on the commit that it tries', async () => {
    const own = { id: 1, full_name: 'owner/repository', owner: { login: 'owner' } }
    await report(finished({ event: 'merge_group', head_repository: own }))
    expect(conclusions()).toEqual([`lifeboat / production ${sha} success`])
    expect(comments()).toEqual([])
  })
})

describe('a commit that a person named', () => {
  test.each([
    ['success', 'passed', 'success'],
    ['success', 'degraded', 'neutral'],
    ['success', 'failed', 'failure'],
    ['success', undefined, 'failure'],
    ['failure', 'failed', 'failure'],
    ['failure', 'passed', 'failure'],
    ['cancelled', undefined, 'failure'],
  ])('has the check of its outcome, %s, and of the verdict %s: %s', async (outcome, verdict, expected) => {
    const event = { repository: { id: 1, full_name: 'owner/repository' }, inputs: { sha } }
    await report(event, null, { result: undefined, outcome, verdict, name: 'lifeboat / production rows' })
    expect(conclusions()).toEqual([`lifeboat / production rows ${sha} ${expected}`])
  })

  test('is told that something is worth a look', async () => {
    const event = { repository: { id: 1, full_name: 'owner/repository' }, inputs: { sha } }
    await report(event, null, { result: undefined, outcome: 'success', verdict: 'degraded' })
    expect(github.state.madeChecks.map(({ title }) => title)).toEqual([
      expect.stringContaining('worth a look'),
    ])
  })
})

test('an event about something else is refused', async () => {
  const { report: told } = await report({ repository: { id: 1, full_name: 'owner/repository' } })
  expect(told.failure?.kind).toBe('config')
  expect(github.state.madeChecks).toEqual([])
})
