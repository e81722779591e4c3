import { describe, expect, test } from 'vitest'
import { createCommitChecks } from '../../src/github/commit-checks.ts'
import { actionsApp, type FakeCheckRun } from '../support/github/commit-routes.ts'
import { type FakeGitHub, startFakeGitHub, stranger, tokens } from '../support/github/fake-github.ts'

const commit = 'a'.repeat(40)
const other = { id: 4_711, slug: 'other-ci' }

const checksOf = (github: FakeGitHub) =>
  createCommitChecks({
    token: tokens.job,
    apiUrl: github.url,
    owner: 'owner',
    repository: 'repository',
    signal: new AbortController().signal,
    second: 2,
  })
const required = (github: FakeGitHub) => checksOf(github).required(commit, 'main')

/** A ruleset that demands these, of one app where one is named. */
function demand(github: FakeGitHub, ...checks: { context: string; integration_id?: number }[]): void {
  github.state.commits.rules.push({
    type: 'required_status_checks',
    parameters: { strict_required_status_checks_policy: false, required_status_checks: checks },
  })
}

let lastId = 0
function run(
  github: FakeGitHub,
  name: string,
  conclusion: string | null,
  change: Partial<FakeCheckRun> = {},
) {
  github.state.commits.checkRuns.push({
    id: (lastId += 1),
    name,
    sha: commit,
    appId: actionsApp.id,
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    ...change,
  })
}

describe('what is demanded', () => {
  test('comes from rulesets and classic protection together, each said with where', async () => {
    await using github = await startFakeGitHub()
    demand(github, { context: 'build' })
    github.state.commits.rules.push({ type: 'deletion' })
    github.state.commits.protection = {
      enforcement: 'everyone',
      contexts: ['lint', 'old-ci'],
      checks: [{ context: 'lint', app_id: actionsApp.id }],
    }
    for (const name of ['build', 'lint']) run(github, name, 'success')
    expect(await required(github)).toMatchObject([
      { name: 'build', source: 'ruleset', outcome: 'green' },
      { name: 'lint', source: 'classic', outcome: 'green' },
      { name: 'old-ci', source: 'classic', outcome: 'missing', url: null },
    ])
  })

  test('is found beyond a page of other rules', async () => {
    await using github = await startFakeGitHub()
    for (let count = 0; count < 150; count += 1) github.state.commits.rules.push({ type: 'deletion' })
    demand(github, { context: 'build' })
    expect(await required(github)).toMatchObject([{ name: 'build', outcome: 'missing' }])
  })

  test('is nothing where nothing is demanded, or protection is not enforced', async () => {
    await using github = await startFakeGitHub()
    expect(await required(github)).toEqual([])
    github.state.commits.protection = { enforcement: 'off', contexts: ['build'], checks: [] }
    expect(await required(github)).toEqual([])
  })

  test('is not known to a token that sees protection but not what it demands: `access`', async () => {
    await using github = await startFakeGitHub()
    github.state.commits.protection = { enforcement: 'everyone', contexts: ['build'], checks: [] }
    github.state.commits.showsProtection = false
    await expect(required(github)).rejects.toMatchObject({
      kind: 'access',
      hint: expect.stringContaining('administration: read'),
    })
    github.state.commits.mayReadAdministration = true
    expect(await required(github)).toMatchObject([{ name: 'build', source: 'classic', outcome: 'missing' }])
  })

  test('by a whole workflow cannot be told from a commit, and is never green', async () => {
    await using github = await startFakeGitHub()
    github.state.commits.rules.push({
      type: 'workflows',
      parameters: { workflows: [{ path: '.github/workflows/ci.yml', repository_id: 1 }] },
    })
    // Whoever may push could give a check any name.
    run(github, 'required workflow .github/workflows/ci.yml', 'success')
    expect(await required(github)).toMatchObject([
      { name: expect.stringContaining('.github/workflows/ci.yml'), outcome: 'missing' },
    ])
  })

  test('on a branch that is not there is `access` or missing, never nothing', async () => {
    await using github = await startFakeGitHub()
    await expect(checksOf(github).required(commit, 'typo')).rejects.toMatchObject({ kind: 'access' })
  })

  test('of a name that could move is refused: a commit is meant', async () => {
    await using github = await startFakeGitHub()
    await expect(checksOf(github).required('main', 'main')).rejects.toMatchObject({ kind: 'config' })
  })
})

