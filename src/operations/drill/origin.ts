import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Manifest, SourceRecord } from '../../domain/manifest.ts'
import type { Aspect } from '../../domain/verdict.ts'
import type { DrillLaboratory, DrillStore } from '../../ports/laboratory.ts'
import { chooseBackup } from '../../vault/choose-backup.ts'
import { listProofs } from '../../vault/proofs.ts'
import { newestSound } from '../condemnation.ts'
import { copyBackup } from '../replicate/copy-backup.ts'
import { RunReport } from '../run-report.ts'
import type { DrillPorts } from './drill-ports.ts'

/**
 * The environment's newest backup that no restore test has shown to be bad: the one that a recovery would take. What was
 * passed over is said in the report.
 * @throws Failure `integrity` when restore tests have condemned every one
 */
export async function chooseOrigin(
  environment: Environment,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<Manifest> {
  const { stores, log, signal, clock } = ports
  const { environment: name } = environment
  const chosen = await chooseBackup(stores, name, 'latest', { log, signal, now: clock.now() })
  const candidates = [chosen, ...chosen.older]
  const { backup, passedOver } = await newestSound(
    environment,
    candidates.map(({ id }) => id),
    await listProofs(stores, name, { log, signal }),
    ports,
  )
  for (const { id, why } of passedOver) run.notice('warning', `backup ${id} is passed over: ${why}`)
  if (backup !== null) {
    run.backupId = backup.manifest.id
    return backup.manifest
  }
  const what = candidates.length === 1 ? 'the only backup' : `each of the ${candidates.length} backups`
  throw new Failure(
    'integrity',
    `no double can be built: restore tests have shown ${what} of ${name} to be bad; of the newest, ${passedOver[0]?.why}`,
    {
      hint: `Make a new backup now, \`lifeboat backup --environment ${name}\`, and prove it, \`lifeboat verify --environment ${name}\`.`,
    },
  )
}

/** The first source of an engine in that backup. @param what it is, for people */
export async function chooseSource<E extends SourceRecord['engine']>(
  engine: E,
  what: string,
  environment: Environment,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<Extract<SourceRecord, { engine: E }>> {
  const manifest = await chooseOrigin(environment, ports, run)
  const record = manifest.sources.find(
    (source): source is Extract<SourceRecord, { engine: E }> =>
      source.engine === engine && environment.sources.some(({ name }) => name === source.name),
  )
  if (record !== undefined) return record
  throw new Failure('missing', `backup ${manifest.id} has no ${what} that is in the environment file`, {
    hint: 'Make a backup with it first.',
  })
}

/** One for each of the environment's, and two at least. */
export async function openStores(
  { stores }: Environment,
  laboratory: Pick<DrillLaboratory, 'openStore'>,
): Promise<DrillStore[]> {
  const names = stores.map(({ name }) => `double-of-${name}`)
  if (names.length === 1) names.push('second')
  const opened: DrillStore[] = []
  for (const name of names) opened.push(await laboratory.openStore(name))
  return opened
}

/** Brings the backup into a store of the laboratory. */
export async function fetchBackup(
  environment: Environment,
  laboratory: Pick<DrillLaboratory, 'openStore'>,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<DrillStore> {
  const origin = await laboratory.openStore('origin')
  const outcome = await copyBackup(
    environment,
    run.backupId ?? '',
    { stores: ports.stores, targets: [origin.store], dryRun: false },
    ports,
    new RunReport('replicate', environment.environment, ports),
  )
  if (outcome.whole.has(origin.store.name)) return origin
  throw (
    outcome.failures.get(origin.store.name) ??
    new Failure('missing', `backup ${run.backupId} could not be brought to the laboratory`)
  )
}
