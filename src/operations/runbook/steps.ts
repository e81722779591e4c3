import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import type { Step, StepOf } from '../../domain/runbook/schema.ts'
import { formatDuration } from '../../domain/units.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FailOver } from '../../ports/failover.ts'
import type { HealthProbe } from '../../ports/target.ts'
import { shellArgument } from '../../vault/shell-text.ts'
import type { Addition } from './go-on.ts'
import type { CheckVerb } from './said.ts'

/** A program was ended from outside, by its time or by a signal: nobody knows how far it came. */
export class Interrupted extends Failure {
  constructor({ kind, message, hint, subjects }: Failure, cause: unknown) {
    super(kind, message, { subjects, cause, ...(hint === undefined ? {} : { hint }) })
  }
}

/** What the steps of a runbook reach the world through. */
export interface StepPorts {
  /**
   * Runs a verb as the command line would, with the run's keys, reason and confirmation. Null when it only answers.
   * @throws Failure
   */
  operate(step: StepOf<'operation'>, given: ReadonlyMap<string, string>): Promise<Report | null>
  /** Runs a program to its end. @throws Failure; `Interrupted` when it did not end by itself */
  command(what: string, words: readonly string[], step: StepOf<'command'> | StepOf<'failover'>): Promise<void>
  /** @throws Failure `config` when a variable is not set */
  probe(step: StepOf<'http'>): HealthProbe
  /** Also resolves the step's URLs. */
  failOver(
    step: StepOf<'failover'>,
    options: Pick<Parameters<FailOver>[0], 'fence' | 'vouched'>,
    signal: AbortSignal,
  ): ReturnType<FailOver>
  /** Asks whoever sits there; null where nobody does, or no answer came. @param answers null for any text */
  ask(question: string, answers: readonly string[] | null): Promise<string | null>
}

/** What a person has said about a step. */
export interface Said {
  /** That it is done. */
  done: boolean
  answer: string | null
  /** Inputs that the step asks for, and what was given. */
  given: ReadonlyMap<string, string>
}

export type StepOutcome =
  | { state: 'done'; detail: string; answer: string | null }
  /** Only a person can say how it goes on. */
  | { state: 'waiting'; question: string; ways: readonly Way[] }

/** One way to go on. */
export interface Way {
  /** In which case. */
  when: string
  says: Addition
}

/** Out of a step that was begun before, or has failed. */
export function waysRoundAgain({ id }: Step): [isDone: Way, again: Way] {
  return [
    { when: 'If it is done', says: { done: new Set([id]) } },
    { when: 'To do it again', says: { answers: new Map([[id, 'again']]) } },
  ]
}

interface DoPorts {
  steps: StepPorts
  clock: Clock
  signal: AbortSignal
  checkVerb: CheckVerb
  /** Is told right before something is done that may not be done twice. */
  begin: () => Promise<void>
}

/** Does one step. @throws Failure of what went wrong */
export async function doStep(step: Step, said: Said, ports: DoPorts): Promise<StepOutcome> {
  const { steps, clock, signal, begin } = ports
  if (step.type === 'operation') return operate(step, said, ports)
  if (step.type === 'decision') return decide(step, said, steps)
  if (step.type === 'manual') return byHand(step, said, steps)
  if (step.type === 'command') {
    await begin()
    await steps.command(step.title, step.run, step)
    return done(`${step.run[0] ?? ''} ended well`)
  }
  if (step.type === 'http') {
    const probe = steps.probe(step)
    const { attempts } = await probe.wait(clock, signal)
    return done(`${probe.what} answered ${attempts === 1 ? 'at once' : `at attempt ${attempts}`}`)
  }
  if (step.type === 'wait') {
    await clock.sleep(step.for, signal)
    return done(`waited ${formatDuration(step.for)}`)
  }
  return takeOver(step, said, steps, signal)
}

async function operate(
  step: StepOf<'operation'>,
  said: Said,
  { steps, begin, checkVerb }: DoPorts,
): Promise<StepOutcome> {
  const given = new Map(said.given)
  for (const [input, question] of step.ask) {
    if (given.has(input)) continue
    const answer = (await steps.ask(question, null)) ?? ''
    const problem = answer === '' ? undefined : checkVerb(step.verb, new Map([[input, answer]])).get(input)
    if (answer === '' || problem !== undefined) {
      const known = [...given, [input, '…'] as const]
      const says = { given: new Map(known.map(([name, value]) => [`${step.id}.${name}`, value])) }
      const again =
        problem === undefined ? question : `${question} (What was typed is not accepted; ${problem})`
      return { state: 'waiting', question: again, ways: [{ when: 'Then go on', says }] }
    }
    given.set(input, answer)
  }
  await begin()
  const report = await steps.operate(step, given)
  if (report === null) return done(`${step.verb} answered`)
  const { verdict, failure } = report
  if (verdict !== 'failed') return done(`${step.verb}: ${verdict}${whatCameBack(report)}`)
  throw new Failure(
    failure?.kind ?? 'objective',
    `${step.verb} failed${failure === null ? '' : `: ${failure.message}`}${whatCameBack(report)}`,
    {
      ...(failure === null || failure.hint === null ? {} : { hint: failure.hint }),
      subjects: failure?.subjects ?? [],
    },
  )
}

