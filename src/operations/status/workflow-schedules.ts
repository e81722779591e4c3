import { parseCrons } from '../../domain/schedule.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure } from '../../domain/failure.ts'
import type { Expected } from '../../domain/watch/slots.ts'
import type { Watch } from './view.ts'

export type WatchedVerb = 'backup' | 'verify' | 'retention'

export interface ExpectedRuns {
  expected: Expected
  /** Where it stands, for people. */
  basis: string
  /** The workflow that it was read from. */
  path: string | null
}

/** Folders of the actions, as they stand at the end of a step's `uses:`. */
const actionOf: Record<WatchedVerb, string> = {
  backup: 'backup',
  verify: 'verify-restore',
  retention: 'retention',
}

/**
 * When runs of a verb are expected: as `watch.schedules` says; else as the workflow says that runs its action for this
 * environment; else as the objectives promise. Null when nothing says so.
 */
export function expectedRuns(
  verb: WatchedVerb,
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
  if (found !== null && found.lines.length > 0 && found.isPlain) {
    const lines = cronOrNull(found.lines)
    if (lines !== null) return { expected: { kind: 'cron', lines }, basis: found.path, path: found.path }
  }
  const { backupEvery, verifyEvery } = environment.objectives
  const every = { backup: backupEvery, verify: verifyEvery, retention: undefined }[verb]
  if (every === undefined) return null
  return { expected: { kind: 'interval', every }, basis: `${verb}-every`, path: found?.path ?? null }
}

interface FoundWorkflow {
  path: string
  lines: string[]
  /** All its lines are in UTC: of other time zones the moments are not computed. */
  isPlain: boolean
}

/** The workflow with a step that uses the verb's action and names the environment itself, not by an expression. */
function workflowFor(
  verb: WatchedVerb,
  environment: string,
  workflows: ReadonlyMap<string, unknown>,
): FoundWorkflow | null {
  for (const [path, workflow] of workflows) {
    if (!jobsOf(workflow).some((job) => runsIt(job, verb, environment))) continue
    const entries = listAt(at(at(workflow, 'on'), 'schedule'))
    return {
      path,
      lines: entries.flatMap((entry) => textAt(at(entry, 'cron')) ?? []),
      isPlain: entries.every((entry) => ['UTC', 'Etc/UTC', null].includes(textAt(at(entry, 'timezone')))),
    }
  }
  return null
}

function runsIt(job: unknown, verb: WatchedVerb, environment: string): boolean {
  return listAt(at(job, 'steps')).some((step) => {
    const uses = textAt(at(step, 'uses'))?.split('@')[0] ?? ''
    return (
      uses.split('/').slice(-2).join('/') === `actions/${actionOf[verb]}` &&
      textAt(at(at(step, 'with'), 'environment')) === environment
    )
  })
}

function jobsOf(workflow: unknown): unknown[] {
  const jobs = at(workflow, 'jobs')
  return typeof jobs === 'object' && jobs !== null ? Object.values(jobs) : []
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

function listAt(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textAt(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function cronOrNull(lines: readonly string[]) {
  try {
    return parseCrons(lines)
  } catch (error) {
    if (asFailure(error).kind !== 'config') throw error
    return null
  }
}
