import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Manifest, SourceRecord } from '../../domain/manifest.ts'
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
