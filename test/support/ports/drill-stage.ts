import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import type { Report } from '../../../src/domain/report.ts'
import { drill, type DrillPorts } from '../../../src/operations/drill/drill.ts'
import { allScenarios } from '../../../src/scenarios/scenarios.ts'
import { openTreeLaboratory } from '../../../src/sources/files/drill-laboratory.ts'
import { kindOf, openDrillLaboratory } from '../../../src/sources/postgres/drill/laboratory.ts'
import { openRedisDrillLaboratory } from '../../../src/sources/redis/drill-laboratory.ts'
import { openLocalStore } from '../../../src/stores/local.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { Store } from '../../../src/ports/store.ts'
import { startServer } from '../postgres/server.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from './environment.ts'
import { verifyPorts } from './ports.ts'
import { backUpForReal, postgresOpeners } from './real-backup.ts'

/** An environment with one real backup, whose server is gone again: drills need nothing of it. */
export interface DrillStage extends AsyncDisposable {
  environment: Environment
  keys: TestKeys
  stores: readonly Store[]
  /** Folder that the runs' spools lie in. */
  folder: string
  /** Holds a drill as the wiring does. */
  drill(scenario: string | null, options?: DrillOptions): Promise<Report>
}

export interface DrillOptions {
  /** Keys of the environment file, in place of the stage's. */
  root?: Record<string, unknown>
  sabotage?: DrillPorts['sabotage']
  dryRun?: boolean
  change?: Partial<DrillPorts>
}

const rows = 2_000
/** Lifeboat's command line from the sources, as no bundle need be there. */
const ownProgram = `import { cli } from ${JSON.stringify(new URL('../../../src/main.ts', import.meta.url).href)}
process.exitCode = await cli(process.argv.slice(1))`

export async function setDrillStage(major: number, root: Record<string, unknown> = {}): Promise<DrillStage> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-drills-'))
  const keys = await makeTestKeys()
  const file = {
    stores: [
      { name: 'near', type: 'local', path: '${NEAR}' },
      { name: 'far', type: 'local', path: '${FAR}' },
    ],
    ...root,
  }
  const environment = await testEnvironment(keys, file)
  const stores = await Promise.all(
    ['near', 'far'].map((name) => openLocalStore({ name, path: join(folder, name), ephemeral: false })),
  )
  let bindir: string
  {
    await using server = await startServer({ major })
    bindir = server.bindir
    server.psql('create database shop')
    server.psql(
      `create table customers (id int primary key, name text not null);
       insert into customers select i, 'customer ' || i from generate_series(1, ${rows}) i;
       create table orders (id int primary key, customer int not null references customers, total numeric not null);
       insert into orders select i, 1 + i % ${rows}, i * 1.5 from generate_series(1, ${2 * rows}) i;
       create index on orders (customer)`,
      'shop',
    )
    const report = await backUpForReal(server, 'shop', environment, keys, stores)
    if (report.verdict === 'failed') throw new Error(report.failure?.message)
  }

  return {
    environment,
    keys,
    stores,
    folder,
    drill: async (scenario, { root: own, sabotage, dryRun = false, change } = {}) => {
      const holder: { ports: Ports | null } = { ports: null }
      const opened = () => {
        if (holder.ports === null) throw new Error('the ports are not open yet')
        return holder.ports
      }
      await using ports = await verifyPorts(stores, keys, postgresOpeners({ bindir }, null, opened))
      holder.ports = ports
      const { spool, processes, clock, random, log, signal } = ports
      const drillPorts: DrillPorts = {
        ...ports,
        scenarios: allScenarios(),
        lifeboat: [process.execPath, '--input-type=module', '-e', ownProgram],
        searchPaths: { PATH: process.env['PATH'] ?? '', LIFEBOAT_POSTGRES_DIRS: bindir },
        ...otherLaboratories(ports),
        openLaboratory: (record) =>
          openDrillLaboratory({
            kind: kindOf(record),
            install: 'never',
            context: {
              variables: { LIFEBOAT_POSTGRES_DIRS: bindir },
              spool,
              processes,
              clock,
              random,
              log,
            },
            openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
            signal,
          }),
        ...(sabotage === undefined ? {} : { sabotage }),
        ...change,
      }
      const used = own === undefined ? environment : await testEnvironment(keys, { ...file, ...own })
      return await drill(used, { scenario, dryRun }, drillPorts)
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The laboratories of sources that are no PostgreSQL. */
export function otherLaboratories(
  ports: Ports,
): Pick<DrillPorts, 'openTreeLaboratory' | 'openRedisLaboratory'> {
  const { spool, processes, clock, random, log, signal } = ports
  const openFolder = (name: string, path: string) => openLocalStore({ name, path, ephemeral: false })
  return {
    openTreeLaboratory: () => openTreeLaboratory({ spool, random, openFolder }),
    openRedisLaboratory: (record) =>
      openRedisDrillLaboratory(record, {
        context: { variables: process.env, spool, processes, clock, random, log },
        openFolder,
        signal,
      }),
  }
}

/** A figure of the report, by its label. */
export function figure(report: Report, label: string): number {
  const found = report.facts.find((fact) => fact.label === label)
  if (found?.value === undefined) throw new Error(`the report has no figure ${label}`)
  return found.value
}

/** What is wrong according to a report, for people who read a failed test. */
export function troubleIn(report: Report): string[] {
  return [
    ...(report.failure === null ? [] : [`${report.failure.kind}: ${report.failure.message}`]),
    ...report.checks
      .filter(({ status }) => status !== 'passed')
      .map(({ name, status, detail }) => `${name} ${status}: ${detail}`),
  ]
}

/** Prints what was measured, when it is asked for: the figures of the guide come from here. */
export function show(report: Report): void {
  if (process.env['SHOW_DRILLS'] === undefined) return
  const lines = [
    ...report.timeline.map(({ name, duration, status }) => `  ${name}: ${duration} ms ${status}`),
    ...report.facts.map(({ label, text, value }) => `  ${label}: ${text} (${value ?? ''})`),
    ...report.checks.map(({ name, status, detail }) => `  ${status} ${name}: ${detail}`),
    ...report.notices.map(({ text }) => `  notice ${text}`),
  ]
  process.stderr.write(`${report.verdict}\n${lines.join('\n')}\n`)
}
