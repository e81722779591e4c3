import { z } from 'zod'

/** As much of a workflow as says when a backup is made. */
const workflow = z.object({
  on: z.object({ schedule: z.array(z.object({ cron: z.string(), timezone: z.string().optional() })) }),
  jobs: z.record(
    z.string(),
    z.object({
      strategy: z.object({ matrix: z.unknown() }).optional(),
      steps: z
        .array(
          z.object({
            uses: z.string().optional(),
            run: z.string().optional(),
            with: z.record(z.string(), z.unknown()).optional(),
          }),
        )
        .optional(),
    }),
  ),
})

/**
 * The cron lines by which a workflow file backs up an environment; none when it does not. A job that takes its
 * environment from a matrix is understood where the matrix lists names, or says by `github.event.schedule == '…' && 'name'`
 * which line means which environment. Text that is no workflow has none either, nor do lines of another time zone than
 * UTC count.
 */
export async function backupCrons(text: string, environment: string): Promise<string[]> {
  const { parse } = await import('yaml')
  let value: unknown
  try {
    value = parse(text, { maxAliasCount: 100 })
  } catch {
    return []
  }
  const parsed = workflow.safeParse(value)
  if (!parsed.success) return []
  const lines = parsed.data.on.schedule
    .filter(({ timezone = 'UTC' }) => ['UTC', 'Etc/UTC'].includes(timezone))
    .map(({ cron }) => cron)
  const found = new Set<string>()
  for (const job of Object.values(parsed.data.jobs)) {
    for (const step of job.steps ?? []) {
      const named = backedUp(step)
      if (named === null) continue
      if (named === environment) lines.forEach((line) => found.add(line))
      if (!named.includes('${{')) continue
      for (const choice of textsOf(job.strategy?.matrix)) {
        if (choice === environment) lines.forEach((line) => found.add(line))
        for (const [, line, chosen] of choice.matchAll(
          /github\.event\.schedule == '([^']*)' && '([^']*)'/g,
        )) {
          if (chosen === environment && line !== undefined && lines.includes(line)) found.add(line)
        }
      }
    }
  }
  return [...found]
}

/** The environment that a step backs up, or an expression that says it; null when the step backs nothing up. */
function backedUp(step: {
  uses?: string | undefined
  run?: string | undefined
  with?: Record<string, unknown> | undefined
}): string | null {
  const given = step.with?.['environment']
  const isAction =
    /(^|\/)actions\/backup(@|$)/.test(step.uses ?? '') ||
    (step.uses !== undefined && step.with?.['command'] === 'backup')
  if (isAction && typeof given === 'string') return given
  const typed = /\blifeboat(?:\.js)? backup\b[^\n]*?--environment[ =](\$\{\{[^}]*\}\}|[\w-]+)/.exec(
    step.run ?? '',
  )
  return typed?.[1] ?? null
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsOf)
}
