import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../ports/clock.ts'

/** This machine's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  sleep: async (span, signal) => {
    try {
      await wait(span, undefined, signal === undefined ? {} : { signal })
    } catch (thrown) {
      signal?.throwIfAborted()
      throw thrown
    }
  },
}
