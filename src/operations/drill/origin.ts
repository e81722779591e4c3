import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Manifest } from '../../domain/manifest.ts'
import type { Aspect } from '../../domain/verdict.ts'
import type { DrillLaboratory, DrillStore } from '../../ports/laboratory.ts'
import { readManifest } from '../../vault/backups.ts'
import { chooseBackup } from '../../vault/choose-backup.ts'
import { copyBackup } from '../replicate/copy-backup.ts'
import { RunReport } from '../run-report.ts'
import type { DrillPorts } from './drill-ports.ts'

/** The environment's newest backup that can be believed. */
export async function chooseOrigin(
  environment: Environment,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<Manifest> {
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
  return manifest
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