/** What a restore has put where, and what was lost by it: whoever reads the step must know. */
function whatCameBack({ restored, backupId }: Report): string {
  if (restored === undefined || restored.places.length === 0) return ''
  const kept = restored.places.flatMap(({ keptAs }) => (keptAs === null ? [] : [keptAs]))
  const loss =
    restored.dataLoss === null
      ? ''
      : `; what was written in the last ${formatDuration(restored.dataLoss)} is not in it`
  const exchanged =
    kept.length === 0
      ? ''
      : `; it stands in the place of what was in use, which is kept as ${kept.join(', ')}`
  return `; backup ${backupId ?? ''} came back in ${restored.places.map(({ database }) => database).join(', ')}${exchanged}${loss}`
}

async function takeOver(
  step: StepOf<'failover'>,
  said: Said,
  steps: StepPorts,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { fence } = step
  const { detail } = await steps.failOver(
    step,
    {
      fence: fence === undefined ? null : () => steps.command('fencing the primary', fence, step),
      vouched: said.answer === 'go',
    },
    signal,
  )
  return done(detail)
}

async function decide(step: StepOf<'decision'>, said: Said, steps: StepPorts): Promise<StepOutcome> {
  const answers = [...step.answers.keys()]
  const answer = said.answer ?? (await steps.ask(step.question, answers))
  if (answer === null) {
    return {
      state: 'waiting',
      question: `${step.question} (${answers.join(', ')})`,
      ways: answers.map((one) => ({
        when: `If the answer is ${one}, go on`,
        says: { answers: new Map([[step.id, one]]) },
      })),
    }
  }
  if (!step.answers.has(answer)) {
    throw new Failure('config', `${step.id}: ${answer} is no answer to it; accepted: ${answers.join(', ')}`)
  }
  return { ...done(`the answer was ${answer}`), answer }
}

async function byHand(step: StepOf<'manual'>, said: Said, steps: StepPorts): Promise<StepOutcome> {
  const isDone = said.done || (await steps.ask(`${step.do}\nIs it done?`, ['done'])) === 'done'
  if (isDone) return done('a person says that it is done')
  const says = { done: new Set([step.id]) }
  return { state: 'waiting', question: step.do, ways: [{ when: 'Then go on', says }] }
}

function done(detail: string): Extract<StepOutcome, { state: 'done' }> {
  return { state: 'done', detail, answer: null }
}

/** What a step would do, in a line. No secrets: variables stay names. */
export function describeStep(step: Step, given: ReadonlyMap<string, string> = new Map()): string {
  if (step.type === 'operation') {
    const inputs = [...step.with].map(([name, value]) =>
      value === 'true' ? ` --${name}` : ` --${name} ${shellArgument(value)}`,
    )
    const asked = [...step.ask.keys()].map((name) => {
      const value = given.get(name)
      // Conditions on rows hold what is in them.
      return ` --${name} ${value === undefined || name === 'rows' ? '…' : shellArgument(value)}`
    })
    return `lifeboat ${step.verb}${inputs.join('')}${asked.join('')}`
  }
  if (step.type === 'command') return `run ${step.run.join(' ')}`
  if (step.type === 'http') {
    const often = step.attempts === 1 ? '' : `, up to ${step.attempts} times`
    return `ask ${step.url.text} for status ${step.status}${often}`
  }
  if (step.type === 'wait') return `wait ${formatDuration(step.for)}`
  if (step.type === 'decision') {
    const ways = [...step.answers].map(([answer, goal]) => `${answer} → ${goal}`)
    return `ask: ${step.question} (${ways.join(', ')})`
  }
  if (step.type === 'manual') return `ask a person to do it: ${step.do}`
  const first =
    step.fence === undefined
      ? 'once a person has made sure that the primary is gone'
      : `fence the primary by ${step.fence.join(' ')}`
  return `${first}, promote ${step.replica.text}`
}
