import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isClosed, isGone, treeJournal } from './tree-workload.ts'

/** What each entry of a tree is, by its path from the root. */
export type TreeFingerprint = ReadonlyMap<string, string>

/**
 * Looks at every entry of a tree but the workload's, by means of its own: a restore that deceives itself must not deceive the
 * drill. Times are left to the restore's own proof.
 */
export async function treeFingerprint(root: string, signal: AbortSignal): Promise<TreeFingerprint> {
  const found = new Map<string, string>()
  const look = async (path: string): Promise<void> => {
    signal.throwIfAborted()
    const absolute = join(root, path)
    const stat = await lstat(absolute)
    const owned = `${(stat.mode & 0o7777).toString(8)} ${stat.uid}:${stat.gid}`
    if (stat.isSymbolicLink()) found.set(path, `link to ${await readlink(absolute)}`)
    else if (stat.isDirectory()) {
      found.set(path, `folder ${owned}`)
      const names = await readdir(absolute).catch((error: unknown) => {
        if (isClosed(error)) return []
        throw error
      })
      for (const name of names) {
        if (path !== '.' || name !== treeJournal) await look(path === '.' ? name : `${path}/${name}`)
      }
    } else found.set(path, `file ${owned} ${stat.size} ${await digestOfFile(absolute, signal)}`)
  }
  await look('.')
  return found
}

/** In the place of a digest, where this user may not read a file that is theirs. */
export const closed = 'closed'

/** SHA-256 of a file; null when it is not there. */
export async function digestOfFile(path: string, signal: AbortSignal): Promise<string | null> {
  const digest = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { signal })) digest.update(chunk as Buffer)
  } catch (error) {
    if (isGone(error)) return null
    if (isClosed(error)) return closed
    throw error
  }
  return digest.digest('hex')
}
