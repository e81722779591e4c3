import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoreRole } from '../../../../src/domain/store-role.ts'
import { rolePolicy } from '../../../../src/stores/policies.ts'
import { startRealS3 } from '../../../support/s3/start.ts'
import { openScene, ordersInNewest, placeOf, type Scene, touchingNothing } from './scene.ts'

const s3 = await startRealS3()

describe.runIf(s3 !== null)('with a first store whose policy does not let backups be deleted', () => {
  let scene: Scene
  let accounts = 0
  beforeAll(async () => {
    if (s3 === null) throw new Error('left out otherwise')
    scene = await openScene({ s3 })
  })
  afterAll(async () => {
    await scene[Symbol.asyncDispose]()
    await s3?.[Symbol.asyncDispose]()
  })

  /** The variables of an account that has this role, and no other right; the server keeps one policy at a time. */
  async function as(role: StoreRole): Promise<Record<string, string>> {
    if (s3 === null) throw new Error('left out otherwise')
    accounts += 1
    const { accessKeyId, secretAccessKey } = await s3.account(`${role}-${accounts}`)
    const place = { bucket: 'primary', prefix: null, environment: 'e2e', endpoint: s3.endpoint }
    const { Version, Statement } = rolePolicy(role, place)
    const Principal = { AWS: [accessKeyId] }
    await s3.policy('primary', { Version, Statement: Statement.map((one) => ({ ...one, Principal })) })
    return { PRIMARY_KEY: accessKeyId, PRIMARY_SECRET: secretAccessKey }
  }

  test('a backup by the writer is whole there, and only the other store’s credentials are warned of', async () => {
    const before = await scene.objects('primary')
    const { said, told, report } = await scene.run('backup', ['--label', 'by-writer'], await as('writer'))
    expect(said).toMatch(/^0 /)
    expect(report.copies).toMatchObject([
      { store: 'primary', status: 'complete' },
      { store: 'second', status: 'complete' },
    ])
    expect(told).not.toMatch(/store primary: these credentials could [^;]*delete/)
    expect(told).toMatch(/store second: these credentials could .*delete/)
    const now = await scene.objects('primary')
    expect(new Map([...now].filter(([key]) => before.has(key)))).toEqual(before)
    expect([...now.keys()]).toContain(`e2e/backups/${report.backupId}/manifest.json`)
  })

  test('a restore by the reader brings everything back from there', async () => {
    const keys = await as('reader')
    const ran = await touchingNothing(scene, () => scene.run('restore', ['--backup', 'newest'], keys))
    expect(ran.said).toMatch(/^0 /)
    expect(ran.report.verdict).toBe('passed')
    expect(ran.report.timeline.find(({ name }) => name === 'download')?.stores).toEqual(['primary'])
    expect(scene.orders(placeOf(ran.report))).toBe(ordersInNewest)
    expect(ran.report.notices.filter(({ level }) => level === 'warning')).toEqual([])
  })

  test('a restore by the writer, who may not read artifacts there, reads the other store and says what is not allowed', async () => {
    const keys = await as('writer')
    const ran = await touchingNothing(scene, () =>
      scene.run('restore', ['--backup', 'newest', '--target', 'by_writer'], keys),
    )
    expect(ran.said).toMatch(/^0 /)
    expect(ran.report.timeline.find(({ name }) => name === 'download')?.stores).toEqual(['second'])
    expect(scene.orders('by_writer')).toBe(ordersInNewest)
    expect(ran.told).toMatch(/store primary: .*not allowed/)
  })
})
