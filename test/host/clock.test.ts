import { expect, test } from 'vitest'
import { systemClock } from '../../src/host/clock.ts'
import { systemRandom } from '../../src/host/random.ts'

test('a sleep that is aborted throws the reason of its signal', async () => {
  const controller = new AbortController()
  const reason = new Error('enough')
  const sleep = systemClock.sleep(60_000, controller.signal)
  controller.abort(reason)
  await expect(sleep).rejects.toBe(reason)
  await expect(systemClock.sleep(0, controller.signal)).rejects.toBe(reason)
})

test('ticks never run backwards, and a sleep takes its time', async () => {
  const before = systemClock.ticks()
  await systemClock.sleep(20)
  expect(systemClock.ticks() - before).toBeGreaterThanOrEqual(19)
})

test('random bytes are as many as asked for, and not twice the same', () => {
  expect(systemRandom.bytes(32).length).toBe(32)
  expect(Buffer.from(systemRandom.bytes(32)).equals(systemRandom.bytes(32))).toBe(false)
})
