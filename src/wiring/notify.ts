import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import { newsKind } from '../domain/news.ts'
import type { Report } from '../domain/report.ts'
import { systemClock } from '../host/clock.ts'
import { systemRandom } from '../host/random.ts'
import type { Channel, IssueTracker } from '../ports/channel.ts'
import type { Host } from './host.ts'

/**
 * Tells every channel of a run, once: issues and heartbeat, which follow each run by themselves, and the channels of the
 * environment file. A channel that fails is a warning at most: it changes nothing about the run, and stops no other.
 */
export async function notify(
  report: Report,
  environment: Environment | null,
  token: string | undefined,
  host: Host,
): Promise<void> {
  // Who stopped the run knows; and the few seconds that are left belong to the clean-up.
  if (report.failure?.kind === 'cancelled') return
  // A pull request is told on the pull request: nobody is woken for what is not merged.
  if (report.operation === 'validate-pr' || report.operation === 'shape') return
  const tracker = await openTracker(report, environment, token, host)
  // Before the issue is told: it then says how earlier runs ended.
  const tellPeople = await prepareNews(report, environment, tracker, host)
  await Promise.all([
    follow(report, host, () => heartbeat(report, environment, host)),
    // The issue comes after the others, since it remembers who of them was told.
    tellPeople().then((told) => follow(report, host, () => issues(tracker, told, host))),
  ])
}

async function follow(report: Report, host: Host, open: () => Promise<Channel | null>): Promise<void> {
  try {
    const channel = await open()
    if (channel === null) return
    const told = await channel.tell(report)
    if (told.done !== 'nothing')
      host.log.info(`${channel.name}: ${told.done}${told.url === null ? '' : ` ${told.url}`}`)
  } catch (thrown) {
    warn(thrown, host)
  }
}

function warn(thrown: unknown, { log }: Host): void {
  const failure = asFailure(thrown)
  // Issues that are switched off are somebody's choice.
  const level = failure.kind === 'refused' ? 'notice' : 'warning'
  log[level](`not everyone could be told: ${failure.message}`, failure.subjects)
  if (failure.hint !== undefined) log.info(failure.hint)
}

/** What tells the environment file's channels, and says which of them took it. Whatever goes wrong with it is a warning. */
async function prepareNews(
  report: Report,
  environment: Environment | null,
  tracker: IssueTracker | null,
  host: Host,
): Promise<() => Promise<readonly string[]>> {
  const nothing = async (): Promise<readonly string[]> => []
  if (environment?.notifications === undefined) return nothing
  try {
    const { prepareTelling } = await import('./tell-channels.ts')
    const tell = await prepareTelling(report, environment, tracker, host)
    return async () => {
      try {
        return await tell()
      } catch (thrown) {
        warn(thrown, host)
        return []
      }
    }
  } catch (thrown) {
    warn(thrown, host)
    return nothing
  }
}

/** Null where nobody gave a token, which is worth saying only when there is something to tell. */
async function openTracker(
  report: Report,
  environment: Environment | null,
  token: string | undefined,
  host: Host,
): Promise<IssueTracker | null> {
  if (host.openIssues === null || !wantsIssues(report, environment)) return null
  try {
    const tracker = await host.openIssues(token)
    if (tracker === null && report.verdict === 'failed')
      host.log.notice('no issue is written: there is no token for it')
    return tracker
  } catch (thrown) {
    warn(thrown, host)
    return null
  }
}

/** Issues are written unless the environment file says otherwise. */
function wantsIssues({ operation }: Report, environment: Environment | null): boolean {
  const kind = newsKind(operation)
  return (environment?.notifications?.channels ?? []).every(
    (channel) =>
      channel.type !== 'github-issues' ||
      (channel.enabled && (channel.kinds === undefined || (kind !== null && channel.kinds.includes(kind)))),
  )
}

async function issues(
  tracker: IssueTracker | null,
  told: readonly string[],
  { repositoryIsPublic }: Host,
): Promise<Channel | null> {
  if (tracker === null) return null
  const [{ createIssueChannel }, { renderMarkdown }] = await Promise.all([
    import('../channels/github-issues.ts'),
    import('../reports/markdown.ts'),
  ])
  return createIssueChannel(tracker, { details: renderMarkdown, hideNames: repositoryIsPublic, told })
}

async function heartbeat(
  report: Report,
  environment: Environment | null,
  host: Host,
): Promise<Channel | null> {
  // Only what comes so regularly that its absence means something pings; and only these jobs have the address.
  const isWatch = report.operation === 'status'
  const pinging = isWatch ? environment?.watch?.heartbeat : environment?.heartbeat
  if (pinging === undefined || !['backup', 'verify-restore', 'status'].includes(report.operation)) return null
  const url = pinging.resolve(host.variables)
  host.hide(url)
  const { createHeartbeat, hasWatched } = await import('../channels/heartbeat.ts')
  return createHeartbeat({
    url,
    clock: systemClock,
    random: systemRandom,
    signal: host.signal,
    ...(isWatch ? { pings: hasWatched } : {}),
  })
}
