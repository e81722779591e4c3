import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dashboardOf } from '../../../src/operations/dashboard/dashboard.ts'
import { metrics } from '../../../src/operations/metrics/metrics.ts'
import { type MemoryStore, memoryStore } from '../../support/doubles/memory-store.ts'
import { fakeClock } from '../../support/ports/clock.ts'
import { copyStore } from '../../support/ports/damage.ts'
import { makeTestKeys } from '../../support/ports/environment.ts'
import { backupPorts } from '../../support/ports/ports.ts'
import { keeping, type Keeping } from '../../support/ports/retention.ts'
import { openChronicle, quietSurroundings, watchNow } from '../../support/ports/watched.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.parse('2026-11-21T10:22:00Z')
const clock = fakeClock(now)

let kept: Keeping
let written: { stores: MemoryStore[]; first: string; second: string }
beforeAll(async () => {
  kept = await keeping(await makeTestKeys(), {
    objectives: { rpo: '1h', 'backup-every': '1h' },
    stores: [
      { name: 'bucket', type: 's3', bucket: 'b' },
      { name: 'elsewhere', type: 's3', bucket: 'c' },
    ],
    retention: { last: 500 },
  })
  const stores = ['bucket', 'elsewhere'].map((name) => memoryStore({ name, clock }))
  const chronicle = await openChronicle(stores, kept, clock)
  const first = await chronicle.backup(now - 3 * hour)
  written = { stores, first, second: await chronicle.backup(now - 2 * minute) }
})

let stores: MemoryStore[]
beforeEach(() => {
  stores = written.stores.map((store) => copyStore(store, { clock }))
})

/** Takes the data of backups away, and leaves every manifest and the ledger. */
function empty(ids: readonly string[], from = stores): void {
  for (const store of from) {
    for (const key of store.objects.keys())
      if (ids.some((id) => key.includes(`/${id}/main/`))) store.objects.delete(key)
  }
}

async function seen() {
  const found = await watchNow(stores, kept, clock)
  await using ports = await backupPorts(stores, kept.keys, { clock })
  const families = await metrics(kept.environment, { window: 30 * 24 * hour }, ports)
  const drawn = await dashboardOf(kept.environment, ports, quietSurroundings)
  const figure = (name: string) =>
    families.find((family) => family.name === `lifeboat_${name}`)?.samples[0]?.value
  const check = (name: string) => found.report.checks.find((one) => one.name === name)
  return { found, figure, drawn, check }
}

describe('a backup whose data no store has', () => {
  it('leaves nothing fresh when there is no other', async () => {
    empty([written.first, written.second])
    const { found, figure, drawn, check } = await seen()
    expect(['newest backup', 'data of main'].map((name) => check(name)?.status)).toEqual(['failed', 'failed'])
    expect(found).toMatchObject({ lastBackup: null, rpoCompliant: null, report: { objectives: [] } })
    expect(['rpo_met', 'backup_last_copies'].map(figure)).toEqual([0, 0])
    const ages = ['rpo_seconds', 'backup_last_age_seconds', 'source_data_age_seconds']
    expect(ages.filter((name) => figure(name) !== undefined)).toEqual([])
    expect(drawn.newest).toBeNull()
  })

  it('leaves the age to the newest that some store holds whole', async () => {
    empty([written.second])
    const { found, figure, drawn, check } = await seen()
    expect(found).toMatchObject({ lastBackup: written.first, rpoCompliant: false })
    expect(check('newest backup')?.status).not.toBe('passed')
    expect(['rpo_met', 'backup_last_copies'].map(figure)).toEqual([0, 0])
    expect(['rpo_seconds', 'backup_last_age_seconds'].map(figure)).toEqual([10_800, 10_800])
    expect(drawn.newest).toMatchObject({ id: written.first, dataAge: 3 * hour })
    expect(drawn.dataAges.at(-1)).toEqual({ at: now, value: 3 * hour })
  })

  it('is found beyond the window, where only an older one is whole', async () => {
    empty([written.second])
    await using ports = await backupPorts(stores, kept.keys, { clock })
    const families = await metrics(kept.environment, { window: hour }, ports)
    const age = families.find(({ name }) => name === 'lifeboat_rpo_seconds')?.samples
    expect(age).toMatchObject([{ value: 10_800 }])
  })

  it('but one that is whole in a single store is as fresh as it is', async () => {
    empty([written.second], stores.slice(0, 1))
    const { found, figure, drawn } = await seen()
    expect(found).toMatchObject({ lastBackup: written.second, rpoCompliant: true })
    expect(['rpo_met', 'backup_last_copies', 'rpo_seconds'].map(figure)).toEqual([1, 1, 120])
    expect(drawn.newest).toMatchObject({ id: written.second, dataAge: 2 * minute })
  })
})
