import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Instant, Milliseconds } from '../../domain/units.ts'
import type { Aspect } from '../../domain/verdict.ts'
import type { Clock } from '../../ports/clock.ts'
import type { RunReport } from '../run-report.ts'
import type { Sabotage, Step } from './drill-ports.ts'
import type { Measured } from './judge.ts'
import type { SceneCheck, ScenarioOf } from './scenario.ts'
import type { Workload } from './workload.ts'

/** So many writes are acknowledged before the failure, that there is something to lose. */
const warmUp = 20
/** How long after a recovery its application is waited for. */
const serviceWithin = 10_000
const defaultRate = 50

export interface Playing<S> {
  strike: Strike
  measured: Measured
  sabotage: Sabotage<S> | undefined
  clock: Clock
  run: RunReport<Aspect>
}

/** The steps of a scenario, one after the other and measured. @param conclude the drill's own checks, once nobody writes */
export async function play<S extends Stage>(
  scenario: ScenarioOf<S>,
  scene: S,
  { strike, measured, sabotage, clock, run }: Playing<S>,
  conclude: () => Promise<void>,
): Promise<void> {
  const { name } = scenario
  const { workload } = scene
  const phase = <T>(what: string, work: () => Promise<T>) => run.phase(`${name}: ${what}`, work)
  const step = async <T>(which: Step, work: () => Promise<T>): Promise<T | null> => {
    const how = await sabotage?.[which]?.(scene)
    return how === 'instead' ? null : await work()
  }
  await phase('prepare', async () => {
    await workload.untilAcknowledged(warmUp)
    await scenario.prepare?.(scene)
    await workload.untilAcknowledged(1)
  })
  await phase('inject', () => step('inject', () => scenario.inject(scene)))
  strike.struck()
  const seen = await phase('detect', () => step('detect', () => scenario.detect(scene)))
  const detectedAt = clock.ticks()
  measured.detect = Math.round(detectedAt - strike.at().ticks)
  if (seen !== null) run.fact(`${name}: noticed`, seen)
  await phase('recover', async () => {
    await step('recover', () => scenario.recover(scene))
    if (scenario.restoresService) await demandService(scene, clock)
  })
  measured.recover = Math.round(clock.ticks() - detectedAt)
  await workload.stop()
  await phase('check', async () => {
    await step('check', () => scenario.check(scene))
    await conclude()
  })
}

interface Stage {
  readonly workload: Workload
  readonly signal: AbortSignal
}

/** The moment of the failure: the first that is told. */
export interface Strike {
  struck: () => void
  at: () => { instant: Instant; ticks: Milliseconds }
}

export function makeStrike(clock: Clock): Strike {
  let first: { instant: Instant; ticks: Milliseconds } | null = null
  const strike = () => (first ??= { instant: clock.now(), ticks: clock.ticks() })
  return { struck: () => void strike(), at: strike }
}

export function writeRateOf({ drills }: Environment): number {
  return drills?.writeRate ?? defaultRate
}

export function recordCheck(name: string, check: SceneCheck, run: RunReport<Aspect>): void {
  const { status, subjects = [], failure, hint } = check
  run.check({
    rung: 'drill',
    name: `${name}: ${check.name}`,
    status,
    detail: check.detail,
    subjects,
    failure: status === 'failed' ? (failure ?? 'objective') : null,
    ...(hint === undefined ? {} : { hint }),
    duration: 0,
  })
}

/** The application has to write again, by itself. */
async function demandService({ workload, signal }: Stage, clock: Clock): Promise<void> {
  const over = new AbortController()
  const giveUp = async (): Promise<never> => {
    await clock.sleep(serviceWithin, AbortSignal.any([signal, over.signal]))
    throw new Failure(
      'objective',
      `the application could not write again within ${serviceWithin / 1_000} s of the recovery: ${workload.lastFailure ?? 'no answer'}`,
    )
  }
  const given = giveUp()
  given.catch(() => undefined)
  try {
    await Promise.race([workload.untilAcknowledged(1), given])
  } finally {
    // What waits keeps the process alive.
    over.abort()
  }
}
