import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '../../domain/failure.ts'

export interface PlannedFile {
  /** Relative to the repository. */
  path: string
  text: string
}

export interface WrittenFile {
  path: string
  done: 'written' | 'replaced' | 'unchanged'
}

/**
 * What writing these files would do; changes nothing.
 * @throws Failure `refused` when a file exists with another text and `force` was not given
 */
export async function compare(
  directory: string,
  files: readonly PlannedFile[],
  force: boolean,
): Promise<WrittenFile[]> {
  const found = await Promise.all(
    files.map(async (file) => ({ file, existing: await readIfThere(join(directory, file.path)) })),
  )
  const different = found.filter(({ file, existing }) => existing !== null && existing !== file.text)
  if (different.length > 0 && !force) {
    const shown = different.map(
      ({ file, existing }) => `${file.path}\n${difference(existing ?? '', file.text)}`,
    )
    throw new Failure(
      'refused',
      `${different.length === 1 ? 'a file exists' : 'files exist'} with another text; nothing was written\n\n${shown.join('\n\n')}`,
      { hint: 'Take over by hand what you want, or repeat with --force to replace.' },
    )
  }
  return found.map(({ file, existing }) => ({
    path: file.path,
    done: existing === null ? 'written' : existing === file.text ? 'unchanged' : 'replaced',
  }))
}

/** Each file appears whole or not at all. */
export async function write(directory: string, file: PlannedFile): Promise<void> {
  const path = join(directory, file.path)
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomBytes(4).toString('hex')}.draft`
  try {
    await writeFile(draft, file.text, { flag: 'wx' })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null
    throw error
  }
}

/** Lines that only one side has, `-` for what is there and `+` for what would be; common lines are left out. */
export function difference(before: string, after: string): string {
  const a = before.split('\n')
  const b = after.split('\n')
  // Longest common subsequence; these files have about a hundred lines. longest[i][j]: of a from i and b from j.
  const longest = Array.from({ length: a.length + 1 }, () => Array.from(b, () => 0))
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = longest[i]
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: string[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`  - ${a[i]}`)
      i += 1
    } else {
      lines.push(`  + ${b[j]}`)
      j += 1
    }
  }
  return lines.join('\n')
}
