import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Environment } from '../domain/environment/schema.ts'
import { asFailure, Failure } from '../domain/failure.ts'
import { isNews, isRoutine, newsKind, severityOf, troubleOf } from '../domain/news.ts'
import type { NewsKind } from '../domain/news.ts'
import type { Report } from '../domain/report.ts'
import { subjectOf } from '../domain/subject-of.ts'
import {
  isTold,
  type News,
  newsOf,
  noPast,
  outcomeWord,
  type Past,
  repeatAfterOf,
} from '../domain/telling.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { IssueTracker } from '../ports/channel.ts'
import { silentLog } from '../ports/log.ts'
import { deliver } from './deliver.ts'
import type { Host } from './host.ts'
import { gathers, type MessengerConfig, messengerConfigs } from './open-messengers.ts'
import { logDeliveries } from './tell-now.ts'

/** So long may it take to read what earlier runs have left, or to add to it. */
const patience: Milliseconds = 10_000

/**
 * Decides which of the environment file's channels are told of a run, and gives what tells them. Earlier runs, and who was
 * told of them, are asked of the ledger and of the issue; where neither answers, nobody is spared.
 * @param timeToAsk so long may it take to find out how earlier runs ended
 * @returns tells them, and gives the names of those that took the news of a trouble, for the issue to remember
 */
export async function prepareTelling(
  report: Report,
  environment: Environment,
  tracker: IssueTracker | null,
  host: Host,
  timeToAsk: Milliseconds = patience,
): Promise<() => Promise<readonly string[]>> {
  const kind = newsKind(report.operation)
  const configs = messengerConfigs(environment).filter(
    ({ kinds }) => kind !== null && (kinds === undefined || kinds.includes(kind)),
  )
  if (kind === null || configs.length === 0 || !isNews(report)) return async () => []
  const past = await readPast(report, kind, environment, tracker, host, AbortSignal.timeout(timeToAsk))
  const news = newsOf(
    {
      kind,
      severity: severityOf(report, kind, environment.notifications?.severity),
      trouble: troubleOf(report),
      outcome: outcomeWord({ verdict: report.verdict, failure: report.failure?.kind ?? null }),
      subject: subjectOf(report),
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
    const took = told.length === 0 ? [] : await tellAll(report, news, told, host)
    if (news.state === 'trouble') {
      // Whoever gathers knows by itself what it was told.
      const names = took.filter((config) => !gathers(config)).map(({ name }) => name)
      if (names.length > 0) await remember(report, environment, news, names, host)
      return names
    }
    if (news.state === 'recovered' && news.trouble === null && past.isWritten !== true) {
      // What a pager has not heard is told again: its incident would stay open.
      const isHeard =
        (told.length === 0 || took.length > 0) &&
        told.every((config) => !gathers(config) || took.includes(config))
      const names = took.map(({ name }) => name)
      if (isHeard) await remember(report, environment, news, names, host)
    }
    return []
  }
}

/** @returns those that took it */
async function tellAll(
  report: Report,
  news: News,
  channels: readonly MessengerConfig[],
  host: Host,
): Promise<readonly MessengerConfig[]> {
  const { messageOf } = await import('../reports/message.ts')
  const message = messageOf(report, news, {
    id: randomUUID(),
    hideNames: host.repositoryIsPublic,
    mask: (text) => host.mask(text),
  })
  const deliveries = await deliver(message, channels, host)
  logDeliveries(deliveries, host)
  return channels.filter(({ name }) =>
    deliveries.some(({ channel, failure }) => channel === name && failure === null),
  )
}

/** Best effort: what is not written down is told again. */
async function remember(
  report: Report,
  environment: Environment,
  news: News,
  channels: readonly string[],
  host: Host,
): Promise<void> {
  try {
    const [{ openPorts, signingKeysOf }, { recordTold }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/ledger/told.ts'),
    ])
    const signal = AbortSignal.any([host.signal, AbortSignal.timeout(patience)])
    const quiet = { ...host, signal, log: silentLog }
    await using ports = await openPorts(environment, { host: quiet, role: 'read' })
    const signingKeys = signingKeysOf(host)
    const keys = { ...ports.keys, signing: signingKeys[0] ?? null, signingKeys }
    await recordTold(environment, report, news, channels, { ...ports, keys })
  } catch (thrown) {
    host.signal.throwIfAborted()
    host.log.debug(`who was told is not written down: ${asFailure(thrown).message}`)
  }
}

async function readPast(
  report: Report,
  kind: NewsKind,
  environment: Environment,
  tracker: IssueTracker | null,
  host: Host,
  late: AbortSignal,
): Promise<Past> {
  const found = await Promise.all([
    orNone(() => fromLedger(report, kind, environment, host, late), host, late),
    orNone(() => fromIssue(report, kind, environment, tracker), host, late),
  ])
  return {
    runs: found.flatMap(({ runs }) => runs).sort((a, b) => b.at - a.at),
    isKnown: found.some(({ isKnown }) => isKnown),
    isWritten: found.some(({ isWritten }) => isWritten === true),
  }
}

async function orNone(
  work: () => Promise<Past | null>,
  { log, signal }: Host,
  late: AbortSignal,
): Promise<Past> {
  const tooLate = async () => {
    if (!late.aborted) await once(late, 'abort')
    throw new Failure('unavailable', 'no answer in time')
  }
  try {
    return (await Promise.race([work(), tooLate()])) ?? noPast
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
  late: AbortSignal,
): Promise<Past | null> {
  const [{ openPorts }, { readPastRuns }] = await Promise.all([
    import('./open-ports.ts'),
    import('../operations/ledger/past-runs.ts'),
  ])
  const signal = AbortSignal.any([host.signal, late])
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
