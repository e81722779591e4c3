import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure, type FailureKind } from '../../domain/failure.ts'
import { isNews } from '../../domain/news.ts'
import { judgeObjective } from '../../domain/objectives.ts'
import type { Report } from '../../domain/report.ts'
import type { Runbook, Step } from '../../domain/runbook/schema.ts'
import { following } from '../../domain/runbook/way.ts'
import { formatDuration } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import { hold } from '../leases/hold.ts'
import { outcomeOf } from '../ledger/record.ts'
import { RunReport, tellBug } from '../run-report.ts'
import { type Herald, openHerald, type Tell } from './herald.ts'
import { checkConsent } from './consent.ts'
import { type Addition, commandToGoOn } from './go-on.ts'
import { type Journal, type JournalStep, settle, whatIsMissing, writeEntry } from './journal.ts'
import { markOfReplica, oneFailover } from './one-failover.ts'
import { openJournal, signedPorts } from './open-journal.ts'
import { checkSaid, type CheckVerb, givenFor, isDoneOnce, isPassedOver, type RunbookInput } from './said.ts'
import { doStep, Interrupted, type Said, type StepPorts, type Way, waysRoundAgain } from './steps.ts'

export interface RunbookPorts extends Ports {
  steps: StepPorts
  tell: Tell
  checkVerb: CheckVerb
}

export interface RunbookResult {
  report: Report
  /** Id of the run, to go on with it. */
  run: string
  state: 'done' | 'waiting' | 'failed'
  /** The step that waits for a person. */
  waitingFor: string | null
}

/**
 * Carries a runbook out, step by step, each recorded in the ledger as soon as it is done: whatever ends this process, the
 * same run goes on where it stood. It ends by itself when a person has to act where none sits. The clock is the incident's:
 * it runs while a person is waited for, and those named under `escalation` are told by it.
 */
export async function runRunbook(
  environment: Environment,
  runbook: Runbook,
  input: RunbookInput,
  given: RunbookPorts,
): Promise<RunbookResult> {
  const run = new RunReport<'runbook'>('runbook', environment.environment, given)
  run.about = runbook.incident
  const result: Omit<RunbookResult, 'report'> = { run: input.run ?? '', state: 'failed', waitingFor: null }
  let goOn: (() => string) | null = null
  try {
    checkSaid(runbook, input, given.checkVerb)
    const ports = signedPorts(environment, runbook, given)
    if (input.run === null) checkConsent(environment, runbook, input, new Map(), ports)
    const journal = await openJournal(environment, runbook, input, ports, run.next)
    if (input.run !== null) checkConsent(environment, runbook, input, journal.steps, ports)
    result.run = journal.run
    const missing = whatIsMissing(journal)
    if (missing !== null) {
      run.notice(
        'warning',
        `how far the run has come is not known for sure, because ${missing}: where nothing says that a step was done, and twice is not as once, a person is asked first`,
      )
    }
    goOn = () => commandToGoOn(environment, runbook, journal, input)
    await using _lease = await hold(
      environment.environment,
      `runbook-${journal.run.toLowerCase()}`,
      `run ${runbook.incident}`,
      ports,
      (text) => run.notice('warning', text),
    )
    // Not before: that a run was refused because another is at work is no trouble of the incident.
    run.incident = { id: runbook.incident, beganAt: journal.beganAt, isOver: false }
    using herald = openHerald(environment, runbook, journal, ports)
    await herald.begin()
    const walk = new Walk(environment, runbook, input, journal, herald, ports, run)
    const ended = await walk.all()
    await recordStop(environment, journal, ended, ports)
    result.state = ended.state
    result.waitingFor = ended.waitingFor
    return { ...result, report: ended.report }
  } catch (error) {
    return { ...result, report: run.fail(goOn === null ? error : withCommand(error, goOn)) }
  }
}

/** Whoever stopped a run goes on with it: to begin another would be refused as long as it is open. */
function withCommand(error: unknown, goOn: () => string): unknown {
  const failure = asFailure(error)
  if (failure.kind !== 'cancelled') return error
  const { message, subjects } = failure
  return new Failure('cancelled', message, {
    hint: `To go on from there: ${goOn()}`,
    subjects,
    cause: failure,
  })
}

/** So that the next run knows of which trouble people were told. That a person is waited for is none. */
async function recordStop(
  environment: Environment,
  journal: Journal,
  { report, state }: Ended,
  ports: RunbookPorts,
): Promise<void> {
  if (state === 'done' || !isNews(report)) return
  await writeEntry(environment, journal, { entry: 'stopped' }, ports, outcomeOf(report))
}

interface Ended {
  report: Report
  state: RunbookResult['state']
  waitingFor: string | null
}

class Walk {
  private readonly environment: Environment
  private readonly runbook: Runbook
  private readonly input: RunbookInput
  private readonly journal: Journal
  private readonly herald: Herald
  private readonly ports: RunbookPorts
  private readonly run: RunReport<'runbook'>
  private isLess = false

