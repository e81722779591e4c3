import { createHash } from 'node:crypto'
import type { Environment } from './environment/schema.ts'
import type { FailureKind } from './failure.ts'
import type { Report } from './report.ts'
import { gatePart } from './subject.ts'
import type { Verdict } from './verdict.ts'

/** What a run is to those who are told of it: of which kind, how grave, and whether it is the same as before. */

export const severities = ['info', 'warning', 'critical'] as const
export type Severity = (typeof severities)[number]

/** What news is about, in the words of the environment file. */
export const newsKinds = [
  'backup',
  'proof',
  'restore',
  'retention',
  'replication',
  'repair',
  'deployment',
  'validation',
  'drill',
  'watch',
  'runbook',
] as const
export type NewsKind = (typeof newsKinds)[number]

const kindOf: Partial<Record<Report['operation'], NewsKind>> = {
  backup: 'backup',
  'verify-restore': 'proof',
  restore: 'restore',
  retention: 'retention',
  replicate: 'replication',
  repair: 'repair',
  'deploy-env': 'deployment',
  gate: 'deployment',
  validate: 'validation',
  drill: 'drill',
  status: 'watch',
  runbook: 'runbook',
}

/** Null for what only answers a question: plans, lists, checks of stores and pull requests are nobody's trouble. */
export function newsKind(operation: Report['operation']): NewsKind | null {
  return kindOf[operation] ?? null
}

/**
 * Whether a run is news to anybody. A runbook's run that was not begun is read at once by whoever started it; and one that
 * waits for a person has no trouble of its own, as long as nothing has failed and the time is not over.
 */
export function isNews(report: Report): boolean {
  if (report.operation !== 'runbook') return true
  if (report.incident === undefined) return false
  return report.waitsFor === undefined || hasFailed(report)
}

function hasFailed(report: Report): boolean {
  return (
    report.verdict === 'failed' ||
    missed(report).length > 0 ||
    report.checks.some(({ status }) => status === 'failed')
  )
}

/** Kinds of which several troubles may be open at once, each with its own end. */
const sideBySide: readonly NewsKind[] = ['drill', 'runbook']

/**
 * What news of one trouble have in common, from its beginning to its end. Most kinds have one line of troubles, which a pager
 * shows as one incident: its end is told when nothing of it is open any more. Of others each is told by itself.
 * @param parts what is in trouble, in the words of a run's subject
 */
export function keyOf(environment: string, kind: NewsKind, parts: readonly string[]): string {
  const apart = sideBySide.includes(kind) ? parts : parts.filter((part) => part === gatePart)
  const which = apart.filter((part) => part !== '')
  return `lifeboat/${environment}/${kind}${which.length === 0 ? '' : `/${which.join('+')}`}`
}

/** `INC-007/2026-11-21T10:15:00.000Z` */
export function incidentKey({
  id,
  beganAt,
}: Pick<NonNullable<Report['incident']>, 'id' | 'beganAt'>): string {
  return `${id}/${new Date(beganAt).toISOString()}`
}

/** What is asked before each deployment is news only when it is not as it should be: the deployment itself is told. */
export function isRoutine(operation: Report['operation']): boolean {
  return operation === 'gate'
}

/** Kinds whose failure takes away recovery or service; the others can wait for the morning. */
const graveKinds: readonly NewsKind[] = ['backup', 'proof', 'restore', 'deployment', 'watch']

/** Failures that whoever started the run reads at once, and mends by typing again. */
const ownMistakes: Partial<Record<NewsKind, readonly FailureKind[]>> = {
  restore: ['config', 'refused'],
  deployment: ['config'],
}

export type SeverityRules = NonNullable<Environment['notifications']>['severity']

export interface RunOutcome {
  verdict: Verdict
  failure: FailureKind | null
  missed: readonly ('RPO' | 'RTO')[]
}

/** How grave a run is. @param rules of the environment file; the first that fits says it */
export function severityOf(report: Report, kind: NewsKind, rules?: SeverityRules): Severity {
  const { verdict, failure } = report
  return severityOfOutcome({ verdict, failure: failure?.kind ?? null, missed: missed(report) }, kind, rules)
}

export function severityOfOutcome(
  { verdict, failure, missed }: RunOutcome,
  kind: NewsKind,
  rules: SeverityRules = [],
): Severity {
  if (verdict === 'passed' && missed.length === 0) return 'info'
  const rule = rules.find(
    ({ kinds, verdicts, failures, objectives }) =>
      (kinds?.includes(kind) ?? true) &&
      (verdicts?.some((one) => one === verdict) ?? true) &&
      (failures?.some((one) => one === failure) ?? true) &&
      (objectives?.some((one) => missed.includes(one)) ?? true),
  )
  if (rule !== undefined) return rule.severity
  if (verdict !== 'failed') return 'warning'
  if (failure !== null && ownMistakes[kind]?.includes(failure) === true) return 'info'
  // A closed gate keeps a release back, and others wait for that too; what runs goes on running.
  if (failure === 'refused' && kind === 'deployment') return 'warning'
  return graveKinds.includes(kind) ? 'critical' : 'warning'
}

export function missed({ objectives }: Pick<Report, 'objectives'>): ('RPO' | 'RTO')[] {
  return [...new Set(objectives.filter(({ met }) => met === false).map(({ name }) => name))]
}

/**
 * What is wrong, as a digest that is the same as long as the same is wrong: outcome, missed objectives, the checks that
 * fell short and the stores without a copy. Null when all is well. It tells nobody what the checks are called.
 */
export function troubleOf(report: Report): string | null {
  const objectives = missed(report)
  if (report.verdict === 'passed' && objectives.length === 0) return null
  const wrong = [
    report.verdict,
    report.failure?.kind ?? '',
    ...objectives,
    ...report.checks
      .filter(({ status }) => status === 'failed' || status === 'degraded')
      .map(({ rung, name, status }) => `${rung} ${name} ${status}`)
      .sort(),
    ...report.copies
      .filter(({ status }) => status !== 'complete')
      .map(({ store, status }) => `${store} ${status}`)
      .sort(),
  ]
  return createHash('sha256').update(wrong.join('\n')).digest('hex').slice(0, 16)
}
