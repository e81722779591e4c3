import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckStatus } from '../../domain/verdict.ts'
import type { RunReport } from '../run-report.ts'
import { add } from './judge-migrations.ts'
import { type ProposedFile, proposedFiles } from './proposed-files.ts'

export interface Checkouts {
  proposed: string
  base: string | null
}

/** Files that Lifeboat is run by, as the pull request adds or changes them. */
export interface GuardFiles {
  environments: ProposedFile[]
  runbooks: ProposedFile[]
  workflows: ProposedFile[]
  /** Those that are gone, and links. */
  others: number
}

/**
 * Finds what the pull request does to files that runs read, and judges what nobody can read: those that are gone, and
 * links. @param isWithheld no name comes out
 */
export async function guardFiles(
  checkouts: Checkouts,
  isWithheld: boolean,
  run: RunReport<'pull request'>,
): Promise<GuardFiles> {
  const { proposed, base } = checkouts
  let others = 0
  const judge = (what: string, status: CheckStatus, detail: string, paths: string[], hint: string) => {
    if (paths.length === 0) return
    others += paths.length
    add(run, what, status, { detail, subjects: isWithheld ? [] : paths, hint })
  }
  const read = async (what: string, pattern: string, isGuard: (path: string) => Promise<boolean>) => {
    const { files, gone, links } = await proposedFiles(pattern, proposed, base)
    const newLinks = links.filter(({ change }) => change === 'new').map(({ path }) => path)
    judge(what, 'failed', 'symbolic links stand where files are read', newLinks, 'Put the files there.')
    const isTaken = new Map<string, boolean>()
    for (const path of gone) isTaken.set(path, await isGuard(path))
    const lost = (taken: boolean) => gone.filter((path) => isTaken.get(path) === taken)
    const hint =
      'Are they meant to go? Then somebody who may merge past this check has to say so. Is the branch behind the base? Bring it up to date.'
    judge(
      what,
      'failed',
      'are gone that the base branch has, and what they guard with them',
      lost(true),
      hint,
    )
    judge(what, 'degraded', 'are gone that the base branch has', lost(false), 'Are they meant to go?')
    return files.filter(({ change }) => change !== 'same')
  }
  const environments = await read('environment files', 'environments/**/*.{yml,yaml}', () =>
    Promise.resolve(true),
  )
  const runbooks = await read('runbooks', 'runbooks/**/*.{yml,yaml}', () => Promise.resolve(false))
  const workflows = await read(
    'workflows',
    '.github/workflows/*.{yml,yaml}',
    async (path) => base !== null && /lifeboat/i.test(`${path} ${await readFile(join(base, path), 'utf8')}`),
  )
  return { environments, runbooks, workflows, others }
}
