import type { Environment, PostgresConfig } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import type { Aspect } from '../../domain/verdict.ts'
import type { DrillLaboratory, DrillServer, DrillStore } from '../../ports/laboratory.ts'
import type { Store } from '../../ports/store.ts'
import { readManifest } from '../../vault/backups.ts'
import { chooseBackup } from '../../vault/choose-backup.ts'
import { copyBackup } from '../replicate/copy-backup.ts'
import { RunReport } from '../run-report.ts'
import { beginDouble } from './double.ts'
import type { DrillPorts, Step } from './drill-ports.ts'
import { compareFingerprints, fingerprint } from './fingerprint.ts'
import type { Measured } from './judge.ts'
import type { OwnStore, Scenario, Scene, SceneCheck } from './scenario.ts'
import { findLosses, makeJournal, startWorkload } from './workload.ts'

/** So many writes are acknowledged before the failure, that there is something to lose. */
const warmUp = 20
/** How long after a recovery its application is waited for. */
const serviceWithin = 10_000
const defaultRate = 50
const defaultCompareUpTo = 256 * 1024 ** 2

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
  const compareUpTo = environment.drills?.compareUpTo ?? defaultCompareUpTo
  await using stack = new AsyncDisposableStack()
  const phase = <T>(what: string, work: () => Promise<T>) => run.phase(`${name}: ${what}`, work)

  const { record, config } = await phase('choose the newest backup', () =>
    chooseOrigin(environment, ports, run),
  )
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
  const before = await fingerprint(primary, database, compareUpTo)
  const rate = environment.drills?.writeRate ?? defaultRate
  const workload = startWorkload(application, database, rate, ports)
  stack.defer(() => workload.stop())

  let struckAt: { instant: number; ticks: number } | null = null
  const scene: Scene = {
    environment,
    laboratory,
    backupId: run.backupId ?? '',
    record,
    primary,
    database,
    application,
    workload,
    double,
    probeOwnStores: () => Promise.all(ports.stores.map((store) => probe(store, signal))),
    struck: () => {
      struckAt ??= { instant: clock.now(), ticks: clock.ticks() }
    },
    check: (check) => recordCheck(name, check, run),
    sleep: (span) => clock.sleep(span, signal),
    now: () => clock.now(),
    ticks: () => clock.ticks(),
    notice: (text) => run.notice('notice', `${name}: ${text}`),
    signal,
  }
  const step = async <T>(which: Step, work: () => Promise<T>): Promise<T | null> => {
    const how = await ports.sabotage?.[which]?.(scene)
    return how === 'instead' ? null : await work()
  }

  await phase('prepare', async () => {
    await workload.untilAcknowledged(warmUp)
    await scenario.prepare?.(scene)
    await workload.untilAcknowledged(1)
  })
  await phase('inject', () => step('inject', () => scenario.inject(scene)))
  scene.struck()
  const struck = struckAt ?? { instant: clock.now(), ticks: clock.ticks() }
  const seen = await phase('detect', () => step('detect', () => scenario.detect(scene)))
  const detectedAt = clock.ticks()
  measured.detect = Math.round(detectedAt - struck.ticks)
  if (seen !== null) run.fact(`${name}: noticed`, seen)
  await phase('recover', async () => {
    await step('recover', () => scenario.recover(scene))
    if (scenario.restoresService) await demandService(scene)
  })
  measured.recover = Math.round(clock.ticks() - detectedAt)
  await workload.stop()
  await phase('check', async () => {
    await step('check', () => scenario.check(scene))
    const end = application.leadsTo
    await compareTables(before, scene, end, compareUpTo)
    await countLosses(scenario, measured, scene, end, struck.instant)
  })
  if (laboratory.isolation !== 'full') scene.notice(`isolation of the laboratory: ${laboratory.isolation}`)
}

