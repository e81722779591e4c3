import type { Clock, Random } from '../../../src/ports/clock.ts'

export interface FakeClock extends Clock {
  /** Lets time pass. */
  advance(milliseconds: number): void
  readonly sleeps: readonly number[]
}

/** Time that passes only when it is told to, or when somebody sleeps: then at once. */
export function fakeClock(start: number = Date.parse('2026-11-21T10:15:00Z')): FakeClock {
  let now = start
  const sleeps: number[] = []
  return {
    sleeps,
    advance: (milliseconds) => {
      now += milliseconds
    },
    now: () => now,
    ticks: () => now - start,
    sleep: async (span, signal) => {
      signal?.throwIfAborted()
      sleeps.push(span)
      now += span
      // What others do meanwhile gets its turn.
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      signal?.throwIfAborted()
    },
  }
}

/** The same chance every time (mulberry32), so that a failure can be repeated. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 24
  }
  return { bytes: (count) => Uint8Array.from({ length: count }, next) }
}
