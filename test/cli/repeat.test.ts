import { expect, test } from 'vitest'
import { repeat } from '../../src/cli/repeat.ts'
import { silentLog } from '../../src/ports/log.ts'

/** A clock that stands still but for sleeps and the runs themselves. */
function cadence(interval: number, durations: readonly number[], stopAt: number) {
  const stop = new AbortController()
  const starts: number[] = []
  let now = 0
  const pass = (span: number) => {
    now += span
    if (now >= stopAt) stop.abort(new Error('stopped'))
  }
  const clock = {
    now: () => now,
    ticks: () => now,
    every: () => ({ [Symbol.dispose]: () => undefined }),
    sleep: async (span: number, signal?: AbortSignal) => {
      pass(Math.min(span, stopAt - now))
      signal?.throwIfAborted()
    },
  }
  const run = async () => {
    const duration = durations[starts.length] ?? 0
    starts.push(now)
    pass(duration)
    return starts.length
  }
  const ended = repeat(interval, run, { clock, log: silentLog, signal: stop.signal })
  return ended.then((code) => ({ code, starts }))
}

test('runs start an interval apart, however long each of them takes', async () => {
  expect(await cadence(100, [30, 99, 1], 350)).toEqual({ code: 4, starts: [0, 100, 200, 300] })
})

test('a run that takes longer than the interval is followed at once, and the cadence goes on from there', async () => {
  expect(await cadence(100, [250, 10, 10], 400)).toEqual({ code: 3, starts: [0, 250, 350] })
})

test('stopped while a run goes on, it ends with that run', async () => {
  expect(await cadence(100, [10, 50], 120)).toEqual({ code: 2, starts: [0, 100] })
})
