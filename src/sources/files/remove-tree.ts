import { chmod, rm } from 'node:fs/promises'
import { codeOf } from './errors.ts'
import { walk } from './walk.ts'

/** Removes a tree, folders in it that may not be written too. Not stopped by a signal: it is clean-up. */
export async function removeTree(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true })
    return
  } catch (error) {
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EPERM') throw error
  }
  const { signal } = new AbortController()
  for await (const { kind, absolute } of walk(path, { signal, unreadable: async () => 'skip' })) {
    // Told of before what lies in it is read.
    if (kind === 'folder') await chmod(absolute, 0o700)
  }
  await rm(path, { recursive: true, force: true })
}
