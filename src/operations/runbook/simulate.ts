import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import { judgeObjective } from '../../domain/objectives.ts'
import type { Report } from '../../domain/report.ts'
import type { Runbook, Step } from '../../domain/runbook/schema.ts'
import { following } from '../../domain/runbook/way.ts'
import { formatDuration, type Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { RunReport } from '../run-report.ts'
import { type Consent, checkConsent, consentFor, missingFor, reachable } from './consent.ts'
import { doubtsOf, lacksOf } from './lacks.ts'
import { checkSaid, type CheckVerb, givenFor, type RunbookInput } from './said.ts'
import { describeStep } from './steps.ts'

export type SimulationInput = Pick<RunbookInput, 'answers' | 'done' | 'skip' | 'given' | 'confirm'>

export interface SimulationPorts extends Ports {
  checkVerb: CheckVerb
  /** Whether a variable that a step names is set. */
  isSet: (name: string) => boolean
}

/**
 * Walks a runbook without doing anything: what each step would do, on the way that the answers lead, and whether the times
 * that are expected fit into the RTO. Decisions without an answer take the first one. Writes nothing, tells nobody. What a run
 * would refuse is refused here too; what it will ask for is said.
 */
export function simulateRunbook(
  environment: Environment,
  runbook: Runbook,
  input: SimulationInput,
  ports: SimulationPorts,
): Report {
  const run = new RunReport<'runbook'>('runbook', environment.environment, ports)
  run.about = runbook.incident
  run.dryRun = true
  try {
    checkSaid(runbook, input, ports.checkVerb)
    return new Simulation(environment, runbook, input, ports, run).all()
  } catch (error) {
    return run.fail(error)
  }
}

class Simulation {
  private readonly environment: Environment
  private readonly runbook: Runbook
  private readonly input: SimulationInput
  private readonly ports: SimulationPorts
  private readonly run: RunReport<'runbook'>
  private expected: Milliseconds = 0
  private untimed = 0
  private isLess = false
  private readonly lacking: string[] = []
  private readonly visited = new Set<string>()

  constructor(
    environment: Environment,
    runbook: Runbook,
    input: SimulationInput,
    ports: SimulationPorts,
    run: RunReport<'runbook'>,
  ) {
    this.environment = environment
    this.runbook = runbook
    this.input = input
    this.ports = ports
    this.run = run
  }

  all(): Report {
    const { run, runbook, input } = this
    let goal = 0
    for (const [index, step] of runbook.steps.entries()) {
      if (goal > index) continue
      const answer = this.answerTo(step)
      const isGiven = input.answers.has(step.id)
      const why =
        answer === null ? '' : `go on as answered ${answer}${isGiven ? '' : ' (the first answer)'}: `
      this.visit(step, why)
      goal = following(runbook.steps, index, answer)
    }
    for (const step of runbook.verification) this.visit(step, '')
    this.lookBeside()
    this.sayConsent()
    const isLate = this.judgeTime()
    const isUnheard = this.sayEscalation()
    run.notice('notice', 'this was a simulation: nothing was done, written or told')
    if (this.lacking.length > 0) {
      const failure = new Failure('config', `a run would fail: ${this.lacking.join('; ')}`, {
        hint: `Mend ${runbook.file}, or the environment file.`,
      })
      return run.finish('failed', failure)
    }
    return run.finish(isLate || isUnheard || this.isLess ? 'degraded' : 'passed', null)
  }

  /** Null for what is no decision, or is left out. */
  private answerTo(step: Step): string | null {
    if (step.type !== 'decision' || this.input.skip.has(step.id)) return null
    const [first = ''] = step.answers.keys()
    return this.input.answers.get(step.id) ?? first
  }

  private visit(step: Step, why: string): void {
    this.visited.add(step.id)
    const { done, skip, given } = this.input
    if (skip.has(step.id)) {
      this.isLess = true
      this.check(step, 'skipped', 'would be left out, as a person asked')
      return
    }
    if (done.has(step.id)) {
      // What is no work of a person's hands is vouched for.
      this.isLess ||= step.type !== 'manual'
      this.check(step, 'skipped', 'would be taken as done, as a person says')
      return
    }
    if (step.expect === undefined && step.type !== 'wait') this.untimed += 1
    this.expected += step.expect ?? (step.type === 'wait' ? step.for : 0)
    const lacks = lacksOf(step, this.environment)
    this.lacking.push(...lacks.map((text) => `${step.id}: ${text}`))
    const doubts = doubtsOf(step, this.environment, this.ports.isSet)
    this.isLess ||= doubts.length > 0
    const would = `would ${why}${describeStep(step, givenFor(step, given))}`
    const status = lacks.length > 0 ? 'failed' : doubts.length > 0 ? 'degraded' : 'skipped'
    this.check(step, status, [would, ...lacks, ...doubts].join('; '))
  }

  /** Steps that other answers lead to: what would fail there is better known now. */
  private lookBeside(): void {
    for (const step of reachable(this.runbook, this.input)) {
      if (this.visited.has(step.id) || this.input.skip.has(step.id) || this.input.done.has(step.id)) continue
      const lacks = lacksOf(step, this.environment)
      if (lacks.length === 0) continue
      this.isLess = true
      this.run.notice('warning', `with other answers the step ${step.id} would fail: ${lacks.join('; ')}`)
    }
  }

  /** What the run will ask for before its first step. @throws Failure `refused` when what was given is wrong */
  private sayConsent(): void {
    const { environment, input, ports, runbook, run } = this
    if (input.confirm !== null) {
      checkConsent(environment, runbook, input, new Map(), { run: { ...ports.run, reason: 'simulated' } })
    }
    const isAsked = (one: keyof Consent) =>
      reachable(runbook, input).filter(
        (step) => consentFor(step, environment)[one] && !input.skip.has(step.id) && !input.done.has(step.id),
      )
    const wanted = { confirm: isAsked('confirm'), reason: isAsked('reason') }
    const options = [
      ...(wanted.confirm.length === 0 ? [] : [`--confirm ${environment.environment}`]),
      ...(wanted.reason.length === 0 ? [] : ['--reason "…"']),
    ]
    if (options.length === 0) return
    const steps = new Set([...wanted.confirm, ...wanted.reason].map(({ id }) => id))
    const missing = missingFor(
      { confirm: wanted.confirm.length > 0, reason: wanted.reason.length > 0 },
      environment,
      { ...input, reason: ports.run.reason },
    )
    run.fact(
      'the run will want',
      `${options.join(' and ')}, for ${[...steps].join(', ')}${missing.length === 0 ? '; given' : `; ${missing.join(', ')}`}`,
    )
  }

  private judgeTime(): boolean {
    const { run, untimed, expected, runbook } = this
    const basis = `the times that its steps expect${untimed === 0 ? '' : `; ${untimed} of them name none`}; nothing was measured`
    const judged = judgeObjective('RTO', runbook.rto, expected, basis)
    // What is expected meets no objective; it can only be known to miss it.
    run.objectives.push(judged.met === false ? judged : { ...judged, met: null })
    return judged.met === false
  }

  private sayEscalation(): boolean {
    const { run, runbook, environment } = this
    const channels = (environment.notifications?.channels ?? []).map(({ name }) => name)
    let isUnheard = false
    for (const { after, who, channel } of runbook.escalation) {
      const isKnown = channels.includes(channel)
      isUnheard ||= !isKnown
      run.fact(
        `after ${formatDuration(after)}`,
        isKnown
          ? `${who} would be told by ${channel}`
          : `${who} would not be told: there is no channel ${channel}`,
      )
    }
    if (isUnheard) {
      run.notice('warning', 'a level of the escalation names a channel that the environment file has not')
      run.next.push(
        'Add the channel under notifications: of the environment file, or name another in the runbook.',
      )
    }
    return isUnheard
  }

  private check(step: Step, status: 'skipped' | 'degraded' | 'failed', detail: string): void {
    this.run.check({
      rung: 'runbook',
      name: `${step.id}: ${step.title}`,
      status,
      detail,
      subjects: [],
      failure: status === 'failed' ? 'config' : null,
      duration: 0,
    })
  }
}
