import { randomUUID } from 'node:crypto'
import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Message } from '../domain/message.ts'
import type { Severity } from '../domain/news.ts'
import { systemClock } from '../host/clock.ts'
import { deliver, type Delivery } from './deliver.ts'
import type { Host } from './host.ts'
import { messengerConfigs } from './open-messengers.ts'

export interface Urgent {
  /** An escalation, its end, or what people are only to know. */
  state: 'escalation' | 'recovered' | 'communication'
  severity: Severity
  /** One line. */
  title: string
  text: string
  /** Where to read more. */
  link: string | null
  /** What messages about the same matter have in common; the title by default. */
  about?: string
}

/**
 * Tells people at once, as a runbook does that escalates, whatever the channels' own routing. A channel that fails is
 * named in the result.
 * @param names of channels; all of the environment by default
 * @throws Failure `config` when the environment has no channel of a name
 */
export async function tellNow(
  environment: Environment,
  { state, severity, title, text, link, about }: Urgent,
  host: Pick<Host, 'variables' | 'hide' | 'mask' | 'signal' | 'log' | 'runUrl'>,
  names?: readonly string[],
): Promise<Delivery[]> {
  const channels = messengerConfigs(environment)
  const unknown = (names ?? []).filter((name) => !channels.some((channel) => channel.name === name))
  if (unknown.length > 0) {
    throw new Failure('config', `the environment has no channel ${unknown.join(', ')}`, {
      hint: `It has ${channels.map(({ name }) => name).join(', ') || 'none'}: see \`notifications\` in its file.`,
    })
  }
  const message: Message = {
    id: randomUUID(),
    state,
    severity,
    kind: state === 'communication' ? 'runbook' : 'escalation',
    alert: state === 'recovered' ? 'escalation-recovered' : state,
    key: `lifeboat/${environment.environment}/${state === 'communication' ? state : 'escalation'}/${about ?? title}`,
    environment: environment.environment,
    title: host.mask(title),
    summary: host.mask(text),
    facts: [{ label: 'Environment', text: environment.environment }],
    next: [],
    link: link ?? host.runUrl,
    at: systemClock.now(),
    since: null,
    verdict: null,
    log: null,
    report: null,
  }
  const wanted = channels.filter(({ name }) => names?.includes(name) ?? true)
  const deliveries = await deliver(message, wanted, host)
  logDeliveries(deliveries, host)
  return deliveries
}

/** One line per channel; a failure is a warning, whatever it was. */
export function logDeliveries(deliveries: readonly Delivery[], { log }: Pick<Host, 'log'>): void {
  for (const { channel, told, failure } of deliveries) {
    if (told !== null && told.done !== 'nothing')
      log.info(`${channel}: ${told.done}${told.url === null ? '' : ` ${told.url}`}`)
    if (failure === null) continue
    log.warning(`channel ${channel} could not be told: ${failure.message}`, failure.subjects)
    if (failure.hint !== undefined) log.info(failure.hint)
  }
}
