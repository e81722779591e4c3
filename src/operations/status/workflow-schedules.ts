import { type CronLine, parseCrons } from '../../domain/schedule.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure } from '../../domain/failure.ts'
import type { Expected } from '../../domain/watch/slots.ts'
import { scheduleIn, type ScheduledVerb } from '../../domain/workflow-schedule.ts'
import type { Watch } from './view.ts'

export interface ExpectedRuns {
  expected: Expected
  /** Where it stands, for people. */
  basis: string
  /** The workflows that start the verb on a schedule; when none does, the first that runs it at all. */
  paths: string[]
}

/**
 * When runs of a verb are expected: as `watch.schedules` says; else as all workflows together say that run it for this
 * environment; else as the objectives promise. Null when nothing says so.
 */
export function expectedRuns(
  verb: ScheduledVerb,
  environment: Environment,
  { schedules }: Watch,
  workflows: ReadonlyMap<string, unknown>,
): ExpectedRuns | null {
  const own = schedules[verb]
  const found = workflowsFor(verb, environment.environment, workflows)
  const paths = found.map(({ path }) => path)
  if (own !== undefined) {
    return { expected: { kind: 'cron', lines: parseCrons(own) }, basis: 'watch.schedules', paths }
  }
  const lines = found.flatMap((one) => one.lines)
  if (lines.length > 0 && found.every(({ isWhole }) => isWhole)) {
    return { expected: { kind: 'cron', lines }, basis: paths.join(', '), paths }
  }
  const { backupEvery, verifyEvery } = environment.objectives
  const every = { backup: backupEvery, verify: verifyEvery, retention: undefined }[verb]
  return every === undefined ? null : { expected: { kind: 'interval', every }, basis: `${verb}-every`, paths }
}

interface FoundWorkflow {
  path: string
  lines: CronLine[]
  isWhole: boolean
}

/**
 * The workflows that run the verb for the environment on a schedule. One of them may be as good as never: only together
 * they say what is expected. Without any, the first that is only called.
 */
function workflowsFor(
  verb: ScheduledVerb,
  environment: string,
  workflows: ReadonlyMap<string, unknown>,
): FoundWorkflow[] {
  const found = [...workflows].flatMap(([path, file]) => {
    const schedule = scheduleIn(file, verb, environment)
    return schedule === null ? [] : { path, lines: cronsOrNone(schedule.lines), isWhole: schedule.isWhole }
  })
  const scheduled = found.filter(({ lines, isWhole }) => lines.length > 0 || !isWhole)
  return scheduled.length > 0 ? scheduled : found.slice(0, 1)
}

/** GitHub runs no workflow with a line that it cannot read. */
function cronsOrNone(lines: readonly string[]): CronLine[] {
  try {
    return parseCrons(lines)
  } catch (error) {
    if (asFailure(error).kind !== 'config') throw error
    return []
  }
}
