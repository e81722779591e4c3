import { describe, expect, test } from 'vitest'
import { createIssueChannel, pastInIssue } from '../../src/channels/github-issues.ts'
import type { Report } from '../../src/domain/report.ts'
import { createIssueTracker } from '../../src/github/issues.ts'
import { createMasks } from '../../src/github/masks.ts'
import { renderMarkdown } from '../../src/reports/markdown.ts'
import { cancelled, degraded, failed, passed, restored } from '../reports/examples.ts'
import { type FakeGitHub, startFakeGitHub, stranger, tokens, users } from '../support/github/fake-github.ts'

const hour = 3_600_000
const day = 24 * hour

function trackerFor(github: FakeGitHub) {
  return createIssueTracker({
    token: tokens.job,
    apiUrl: github.url,
    owner: 'owner',
    repository: 'repository',
    signal: new AbortController().signal,
    masks: createMasks(),
    second: 2,
    isPaced: false,
  })
}

function channelFor(github: FakeGitHub, hideNames = false) {
  return createIssueChannel(trackerFor(github), { details: renderMarkdown, hideNames })
}

/** A run of the same operation and environment, some time after the example's. */
function run(report: Report, after: number, rest: Partial<Report> = {}): Report {
  return {
    ...report,
    operation: 'verify-restore',
    environment: 'production',
    finishedAt: passed.finishedAt + after,
    runUrl: `https://github.com/example/shop/actions/runs/${1_000 + after / hour}`,
    ...rest,
  }
}

const unavailable: Report['failure'] = {
  kind: 'unavailable',
  message: 'the store did not answer',
  hint: null,
  subjects: [],
}
const broken = (after: number) =>
  run(passed, after, { verdict: 'failed', checks: [], objectives: [], failure: unavailable })

/** The server dates what happens when it happens; reports say when they ended. Both clocks go on together here. */
async function startAt(report: Report) {
  return startFakeGitHub({ now: report.finishedAt })
}

