import type { PostgresRecord } from '../../domain/manifest.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { createArtifactReader } from '../../vault/artifact-reader.ts'
import { readManifest } from '../../vault/backups.ts'
import { chooseBackup } from '../../vault/choose-backup.ts'
import { backupFolder } from '../../vault/layout.ts'
import { keyringFor } from '../keyring.ts'
import { useBackup } from '../leases/use-lease.ts'
import { RunReport } from '../run-report.ts'
import { makeOpenedFolder, removeOpened, writeArtifact, writeOpened } from './opened-backup.ts'

export interface OpenInput {
  backup: string
  /** The source; null for the only one. */
  source: string | null
  /** Where it is put; must not exist. */
  into: string
}

/**
 * Fetches a backup and unseals one of its sources into a folder, for a later process that holds no key. The whole
 * of the trusted half of a trial on rows: no proposed code is on the machine's processor while this runs.
 */
export async function openBackup(environment: Environment, input: OpenInput, ports: Ports): Promise<Report> {
  const run = new RunReport('validate-pr', environment.environment, ports)
  try {
    await makeOpenedFolder(input.into)
    try {
      await run.phase('open the backup', () => open(environment, input, ports, run))
    } catch (error) {
      await removeOpened(input.into)
      throw error
    }
    return run.finish('passed', null)
  } catch (error) {
    return run.fail(error)
  }
}

async function open(environment: Environment, input: OpenInput, ports: Ports, run: RunReport): Promise<void> {
  const { stores, log, signal, clock, spool } = ports
  const name = environment.environment
  const chosen = await chooseBackup(stores, name, input.backup, { log, signal, now: clock.now() })
  run.backupId = chosen.id
  const use = { environment, backupId: chosen.id, why: 'try a pull request on it' }
  await using _lease = await useBackup(use, ports, run)
  const { manifest } = await readManifest(stores, name, chosen.id, {
    publicKey: environment.signing.backup ?? null,
    protected: environment.protected,
    log,
    signal,
  })
  const wanted = input.source ?? environment.pullRequests?.source ?? null
  const records = manifest.sources.filter(
    (record): record is PostgresRecord =>
      record.engine === 'postgres-logical' && (wanted === null || record.name === wanted),
  )
  const [record, second] = records
  if (record === undefined || second !== undefined) {
    throw new Failure('config', 'which source of the backup is meant is not clear', {
      hint: 'Name it under pull-requests.source.',
    })
  }
  const folder = backupFolder(name, manifest.id)
  const { opener, failure } = await keyringFor(manifest, folder, stores, ports, run)
  if (opener === null) throw failure ?? new Failure('access', 'nothing opens the backup')
  const reader = createArtifactReader({ stores, folder, opener, spool, log })
  let bytes = 0
  for (const artifact of record.artifacts) {
    signal.throwIfAborted()
    await writeArtifact(input.into, artifact, await reader.open(artifact, 'raw', signal), signal)
    bytes += artifact.storedSize
  }
  await writeOpened(input.into, { format: 1, environment: name, backupId: manifest.id, record })
  run.fact('opened', `${counted(record.artifacts.length, 'artifact')}, ${formatBytes(bytes)}`)
}
