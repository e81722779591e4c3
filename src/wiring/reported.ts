import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import { failedReport, type Report } from '../domain/report.ts'
import { systemClock } from '../host/clock.ts'
import { tellBug } from '../operations/run-report.ts'
import type { Host } from './host.ts'
import { type EnvironmentInput, loadEnvironment } from './load-environment.ts'
import { notify } from './notify.ts'

interface Input extends EnvironmentInput {
  reason?: string | undefined
  'github-token'?: string | undefined
  'dry-run'?: boolean | undefined
}

/**
 * From an environment's name to a report that people have been told of. What goes wrong before or around the operation
 * (a file that cannot be read, a secret that is not set) ends in a failed report too, so that it is told like any other.
 * Of a dry run nobody is told, whatever it comes to: its report says it to whoever asked.
 */
export async function reported<Result extends { report: Report }>(
  operation: Report['operation'],
  input: Input,
  host: Host,
  work: (environment: Environment) => Promise<Result>,
): Promise<Result | { report: Report }> {
  const startedAt = systemClock.now()
  const isDryRun = input['dry-run'] === true
  let environment: Environment | null = null
  let result: Result | { report: Report }
  try {
    environment = await loadEnvironment(input)
    result = await work(environment)
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.kind === 'bug') tellBug(failure, host.log)
    const about = {
      operation,
      environment: input.environment,
      startedAt,
      finishedAt: systemClock.now(),
      actor: host.actor,
      reason: input.reason ?? null,
      runUrl: host.runUrl,
    }
    const report = failedReport(about, failure)
    result = { report: isDryRun ? { ...report, dryRun: true } : report }
  }
  // A dry run has found out how things are, and nothing has happened.
  if (!isDryRun) await notify(result.report, environment, input['github-token'], host)
  return result
}
