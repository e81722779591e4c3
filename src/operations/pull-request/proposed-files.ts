import { glob, lstat, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import { isSameLink, linksThatFit } from './proposed-links.ts'

export interface ProposedFile {
  /** From the root of the repository. */
  path: string
  text: string
  /** Whether the base has no such file, or another text. */
  change: 'added' | 'changed' | 'same'
}

export interface Proposal {
  /** In the order of their names. */
  files: ProposedFile[]
  /** What the base has, and the proposed checkout has not. */
  gone: string[]
  /** Links by which others find files that fit. Nobody here has followed them. */
  links: { path: string; change: 'new' | 'same' }[]
}

const largestFile = 16 * 1024 * 1024

/**
 * Files of the proposed checkout that fit a pattern, compared with those of the base. Links are not followed, since what
 * lies outside of the checkout is none of its files; they are named, since tools do follow them.
 */
export async function proposedFiles(
  pattern: string,
  proposed: string,
  base: string | null,
): Promise<Proposal> {
  if (pattern.startsWith('/') || pattern.split('/').includes('..'))
    throw new Failure('config', 'a pattern of migrations leads out of the repository')
  const paths = await ownFiles(pattern, proposed)
  const before = new Set(base === null ? [] : await ownFiles(pattern, base))
  const files: ProposedFile[] = []
  for (const path of paths) {
    const text = await readFile(join(proposed, path), 'utf8')
    const old = base !== null && before.has(path) ? await readFile(join(base, path), 'utf8') : null
    files.push({ path, text, change: old === null ? 'added' : old === text ? 'same' : 'changed' })
  }
  const links: Proposal['links'] = []
  for (const path of await linksThatFit(pattern, proposed)) {
    const isSame = base !== null && (await isSameLink(path, proposed, base))
    links.push({ path, change: isSame ? 'same' : 'new' })
  }
  return { files, gone: [...before].filter((path) => !paths.includes(path)), links }
}

/** @throws Failure `config` when a checkout is not there: nothing that it lacks may look like nothing to judge */
export async function demandCheckouts(proposed: string, base: string | null): Promise<void> {
  for (const [name, folder] of [
    ['proposed', proposed],
    ['base', base],
  ] as const) {
    if (folder === null) continue
    const found = await stat(folder).catch(() => null)
    if (found?.isDirectory() === true) continue
    throw new Failure('config', `${name}: ${folder} is no folder that can be read`, {
      hint: 'Give the path of a checkout.',
    })
  }
}

async function ownFiles(pattern: string, root: string): Promise<string[]> {
  const paths: string[] = []
  for await (const path of glob(pattern, { cwd: root })) if (await isOwnFile(root, path)) paths.push(path)
  return paths.sort()
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
