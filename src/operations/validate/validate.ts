import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { writeSubject } from '../../domain/subject-of.ts'
import { type Subject, subjectWord } from '../../domain/subject.ts'
import { counted } from '../../domain/units.ts'
import { fallenCategories } from '../../domain/validation-score.ts'
import type { Aspect } from '../../domain/verdict.ts'
import { publicKeyOf } from '../../vault/signing.ts'
import { outcomeOf, recordEvent } from '../ledger/record.ts'
import { rolesThatSign, trustedKeys } from '../ledger/trusted-keys.ts'
import { RunReport } from '../run-report.ts'
import { inRole } from '../signing-keys.ts'
import { askedOf, examine, type ExamineResult } from './examine.ts'
import { type ExamineInput, rulesOf, type ValidationPorts } from './examination.ts'

export interface ValidateResult {
  report: Report
  /** Null when the validation did not get to its end. */
  score: number | null
}

/** Whether an environment is fit for service, as a report and an event of the ledger. Expected troubles end in the report. */
export async function validate(
  environment: Environment,
  input: ExamineInput,
  ports: ValidationPorts,
): Promise<ValidateResult> {
  const run = new RunReport<Aspect>('validate', environment.environment, ports)
  try {
    const result = await run.phase(
      'ask',
      () => examine(environment, input, ports),
      ({ checks }) => ({ detail: counted(checks.length, 'check') }),
    )
    for (const check of result.checks) run.check(check)
    const version = input.version ?? (await runningVersion(ports))
    tell(environment, input, result, version, run)
    const signed = inRole(environment, rolesThatSign(environment, 'validation'), ports)
    const trusted = trustedKeys(environment, 'validation')
    const { signing: key } = signed.keys
    // Whoever validates without a key is told so in the log; an event that nobody believes would be a finding for ever.
    const isBelieved = key === null || trusted === null || trusted.includes(publicKeyOf(key))
    if (!isBelieved) run.notice('warning', notBelieved(environment))
    const subject = subjectOf(input, result)
    run.subject = subject
    const report = run.finish(result.verdict, failureOf(environment, result))
    if (!isBelieved) return { report, score: result.score }
    await recordEvent(signed, environment, {
      type: 'validation',
      outcome: outcomeOf(report),
      backupId: null,
      details: {
        version,
        score: result.score,
        depth: input.depth,
        whole: input.categories === null,
        ...writeSubject(subject),
      },
    })
    return { report, score: result.score }
  } catch (error) {
    return { report: run.fail(error), score: null }
  }
}

/** The categories that it asked, and those that are not well. A quick look at one says nothing of what a thorough one found. */
function subjectOf(input: ExamineInput, { checks, verdict }: ExamineResult): Subject {
  const isQuick = input.depth === 'quick'
  const quickly = (aspect: Aspect) => subjectWord(`${aspect} quickly`)
  const words = (aspects: readonly Aspect[]) => [
    ...(isQuick ? [] : aspects.map(subjectWord)),
    ...aspects.map(quickly),
  ]
  const asked = askedOf(input)
  const failed = asked.filter((aspect) =>
    checks.some(({ rung, status }) => rung === aspect && status === 'failed'),
  )
  const short = asked.filter((aspect) =>
    checks.some(({ rung, status }) => rung === aspect && status !== 'passed'),
  )
  const troubled = verdict === 'passed' ? [] : failed.length > 0 ? failed : short
  return {
    tried: words(asked),
    troubled: words(troubled),
    answers: 'tried',
  }
}

function notBelieved(environment: Environment): string {
  const roles = rolesThatSign(environment, 'validation').map((role) => `signing.${role}`)
  return `this validation does not stand in the ledger: none of the signing keys that were given belongs to ${roles.join(' or ')}`
}

async function runningVersion({ target, signal }: ValidationPorts): Promise<string | null> {
  try {
    return (await target.running(signal))?.version ?? null
  } catch {
    signal.throwIfAborted()
    return null // The check of the version has said why.
  }
}

function tell(
  environment: Environment,
  { depth, categories }: ExamineInput,
  { checks, score }: ExamineResult,
  version: string | null,
  run: RunReport<Aspect>,
): void {
  const { minScore, leftOut } = rulesOf(environment)
  run.fact('score', `${score} of 100; ${minScore} are asked for`, score, 'count')
  if (version !== null) run.fact('version', version)
  run.fact('depth', categories === null ? depth : `${depth}: ${categories.join(', ')}`)
  for (const status of ['passed', 'degraded', 'failed', 'skipped'] as const) {
    const count = checks.filter((check) => check.status === status).length
    run.fact(`checks ${status}`, String(count), count, 'count')
  }
  const skipped = checks.filter(({ status }) => status === 'skipped').length
  if (skipped > 0)
    run.notice(
      'notice',
      `${counted(skipped, 'check')} could not be asked; in the score each counts as failed`,
    )
  for (const { check, because } of leftOut) run.notice('notice', `left out: ${check}: ${because}`)
}

function failureOf(environment: Environment, { checks, score, verdict }: ExamineResult): Failure | null {
  if (verdict !== 'failed') return null
  const rules = rulesOf(environment)
  if (checks.every(({ status }) => status === 'skipped')) {
    return new Failure('objective', 'no check could run, so nothing is known of the environment')
  }
  const failed = checks.filter(({ status }) => status === 'failed').length
  const why =
    score < rules.minScore
      ? `the score is ${score}, and ${rules.minScore} is asked for`
      : `${fallenCategories(checks, rules).join(', ')} must pass and did not`
  return new Failure('objective', failed === 0 ? why : `${why}; ${counted(failed, 'check')} failed`)
}
