import { createHash } from 'node:crypto'
import { chmod, lstat, readlink } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import { counted } from '../../domain/units.ts'
import type { CheckRecorder } from '../check-recorder.ts'
import { failed, passed } from '../check-recorder.ts'
import { openFile, readExactly } from './read-file.ts'
import { formatTime } from './tar-header.ts'
import { comparePaths, readIndex, type IndexEntry } from './tree-index.ts'
import { setsOwners } from './unpack.ts'
import { type Found, walk } from './walk.ts'

export interface TreeComparison {
  entries: number
  missing: Names
  additional: Names
  /** Files whose bytes or size are not those that were backed up. */
  contents: Names
  /** Kind, rights, owner, time, target of a link. */
  properties: Names
  /** Symbolic links that lead out of the tree. */
  outward: number
}

/** Some of the names, and how many there are. */
export class Names {
  readonly some: string[] = []
  count = 0

  add(name: string): void {
    this.count += 1
    if (this.some.length < 20) this.some.push(name)
  }
}

/** Reads a tree back from the disk, every byte of it, and holds it to the index. */
export async function compareTree(index: string, tree: string, signal: AbortSignal): Promise<TreeComparison> {
  const result: TreeComparison = {
    entries: 0,
    missing: new Names(),
    additional: new Names(),
    contents: new Names(),
    properties: new Names(),
    outward: 0,
  }
  // Whoever is not root may not read some of what is theirs; the rights are put back.
  const closed: { absolute: string; mode: number }[] = []
  const openUp = async ({ absolute, stat }: Found) => {
    const mode = Number(stat.mode) & 0o7777
    closed.push({ absolute, mode })
    await chmod(absolute, mode | 0o700)
  }
  const found = walk(tree, {
    signal,
    unreadable: async (folder) => {
      await openUp(folder)
      return 'retry'
    },
  })
  const buffer = Buffer.allocUnsafe(256 * 1024)
  try {
    const expected = readIndex(index, signal)
    let own = (await found.next()).value ?? null
    let entry = (await expected.next()).value ?? null
    while (own !== null || entry !== null) {
      const order = own === null ? 1 : entry === null ? -1 : comparePaths(own.path, entry.path)
      if (own !== null && order < 0) {
        result.additional.add(own.path)
        own = (await found.next()).value ?? null
        continue
      }
      if (entry !== null && order > 0) result.missing.add(entry.path)
      else if (own !== null && entry !== null) {
        result.entries += 1
        await compareEntry(own, entry, { tree, result, buffer, openUp, signal })
        own = (await found.next()).value ?? null
      }
      entry = (await expected.next()).value ?? null
    }
  } finally {
    for (const { absolute, mode } of closed.reverse()) await chmod(absolute, mode)
  }
  return result
}

interface Context {
  tree: string
  result: TreeComparison
  buffer: Buffer
  openUp: (found: Found) => Promise<void>
  signal: AbortSignal
}

async function compareEntry(own: Found, entry: IndexEntry, context: Context): Promise<void> {
  const { result, tree } = context
  const { path } = entry
  if (entry.type === 'hardlink') {
    const first = await lstat(join(tree, entry.target), { bigint: true })
    if (own.stat.ino !== first.ino || own.stat.dev !== first.dev) result.properties.add(path)
    return
  }
  if (own.kind !== entry.type) {
    result.properties.add(path)
    return
  }
  const isSame =
    // Linux gives all links all rights.
    (entry.type === 'symlink' || (Number(own.stat.mode) & 0o7777) === entry.mode) &&
    (!setsOwners() || (Number(own.stat.uid) === entry.uid && Number(own.stat.gid) === entry.gid)) &&
    isSameTime(formatTime(own.stat.mtimeNs), entry.mtime)
  if (entry.type === 'symlink') {
    const target = await readlink(own.absolute)
    if (!isSame || target !== entry.target) result.properties.add(path)
    if (leadsOut(path, target)) result.outward += 1
    return
  }
  if (!isSame) result.properties.add(path)
  if (entry.type === 'file' && (await digestOf(own, context)) !== `${entry.size} ${entry.sha256}`)
    result.contents.add(path)
}

async function digestOf(own: Found, { buffer, openUp, signal }: Context): Promise<string> {
  const { absolute, path } = own
  const file = await openFile(absolute, path).catch(async (error: unknown) => {
    if (!(error instanceof Failure) || error.kind !== 'access') throw error
    await openUp(own)
    return openFile(absolute, path)
  })
  if (file === null) return ''
  try {
    const stat = await file.stat({ bigint: true })
    const digest = createHash('sha256')
    for await (const chunk of readExactly(file, stat, { path, buffer, signal })) digest.update(chunk)
    return `${stat.size} ${digest.digest('hex')}`
  } finally {
    await file.close()
  }
}

/** Times are set through a floating-point number of seconds, which is finer than a microsecond. */
function isSameTime(a: string, b: string): boolean {
  return Math.abs(Number(a) - Number(b)) < 2e-6
}

function leadsOut(path: string, target: string): boolean {
  if (target.startsWith('/')) return true
  const end = posix.normalize(posix.join(posix.dirname(path), target))
  return end === '..' || end.startsWith('../')
}

/** Judges what came back: nothing more, nothing less, and nothing else. */
export async function proveTreeEqual(
  index: string,
  tree: string,
  checks: CheckRecorder,
  signal: AbortSignal,
): Promise<{ isEqual: boolean; comparison: TreeComparison | null }> {
  let comparison: TreeComparison | null = null
  const isEqual = await checks.ask('equal', 'entries', async () => {
    comparison = await compareTree(index, tree, signal)
    const { missing, additional, contents, properties, entries } = comparison
    const wrong = (names: Names, what: string) =>
      failed('integrity', `${counted(names.count, 'entry', 'entries')} ${what}`, names.some)
    return [
      ...(missing.count > 0 ? [wrong(missing, 'of the index did not come back')] : []),
      ...(additional.count > 0 ? [wrong(additional, 'came back that the index does not have')] : []),
      ...(contents.count > 0 ? [wrong(contents, 'came back with other bytes')] : []),
      ...(properties.count > 0
        ? [wrong(properties, 'came back with another kind, right, owner, time or target')]
        : []),
      ...(missing.count + additional.count + contents.count + properties.count === 0
        ? [
            passed(
              `${counted(entries, 'entry', 'entries')} came back, no more and no less, each with its bytes, rights, time${setsOwners() ? ', owner' : ''} and target`,
            ),
          ]
        : []),
    ]
  })
  return { isEqual, comparison }
}
