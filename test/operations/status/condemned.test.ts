import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Proof } from '../../../src/domain/proof.ts'
import { compliance } from '../../../src/operations/compliance/compliance.ts'
import { dashboardOf } from '../../../src/operations/dashboard/dashboard.ts'
import { metrics } from '../../../src/operations/metrics/metrics.ts'
import { compliancePage } from '../../../src/reports/compliance.ts'
import { type MemoryStore, memoryStore } from '../../support/doubles/memory-store.ts'
import { fakeClock } from '../../support/ports/clock.ts'
import { copyStore } from '../../support/ports/damage.ts'
import { makeTestKeys } from '../../support/ports/environment.ts'
import { backupPorts } from '../../support/ports/ports.ts'
import { keeping, type Keeping } from '../../support/ports/retention.ts'
import { type Chronicle, openChronicle, quietSurroundings, watchNow } from '../../support/ports/watched.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.parse('2026-11-21T10:22:00Z')
const clock = fakeClock(now)

let kept: Keeping
let written: { stores: MemoryStore[]; chronicle: Chronicle; first: string; second: string }
beforeAll(async () => {
  kept = await keeping(await makeTestKeys(), {
    objectives: { rpo: '1h', rto: '1h', 'backup-every': '1h' },
    stores: [
      { name: 'bucket', type: 's3', bucket: 'b' },
      { name: 'elsewhere', type: 's3', bucket: 'c' },
    ],
    retention: { last: 500 },
    'minimum-copies': 2,
  })
  const stores = ['bucket', 'elsewhere'].map((name) => memoryStore({ name, clock }))
  const chronicle = await openChronicle(stores, kept, clock)
  const first = await chronicle.backup(now - 3 * hour)
  written = { stores, chronicle, first, second: await chronicle.backup(now - 40 * minute) }
})

let stores: MemoryStore[]
let chronicle: Chronicle
beforeEach(() => {
  stores = written.stores.map((store) => copyStore(store, { clock }))
  chronicle = written.chronicle.fork(stores)
})

const failing = (rung: Proof['level'], failure: NonNullable<Proof['checks'][number]['failure']>) => ({
  verdict: 'failed' as const,
  checks: [{ rung, name: 'x', status: 'failed' as const, detail: 'x', subjects: [], failure, duration: 1 }],
})
const condemning = failing('intact', 'integrity')
const restored = {
  checks: [
    { ...condemning.checks[0], rung: 'equal' as const, status: 'passed' as const, failure: null },
  ] as Proof['checks'],
}
const at = (minutesAgo: number) => now - minutesAgo * minute

async function seen(window = 30 * 24 * hour) {
  const found = await watchNow(stores, kept, clock)
  await using ports = await backupPorts(stores, kept.keys, { clock })
  const families = await metrics(kept.environment, { window }, ports)
  const drawn = await dashboardOf(kept.environment, ports, quietSurroundings)
  const figure = (name: string) =>
    families.find((family) => family.name === `lifeboat_${name}`)?.samples[0]?.value
  const check = (name: string) => found.report.checks.find((one) => one.name === name)
  return { found, figure, drawn, check }
}

async function audited() {
  await using ports = await backupPorts(stores, kept.keys, { clock })
  return await compliance(kept.environment, { from: now - 6 * hour, to: now }, ports)
}

describe('a backup that a restore test has condemned', () => {
  it('is no recovery point in the watch, the figures and the dashboard, and each says so', async () => {
    await chronicle.proof(at(20), written.second, condemning)
    await chronicle.proof(at(10), written.first)
    const { found, figure, drawn, check } = await seen()
    expect(found).toMatchObject({ lastBackup: written.first, rpoCompliant: false, verified: false })
    for (const name of ['newest backup', 'data of main', 'minimum copies']) {
      expect(check(name)?.detail).toContain(
        `${written.second} is no recovery point, as the restore test of 2026-11-21T10:02Z condemned it (intact)`,
      )
    }
    expect(['data of main', 'minimum copies', 'stores alike'].map((name) => check(name)?.status)).toEqual([
      'failed',
      'failed',
      'passed',
    ])
    expect(found.report.copies).toMatchObject([{ status: 'damaged' }, { status: 'damaged' }])
    expect(['rpo_met', 'backup_last_copies'].map(figure)).toEqual([0, 0])
    expect(['rpo_seconds', 'backup_last_age_seconds'].map(figure)).toEqual([10_800, 10_800])
    expect(figure('proven_backup_age_seconds')).toBe(10_800)
    expect(figure('backup_condemned_timestamp_seconds')).toBe(at(20) / 1_000)
    expect(drawn.newest).toMatchObject({ id: written.first, dataAge: 3 * hour })
    expect(drawn.dataAges).toEqual([{ at: now, value: 3 * hour }])
  })

  it('is passed over for one from before the window', async () => {
    await chronicle.proof(at(20), written.second, condemning)
    expect((await seen(hour)).figure('rpo_seconds')).toBe(10_800)
  })

  it('leaves nothing to rely on when there is no other', async () => {
    await chronicle.proof(at(21), written.first, condemning)
    await chronicle.proof(at(20), written.second, condemning)
    const { found, figure, drawn, check } = await seen()
    expect(found.lastBackup).toBeNull()
    expect(check('newest backup')).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining(`of 2 backups none can be relied on: ${written.second} is no`),
    })
    expect(check('data of main')?.status).toBe('failed')
    expect([figure('rpo_met'), figure('rpo_seconds')]).toEqual([0, undefined])
    expect(drawn.newest).toBeNull()
  })

  it.each([
    ['cleared by a newer test of it that read its data', 'useful', restored, true],
    ['not cleared by one that read no data', 'stored', {}, false],
  ] as const)('is %s', async (_, level, found, isCleared) => {
    await chronicle.proof(at(20), written.second, condemning)
    await chronicle.proof(at(10), written.second, { level, ...found })
    const { found: watched, figure } = await seen()
    expect(watched.lastBackup).toBe(isCleared ? written.second : written.first)
    expect(figure('rpo_met')).toBe(isCleared ? 1 : 0)
  })

  it('stays condemned when a newer test could not be made', async () => {
    await chronicle.proof(at(20), written.second, condemning)
    await chronicle.proof(at(10), written.second, failing('restorable', 'unavailable'))
    expect((await seen()).found.lastBackup).toBe(written.first)
  })

  it('is not one of which a test could not be made', async () => {
    await chronicle.proof(at(20), written.second, failing('restorable', 'capacity'))
    expect((await seen()).found).toMatchObject({ lastBackup: written.second, rpoCompliant: true })
  })
})

