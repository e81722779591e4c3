import { describe, expect, test } from 'vitest'
import { createIssueTracker } from '../../src/github/issues.ts'
import { createMasks } from '../../src/github/masks.ts'
import type { FakeGitHub } from '../support/github/fake-github.ts'
import { startFakeGitHub, stranger, tokens, users } from '../support/github/fake-github.ts'

const marker = '<!-- lifeboat-issue backup production -->'
const body = `${marker}\nIt failed.`

function trackerFor(
  github: FakeGitHub,
  token: keyof typeof tokens = 'job',
  options: { signal?: AbortSignal; patience?: number; apiUrl?: string } = {},
) {
  return createIssueTracker({
    token: tokens[token],
    apiUrl: github.url,
    owner: 'owner',
    repository: 'repository',
    signal: new AbortController().signal,
    masks: createMasks(),
    second: 2,
    ...options,
  })
}

describe('finding an issue', () => {
  test.each(['job', 'person', 'app'] as const)('a %s token finds again what it wrote', async (token) => {
    await using github = await startFakeGitHub()
    const written = await trackerFor(github, token).create({ title: 'T', body, labels: ['lifeboat'] })
    const found = await trackerFor(github, token).find(marker, 'lifeboat')
    expect(found).toEqual({ ...written, body })
    expect(github.state.issues[0]?.author).toEqual(users[token])
  })

  test.each(['job', 'person'] as const)(
    'a %s token knows its user where GraphQL is refused',
    async (token) => {
      await using github = await startFakeGitHub()
      github.graphqlIsRefused = true
      const written = await trackerFor(github, token).create({ title: 'T', body, labels: ['lifeboat'] })
      expect((await trackerFor(github, token).find(marker, 'lifeboat'))?.number).toBe(written.number)
    },
  )

  test("somebody else's issue with our marker is not found", async () => {
    await using github = await startFakeGitHub()
    github.addIssue({ author: stranger, body, labels: ['lifeboat'] })
    // The name of the bot without its mark, which anybody may register.
    github.addIssue({
      author: { login: 'github-actions', id: 44, kind: 'person' },
      body,
      labels: ['lifeboat'],
    })
    expect(await trackerFor(github).find(marker, 'lifeboat')).toBeNull()
  })

  test('our own issue is found beyond a page of others', async () => {
    await using github = await startFakeGitHub()
    for (let count = 0; count < 230; count += 1)
      github.addIssue({ author: stranger, body, labels: ['lifeboat'] })
    const ours = github.addIssue({ author: users.job, body, labels: ['lifeboat'] })
    expect((await trackerFor(github).find(marker, 'lifeboat'))?.number).toBe(ours.number)
  })

  test('a pull request, an issue without the label and one with another marker are not found', async () => {
    await using github = await startFakeGitHub()
    github.addIssue({ author: users.job, body, labels: ['lifeboat'], isPullRequest: true })
    github.addIssue({ author: users.job, body, labels: ['other'] })
    github.addIssue({
      author: users.job,
      body: marker.replace('production', 'staging'),
      labels: ['lifeboat'],
    })
    github.addIssue({ author: users.job, body: `quoted: ${marker} here`, labels: ['lifeboat'] })
    expect(await trackerFor(github).find(marker, 'lifeboat')).toBeNull()
  })

  test('of several open ones it is the oldest, even when a closed one is newer', async () => {
    await using github = await startFakeGitHub()
    const at = github.state.now()
    const common = { author: users.job, body, labels: ['lifeboat'] }
    github.addIssue({ ...common, createdAt: at - 2_000 })
    const oldest = github.addIssue({ ...common, createdAt: at - 9_000 })
    github.addIssue({ ...common, state: 'closed', closedAt: at })
    expect(await trackerFor(github).find(marker, 'lifeboat')).toMatchObject({
      number: oldest.number,
      state: 'open',
      closedAt: null,
    })
  })

  test('of several closed ones it is the one closed last, also when another was changed later', async () => {
    await using github = await startFakeGitHub()
    const day = 86_400_000
    const at = Math.floor(github.state.now() / 1000) * 1000
    const common = { author: users.job, body, labels: ['lifeboat'], state: 'closed' as const }
    github.addIssue({ ...common, closedAt: at - 30 * day, updatedAt: at })
    const last = github.addIssue({ ...common, closedAt: at - 2 * day, updatedAt: at - day })
    github.addIssue({ ...common, closedAt: at - 5 * day, updatedAt: at - 5 * day })
    expect(await trackerFor(github).find(marker, 'lifeboat')).toMatchObject({
      number: last.number,
      closedAt: at - 2 * day,
    })
  })

  test('an editor that changed the ends of lines does not hide it', async () => {
    await using github = await startFakeGitHub()
    const ours = github.addIssue({
      author: users.job,
      body: `Hello\r\n${marker}\r\nmore`,
      labels: ['lifeboat'],
    })
    expect((await trackerFor(github).find(marker, 'lifeboat'))?.number).toBe(ours.number)
  })
})