  constructor(
    environment: Environment,
    runbook: Runbook,
    input: RunbookInput,
    journal: Journal,
    herald: Herald,
    ports: RunbookPorts,
    run: RunReport<'runbook'>,
  ) {
    this.environment = environment
    this.runbook = runbook
    this.input = input
    this.journal = journal
    this.herald = herald
    this.ports = ports
    this.run = run
  }

  async all(): Promise<Ended> {
    const { steps, verification } = this.runbook
    let goal = 0
    for (const [index, step] of steps.entries()) {
      if (goal === steps.length) break
      if (goal > index) {
        this.check(step, 'skipped', `not on the way that was taken`, 0)
        continue
      }
      const ended = await this.one(step)
      if ('report' in ended) return ended
      goal = following(steps, index, ended.answer)
    }
    const before = this.passed()
    for (const step of verification) {
      const ended = await this.one(step)
      if ('report' in ended) return ended
    }
    if (this.passed() === before) return this.unverified()
    this.judgeTime(true)
    const missed = this.run.objectives.some(({ met }) => met === false)
    const verdict: Verdict = this.isLess || missed ? 'degraded' : 'passed'
    const { incident, beganAt } = this.journal
    this.run.incident = { id: incident, beganAt, isOver: true }
    const report = this.run.finish(verdict, null)
    await writeEntry(this.environment, this.journal, { entry: 'ended' }, this.ports, outcomeOf(report))
    await this.herald.end()
    return { report, state: 'done', waitingFor: null }
  }

  private passed(): number {
    return this.run.checks.filter(({ status }) => status === 'passed').length
  }

  /** Nothing is called good that nobody looked at. */
  private unverified(): Ended {
    this.judgeTime(false)
    const failure = new Failure(
      'objective',
      'no step of the verification was done: nothing says that it is over',
      {
        hint: `Go on without leaving out the verification: ${this.command()}`,
      },
    )
    return { report: this.run.finish('failed', failure), state: 'failed', waitingFor: null }
  }

  private async one(step: Step): Promise<{ answer: string | null } | Ended> {
    const before = this.journal.steps.get(step.id)
    if (before?.state === 'done' || before?.state === 'skipped') {
      const when = new Date(before.at).toISOString().slice(11, 16)
      const how = before.vouched ? 'degraded' : before.state === 'done' ? 'passed' : 'skipped'
      const who = before.by ?? 'an earlier run'
      this.check(
        step,
        how,
        `${before.vouched ? 'said to be done' : before.state} at ${when} UTC by ${who}`,
        0,
      )
      if (how !== 'passed') this.isLess = true
      return { answer: before.answer }
    }
    if (this.input.skip.has(step.id)) {
      await this.write(step, 'skipped', null, 0)
      this.check(step, 'skipped', 'left out, as a person asked', 0)
      this.isLess = true
      return { answer: null }
    }
    const said: Said = {
      done: this.input.done.has(step.id),
      answer: this.input.answers.get(step.id) ?? null,
      given: givenFor(step, this.input.given),
    }
    if (said.done && step.type !== 'manual') {
      await this.write(step, 'done', said.answer, 0, { vouched: true })
      this.check(step, 'degraded', 'a person says that it is done; Lifeboat did not look', 0)
      this.isLess = true
      return { answer: said.answer }
    }
    if (before?.state === 'failed' && isPassedOver(step) && said.answer !== 'again') {
      this.check(step, 'degraded', 'it failed before, and the run went on, as the runbook says', 0)
      this.isLess = true
      return { answer: null }
    }
    const missing = before?.state === 'begun' ? null : whatIsMissing(this.journal)
    if (!isDoneOnce(step, missing === null ? before?.state : 'begun')) return this.perform(step, said)
    if (said.answer === 'again') {
      if (missing !== null) await settle(this.environment, this.journal, this.ports)
      return this.perform(step, said)
    }
    const what =
      missing === null
        ? 'was begun before, and may have been done, wholly or in part. Look before it is done again'
        : `may have been done before, wholly or in part, because ${missing}. Look how far the run came before it is done: those after it then count as not begun`
    return this.wait(
      step,
      `"${step.title}" ${what}: a restore that exchanges would set aside what was written since.`,
      waysRoundAgain(step),
    )
  }

