import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** What an event says of the repository it happened in. On github.com those of a schedule say it too, since 2022. */
const eventSchema = z.object({
  repository: z.object({
    private: z.boolean().optional(),
    visibility: z.string().optional(),
    default_branch: z.string().min(1).optional(),
  }),
})

/**
 * Whether everyone may read this repository's logs, summaries and issues. Where the event does not say, or says it in a
 * word that we do not know, the answer is yes. Internal repositories, which only an enterprise's members see, are not public.
 * @param eventPath GITHUB_EVENT_PATH
 */
export async function isPublicRepository(eventPath: string | undefined): Promise<boolean> {
  const repository = await repositoryOf(eventPath)
  if (repository?.visibility !== undefined) return !['private', 'internal'].includes(repository.visibility)
  return repository?.private !== true
}

/** The branch that pull requests go to; null where the event does not say. @param eventPath GITHUB_EVENT_PATH */
export async function defaultBranchOf(eventPath: string | undefined): Promise<string | null> {
  return (await repositoryOf(eventPath))?.default_branch ?? null
}

async function repositoryOf(eventPath: string | undefined) {
  if (eventPath === undefined || eventPath === '') return null
  const event = await readFile(eventPath, 'utf8').then(parsed, () => null)
  return event?.repository ?? null
}

function parsed(text: string): z.output<typeof eventSchema> | null {
  try {
    return eventSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
