import { asFailure } from '../../domain/failure.ts'
import type { Ports } from '../../ports/ports.ts'
import { type Lease, takeLease } from '../../vault/leases.ts'

export type Hold = Pick<Lease, 'demand'> & AsyncDisposable

/**
 * Keeps a second run of one kind away, for work of the worst hour: a store that takes no lease must not stop it, only a
 * lease that another holds does.
 * @param why as it follows the word "to": `restore (swap)`
 * @param warn is told when no store took it, so that a person looks after it
 * @throws Failure `refused` when another run is at it
 */
export async function hold(
  environment: string,
  name: string,
  why: string,
  ports: Ports,
  warn: (text: string) => void,
): Promise<Hold> {
  try {
    return await takeLease(ports.stores, environment, { exclusive: name, why }, ports)
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'refused' || failure.kind === 'bug' || failure.kind === 'cancelled') throw error
    warn(
      `no store took the lease that keeps a second run away: ${failure.message}; make sure that nobody else is at it`,
    )
    return { demand: async () => undefined, [Symbol.asyncDispose]: async () => undefined }
  }
}
