import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { backup } from '../../src/operations/backup/backup.ts'
import { recordEvent } from '../../src/operations/ledger/record.ts'
import { verifyLedger } from '../../src/operations/ledger/verify.ts'
import { retain } from '../../src/operations/retain/retain.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Store } from '../../src/ports/store.ts'
import { type StoreRole, storeRoles } from '../../src/domain/store-role.ts'
import { rolePolicy } from '../../src/stores/policies.ts'
import { openS3Store } from '../../src/stores/s3.ts'
import { readManifest } from '../../src/vault/backups.ts'
import { backupFolder } from '../../src/vault/layout.ts'
import { takeLease } from '../../src/vault/leases.ts'
import { fakeClock } from '../support/ports/clock.ts'
import { makeTestKeys } from '../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { backUp, keeperPorts, keeping, type Keeping } from '../support/ports/retention.ts'
import { backupsIn } from '../support/ports/whole-backups.ts'
import { allowedBy } from '../support/s3/policy.ts'
import { startSmallServer } from '../support/s3/small-server.ts'
import { startRealS3 } from '../support/s3/start.ts'
import { storeOptions } from '../support/s3/store-options.ts'

const day = 86_400_000
const real = await startRealS3()
afterAll(() => real?.[Symbol.asyncDispose]())

let kept: Keeping
beforeAll(async () => {
  kept = await keeping(await makeTestKeys(), {
    retention: { last: 1, daily: 0, weekly: 0, monthly: 0, yearly: 0 },
  })
})

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})

/** Gives the store as one role has it. */
type Enter = (role: StoreRole) => Promise<Store>

/** The small server judges as AWS does, conditions too. */
async function onSmallServer(): Promise<Enter> {
  const place = { bucket: 'backups', prefix: 'shop', environment: 'test' }
  const judges = new Map<string, ReturnType<typeof allowedBy>>(
    storeRoles.map((role) => [role, allowedBy('backups', rolePolicy(role, place))]),
  )
  const accounts = storeRoles.map((role) => ({ accessKeyId: role, secretAccessKey: `${role}-secret` }))
  const server = await startSmallServer({
    accounts,
    allows: (asked) => judges.get(asked.account)?.(asked) === true,
  })
  opened.push(server)
  const bucket = server.bucket('backups')
  return async (role) => {
    const account = { accessKeyId: role, secretAccessKey: `${role}-secret` }
    const store = await openS3Store(
      storeOptions({ endpoint: server.endpoint, ...account }, bucket, { prefix: 'shop/' }),
    )
    opened.push(store)
    return store
  }
}

/** The real server has room for the policy of one role at a time. */
async function onRealServer(): Promise<Enter> {
  if (real === null) throw new Error('there is none')
  const bucket = await real.bucket('roles-at-work')
  return async (role) => {
    const account = await real.account(`${role}-at-work`)
    const place = { bucket, prefix: 'shop', environment: 'test', endpoint: real.endpoint }
    const { Version, Statement } = rolePolicy(role, place)
    const Principal = { AWS: [account.accessKeyId] }
    await real.policy(bucket, { Version, Statement: Statement.map((one) => ({ ...one, Principal })) })
    const store = await openS3Store(storeOptions({ ...real, ...account }, bucket, { prefix: 'shop/' }))
    opened.push(store)
    return store
  }
}

const services: [name: string, open: () => Promise<Enter>][] = [
  ['a service that knows the conditions of AWS', onSmallServer],
]
if (real !== null) services.push(['versitygw', onRealServer])

