import { describe, expect, test } from 'vitest'
import { Failure, type FailureKind } from '../../src/domain/failure.ts'
import { restingStores } from '../../src/vault/resting-stores.ts'
import { faultyStore } from '../support/doubles/faulty-store.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'
import { fakeClock } from '../support/ports/clock.ts'

/** Two stores, of which the first fails as long as it is said to. */
function open(kind: FailureKind = 'unavailable', count = 2) {
  const state = { fails: true }
  const first = faultyStore(memoryStore(), () =>
    state.fails ? { when: 'before', failure: new Failure(kind, 'no') } : null,
  )
  const clock = fakeClock()
  const [resting] = restingStores([first, memoryStore()].slice(0, count), clock)
  if (resting === undefined) throw new TypeError('there is one')
  return { state, first, clock, resting }
}

describe('a store that was out of reach', () => {
  test('is not asked again for a while, and then is', async () => {
    const { state, first, clock, resting } = open()
    await expect(Array.fromAsync(resting.list(''))).rejects.toMatchObject({ kind: 'unavailable' })
    for (const ask of [() => resting.get('a'), () => resting.stat('a'), () => resting.versions('a')]) {
      await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' })
    }
    await expect(Array.fromAsync(resting.list(''))).rejects.toMatchObject({ kind: 'unavailable' })
    expect(first.calls).toHaveLength(1)
    state.fails = false
    clock.advance(5 * 60_000)
    expect(await resting.stat('a')).toBeNull()
  })

  test('is still asked to renew and to give back what it granted before', async () => {
    const { first, resting } = open()
    await expect(resting.stat('a')).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(resting.replace('leases/a', Buffer.from('x'))).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(resting.remove('leases/a')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(first.calls).toHaveLength(3)
  })

  test('is asked each time when nothing could stand in for it', async () => {
    const { state, resting } = open('unavailable', 1)
    await expect(resting.stat('a')).rejects.toMatchObject({ kind: 'unavailable' })
    state.fails = false
    expect(await resting.stat('a')).toBeNull()
  })
})

test.each(['access', 'integrity', 'missing'] as const)(
  'a store that failed as %s is asked for the next object',
  async (kind) => {
    const { state, resting } = open(kind)
    await expect(resting.get('a')).rejects.toMatchObject({ kind })
    state.fails = false
    expect(await resting.stat('a')).toBeNull()
  },
)
