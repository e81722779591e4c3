import { readdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import type { Report } from '../../src/domain/report.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { memoryStore, type MemoryStore } from '../support/doubles/memory-store.ts'
import { copyStore } from '../support/ports/damage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { readingRehearsal } from '../support/ports/fake-rehearsal.ts'
import { backupPorts, verifyPorts, type TestPorts } from '../support/ports/ports.ts'
import { descendantsOf, gone } from '../support/ports/process-tree.ts'
import { postgresOpeners } from '../support/ports/real-backup.ts'
import { kindOf, Sabotage, type Trouble } from '../support/ports/sabotage.ts'
import { backupsIn } from '../support/ports/whole-backups.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'

const [major = 0] = await testMajors()

let server: TestServer
let keys: TestKeys
let environment: Environment
let pristine: MemoryStore
beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database swept')
  server.psql(
    `create table small as select i from generate_series(1, 100) i;
     create table large as select i, (select string_agg(sha256((i * 1000 + part)::text::bytea)::text, '') from generate_series(1, 100) part) as noise
       from generate_series(1, 400) i;
     do $$ begin for i in 1..8 loop execute format('create table packed_%s as select md5(n::text) as noise from generate_series(1, 20000) n', i); end loop; end $$`,
    'swept',
  )
  keys = await makeTestKeys()
  environment = await testEnvironment(keys)
  pristine = memoryStore()
  const { report } = await backUp(pristine, new Sabotage(null))
  if (report.verdict !== 'passed') throw new Error(report.failure?.message)
})
afterAll(() => server[Symbol.asyncDispose]())

/** What polls, and so happens another number of times in each run, is counted by itself. */
const polls = (call: string) => call === 'clock.sleep'

