import { asFailure, type Failure } from '../domain/failure.ts'
import type { Message } from '../domain/message.ts'
import type { Milliseconds } from '../domain/units.ts'
import { systemClock } from '../host/clock.ts'
import type { Told } from '../ports/channel.ts'
import type { Host } from './host.ts'
import { type MessengerConfig, openMessenger } from './open-messengers.ts'

/** So long may one channel take, all its tries together. */
export const patience: Milliseconds = 15_000
const tries = 3
const pause: Milliseconds = 1_000

export interface Delivery {
  channel: string
  type: MessengerConfig['type']
  /** Null when it failed. */
  told: Told | null
  failure: Failure | null
}

/**
 * Sends a message through some channels at once, each within a bounded time. One that fails is named, and the others are
 * told all the same; nothing is thrown.
 */
export function deliver(
  message: Message,
  channels: readonly MessengerConfig[],
  host: Pick<Host, 'variables' | 'hide' | 'signal' | 'log'>,
): Promise<Delivery[]> {
  return Promise.all(
    channels.map(async (config): Promise<Delivery> => {
      const about = { channel: config.name, type: config.type }
      try {
        return { ...about, told: await send(message, config, host), failure: null }
      } catch (thrown) {
        return { ...about, told: null, failure: asFailure(thrown) }
      }
    }),
  )
}

/** What is out of reach is tried again, while there is time. A message that comes twice is better than none. */
async function send(
  message: Message,
  config: MessengerConfig,
  host: Pick<Host, 'variables' | 'hide' | 'signal' | 'log'>,
): Promise<Told> {
  const messenger = await openMessenger(config, host)
  const signal = AbortSignal.any([host.signal, AbortSignal.timeout(patience)])
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await messenger.send(message, signal)
    } catch (thrown) {
      const failure = asFailure(thrown)
      if (failure.kind !== 'unavailable' || attempt === tries || signal.aborted) throw failure
      try {
        await systemClock.sleep(pause * attempt, signal)
      } catch {
        throw failure
      }
    }
  }
}