describe('the life of an issue', () => {
  test('a failure opens one, the next good run closes it with a link to itself and its proof', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    expect(await channel.tell(run(failed, 0))).toMatchObject({ done: 'opened' })
    const [issue] = github.state.issues
    expect(issue).toMatchObject({ state: 'open', labels: ['lifeboat'] })
    expect(issue?.title).toContain('production')
    expect(await channel.tell(run(passed, hour))).toEqual({
      done: 'closed',
      url: `${github.url}/owner/repository/issues/1`,
    })
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(issue?.comments).toHaveLength(1)
    expect(issue?.comments[0]?.body).toContain('/actions/runs/1001')
    expect(issue?.comments[0]?.body).toContain(passed.backupId)
    expect(await channel.tell(run(passed, 2 * hour))).toEqual({ done: 'nothing', url: null })
  })

  test('the same trouble again rewrites the body and says nothing more', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    await channel.tell(broken(0))
    for (const after of [hour, 2 * hour]) expect((await channel.tell(broken(after))).done).toBe('updated')
    expect(github.state.issues).toHaveLength(1)
    expect(github.state.issues[0]?.comments).toEqual([])
    for (const id of [1000, 1001, 1002])
      expect(github.state.issues[0]?.body).toContain(`/actions/runs/${id})`)
  })

  test('another kind of trouble is told by one comment and a new title', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    await channel.tell(broken(0))
    const before = github.state.issues[0]?.title
    await channel.tell(run(failed, hour))
    await channel.tell(run(failed, 2 * hour))
    expect(github.state.issues).toHaveLength(1)
    expect(github.state.issues[0]?.comments).toHaveLength(1)
    expect(github.state.issues[0]?.title).not.toBe(before)
  })

  test('the history keeps a bounded number of runs, the newest first', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    for (let count = 0; count < 15; count += 1) await channel.tell(broken(count * hour))
    const body = github.state.issues[0]?.body ?? ''
    const runs = [...body.matchAll(/^\|.*\/actions\/runs\/(\d+)\)/gm)].map(([, id]) => Number(id))
    expect(runs).toEqual(Array.from({ length: 12 }, (_, index) => 1014 - index))
  })

  test('a missed objective is trouble although the run passed', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    const objectives = passed.objectives.map((each) => ({ ...each, met: each.name !== 'RTO' }))
    expect((await channel.tell(run(passed, 0, { objectives }))).done).toBe('opened')
    expect(github.state.issues[0]?.title).toContain('RTO')
    expect((await channel.tell(run(passed, hour))).done).toBe('closed')
  })

  test('a degraded run neither opens nor closes one', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    const weak = (after: number) => run(degraded, after)
    expect((await channel.tell(weak(0))).done).toBe('nothing')
    await channel.tell(broken(hour))
    expect((await channel.tell(weak(2 * hour))).done).toBe('updated')
    expect(github.state.issues[0]?.state).toBe('open')
    expect((await channel.tell(run(passed, 3 * hour))).done).toBe('closed')
  })

  test('a restore test that did not try what had failed closes nothing', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    const check = (rung: 'stored' | 'equal', status: 'passed' | 'failed') =>
      ({ rung, name: rung, status, detail: '', subjects: [], failure: null, duration: 1 }) as const
    await channel.tell(run(passed, 0, { verdict: 'failed', checks: [check('equal', 'failed')] }))
    const shallow = run(passed, hour, { checks: [check('stored', 'passed')] })
    expect((await channel.tell(shallow)).done).toBe('updated')
    const whole = run(passed, 2 * hour, { checks: [check('stored', 'passed'), check('equal', 'passed')] })
    expect((await channel.tell(whole)).done).toBe('closed')
  })

  test('a restore test of an older backup closes nothing, one of a newer does', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    const of = (backupId: string) => ({ backupId })
    await channel.tell({ ...broken(0), ...of('20261121T101500Z-bbbbb') })
    const older = await channel.tell(run(passed, hour, of('20261101T101500Z-aaaaa')))
    expect([older.done, github.state.issues[0]?.state]).toEqual(['updated', 'open'])
    expect(github.state.issues[0]?.body).toContain('(`20261121T101500Z-bbbbb`)')
    expect((await channel.tell(run(passed, 2 * hour, of('20261122T101500Z-ccccc')))).done).toBe('closed')
  })

  test('it stays open for the newest of very many backups that failed', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    for (let minute = 0; minute < 45; minute += 1) {
      const backupId = `20260201T10${String(minute).padStart(2, '0')}00Z-aaaaa`
      await channel.tell({ ...broken(minute * 1_000), backupId })
    }
    const [older, newer] = [{ backupId: '20260101T101500Z-aaaaa' }, { backupId: '20260301T101500Z-aaaaa' }]
    expect((await channel.tell(run(passed, hour, older))).done).toBe('updated')
    expect((await channel.tell(run(passed, 2 * hour, newer))).done).toBe('closed')
  })

  test('each scenario of a drill has to be rehearsed well before it closes', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    const drill = (report: Report, scenario: string): Report => ({
      ...report,
      operation: 'drill',
      checks: [],
      objectives: [],
      subject: {
        tried: [scenario],
        troubled: report.verdict === 'passed' ? [] : [scenario],
        answers: 'tried',
      },
    })
    const tell = async (report: Report) => (await channel.tell(report)).done
    expect(await tell(drill(broken(0), 'data-deletion'))).toBe('opened')
    expect(await tell(drill(broken(hour), 'store-failure'))).toBe('updated')
    expect(await tell(drill(run(passed, 2 * hour), 'data-deletion'))).toBe('updated')
    expect(await tell(drill(run(passed, 3 * hour), 'store-failure'))).toBe('closed')
    expect(await tell(drill(broken(4 * hour), 'data-deletion'))).toBe('reopened')
    expect(await tell(drill(run(passed, 5 * hour), 'data-deletion'))).toBe('closed')
  })

  test('one of an earlier version, which does not say what it is about, is closed by the next good run', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    await channel.tell({ ...broken(0), backupId: '20261121T101500Z-bbbbb' })
    const [issue] = github.state.issues
    const state = { rungs: [], objectives: [], since: 1, history: [] }
    if (issue !== undefined)
      issue.body = (issue.body ?? '').replace(
        /^<!-- lifeboat-state .*$/m,
        `<!-- lifeboat-state ${JSON.stringify(state)} -->`,
      )
    expect((await channel.tell(run(passed, hour, { backupId: '20261101T101500Z-aaaaa' }))).done).toBe(
      'closed',
    )
  })

  test('it remembers which channels took the news', async () => {
    await using github = await startAt(failed)
    const tracker = trackerFor(github)
    const channel = createIssueChannel(tracker, { details: renderMarkdown, hideNames: false, told: ['team'] })
    const watch = { ...broken(0), operation: 'status' as const }
    await channel.tell(watch)
    await channelFor(github).tell({ ...watch, finishedAt: watch.finishedAt + hour })
    const past = await pastInIssue(tracker, watch, 'watch', undefined)
    expect(past?.runs.map(({ told }) => told)).toEqual([[], ['team']])
    // However many runs come after it, and are shown in its place.
    for (let after = 2; after < 20; after += 1)
      await channelFor(github).tell({ ...watch, finishedAt: watch.finishedAt + after * hour })
    const later = await pastInIssue(tracker, watch, 'watch', undefined)
    expect(later?.runs.at(-1)).toMatchObject({ at: watch.finishedAt, told: ['team'] })
    expect(later?.runs).toHaveLength(13)
    expect(github.state.issues[0]?.body?.match(/^\| 20.* UTC \|/gm)).toHaveLength(12)
  })

  test('trouble that comes back within a week reopens it', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    await channel.tell(broken(0))
    await channel.tell(run(passed, 0))
    github.pass(6 * day)
    expect((await channel.tell(broken(6 * day))).done).toBe('reopened')
    expect(github.state.issues).toHaveLength(1)
    expect(github.state.issues[0]?.state).toBe('open')
    expect(github.state.issues[0]?.comments).toHaveLength(2)
  })

  test('trouble that comes back after more than a week is a new one', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    await channel.tell(broken(0))
    await channel.tell(run(passed, 0))
    github.pass(8 * day)
    expect((await channel.tell(broken(8 * day))).done).toBe('opened')
    expect(github.state.issues.map((issue) => issue.state)).toEqual(['closed', 'open'])
  })

  test('each environment and each operation has its own', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    await channel.tell(broken(0))
    await channel.tell({ ...broken(0), environment: 'staging' })
    await channel.tell({ ...broken(0), operation: 'backup' })
    expect(github.state.issues).toHaveLength(3)
    await channel.tell({ ...run(passed, hour), operation: 'backup' })
    expect(github.state.issues.map((issue) => issue.state)).toEqual(['open', 'open', 'closed'])
  })

  test('an incident has its own, which another incident does not close, nor a run that waits for a person', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    const stretch = (id: string, after: number, isOver: boolean, rest: Partial<Report> = {}): Report =>
      run(passed, after, {
        operation: 'runbook',
        about: id,
        incident: { id, beganAt: passed.startedAt, isOver },
        objectives: [],
        ...rest,
      })
    const trouble: Partial<Report> = { verdict: 'failed', failure: unavailable, checks: [] }
    expect((await channel.tell(stretch('INC-003', 0, false, trouble))).done).toBe('opened')
    const [issue] = github.state.issues
    expect(issue?.title).toContain('INC-003')
    expect((await channel.tell(stretch('INC-004', hour, true))).done).toBe('nothing')
    const waiting = { verdict: 'degraded', waitsFor: 'lead: Lead there' } as const
    expect((await channel.tell(stretch('INC-003', 2 * hour, false, waiting))).done).toBe('updated')
    expect(issue?.state).toBe('open')
    // Over is over, also where a person vouched for a step.
    const late = { verdict: 'degraded', objectives: failed.objectives } as const
    expect((await channel.tell(stretch('INC-003', 3 * hour, true, late))).done).toBe('closed')
    expect((await channel.tell(stretch('INC-005', 3 * hour, true, late))).done).toBe('nothing')
    const { incident: _none, ...refused } = stretch('INC-003', 4 * hour, false, trouble)
    expect((await channel.tell(refused)).done).toBe('nothing')
  })

  test('a cancelled run says nothing', async () => {
    await using github = await startAt(failed)
    expect(await channelFor(github).tell(cancelled)).toEqual({ done: 'nothing', url: null })
    expect(github.seen).toEqual([])
  })

  test('two that were opened at the same moment are followed as one: the older', async () => {
    await using github = await startAt(failed)
    await Promise.all([channelFor(github).tell(broken(0)), channelFor(github).tell(broken(0))])
    expect(github.state.issues).toHaveLength(2)
    const channel = channelFor(github)
    await channel.tell(run(passed, hour))
    expect(github.state.issues.map((issue) => issue.state)).toEqual(['closed', 'open'])
    // The other one is found next, and closed by the good run after that.
    await channel.tell(run(passed, 2 * hour))
    expect(github.state.issues.map((issue) => issue.state)).toEqual(['closed', 'closed'])
  })

  test("a stranger's issue with our marker and state is never touched", async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    await channel.tell(broken(0))
    const copy = github.state.issues[0]?.body ?? ''
    const foreign = github.addIssue({ author: stranger, body: copy, labels: ['lifeboat'], createdAt: 0 })
    const before = structuredClone(foreign)
    await channel.tell(broken(hour))
    await channel.tell(run(passed, 2 * hour))
    expect(foreign).toEqual(before)
    expect(github.state.issues[0]?.state).toBe('closed')
  })

  test('what somebody has done to the body does not stop it', async () => {
    await using github = await startAt(failed)
    const channel = channelFor(github)
    await channel.tell(broken(0))
    const [issue] = github.state.issues
    if (issue !== undefined)
      issue.body = (issue.body ?? '').replace(
        /lifeboat-state .*/,
        'lifeboat-state {"history":[{"at":"<img>"}]} -->',
      )
    expect((await channel.tell(broken(hour))).done).toBe('updated')
    expect(issue?.body).not.toContain('<img>')
    expect(issue?.author).toEqual(users.job)
  })
})

