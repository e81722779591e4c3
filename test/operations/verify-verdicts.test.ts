import { beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import type { Report } from '../../src/domain/report.ts'
import { rungs, type Check, type Rung } from '../../src/domain/verdict.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Rehearsal, RehearsalResult } from '../../src/ports/source.ts'
import { memoryStore, type MemoryStore } from '../support/doubles/memory-store.ts'
import { bytesAt, copyStore } from '../support/ports/damage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { fakeSource } from '../support/ports/fake-source.ts'
import { check, fakeRehearsal, noResult, scriptedRehearsal } from '../support/ports/fake-rehearsal.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { backUpForReal, postgresOpeners } from '../support/ports/real-backup.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer } from '../support/postgres/server.ts'

const [major = 0] = await testMajors()
const minute = 60_000

let keys: TestKeys
let pristine: MemoryStore
beforeAll(async () => {
  keys = await makeTestKeys()
  pristine = memoryStore()
  await using ports = await backupPorts([pristine], keys)
  await backup(await testEnvironment(keys), { class: 'scheduled' }, ports)
})

interface Tried {
  report: Report
  /** The proof as it lies in the store. */
  proof: { verdict: string; checks: Check[]; rto: unknown; rpo: unknown } | null
}

interface TryOptions {
  level?: Rung
  environment?: Environment
  change?: Partial<Ports>
}

async function prove(rehearsal: Rehearsal | null, options: TryOptions = {}): Promise<Tried> {
  const store = copyStore(pristine)
  await using ports = await verifyPorts([store], keys, {
    openRehearsal: async (record) => rehearsal ?? fakeRehearsal(record),
    ...options.change,
  })
  const within = options.environment ?? (await testEnvironment(keys))
  const input = { backup: 'latest', level: options.level ?? 'useful' }
  const { report, proof } = await verify(within, input, ports)
  const text = proof === null ? null : bytesAt(store, proof).toString()
  return { report, proof: text === null ? null : (JSON.parse(text) as NonNullable<Tried['proof']>) }
}

const allGood = (['complete', 'restorable', 'equal', 'sound', 'fresh', 'useful'] as const).map((rung) =>
  check(rung, `the ${rung} one`),
)

describe('a verification', () => {
  it('in which every check passed is passed, and its proof says so', async () => {
    const { report, proof } = await prove(scriptedRehearsal(allGood))
    expect(report).toMatchObject({ verdict: 'passed', failure: null })
    expect(proof).toMatchObject({ verdict: 'passed', signed: true })
  })

  it.each(rungs.slice(2))('with a failed check of rung %s is failed', async (rung) => {
    const checks = allGood.map((one) => (one.rung === rung ? check(rung, 'bad', 'failed') : one))
    const { report, proof } = await prove(scriptedRehearsal(checks))
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'objective' } })
    expect(proof?.verdict).toBe('failed')
  })

  it.each(['skipped', 'degraded'] as const)('with a %s check is at most degraded', async (status) => {
    for (const rung of rungs.slice(2)) {
      const { report, proof } = await prove(scriptedRehearsal([...allGood, check(rung, 'not quite', status)]))
      expect([report.verdict, proof?.verdict]).toEqual(['degraded', 'degraded'])
    }
  })

  it('in which nothing that reads restored data passed is failed, whatever else passed', async () => {
    const none = allGood.filter(({ rung }) => ['complete', 'restorable'].includes(rung))
    const skipped = allGood.map((one) => ({ ...one, status: 'skipped' as const }))
    for (const checks of [none, skipped, []]) {
      const { report, proof } = await prove(scriptedRehearsal(checks))
      expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'objective' } })
      expect(proof?.verdict).toBe('failed')
    }
  })

  it.each(['stored', 'intact', 'complete', 'restorable'] as const)(
    'up to rung %s, which reads no restored data, is at most degraded',
    async (level) => {
      const { report, proof } = await prove(null, { level })
      expect(report).toMatchObject({ verdict: 'degraded', failure: null })
      expect(proof).toMatchObject({ verdict: 'degraded', level })
    },
  )

  it('up to rung equal can pass', async () => {
    expect((await prove(null, { level: 'equal' })).report.verdict).toBe('passed')
  })

  it('whose rehearsal could not go on is failed, with its kind', async () => {
    const broken: Rehearsal = {
      rehearse: async ({ check: record }) => {
        record(check('equal', 'the first table'))
        throw new (await import('../../src/domain/failure.ts')).Failure('missing', 'there is no pg_restore')
      },
    }
    const { report } = await prove(broken)
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'missing' } })
    expect(report.checks).toContainEqual(
      expect.objectContaining({
        rung: 'restorable',
        name: 'rehearsal',
        status: 'failed',
        failure: 'missing',
      }),
    )
  })

  it('whose proof no store takes is at most degraded', async () => {
    const store = copyStore(pristine, { name: 'memory' })
    const put = async () => {
      throw new (await import('../../src/domain/failure.ts')).Failure('access', 'no right to add objects')
    }
    const change = { stores: [{ ...store, put }] }
    const { report, proof } = await prove(scriptedRehearsal(allGood), { change })
    expect(report).toMatchObject({ verdict: 'degraded', failure: null })
    expect(proof).toBe(null)
  })
})

