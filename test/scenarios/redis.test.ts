import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import type { Report } from '../../src/domain/report.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { drill, type DrillPorts } from '../../src/operations/drill/drill.ts'
import type { RedisScene } from '../../src/operations/drill/redis-scene.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { allScenarios } from '../../src/scenarios/scenarios.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { figure, otherLaboratories, show, troubleIn } from '../support/ports/drill-stage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { canary, fillSource, redisOpeners, startSource } from '../support/redis/redis.ts'

let folder: string
let environment: Environment
let keys: TestKeys
let stores: Store[]
const variables: Record<string, string> = {}
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lifeboat-redis-drill-')))
  keys = await makeTestKeys()
  environment = await testEnvironment(keys, {
    sources: [{ name: 'cache', type: 'redis', url: '${REDIS_URL}' }],
    objectives: { rto: '5m', rpo: '1h', 'backup-every': '30m' },
  })
  stores = [await openLocalStore({ name: 'disk', path: join(folder, 'store'), ephemeral: false })]
  // The source is gone when the drills begin: they need nothing of it.
  await using source = await startSource()
  variables['REDIS_URL'] = source.url()
  await fillSource(source.session)
  for (const words of [
    ['XADD', 'groups', '1-1', 'a', '1'],
    ['XGROUP', 'CREATE', 'groups', 'group', '0'],
    ['XREADGROUP', 'GROUP', 'group', 'reader', 'STREAMS', 'groups', '>'],
    ['XADD', 'ids', '1-1', 'a', '1'],
    ['SET', 'lifeboat_drill:settings', 'somebody’s own'],
    // Names that are no text, and would be one if they were read as text.
    ['SET', Buffer.from([0x62, 0xfe]), '1'],
    ['SET', Buffer.from([0x62, 0xff]), '1'],
    ['SET', 'two words', '1'],
    ['FUNCTION', 'LOAD', "#!lua name=drilled\nredis.register_function('f', function() return 1 end)"],
  ])
    await source.session.ask(...words)
  const holder: { ports: Ports | null } = { ports: null }
  await using ports = await backupPorts(stores, keys, openers(holder))
  holder.ports = ports
  const { failure } = await backup(environment, { class: 'scheduled' }, ports)
  source.session[Symbol.dispose]()
  if (failure !== null) throw new Error(failure.message)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function openers(holder: { ports: Ports | null }) {
  return redisOpeners(() => {
    if (holder.ports === null) throw new Error('the ports are not open yet')
    return holder.ports
  }, variables)
}

async function hold(
  sabotageOfRedis: DrillPorts['sabotageOfRedis'] = {},
  drills: Partial<Environment> = {},
  haste = 1,
): Promise<Report> {
  let asleep = 0
  const holder: { ports: Ports | null } = { ports: null }
  await using ports = await verifyPorts(stores, keys, openers(holder))
  holder.ports = ports
  const report = await drill(
    { ...environment, ...drills },
    { scenario: 'redis-failure', dryRun: false },
    {
      ...ports,
      clock: {
        ...ports.clock,
        ticks: () => haste * ports.clock.ticks(),
        sleep: async (...span) => {
          asleep += 1
          await ports.clock.sleep(...span).finally(() => (asleep -= 1))
        },
      },
      scenarios: allScenarios(),
      lifeboat: null,
      searchPaths: {},
      openLaboratory: () => {
        throw new Error('a PostgreSQL laboratory was opened for a Redis')
      },
      ...otherLaboratories(ports),
      sabotageOfRedis,
    },
  )
  expect((await readdir(ports.spool)).filter((name) => /^(drill|lifeboat|lb)-/.test(name))).toEqual([])
  expect(JSON.stringify(report)).not.toContain(canary)
  // Nothing that waits keeps the process alive, and what the double's own configuration lacks is nobody's trouble.
  expect(asleep).toBe(0)
  expect(ports.log.lines.filter((line) => line.startsWith('warning'))).toEqual([])
  return report
}

/** Does something to the server that the application was led to, once it was recovered. */
const toWhatCameBack = (commands: readonly (readonly (string | Buffer)[])[]) => ({
  check: async ({ server }: RedisScene) => {
    using session = await server.session()
    for (const words of commands) await session.ask(...words)
    return 'before' as const
  },
})

