import { expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { markStores } from '../../src/vault/marker.ts'
import { context } from './fixtures.ts'
import { MemoryStore } from './memory-store.ts'

test('a store is marked once, and what stands there is never replaced', async () => {
  const fresh = new MemoryStore('fresh')
  const marked = new MemoryStore('marked')
  marked.overwrite('RECOVERY.md', Buffer.from('by an older Lifeboat'))
  const broken = new MemoryStore('broken')
  broken.fault = () => {
    throw new Failure('access', 'no')
  }
  for (let turn = 0; turn < 2; turn += 1) {
    const failures = await markStores([fresh, marked, broken], context)
    expect([...failures.keys()]).toEqual(['broken'])
  }
  expect(fresh.keys()).toEqual(['RECOVERY.md', 'lifeboat.json'])
  expect(JSON.parse(fresh.bytes('lifeboat.json').toString())).toMatchObject({ lifeboat: 1 })
  expect(marked.bytes('RECOVERY.md').toString()).toBe('by an older Lifeboat')
  expect(fresh.objects.get('RECOVERY.md')).toHaveLength(1)
})

test('two runs that mark a store at once both go on', async () => {
  const store = new MemoryStore('shared')
  const [one, two] = await Promise.all([markStores([store], context), markStores([store], context)])
  expect([...one, ...two]).toEqual([])
})
