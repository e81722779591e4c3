import { asFailure, Failure } from '../../domain/failure.ts'
import { formatDuration, type Milliseconds } from '../../domain/units.ts'
import { type Lease, takeLease } from '../../vault/leases.ts'
import { environmentPlace } from '../restore/lease.ts'
import type { DeployPorts } from './deploy-input.ts'

/** How often it is looked whether the other run has ended. */
const pace: Milliseconds = 10_000

/**
 * Holds the environment's place for the whole deployment, so that neither another deployment nor a restore that exchanges
 * its data runs beside it. The lease of a run that was killed expires within minutes.
 * @throws Failure `refused` when another holds it after that time; whatever the stores failed with when none took it
 */
export async function takePlace(
  environment: string,
  { why, wait }: { why: string; wait: Milliseconds },
  ports: DeployPorts,
): Promise<Lease> {
  const { clock, signal, log } = ports
  const until = clock.ticks() + wait
  let isSaid = false
  for (;;) {
    try {
      return await takeLease(ports.stores, environment, { exclusive: environmentPlace, why }, ports)
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind !== 'refused') throw error
      if (clock.ticks() + pace > until) throw notOver(failure, wait)
      if (!isSaid) log.notice(`waiting for another run, at most ${formatDuration(wait)}: ${failure.message}`)
      isSaid = true
      await clock.sleep(pace, signal)
    }
  }
}

function notOver(failure: Failure, wait: Milliseconds): Failure {
  const waited = wait > 0 ? ` after ${formatDuration(wait)}` : ''
  return new Failure('refused', `another run is at work on this environment${waited}: ${failure.message}`, {
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    cause: failure,
  })
}