describe('writing an issue', () => {
  test('a label that is missing is made once, with a colour and a description', async () => {
    await using github = await startFakeGitHub()
    const tracker = trackerFor(github)
    await tracker.create({ title: 'One', body, labels: ['lifeboat'] })
    await tracker.create({ title: 'Two', body, labels: ['lifeboat'] })
    expect(github.state.labels).toHaveLength(1)
    expect(github.state.labels[0]?.description).toContain('Lifeboat')
    expect(github.state.issues.map((issue) => issue.labels)).toEqual([['lifeboat'], ['lifeboat']])
  })

  test('it is updated, commented, closed as completed and reopened', async () => {
    await using github = await startFakeGitHub()
    const tracker = trackerFor(github)
    const { number } = await tracker.create({ title: 'One', body, labels: ['lifeboat'] })
    await tracker.update(number, { title: 'Two', body: `${body} Again.` })
    await tracker.comment(number, 'Now it is worse.')
    await tracker.update(number, { state: 'closed' })
    const [issue] = github.state.issues
    expect(issue).toMatchObject({
      title: 'Two',
      body: `${body} Again.`,
      state: 'closed',
      stateReason: 'completed',
    })
    expect(issue?.comments.map((comment) => comment.body)).toEqual(['Now it is worse.'])
    await tracker.update(number, { state: 'open' })
    expect(issue).toMatchObject({ state: 'open', title: 'Two' })
  })

  test('secrets are hidden in whatever is written', async () => {
    await using github = await startFakeGitHub()
    const masks = createMasks()
    masks.add('postgres://app:s3cr%2Ft-pass@db.internal/shop')
    const tracker = createIssueTracker({
      token: tokens.job,
      apiUrl: github.url,
      owner: 'owner',
      repository: 'repository',
      signal: new AbortController().signal,
      masks,
    })
    const text = 'say s3cr/t-pass and s3cr%2Ft-pass'
    const { number } = await tracker.create({ title: text, body: text, labels: ['lifeboat'] })
    await tracker.comment(number, text)
    const [issue] = github.state.issues
    for (const written of [issue?.title, issue?.body, issue?.comments[0]?.body])
      expect(written).toBe('say *** and ***')
  })

  test('on a GitHub Enterprise Server the same works below its own path', async () => {
    await using github = await startFakeGitHub()
    const tracker = trackerFor(github, 'job', { apiUrl: `${github.url}/api/v3` })
    const { number } = await tracker.create({ title: 'T', body, labels: ['lifeboat'] })
    expect((await tracker.find(marker, 'lifeboat'))?.number).toBe(number)
  })
})

