import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type FaultProxy, type ProxyFault, startFaultProxy } from '../../../support/servers/fault-proxy.ts'
import { openScene, placeOf, type Ran, readFrom, type Scene } from './scene.ts'

let scene: Scene
let proxy: FaultProxy
beforeAll(async () => {
  scene = await openScene()
  proxy = await startFaultProxy(scene.s3.endpoint)
})
afterAll(async () => {
  await proxy[Symbol.asyncDispose]()
  await scene[Symbol.asyncDispose]()
})
afterEach(() => {
  proxy.fault = () => null
})

const backup = (endpoint = proxy.endpoint) => scene.run('backup', [], { PRIMARY_ENDPOINT: endpoint })

/** What the backup holds comes back from the store. */
async function comesBackFrom(store: string, { report }: Ran): Promise<void> {
  const { said, report: restored } = await scene.run('restore', ['--backup', report.backupId ?? ''])
  expect(said).toMatch(/^0 /)
  // What has come to the first store before it went away is sound, and is read there.
  expect(readFrom(restored)).toContain(store)
  const place = placeOf(restored)
  expect(scene.orders(place)).toBe(scene.orders('shop'))
  scene.server.psql(`drop database "${place}"`)
}

describe('a backup with the first store', () => {
  test('refusing connections is made in the second, and says so', async () => {
    const before = await scene.objects('primary')
    const gone = await startFaultProxy(scene.s3.endpoint)
    await gone[Symbol.asyncDispose]()
    const ran = await backup(gone.endpoint)
    expect(ran.said).toMatch(/^0 /)
    expect(ran.report.verdict).toBe('degraded')
    expect(ran.report.copies).toMatchObject([
      { store: 'primary', status: 'unreachable' },
      { store: 'second', status: 'complete' },
    ])
    expect(ran.told).toMatch(/store primary cannot be used/)
    expect(await scene.objects('primary')).toEqual(before)
    await comesBackFrom('second', ran)
  })

  test('busy at first, cutting and losing what it is sent, or getting it damaged, is made in both', async () => {
    const faults: ProxyFault[] = [
      { status: 503, body: '<Error><Code>SlowDown</Code></Error>' },
      { cutRequestAfter: 100 },
      { damaged: true },
      { lost: true },
    ]
    // How many artifacts a backup has depends on which small files were whole in time for the same pack: one takes the next
    // fault each, in as many backups as it takes.
    let given = 0
    const seen = new Set<string>()
    proxy.fault = ({ method, path }) => {
      if (method !== 'PUT' || !path.includes('/main/') || seen.has(path)) return null
      seen.add(path)
      given += 1
      return faults[given - 1] ?? null
    }
    while (given < faults.length) {
      const begun = given
      const ran = await backup()
      expect(ran.said).toMatch(/^0 /)
      expect(given).toBeGreaterThan(begun)
      expect(ran.report.copies).toMatchObject([
        { store: 'primary', status: 'complete' },
        { store: 'second', status: 'complete' },
      ])
      await comesBackFrom('primary', ran)
    }
  })

  test('going away halfway is made in the second, and is no backup in the first', async () => {
    const before = await scene.objects('primary')
    let artifacts = 0
    proxy.fault = ({ method, path }) => {
      if (method === 'PUT' && path.includes('/main/')) artifacts += 1
      return artifacts > 1 ? { status: 503, body: '' } : null
    }
    const ran = await backup()
    expect(ran.said).toMatch(/^0 /)
    expect(ran.report.verdict).toBe('degraded')
    expect(ran.report.copies).toMatchObject([
      { store: 'primary', status: expect.stringMatching(/unreachable|incomplete/) },
      { store: 'second', status: 'complete' },
    ])
    const now = await scene.objects('primary')
    expect([...now.keys()].filter((key) => !before.has(key) && key.endsWith('manifest.json'))).toEqual([])
    await comesBackFrom('second', ran)
  })

  test('silent costs one time-out, and is made in the second', async () => {
    proxy.fault = () => ({ silent: true })
    const ran = await backup()
    expect(ran.said).toMatch(/^0 /)
    expect(ran.report.copies).toMatchObject([
      { store: 'primary', status: 'unreachable' },
      { store: 'second', status: 'complete' },
    ])
  }, 600_000)
})
