import type { BackupId } from '../../domain/backup-id.ts'
import { asFailure } from '../../domain/failure.ts'
import { digestOf } from '../../vault/digest.ts'
import { type Lease, takeLease } from '../../vault/leases.ts'
import type { RunReport } from '../run-report.ts'
import type { RestoreInput, RestorePorts } from './restore-input.ts'

/**
 * Keeps two restores out of one place. A store that takes no lease must not stop a restore in the worst hour: only a lease
 * that another holds does.
 * @throws Failure `refused` when another restore is at work there
 */
export async function holdPlace(
  environment: string,
  id: BackupId,
  input: RestoreInput,
  ports: RestorePorts,
  run: RunReport,
): Promise<Pick<Lease, 'demand'> & AsyncDisposable> {
  try {
    const exclusive = placeName(id, input)
    return await takeLease(ports.stores, environment, { exclusive, why: `restore (${input.mode})` }, ports)
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'refused' || failure.kind === 'bug' || failure.kind === 'cancelled') throw error
    run.notice(
      'warning',
      `no store took the lease that keeps a second restore away: ${failure.message}; make sure that nobody else restores now`,
    )
    return { demand: async () => undefined, [Symbol.asyncDispose]: async () => undefined }
  }
}

/** Two restores beside, of different backups, do not meet; two into one database do. */
function placeName(id: BackupId, { mode, target }: RestoreInput): string {
  if (target !== null) return `restore-${digestOf(Buffer.from(target)).sha256.slice(0, 12)}`
  return mode === 'side-by-side' ? `restore-${id}` : 'restore'
}