describe('what a commit has', () => {
  test.each([
    ['success', 'green'],
    ['neutral', 'green'],
    ['skipped', 'green'],
    ['failure', 'red'],
    ['cancelled', 'red'],
    ['timed_out', 'red'],
    ['action_required', 'red'],
    [null, 'pending'],
  ] as const)('a check run that ended with %s is %s', async (conclusion, outcome) => {
    await using github = await startFakeGitHub()
    demand(github, { context: 'build' })
    run(github, 'build', conclusion)
    expect(await required(github)).toMatchObject([{ outcome, url: expect.stringContaining('/runs/') }])
  })

  test('the newest run of an app counts, not an older one', async () => {
    await using github = await startFakeGitHub()
    demand(github, { context: 'build' })
    run(github, 'build', 'failure')
    run(github, 'build', 'success')
    expect(await required(github)).toMatchObject([{ outcome: 'green' }])
    run(github, 'build', 'failure')
    expect(await required(github)).toMatchObject([{ outcome: 'red' }])
  })

  test('a check of another app with the same name does not count where the app is pinned', async () => {
    await using github = await startFakeGitHub()
    demand(github, { context: 'build', integration_id: actionsApp.id })
    run(github, 'build', 'success', { appId: other.id })
    expect(await required(github)).toMatchObject([{ outcome: 'missing' }])
    run(github, 'build', 'failure')
    run(github, 'build', 'success', { appId: other.id })
    expect(await required(github)).toMatchObject([{ outcome: 'red' }])
  })

  test('where no app is pinned the worst of several counts', async () => {
    await using github = await startFakeGitHub()
    demand(github, { context: 'build', integration_id: -1 })
    run(github, 'build', 'success')
    run(github, 'build', 'failure', { appId: other.id })
    expect(await required(github)).toMatchObject([{ outcome: 'red' }])
  })

  test('a run of another commit does not count', async () => {
    await using github = await startFakeGitHub()
    demand(github, { context: 'build' })
    run(github, 'build', 'success', { sha: 'b'.repeat(40) })
    expect(await required(github)).toMatchObject([{ outcome: 'missing' }])
  })

  test('a commit status counts under its context, also beyond a page of others', async () => {
    await using github = await startFakeGitHub()
    demand(github, { context: 'ci/old' })
    const status = { sha: commit, creator: stranger }
    for (let count = 0; count < 120; count += 1)
      github.state.commits.statuses.push({ ...status, context: `other ${count}`, state: 'success' })
    github.state.commits.statuses.push({ ...status, context: 'ci/old', state: 'success' })
    expect(await required(github)).toMatchObject([{ outcome: 'green' }])
    github.state.commits.statuses.push({ ...status, context: 'ci/old', state: 'error' })
    expect(await required(github)).toMatchObject([{ outcome: 'red' }])
    github.state.commits.statuses.push({ ...status, context: 'ci/old', state: 'pending' })
    expect(await required(github)).toMatchObject([{ outcome: 'pending' }])
  })

  test("a status counts as the pinned app's only when the app wrote it", async () => {
    await using github = await startFakeGitHub()
    const { commits } = github.state
    commits.apps.push(other, { id: 9, slug: 'third' })
    demand(github, { context: 'ci/old', integration_id: other.id })
    const by = (login: string, kind: 'bot' | 'person') =>
      commits.statuses.push({
        sha: commit,
        context: 'ci/old',
        state: 'success',
        creator: { login, id: 5, kind },
      })
    by('somebody', 'person')
    expect(await required(github)).toMatchObject([{ outcome: 'missing' }])
    by('third[bot]', 'bot')
    expect(await required(github)).toMatchObject([{ outcome: 'missing' }])
    by('other-ci[bot]', 'bot')
    expect(await required(github)).toMatchObject([{ outcome: 'green' }])
  })

  test('is not known to a token that may not read checks: `access`, with the permission', async () => {
    await using github = await startFakeGitHub()
    demand(github, { context: 'build' })
    run(github, 'build', 'success')
    github.state.commits.mayReadChecks = false
    await expect(required(github)).rejects.toMatchObject({
      kind: 'access',
      hint: expect.stringContaining('checks: read'),
    })
  })

  test('is `unavailable` where GitHub is', async () => {
    await using github = await startFakeGitHub()
    github.fail({ to: /./, status: 503, times: 99 })
    await expect(required(github)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})
