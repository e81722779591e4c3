import { asFailure } from '../../domain/failure.ts'
import { digestOf } from '../../vault/digest.ts'
import { type Lease, takeLease } from '../../vault/leases.ts'
import type { RunReport } from '../run-report.ts'
import type { RestoreInput, RestorePorts } from './restore-input.ts'

/**
 * Keeps two restores from putting an application on their data at once. A store that takes no lease must not stop a restore
 * in the worst hour: only a lease that another holds does.
 * @throws Failure `refused` when another restore is at it
 */
export async function holdPlace(
  environment: string,
  input: RestoreInput,
  ports: RestorePorts,
  run: RunReport,
): Promise<Pick<Lease, 'demand'> & AsyncDisposable> {
  try {
    const exclusive = placeName(input)
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

/** One for the environment; another for each place elsewhere, which may hold a password, so that only its digest shows. */
function placeName({ target }: RestoreInput): string {
  return target === null ? 'restore' : `restore-${digestOf(Buffer.from(target)).sha256.slice(0, 12)}`
}