describe('the isolation that a proof states', () => {
  // Walls of a user and of a network, in any order of the sources.
  it.each([
    ['full', ['full', null]],
    ['full', [null, 'full']],
    ['uid', [null, 'uid', 'full']],
    ['uid', ['full', 'uid', null]],
    ['network', ['full', 'network']],
    ['none', ['uid', 'network']],
    ['none', ['full', 'none']],
    ['none', ['none', null, 'full']],
    ['none', [null, null]],
  ] as const)('is %s where its sources had %j', async (stated, had) => {
    const names = had.map((_, index) => `source-${index}`)
    const environment = await testEnvironment(keys, {
      sources: names.map((name) => ({ name, type: 'postgres', url: '${DATABASE_URL}', install: 'never' })),
    })
    const store = memoryStore()
    await using making = await backupPorts([store], keys, {
      openSource: async ({ name }) => ({ ...fakeSource({ record: { name } }), name }),
    })
    expect((await backup(environment, { class: 'scheduled' }, making)).failure).toBeNull()
    await using ports = await verifyPorts([store], keys, {
      openRehearsal: async (record) =>
        fakeRehearsal(record, { isolation: had[names.indexOf(record.name)] ?? null }),
    })
    const { proof } = await verify(environment, { backup: 'latest', level: 'useful' }, ports)
    expect(JSON.parse(bytesAt(store, proof ?? '').toString())).toMatchObject({ isolation: stated })
  })
})

describe('an objective', () => {
  const within = (objectives: Record<string, string>) => testEnvironment(keys, { objectives })
  const result = (change: Partial<RehearsalResult>) => scriptedRehearsal(allGood, change)

  it('that is met has its margin in report and proof', async () => {
    const environment = await within({ rto: '10m', rpo: '1h' })
    const { report, proof } = await prove(result({ restoreEstimate: 4 * minute, dataAge: 20 * minute }), {
      environment,
    })
    expect(report.verdict).toBe('passed')
    const [rto, rpo] = report.objectives
    expect(rto).toMatchObject({ name: 'RTO', target: 10 * minute, met: true })
    expect(rto?.margin).toBe(10 * minute - (rto?.measured ?? 0))
    expect(rpo).toMatchObject({ name: 'RPO', measured: 20 * minute, margin: 40 * minute, met: true })
    expect(proof).toMatchObject({ rtoBasis: 'laboratory', rto: { met: true }, rpo: { met: true } })
  })

  it('RTO that the estimate misses fails the verification, though all checks passed', async () => {
    const environment = await within({ rto: '10m' })
    const { report, proof } = await prove(result({ restoreEstimate: 11 * minute }), { environment })
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'objective' } })
    expect(proof).toMatchObject({ verdict: 'failed', rto: { met: false } })
  })

  it('RTO counts what detection and reroute take', async () => {
    const environment = await within({ rto: '10m', detection: '4m', reroute: '3m' })
    const { report } = await prove(result({ restoreEstimate: 4 * minute }), { environment })
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'objective' } })
    expect(report.objectives[0]?.measured).toBeGreaterThanOrEqual(11 * minute)
  })

  it('RPO that the age of the data misses fails the verification, though all checks passed', async () => {
    const environment = await within({ rpo: '15m' })
    const { report, proof } = await prove(result({ dataAge: 16 * minute }), { environment })
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'objective' } })
    expect(proof).toMatchObject({ verdict: 'failed', rpo: { met: false } })
  })

  it('that was promised, but could not be measured, does not pass', async () => {
    const environment = await within({ rto: '10m', rpo: '15m' })
    for (const change of [{ restoreDuration: null, restoreEstimate: null }, { dataAge: null }]) {
      const { report } = await prove(result(change), { environment })
      expect(report.verdict).not.toBe('passed')
    }
  })

  it('that was not promised is measured, and fails nothing', async () => {
    const { report } = await prove(result({ restoreEstimate: 9e9, dataAge: 9e9 }))
    expect(report.verdict).toBe('passed')
    expect(report.objectives.map(({ met }) => met)).toEqual([null, null])
  })

  it('is not judged below the rung that measures it', async () => {
    const environment = await within({ rto: '10m', rpo: '15m' })
    const { report } = await prove(scriptedRehearsal(allGood.slice(0, 1), noResult), {
      environment,
      level: 'complete',
    })
    expect(report).toMatchObject({ verdict: 'degraded', objectives: [] })
  })
})

