import type { Clock, Random } from '../../../src/ports/clock.ts'

export interface FakeClock extends Clock {
  /** Lets time pass. What is to be done every so often is begun when its time has come. */
  advance(milliseconds: number): void
  /** As `advance`, in steps so small that nothing is left out, and waits for what was begun. */
  pass(milliseconds: number): Promise<void>
  readonly sleeps: readonly number[]
}

/** Time that passes only when it is told to, or when somebody sleeps: then at once. */
export function fakeClock(start: number = Date.parse('2026-11-21T10:15:00Z')): FakeClock {
  let now = start
  const sleeps: number[] = []
  const turns = new Set<{ span: number; due: number; work: () => Promise<void> }>()
  const atWork = new Set<Promise<void>>()
  const advance = (milliseconds: number): void => {
    now += milliseconds
    for (const turn of turns) {
      if (turn.due > now) continue
      turn.due = now + turn.span
      const work = turn.work().finally(() => atWork.delete(work))
      atWork.add(work)
    }
  }
  return {
    sleeps,
    advance,
    pass: async (milliseconds) => {
      const end = now + milliseconds
      for (;;) {
        const next = Math.min(end, ...[...turns].map(({ due }) => due))
        advance(next - now)
        await Promise.all(atWork)
        if (now >= end) return
      }
    },
    every: (span, work) => {
      const turn = { span, due: now + span, work }
      turns.add(turn)
      return { [Symbol.dispose]: () => void turns.delete(turn) }
    },
    now: () => now,
    ticks: () => now - start,
    sleep: async (span, signal) => {
      signal?.throwIfAborted()
      sleeps.push(span)
      advance(span)
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
