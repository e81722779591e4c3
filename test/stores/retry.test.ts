import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { withRetry } from '../../src/stores/retry.ts'
import { failNth, faultyStore, type Fault, type StoreCall } from '../support/doubles/faulty-store.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'
import { impatientClock, systemRandom } from '../support/s3/store-options.ts'

function retrying(fault: (call: StoreCall) => Fault | null) {
  const memory = memoryStore()
  const faulty = faultyStore(memory, fault)
  const clock = impatientClock()
  return { memory, faulty, clock, store: withRetry(faulty, { clock, random: systemRandom }) }
}

const away = (until: number) => (call: StoreCall) =>
  call.number <= until ? { when: 'before' as const, failure: new Failure('unavailable', 'away') } : null

describe('a store that is tried again', () => {
  test('answers when the store comes back', async () => {
    const { store, clock, faulty } = retrying(away(4))
    await store.put('a', Buffer.from('x'))
    expect(faulty.calls).toHaveLength(5)
    expect(clock.pauses).toHaveLength(4)
  })

  test('gives up after five attempts', async () => {
    const { store, faulty } = retrying(away(100))
    await expect(store.stat('a')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(faulty.calls).toHaveLength(5)
  })

  test.each(['access', 'refused', 'config', 'integrity', 'capacity', 'cancelled', 'bug'] as const)(
    'does not repeat what failed as %s',
    async (kind) => {
      const { store, faulty } = retrying(() => ({ when: 'before', failure: new Failure(kind, 'no') }))
      await expect(store.get('a')).rejects.toMatchObject({ kind })
      expect(faulty.calls).toHaveLength(1)
    },
  )

  test('does not repeat the put of a stream, whose bytes are gone', async () => {
    const { store, faulty } = retrying(failNth(1, 'midway'))
    await expect(store.put('a', Readable.from([Buffer.from('x')]))).rejects.toMatchObject({
      kind: 'unavailable',
    })
    expect(faulty.calls).toHaveLength(1)
  })

  test('does not repeat a probe', async () => {
    const { store, faulty } = retrying(failNth(1))
    await expect(store.probe()).rejects.toMatchObject({ kind: 'unavailable' })
    expect(faulty.calls).toHaveLength(1)
  })

  test('a list that breaks in the middle goes on without a gap or a repetition', async () => {
    const { store, memory } = retrying((call) =>
      call.method === 'list' && call.number <= 3
        ? { when: 'midway', failure: new Failure('unavailable', 'broke') }
        : null,
    )
    for (const key of ['a', 'b', 'c', 'd']) await memory.put(key, Buffer.from(key))
    const listed = await Array.fromAsync(store.list(''))
    expect(listed.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('a put whose answer was lost has succeeded', async () => {
    const { store, memory } = retrying(failNth(1, 'after'))
    expect(await store.put('a', Buffer.from('mine'))).toMatchObject({ key: 'a', size: 4 })
    expect(memory.objects.get('a')).toHaveLength(1)
  })

  test('a put that finds other bytes after a failure is refused', async () => {
    const { store, memory } = retrying(failNth(1))
    await memory.put('a', Buffer.from('else'))
    await expect(store.put('a', Buffer.from('mine'))).rejects.toMatchObject({ kind: 'refused' })
  })

  test('a put that is refused at once is not compared: the same bytes of another are no success', async () => {
    const { store, memory } = retrying(() => null)
    await memory.put('a', Buffer.from('mine'))
    await expect(store.put('a', Buffer.from('mine'))).rejects.toMatchObject({ kind: 'refused' })
  })

  test('a pause ends when the call is aborted', async () => {
    const controller = new AbortController()
    const { store, faulty } = retrying(() => {
      controller.abort()
      return { when: 'before', failure: new Failure('unavailable', 'away') }
    })
    await expect(store.stat('a', controller.signal)).rejects.toMatchObject({ kind: 'cancelled' })
    expect(faulty.calls).toHaveLength(1)
  })
})
