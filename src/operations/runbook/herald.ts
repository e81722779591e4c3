import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure } from '../../domain/failure.ts'
import { incidentKey } from '../../domain/news.ts'
import type { Runbook } from '../../domain/runbook/schema.ts'
import { formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { type Journal, writeEntry } from './journal.ts'

/** A message about an incident, outside of the reports. */
export interface Message {
  /** `recovered`: an escalation is over. */
  state: 'communication' | 'escalation' | 'recovered'
  severity: 'info' | 'warning' | 'critical'
  title: string
  text: string
  /** The incident, told from all others. */
  about: string
}

/** Tells people, by the channels of these names; by every one when none is named. @throws Failure when one did not take it */
export type Tell = (message: Message, channels: readonly string[]) => Promise<void>

export interface Herald extends Disposable {
  begin(): Promise<void>
  end(): Promise<void>
}

/** How often the clock is looked at for the next level. */
const pace: Milliseconds = 5_000
/** From one try to tell to the next, when no channel took it. */
const pause: Milliseconds = 60_000

/**
 * Tells people what they are to know of a run: that it has begun and ended, and, by the incident's clock, who else is to
 * help. What was told once is in the ledger, and is not told again by a run that goes on with it. That nobody could be told
 * is a warning, and tried again while the run goes on: it holds nothing up.
 */
export function openHerald(
  environment: Environment,
  runbook: Runbook,
  journal: Journal,
  ports: Ports & { tell: Tell },
): Herald {
  const { clock, log } = ports
  const since = () => Math.max(0, clock.now() - journal.beganAt)
  const fill = (text: string) =>
    text
      .replaceAll('{environment}', environment.environment)
      .replaceAll('{incident}', `${runbook.incident} ${runbook.title}`)
      .replaceAll(/\{minutes\}( minutes)?/g, (_whole, word: string | undefined) =>
        minutesText(Math.round(since() / 60_000), word !== undefined),
      )
  const about = incidentKey({ id: runbook.incident, beganAt: journal.beganAt })
  const notBefore = new Map<string, Instant>()
  const tellOnce = async (name: string, message: Omit<Message, 'about'>, channels: readonly string[]) => {
    if (journal.told.has(name) || clock.now() < (notBefore.get(name) ?? 0)) return
    // While it is being told, nobody else tells it.
    journal.told.add(name)
    let isTold = false
    try {
      await ports.tell({ ...message, about }, channels)
      isTold = true
      await writeEntry(environment, journal, { entry: 'told', told: name }, ports)
    } catch (error) {
      if (!isTold) {
        journal.told.delete(name)
        notBefore.set(name, clock.now() + pause)
      }
      log.warning(`not everyone could be told (${name}): ${asFailure(error).message}`)
    }
  }
  const tellCommunication = (name: string, message: Pick<Message, 'severity' | 'title' | 'text'>) =>
    tellOnce(name, { state: 'communication', ...message }, [])
  const title = `${runbook.incident} on ${environment.environment}: ${runbook.title}`
  let hasBegun = false
  const look = async () => {
    const { begin, late } = runbook.communication
    if (hasBegun && begin !== undefined) {
      await tellCommunication('begin', { severity: 'warning', title, text: fill(begin) })
    }
    for (const [index, { after, who, channel }] of runbook.escalation.entries()) {
      if (since() < after) continue
      const text = `${who}: ${title}. It began ${formatDuration(since())} ago, and ${formatDuration(runbook.rto)} was promised. The run is ${journal.run}${ports.run.url === null ? '' : `, ${ports.run.url}`}.`
      const severity = runbook.severity === 'critical' || since() > runbook.rto ? 'critical' : 'warning'
      await tellOnce(levelName(index), { state: 'escalation', severity, title, text }, [channel])
    }
    if (late !== undefined && since() > runbook.rto) {
      await tellCommunication('late', { severity: 'critical', title: `${title}: late`, text: fill(late) })
    }
  }
  const watch = clock.every(pace, look)
  return {
    begin: async () => {
      hasBegun = true
      await look()
    },
    end: async () => {
      const escalated = runbook.escalation.filter((_level, index) => journal.told.has(levelName(index)))
      if (escalated.length > 0) {
        const text = `It is over, ${formatDuration(since())} after it began. The run is ${journal.run}.`
        const channels = [...new Set(escalated.map(({ channel }) => channel))]
        const message = { state: 'recovered', severity: 'info', title: `${title}: over`, text } as const
        await tellOnce('escalation over', message, channels)
      }
      const { end } = runbook.communication
      if (end !== undefined) {
        await tellCommunication('end', { severity: 'info', title: `${title}: over`, text: fill(end) })
      }
    },
    [Symbol.dispose]: () => watch[Symbol.dispose](),
  }
}

/** As the ledger remembers a level that was told. */
function levelName(index: number): string {
  return `escalation ${index + 1}`
}

/** @param isCounted the text goes on with the word "minutes" */
function minutesText(minutes: number, isCounted: boolean): string {
  if (!isCounted) return String(Math.max(1, minutes))
  return minutes < 1 ? 'less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`
}
