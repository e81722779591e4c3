import { Failure } from '../../domain/failure.ts'
import type { Runbook, Step, StepOf } from '../../domain/runbook/schema.ts'
import type { Instant } from '../../domain/units.ts'
import type { JournalStep } from './journal.ts'

export interface RunbookInput {
  /** A run to go on with; null to begin one. */
  run: string | null
  /** Begins one also where another run of the same incident is open. */
  isAnother: boolean
  /** When the incident began; null for now. */
  beganAt: Instant | null
  /** Answers to decisions, by step. */
  answers: ReadonlyMap<string, string>
  /** Steps that a person says are done. */
  done: ReadonlySet<string>
  /** Steps that a person leaves out. */
  skip: ReadonlySet<string>
  /** Inputs that steps ask for, by step and input: `restore.backup`. */
  given: ReadonlyMap<string, string>
  /** The name of the environment, typed by whoever started it. */
  confirm: string | null
  /** Further options of this call that the next one needs as well, by name. Paths and words; never a secret. */
  options: ReadonlyMap<string, string>
}

/** Says what a verb would refuse, by key of its inputs. */
export type CheckVerb = (verb: string, inputs: ReadonlyMap<string, string>) => ReadonlyMap<string, string>

/** @throws Failure `config` when something is said of a step that there is not, or that it does not take */
export function checkSaid(
  { steps, verification, incident }: Runbook,
  { answers, done, skip, given }: Pick<RunbookInput, 'answers' | 'done' | 'skip' | 'given'>,
  checkVerb: CheckVerb,
): void {
  const all = [...steps, ...verification]
  const known = all.map(({ id }) => id)
  const unknown = [...answers.keys(), ...done, ...skip].filter((id) => !known.includes(id))
  const problems =
    unknown.length === 0 ? [] : [`${incident} has no step ${unknown.join(', ')}; it has ${known.join(', ')}`]
  for (const [key, value] of given) {
    const [id = '', name = ''] = key.split('.', 2)
    const step = all.find((one) => one.id === id)
    if (step?.type !== 'operation' || !step.ask.has(name)) {
      problems.push(`${incident} has no step that asks for ${key}`)
      continue
    }
    const problem = checkVerb(step.verb, new Map([[name, value]])).get(name)
    if (problem !== undefined) problems.push(`${key} is not accepted; ${problem}`)
  }
  for (const step of all) {
    const answer = answers.get(step.id)
    const accepted = acceptedAnswers(step)
    if (answer === undefined || accepted.includes(answer)) continue
    problems.push(
      accepted.length === 0
        ? `${step.id} asks nothing; say under done that it is done`
        : `${answer} is no answer to ${step.id}; accepted: ${accepted.join(', ')}`,
    )
  }
  if (problems.length > 0) throw new Failure('config', problems.join('; '))
}

export function givenFor(step: Step, given: ReadonlyMap<string, string>): Map<string, string> {
  const start = `${step.id}.`
  return new Map(
    [...given].flatMap(([key, value]) => (key.startsWith(start) ? [[key.slice(start.length), value]] : [])),
  )
}

function acceptedAnswers(step: Step): string[] {
  if (step.type === 'decision') return [...step.answers.keys()]
  if (step.type === 'failover') return ['go']
  return step.type === 'command' || step.type === 'operation' ? ['again'] : []
}

/** Whether a person must look before it is done again: it was begun, or failed midway, and twice is not as once. */
export function isDoneOnce(step: Step, before: JournalStep['state'] | undefined): boolean {
  if (step.type === 'command') return step.again === 'ask' && before === 'begun'
  return step.type === 'operation' && changesService(step) && (before === 'begun' || before === 'failed')
}

/** Whether a failure of it is settled: a run that is gone on with does not halt again what has come up since. */
export function isPassedOver(step: Step): boolean {
  if (step.onFailure !== 'go-on') return false
  return step.type === 'command' ? step.again === 'ask' : isDoneOnce(step, 'failed')
}

/** A restore that exchanges, or leads the application elsewhere, and a deployment. */
function changesService({ verb, with: inputs }: StepOf<'operation'>): boolean {
  return verb === 'deploy' || (verb === 'restore' && putsOnOtherData(inputs))
}

export function putsOnOtherData(inputs: ReadonlyMap<string, string>): boolean {
  return (inputs.get('mode') ?? 'side-by-side') !== 'side-by-side' || inputs.get('reroute') === 'true'
}
