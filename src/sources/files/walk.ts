import { isUtf8 } from 'node:buffer'
import type { BigIntStats } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import picomatch from 'picomatch'
import { codeOf, fileFailure, unlessGone } from './errors.ts'

/** Something in a tree, looked at without following a link. */
export interface Found {
  /** From the root of the tree, with `/`; `.` is the root itself. */
  path: string
  absolute: string
  stat: BigIntStats
  /** `unnamed`: its name is not UTF-8, so `path` only resembles it. */
  kind: 'folder' | 'file' | 'symlink' | 'special' | 'unnamed'
}

export interface WalkOptions {
  /** Whether this is left out, and what lies in it. */
  isExcluded?: (path: string) => boolean
  /** A folder that may not be read: whether to try again. By default an error. */
  unreadable?: (found: Found) => Promise<'retry' | 'skip'>
  signal: AbortSignal
}

/**
 * Everything in a tree, a folder before what lies in it, by the bytes of the names: the same tree gives the same order.
 * What is deleted meanwhile is left out. In memory are the names of the folders on the way to where it is.
 * @throws Failure `missing` or `access`
 */
export async function* walk(root: string, options: WalkOptions): AsyncGenerator<Found> {
  const stat = await lstat(root, { bigint: true }).catch((error: unknown) => {
    throw fileFailure(error, 'looking at the folder', root)
  })
  yield* below({ path: '.', absolute: root, stat, kind: kindOf(stat) }, options)
}

async function* below(found: Found, options: WalkOptions): AsyncGenerator<Found> {
  options.signal.throwIfAborted()
  yield found
  if (found.kind !== 'folder') return
  for (const bytes of await namesIn(found, options)) {
    const name = bytes.toString()
    const path = found.path === '.' ? name : `${found.path}/${name}`
    if (options.isExcluded?.(path) === true) continue
    const absolute = join(found.absolute, name)
    if (!isUtf8(bytes)) {
      yield { path, absolute, stat: found.stat, kind: 'unnamed' }
      continue
    }
    const stat = await unlessGone(lstat(absolute, { bigint: true })).catch((error: unknown) => {
      throw fileFailure(error, 'looking at a file', path)
    })
    if (stat !== null) yield* below({ path, absolute, stat, kind: kindOf(stat) }, options)
  }
}

async function namesIn(found: Found, { unreadable, signal }: WalkOptions): Promise<Buffer[]> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    try {
      const names = (await unlessGone(readdir(found.absolute, { encoding: 'buffer' }))) ?? []
      return names.sort((a, b) => Buffer.compare(a, b))
    } catch (error) {
      const isDenied = codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM'
      if (!isDenied || unreadable === undefined || attempt > 1)
        throw fileFailure(error, 'reading a folder', found.path)
      if ((await unreadable(found)) === 'skip') return []
    }
  }
}

function kindOf(stat: BigIntStats): Found['kind'] {
  if (stat.isDirectory()) return 'folder'
  if (stat.isFile()) return 'file'
  return stat.isSymbolicLink() ? 'symlink' : 'special'
}

/**
 * What the patterns leave out. Without a slash a pattern is held against each name, wherever it lies; with one against
 * the path from the root. `*` does not cross a slash, `**` does.
 */
export function excluding(patterns: readonly string[]): (path: string) => boolean {
  const options = { dot: true, nonegate: true }
  const tests = patterns.map((pattern) => {
    const plain = pattern.replace(/\/+$/, '')
    if (!plain.includes('/')) {
      const isMatch = picomatch(plain, options)
      return (path: string) => isMatch(path.slice(path.lastIndexOf('/') + 1))
    }
    const isMatch = picomatch(plain.replace(/^\/+/, ''), options)
    return (path: string) => isMatch(path)
  })
  return (path) => tests.some((test) => test(path))
}
