import type { BackupId } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import { type Lease, takeLease } from '../../vault/leases.ts'
import type { RunReport } from '../run-report.ts'

export interface UseRequest {
  environment: Environment
  backupId: BackupId
  /** As it follows the word "to": `prove this backup`. */
  why: string
  /** Those that answer, when that is known already: the others would only be waited for. */
  stores?: readonly Store[]
}

/**
 * Says in the stores that a backup is being made or read, so that retention leaves it alone. Taken before its manifest is
 * read, or its first artifact is written. It stops nothing: where no store takes it, the report says so.
 */
export async function useBackup(request: UseRequest, ports: Ports, run: RunReport): Promise<Lease> {
  const { environment, backupId, why, stores = ports.stores } = request
  const lease = await takeLease(stores, environment.environment, { use: backupId, why }, ports)
  if (lease.stores.length === 0) {
    const [failure] = lease.failures.values()
    run.notice(
      'notice',
      `no store took a lease on the backup, so retention does not know that it is in use: ${failure?.message ?? 'there is none'}`,
    )
  }
  return lease
}
