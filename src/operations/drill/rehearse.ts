import type { Environment, PostgresConfig } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import type { Aspect } from '../../domain/verdict.ts'
import type { DrillServer } from '../../ports/laboratory.ts'
import type { Store } from '../../ports/store.ts'
import type { RunReport } from '../run-report.ts'
import { beginDouble } from './double.ts'
import type { DrillPorts } from './drill-ports.ts'
import { comparedUpTo, compareFingerprints, fingerprint } from './fingerprint.ts'
import type { Measured } from './judge.ts'
import { chooseOrigin, fetchBackup, openStores } from './origin.ts'
import { makeStrike, play, recordCheck, writeRateOf } from './play.ts'
import { judgeWrites, recoveryPoints } from './recovery-points.ts'
import type { OwnStore, Scenario, Scene } from './scenario.ts'
import { findLosses, makeJournal, startWorkload } from './workload.ts'

/**
 * Rehearses one scenario, from the double to the last check. What it finds out goes into `measured` and `run` at once.
 * Everything that it started has ended when it settles.
 */
export async function rehearse(
  environment: Environment,
  scenario: Scenario,
  measured: Measured,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<void> {
  const { name } = scenario
  const { clock, signal } = ports
  const limit = comparedUpTo(environment)
  await using stack = new AsyncDisposableStack()
  const phase = <T>(what: string, work: () => Promise<T>) => run.phase(`${name}: ${what}`, work)

  const { record, config } = await phase('choose a backup', () => choosePostgres(environment, ports, run))
  const { laboratory, origin } = await phase('copy it into the laboratory', async () => {
    const opened = stack.use(await ports.openLaboratory(record, config))
    return { laboratory: opened, origin: await fetchBackup(environment, opened, ports, run) }
  })
  const stores = await openStores(environment, laboratory)
  const beginnings = beginDouble({ environment, config, record, laboratory, origin, stores, ports })
  const { database } = beginnings
  const primary = await phase('build the double', async () => {
    const server = await laboratory.startServer('primary')
    await beginnings.populate(server)
    // It is as secret as the database, and has done its work.
    await origin.wipe()
    await using session = await server.session(database)
    await makeJournal(session)
    return server
  })
  const application = await laboratory.openLine('application', primary)
  const double = await beginnings.complete(application, primary)
  const before = await fingerprint(primary, database, limit.compareUpTo)
  const rate = writeRateOf(environment)
  const workload = startWorkload(application, database, rate, ports)
  stack.defer(() => workload.stop())

  const points = recoveryPoints(workload)
  const strike = makeStrike(clock)
  const scene: Scene = {
    environment,
    laboratory,
    backupId: run.backupId ?? '',
    record,
    primary,
    database,
    application,
    workload,
    points,
    double: {
      ...points.of(double),
      restoreOnto: async (server, options) => {
        const report = await double.restoreOnto(server, options)
        if (report.backupId !== null) points.wentBackTo(report.backupId)
        return report
      },
    },
    probeOwnStores: () => Promise.all(ports.stores.map((store) => probe(store, signal))),
    struck: strike.struck,
    check: (check) => recordCheck(name, check, run),
    sleep: (span) => clock.sleep(span, signal),
    now: () => clock.now(),
    ticks: () => clock.ticks(),
    notice: (text) => run.notice('notice', `${name}: ${text}`),
    signal,
  }
  await play(scenario, scene, { strike, measured, sabotage: ports.sabotage, clock, run }, async () => {
    const end = application.leadsTo
    await compareTables(before, scene, end, limit)
    await countLosses(scenario, measured, scene, end, strike.at().instant)
  })
  if (laboratory.isolation !== 'full') scene.notice(`isolation of the laboratory: ${laboratory.isolation}`)
}

/** The source of the backup that the double is made of. */
async function choosePostgres(
  environment: Environment,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<{ record: PostgresRecord; config: PostgresConfig }> {
  const manifest = await chooseOrigin(environment, ports, run)
  const wanted = environment.drills?.source
  const record = manifest.sources.find(
    (source): source is PostgresRecord =>
      source.engine === 'postgres-logical' && (wanted === undefined || source.name === wanted),
  )
  if (record === undefined) {
    throw new Failure(
      'missing',
      `backup ${manifest.id} has no PostgreSQL source${wanted === undefined ? '' : ` ${wanted}`}`,
    )
  }
  const config = environment.sources.find((source) => source.name === record.name)
  if (config?.type !== 'postgres') {
    throw new Failure(
      'config',
      `the environment file no longer has the source ${record.name} of backup ${manifest.id}`,
    )
  }
  return { record, config }
}

async function compareTables(
  before: Awaited<ReturnType<typeof fingerprint>>,
  scene: Scene,
  end: DrillServer,
  { compareUpTo, isChosen }: { compareUpTo: number; isChosen: boolean },
): Promise<void> {
  scene.check(compareFingerprints(before, await fingerprint(end, scene.database, compareUpTo), isChosen))
}

async function countLosses(
  scenario: Scenario,
  measured: Measured,
  scene: Scene,
  end: DrillServer,
  struckAt: number,
): Promise<void> {
  const { workload, database } = scene
  await using session = await end.session(database, { patience: 60_000 })
  const losses = await findLosses(session, workload.acknowledged, struckAt)
  measured.losses = losses
  // A standby that follows synchronously has all that was acknowledged.
  const isSynchronous =
    scenario.losesBack === 'to the standby' && scene.environment.drills?.replication === 'synchronous'
  scene.check(
    judgeWrites(isSynchronous ? 'nothing' : scenario.losesBack, losses, workload.acknowledged, scene.points),
  )
}

async function probe(store: Store, signal: AbortSignal): Promise<OwnStore> {
  const { name, kind } = store
  try {
    return { name, kind, abilities: await store.probe(signal), failure: null }
  } catch (error) {
    signal.throwIfAborted()
    return { name, kind, abilities: null, failure: asFailure(error).message }
  }
}