  private async perform(step: Step, said: Said): Promise<{ answer: string | null } | Ended> {
    const { clock, signal } = this.ports
    const started = clock.ticks()
    const took = () => Math.round(clock.ticks() - started)
    // Not before what it asks for is known: a step that only asked was not begun.
    const begin = () => this.write(step, 'begun', null, 0)
    const work = () => doStep(step, said, { ...this.ports, begin })
    const alone = {
      journal: this.journal,
      isVouched: said.answer === 'go',
      warn: (text: string) => this.run.notice('warning', text),
    }
    try {
      const outcome = await this.run.phase(
        step.id,
        () =>
          step.type === 'failover' ? oneFailover(this.environment, step, alone, this.ports, work) : work(),
        (done) =>
          done.state === 'done' ? { detail: done.detail } : { status: 'manual', detail: done.question },
      )
      if (outcome.state === 'waiting') return this.wait(step, outcome.question, outcome.ways)
      await this.write(step, 'done', outcome.answer, took())
      this.check(step, 'passed', outcome.detail, took())
      return { answer: outcome.answer }
    } catch (error) {
      signal.throwIfAborted()
      const failure = asFailure(error)
      if (failure.kind === 'bug') tellBug(failure, this.ports.log)
      // What was ended from outside stays begun, as when the run is killed; what is passed over is not done again anyway.
      const state = error instanceof Interrupted && !isPassedOver(step) ? 'begun' : 'failed'
      await this.write(step, state, null, took(), { isUntouched: untouched.has(failure.kind) })
      this.run.check({
        rung: 'runbook',
        name: `${step.id}: ${step.title}`,
        status: 'failed',
        detail: failure.message,
        subjects: failure.subjects,
        failure: failure.kind,
        duration: took(),
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
      })
      if (step.onFailure === 'go-on') {
        this.isLess = true
        return { answer: null }
      }
      return this.stop(step, failure, state)
    }
  }

  private stop(step: Step, failure: Failure, state: JournalStep['state']): Ended {
    this.judgeTime(false)
    const [isDone, again] = waysRoundAgain(step)
    const isLooked = isDoneOnce(step, state)
    const mended = isLooked
      ? 'Look how far it came. When the cause is mended, to do it again'
      : 'When the cause is mended, go on from this step'
    this.goOn([
      { when: mended, says: isLooked ? again.says : {} },
      { when: 'If a person has done it', says: isDone.says },
    ])
    const stopped = new Failure(failure.kind, `${step.id}: ${failure.message}`, {
      ...(failure.hint === undefined ? {} : { hint: failure.hint }),
      subjects: failure.subjects,
      cause: failure,
    })
    return { report: this.run.finish('failed', stopped), state: 'failed', waitingFor: null }
  }

  private wait(step: Step, question: string, ways: readonly Way[]): Ended {
    this.check(step, 'skipped', 'waits for a person', 0)
    this.judgeTime(false)
    this.run.waitsFor = `${step.id}: ${step.title}`
    this.run.next.push(question)
    this.goOn(ways)
    return { report: this.run.finish('degraded', null), state: 'waiting', waitingFor: step.id }
  }

  /** Says how: one command per way, each of which works as it stands. */
  private goOn(ways: readonly Way[]): void {
    if (!this.journal.isRecorded) {
      this.run.notice(
        'warning',
        'no store took a line of this run: it cannot be gone on with under its id. The command that is named begins a new one, and says what is done already',
      )
    }
    for (const { when, says } of ways) this.run.next.push(`${when}: ${this.command(says)}`)
  }

  private command(says: Addition = {}): string {
    return commandToGoOn(this.environment, this.runbook, this.journal, this.input, says)
  }

  /** The clock of the incident. As long as it is not over, only that it took too long can be said. */
  private judgeTime(isOver: boolean): void {
    const measured = Math.max(0, this.ports.clock.now() - this.journal.beganAt)
    const judged = judgeObjective(
      'RTO',
      this.runbook.rto,
      measured,
      isOver
        ? 'this run, from the beginning of the incident to the end of the verification'
        : 'this run so far',
    )
    this.run.objectives.push(isOver || judged.met === false ? judged : { ...judged, met: null })
    this.run.fact('run', this.journal.run)
    this.run.fact('since the beginning', formatDuration(measured), measured, 'milliseconds')
  }

  private check(
    step: Step,
    status: 'passed' | 'degraded' | 'skipped',
    detail: string,
    duration: number,
  ): void {
    this.run.check({
      rung: 'runbook',
      name: `${step.id}: ${step.title}`,
      status,
      detail,
      subjects: [],
      failure: null,
      duration,
    })
  }

  private async write(
    step: Step,
    state: 'begun' | 'done' | 'skipped' | 'failed',
    answer: string | null,
    took: number,
    { vouched = false, isUntouched = false }: { vouched?: boolean; isUntouched?: boolean } = {},
  ): Promise<void> {
    const { journal, ports } = this
    // What was begun may have been done, whatever became of it then.
    const promoted =
      step.type === 'failover' && state !== 'skipped' && !isUntouched ? markOfReplica(step) : null
    const at = ports.clock.now()
    journal.steps.set(step.id, { state, answer, by: ports.run.actor, at, vouched, promoted })
    const isWritten = await writeEntry(
      this.environment,
      journal,
      {
        entry: 'step',
        step: step.id,
        state,
        answer,
        took,
        ...(vouched ? { vouched } : {}),
        ...(promoted === null ? {} : { promoted }),
      },
      ports,
    )
    if (isWritten) journal.unrecorded.delete(step.id)
    else journal.unrecorded.add(step.id)
  }
}

/** Kinds of failures of a failover that come before anything is promoted. */
const untouched: ReadonlySet<FailureKind> = new Set(['refused', 'config'])
