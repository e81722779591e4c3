import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import { judgeObjective } from '../../domain/objectives.ts'
import type { DeployedSummary } from '../../domain/report.ts'
import { formatDuration, type Milliseconds } from '../../domain/units.ts'
import { type Verdict, worse } from '../../domain/verdict.ts'
import type { Release } from '../../ports/target.ts'
import type { DeployPorts, DeployRun } from './deploy-input.ts'
import type { ForwardStep } from './forward.ts'
import type { Attempt } from './journal.ts'
import type { WayBack } from './way-back.ts'

/**
 * Holds the time in which the environment was not what it was before, nor yet what it should be, to the RTO.
 * @param isOpen whether a person still has work to do: then it can only be said that it is too late already
 */
export function measure(
  { objectives }: Environment,
  took: Milliseconds,
  basis: string,
  run: DeployRun,
  isOpen = false,
): void {
  const span = Math.round(took)
  const judged = judgeObjective('RTO', objectives.rto ?? null, span, basis)
  run.objectives.push(isOpen && judged.met === true ? { ...judged, met: null } : judged)
  run.fact('time of the change', formatDuration(span), span, 'milliseconds')
  if (judged.met === false)
    run.notice(
      'warning',
      `the RTO of ${formatDuration(objectives.rto ?? 0)} was missed: it took ${formatDuration(span)}`,
    )
}

export function whereItIs(now: string | null, before: Release | null, run: DeployRun): void {
  run.fact('release in service', now ?? 'a person has to look')
  run.fact('release before', before?.version ?? 'none')
}

/** Until something is begun. @param runs null where it is not known yet */
export function untouched(version: string, runs: string | null): DeployedSummary {
  return { version, state: 'untouched', runs, data: null, isAskedFor: false }
}

/** What has become of it, for the headline; and as a check, so that the step that failed is among them. */
export function tellDeployed(
  summary: Pick<DeployedSummary, 'version' | 'state' | 'runs'> & Partial<DeployedSummary>,
  trouble: { step: ForwardStep | null; failure: Failure } | null,
  run: DeployRun,
): void {
  const { version, runs } = summary
  run.deployed = { data: null, isAskedFor: false, ...summary }
  const where = trouble === null || trouble.step === null ? '' : ` at the step ${trouble.step}`
  run.check({
    rung: 'deployment',
    name: 'the version stands',
    status: trouble === null ? 'passed' : 'failed',
    detail:
      trouble === null ? `${runs ?? version} runs` : `${version} failed${where}: ${trouble.failure.message}`,
    subjects: trouble?.failure.subjects ?? [],
    failure: trouble?.failure.kind ?? null,
    duration: 0,
  })
}

/** Of a version that failed. */
export function tellTakenBack(
  { version, from }: Attempt,
  back: WayBack,
  trouble: { step: ForwardStep | null; failure: Failure },
  run: DeployRun,
): void {
  const { state } = back
  const runs = state === 'broken' ? null : (from?.version ?? null)
  tellDeployed({ version, state, runs, data: becameOfData(back) }, trouble, run)
}

export function becameOfData({ restored, data }: WayBack): DeployedSummary['data'] {
  return restored ? 'restored' : data.verdict === 'same' ? 'same' : 'left'
}

/** A release that nobody asked and nobody validated may be well; nothing says so. */
export function noteUnasked(
  version: string,
  isValidated: boolean,
  { ports, run }: { ports: DeployPorts; run: DeployRun },
): void {
  if (isValidated || ports.application.health !== null) return
  run.check({
    rung: 'deployment',
    name: 'the release is fit for service',
    status: 'degraded',
    detail: `nobody knows: ${version} was neither asked for its health (target.health) nor validated (deploy.validate)`,
    subjects: [],
    failure: null,
    duration: 0,
  })
}

/** Of a run that came to its end. */
export function verdictOf(run: DeployRun, validated: Verdict | null = null): Verdict {
  const isLess =
    run.checks.some(({ status }) => status === 'degraded') || run.objectives.some(({ met }) => met === false)
  return worse(isLess ? 'degraded' : 'passed', validated ?? 'passed')
}

/** Why it failed, and where that leaves the environment. @param back null when it was not to be taken back */
export function failedDeployment(
  { version, from }: Attempt,
  step: ForwardStep | null,
  cause: Failure,
  back: WayBack | null,
): Failure {
  const where = step === null ? '' : ` at the step ${step}`
  const what = `the deployment of ${version} failed${where}: ${cause.message}`
  const former = from?.version ?? 'what ran before'
  let ending = 'it was left as it is, as rollback is never'
  if (back?.state === 'rolled-back')
    ending = `${former} runs again${back.restored ? ', on the data from before it' : ''}`
  else if (back !== null)
    ending = `THE WAY BACK FAILED TOO, a person is needed: ${back.failure?.message ?? 'it is not known why'}`
  // Whoever looks at the kind alone must learn that the environment is not well.
  const kind = back?.state === 'broken' ? (back.failure?.kind ?? cause.kind) : cause.kind
  const hint = back?.state === 'broken' ? back.failure?.hint : cause.hint
  return new Failure(kind, `${what}; ${ending}`, {
    ...(hint === undefined ? {} : { hint }),
    subjects: [...cause.subjects, ...(back?.failure?.subjects ?? [])],
    cause,
  })
}
