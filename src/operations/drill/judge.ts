import type { ScenarioName } from '../../domain/environment/drills-schema.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import { judgeObjective } from '../../domain/objectives.ts'
import { counted, formatDuration, type Milliseconds } from '../../domain/units.ts'
import type { Aspect, Check, Verdict } from '../../domain/verdict.ts'
import type { RunReport } from '../run-report.ts'
import type { AnyScenario } from './scenario.ts'
import type { Losses } from './workload.ts'

/** What a rehearsal found out as far as it came. */
export interface Measured {
  scenario: AnyScenario
  /** From the failure to its notice. */
  detect: Milliseconds | null
  /** From its notice to service. */
  recover: Milliseconds | null
  losses: Losses | null
  failure: Failure | null
}

export interface Judged {
  verdict: Verdict
  failure: Failure | null
  /** Null when nothing was promised, or it could not be measured. */
  rtoMet: boolean | null
  rpoMet: boolean | null
}

/** What a scenario must keep: its own objectives, else the environment's. */
export function objectivesOf({ drills, objectives }: Environment, name: ScenarioName) {
  const own = drills?.objectives.find(({ scenario }) => scenario === name)
  return {
    rto: own?.rto ?? objectives.rto ?? null,
    rpo: own?.rpo ?? objectives.rpo ?? null,
    detect: own?.detect ?? objectives.detection ?? null,
  }
}

/** Figures, objectives and verdict of one scenario. @param checks those that are its own */
export function concludeRehearsal(
  environment: Environment,
  measured: Measured,
  checks: readonly Check<Aspect>[],
  run: RunReport<Aspect>,
): Judged {
  const { scenario, detect, recover, losses } = measured
  const { name } = scenario
  const promised = objectivesOf(environment, name)
  const missed: string[] = []
  if (detect !== null) {
    run.fact(`${name}: time to detect`, formatDuration(detect), detect, 'milliseconds')
    if (promised.detect !== null && detect > promised.detect) {
      missed.push(
        `it was noticed after ${formatDuration(detect)}, not within ${formatDuration(promised.detect)}`,
      )
    }
  }
  let rtoMet: boolean | null = null
  // A recovery that brought back the wrong data took no time that anybody may rely on.
  const isSound = measured.failure === null && !checks.some(({ status }) => status === 'failed')
  if (detect !== null && recover !== null) {
    run.fact(`${name}: time to recover`, formatDuration(recover), recover, 'milliseconds')
    if (isSound) {
      const basis = `${name}: a drill in the laboratory, from the failure to service`
      const rto = judgeObjective('RTO', promised.rto, detect + recover, basis)
      run.objectives.push(rto)
      rtoMet = rto.met
      if (rtoMet === false) missed.push(`the RTO of ${formatDuration(promised.rto ?? 0)} was missed`)
    }
  }
  let rpoMet: boolean | null = null
  if (losses !== null) {
    run.fact(`${name}: writes lost`, lossText(losses), losses.lost, 'count')
    run.fact(`${name}: age of lost writes`, formatDuration(losses.age), losses.age, 'milliseconds')
    if (isSound) {
      const { age, basis } = judgedLoss(environment, scenario, losses)
      const rpo = judgeObjective('RPO', promised.rpo, age, `${name}: ${basis}`)
      run.objectives.push(rpo)
      rpoMet = rpo.met
      if (rpoMet === false) missed.push(`the RPO of ${formatDuration(promised.rpo ?? 0)} was missed`)
    }
  }
  const failure = measured.failure ?? failedCheck(checks) ?? failedObjective(name, missed)
  const isLess = checks.some(({ status }) => status === 'degraded' || status === 'skipped')
  return {
    verdict: failure !== null ? 'failed' : isLess ? 'degraded' : 'passed',
    failure: failure === null ? null : about(name, failure),
    rtoMet,
    rpoMet,
  }
}

function lossText({ lost, age }: Losses): string {
  return lost === 0 ? 'none' : `${counted(lost, 'acknowledged write')}, the oldest ${formatDuration(age)} old`
}

/** The drill's own backup is seconds old; in service the newest one may be as old as the schedule lets it become. */
function judgedLoss(
  { objectives }: Environment,
  { losesBack }: AnyScenario,
  { age }: Losses,
): { age: Milliseconds; basis: string } {
  const every = objectives.backupEvery ?? 0
  if (losesBack !== 'to the last backup' || every <= age) {
    return { age, basis: 'age of the oldest acknowledged write that was lost' }
  }
  return {
    age: every,
    basis: `age that the newest backup may have by backup-every; in the drill it was ${formatDuration(age)}`,
  }
}

function failedCheck(checks: readonly Check<Aspect>[]): Failure | null {
  const failed = checks.find(({ status }) => status === 'failed')
  if (failed === undefined) return null
  return new Failure(failed.failure ?? 'objective', `${failed.name}: ${failed.detail}`, {
    ...(failed.hint === undefined ? {} : { hint: failed.hint }),
    subjects: failed.subjects,
  })
}

function failedObjective(name: string, missed: readonly string[]): Failure | null {
  if (missed.length === 0) return null
  return new Failure('objective', missed.join('; '), {
    hint: `The recovery works, but not as promised. Mend it, or promise less of ${name} under drills.objectives.`,
  })
}

function about(name: string, failure: Failure): Failure {
  if (failure.message.startsWith(`${name}: `)) return failure
  return new Failure(failure.kind, `${name}: ${failure.message}`, {
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    subjects: failure.subjects,
    cause: failure,
  })
}