describe('a restore test that failed', () => {
  const newestProof = async () => (await seen()).check('newest proof')

  it.each([
    ['an older backup', () => written.first, 'failed'],
    ['the same backup', () => written.second, 'passed'],
  ] as const)('is answered by a pass of %s: %s', async (_, id, status) => {
    await chronicle.proof(at(20), written.second, condemning)
    await chronicle.proof(at(10), id(), restored)
    expect(await newestProof()).toMatchObject({ status })
  })

  it('is answered by a pass of a newer backup', async () => {
    await chronicle.proof(at(30), written.first, condemning)
    await chronicle.proof(at(10), written.second)
    expect(await newestProof()).toMatchObject({ status: 'passed' })
  })

  it('is named with what passed since', async () => {
    await chronicle.proof(at(20), written.second, condemning)
    await chronicle.proof(at(10), written.first)
    const { detail } = (await newestProof()) ?? {}
    expect(detail).toContain(`failed 20 min ago, of ${written.second}, at intact`)
    expect(detail).toContain(`of an older backup, ${written.first}`)
  })

  it('that read no data but found it damaged is named as well', async () => {
    await chronicle.proof(at(20), written.second, { ...condemning, level: 'intact' })
    await chronicle.proof(at(10), written.first)
    expect(await newestProof()).toMatchObject({ status: 'failed' })
  })
})

describe('what a restore was to replace', () => {
  it('makes no data younger', async () => {
    await chronicle.proof(at(20), written.second, condemning)
    await chronicle.backup(at(5), { label: 'pre-restore' })
    const { found, figure } = await seen()
    expect(found).toMatchObject({ lastBackup: written.first, rpoCompliant: false })
    expect(figure('rpo_met')).toBe(0)
  })

  it('answers for no other backup when it comes back', async () => {
    await chronicle.proof(at(20), written.second, condemning)
    const replaced = await chronicle.backup(at(15), { label: 'pre-restore' })
    await chronicle.proof(at(10), replaced, restored)
    expect((await seen()).check('newest proof')).toMatchObject({ status: 'failed' })
  })

  it('is no proof that anything comes back', async () => {
    const replaced = await chronicle.backup(at(15), { label: 'pre-restore' })
    await chronicle.proof(at(10), replaced, restored)
    expect((await seen()).check('newest proof')?.detail).toMatch(/^no restore test .* has read restored data/)
  })
})

describe('the compliance report', () => {
  const cells = (found: Awaited<ReturnType<typeof audited>>) =>
    compliancePage(found).sections.flatMap(({ table }) =>
      (table?.rows ?? []).flatMap((row) => row.map(({ text }) => text)),
    )

  it('counts a condemned backup for nothing, and says which and by which test', async () => {
    await chronicle.proof(at(20), written.second, condemning)
    await chronicle.proof(at(10), written.first)
    const found = await audited()
    expect(found.lost).toMatchObject([{ id: written.second, fate: 'condemned', condemnedAt: at(20) }])
    expect(found.recoveryPoint.worst).toBe(3 * hour)
    const page = compliancePage(found)
    expect(page.lead[0]).toContain(`${written.second} (the restore test of 2026-11-21 10:02`)
    expect(
      cells(found).some((text) => /^bucket, elsewhere: the restore test of .* condemned it$/.test(text)),
    ).toBe(true)
  })

  it('takes it for sound again after a test that passed', async () => {
    await chronicle.proof(at(20), written.second, condemning)
    await chronicle.proof(at(10), written.second, restored)
    expect((await audited()).lost).toEqual([])
  })

  it('counts a failed restore test as one that did not meet the RTO', async () => {
    const rto = { target: hour, laboratory: null, estimate: null, met: null }
    await chronicle.proof(at(30), written.second, { ...condemning, rto })
    await chronicle.proof(at(25), written.second, condemning)
    await chronicle.proof(at(20), written.first)
    const found = await audited()
    expect(found.recoveryTime).toEqual({ judged: 3, met: 1, unmeasured: 0 })
    expect(cells(found)).toContain('met by 1 of 3')
  })

  it('names beside it those that failed for no fault of the backup', async () => {
    await chronicle.proof(at(30), written.second, failing('restorable', 'unavailable'))
    await chronicle.proof(at(20), written.second)
    const found = await audited()
    expect(found.recoveryTime).toEqual({ judged: 1, met: 1, unmeasured: 1 })
    expect(cells(found)).toContain('met by 1 of 1; 1 more failed, and measured nothing')
  })
})