describe('when GitHub says no', () => {
  test('disabled issues are `refused`', async () => {
    await using github = await startFakeGitHub()
    github.state.issuesAreDisabled = true
    const tracker = trackerFor(github)
    expect(await tracker.find(marker, 'lifeboat')).toBeNull()
    await expect(tracker.create({ title: 'T', body, labels: ['lifeboat'] })).rejects.toMatchObject({
      kind: 'refused',
    })
  })

  test('a token without the right is `access`, and the hint names the permission', async () => {
    await using github = await startFakeGitHub()
    github.state.mayWrite = false
    github.addIssue({ author: stranger, labels: ['lifeboat'] })
    await expect(trackerFor(github).create({ title: 'T', body, labels: ['lifeboat'] })).rejects.toMatchObject(
      {
        kind: 'access',
        hint: expect.stringContaining('issues: write'),
      },
    )
  })

  test('an issue that did not get its label is `access`: no later run would find it', async () => {
    await using github = await startFakeGitHub()
    github.addIssue({ author: stranger, labels: ['lifeboat'] })
    github.state.mayLabel = false
    await expect(trackerFor(github).create({ title: 'T', body, labels: ['lifeboat'] })).rejects.toMatchObject(
      {
        kind: 'access',
      },
    )
  })

  test('a wrong token is `access`, and stands in no message', async () => {
    await using github = await startFakeGitHub()
    github.addIssue({ author: users.job, body, labels: ['lifeboat'] })
    const tracker = createIssueTracker({
      token: 'ghp_wrong_token',
      apiUrl: github.url,
      owner: 'owner',
      repository: 'repository',
      signal: new AbortController().signal,
      masks: createMasks(),
    })
    const failure: unknown = await tracker.find(marker, 'lifeboat').catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind: 'access' })
    expect(String(failure)).not.toContain('ghp_wrong_token')
  })

  test.each([
    ['an error of the server', { status: 502 }],
    [
      'a secondary rate limit',
      {
        status: 403,
        body: { message: 'You have exceeded a secondary rate limit' },
        headers: { 'retry-after': '1' },
      },
    ],
    ['too many requests', { status: 429, headers: { 'retry-after': '1' } }],
    [
      'a rate limit that is soon over',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } },
    ],
  ])('%s is waited out', async (_, fault) => {
    await using github = await startFakeGitHub()
    github.fail({ to: /^GET \/repos/, ...fault })
    github.addIssue({ author: users.job, body, labels: ['lifeboat'] })
    expect(await trackerFor(github).find(marker, 'lifeboat')).not.toBeNull()
  })

  test('an update whose answer is lost is done once more, and does no harm', async () => {
    await using github = await startFakeGitHub()
    const issue = github.addIssue({ author: users.job, body, labels: ['lifeboat'] })
    github.fail({ to: /^PATCH/, status: 0, isLost: true })
    await trackerFor(github).update(issue.number, { title: 'New' })
    expect(issue.title).toBe('New')
    expect(github.seen.filter(({ method }) => method === 'PATCH')).toHaveLength(2)
  })

  test('a rate limit that lasts for an hour is not waited for, but `unavailable`', async () => {
    await using github = await startFakeGitHub()
    const reset = String(Math.ceil(Date.now() / 1_000) + 3_600)
    github.fail({
      to: /^GET \/repos/,
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      times: 99,
    })
    await expect(trackerFor(github).find(marker, 'lifeboat')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(github.seen).toHaveLength(1)
  })

  test('a server that stays broken is `unavailable` in the end', async () => {
    await using github = await startFakeGitHub()
    github.fail({ to: /./, status: 503, times: 99 })
    await expect(trackerFor(github).find(marker, 'lifeboat')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(github.seen.length).toBeGreaterThan(1)
  })

  test('nobody there is `unavailable`', async () => {
    const github = await startFakeGitHub()
    await github[Symbol.asyncDispose]()
    await expect(trackerFor(github).find(marker, 'lifeboat')).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('a run that is stopped does not wait for its retries', async () => {
    await using github = await startFakeGitHub()
    github.fail({ to: /./, status: 503, times: 99 })
    const stop = new AbortController()
    const reason = new Error('stopped')
    const tracker = createIssueTracker({
      token: tokens.job,
      apiUrl: github.url,
      owner: 'owner',
      repository: 'repository',
      signal: stop.signal,
      masks: createMasks(),
      second: 3_600_000,
    })
    const found = tracker.find(marker, 'lifeboat')
    stop.abort(reason)
    await expect(found).rejects.toMatchObject({ cause: reason })
  })
})
