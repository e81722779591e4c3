import { asFailure, bugReport, type Failure } from '../domain/failure.ts'
import type { ObjectiveResult } from '../domain/objectives.ts'
import {
  type CopyResult,
  type Fact,
  type Notice,
  type Phase,
  type Report,
  reportFailure,
  type TableResult,
} from '../domain/report.ts'
import { aspectOf } from '../domain/validation-score.ts'
import {
  type AnyCheck,
  type Aspect,
  type Check,
  type Rung,
  troubles,
  type Verdict,
} from '../domain/verdict.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Ports } from '../ports/ports.ts'

/** Gathers what a run finds on its way, and makes its report. `Group` is what its checks belong to. */
export class RunReport<Group extends Rung | Aspect = Rung> {
  readonly checks: Check<Group>[] = []
  readonly tables: TableResult[] = []
  readonly copies: CopyResult[] = []
  readonly facts: Fact[] = []
  readonly objectives: ObjectiveResult[] = []
  readonly notices: Notice[] = []
  readonly next: string[] = []
  backupId: string | null = null
  about: string | null = null
  subject: Report['subject'] = undefined
  restored: Report['restored'] = undefined
  incident: Report['incident'] = undefined
  waitsFor: Report['waitsFor'] = undefined
  deployed: Report['deployed'] = undefined
  overridden: Report['overridden'] = undefined
  /** Of a run that only says what it would do. */
  dryRun = false
  /** Of such a run: what a person has not said yet. */
  missingConsent: readonly string[] = []
  private readonly timeline: Phase[] = []
  private readonly operation: Report['operation']
  private readonly environment: string
  private readonly clock: Clock
  private readonly log: Log
  private readonly run: Ports['run']
  private readonly startedAt: number

  constructor(operation: Report['operation'], environment: string, ports: Ports) {
    this.operation = operation
    this.environment = environment
    this.clock = ports.clock
    this.log = ports.log
    this.run = ports.run
    this.startedAt = ports.clock.now()
  }

  /**
   * Runs a part of the work as a phase of log and timeline.
   * @param describe what the timeline says of it, once it is done
   */
  async phase<T>(
    name: string,
    work: () => Promise<T>,
    describe: (result: T) => Partial<Omit<Phase, 'name' | 'startedAt' | 'duration'>> = () => ({}),
  ): Promise<T> {
    const phase: Phase = { name, startedAt: this.clock.now(), duration: 0, status: 'failed' }
    this.timeline.push(phase)
    const started = this.clock.ticks()
    const failedBefore = this.failedChecks()
    try {
      const result = await this.log.group(name, work)
      if (this.failedChecks() === failedBefore) phase.status = 'done'
      Object.assign(phase, describe(result))
      return result
    } finally {
      phase.duration = Math.round(this.clock.ticks() - started)
    }
  }

  /** A part of a phase that somebody else has timed. */
  addPhase(phase: Phase): void {
    this.timeline.push(phase)
  }

  private failedChecks(): number {
    return this.checks.filter((check) => check.status === 'failed').length
  }

  notice(level: Notice['level'], text: string, subjects: readonly string[] = []): void {
    this.notices.push({ level, text, subjects })
    if (level === 'warning') this.log.warning(text, subjects)
    else this.log.notice(text, subjects)
  }

  fact(label: string, text: string, value?: number, unit?: Fact['unit']): void {
    this.facts.push({
      label,
      text,
      ...(value === undefined ? {} : { value }),
      ...(unit === undefined ? {} : { unit }),
    })
  }

  check(check: Check<Group>): void {
    this.checks.push(check)
    const text = `${check.rung}: ${check.name}: ${check.detail}`
    if (check.status === 'failed') this.log.error(text, check.subjects)
    else if (check.status === 'passed' || isUnasked(check)) this.log.info(text, check.subjects)
    else this.log.warning(text, check.subjects)
  }

  finish(verdict: Verdict, failure: Failure | null): Report {
    if (failure?.hint !== undefined && !this.next.includes(failure.hint)) this.next.unshift(failure.hint)
    const passed = this.checks.filter(({ status }) => status === 'passed')
    for (const { hint } of [...troubles(this.checks), ...passed])
      if (hint !== undefined && !this.next.includes(hint)) this.next.push(hint)
    return {
      format: 1,
      operation: this.operation,
      environment: this.environment,
      verdict,
      failure: failure === null ? null : reportFailure(failure),
      backupId: this.backupId,
      startedAt: this.startedAt,
      finishedAt: this.clock.now(),
      actor: this.run.actor,
      reason: this.run.reason,
      runUrl: this.run.url,
      objectives: this.objectives,
      checks: this.checks,
      timeline: [...this.timeline].sort((a, b) => a.startedAt - b.startedAt),
      facts: this.facts,
      tables: this.tables,
      copies: this.copies,
      notices: this.notices,
      next: this.next,
      ...(this.about === null ? {} : { about: this.about }),
      ...(this.subject === undefined ? {} : { subject: this.subject }),
      ...(this.restored === undefined ? {} : { restored: this.restored }),
      ...(this.incident === undefined ? {} : { incident: this.incident }),
      ...(this.waitsFor === undefined ? {} : { waitsFor: this.waitsFor }),
      ...(this.deployed === undefined ? {} : { deployed: this.deployed }),
      ...(this.overridden === undefined ? {} : { overridden: this.overridden }),
      ...(this.dryRun ? { dryRun: true } : {}),
      ...(this.missingConsent.length === 0 ? {} : { missingConsent: this.missingConsent }),
    }
  }

  /** The report that the work comes to; when it throws, that of its failure. */
  async ending(work: () => Promise<Report>): Promise<Report> {
    try {
      return await work()
    } catch (error) {
      return this.fail(error)
    }
  }

  /** The report of a run that could not go on. A bug is told with the places in the code. */
  fail(thrown: unknown): Report {
    const failure = asFailure(thrown)
    if (failure.kind === 'bug') tellBug(failure, this.log)
    return this.finish('failed', failure)
  }
}

/**
 * What the environment file does not ask for stands in the report, and alarms nobody: GitHub shows ten annotations of a step, and
 * those belong to what is wrong. A rung of the ladder that was skipped leaves a proof short, which is worth a warning.
 */
function isUnasked({ rung, status }: AnyCheck): boolean {
  return status === 'skipped' && (rung === 'gate' || validationGroups.includes(rung))
}

const validationGroups: readonly (Rung | Aspect)[] = Object.values(aspectOf)

/** For whoever mends it. */
export function tellBug(failure: Failure, log: Log): void {
  const { name, message, places } = bugReport(failure)
  log.error(`a bug in Lifeboat (${name})`, [message])
  log.info(places)
}
