import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import type { Report } from '../domain/report.ts'
import { systemClock } from '../host/clock.ts'
import { systemRandom } from '../host/random.ts'
import type { Channel } from '../ports/channel.ts'
import type { Host } from './host.ts'

/** Tells every channel of a run, once. A channel that fails is a warning at most: it changes nothing about the run. */
export async function notify(
  report: Report,
  environment: Environment | null,
  token: string | undefined,
  host: Host,
): Promise<void> {
  // Who stopped the run knows; and the few seconds that are left belong to the clean-up.
  if (report.failure?.kind === 'cancelled') return
  // A dry run has found out how things are, and nothing has happened.
  if (report.restored?.dryRun === true) return
  for (const open of [() => issues(report, token, host), () => heartbeat(report, environment, host)]) {
    try {
      const channel = await open()
      if (channel === null) continue
      const told = await channel.tell(report)
      if (told.done !== 'nothing')
        host.log.info(`${channel.name}: ${told.done}${told.url === null ? '' : ` ${told.url}`}`)
    } catch (thrown) {
      const failure = asFailure(thrown)
      // Issues that are switched off are somebody's choice.
      const level = failure.kind === 'refused' ? 'notice' : 'warning'
      host.log[level](`not everyone could be told: ${failure.message}`, failure.subjects)
      if (failure.hint !== undefined) host.log.info(failure.hint)
    }
  }
}

/** Null where nobody gave a token, which is worth saying only when there is something to tell. */
async function issues(
  report: Report,
  token: string | undefined,
  { log, openIssues, repositoryIsPublic }: Host,
): Promise<Channel | null> {
  if (openIssues === null) return null
  const tracker = await openIssues(token)
  if (tracker === null) {
    if (report.verdict === 'failed') log.notice('no issue is written: there is no token for it')
    return null
  }
  const [{ createIssueChannel }, { renderMarkdown }] = await Promise.all([
    import('../channels/github-issues.ts'),
    import('../reports/markdown.ts'),
  ])
  return createIssueChannel(tracker, { details: renderMarkdown, hideNames: repositoryIsPublic })
}

async function heartbeat(
  report: Report,
  environment: Environment | null,
  host: Host,
): Promise<Channel | null> {
  // Only backups and proofs come so regularly that their absence means something; and only their jobs have the address.
  if (environment?.heartbeat === undefined || !['backup', 'verify-restore'].includes(report.operation))
    return null
  const url = environment.heartbeat.resolve(host.variables)
  host.hide(url)
  const { createHeartbeat } = await import('../channels/heartbeat.ts')
  return createHeartbeat({ url, clock: systemClock, random: systemRandom, signal: host.signal })
}
