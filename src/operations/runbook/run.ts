import { dirname } from 'node:path'
import { compactTime } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { judgeObjective } from '../../domain/objectives.ts'
import type { Report } from '../../domain/report.ts'
import type { Runbook, Step, StepOf } from '../../domain/runbook/schema.ts'
import { formatDuration, type Instant } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import { hold } from '../leases/hold.ts'
import { RunReport, tellBug } from '../run-report.ts'
import { type Herald, openHerald, type Tell } from './herald.ts'
import { type Journal, readJournal, writeEntry } from './journal.ts'
import { doStep, type Said, type StepPorts } from './steps.ts'

export interface RunbookInput {
  /** A run to go on with; null to begin one. */
  run: string | null
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
}

export interface RunbookPorts extends Ports {
  steps: StepPorts
  tell: Tell
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
  ports: RunbookPorts,
): Promise<RunbookResult> {
  const run = new RunReport<'runbook'>('runbook', environment.environment, ports)
  run.about = runbook.incident
  const result: Omit<RunbookResult, 'report'> = { run: input.run ?? '', state: 'failed', waitingFor: null }
  try {
    checkSaid(runbook, input)
    const journal = await openJournal(environment, runbook, input, ports)
    result.run = journal.run
    await using _lease = await hold(
      environment.environment,
      `runbook-${journal.run.toLowerCase()}`,
      `run ${runbook.incident}`,
      ports,
      (text) => run.notice('warning', text),
    )
    using herald = openHerald(environment, runbook, journal, ports)
    await herald.begin()
    const walk = new Walk(environment, runbook, input, journal, herald, ports, run)
    const ended = await walk.all()
    result.state = ended.state
    result.waitingFor = ended.waitingFor
    return { ...result, report: ended.report }
  } catch (error) {
    return { ...result, report: run.fail(error) }
  }
}

/** @throws Failure `config` when something is said of a step that there is not */
function checkSaid(
  { steps, verification, incident }: Runbook,
  { answers, done, skip, given }: RunbookInput,
): void {
  const all = [...steps, ...verification]
  const known = all.map(({ id }) => id)
  const unknown = [...answers.keys(), ...done, ...skip].filter((id) => !known.includes(id))
  if (unknown.length > 0) {
    throw new Failure('config', `${incident} has no step ${unknown.join(', ')}; it has ${known.join(', ')}`)
  }
  for (const key of given.keys()) {
    const [id = '', name = ''] = key.split('.', 2)
    const step = all.find((one) => one.id === id)
    if (step?.type === 'operation' && step.ask.has(name)) continue
    throw new Failure('config', `${incident} has no step that asks for ${key}`)
  }
  for (const step of all) {
    const answer = answers.get(step.id)
    const accepted = acceptedAnswers(step)
    if (answer === undefined || accepted.includes(answer)) continue
    throw new Failure(
      'config',
      accepted.length === 0
        ? `${step.id} asks nothing; say under done that it is done`
        : `${answer} is no answer to ${step.id}; accepted: ${accepted.join(', ')}`,
    )
  }
}

