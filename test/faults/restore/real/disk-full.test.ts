import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dropRestored, openScene, ordersInNewest, placeOf, type Scene, touchingNothing } from './scene.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'

/** The database lies on the one, so that it comes back there; the other is the runner's folder for temporary files. */
const databases = await mountSmallDisk()
const temporary = await mountSmallDisk()

describe.runIf(databases !== null && temporary !== null)('with a full disk', () => {
  let scene: Scene
  let ofServer: SmallDisk
  let ofRunner: SmallDisk
  beforeAll(async () => {
    if (databases === null || temporary === null) throw new Error('left out otherwise')
    ofServer = databases
    ofRunner = temporary
    scene = await openScene({ tablespace: ofServer.path })
  })
  afterEach(() => dropRestored(scene))
  afterAll(async () => {
    await scene[Symbol.asyncDispose]()
    await ofServer[Symbol.asyncDispose]()
    await ofRunner[Symbol.asyncDispose]()
  })

  test('on the runner a restore fails as capacity, says what to free, and is whole once there is room', async () => {
    await ofRunner.leave(1)
    const before = scene.databases()
    const small = { RUNNER_TEMP: ofRunner.path }
    const newest = ['--backup', scene.ids[1]]
    const ran = await touchingNothing(scene, () => scene.run('restore', newest, small))
    expect(ran.said).toMatch(/^9 /)
    expect(ran.report.failure?.kind).toBe('capacity')
    expect(ran.told).toMatch(/RUNNER_TEMP/)
    // Another store, or an older backup, would not help.
    expect(ran.report.copies.filter(({ status }) => status !== 'complete')).toEqual([])
    expect(scene.databases()).toEqual(before)

    await ofRunner.leave(128)
    const again = await touchingNothing(scene, () => scene.run('restore', newest, small))
    expect(again.said).toMatch(/^0 /)
    expect(scene.orders(placeOf(again.report))).toBe(ordersInNewest)
  })

  test('on the runner a backup fails as capacity, harms no other, and is made once there is room', async () => {
    await ofRunner.leave(1)
    const before = [await scene.objects('primary'), await scene.objects('second')]
    const small = { RUNNER_TEMP: ofRunner.path }
    const ran = await scene.run('backup', [], small)
    expect(ran.said).toMatch(/^9 /)
    expect(ran.report.failure?.kind).toBe('capacity')
    for (const [index, bucket] of ['primary', 'second'].entries()) {
      const was = before[index] ?? new Map<string, string>()
      const now = await scene.objects(bucket)
      expect(new Map([...now].filter(([key]) => was.has(key)))).toEqual(was)
      // What it has left behind is no backup.
      expect([...now.keys()].filter((key) => !was.has(key) && key.endsWith('manifest.json'))).toEqual([])
    }
    await ofRunner.leave(128)
    const again = await scene.run('backup', [], small)
    expect(again.said).toMatch(/^0 /)
  })

  test.each([
    ['beside', 3, []],
    ['by swap', 1, ['--mode', 'swap', '--confirm', 'e2e', '--reason', 'a test']],
  ])(
    'on the server a restore %s into %i MiB fails as capacity, leaves what is in use, and is whole once there is room',
    async (mode, room, words) => {
      await ofServer.leave(room)
      const newest = ['--backup', scene.ids[1], ...words]
      const before = scene.databases()
      const ran = await touchingNothing(scene, () => scene.run('restore', newest))
      expect(ran.said).toMatch(/^9 /)
      expect(ran.report.failure?.kind).toBe('capacity')
      expect(ran.told).toMatch(/disk is full/)
      expect(ran.told).toMatch(/Free disk space on the database server/)
      // What it had filled by then is given back.
      expect(scene.databases()).toEqual(before)

      await ofServer.leave(200)
      const inUse = scene.inUse()
      const again = await scene.run('restore', newest)
      expect(again.said).toMatch(/^0 /)
      expect(scene.orders(placeOf(again.report))).toBe(ordersInNewest)
      const keptAs = again.report.restored?.places[0]?.keptAs ?? null
      expect(keptAs !== null).toBe(mode === 'by swap')
      if (keptAs !== null) scene.server.psql(`drop database shop; alter database "${keptAs}" rename to shop`)
      expect(scene.inUse()).toBe(inUse)
    },
  )
})