describe.each(services)('on %s', (_, open) => {
  test('each role does its work with no more than its policy, leaves its lease and its event', async () => {
    const enter = await open()
    const writer = await enter('writer')
    const clock = fakeClock(Date.now() - 5 * day)
    const { environment, keys } = kept
    for (let index = 0; index < 3; index += 1) {
      await using ports = await backupPorts([writer], keys, { clock })
      const made = await backup(environment, { class: 'scheduled' }, ports)
      expect(made.notices.filter(({ text }) => text.includes('lease'))).toEqual([])
      expect(ports.log.lines.filter((line) => line.includes('ledger') && !line.startsWith('debug'))).toEqual(
        [],
      )
      clock.advance(day)
    }
    await using verifier = await verifyPorts([await enter('reader')], keys)
    const proven = await verify(environment, { backup: 'latest', level: 'useful' }, verifier)
    expect(proven.report.verdict).toBe('passed')
    const keeper = await enter('keeper')
    await using ports = await keeperPorts([keeper], kept)
    const { report, removed } = await retain(environment, { dryRun: false }, ports)
    expect([report.verdict, report.failure, removed.length]).toEqual(['passed', null, 2])
    const ledger = await verifyLedger(environment, ports)
    expect(ledger.verdict).toBe('passed')
    expect(ledger.facts).toContainEqual(expect.objectContaining({ label: 'events', value: 5 }))
    const left = (await Array.fromAsync(keeper.list('test/'))).map(({ key }) => key)
    expect(left.filter((key) => key.includes('/leases/'))).toEqual([])
    for (const key of left.filter((key) => key.includes('/ledger/'))) {
      await expect(keeper.remove(key)).rejects.toMatchObject({ kind: 'access' })
    }
  })
})

describe.runIf(real !== null)('races on versitygw', () => {
  async function openBucket(name: string): Promise<Store> {
    if (real === null) throw new Error('there is none')
    const store = await openS3Store(storeOptions(real, await real.bucket(name)))
    opened.push(store)
    return store
  }

  test('of eight who take one lease at once, one has it', async () => {
    const store = await openBucket('one-lease')
    await using ports = await keeperPorts([store], kept)
    const request = { exclusive: 'retention', why: 'race' } as const
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, () => takeLease([store], 'test', request, ports)),
    )
    const leases = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(leases).toHaveLength(1)
    await leases[0]?.demand()
    await leases[0]?.[Symbol.asyncDispose]()
  })

  test('eight who write to the ledger at once leave a chain without a gap', async () => {
    const store = await openBucket('one-ledger')
    await using ports = await keeperPorts([store], kept)
    const event = {
      type: 'retention',
      outcome: { verdict: 'passed', failure: null },
      backupId: null,
    } as const
    const write = () => recordEvent(ports, kept.environment, event)
    expect(await Promise.all(Array.from({ length: 8 }, write))).not.toContain(null)
    await write()
    const report = await verifyLedger(kept.environment, ports)
    expect(report.verdict).toBe('passed')
    expect(report.notices.filter(({ text }) => text.startsWith('fork'))).toEqual([])
  })

  test('whoever found a manifest under its lease finds every artifact, while retention removes', async () => {
    const store = await openBucket('readers')
    const clock = fakeClock(Date.now() - 30 * day)
    const ids: string[] = []
    for (let index = 0; index < 7; index += 1) {
      ids.push(await backUp([store], kept, clock))
      clock.advance(day)
    }
    const outcomes = { whole: 0, gone: 0, torn: 0 }
    const begun = Promise.withResolvers<void>()
    await using ports = await keeperPorts([store], kept)
    const { log, signal } = ports
    const trust = { publicKey: kept.environment.signing.backup ?? null, protected: false, log, signal }
    const read = async (id: string): Promise<void> => {
      await using _lease = await takeLease([store], 'test', { use: id, why: 'race' }, ports)
      try {
        const { manifest } = await readManifest([store], 'test', id, trust)
        for (const artifact of manifest.sources.flatMap(({ artifacts }) => artifacts)) {
          const found = await store.stat(`${backupFolder('test', id)}${artifact.key}`)
          if (found === null) outcomes.torn += 1
        }
        outcomes.whole += 1
        begun.resolve()
      } catch {
        outcomes.gone += 1
      }
    }
    const stop = new AbortController()
    const readers = ids.slice(0, -1).map(async (id) => {
      while (!stop.signal.aborted) await read(id)
    })
    // Before retention has removed what they are reading.
    await begun.promise
    let removed = 0
    for (let round = 0; round < 4; round += 1) {
      removed += (await retain(kept.environment, { dryRun: false }, ports)).removed.length
    }
    stop.abort()
    await Promise.all(readers)
    removed += (await retain(kept.environment, { dryRun: false }, ports)).removed.length
    expect(outcomes.torn).toBe(0)
    expect(outcomes.whole).toBeGreaterThan(0)
    expect(removed).toBe(6)
    // What a reader's lease spared is a leftover, and goes after the grace.
    expect(await backupsIn(store, kept.environment)).toEqual(ids.slice(-1))
  })
})
