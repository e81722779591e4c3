import { glob, lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'

export interface ProposedFile {
  /** From the root of the repository. */
  path: string
  text: string
  /** Whether the base has no such file, or another text. */
  change: 'added' | 'changed' | 'same'
}

const largestFile = 16 * 1024 * 1024

/**
 * Files of the proposed checkout that fit a pattern, in the order of their names, compared with those of the base. Links
 * are not followed: what lies outside of the checkout is none of its files.
 */
export async function proposedFiles(
  pattern: string,
  proposed: string,
  base: string | null,
): Promise<ProposedFile[]> {
  if (pattern.startsWith('/') || pattern.split('/').includes('..'))
    throw new Failure('config', 'a pattern of migrations leads out of the repository')
  const paths: string[] = []
  for await (const path of glob(pattern, { cwd: proposed })) paths.push(path)
  const files: ProposedFile[] = []
  for (const path of paths.sort()) {
    if (!(await isOwnFile(proposed, path))) continue
    const text = await readFile(join(proposed, path), 'utf8')
    const before =
      base !== null && (await isOwnFile(base, path)) ? await readFile(join(base, path), 'utf8') : null
    files.push({ path, text, change: before === null ? 'added' : before === text ? 'same' : 'changed' })
  }
  return files
}

/** A file, reached through folders alone. @throws Failure `config` when it is far too large */
async function isOwnFile(root: string, path: string): Promise<boolean> {
  const parts = path.split('/')
  for (const [index] of parts.entries()) {
    const found = await lstat(join(root, ...parts.slice(0, index + 1))).catch(() => null)
    if (found === null || found.isSymbolicLink()) return false
    if (index < parts.length - 1) continue
    if (found.size > largestFile) {
      throw new Failure('config', 'a file of the pull request is larger than 16 MiB', { subjects: [path] })
    }
    return found.isFile()
  }
  return false
}
