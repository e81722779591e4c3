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
  every: (span, work) => {
    let isAtWork = false
    const turn = async (): Promise<void> => {
      if (isAtWork) return
      isAtWork = true
      await work().finally(() => {
        isAtWork = false
      })
    }
    const timer = setInterval(() => void turn(), span).unref()
    return { [Symbol.dispose]: () => clearInterval(timer) }
  },
}
