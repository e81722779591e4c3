import { setTimeout as wait } from 'node:timers/promises'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type FaultProxy, startFaultProxy } from '../../../support/servers/fault-proxy.ts'
import {
  dropRestored,
  openScene,
  ordersInNewest,
  ordersInOlder,
  placeOf,
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

const swap = ['--mode', 'swap', '--confirm', 'e2e', '--reason', 'a test']
const isWorking = (name: string) => name.includes('_restoring_')

/** Resolves when a restore has begun to fill a database. */
async function aDatabaseIsBeingFilled(): Promise<void> {
  await expect
    .poll(() => scene.databases().filter(isWorking).length, { timeout: 60_000, interval: 20 })
    .toBe(1)
}

/** What reads through the proxy comes to the large table only when it is let go. */
function holdUp(): { release: () => void } {
  let held = true
  proxy.fault = ({ method, path }) =>
    held && method === 'GET' && path.includes('.dat.') && !path.includes('toc')
      ? { heldWhile: () => held }
      : null
  return {
    release: () => {
      held = false
    },
  }
}

/** Puts what a swap has kept back into use. */
function takeBack(keptAs: string | undefined): void {
  if (keptAs !== undefined) scene.server.psql(`drop database shop; alter database "${keptAs}" rename to shop`)
}

/** Brings the server up again after its postmaster was killed, as soon as its orphans have let go. */
async function startAgain(): Promise<void> {
  await scene.server.stop('immediate')
  for (let attempt = 1; ; attempt += 1) {
    try {
      await scene.server.start()
      return
    } catch (error) {
      if (attempt === 20) throw error
      await wait(250)
    }
  }
}

test.each([
  ['side-by-side', []],
  ['swap', swap],
])(
  'a server that is killed while a restore %s fills a database has lost nothing, and the next restore is whole',
  async (mode, words) => {
    const hold = holdUp()
    const broken = await touchingNothing(scene, async () => {
      const restore = scene.start('restore', words, { PRIMARY_ENDPOINT: proxy.endpoint })
      await aDatabaseIsBeingFilled()
      process.kill(scene.server.pid, 'SIGKILL')
      hold.release()
      const ran = await restore.ended
      await startAgain()
      return ran
    })
    expect(broken.said).toMatch(/^6 /)
    expect(broken.report.failure?.kind).toBe('unavailable')
    // What is left is named, and that the next restore clears it away is said.
    expect(broken.told).toMatch(/unfinished database may be left; the next restore/)
    expect(broken.told).toContain(scene.databases().find(isWorking) ?? 'nothing is left')

    const before = scene.inUse()
    const again = await scene.run('restore', words)
    expect(again.said).toMatch(/^0 /)
    const place = again.report.restored?.places[0]
    expect(scene.orders(place?.database ?? '')).toBe(ordersInNewest)
    const keptAs = place?.keptAs ?? undefined
    expect(scene.databases()).toEqual(['shop', mode === 'swap' ? keptAs : place?.database])
    takeBack(keptAs)
    expect(scene.inUse()).toBe(before)
  },
)

describe('two restores at once', () => {
  test('of the same backup beside: one is refused with a clear text, the other is whole', async () => {
    const hold = holdUp()
    const first = scene.start('restore', [], { PRIMARY_ENDPOINT: proxy.endpoint })
    await aDatabaseIsBeingFilled()
    const second = await touchingNothing(scene, () => scene.run('restore'))
    expect(second.said).toMatch(/^4 /)
    expect(second.report.failure?.kind).toBe('refused')
    expect(second.told).toMatch(/another restore .* is running/)
    expect(second.told).toMatch(/wait for it to end/i)
    hold.release()
    const ran = await first.ended
    expect(ran.said).toMatch(/^0 /)
    expect(scene.orders(placeOf(ran.report))).toBe(ordersInNewest)
    expect(scene.databases()).toEqual(['shop', placeOf(ran.report)])
  })

  test('by swap of different backups: one is refused, and what the other has put in use is whole', async () => {
    const before = scene.inUse()
    const hold = holdUp()
    const first = scene.start('restore', swap, { PRIMARY_ENDPOINT: proxy.endpoint })
    await aDatabaseIsBeingFilled()
    const second = await scene.run('restore', [...swap, '--backup', scene.ids[0]])
    expect(second.said).toMatch(/^4 /)
    expect(second.told).toMatch(/another restore .* is running/)
    expect(scene.inUse()).toBe(before)
    hold.release()
    const ran = await first.ended
    expect(ran.said).toMatch(/^0 /)
    expect(scene.orders('shop')).toBe(ordersInNewest)
    const keptAs = ran.report.restored?.places[0]?.keptAs ?? undefined
    expect(scene.databases()).toEqual(['shop', keptAs])
    takeBack(keptAs)
    expect(scene.inUse()).toBe(before)
  })

  test('by swap, begun at one moment: whoever is not refused has put a whole backup in use', async () => {
    const before = scene.inUse()
    const hold = holdUp()
    const through = { PRIMARY_ENDPOINT: proxy.endpoint }
    const both = [scene.start('restore', swap, through), scene.start('restore', swap, through)]
    const loser = await Promise.race(both.map(({ ended }) => ended))
    expect(loser.said).toMatch(/^4 /)
    expect(loser.told).toMatch(/another restore .* is running/)
    expect(scene.inUse()).toBe(before)
    hold.release()
    const winner = (await Promise.all(both.map(({ ended }) => ended))).find(({ code }) => code !== 4)
    expect(winner?.said).toMatch(/^0 /)
    expect(scene.orders('shop')).toBe(ordersInNewest)
    const keptAs = winner?.report.restored?.places[0]?.keptAs ?? undefined
    expect(scene.databases()).toEqual(['shop', keptAs])
    takeBack(keptAs)
    expect(scene.inUse()).toBe(before)
  })
})

describe('with every copy of the newest backup damaged', () => {
  beforeAll(async () => {
    const { client } = scene.s3
    for (const Bucket of ['primary', 'second']) {
      for (const Key of (await scene.objects(Bucket)).keys()) {
        if (!Key.includes(`${scene.ids[1]}/main/`)) continue
        await client.send(new PutObjectCommand({ Bucket, Key, Body: 'damaged' }))
      }
    }
  })

  test('a restore fails as integrity, names the next step, and leaves everything as it was', async () => {
    const before = scene.databases()
    const ran = await touchingNothing(scene, () => scene.run('restore'))
    expect(ran.said).toMatch(/^7 /)
    expect(ran.report.failure?.kind).toBe('integrity')
    expect(ran.told).toMatch(/primary: damaged, second: damaged/)
    expect(ran.told).toMatch(/fall-back: true/)
    expect(scene.databases()).toEqual(before)
  })

  test('with fall-back the older one comes back, and the loss is stated in backups and in time', async () => {
    const ran = await touchingNothing(scene, () => scene.run('restore', ['--fall-back']))
    expect(ran.said).toMatch(/^0 /)
    expect(ran.report).toMatchObject({
      verdict: 'degraded',
      backupId: scene.ids[0],
      restored: { passedOver: 1, dataLoss: expect.any(Number) },
    })
    expect(ran.told).toContain(`backup ${scene.ids[1]} is given up`)
    const figures = ran.report.facts.map(({ label }) => label)
    expect(figures).toEqual(expect.arrayContaining(['data up to', 'data loss', 'backups given up']))
    expect(scene.orders(placeOf(ran.report))).toBe(ordersInOlder)
  })
})
