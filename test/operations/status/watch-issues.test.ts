import { beforeAll, describe, expect, it } from 'vitest'
import { createHeartbeat, hasWatched } from '../../../src/channels/heartbeat.ts'
import { createIssueChannel } from '../../../src/channels/github-issues.ts'
import { createIssueTracker } from '../../../src/github/issues.ts'
import { createMasks } from '../../../src/github/masks.ts'
import { openRepositoryState } from '../../../src/github/repository-state.ts'
import { renderMarkdown } from '../../../src/reports/markdown.ts'
import { memoryStore } from '../../support/doubles/memory-store.ts'
import { type FakeGitHub, startFakeGitHub, tokens } from '../../support/github/fake-github.ts'
import { fakeClock } from '../../support/ports/clock.ts'
import { makeTestKeys } from '../../support/ports/environment.ts'
import { keeping, type Keeping } from '../../support/ports/retention.ts'
import { openChronicle, watchNow } from '../../support/ports/watched.ts'

const minute = 60_000
const hour = 60 * minute
const start = Date.parse('2026-11-21T00:00:00Z')

let kept: Keeping
beforeAll(async () => {
  kept = await keeping(await makeTestKeys(), {
    objectives: { rpo: '12h', 'backup-every': '6h' },
    stores: [{ name: 'bucket', type: 's3', bucket: 'b' }],
    retention: { last: 500 },
  })
})

const access = (github: FakeGitHub) => ({
  token: tokens.job,
  apiUrl: github.url,
  owner: 'owner',
  repository: 'repository',
  signal: new AbortController().signal,
  second: 2,
  isPaced: false,
})

const path = '.github/workflows/lifeboat-test-backup.yml'
/** What the watch reads of the workflow that `init` writes. */
const workflow = {
  on: { schedule: [{ cron: '7 */6 * * *' }] },
  jobs: { backup: { steps: [{ uses: 'owner/lifeboat/actions/backup@abc', with: { environment: 'test' } }] } },
}

async function scene(github: FakeGitHub) {
  const clock = fakeClock(start)
  const store = memoryStore({ name: 'bucket', clock })
  const chronicle = await openChronicle([store], kept, clock)
  const channel = createIssueChannel(createIssueTracker({ ...access(github), masks: createMasks() }), {
    details: renderMarkdown,
    hideNames: true,
  })
  const look = async (at: number) => {
    clock.advance(at - clock.now())
    const { report } = await watchNow([store], kept, clock, {
      surroundings: {
        // The first also backs up, but only when somebody deploys.
        workflows: async () =>
          new Map<string, unknown>([
            ['.github/workflows/deploy.yml', { on: 'push', jobs: workflow.jobs }],
            [path, workflow],
          ]),
        repository: openRepositoryState(access(github)),
      },
    })
    return { report, told: await channel.tell(report) }
  }
  const check = ({ report }: Awaited<ReturnType<typeof look>>, name: string) =>
    report.checks.find((one) => one.name === name)
  return { chronicle, look, check }
}

describe('a schedule that stops', () => {
  it('opens an issue with the first run that did not come, and the next backup closes it, warnings or not', async () => {
    await using github = await startFakeGitHub({ now: start })
    const { chronicle, look, check } = await scene(github)
    for (const at of [7 * minute, 6 * hour + 7 * minute]) await chronicle.backup(start + at)
    const well = await look(start + 7 * hour)
    expect(well.told.done).toBe('nothing')
    expect(check(well, 'schedule of backups')?.detail).toContain(path)

    // 12:07 does not come; at 12:50 it may still, at 13:00 not any more.
    expect((await look(start + 12 * hour + 50 * minute)).told.done).toBe('nothing')
    const missed = await look(start + 13 * hour)
    expect(check(missed, 'schedule of backups')).toMatchObject({ status: 'failed' })
    expect(missed.told.done).toBe('opened')
    expect(github.state.issues).toMatchObject([{ state: 'open' }])
    expect(github.state.issues[0]?.body).toContain('did not come')
    expect((await look(start + 14 * hour)).told.done).toBe('updated')
    expect(github.state.issues[0]?.comments).toEqual([])

    await chronicle.backup(start + 14 * hour + minute)
    const again = await look(start + 15 * hour)
    expect(again.report.verdict).toBe('degraded')
    expect(again.told.done).toBe('closed')
    expect(github.state.issues).toMatchObject([{ state: 'closed' }])
  })

  it('as GitHub disabled it is told at once, whatever the backups say', async () => {
    await using github = await startFakeGitHub({ now: start })
    const { chronicle, look, check } = await scene(github)
    await chronicle.backup(start + 7 * minute)
    github.state.watch.workflows = [{ path, state: 'disabled_inactivity' }]
    const found = check(await look(start + hour), 'schedule of backups')
    expect(found).toMatchObject({ status: 'failed' })
    expect(found?.detail).toContain('60 days')
  })
})

describe('the environments of the roles', () => {
  it('are audited where the token may read them', async () => {
    await using github = await startFakeGitHub({ now: start })
    const { chronicle, look, check } = await scene(github)
    await chronicle.backup(start + 7 * minute)
    github.state.watch.environments = [
      { name: 'test-backup', reviewers: 0, branches: ['main'] },
      { name: 'test', reviewers: 1, branches: 'protected' },
    ]
    expect(check(await look(start + hour), 'GitHub environments')).toMatchObject({ status: 'passed' })
    github.state.watch.environments = [
      { name: 'test-backup', reviewers: 0, branches: null },
      { name: 'test-verify', reviewers: 1, branches: ['main'] },
      { name: 'test', reviewers: 0, branches: ['main'] },
    ]
    const weak = check(await look(start + 2 * hour), 'GitHub environments')
    expect(weak).toMatchObject({ status: 'degraded' })
    expect(weak?.detail).toBe(
      'test-backup is open to every branch; test-verify waits for reviewers: its schedule stands still until one agrees; test has no reviewers: anybody who may start a workflow may restore',
    )
  })

  it('are left alone, and said so, where it may not', async () => {
    await using github = await startFakeGitHub({ now: start })
    const { chronicle, look, check } = await scene(github)
    await chronicle.backup(start + 7 * minute)
    github.state.watch.mayReadActions = false
    const found = await look(start + hour)
    expect(check(found, 'GitHub environments')).toMatchObject({ status: 'skipped', failure: null })
    expect(found.report.verdict).not.toBe('failed')
  })
})

describe('the heartbeat of the watch', () => {
  it('comes after each look, whatever it found, and not when it could not look', async () => {
    await using github = await startFakeGitHub({ now: start })
    const { chronicle, look } = await scene(github)
    const failed = (await look(start + hour)).report
    expect(failed.verdict).toBe('failed')
    await chronicle.backup(start + hour)
    const options = { url: 'ftp://x', clock: fakeClock(), random: { bytes: () => new Uint8Array(1) } }
    const beat = createHeartbeat({ ...options, signal: new AbortController().signal, pings: hasWatched })
    // An address that no ping can go to tells who would have pinged.
    await expect(beat.tell(failed)).rejects.toThrow('heartbeat')
    expect(await beat.tell({ ...failed, checks: [] })).toMatchObject({ done: 'nothing' })
  })
})
