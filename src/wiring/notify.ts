import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import type { Report } from '../domain/report.ts'
import type { Channel } from '../ports/channel.ts'
import type { Host } from './host.ts'

/** Tells every channel of a run, once. A channel that fails is a warning: it changes nothing about the run. */
export async function notify(
  report: Report,
  environment: Environment | null,
  token: string | undefined,
  host: Host,
): Promise<void> {
  // Who stopped the run knows; and the few seconds that are left belong to the clean-up.
  if (report.failure?.kind === 'cancelled') return
  for (const open of [() => issues(token, host), () => heartbeat(environment, host)]) {
    try {
      const channel = await open()
      if (channel === null) continue
      const told = await channel.tell(report)
      if (told.done !== 'nothing')
        host.log.info(`${channel.name}: ${told.done}${told.url === null ? '' : ` ${told.url}`}`)
    } catch (thrown) {
      const failure = asFailure(thrown)
      host.log.warning(`not everyone could be told: ${failure.message}`)
    }
  }
}

async function issues(_token: string | undefined, _host: Host): Promise<Channel | null> {
  return null
}

async function heartbeat(_environment: Environment | null, _host: Host): Promise<Channel | null> {
  return null
}
