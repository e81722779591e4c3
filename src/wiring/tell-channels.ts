import { randomUUID } from 'node:crypto'
import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import { isNews, isRoutine, newsKind, severityOf, troubleOf } from '../domain/news.ts'
import type { NewsKind } from '../domain/news.ts'
import type { Report } from '../domain/report.ts'
import { isTold, newsOf, noPast, type Past, type PastRun, repeatAfterOf } from '../domain/telling.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { IssueTracker } from '../ports/channel.ts'
import { deliver } from './deliver.ts'
import type { Host } from './host.ts'
import { gathers, messengerConfigs } from './open-messengers.ts'
import { logDeliveries } from './tell-now.ts'

/** So long may it take to find out how earlier runs ended. */
const patience: Milliseconds = 10_000

/**
 * Decides which of the environment file's channels are told of a run, and gives what tells them. Earlier runs are asked of
 * the ledger and of the issue; where neither answers, nobody is spared.
 */
export async function prepareTelling(
  report: Report,
  environment: Environment,
  tracker: IssueTracker | null,
  host: Host,
): Promise<() => Promise<void>> {
  const kind = newsKind(report.operation)
  const configs = messengerConfigs(environment).filter(
    ({ kinds }) => kind !== null && (kinds === undefined || kinds.includes(kind)),
  )
  if (kind === null || configs.length === 0 || !isNews(report)) return async () => undefined
  const past = await readPast(report, kind, environment, tracker, host)
  const severity = severityOf(report, kind, environment.notifications?.severity)
  const news = newsOf(
    {
      kind,
      severity,
      trouble: troubleOf(report),
      at: report.finishedAt,
      isLast: report.incident?.isOver === true,
    },
    past,
  )
  const repeatAfter = repeatAfterOf(environment)
  const told = configs.filter((config) =>
    isTold(news, config, past, {
      repeatAfter,
      gathers: gathers(config),
      isRoutine: isRoutine(report.operation),
    }),
  )
  const spared = configs.filter((config) => !told.includes(config))
  if (news.state === 'trouble' && spared.length > 0) {
    host.log.debug(`not told, by routing or as it is no news: ${spared.map(({ name }) => name).join(', ')}`)
  }
  return async () => {
    if (told.length === 0) return
    const { messageOf } = await import('../reports/message.ts')
    const message = messageOf(report, news, {
      id: randomUUID(),
      hideNames: host.repositoryIsPublic,
      mask: (text) => host.mask(text),
    })
    logDeliveries(await deliver(message, told, host), host)
  }
}

async function readPast(
  report: Report,
  kind: NewsKind,
  environment: Environment,
  tracker: IssueTracker | null,
  host: Host,
): Promise<Past> {
  const [ledger, issue] = await Promise.all([
    orNone(() => fromLedger(report, kind, environment, host), host),
    orNone(() => fromIssue(report, kind, environment, tracker), host),
  ])
  const runs = [...(ledger?.runs ?? []), ...(issue?.runs ?? [])].sort((a, b) => b.at - a.at)
  return { runs: upToWell(runs), isCut: ledger?.isCut ?? issue?.isCut ?? false }
}

/** The newest up to the first that was well: what lies behind it is another story. */
function upToWell(runs: readonly PastRun[]): readonly PastRun[] {
  const well = runs.findIndex(({ trouble }) => trouble === null)
  return well < 0 ? runs : runs.slice(0, well + 1)
}

async function orNone(work: () => Promise<Past | null>, { log, signal }: Host): Promise<Past> {
  try {
    return (await work()) ?? noPast
  } catch (thrown) {
    signal.throwIfAborted()
    log.debug(`how earlier runs ended is not known: ${asFailure(thrown).message}`)
    return noPast
  }
}

async function fromLedger(
  report: Report,
  kind: NewsKind,
  environment: Environment,
  host: Host,
): Promise<Past | null> {
  const [{ openPorts }, { readPastRuns }] = await Promise.all([
    import('./open-ports.ts'),
    import('../operations/ledger/past-runs.ts'),
  ])
  const signal = AbortSignal.any([host.signal, AbortSignal.timeout(patience)])
  await using ports = await openPorts(environment, { host: { ...host, signal }, role: 'read' })
  return await readPastRuns(environment, kind, report, ports)
}

async function fromIssue(
  report: Report,
  kind: NewsKind,
  environment: Environment,
  tracker: IssueTracker | null,
): Promise<Past | null> {
  if (tracker === null) return null
  const { pastInIssue } = await import('../channels/github-issues.ts')
  return pastInIssue(tracker, report, kind, environment.notifications?.severity)
}
