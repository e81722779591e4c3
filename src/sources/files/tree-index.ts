import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { Failure } from '../../domain/failure.ts'

/**
 * The index of a tree: a line of JSON for each entry, in the order of the archive, which is that of `walk`. It is what
 * a restore is held to.
 */

const owned = {
  /** From the root of the tree, with `/`; `.` is the root itself. */
  path: z.string().min(1),
  /** Permission bits, with those for set-user-id, set-group-id and sticky. */
  mode: z.int().min(0).max(0o7777),
  uid: z.int().min(0),
  gid: z.int().min(0),
  /** Seconds since the epoch with nine decimals, as in a pax header. */
  mtime: z.string().regex(/^-?\d+\.\d{9}$/),
}
const entrySchema = z.discriminatedUnion('type', [
  z.object({ ...owned, type: z.literal('folder') }),
  z.object({
    ...owned,
    type: z.literal('file'),
    size: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** How often the archive has it, one after the other: the last one counts. */
    readings: z.int().min(1),
    /** It changed during every reading. */
    changing: z.literal(true).optional(),
  }),
  z.object({ ...owned, type: z.literal('symlink'), target: z.string().min(1) }),
  /** Another name of a file that stands before it, with all that it has. */
  z.object({ path: owned.path, type: z.literal('hardlink'), target: z.string().min(1) }),
])
export type IndexEntry = z.infer<typeof entrySchema>

export const indexName = 'index.jsonl'
export const sumsName = 'sha256sums.txt'
export const partName = (number: number): string => `part-${String(number).padStart(6, '0')}.tar`
export const isPart = (name: string): boolean => /^part-\d{6,}\.tar$/.test(name)

export function indexLine(entry: IndexEntry): string {
  return `${JSON.stringify(entry)}\n`
}

/** As sha256sum prints it: with a backslash first when the name has characters that stand escaped. */
export function sumLine(path: string, sha256: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`
}

/**
 * The entries of an index file. Whatever this gives can be made below a folder in this order, without leaving it: paths
 * are plain, ascend, and lie in folders that came before.
 * @throws Failure `integrity` at the first that does not
 */
export async function* readIndex(file: string, signal: AbortSignal): AsyncGenerator<IndexEntry> {
  const folders: string[] = []
  let last: string | null = null
  for await (const line of linesOf(file, signal)) {
    const entry = parseEntry(line)
    const { path } = entry
    if (last === null) {
      if (path !== '.' || entry.type !== 'folder') throw broken('does not begin with the folder itself', path)
    } else {
      if (!isPlain(path)) throw broken('has an entry that would lie outside of the folder', path)
      if (comparePaths(last, path) >= 0) throw broken('has an entry twice, or out of order', path)
      while (folders.length > 0 && folders.at(-1) !== parentOf(path)) folders.pop()
      if (folders.length === 0) throw broken('has an entry that lies in no folder', path)
    }
    if (entry.type === 'hardlink' && !isPlain(entry.target))
      throw broken('has a link to a file outside of the folder', path)
    if (entry.type === 'folder') folders.push(path)
    last = path
    yield entry
  }
  if (last === null) throw broken('is empty')
}

export function parentOf(path: string): string {
  const end = path.lastIndexOf('/')
  return end === -1 ? '.' : path.slice(0, end)
}

/** Below zero when `a` comes before `b` in a walk. */
export function comparePaths(a: string, b: string): number {
  if (a === b) return 0
  if (a === '.') return -1
  if (b === '.') return 1
  const [left, right] = [a.split('/'), b.split('/')]
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const order = Buffer.compare(Buffer.from(part), Buffer.from(other))
    if (order !== 0) return order
  }
  return -1
}

function isPlain(path: string): boolean {
  return !path.includes('\0') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

function parseEntry(line: string): IndexEntry {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new Failure('integrity', 'the index of the tree has a line that is not JSON', { cause })
  }
  const parsed = entrySchema.safeParse(value)
  if (!parsed.success)
    throw new Failure('integrity', 'the index of the tree has a line that is not well-formed', {
      cause: parsed.error,
    })
  return parsed.data
}

function broken(what: string, path?: string): Failure {
  return new Failure('integrity', `the index of the tree ${what}`, {
    subjects: path === undefined ? [] : [path],
  })
}

/** Not `readline`, which ends lines at further characters, and names may have them. */
export async function* linesOf(file: string, signal: AbortSignal): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const bytes of createReadStream(file, { signal })) {
    let chunk = bytes as Buffer
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10)) {
      yield Buffer.concat([...rest, chunk.subarray(0, end)]).toString()
      rest = []
      chunk = chunk.subarray(end + 1)
    }
    if (chunk.length > 0) rest.push(chunk)
  }
  if (rest.length > 0) throw broken('ends in the middle of a line')
}
