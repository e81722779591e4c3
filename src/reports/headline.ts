import type { Report } from '../domain/report.ts'
import { type CheckStatus, hasReadData } from '../domain/verdict.ts'
import { deploymentHeadline } from './deployed.ts'
import { plain } from './plain.ts'
import { restoreHeadline } from './restored.ts'
import { counted } from './words.ts'

/** The verdict in plain words: what a person who reads nothing else should know. */
export function headline(report: Report): string {
  if (report.operation === 'deploy-env') return deploymentHeadline(report)
  if (report.failure?.kind === 'cancelled') {
    return report.operation === 'backup'
      ? 'Stopped from outside before the backup was complete: there is no new backup.'
      : report.operation === 'restore'
        ? `Stopped from outside. ${restoreHeadline(report)}`
        : report.incident !== undefined
          ? 'Stopped from outside. What was done stays done, and the run can be gone on with.'
          : 'Stopped from outside before it was done: nothing is proven.'
  }
  const failed = report.checks.filter((check) => check.status === 'failed').length
  const short = report.checks.filter((check) => isShort(check.status)).length
  const all = counted(report.checks.length, 'check')
  if (report.operation === 'backup') {
    if (report.verdict === 'passed') return 'The backup is complete, and every store has it.'
    if (report.verdict === 'degraded') return 'There is a usable backup, but less than was asked for.'
    return 'This run did not give the backup that was asked for.'
  }
  if (report.operation === 'verify-restore') {
    if (report.verdict === 'passed')
      return `The backup came back whole: ${all}, ${report.checks.length === 1 ? 'passed' : 'all passed'}.`
    if (report.verdict === 'degraded') {
      if (!hasReadData(report.checks)) return unreadHeadline(report)
      if (short === 0) return 'The backup came back, but not all is well.'
      return `The backup came back, but ${short} of ${all} found less than was asked for, or could not run.`
    }
    if (failed > 0) return `The backup is not proven: ${failed} of ${all} failed.`
    return report.failure?.kind === 'objective'
      ? 'The backup came back, but an objective was missed.'
      : 'The backup is not proven: the restore test could not be carried out.'
  }
  if (report.operation === 'restore') return restoreHeadline(report)
  if (report.operation === 'status') {
    if (report.verdict === 'passed') return `All is well: ${all} looked at what the stores hold.`
    if (report.verdict === 'degraded')
      return `Backups are there, but ${short} of ${all} found less than was asked for, or could not look.`
    return failed > 0
      ? `Not well: ${failed} of ${all} failed.`
      : 'It could not be found out how things stand.'
  }
  if (report.operation === 'gate') return gateHeadline(report)
  if (report.waitsFor !== undefined) return `It waits for a person: ${report.waitsFor}.`
  // The message names the score or the categories that decided.
  if (report.operation === 'validate' && report.failure?.kind === 'objective')
    return `It did not pass: ${plain(report.failure.message, 500)}.`
  const about = aboutHeadline(report)
  if (about !== null) return about
  if (report.verdict === 'passed') return 'All is well.'
  return report.verdict === 'degraded' ? 'It worked, but not all is well.' : 'It failed.'
}

/** Of a verification that was not to read restored data, and so proves nothing of it. */
function unreadHeadline({ checks }: Report): string {
  const short = checks.filter(({ status }) => isShort(status)).length
  const all = counted(checks.length, 'check')
  const found =
    short === 0
      ? `The backup is intact as far as was asked: ${all}, ${checks.length === 1 ? 'passed' : 'all passed'}`
      : `Of the backup ${short} of ${all} found less than was asked for, or could not run`
  const wasRestored = checks.some(({ rung, status }) => rung === 'restorable' && status !== 'skipped')
  return wasRestored
    ? `${found}. What was restored was not read, so nothing is proven of its data.`
    : `${found}. Nothing was restored, so nothing is proven of its data.`
}

/** Null where the report does not name what it was about. */
function aboutHeadline({
  operation,
  environment,
  verdict,
  about: named,
  dryRun,
  incident,
}: Report): string | null {
  if (named === undefined || named === '') return null
  const about = plain(named, 300)
  const byVerdict = (passed: string, degraded: string, failed: string) =>
    ({ passed, degraded, failed })[verdict]
  if (operation === 'shape') {
    const written = `The shape of ${environment}’s database stands in ${about}`
    return byVerdict(`${written}.`, `${written}, but not all is well.`, 'The shape could not be taken.')
  }
  if (operation === 'drill') {
    if (dryRun === true) return `Dry run of the drill ${about}: nothing was started.`
    const drill = `The drill ${about}`
    return byVerdict(`${drill} passed.`, `${drill} came to its end, but not all is well.`, `${drill} failed.`)
  }
  if (operation !== 'runbook') return null
  if (dryRun === true) {
    const simulated = `Simulation of the runbook ${about}: nothing was done`
    return byVerdict(
      `${simulated}.`,
      `${simulated}, and not all would be well.`,
      `${simulated}, and it failed.`,
    )
  }
  const runbook = `The runbook ${about}`
  return byVerdict(
    `${runbook} was carried out.`,
    incident?.isOver === true
      ? `${runbook} was carried out, but not all is well.`
      : `${runbook} has not come to its end.`,
    `${runbook} failed.`,
  )
}

function isShort(status: CheckStatus): boolean {
  return status === 'degraded' || status === 'skipped'
}

function gateHeadline({ verdict, overridden, failure, checks }: Report): string {
  if (overridden !== undefined) return 'The gate is open only because it was overridden.'
  if (verdict === 'failed') {
    return failure?.kind === 'refused'
      ? 'The gate is closed: nothing may be deployed.'
      : 'The gate could not be judged, and is closed.'
  }
  if (checks.every(({ status }) => status === 'skipped')) return 'The gate is open, as it asks for nothing.'
  return verdict === 'passed'
    ? 'The gate is open: every condition is met.'
    : 'The gate is open; not everything that it asks for could be told for certain.'
}
