import { expect, test } from 'vitest'
import { openHttp } from '../../../src/host/http.ts'
import { openNetwork } from '../../../src/host/network.ts'
import { localWorkspace } from '../../../src/host/workspace.ts'
import { backup } from '../../../src/operations/backup/backup.ts'
import { recordEvent } from '../../../src/operations/ledger/record.ts'
import { Examination, type ValidationPorts } from '../../../src/operations/validate/examination.ts'
import { examineObjectives } from '../../../src/operations/validate/rto-compliance.ts'
import { examineOpenness } from '../../../src/operations/validate/security/openness.ts'
import type { Store } from '../../../src/ports/store.ts'
import { openPostgresProbe } from '../../../src/sources/postgres/probe.ts'
import { openRedisProbe } from '../../../src/sources/redis/probe.ts'
import { backupsFolder, proofsFolder } from '../../../src/vault/layout.ts'
import { readRunbook } from '../../../src/wiring/runbook-files.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { fakePlatform, fakeTarget } from '../../support/doubles/fake-target.ts'
import { memoryStore } from '../../support/doubles/memory-store.ts'
import { fakeClock } from '../../support/ports/clock.ts'
import { provenAs, said } from '../../support/ports/retention.ts'
import { makeTestKeys, testEnvironment } from '../../support/ports/environment.ts'
import { fakeSource } from '../../support/ports/fake-source.ts'
import { backupPorts } from '../../support/ports/ports.ts'

const keys = await makeTestKeys()
const variables = { DATABASE_URL: 'postgres://shop:word@db.invalid:5432/shop' }

async function examined(
  root: Record<string, unknown>,
  ask: (examination: Examination) => Promise<void>,
  prepare: (ports: ValidationPorts) => Promise<unknown> = async () => undefined,
  store: Store = memoryStore(),
): Promise<string[]> {
  await using base = await backupPorts([store], keys)
  using http = openHttp({ authorities: [] })
  const ports: ValidationPorts = {
    ...base,
    target: fakeTarget(fakePlatform()),
    http,
    probes: {
      postgres: (config) => openPostgresProbe(config, variables),
      redis: (config) => openRedisProbe(config, { variables, authorities: [] }),
      network: openNetwork([]),
    },
    workspace: localWorkspace,
    variables,
    hide: () => undefined,
    readRunbook,
  }
  await prepare(ports)
  const input = { categories: null, depth: 'full', version: null } as const
  const examination = new Examination(await testEnvironment(keys, root), input, ports)
  await ask(examination)
  return examination.checks.map(({ name, status }) => `${name}: ${status}`)
}

test('a drill that failed has not met the RTO, nor has a restore of some tables', async () => {
  const environment = await testEnvironment(keys)
  const found = await examined({ objectives: { rto: '5m' } }, examineObjectives, async (ports) => {
    const common = { backupId: null, outcome: { verdict: 'failed', failure: 'integrity' } } as const
    await recordEvent(ports, environment, { ...common, type: 'drill', details: { recover: 1, detect: 1 } })
    await recordEvent(ports, environment, {
      ...common,
      type: 'restore',
      outcome: { verdict: 'passed', failure: null },
      details: { duration: 1, partial: true },
    })
  })
  expect(found).toContain('restore within the RTO: failed')
})

test.each([
  ['made before a restore', 'pre-restore', 0],
  ['dated in the future', 'later', 3_600_000],
])('a backup %s is no way back', async (_, label, ahead) => {
  const environment = await testEnvironment(keys)
  const found = await examined({ objectives: { rpo: '1d' } }, examineObjectives, async (ports) => {
    const clock = { ...ports.clock, now: () => Date.now() + ahead }
    await using own = await backupPorts(ports.stores, keys, { clock })
    expect((await backup(environment, { class: 'scheduled', label }, own)).backupId).not.toBeNull()
  })
  expect(found).toContain('newest backup within the RPO: failed')
})

test('a backup that a restore test has condemned is no way back, and an older one that comes back proves nothing of it', async () => {
  const environment = await testEnvironment(keys)
  const hour = 3_600_000
  const objectives = { rpo: '1h', 'verify-every': '1d' }
  const found = await examined({ objectives }, examineObjectives, async ({ stores }) => {
    for (const [ahead, verdict] of [
      [-2 * hour, 'passed'],
      [-60_000, 'failed'],
    ] as const) {
      const clock = fakeClock(Date.now() + ahead)
      const openSource = async () => fakeSource({ at: clock.now() })
      await using own = await backupPorts(stores, keys, { clock, openSource })
      const { backupId } = await backup(environment, { class: 'scheduled' }, own)
      const checks = [said('equal', verdict)]
      await provenAs(verdict, own.stores, backupId ?? '', { keys, environment }, clock, checks)
    }
  })
  expect(found).toContain('newest backup within the RPO: failed')
  expect(found).toContain('proven lately: failed')
})

test('all objectives are judged by the same listing of backups and of proofs', async () => {
  const environment = await testEnvironment(keys)
  const objectives = { rpo: '1d', rto: '5m', 'verify-every': '1d' }
  const store = faultyStore(memoryStore(), () => null)
  let before = 0
  const found = await examined(
    { objectives },
    examineObjectives,
    async ({ stores, clock }) => {
      await using own = await backupPorts(stores, keys)
      const { backupId } = await backup(environment, { class: 'scheduled' }, own)
      await provenAs('passed', stores, backupId ?? '', { keys, environment }, clock)
      before = store.calls.length
    },
    store,
  )
  expect(found).toContain('proven lately: passed')
  const [backups, proofs] = [backupsFolder('test'), proofsFolder('test')]
  const listed = store.calls.slice(before).filter(({ method }) => method === 'list')
  const folders = listed.map(({ key }) => key).filter((key) => key === backups || key === proofs)
  // The ledger's search asks for itself which proofs say where it ended.
  expect(folders).toEqual([backups, proofs, proofs])
})

test('a database is closed to the network only when its own address was tried', async () => {
  const closed = (address: string) =>
    examined({ validation: { security: { closed: [address] } } }, examineOpenness)
  expect(await closed('127.0.0.1:1')).toContain('PostgreSQL main is closed to the network: skipped')
  expect(await closed('db.invalid:5432')).toContain('PostgreSQL main is closed to the network: passed')
})
