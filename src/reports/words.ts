import type { FailureKind } from '../domain/failure.ts'
import type { CopyResult, Report, TableResult } from '../domain/report.ts'
import type { Instant } from '../domain/units.ts'
import {
  type AnyCheck,
  aspects,
  type Aspect,
  type CheckStatus,
  type Rung,
  type Verdict,
  rungs,
  troubles,
} from '../domain/verdict.ts'

export { counted, grouped } from '../domain/units.ts'

/** The sentences and counts that every rendering shares. Nothing in here comes from data but numbers. */

/** `restore test` */
export function operationWord(operation: Report['operation']): string {
  const words: Record<Report['operation'], string> = {
    backup: 'backup',
    'verify-restore': 'restore test',
    restore: 'restore',
    retention: 'retention',
    replicate: 'replication',
    repair: 'repair',
    'ledger-verify': 'check of the ledger',
    lease: 'leases',
    list: 'list of backups',
    plan: 'plan',
    'store-check': 'store check',
    'deploy-env': 'deployment',
    gate: 'gate',
    validate: 'validation',
    'validate-pr': 'trial of a pull request',
    shape: 'shape of the database',
    status: 'watch',
    drill: 'drill',
    runbook: 'runbook',
  }
  return words[operation]
}

/** Rungs and other aspects that have checks: the ladder from below, then the others in their order. */
export function checksByRung(
  checks: readonly AnyCheck[],
): { rung: Rung | Aspect; checks: AnyCheck[]; status: CheckStatus }[] {
  return [...rungs, ...aspects].flatMap((rung) => {
    const own = checks.filter((check) => check.rung === rung)
    return own.length === 0 ? [] : [{ rung, checks: own, status: worstStatus(own) }]
  })
}

/** A rung is skipped only when all of it was; a part that was skipped leaves it short, but for what a gate does not ask for. */
function worstStatus(checks: readonly AnyCheck[]): CheckStatus {
  if (checks.some((check) => check.status === 'failed')) return 'failed'
  if (checks.every((check) => check.status === 'skipped')) return 'skipped'
  const isShort = checks.some(
    ({ status, rung }) => status !== 'passed' && !(status === 'skipped' && rung === 'gate'),
  )
  return isShort ? 'degraded' : 'passed'
}

export const rungMeaning: Record<Rung | Aspect, string> = {
  stored: 'every object is there, with its size',
  intact: 'digests, signature and encryption hold',
  complete: 'everything of the database is in the backup, or named as not included',
  restorable: 'it restores without a single error',
  equal: 'what came back equals what was dumped',
  sound: 'constraints, sequences, extensions and roles are in order',
  fresh: 'the newest data is as new as was promised',
  useful: 'your own checks are true',
  'environment status': 'what was deployed runs, with room to run on',
  'service health': 'each service answers, and soon enough',
  'RTO compliance': 'backups and restores keep to the objectives, as measured',
  'security boundaries': 'who is not meant to come in is refused',
  performance: 'requests are answered within the thresholds',
  'operational readiness': 'whoever is called at night finds what they need',
  smoke: 'your own flows through the application succeed',
  gate: 'there is a proven way back, and the version is fit to go',
  deployment: 'the version was brought up, and stands',
  'pull request': 'the change survives the shape and size of real data',
  watch: 'backups, proofs and drills come as they should',
  drill: 'the failure was noticed, recovered from, and the data checked',
  runbook: 'each step of the procedure was done',
}

/** `12 passed, 1 failed` */
export function statusCounts(statuses: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ')
}

/** What to do, without repetition: the report's own steps, then the hints of the failure and of what went wrong. */
export function nextSteps(report: Report): string[] {
  const hints = [report.failure?.hint, ...troubles(report.checks).map((check) => check.hint)]
  const distinct = [...new Set([...report.next, ...hints.filter((hint) => typeof hint === 'string')])]
  return distinct.length === 0 && report.failure !== null ? [fallbackStep(report.failure.kind)] : distinct
}

/** For a failure whose message is all there is: what its kind asks for. */
function fallbackStep(kind: FailureKind): string {
  const steps: Record<FailureKind, string> = {
    bug: 'This is a fault of Lifeboat itself: please report it, with the log of this run.',
    config: 'Change the input or the file that the message is about, and run it again.',
    missing: 'Bring back what is missing, or name another, and run it again.',
    refused: 'See to what the message asks for, and run it again.',
    access: 'Grant the right that is missing, or give other credentials, and run it again.',
    unavailable: 'Run it again; if it fails again, see why what the message names does not answer.',
    integrity:
      'Rely on nothing that is damaged: use another copy or an older backup. lifeboat repair mends copies from a sound one.',
    objective: 'Look at what did not pass; the log of this run has the course of it.',
    capacity: 'Make room, and run it again.',
    cancelled: 'Run it again when it may run to its end.',
  }
  return steps[kind]
}

const badTables: readonly TableResult['status'][] = ['different', 'missing', 'unproven']

/** Tables in the order in which a reader wants them: troubled ones first, then the largest. */
export function tablesByInterest(tables: readonly TableResult[]): TableResult[] {
  const rank = (table: TableResult) => {
    const position = badTables.indexOf(table.status)
    return position < 0 ? badTables.length : position
  }
  return [...tables].sort(
    (a, b) => rank(a) - rank(b) || (b.bytes ?? 0) - (a.bytes ?? 0) || (b.rows ?? 0) - (a.rows ?? 0),
  )
}

export function isBadTable(table: TableResult): boolean {
  return badTables.includes(table.status)
}

export function isGoodCopy(copy: CopyResult): boolean {
  return copy.status === 'complete'
}

export function writeOnceText(writeOnce: boolean | null): string {
  return writeOnce === null
    ? 'not known'
    : writeOnce
      ? 'refuses to overwrite'
      : 'does not refuse to overwrite'
}

export const verdictWord: Record<Verdict, string> = {
  passed: 'passed',
  degraded: 'degraded',
  failed: 'failed',
}

/** `2026-11-21 10:15:00 UTC` */
export function instantText(at: Instant): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return 'an unknown time'
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC')
}

/** A message as a sentence begins; what begins with a path or a name stays as it is. */
export function sentence(message: string): string {
  return /^[a-z]+[ ,]/.test(message) ? message.charAt(0).toUpperCase() + message.slice(1) : message
}

export const namesHidden = 'named in the JSON report'
