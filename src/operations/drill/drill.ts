import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { subjectWord } from '../../domain/subject.ts'
import { formatDuration } from '../../domain/units.ts'
import type { Aspect, Check, Verdict } from '../../domain/verdict.ts'
import { recordEvent } from '../ledger/record.ts'
import { RunReport, tellBug } from '../run-report.ts'
import { checkSigningKey } from '../signing-keys.ts'
import { type Applicability, applicability } from './applicability.ts'
import type { DrillInput, DrillPorts } from './drill-ports.ts'
import { concludeRehearsal, type Judged, type Measured, objectivesOf } from './judge.ts'
import { rehearse } from './rehearse.ts'
import { rehearseRedis } from './rehearse-redis.ts'
import { rehearseTree } from './rehearse-tree.ts'
import type { AnyScenario } from './scenario.ts'

export type { DrillInput, DrillPorts } from './drill-ports.ts'

/**
 * Rehearses failures: builds a double of the environment from a backup, brings each failure about there, recovers by
 * the operations that a real recovery uses, and measures. Nothing of the environment itself is touched; its stores are read,
 * and take the event of the ledger. Expected troubles end in the report.
 */
export async function drill(environment: Environment, input: DrillInput, ports: DrillPorts): Promise<Report> {
  const run = new RunReport<Aspect>('drill', environment.environment, ports)
  try {
    const { chosen, leftOut } = choose(environment, input, ports)
    run.about = chosen.map(({ name }) => name).join(', ')
    for (const one of leftOut) run.check(notRehearsed(one))
    if (input.dryRun) return plan(environment, chosen, run)
    // Whatever is measured must be believed later.
    checkSigningKey(environment, 'verify', ports.keys.signing)
    let failure: Failure | null = null
    const troubled = leftOut.map(({ name }) => subjectWord(name))
    for (const scenario of chosen) {
      const judged = await one(environment, scenario, ports, run)
      failure = worst(failure, judged.failure)
      if (judged.verdict !== 'passed') troubled.push(subjectWord(scenario.name))
    }
    run.subject = { tried: chosen.map(({ name }) => subjectWord(name)), troubled, answers: 'tried' }
    return run.finish(failure !== null ? 'failed' : withoutFailure(run), failure)
  } catch (error) {
    return run.fail(error)
  }
}

