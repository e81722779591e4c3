import { parseCrons } from '../../domain/schedule.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure } from '../../domain/failure.ts'
import type { Expected } from '../../domain/watch/slots.ts'
import { scheduleIn, type ScheduledVerb, type WorkflowSchedule } from '../../domain/workflow-schedule.ts'
import type { Watch } from './view.ts'

export interface ExpectedRuns {
  expected: Expected
  /** Where it stands, for people. */
  basis: string
  /** The workflow that it was read from. */
  path: string | null
}

/**
 * When runs of a verb are expected: as `watch.schedules` says; else as the workflow says that runs it for this
 * environment; else as the objectives promise. Null when nothing says so.
 */
export function expectedRuns(
  verb: ScheduledVerb,
  environment: Environment,
  { schedules }: Watch,
  workflows: ReadonlyMap<string, unknown>,
): ExpectedRuns | null {
  const own = schedules[verb]
  const found = workflowFor(verb, environment.environment, workflows)
  if (own !== undefined) {
    const expected = { kind: 'cron', lines: parseCrons(own) } as const
    return { expected, basis: 'watch.schedules', path: found?.path ?? null }
  }
  if (found !== null && found.lines.length > 0 && found.isWhole) {
    const lines = cronOrNull(found.lines)
    if (lines !== null) return { expected: { kind: 'cron', lines }, basis: found.path, path: found.path }
  }
  const { backupEvery, verifyEvery } = environment.objectives
  const every = { backup: backupEvery, verify: verifyEvery, retention: undefined }[verb]
  if (every === undefined) return null
  return { expected: { kind: 'interval', every }, basis: `${verb}-every`, path: found?.path ?? null }
}

interface FoundWorkflow extends WorkflowSchedule {
  path: string
}

/** The workflow that runs the verb for the environment; one that does so on a schedule before one that is only called. */
function workflowFor(
  verb: ScheduledVerb,
  environment: string,
  workflows: ReadonlyMap<string, unknown>,
): FoundWorkflow | null {
  const found = [...workflows].flatMap(([path, file]) => {
    const schedule = scheduleIn(file, verb, environment)
    return schedule === null ? [] : { path, ...schedule }
  })
  return found.find(({ lines }) => lines.length > 0) ?? found[0] ?? null
}

function cronOrNull(lines: readonly string[]) {
  try {
    return parseCrons(lines)
  } catch (error) {
    if (asFailure(error).kind !== 'config') throw error
    return null
  }
}