describe('a backup by the real engine', () => {
  it.each<Trouble>(['unavailable midway', 'error', 'abort'])(
    '%s, once, at any call, leaves a whole backup or none, and nobody running',
    async (kind) => {
      const wrong: string[] = []
      // Every call once, whichever the trouble; each trouble strikes another third of them.
      const third = ['unavailable midway', 'error', 'abort'].indexOf(kind)
      for (let position = 1 + third; ; position += 3) {
        const store = memoryStore()
        const sabotage = new Sabotage(position, kind, (call) => !polls(call))
        const { report, left } = await backUp(store, sabotage)
        if (sabotage.struck === null) break
        wrong.push(...left.map((what) => `${sabotage.struck}: left ${what}`))
        wrong.push(
          ...(await misreported(report, kind, store, sabotage.struck)).map(
            (what) => `${sabotage.struck}: ${what}`,
          ),
        )
      }
      const rerun = await backUp(memoryStore(), new Sabotage(null))
      expect(rerun.report.verdict).toBe('passed')
      expect(wrong).toEqual([])
    },
  )

  it('a wait that fails, or is stopped, ends it likewise', async () => {
    const wrong: string[] = []
    for (const kind of ['unavailable', 'abort'] as const) {
      for (const position of [1, 2, 5]) {
        const store = memoryStore()
        const sabotage = new Sabotage(position, kind, polls)
        const { report, left } = await backUp(store, sabotage)
        if (sabotage.struck === null) continue
        wrong.push(...left.map((what) => `${kind} at wait ${position}: left ${what}`))
        wrong.push(
          ...(await misreported(report, kind, store, sabotage.struck)).map(
            (what) => `${kind} at wait ${position}: ${what}`,
          ),
        )
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('a verification by the real engine', () => {
  it.each<Trouble>(['unavailable', 'abort'])(
    '%s, once, at calls all along, is never passed, and leaves no server',
    async (kind) => {
      const wrong: string[] = []
      let struckCalls = 0
      const first = kind === 'abort' ? 4 : 1
      for (let position = first; ; position += 8) {
        const store = copyStore(pristine)
        const sabotage = new Sabotage(position, kind, (call) => !polls(call))
        const { report, left } = await prove(store, sabotage)
        const { struck } = sabotage
        if (struck === null) break
        struckCalls += 1
        // When the removal itself is struck, the laboratory's folder stays for the next run to remove.
        const expected = struck === 'run rm' ? left.filter((what) => !/laboratory-/.test(what)) : left
        wrong.push(...expected.map((what) => `${struck}: left ${what}`))
        const isHarmless = report.verdict === 'degraded' || /proofs|memory\./.test(struck)
        if (report.verdict === 'failed') {
          if (report.failure?.kind !== kindOf(kind)) wrong.push(`${struck}: ${report.failure?.message}`)
        } else if (!isHarmless) wrong.push(`${struck}: ${report.verdict}`)
      }
      expect(wrong).toEqual([])
      expect(struckCalls).toBeGreaterThan(3)
    },
  )
})

interface Tried {
  report: Report
  /** Files in the spool, sessions on the source and programs that are left. */
  left: string[]
}

async function backUp(store: MemoryStore, sabotage: Sabotage): Promise<Tried> {
  const holder: { ports?: Ports } = {}
  await using ports = await backupPorts([store], keys, {
    ...postgresOpeners(server, server.url('swept'), () => opened(holder)),
  })
  holder.ports = sabotage.over(ports)
  const report = await backup(environment, { class: 'scheduled' }, holder.ports)
  return { report, left: await leftBy(ports) }
}

async function prove(store: MemoryStore, sabotage: Sabotage): Promise<Tried> {
  const holder: { ports?: Ports } = {}
  await using ports = await verifyPorts([store], keys, {
    ...postgresOpeners(server, null, () => opened(holder)),
  })
  holder.ports = sabotage.over(ports)
  const { report } = await verify(environment, { backup: 'latest', level: 'useful' }, holder.ports)
  return { report, left: await leftBy(ports) }
}

function opened(holder: { ports?: Ports }): Ports {
  if (holder.ports === undefined) throw new Error('the ports are not open yet')
  return holder.ports
}

async function leftBy(ports: TestPorts): Promise<string[]> {
  const ours = descendantsOf(process.pid).filter(({ command }) =>
    /pg_dump|pg_restore|psql|initdb|lifeboat-ports-/.test(command),
  )
  const programs = (await gone(ours)).map(({ command }) => command)
  const sessions = await openSessions()
  return [
    ...(await readdir(ports.spool)),
    ...programs,
    ...(sessions > 0 ? [`${sessions} sessions on the source`] : []),
  ]
}

/** Sessions of ours on the source, once the server has had time to notice that nobody is there any more. */
async function openSessions(): Promise<number> {
  const count = () =>
    Number(
      server.psql("select count(*) from pg_stat_activity where application_name like 'lifeboat-%'", 'swept'),
    )
  for (let waited = 0; count() > 0 && waited < 10_000; waited += 100) await wait(100)
  return count()
}

/** How a report is at odds with what the store holds, or with what happened. */
async function misreported(
  report: Report,
  kind: Trouble,
  store: MemoryStore,
  struck: string,
): Promise<string[]> {
  const ids = await backupsIn(store, environment)
  if (report.verdict === 'failed') {
    // A program that cannot be asked for its version is as good as none.
    const isUnusable = struck === 'run pg_dump' && report.failure?.kind === 'missing'
    return [
      ...(report.failure?.kind === kindOf(kind) || isUnusable
        ? []
        : [`failed as ${report.failure?.kind}: ${report.failure?.message}`]),
      ...(ids.length === 0 ? [] : ['there is a manifest all the same']),
    ]
  }
  if (ids.join() !== report.backupId) return [`${report.verdict}, but its backup is not there`]
  await using ports = await verifyPorts([store], keys, {
    openRehearsal: async (record) => readingRehearsal(record),
  })
  const { report: proof } = await verify(environment, { backup: 'latest', level: 'equal' }, ports)
  return proof.verdict === 'passed' ? [] : [`its backup is not whole: ${proof.failure?.message}`]
}