describe('what an issue says', () => {
  const hostile = '@octocat #1 <!-- --> </details> `x` | [a](https://evil.example) ::add-mask::x'

  test('text that came from data is no markup, no mention and no reference', async () => {
    await using github = await startAt(failed)
    const report = run(failed, 0, {
      reason: hostile,
      actor: hostile,
      failure: { kind: 'integrity', message: hostile, hint: hostile, subjects: [hostile] },
      runUrl: 'https://example.com/) @octocat <!-- -->',
    })
    await channelFor(github).tell(report)
    const written = `${github.state.issues[0]?.title}\n${github.state.issues[0]?.body}`
    const live = written.match(/@octocat|(?<![&\w])#1(?!\d*;)|<\/details> `|\[a\]\(/)
    expect(live?.[0] ?? null).toBeNull()
    expect(written.match(/<!--/g)).toHaveLength(2)
  })

  test('names are hidden where everyone can read them, and shown elsewhere', async () => {
    await using github = await startAt(failed)
    const subjects = ['shop.zanzibar']
    const report = run(failed, 0, {
      failure: { kind: 'integrity', message: 'a row differs', hint: null, subjects },
    })
    await channelFor(github, true).tell(report)
    expect(github.state.issues[0]?.body).not.toContain('zanzibar')
    await channelFor(github, false).tell(report)
    expect(github.state.issues[0]?.body).toContain('zanzibar')
  })

  test('to the public a bug does not say what it stumbled over', async () => {
    await using github = await startAt(failed)
    const failure = { kind: 'bug' as const, message: 'cannot read row canary-4711', hint: null, subjects: [] }
    await channelFor(github, true).tell(run(failed, 0, { failure }))
    expect(github.state.issues[0]?.body).not.toContain('canary-4711')
  })

  test('it fits into what GitHub takes, whatever the report holds', async () => {
    await using github = await startAt(failed)
    const report = run(failed, 0, {
      failure: { kind: 'integrity', message: '&'.repeat(100_000), hint: '@'.repeat(100_000), subjects: [] },
      next: Array.from({ length: 100 }, (_, index) => `${index} ${'<'.repeat(5_000)}`),
      checks: Array.from({ length: 200 }, () =>
        failed.checks.map((check) => ({ ...check, detail: '#'.repeat(900) })),
      ).flat(),
    })
    expect((await channelFor(github).tell(report)).done).toBe('opened')
    expect(github.state.issues[0]?.body?.length).toBeLessThanOrEqual(65_536)
  })
})

describe('a restore', () => {
  const sound = restored.copies.filter(({ status }) => status === 'complete')
  const restoreRun = (after: number, rest: Partial<Report> = {}): Report =>
    run(restored, after, { operation: 'restore', ...rest })

  test('that met damaged copies opens an issue about them, which the next good repair closes', async () => {
    await using github = await startAt(restored)
    const channel = channelFor(github)
    expect((await channel.tell(restoreRun(0))).done).toBe('opened')
    expect(github.state.issues).toHaveLength(1)
    expect(github.state.issues[0]?.body).toContain('lifeboat repair')
    // Another restore, which did not meet them, says nothing about them.
    expect((await channel.tell(restoreRun(hour, { copies: sound, verdict: 'passed' }))).done).toBe('nothing')
    expect((await channel.tell(run(passed, 2 * hour, { operation: 'repair' }))).done).toBe('closed')
  })

  test('that failed opens an issue of its own, and one that was refused or mistyped opens none', async () => {
    await using github = await startAt(restored)
    const channel = channelFor(github)
    const ending = (kind: 'refused' | 'config' | 'unavailable'): Partial<Report> => ({
      verdict: 'failed',
      copies: sound,
      failure: { kind, message: 'it did not work', hint: null, subjects: [] },
    })
    expect((await channel.tell(restoreRun(0, ending('refused')))).done).toBe('nothing')
    expect((await channel.tell(restoreRun(0, ending('config')))).done).toBe('nothing')
    expect((await channel.tell(restoreRun(0, ending('unavailable')))).done).toBe('opened')
  })
})