function givenFor(step: Step, given: ReadonlyMap<string, string>): Map<string, string> {
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
function isDoneOnce(step: Step, before: 'begun' | 'failed' | 'done' | 'skipped' | undefined): boolean {
  if (step.type === 'command') return step.again === 'ask' && before === 'begun'
  return step.type === 'operation' && changesService(step) && (before === 'begun' || before === 'failed')
}

/** A restore that exchanges, or leads the application elsewhere, and a deployment. */
function changesService({ verb, with: inputs }: StepOf<'operation'>): boolean {
  if (verb === 'deploy') return true
  const mode = inputs.get('mode') ?? 'side-by-side'
  return verb === 'restore' && (mode !== 'side-by-side' || inputs.get('reroute') === 'true')
}

async function openJournal(
  environment: Environment,
  runbook: Runbook,
  input: RunbookInput,
  ports: Ports,
): Promise<Journal> {
  if (input.run === null) {
    const random = Buffer.from(ports.random.bytes(3)).toString('hex').slice(0, 5)
    const journal: Journal = {
      run: `${runbook.incident}-${compactTime(ports.clock.now())}-${random}`,
      incident: runbook.incident,
      sha256: runbook.sha256,
      beganAt: input.beganAt ?? ports.clock.now(),
      steps: new Map(),
      told: new Set(),
      ended: false,
    }
    await writeEntry(environment, journal, { entry: 'begun' }, ports)
    return journal
  }
  const journal = await readJournal(environment, input.run, ports)
  if (journal.incident !== runbook.incident) {
    throw new Failure(
      'refused',
      `the run ${input.run} is one of ${journal.incident}, not of ${runbook.incident}`,
    )
  }
  if (journal.ended) {
    throw new Failure('refused', `the run ${input.run} has ended; there is nothing to go on with`)
  }
  if (journal.sha256 !== runbook.sha256) {
    throw new Failure('refused', `${runbook.file} is not the text that the run ${input.run} began with`, {
      hint: 'Bring that text back; or begin a new run, and name under done what is done already.',
    })
  }
  return journal
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
    let goal: string | null = null
    for (const step of steps) {
      if (goal !== null && goal !== step.id) {
        this.check(step, 'skipped', `not on the way that was taken`, 0)
        continue
      }
      goal = null
      const ended = await this.one(step)
      if ('report' in ended) return ended
      const next = step.type === 'decision' && ended.answer !== null ? step.answers.get(ended.answer) : 'next'
      if (next === 'end') break
      if (next !== undefined && next !== 'next') goal = next
    }
    const before = this.passed()
    for (const step of verification) {
      const ended = await this.one(step)
      if ('report' in ended) return ended
    }
    if (this.passed() === before) return this.unverified()
    await writeEntry(this.environment, this.journal, { entry: 'ended' }, this.ports)
    this.judgeTime(true)
    await this.herald.end()
    const missed = this.run.objectives.some(({ met }) => met === false)
    const verdict: Verdict = this.isLess || missed ? 'degraded' : 'passed'
    return { report: this.run.finish(verdict, null), state: 'done', waitingFor: null }
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
      await this.write(step, 'done', said.answer, 0, true)
      this.check(step, 'degraded', 'a person says that it is done; Lifeboat did not look', 0)
      this.isLess = true
      return { answer: said.answer }
    }
    if (isDoneOnce(step, before?.state) && said.answer !== 'again') {
      return this.wait(
        step,
        `"${step.title}" was begun before, and may have been done, wholly or in part. Look before it is done again: a restore that exchanges would set aside what was written since.`,
        `--done ${step.id}, or --answer ${step.id}=again`,
      )
    }
    return this.perform(step, said)
  }

  private async perform(step: Step, said: Said): Promise<{ answer: string | null } | Ended> {
    const { clock, signal } = this.ports
    const started = clock.ticks()
    const took = () => Math.round(clock.ticks() - started)
    if (step.type === 'command' || step.type === 'operation') await this.write(step, 'begun', null, 0)
    try {
      const outcome = await this.run.phase(
        step.id,
        () => doStep(step, said, this.ports),
        (done) =>
          done.state === 'done' ? { detail: done.detail } : { status: 'manual', detail: done.question },
      )
      if (outcome.state === 'waiting') return this.wait(step, outcome.question, outcome.how)
      await this.write(step, 'done', outcome.answer, took())
      this.check(step, 'passed', outcome.detail, took())
      return { answer: outcome.answer }
    } catch (error) {
      signal.throwIfAborted()
      const failure = asFailure(error)
      if (failure.kind === 'bug') tellBug(failure, this.ports.log)
      await this.write(step, 'failed', null, took())
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
      return this.stop(step, failure)
    }
  }

  private stop(step: Step, failure: Failure): Ended {
    this.judgeTime(false)
    this.run.next.push(
      `When the cause is mended, go on from this step: ${this.command()}. If a person has done it: add --done ${step.id}.`,
    )
    const stopped = new Failure(failure.kind, `${step.id}: ${failure.message}`, {
      ...(failure.hint === undefined ? {} : { hint: failure.hint }),
      subjects: failure.subjects,
      cause: failure,
    })
    return { report: this.run.finish('failed', stopped), state: 'failed', waitingFor: null }
  }

  private wait(step: Step, question: string, how: string): Ended {
    this.check(step, 'skipped', 'waits for a person', 0)
    this.judgeTime(false)
    this.run.waitsFor = `${step.id}: ${step.title}`
    this.run.next.push(question, `Then go on: ${this.command()} ${how}`)
    return { report: this.run.finish('degraded', null), state: 'waiting', waitingFor: step.id }
  }

  private command(): string {
    const folder = dirname(this.runbook.file)
    const elsewhere = folder === 'runbooks' ? '' : ` --folder ${folder}`
    return `lifeboat runbook run --environment ${this.environment.environment} --incident ${this.runbook.incident}${elsewhere} --run ${this.journal.run}`
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

  private write(
    step: Step,
    state: 'begun' | 'done' | 'skipped' | 'failed',
    answer: string | null,
    took: number,
    vouched = false,
  ) {
    return writeEntry(
      this.environment,
      this.journal,
      { entry: 'step', step: step.id, state, answer, took, ...(vouched ? { vouched } : {}) },
      this.ports,
    )
  }
}
