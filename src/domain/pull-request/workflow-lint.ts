import { z } from 'zod'

/** What people who do not own the repository can choose freely. */
const untrusted =
  /\$\{\{[^}]*\bgithub\.(head_ref|event\.(pull_request\.(title|body|head\.(ref|label|repo\.\w+))|issue\.(title|body)|comment\.body|review\.body|review_comment\.body|discussion\.(title|body)|head_commit\.(message|author\.\w+)|commits|pages|workflow_run\.(head_branch|head_commit\.\w+|display_title)))/

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
const jobSchema = z.looseObject({
  permissions: z.unknown().optional(),
  uses: z.string().optional(),
  steps: z.array(stepSchema).optional(),
})
const workflowSchema = z.looseObject({
  on: z.unknown(),
  permissions: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
})

/**
 * What matters of a workflow to whoever keeps backups in its repository: rights, pins, and text of strangers in
 * scripts. Not a whole linter: actionlint and zizmor know more. Empty when nothing was found.
 */
export async function lintWorkflow(text: string): Promise<string[]> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text, { version: '1.2', logLevel: 'error', prettyErrors: false })
  if (document.errors.length > 0) return ['is no YAML']
  const parsed = workflowSchema.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (!parsed.success) return ['is no workflow: on, or jobs with their steps, are missing or of another form']
  const { on, permissions, jobs } = parsed.data
  const problems: string[] = []
  for (const job of Object.values(jobs)) {
    const granted = job.permissions ?? permissions
    if (granted === undefined) problems.push('a job says no permissions, so it gets the repository’s default')
    if (granted === 'write-all') problems.push('a job grants itself every permission')
    if (job.uses !== undefined && !isPinned(job.uses))
      problems.push('a called workflow is not pinned to a full commit')
    for (const step of job.steps ?? []) {
      if (step.uses !== undefined && !isPinned(step.uses))
        problems.push('an action is not pinned to a full commit')
      if (step.run !== undefined && untrusted.test(step.run))
        problems.push('a script holds text that strangers choose; pass it by env')
      const ref = step.with?.['ref']
      if (isPrivileged(on) && typeof ref === 'string' && /\bhead\b|head_(sha|branch|ref)/.test(ref))
        problems.push('code of a pull request is checked out in a job that has rights of the repository')
    }
  }
  return [...new Set(problems)]
}

function isPinned(uses: string): boolean {
  if (uses.startsWith('./') || uses.startsWith('$/')) return true
  return uses.startsWith('docker://') ? /@sha256:[0-9a-f]{64}$/.test(uses) : /@[0-9a-f]{40}$/.test(uses)
}

function isPrivileged(on: unknown): boolean {
  const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on ?? {})
  return events.includes('pull_request_target') || events.includes('workflow_run')
}
