import type { Environment } from '../../domain/environment/schema.ts'
import type { TargetOutcome } from '../../ports/target.ts'
import type { RunReport } from '../run-report.ts'
import type { RestoreInput, RestorePorts } from './restore-input.ts'

export interface RestoredPlace {
  source: string
  database: string
  /** Connection URL without password. */
  place: string
}

/** `done`: the application works on it; `manual`: a person has to do a part; `untouched`: it was not to be led there. */
export type ServiceOutcome = 'done' | 'manual' | 'untouched' | 'failed'

type StepName = 'restart' | 'health' | 'reroute'

/**
 * Restarts the application, waits until it is well, and leads it to the data. With `swap` and `in-place` the data lies
 * where it looks already, so what is left to lead there comes last; beside, it must know the new place before it starts.
 * @throws Failure of the first step that failed; those after it are skipped
 */
export async function bringIntoService(
  environment: Environment,
  input: RestoreInput,
  places: readonly RestoredPlace[],
  ports: RestorePorts,
  run: RunReport,
): Promise<ServiceOutcome> {
  const order: StepName[] =
    input.mode === 'side-by-side' ? ['reroute', 'restart', 'health'] : ['restart', 'health', 'reroute']
  let outcome: ServiceOutcome = 'done'
  for (const [index, name] of order.entries()) {
    const reason = reasonToSkip(name, environment, input, ports)
    if (reason !== null) {
      skip(name, reason, ports, run)
      continue
    }
    try {
      const { status, detail } = await run.phase(
        name,
        () => doStep(name, places, ports),
        ({ status, detail }) => ({ status, detail }),
      )
      if (status === 'manual') {
        outcome = 'manual'
        run.next.push(detail)
        ports.log.warning(detail)
      }
    } catch (error) {
      for (const later of order.slice(index + 1)) skip(later, `as ${name} failed`, ports, run)
      throw error
    }
  }
  return input.mode === 'side-by-side' && !input.reroute ? 'untouched' : outcome
}

async function doStep(
  name: StepName,
  places: readonly RestoredPlace[],
  { application, clock, signal }: RestorePorts,
): Promise<TargetOutcome> {
  const { target, health } = application
  if (name === 'restart') return target.restart(signal)
  if (name === 'health') {
    if (health === null) return { status: 'manual', detail: 'Make sure that the application is well.' }
    const { attempts } = await health.wait(clock, signal)
    const asked = attempts === 1 ? 'at the first attempt' : `after ${attempts} attempts`
    return { status: 'done', detail: `${health.what} answered ${asked}` }
  }
  let last: TargetOutcome = { status: 'done', detail: 'nothing to lead the application to' }
  for (const { place, source } of places)
    last = await target.reroute(application.urlOf(place, source), signal)
  return last
}

/** Null when the step is to be taken. */
export function reasonToSkip(
  name: StepName,
  { target }: Environment,
  input: Pick<RestoreInput, 'mode' | 'reroute'>,
  { application }: Pick<RestorePorts, 'application'>,
): string | null {
  if (input.mode === 'side-by-side' && !input.reroute) {
    return 'the application still works on what it worked on before'
  }
  if (name === 'reroute' && input.mode !== 'side-by-side' && target?.reroute === undefined) {
    return 'the data lies where the application looks already'
  }
  return name === 'health' && application.health === null && application.target.kind !== 'manual'
    ? 'target.health is not configured'
    : null
}

function skip(name: string, reason: string, { clock }: RestorePorts, run: RunReport): void {
  run.addPhase({ name, startedAt: clock.now(), duration: 0, status: 'skipped', detail: reason })
}
