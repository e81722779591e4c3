import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'
import { Failure } from '../../src/domain/failure.ts'
import { systemClock } from '../../src/host/clock.ts'
import { createProcesses } from '../../src/host/processes.ts'
import { systemRandom } from '../../src/host/random.ts'
import { storeCheck } from '../../src/operations/store-check/store-check.ts'
import { silentLog } from '../../src/ports/log.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { failNth, faultyStore } from '../support/doubles/faulty-store.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'

const environment: Environment = await parseEnvironment(
  `environment: dev
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores: [{ name: memory, type: local, path: ./backups }]
encryption: none
`,
  'dev.yml',
)

const check = (store: Store) => storeCheck(environment, portsOf(store))

function portsOf(store: Store): Ports {
  const unused = () => Promise.reject(new Failure('bug', 'not used here'))
  return {
    stores: [store],
    openSource: unused,
    openRehearsal: unused,
    keys: { passphrase: null, identities: [], signing: null },
    run: { actor: null, reason: null, url: null, version: '0', machine: { cpu: '', cores: 1, memory: 1 } },
    log: silentLog,
    clock: systemClock,
    random: systemRandom,
    processes: createProcesses(),
    spool: '/nonexistent',
    signal: new AbortController().signal,
  }
}

describe('store check', () => {
  test('passes a store that keeps the contract, and leaves nothing in it', async () => {
    const store = memoryStore()
    const report = await check(store)
    expect(report.verdict).toBe('passed')
    expect([...store.objects.keys()]).toEqual([])
  })

  test('is degraded by a store that lets objects be overwritten', async () => {
    const report = await check(memoryStore({ ignoresConditions: true }))
    expect(report.verdict).toBe('degraded')
    expect(report.checks.find(({ name }) => name.includes('overwrite'))?.status).toBe('degraded')
  })

  test('fails for a store that gives back other bytes', async () => {
    const store = memoryStore()
    const report = await check({
      ...store,
      get: async (key) => ((await store.get(key)) === null ? null : Readable.from([Buffer.from('other')])),
    })
    expect(report.verdict).toBe('failed')
    expect(report.failure?.kind).toBe('integrity')
  })

  test('fails for a store that has what nobody stored', async () => {
    const store = memoryStore()
    const report = await check({
      ...store,
      stat: (key) => Promise.resolve({ key, size: 1, modifiedAt: 0 }),
    })
    expect(report.checks.filter(({ status }) => status === 'failed').map(({ name }) => name)).toEqual([
      'memory says that what is not there is not there',
    ])
  })

  test('fails for a store that forgets to list an object', async () => {
    const report = await check({ ...memoryStore(), list: async function* () {} })
    expect(report.verdict).toBe('failed')
  })

  test('skips what these credentials may not do, and is no pass then', async () => {
    const report = await check({
      ...memoryStore(),
      get: () => Promise.reject(new Failure('access', 'these credentials may not read')),
    })
    expect(report.verdict).toBe('degraded')
    expect(report.checks.some(({ status }) => status === 'skipped')).toBe(true)
  })

  test('is never passed when any one call to the store fails, clean-up aside', async () => {
    const whole = faultyStore(memoryStore(), () => null)
    await check(whole)
    const asked = whole.calls.filter(({ method }) => method !== 'remove')
    for (const { number } of asked) {
      const report = await check(faultyStore(memoryStore(), failNth(number)))
      expect(report.verdict, `call ${number}`).toBe('failed')
    }
  })
})
