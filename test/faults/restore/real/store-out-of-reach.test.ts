import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type FaultProxy, type ProxyFault, startFaultProxy } from '../../../support/servers/fault-proxy.ts'
import {
  dropRestored,
  openScene,
  ordersInNewest,
  placeOf,
  readFrom,
  type Ran,
  type Scene,
  touchingNothing,
} from './scene.ts'

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
  dropRestored(scene)
})

const restore = (words: readonly string[] = []) =>
  scene.run('restore', words, { PRIMARY_ENDPOINT: proxy.endpoint })

function cameBack({ report }: Ran): void {
  expect(report.backupId).toBe(scene.ids[1])
  expect(scene.orders(placeOf(report))).toBe(ordersInNewest)
}

const isArtifact = (path: string) => path.includes('/main/')

describe('a restore with the first store', () => {
  test('refusing connections reads from the second, and says whom it could not ask', async () => {
    const gone = await startFaultProxy(scene.s3.endpoint)
    await gone[Symbol.asyncDispose]()
    const ran = await touchingNothing(scene, () =>
      scene.run('restore', [], { PRIMARY_ENDPOINT: gone.endpoint }),
    )
    expect(ran.said).toMatch(/^0 /)
    cameBack(ran)
    expect(ran.report.verdict).toBe('degraded')
    expect(readFrom(ran.report)).toEqual(['second'])
    expect(ran.report.copies).toMatchObject([
      { store: 'primary', status: 'unreachable' },
      { store: 'second', status: 'complete' },
    ])
    expect(ran.told).toMatch(/primary could not be asked.*newer backup/)
    expect(ran.told).toMatch(/why store primary could not be read/)
  })

  test('silent costs one time-out, then the second is read', async () => {
    proxy.fault = () => ({ silent: true })
    const asked = proxy.passed.length
    const ran = await touchingNothing(scene, () => restore())
    expect(ran.said).toMatch(/^0 /)
    cameBack(ran)
    expect(readFrom(ran.report)).toEqual(['second'])
    expect(ran.told).toMatch(/primary could not be asked/)
    // Whoever was waited for once is not asked again for each artifact.
    expect(proxy.passed.length - asked).toBeLessThan(6)
  }, 300_000)
})

describe('a restore over a bad line to the first store', () => {
  test('that is slow is slow, but ends, with everything from that store', async () => {
    proxy.fault = ({ path }) => (isArtifact(path) ? { bytesPerSecond: 300_000 } : null)
    const ran = await touchingNothing(scene, () => restore())
    expect(ran.said).toMatch(/^0 /)
    cameBack(ran)
    expect(ran.report.verdict).toBe('passed')
    expect(readFrom(ran.report)).toEqual(['primary'])
  })

  test('that is cut halfway through every artifact goes on from there', async () => {
    const cut = new Map<string, number>()
    proxy.fault = ({ path }) => {
      const times = cut.get(path) ?? 0
      if (!isArtifact(path) || times === 2) return null
      cut.set(path, times + 1)
      return { cutAnswerAfter: times === 0 ? 200_000 : 300 }
    }
    const ran = await touchingNothing(scene, () => restore())
    expect(ran.said).toMatch(/^0 /)
    cameBack(ran)
    expect(ran.report.verdict).toBe('passed')
    expect(readFrom(ran.report)).toEqual(['primary'])
    expect(cut.size).toBeGreaterThan(2)
  })

  const busy: ProxyFault = { status: 503, body: '<Error><Code>SlowDown</Code></Error>' }

  test('that answers each request with SlowDown at first is tried again, and serves', async () => {
    const seen = new Set<string>()
    proxy.fault = ({ method, path }) => {
      const one = `${method} ${path}`
      if (seen.has(one)) return null
      seen.add(one)
      return busy
    }
    const ran = await touchingNothing(scene, () => restore())
    expect(ran.said).toMatch(/^0 /)
    cameBack(ran)
    expect(ran.report.verdict).toBe('passed')
    expect(readFrom(ran.report)).toEqual(['primary'])
  })

  test('that stays busy is left for the second store', async () => {
    proxy.fault = () => busy
    const ran = await touchingNothing(scene, () => restore())
    expect(ran.said).toMatch(/^0 /)
    cameBack(ran)
    expect(readFrom(ran.report)).toEqual(['second'])
    expect(ran.report.copies[0]).toMatchObject({ store: 'primary', status: 'unreachable' })
  })

  test('that changes bytes is found out, and the second store read', async () => {
    proxy.fault = ({ method, path }) =>
      method === 'GET' && isArtifact(path) ? { answerDamaged: true } : null
    const ran = await touchingNothing(scene, () => restore())
    expect(ran.said).toMatch(/^0 /)
    cameBack(ran)
    expect(ran.report.verdict).toBe('degraded')
    expect(readFrom(ran.report)).toEqual(['second'])
    expect(ran.report.copies).toMatchObject([
      { store: 'primary', status: 'damaged' },
      { store: 'second', status: 'complete' },
    ])
    expect(ran.told).toMatch(/store primary: .*SHA-256/)
    expect(ran.told).toMatch(/Mend the copy in primary/)
  })

  test('that changes bytes on their way to every store is an integrity failure, never a restored database', async () => {
    proxy.fault = ({ method, path }) =>
      method === 'GET' && isArtifact(path) ? { answerDamaged: true } : null
    const before = scene.databases()
    const ran = await touchingNothing(scene, () =>
      scene.run('restore', [], { PRIMARY_ENDPOINT: proxy.endpoint, SECOND_ENDPOINT: proxy.endpoint }),
    )
    expect(ran.said).toMatch(/^7 /)
    expect(ran.report.failure?.kind).toBe('integrity')
    expect(ran.told).toMatch(/fall-back/)
    expect(scene.databases()).toEqual(before)
  })

  test('that lists late takes the newest that any store shows', async () => {
    proxy.fault = ({ path }) => (path.includes('list-type=2') ? { rewritten: without(scene.ids[1]) } : null)
    const ran = await touchingNothing(scene, () => restore())
    expect(ran.said).toMatch(/^0 /)
    cameBack(ran)
    // The list alone is late: what it does not show is there to be read.
    expect(readFrom(ran.report)).toEqual(['primary'])
    expect(ran.report.verdict).toBe('passed')
  })

  test('that lists late in every store takes the newest that is shown, and says how old its data is', async () => {
    proxy.fault = ({ path }) => (path.includes('list-type=2') ? { rewritten: without(scene.ids[1]) } : null)
    const late = { PRIMARY_ENDPOINT: proxy.endpoint, SECOND_ENDPOINT: proxy.endpoint }
    const ran = await touchingNothing(scene, () => scene.run('restore', [], late))
    expect(ran.said).toMatch(/^0 /)
    expect(ran.report.backupId).toBe(scene.ids[0])
    expect(ran.report.restored?.dataLoss).toBeGreaterThan(0)
    expect(ran.report.facts.map(({ label }) => label)).toContain('data up to')
    // Whoever knows of it can have it: it is there.
    const byId = await scene.run('restore', ['--backup', scene.ids[1], '--dry-run'], late)
    expect(byId.said).toMatch(/^0 /)
    expect(byId.report.backupId).toBe(scene.ids[1])
  })
})

/** A list that does not show a backup's objects yet. */
function without(id: string): (body: string) => string {
  return (body) =>
    body.replaceAll(/<Contents>.*?<\/Contents>/gs, (entry) => (entry.includes(id) ? '' : entry))
}
