import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Processes } from '../ports/process.ts'

export interface Surroundings {
  processes: Processes
  variables: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
}

/**
 * The Lifeboat that runs, as workflows name it: `owner/repository@<commit>`.
 * @param program path of the script that was started, `bin/lifeboat.js` of a checkout
 * @returns null when it is no checkout of a repository on GitHub, or there is no git
 */
export async function ownCheckout(
  program: string | undefined,
  { processes, variables, signal }: Surroundings,
): Promise<string | null> {
  try {
    const folder = dirname(await realpath(program ?? ''))
    const git = async (...words: string[]): Promise<string[]> => {
      // The home folder has git's settings, such as whose folders it trusts.
      const environment = { PATH: variables['PATH'] ?? '', HOME: variables['HOME'] ?? '' }
      const { code, stdout } = await processes.run('git', ['-C', folder, ...words], { environment, signal })
      return code === 0 ? stdout.trim().split('\n') : []
    }
    const [prefix, commit] = await git('rev-parse', '--show-prefix', 'HEAD')
    // Otherwise the checkout is that of a repository which Lifeboat was installed into.
    if (prefix !== 'bin/' || commit === undefined) return null
    const [url = ''] = await git('remote', 'get-url', 'origin')
    const repository = repositoryOf(url)
    return repository === null ? null : `${repository}@${commit}`
  } catch {
    // It only saves typing: whatever is wrong, the question is asked without it.
    return null
  }
}

/** `owner/repository` from the address of a remote on github.com; null for any other. */
export function repositoryOf(url: string): string | null {
  const form =
    /^(?:https:\/\/(?:[^@/]+@)?github\.com\/|(?:ssh:\/\/)?git@github\.com[:/])([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/
  return form.exec(url)?.[1] ?? null
}
