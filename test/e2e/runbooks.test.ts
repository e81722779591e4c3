import { cp, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/domain/report.ts'
import { lifeboat } from '../cli/command-line.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { primaryOptions, startStandby, type TestStandby } from '../support/postgres/standby.ts'
import { startLastingRedis, type LastingRedis } from '../support/redis/lasting.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

const major = (await testMajors()).at(-1) ?? 17

/**
 * The runbooks of this repository, carried out for real where a drill covers them: on a primary with a streaming replica, a
 * Redis that keeps its data on disk, two stores and an application that answers. In the order in which one place can bear
 * them: what kills the primary comes last.
 */
describe('the runbooks of the repository, carried out', () => {
  let primary: TestServer
  let standby: TestStandby
  let redis: LastingRedis
  let workspace: Workspace
  let second: string
  const application = createServer((_request, response) => response.writeHead(200).end())

  beforeAll(async () => {
    primary = await startServer({ major, ...primaryOptions })
    primary.psql('create database shop')
    primary.psql('create table orders as select i as id from generate_series(1, 500) i', 'shop')
    redis = await startLastingRedis()
    await redis.command('RPUSH', 'orders:placed', '3', '2', '1')
    await new Promise<void>((done) => {
      application.listen(0, '127.0.0.1', done)
    })
    const url = `http://127.0.0.1:${(application.address() as AddressInfo).port}`
    const made = await createWorkspace({
      url: primary.url('shop'),
      bindir: primary.bindir,
      root: {
        // As the environments of this repository have them.
        sources: [
          { name: 'main', type: 'postgres', url: '${DATABASE_URL}', jobs: 2, install: 'never' },
          { name: 'queue', type: 'redis', url: '${REDIS_URL}' },
        ],
        stores: [
          { name: 'disk', type: 'local', path: '${STORE_FOLDER}' },
          { name: 'second', type: 'local', path: '${SECOND_FOLDER}' },
        ],
        // What cannot be asked here (containers, alerts, TLS) is not what these runs are about.
        validation: {
          'min-score': 1,
          'must-pass': ['service-health'],
          // Nor is how fast a machine answers that has much to do.
          latency: { postgres: '30s', redis: '30s' },
        },
      },
      variables: { APP_URL: url, SECOND_FOLDER: 'second-store', REDIS_URL: redis.url },
    })
    workspace = made
    second = join(workspace.folder, 'second-store')
    await cp(resolve(import.meta.dirname, '../../runbooks'), join(workspace.folder, 'runbooks'), {
      recursive: true,
    })
    standby = startStandby(primary)
    primary.psql('insert into orders values (501)', 'shop')
    const { code, said } = await run('backup', [])
    if (code !== 0) throw new Error(said)
  })
  afterAll(async () => {
    application.close()
    await redis[Symbol.asyncDispose]()
    await standby[Symbol.asyncDispose]()
    await workspace[Symbol.asyncDispose]()
    await primary[Symbol.asyncDispose]()
    await rm(second, { recursive: true, force: true })
  })

  const run = async (verb: string, words: readonly string[], variables: Record<string, string> = {}) => {
    const { verifyVariables, backupVariables, folder } = workspace
    const ended = await lifeboat([...verb.split(' '), '--environment', 'e2e', '--json', ...words], {
      directory: folder,
      variables: {
        ...backupVariables,
        LIFEBOAT_IDENTITY: verifyVariables['LIFEBOAT_IDENTITY'] ?? '',
        LIFEBOAT_VERIFY_SIGNING_KEY: verifyVariables['LIFEBOAT_SIGNING_KEY'] ?? '',
        ...variables,
      },
    })
    const report = JSON.parse(ended.stdout === '' ? '{}' : ended.stdout) as Report
    return { ...ended, report, said: `${ended.code} ${report.failure?.message ?? ''}\n${ended.stderr}` }
  }
  const carryOut = (incident: string, words: readonly string[], variables?: Record<string, string>) =>
    run(
      'runbook run',
      ['--incident', incident, '--confirm', 'e2e', '--reason', 'rehearsed by the tests', ...words],
      variables,
    )
  const runOf = ({ facts }: Report): string => facts.find(({ label }) => label === 'run')?.text ?? ''
  const statusOf = ({ checks }: Report): Record<string, string> =>
    Object.fromEntries(checks.map(({ name, status }) => [name.split(':')[0], status]))
  const orders = (): string => primary.psql('select count(*) from orders', 'shop')

  const queue = () => redis.command('LLEN', 'orders:placed')
  /** `docker` is a stand-in for Compose that starts the test's own redis-server, as its container would. */
  const recoverRedis = (words: readonly string[]) =>
    carryOut('INC-004', words, { PATH: `${redis.programs}:${process.env['PATH'] ?? ''}` })
  const restarted = 'compose --project-name shop-production restart redis'

  it('INC-004 is unproven until the drill redis-failure has passed, and proven then', async () => {
    const proof = async () => {
      const { stdout } = await run('runbook list', [])
      const { runbooks } = JSON.parse(stdout) as {
        runbooks: { incident: string; proof: { state: string } }[]
      }
      return Object.fromEntries(runbooks.map(({ incident, proof: { state } }) => [incident, state]))
    }
    expect(await proof()).toMatchObject({ 'INC-004': 'unproven', 'INC-003': 'unproven' })
    const { code, report, said } = await run(
      'drill',
      ['--scenario', 'redis-failure'],
      workspace.verifyVariables,
    )
    expect({ code, verdict: report.verdict, said }).toMatchObject({ code: 0, verdict: 'passed' })
    expect(await proof()).toMatchObject({ 'INC-004': 'proven', 'INC-003': 'unproven' })
  })

  it('INC-004: Redis was killed; it comes up again by itself, with its data', async () => {
    await redis.kill()
    await expect(queue()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const { code, report, said } = await recoverRedis(['--answer', 'loaded=yes'])
    expect({ code, steps: statusOf(report), said }).toMatchObject({
      code: 0,
      steps: { restart: 'passed', loaded: 'passed', 'verify-services': 'passed' },
    })
    expect(statusOf(report)).not.toHaveProperty('restore')
    expect([await redis.restarts(), await queue()]).toEqual([[restarted], ':3'])
  })

  it('INC-004, when its data is lost: the backup takes the place of what it came up with, and the database stays', async () => {
    await redis.kill()
    await redis.loseData()
    primary.psql('insert into orders values (-1)', 'shop')
    const first = await recoverRedis([])
    expect([statusOf(first.report)['restart'], await queue()]).toEqual(['passed', ':0'])
    // What came in since then is not lost either.
    await redis.command('RPUSH', 'orders:placed', '4')
    const ended = await recoverRedis([
      '--run',
      runOf(first.report),
      '--answer',
      'loaded=lost',
      '--give',
      'restore.backup=latest',
      '--done',
      'refill',
    ])
    expect({ code: ended.code, steps: statusOf(ended.report), said: ended.said }).toMatchObject({
      code: 0,
      steps: { restore: 'passed', 'verify-services': 'passed' },
    })
    expect([await queue(), await redis.keptAside()]).toEqual([':3', ['4']])
    expect(primary.psql('select count(*) from orders where id = -1', 'shop')).toBe('1')
    primary.psql('delete from orders where id = -1', 'shop')
  })

  it('INC-006: keep, restore beside, wait for a person, go on, prove', async () => {
    primary.psql('delete from orders where id <= 100', 'shop')
    const first = await carryOut('INC-006', ['--done', 'stop', '--give', 'beside.backup=latest'])
    expect(first.said).toContain('compare')
    expect(statusOf(first.report)).toMatchObject({ keep: 'passed', beside: 'passed', compare: 'skipped' })
    primary.psql('insert into orders select i from generate_series(1, 100) i', 'shop')
    const ended = await carryOut('INC-006', [
      '--run',
      runOf(first.report),
      '--done',
      'compare',
      '--answer',
      'enough=back',
    ])
    expect({ code: ended.code, steps: statusOf(ended.report), said: ended.said }).toMatchObject({
      code: 0,
      steps: { 'verify-data': 'passed', 'verify-backup': 'passed', 'verify-restore': 'passed' },
    })
    expect(orders()).toBe('501')
  })

  it('INC-006, when all must go back: the state that was kept first is not what comes back', async () => {
    primary.psql('delete from orders where id > 10', 'shop')
    const { code, report } = await carryOut('INC-006', [
      '--done',
      'stop;compare',
      '--answer',
      'enough=everything',
      '--give',
      'beside.backup=latest;swap.backup=latest',
    ])
    expect([code, statusOf(report)['swap']]).toEqual([0, 'passed'])
    expect(orders()).toBe('501')
  })

  it('INC-002: restore in the place of what is broken, keep that, and back the new one up', async () => {
    const broken = primary.psql('select oid from pg_database where datname = $$shop$$')
    const { code, report, said } = await carryOut('INC-002', [
      '--answer',
      'damage=everything',
      '--give',
      'restore.backup=latest',
    ])
    expect({ code: code, steps: statusOf(report), said: said }).toMatchObject({
      code: 0,
      steps: { restore: 'passed', 'verify-backup': 'passed' },
    })
    expect(orders()).toBe('501')
    expect(primary.psql('select oid from pg_database where datname = $$shop$$')).not.toBe(broken)
    expect(primary.psql(`select count(*) from pg_database where oid = ${broken}`)).toBe('1')
  })

  it('INC-005: the first store is gone; the second one brings the data back', async () => {
    await rename(workspace.store, `${workspace.store}-gone`)
    try {
      const done = ['--done', 'fence;build;reroute', '--answer', 'decide=move']
      const { code, report, said } = await carryOut('INC-005', done)
      // Of two stores one is out of reach, which every step says.
      expect({ code: code, steps: statusOf(report), said: said }).toMatchObject({
        code: 0,
        steps: { restore: 'passed', 'verify-health': 'passed', 'verify-data': 'passed' },
      })
      expect(orders()).toBe('501')
    } finally {
      await rm(workspace.store, { recursive: true, force: true })
      await rename(`${workspace.store}-gone`, workspace.store)
    }
  })

  it('INC-003: the primary is gone; the replica takes its place, and the application follows', async () => {
    primary.psql('insert into orders values (502)', 'shop')
    await standby.caughtUp()
    await primary.stop('immediate')
    const variables = { REPLICA_URL: standby.url('postgres') }
    const refused = await carryOut('INC-003', ['--answer', 'replica=yes'], variables)
    expect([refused.code, refused.report.failure?.kind]).toEqual([4, 'refused'])
    const resumed = ['--run', runOf(refused.report)]
    const first = await carryOut('INC-003', [...resumed, '--answer', 'replica=yes;fail-over=go'], variables)
    expect(statusOf(first.report)).toMatchObject({
      'fail-over': 'passed',
      'lead-there': 'skipped',
    })
    const ended = await carryOut('INC-003', [...resumed, '--done', 'lead-there', '--answer', 'led=yes'], {
      ...variables,
      DATABASE_URL: standby.url('shop'),
    })
    expect({ code: ended.code, steps: statusOf(ended.report), said: ended.said }).toMatchObject({
      code: 0,
      steps: { 'verify-data': 'passed', 'verify-backup': 'passed' },
    })
    expect(await standby.query('select count(*)::int as n from orders', 'shop')).toEqual([{ n: 502 }])
  })
})
