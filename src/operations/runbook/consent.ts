import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Runbook, Step } from '../../domain/runbook/schema.ts'
import { following } from '../../domain/runbook/way.ts'
import type { Ports } from '../../ports/ports.ts'
import { putsOnOtherData, type RunbookInput } from './said.ts'

/** What a step wants to be told by whoever starts the run. */
export interface Consent {
  confirm: boolean
  reason: boolean
}

/** As the operation that it calls would demand it. */
export function consentFor(step: Step, { protected: isProtected }: Pick<Environment, 'protected'>): Consent {
  const none = { confirm: false, reason: false }
  if (step.type !== 'operation' || step.with.get('dry-run') === 'true') return none
  if (step.verb === 'restore' && putsOnOtherData(step.with)) return { confirm: true, reason: true }
  if (step.verb === 'env clean') return { confirm: true, reason: false }
  if (!isProtected) return none
  if (step.verb === 'env stop') return { confirm: true, reason: false }
  if (step.verb === 'deploy') {
    const steps = step.with.get('steps')
    const changes = steps === undefined || /\bdeploy\b/.test(steps)
    return { confirm: changes, reason: changes }
  }
  return step.verb === 'repair' ? { confirm: true, reason: true } : none
}

/** What is missing of it, for people. */
export function missingFor(
  { confirm, reason }: Consent,
  environment: Pick<Environment, 'environment'>,
  given: Pick<RunbookInput, 'confirm'> & { reason: string | null },
): string[] {
  const isWrong = given.confirm !== null && given.confirm !== environment.environment
  return [
    ...(confirm && given.confirm === null ? ['confirm is not given'] : []),
    ...(confirm && isWrong
      ? [`confirm is ${JSON.stringify(given.confirm?.slice(0, 60))}, not the name of the environment`]
      : []),
    ...(reason && (given.reason ?? '').trim() === '' ? ['no reason is given'] : []),
  ]
}

/**
 * Before anybody is asked anything: what the steps that may be come to will demand is there. Whoever has answered as far as
 * to go round those steps need not confirm them.
 * @throws Failure `refused`
 */
export function checkConsent(
  environment: Environment,
  runbook: Runbook,
  input: Pick<RunbookInput, 'answers' | 'done' | 'skip' | 'confirm'>,
  past: ReadonlyMap<string, { state: string; answer: string | null }>,
  { run }: Pick<Ports, 'run'>,
): void {
  const name = environment.environment
  for (const step of reachable(runbook, input, past)) {
    const state = past.get(step.id)?.state
    if (state === 'done' || state === 'skipped' || input.done.has(step.id) || input.skip.has(step.id))
      continue
    const missing = missingFor(consentFor(step, environment), environment, { ...input, reason: run.reason })
    if (missing.length === 0) continue
    throw new Failure('refused', `the step ${step.id} (${step.title}) takes consent: ${missing.join('; ')}`, {
      hint: `Give the name and why: on a terminal --confirm ${name} --reason "…", in a job the inputs confirm and reason. Nothing was done or asked. An answer that leads round the step needs neither.`,
    })
  }
}

/** The steps that may be come to with the answers that are known. */
export function reachable(
  { steps, verification }: Pick<Runbook, 'steps' | 'verification'>,
  { answers, skip }: Pick<RunbookInput, 'answers' | 'skip'>,
  past: ReadonlyMap<string, { answer: string | null }> = new Map(),
): Step[] {
  const found = new Set<number>()
  const open = [0]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const step = steps[index]
    if (step === undefined || found.has(index)) continue
    found.add(index)
    if (step.type !== 'decision' || skip.has(step.id)) {
      open.push(index + 1)
      continue
    }
    const known = past.get(step.id)?.answer ?? answers.get(step.id)
    const possible = known === undefined ? step.answers.keys() : [known]
    for (const answer of possible) open.push(following(steps, index, answer))
  }
  return [...steps.filter((_, index) => found.has(index)), ...verification]
}
