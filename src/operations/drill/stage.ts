import type { Environment } from '../../domain/environment/schema.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Aspect } from '../../domain/verdict.ts'
import type { RunReport } from '../run-report.ts'
import type { DrillPorts, Sabotage } from './drill-ports.ts'
import type { Measured } from './judge.ts'
import { makeStrike, play, recordCheck, writeRateOf } from './play.ts'
import { judgeWrites, type RecoveryPoints, recoveryPoints } from './recovery-points.ts'
import type { ScenarioOf, SceneCheck } from './scenario.ts'
import { lossesAmong, startWriting, type Workload, type Writer } from './workload.ts'

/** What every scene has that is not of a PostgreSQL source. */
export interface StageScene {
  readonly environment: Environment
  /** The backup of the environment that the double was made of. */
  readonly backupId: string
  readonly workload: Workload
  readonly points: RecoveryPoints
  /** The moment of the failure. */
  struck: () => void
  check: (check: SceneCheck) => void
  /** Waits; stops with the run. */
  sleep: (span: Milliseconds) => Promise<void>
  ticks: () => Milliseconds
  notice: (text: string) => void
  readonly signal: AbortSignal
}

/** A double that stands, with an application that can write to it. */
export interface Stage<S> {
  connect(): Promise<Writer>
  scene(common: StageScene): S
  /** Whether everything but the workload's writes is as it was, by the drill's own means. */
  compare(): Promise<SceneCheck>
  /** Numbers of the writes that are there, whole. */
  written(): Promise<ReadonlySet<number>>
}

/** Plays a scenario on a stage, and judges what came back of the writes. */
export async function playOn<S extends StageScene>(
  stage: Stage<S>,
  scenario: ScenarioOf<S>,
  sabotage: Sabotage<S> | undefined,
  world: { environment: Environment; measured: Measured; ports: DrillPorts; run: RunReport<Aspect> },
): Promise<void> {
  const { name } = scenario
  const { environment, measured, ports, run } = world
  const { clock, signal } = ports
  await using stack = new AsyncDisposableStack()
  const workload = startWriting(() => stage.connect(), writeRateOf(environment), ports)
  stack.defer(() => workload.stop())
  const points = recoveryPoints(workload)
  const strike = makeStrike(clock)
  const check = (found: SceneCheck) => recordCheck(name, found, run)
  const scene = stage.scene({
    environment,
    backupId: run.backupId ?? '',
    workload,
    points,
    struck: strike.struck,
    check,
    sleep: (span) => clock.sleep(span, signal),
    ticks: () => clock.ticks(),
    notice: (text) => run.notice('notice', `${name}: ${text}`),
    signal,
  })
  await play(scenario, scene, { strike, measured, sabotage, clock, run }, async () => {
    check(await stage.compare())
    const { acknowledged } = workload
    const losses = lossesAmong(acknowledged, await stage.written(), strike.at().instant)
    measured.losses = losses
    check(judgeWrites(scenario.losesBack, losses, acknowledged, points))
  })
}
