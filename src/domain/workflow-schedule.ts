import { z } from 'zod'
import { commandsIn } from './workflow-script.ts'

export type ScheduledVerb = 'backup' | 'verify' | 'retention'

export interface WorkflowSchedule {
  /** The cron lines, in UTC, that start the verb for the environment; none when only other events do. */
  lines: string[]
  /** False when lines stand beside them in another time zone: of those the moments are not computed. */
  isWhole: boolean
}

const line = z.object({ cron: z.string(), timezone: z.string().optional() })
const step = z.object({
  if: z.unknown().optional(),
  uses: z.string().optional().catch(undefined),
  run: z.string().optional().catch(undefined),
  with: z.record(z.string(), z.unknown()).optional().catch(undefined),
})
type Step = z.infer<typeof step>

/** As much of a workflow as says what it does for an environment, and when. */
const workflow = z.object({
  on: z.object({ schedule: z.array(line.nullable().catch(null)).catch([]) }).catch({ schedule: [] }),
  jobs: z.record(
    z.string(),
    z
      .object({
        if: z.unknown().optional(),
        strategy: z.object({ matrix: z.unknown() }).optional().catch(undefined),
        steps: z.array(step.catch({ if: false })).catch([]),
      })
      .catch({ if: false, steps: [] }),
  ),
})

/**
 * When a workflow runs a verb for an environment; null when it does not. A job that takes its environment from a matrix
 * is understood where the matrix lists names, or says by `github.event.schedule == '…' && 'name'` which line means which
 * environment.
 * @param file what the workflow's YAML says; what is no workflow runs nothing
 */
export function scheduleIn(file: unknown, verb: ScheduledVerb, environment: string): WorkflowSchedule | null {
  const parsed = workflow.safeParse(file)
  if (!parsed.success) return null
  const { on, jobs } = parsed.data
  const all = on.schedule.filter((entry) => entry !== null)
  const inUtc = all.filter(({ timezone = 'UTC' }) => ['UTC', 'Etc/UTC'].includes(timezone))
  const lines = inUtc.map(({ cron }) => cron)
  const found = new Set<string>()
  let runsIt = false
  for (const { strategy, steps } of Object.values(jobs).filter(mayRun)) {
    for (const named of steps.filter(mayRun).flatMap((each) => environmentsOf(each, verb))) {
      const choices = named.includes('${{') ? textsOf(strategy?.matrix) : [named]
      for (const choice of choices) {
        const meant = choice === environment ? lines : linesMeaning(environment, choice)
        if (choice !== environment && meant.length === 0) continue
        runsIt = true
        for (const line of meant) if (lines.includes(line)) found.add(line)
      }
    }
  }
  return runsIt ? { lines: [...found], isWhole: inUtc.length === all.length } : null
}

/** The lines on which an expression gives the environment. */
function linesMeaning(environment: string, expression: string): string[] {
  return [...expression.matchAll(/github\.event\.schedule == '([^']*)' && '([^']*)'/g)].flatMap(
    ([, line = '', chosen]) => (chosen === environment ? [line] : []),
  )
}

/** What a step's `uses:`, the root action's `command` and the command line call each verb. */
const actionOf: Readonly<Record<ScheduledVerb, string>> = {
  backup: 'backup',
  verify: 'verify-restore',
  retention: 'retention',
}

/** Not what somebody has switched off for good. What depends on anything else may run. */
function mayRun({ if: condition }: { if?: unknown }): boolean {
  return (
    condition !== false &&
    !(typeof condition === 'string' && /^\s*(?:\$\{\{\s*)?false(?:\s*\}\})?\s*$/.test(condition))
  )
}

/** The environments that a step runs the verb for, or expressions that say them; none when it does not run it. */
function environmentsOf({ uses = '', run = '', with: given = {} }: Step, verb: ScheduledVerb): string[] {
  const action = actionOf[verb]
  const isAction =
    new RegExp(`(^|/)actions/${action}(@|$)`).test(uses) || (uses !== '' && given['command'] === action)
  if (isAction && typeof given['environment'] === 'string') return [given['environment']]
  const typed = new RegExp(
    `\\blifeboat(?:\\.js)? ${verb}(?![\\w-]).*?--environment[ =]["']?(\\$\\{\\{[^}]*\\}\\}|[\\w-]+)`,
  )
  return commandsIn(run).flatMap((command) => typed.exec(command)?.[1] ?? [])
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsOf)
}
