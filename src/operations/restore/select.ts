import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { SourceRecord } from '../../domain/manifest.ts'
import type { BackupId } from '../../domain/backup-id.ts'
import { type ReadManifest, readManifest } from '../../vault/backups.ts'
import { chooseBackup } from '../../vault/choose-backup.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { listProofs } from '../../vault/proofs.ts'
import { newestProven } from '../../vault/proven.ts'
import { whyCondemned } from '../condemnation.ts'
import type { RunReport } from '../run-report.ts'
import { demandOrigin } from './guards.ts'
import type { RestoreInput, RestorePorts } from './restore-input.ts'

export interface Selection {
  /** The one that is meant, then, where falling back is allowed, the older ones, newest first. */
  candidates: BackupId[]
  /** A store did not answer, so that there may be a newer backup than this. */
  mayBeStale: boolean
}

/** Finds the backup that is meant. @throws Failure as `chooseBackup` does */
export async function selectBackup(
  environment: Environment,
  input: RestoreInput,
  ports: RestorePorts,
  run: RunReport,
): Promise<Selection> {
  const { stores, log, signal, clock } = ports
  const context = { log, signal }
  const chosen = await chooseBackup(stores, environment.environment, input.backup, {
    ...context,
    now: clock.now(),
    newestProven: async (ids) => {
      const listed = await listProofs(stores, environment.environment, context)
      return (await newestProven(stores, environment, ids, listed, context))?.id ?? null
    },
  })
  run.backupId = chosen.id
  const isById = chosen.id === input.backup
  for (const [store, failure] of chosen.unreachable) {
    const newer = isById ? '' : '; it may hold a newer backup'
    run.notice('warning', `store ${store} could not be asked for backups: ${failure.message}${newer}`)
  }
  log.info(`backup ${chosen.id}, in ${chosen.stores.join(', ')}`)
  return {
    candidates: [chosen.id, ...(input.fallBack ? chosen.older.map(({ id }) => id) : [])],
    mayBeStale: !isById && chosen.unreachable.size > 0,
  }
}

/**
 * The manifest of a backup, with its origin checked as the environment demands.
 * @throws Failure `integrity` or `missing` when no store has one that can be believed
 */
export async function readSelected(
  environment: Environment,
  id: BackupId,
  { stores, log, signal }: RestorePorts,
  run: RunReport,
): Promise<ReadManifest> {
  const read = await readManifest(stores, environment.environment, id, {
    publicKey: environment.signing.backup ?? null,
    protected: environment.protected,
    log,
    signal,
  })
  demandOrigin(environment, read, run)
  return read
}

/**
 * Says it when a restore test has shown this backup to be bad. It is restored all the same: it may be the best there is, and
 * what comes back is compared with what was dumped before anything is exchanged.
 */
export async function tellCondemnation(
  environment: Environment,
  { manifest: { id }, sha256, store }: ReadManifest,
  ports: RestorePorts,
  run: RunReport,
): Promise<void> {
  // The store that has just answered: recovery does not wait once more for one that is out of reach.
  const asked = { ...ports, stores: ports.stores.filter(({ name }) => name === store) }
  const { log, signal } = ports
  let why: string | null = null
  try {
    const listed = await listProofs(asked.stores, environment.environment, { log, signal, backupId: id })
    why = await whyCondemned(environment, { id, manifestSha256: sha256 }, listed, asked)
  } catch (error) {
    const failure = failureOfCopy(error, signal)
    if (failure.kind === 'bug') throw failure
    run.notice('notice', `what restore tests say of backup ${id} could not be read: ${failure.message}`)
  }
  if (run.restored !== undefined) run.restored.condemned = why !== null
  if (why === null) return
  run.notice(
    'warning',
    `backup ${id} may not come back: ${why}; latest-proven takes the newest that came back`,
  )
}

/** The sources of the backup that are to come back. @throws Failure `missing` */
export function wantedRecords({ manifest }: ReadManifest, input: RestoreInput): SourceRecord[] {
  if (input.source === null) {
    if (input.target !== null && manifest.sources.length > 1) {
      throw new Failure(
        'config',
        'one target cannot take several sources: say which one is meant with source',
      )
    }
    return manifest.sources
  }
  const records = manifest.sources.filter(({ name }) => name === input.source)
  if (records.length > 0) return records
  throw new Failure('missing', `backup ${manifest.id} has no source ${input.source}`, {
    hint: `It has ${manifest.sources.map(({ name }) => name).join(', ')}.`,
  })
}

/** The moment up to which all of the data is in the backup: of several sources the earliest. */
export function dataTime(records: readonly SourceRecord[]): number | null {
  const times = records.map((record) => Date.parse(record.snapshot.dataAt))
  return times.length === 0 ? null : Math.min(...times)
}