/** The environment's newest backup that can be believed, and the source in it that the double is made of. */
async function chooseOrigin(
  environment: Environment,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<{ record: PostgresRecord; config: PostgresConfig }> {
  const { stores, log, signal, clock } = ports
  const context = { log, signal }
  const chosen = await chooseBackup(stores, environment.environment, 'latest', {
    ...context,
    now: clock.now(),
  })
  run.backupId = chosen.id
  const { manifest } = await readManifest(stores, environment.environment, chosen.id, {
    publicKey: environment.signing.backup ?? null,
    protected: environment.protected,
    ...context,
  })
  const wanted = environment.drills?.source
  const record = manifest.sources.find(
    (source): source is PostgresRecord =>
      source.engine === 'postgres-logical' && (wanted === undefined || source.name === wanted),
  )
  if (record === undefined) {
    throw new Failure(
      'missing',
      `backup ${chosen.id} has no PostgreSQL source${wanted === undefined ? '' : ` ${wanted}`}`,
    )
  }
  const config = environment.sources.find((source) => source.name === record.name)
  if (config?.type !== 'postgres') {
    throw new Failure(
      'config',
      `the environment file no longer has the source ${record.name} of backup ${chosen.id}`,
    )
  }
  return { record, config }
}

/** One for each of the environment's, and two at least. */
async function openStores({ stores }: Environment, laboratory: DrillLaboratory): Promise<DrillStore[]> {
  const names = stores.map(({ name }) => `double-of-${name}`)
  if (names.length === 1) names.push('second')
  const opened: DrillStore[] = []
  for (const name of names) opened.push(await laboratory.openStore(name))
  return opened
}

/** Brings the backup into a store of the laboratory. */
async function fetchBackup(
  environment: Environment,
  laboratory: DrillLaboratory,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<DrillStore> {
  const origin = await laboratory.openStore('origin')
  const outcome = await copyBackup(
    environment,
    run.backupId ?? '',
    { stores: [...ports.stores, origin.store], targets: [origin.store], dryRun: false },
    ports,
    new RunReport('replicate', environment.environment, ports),
  )
  if (outcome.whole.has(origin.store.name)) return origin
  throw (
    outcome.failures.get(origin.store.name) ??
    new Failure('missing', `backup ${run.backupId} could not be brought to the laboratory`)
  )
}

/** The application has to write again, by itself. */
async function demandService({ workload, sleep }: Scene): Promise<void> {
  const giveUp = async (): Promise<never> => {
    await sleep(serviceWithin)
    throw new Failure(
      'objective',
      `the application could not write again within ${serviceWithin / 1_000} s of the recovery: ${workload.lastFailure ?? 'no answer'}`,
    )
  }
  const given = giveUp()
  given.catch(() => undefined)
  await Promise.race([workload.untilAcknowledged(1), given])
}

async function compareTables(
  before: Awaited<ReturnType<typeof fingerprint>>,
  scene: Scene,
  end: DrillServer,
  compareUpTo: number,
): Promise<void> {
  scene.check(compareFingerprints(before, await fingerprint(end, scene.database, compareUpTo)))
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
  const mayLose =
    scenario.losesBack === 'to the last backup' ||
    (scenario.losesBack === 'to the standby' && scene.environment.drills?.replication !== 'synchronous')
  scene.check({
    name: 'acknowledged writes came back',
    status: losses.lost === 0 || mayLose ? 'passed' : 'failed',
    detail: `${losses.lost} of ${workload.acknowledged.length} acknowledged writes are lost${losses.lost === 0 ? '' : `: back ${scenario.losesBack}`}`,
    failure: 'integrity',
  })
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

function recordCheck(name: string, check: SceneCheck, run: RunReport<Aspect>): void {
  const { status, subjects = [], failure, hint } = check
  run.check({
    rung: 'drill',
    name: `${name}: ${check.name}`,
    status,
    detail: check.detail,
    subjects,
    failure: status === 'failed' ? (failure ?? 'objective') : null,
    ...(hint === undefined ? {} : { hint }),
    duration: 0,
  })
}