describe('on a real server', () => {
  const assertions: [name: string, sql: string, status: string, failure: string | null][] = [
    ['true', 'select count(*) = 3 from item', 'passed', null],
    ['false', 'select count(*) = 4 from item', 'failed', 'objective'],
    ['null', 'select null::boolean', 'failed', 'objective'],
    ['an error', 'select nothing_like_that from item', 'failed', 'config'],
    ['an error in the data', 'select 1 / (i - 1) = 1 from item', 'failed', 'integrity'],
    ['a number', 'select 1', 'failed', 'config'],
    ['a text that says true', "select 'true'", 'failed', 'config'],
    ['two rows', 'select true from generate_series(1, 2)', 'failed', 'config'],
    ['no row', 'select true where false', 'failed', 'config'],
    ['two columns', 'select true, true', 'failed', 'config'],
    ['two statements', 'select true; select true', 'failed', 'config'],
    ['a statement that writes', 'delete from item returning true', 'failed', 'config'],
    ['true after all that', 'select count(*) = 3 from item', 'passed', null],
  ]
  const reports: { assertions?: Report; stale?: Report; empty?: Report } = {}

  beforeAll(async () => {
    await using server = await startServer({ major })
    server.psql('create database verdicts')
    server.psql(
      "create table item as select i, timestamptz '2020-01-01 00:00:00+00' as made_at from generate_series(1, 3) i; create table none (at timestamptz)",
      'verdicts',
    )
    const source = { name: 'main', type: 'postgres', url: '${DATABASE_URL}', install: 'never', jobs: 2 }
    const within = (root: Record<string, unknown>, change: Record<string, unknown> = {}) =>
      testEnvironment(keys, { sources: [{ ...source, ...change }], ...root })
    const store = memoryStore()
    await backUpForReal(server, 'verdicts', await within({}), keys, [store])
    const proveForReal = async (environment: Environment) => {
      const holder: { ports?: Ports } = {}
      const opened = () => {
        if (holder.ports === undefined) throw new Error('the ports are not open yet')
        return holder.ports
      }
      await using ports = await verifyPorts([store], keys, postgresOpeners(server, null, opened))
      holder.ports = ports
      const { report } = await verify(environment, { backup: 'latest', level: 'useful' }, ports)
      return report
    }
    const checks = assertions.map(([name, sql]) => ({ name, sql }))
    reports.assertions = await proveForReal(await within({}, { checks }))
    const stale = { freshness: 'select max(made_at) from item' }
    reports.stale = await proveForReal(await within({ objectives: { rpo: '1h' } }, stale))
    reports.empty = await proveForReal(await within({}, { freshness: 'select max(at) from none' }))
  })

  it.each(assertions)('an assertion that gives %s is judged so', (name, _sql, status, failure) => {
    const found = reports.assertions?.checks.filter((one) => one.rung === 'useful' && one.name === name)
    expect(found).toEqual([expect.objectContaining({ status, failure })])
  })

  it('a failed assertion fails the verification', () => {
    expect(reports.assertions?.verdict).toBe('failed')
  })

  it('data older than the RPO fails the check of freshness and the verification', () => {
    expect(reports.stale).toMatchObject({ verdict: 'failed', failure: { kind: 'objective' } })
    const failed = reports.stale?.checks.filter(({ status }) => status === 'failed')
    expect(failed).toEqual([expect.objectContaining({ rung: 'fresh', failure: 'objective' })])
    expect(reports.stale?.objectives).toContainEqual(expect.objectContaining({ name: 'RPO', met: false }))
  })

  it('a freshness query that finds no row fails its check', () => {
    expect(reports.empty?.checks).toContainEqual(
      expect.objectContaining({ rung: 'fresh', status: 'failed', failure: 'objective' }),
    )
  })
})