/** One scenario, whatever becomes of it, and its event. */
async function one(
  environment: Environment,
  scenario: AnyScenario,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<Judged> {
  const measured: Measured = { scenario, detect: null, recover: null, losses: null, failure: null }
  const checksBefore = run.checks.length
  try {
    await demandPrograms(scenario, ports)
    if (scenario.doubles === 'files') await rehearseTree(environment, scenario, measured, ports, run)
    else if (scenario.doubles === 'redis') await rehearseRedis(environment, scenario, measured, ports, run)
    else await rehearse(environment, scenario, measured, ports, run)
  } catch (error) {
    ports.signal.throwIfAborted()
    measured.failure = asFailure(error)
    if (measured.failure.kind === 'bug') tellBug(measured.failure, ports.log)
  }
  const judged = concludeRehearsal(environment, measured, run.checks.slice(checksBefore), run)
  await recordEvent(ports, environment, {
    type: 'drill',
    outcome: { verdict: judged.verdict, failure: judged.failure?.kind ?? null },
    backupId: run.backupId,
    details: {
      scenario: scenario.name,
      detect: measured.detect,
      recover: measured.recover,
      lostWrites: measured.losses?.lost ?? null,
      lossAge: measured.losses?.age ?? null,
      rtoMet: judged.rtoMet,
      rpoMet: judged.rpoMet,
    },
  })
  return judged
}

/** As somebody without Lifeboat finds them. */
const path = '/usr/local/bin:/usr/bin:/bin'

/** @throws Failure `missing` before the minutes that a double takes */
async function demandPrograms(
  { programs = [] }: AnyScenario,
  { processes, signal }: DrillPorts,
): Promise<void> {
  const missing: string[] = []
  for (const program of programs) {
    try {
      await processes.run(program, ['--version'], { environment: { PATH: path }, signal })
    } catch (error) {
      signal.throwIfAborted()
      if (asFailure(error).kind !== 'missing') throw error
      missing.push(program)
    }
  }
  if (missing.length === 0) return
  throw new Failure('missing', `there is no ${missing.join(' and no ')} on this machine`, {
    hint: `Install what the recovery by hand needs: apt-get install ${programs.join(' ')}. It is looked for in ${path.replaceAll(':', ', ')}.`,
  })
}

function worst(a: Failure | null, b: Failure | null): Failure | null {
  if (a === null || b === null) return a ?? b
  return a.kind === 'objective' ? b : a
}

function withoutFailure({ checks }: RunReport<Aspect>): Verdict {
  return checks.some(({ status }) => status === 'degraded' || status === 'skipped') ? 'degraded' : 'passed'
}

interface Choice {
  chosen: AnyScenario[]
  /** Named by the environment file, and not applicable. */
  leftOut: Applicability[]
}

/** @throws Failure `config` when the scenario is unknown, or makes no sense for this environment */
function choose(environment: Environment, { scenario }: DrillInput, ports: DrillPorts): Choice {
  const known = applicability(environment, ports.scenarios)
  if (scenario === null) {
    const wanted = known.filter(({ isWanted }) => isWanted)
    const chosen = wanted.flatMap(({ scenario: found, why }) => (why === null ? (found ?? []) : []))
    const leftOut = wanted.filter(({ isNamed, why }) => isNamed && why !== null)
    if (chosen.length > 0) return { chosen, leftOut }
    const reasons = leftOut.map(({ name, why }) => ` (${name}: ${why})`).join('')
    throw new Failure('config', `no scenario of drills.scenarios applies to this environment${reasons}`, {
      hint: `\`lifeboat drill list --environment ${environment.environment}\` says which apply, and why others do not.`,
    })
  }
  const found = known.find(({ name }) => name === scenario)
  if (found === undefined) {
    throw new Failure('config', `there is no scenario ${JSON.stringify(scenario.slice(0, 60))}`, {
      hint: `There are: ${known.map(({ name }) => name).join(', ')}.`,
    })
  }
  if (found.scenario === null || found.why !== null) {
    throw new Failure('config', `${found.name} does not apply to this environment: ${found.why}`, {
      hint: `\`lifeboat drill list --environment ${environment.environment}\` says which apply.`,
    })
  }
  return { chosen: [found.scenario], leftOut: [] }
}

/** A source that is removed must not end its drills unnoticed. */
function notRehearsed({ name, why }: Applicability): Check<Aspect> {
  return {
    rung: 'drill',
    name: `${name}: rehearsed as the environment file asks`,
    status: 'skipped',
    detail: `it does not apply to this environment: ${why}`,
    subjects: [],
    failure: null,
    hint: `Take ${name} out of drills.scenarios, or bring back what it rehearses.`,
    duration: 0,
  }
}

/** What would be done; nothing is touched, nor read. */
function plan(environment: Environment, chosen: readonly AnyScenario[], run: RunReport<Aspect>): Report {
  for (const { name, summary, steps } of chosen) {
    run.fact(name, summary)
    for (const [step, text] of Object.entries(steps)) run.fact(`${name}: ${step}`, text)
    const { rto, rpo, detect } = objectivesOf(environment, name)
    const shown = [
      ...(rto === null ? [] : [`RTO ${formatDuration(rto)}`]),
      ...(rpo === null ? [] : [`RPO ${formatDuration(rpo)}`]),
      ...(detect === null ? [] : [`noticed within ${formatDuration(detect)}`]),
    ]
    run.fact(`${name}: objectives`, shown.length === 0 ? 'none: it is measured only' : shown.join(', '))
  }
  run.dryRun = true
  run.notice('notice', 'a dry run: nothing was started, and nothing stands in the ledger')
  return run.finish(withoutFailure(run), null)
}
