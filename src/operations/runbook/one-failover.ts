import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { StepOf } from '../../domain/runbook/schema.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { digestOf } from '../../vault/digest.ts'
import { hold } from '../leases/hold.ts'
import { type Journal, readJournals } from './journal.ts'

/** So long ago another run may have promoted a replica for this to be the same trouble. */
const reach: Milliseconds = 86_400_000

/**
 * Does a failover while no other run is at one, and after none that has promoted another replica: two runs, each with a
 * replica of its own, would make two primaries, and neither would see the other's.
 * @param isVouched a person has made sure of it
 * @param warn is told what could not be made sure of
 * @throws Failure `refused` with the run that was there before
 */
export async function oneFailover<T>(
  environment: Environment,
  step: StepOf<'failover'>,
  { journal, isVouched, warn }: { journal: Journal; isVouched: boolean; warn: (text: string) => void },
  ports: Ports,
  work: () => Promise<T>,
): Promise<T> {
  await using _lease = await hold(environment.environment, 'failover', 'fail over', ports, warn)
  if (!isVouched) await refuseSecond(environment, step, journal, ports, warn)
  return await work()
}

/** Tells one replica from another without saying where it is. */
export function markOfReplica({ replica }: StepOf<'failover'>): string {
  return digestOf(Buffer.from(replica.text)).sha256.slice(0, 16)
}

async function refuseSecond(
  environment: Environment,
  step: StepOf<'failover'>,
  journal: Journal,
  ports: Ports,
  warn: (text: string) => void,
): Promise<void> {
  const since = Math.min(journal.beganAt, ports.clock.now() - reach)
  const runs = await readJournals(environment, since, ports).catch((error: unknown) => {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'bug') throw error
    warn(`whether another run has promoted a replica could not be read: ${failure.message}`)
    return new Map<string, Journal>()
  })
  const own = markOfReplica(step)
  for (const { run, steps } of runs.values()) {
    if (run === journal.run) continue
    for (const { promoted, state, at } of steps.values()) {
      if (promoted === null || promoted === own || at < since) continue
      const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ')
      throw new Failure(
        'refused',
        `nothing is promoted: the run ${run} ${state === 'done' ? 'has' : 'may have'} promoted another replica, at ${when} UTC`,
        {
          hint: 'Look which server takes writes now. If that one is gone too, and cannot come back, answer go for this step.',
        },
      )
    }
  }
}