describe('redis-failure', () => {
  test('brings back every key of every kind, and says what was lost since the backup', async () => {
    const report = await hold()
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(report.verdict).toBe('passed')
    expect(figure(report, 'redis-failure: writes lost')).toBeGreaterThan(0)
    expect(figure(report, 'redis-failure: age of lost writes')).toBeGreaterThan(0)
    expect(report.checks.find(({ name }) => name.includes('every key'))?.detail).toMatch(/^28 keys compared/)
    expect(report.objectives.find(({ name }) => name === 'RPO')).toMatchObject({
      measured: 30 * 60_000,
      met: true,
    })
  })

  test('fails when the application is left with a server that is down', async () => {
    const report = await hold({ recover: async () => 'instead' })
    expect(report.verdict).toBe('failed')
    expect(report.failure).toMatchObject({ kind: 'objective' })
    expect(report.failure?.message).toMatch(/could not write again/)
  })

  test('fails when one write from before the backup is lost', async () => {
    const report = await hold(toWhatCameBack([['DEL', 'lifeboat_drill:1']]))
    expect(report.failure?.kind).toBe('integrity')
    expect(troubleIn(report).join('\n')).toMatch(/lost, 1 of them acknowledged before/)
  })

  test('fails when the application is left with an empty server', async () => {
    const report = await hold({
      recover: async ({ server }) => {
        await server.empty()
        await server.start()
        return 'instead'
      },
    })
    expect(report.failure?.kind).toBe('integrity')
    expect(troubleIn(report).join('\n')).toMatch(/every key is as before failed/)
    expect(troubleIn(report).join('\n')).toMatch(
      /acknowledged writes came back failed: .* before what the recovery went back to/,
    )
    // It was never shown that the damaged files are refused.
    expect(report.objectives).toEqual([])
  })

  test('fails for every key that has another value, expiry, member, order or entry, is gone, or was never there', async () => {
    const report = await hold(
      toWhatCameBack([
        ['SET', 'minus', '-70001'],
        ['PERSIST', 'soon'],
        ['DEL', 'large hash'],
        ['SREM', 'large set', `${canary} 7`],
        ['HSET', 'hash', 'field', ''],
        ['RPOPLPUSH', 'list', 'list'],
        ['ZINCRBY', 'zset', '1', 'a'],
        ['XDEL', 'stream', '9-1'],
        ['XCLAIM', 'groups', 'group', 'other', '0', '1-1', 'JUSTID'],
        ['XSETID', 'ids', '900-1'],
        ['SET', 'lifeboat_drill:settings', 'changed'],
        ['DEL', Buffer.from([0x62, 0xff])],
        ['FUNCTION', 'FLUSH'],
        ['SET', `session:${canary}`, '1'],
        ['SELECT', '9'],
        ['DEL', 'ninth'],
      ]),
    )
    expect(report.failure?.kind).toBe('integrity')
    expect(report.failure?.message).toMatch(/14 keys of 28, and functions, are not as before/)
    expect(report.failure?.subjects).toEqual([
      'database 0, a key lifeboat_drill:…',
      'database 0, a key session:…',
      'database 0, a key without a prefix (11 times)',
      'database 9, a key without a prefix',
      'the libraries of functions',
    ])
  })

  test('fails when nobody notices anything', async () => {
    // A clock on which the patience of the watch is over soon.
    const report = await hold({ inject: async () => 'instead' }, {}, 20)
    expect(report.failure).toMatchObject({ kind: 'objective' })
    expect(report.failure?.message).toMatch(/noticed nothing/)
  })

  test('fails when the server comes up with the files that were damaged', async () => {
    const report = await hold({
      inject: async ({ server, struck }) => {
        struck()
        await server.kill()
        return 'instead'
      },
    })
    expect(report.failure?.message).toMatch(/came up again with \d+ keys/)
  })

  test('counts what is larger than is compared, and is less than a passed one then', async () => {
    const { drills } = await testEnvironment(keys, { drills: { 'compare-up-to': '1KiB' } })
    const counted = { drills }
    expect((await hold({}, counted)).verdict).toBe('passed')
    const less = await hold(toWhatCameBack([['SET', 'intruder', '1']]), counted)
    expect(less.failure?.message).toMatch(/29 keys of 28, counted only/)
  })

  test('reaches no server that it did not start', async () => {
    const report = await hold({
      inject: async ({ laboratory, server }) => {
        for (const url of [
          'redis://127.0.0.1:6379',
          'unix:///run/redis.sock',
          '',
          `${server.url}x`,
          `${server.url}/0`,
        ])
          expect(() => laboratory.demandOwn(url)).toThrow(/servers that it started itself/)
        laboratory.demandOwn(server.url)
        await expect(server.empty()).rejects.toMatchObject({ kind: 'refused' })
        await expect(server.damage()).rejects.toMatchObject({ kind: 'refused' })
        return 'before'
      },
    })
    expect(troubleIn(report)).toEqual([])
  })
})
