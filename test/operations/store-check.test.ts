import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { environmentSchema, camelKeys, type Environment } from '../../src/domain/environment/schema.ts'
import { Failure } from '../../src/domain/failure.ts'
import { silentLog } from '../../src/ports/log.ts'
import type { Store } from '../../src/ports/store.ts'
import { storeCheck, type StoreCheckPorts } from '../../src/operations/store-check/store-check.ts'
import { renderText } from '../../src/reports/text.ts'
import { openS3Store } from '../../src/stores/s3.ts'
import { faultyStore } from '../support/doubles/faulty-store.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'
import { startS3 } from '../support/s3/start.ts'
import { impatientClock, storeOptions, systemRandom } from '../support/s3/store-options.ts'

const environment: Environment = {
  ...camelKeys(
    environmentSchema.parse({
      environment: 'production',
      sources: [{ name: 'main', type: 'postgres', url: 'postgres://localhost/shop' }],
      stores: [{ name: 'memory', type: 'local', path: 'unused' }],
      encryption: 'none',
    }),
  ),
  text: '',
}

function check(stores: readonly Store[], more: Partial<StoreCheckPorts> = {}) {
  return storeCheck(environment, {
    stores,
    clock: impatientClock(),
    random: systemRandom,
    log: silentLog,
    run: { actor: null, reason: null, url: null },
    signal: new AbortController().signal,
    ...more,
  })
}

const fact = (report: Awaited<ReturnType<typeof check>>, label: string) =>
  report.facts.find((one) => one.label.endsWith(`: ${label}`))?.text

describe('store check', () => {
  test('says of a store that keeps no older versions nothing that sounds as if it did', async () => {
    const report = await check([memoryStore()])
    expect(fact(report, 'abilities')).toContain('keeps no older versions')
    expect(fact(report, 'versions')).toBe('the newest can be read by its name')
  })

  test('a real bucket answers every question, and nothing is left in it', async () => {
    await using server = await startS3()
    const bucket = await server.bucket('check', { versioned: true })
    await using store = await openS3Store(storeOptions(server, bucket))
    const report = await check([store])
    expect(report).toMatchObject({ operation: 'store-check', failure: null, verdict: expect.any(String) })
    expect(report.facts.map(({ text }) => text).filter((text) => text.startsWith('failed'))).toEqual([])
    expect(report.facts.map(({ label }) => label)).toEqual(
      [
        'abilities',
        'read after write',
        'list',
        'ranges',
        'large objects',
        'interrupted uploads',
        'versions',
        'racing puts',
        'safety',
      ].map((name) => `bucket: ${name}`),
    )
    expect(await Array.fromAsync(store.list(''))).toEqual([])
    expect(await server.unfinished(bucket)).toEqual([])
  })

  test('what helps a store that fails is advised once', async () => {
    const failing: Store = {
      ...memoryStore(),
      probe: () => Promise.reject(new Failure('access', 'not allowed', { hint: 'Allow it.' })),
    }
    const report = await check([failing])
    expect(renderText(report, { hideNames: false }).match(/Allow it\./g)).toHaveLength(1)
  })

  test('credentials that can neither overwrite nor delete are strong, and what they must leave is said', async () => {
    const store = memoryStore({ appendOnly: true })
    const report = await check([store])
    expect(report).toMatchObject({ verdict: 'passed', failure: null, next: [] })
    expect(fact(report, 'safety')).toMatch(/^strong/)
    expect(report.notices).toMatchObject([{ level: 'notice', text: expect.stringContaining('leases/') }])
    expect(report.notices[0]?.text).not.toMatch(/ 1 small objects /)
    expect([...store.objects.keys()].every((key) => key.startsWith('leases/check-'))).toBe(true)
  })

  test('credentials that can delete are recoverable with versions, and degraded without', async () => {
    const versioned = await check([memoryStore({ versioned: true })])
    expect(versioned).toMatchObject({ verdict: 'passed' })
    expect(fact(versioned, 'safety')).toMatch(/^recoverable/)
    const plain = await check([memoryStore()])
    expect(plain).toMatchObject({ verdict: 'degraded', failure: null, copies: [{ writeOnce: true }] })
    expect(fact(plain, 'safety')).toMatch(/^guarded/)
    expect(plain.next).not.toEqual([])
  })

  test('a store that ignores conditions is weak, and is not asked to race', async () => {
    const report = await check([memoryStore({ ignoresConditions: true })])
    expect(report).toMatchObject({ verdict: 'degraded', copies: [{ writeOnce: false }] })
    expect(fact(report, 'safety')).toMatch(/^weak/)
    expect(fact(report, 'racing puts')).toBeUndefined()
  })

  test('a store that goes away with the machine is degraded at best', async () => {
    const report = await check([memoryStore({ ephemeral: true, appendOnly: true })])
    expect(report).toMatchObject({ verdict: 'degraded', copies: [{ status: 'ephemeral' }] })
  })

  test('a store that cannot be reached fails with its own kind, and the others are checked all the same', async () => {
    const away = faultyStore(memoryStore({ name: 'away' }), () => ({
      when: 'before',
      failure: new Failure('unavailable', 'no connection', { hint: 'Look at the network.' }),
    }))
    const report = await check([away, memoryStore({ name: 'there', appendOnly: true })])
    expect(report).toMatchObject({
      verdict: 'failed',
      failure: { kind: 'unavailable' },
      copies: [
        { store: 'away', status: 'unreachable' },
        { store: 'there', status: 'complete' },
      ],
      next: ['away: Look at the network.'],
    })
  })

  const lies: [string, string, (store: Store) => Partial<Store>][] = [
    [
      'gives other bytes',
      'read after write',
      () => ({ get: async () => Readable.from([Buffer.from('else')]) }),
    ],
    ['forgets objects', 'read after write', () => ({ get: async () => null })],
    [
      'tells wrong sizes',
      'read after write',
      () => ({ stat: async (key) => ({ key, size: 1, modifiedAt: 0 }) }),
    ],
    ['lists nothing', 'list', () => ({ list: async function* () {} })],
    ['gives whole objects for parts', 'ranges', (store) => ({ get: (key) => store.get(key) })],
    ['has no versions', 'versions', () => ({ versions: async () => [] })],
    [
      'carries out what was stopped',
      'interrupted uploads',
      (store) => ({
        put: async (key, body) =>
          store.put(key, body instanceof Readable ? Buffer.concat(await body.toArray()) : body),
      }),
    ],
    [
      'lets all racers win',
      'racing puts',
      (store) => ({
        put: async (key, body, options) => {
          if (key.endsWith('/race')) return { key, size: 0, modifiedAt: 0 }
          return store.put(key, body, options)
        },
      }),
    ],
  ]
  test.each(lies)('a store that %s is not to be trusted', async (_, question, lie) => {
    const store = memoryStore()
    const report = await check([{ ...store, ...lie(store) }])
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'integrity' } })
    expect(fact(report, question)).toMatch(/^failed/)
  })

  test('when it is stopped it still removes what it made', async () => {
    const controller = new AbortController()
    const store = memoryStore()
    const stopping = faultyStore(store, ({ method }) => {
      if (method === 'list') controller.abort()
      return null
    })
    const report = await check([stopping], { signal: controller.signal })
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'cancelled' } })
    expect(store.objects.size).toBe(0)
  })
})
