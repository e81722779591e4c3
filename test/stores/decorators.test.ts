import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { withBandwidth } from '../../src/stores/bandwidth.ts'
import { withLogging } from '../../src/stores/logging.ts'
import { storeContract } from '../contracts/store.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'
import { fakeClock } from '../support/ports/clock.ts'
import { recordingLog } from '../support/ports/recording-log.ts'

const MiB = 1024 * 1024

storeContract('a store with bandwidth and log', async () => {
  const inner = memoryStore()
  const clock = fakeClock()
  const decorate = () => withLogging(withBandwidth(inner, 20 * MiB, clock), recordingLog(), clock)
  return {
    store: decorate(),
    other: decorate(),
    leftovers: async () => [],
    memoryBound: Number.POSITIVE_INFINITY,
    [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
  }
})

describe('bandwidth', () => {
  const slices = (bytes: Buffer) =>
    Readable.from(
      (function* () {
        for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536)
      })(),
    )

  test('bodies up and down share one limit, a quarter of a second of it at once', async () => {
    const clock = fakeClock()
    const store = withBandwidth(memoryStore(), MiB, clock)
    const bytes = randomBytes(4 * MiB)
    await store.put('a', slices(bytes))
    expect(clock.ticks()).toBeGreaterThanOrEqual(3_700)
    expect(clock.ticks()).toBeLessThanOrEqual(4_000)
    const body = await store.get('a')
    expect(await buffer(body ?? Readable.from([]))).toEqual(bytes)
    expect(clock.ticks()).toBeGreaterThanOrEqual(7_700)
    await store.put('b', randomBytes(2 * MiB))
    expect(clock.ticks()).toBeGreaterThanOrEqual(9_700)
    expect(clock.ticks()).toBeLessThanOrEqual(10_100)
  })

  test('what was not used does not gather beyond a quarter of a second', async () => {
    const clock = fakeClock()
    const store = withBandwidth(memoryStore(), MiB, clock)
    clock.advance(3_600_000)
    await store.put('a', slices(randomBytes(2 * MiB)))
    expect(clock.ticks()).toBeGreaterThanOrEqual(3_601_700)
  })

  test('a body that waits for its turn ends at once when it is aborted', async () => {
    const clock = fakeClock()
    // Sleeps until it is woken by its signal.
    const sleep = (_: number, signal?: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('woken')), { once: true })
      })
    const store = withBandwidth(memoryStore(), 1_024, { ...clock, sleep })
    const controller = new AbortController()
    const body = slices(randomBytes(MiB))
    const putting = store.put('a', body, { signal: controller.signal })
    const other = store.put('b', randomBytes(4_096), { signal: controller.signal })
    controller.abort()
    await expect(putting).rejects.toMatchObject({ kind: 'cancelled' })
    await expect(other).rejects.toMatchObject({ kind: 'cancelled' })
    expect(body.destroyed).toBe(true)
  })
})

describe('the log', () => {
  test('tells operation, key, size and end of every call', async () => {
    const clock = fakeClock()
    const log = recordingLog()
    const store = withLogging(memoryStore(), log, clock)
    await store.put('production/a', Buffer.alloc(2_048))
    await store.put('production/a', Buffer.alloc(1)).catch(() => undefined)
    await buffer((await store.get('production/a')) ?? Readable.from([]))
    await Array.fromAsync(store.list('production/'))
    await store.remove('production/a')
    const told = (part: RegExp) => log.lines.filter((line) => part.test(line))
    expect(told(/put production\/a: 2\.0 KiB/)).toHaveLength(1)
    expect(told(/put production\/a: refused/)).toHaveLength(1)
    expect(told(/closed production\/a/)).toHaveLength(1)
    expect(told(/list production\/: 1 objects/)).toHaveLength(1)
    expect(told(/remove production\/a/)).toHaveLength(1)
    expect(log.lines.every((line) => line.startsWith('debug '))).toBe(true)
  })
})
