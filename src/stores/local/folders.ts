import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode, ignoreAbsent } from './errors.ts'

/** A put writes to its temporary file all the time; one this long untouched belongs to a run that was killed. */
const staleAfterMilliseconds = 24 * 3_600_000

/** Makes the folders of a key, durably: a folder whose own entry is lost takes its objects with it. */
export async function makeFolders(root: string, key: string): Promise<void> {
  let folder = root
  for (const name of key.split('/').slice(0, -1)) {
    const parent = folder
    folder = join(folder, name)
    try {
      await mkdir(folder, { mode: 0o700 })
      await syncFolder(parent)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

export async function removeEmptyFolders(root: string, key: string): Promise<void> {
  const names = key.split('/').slice(0, -1)
  while (names.length > 0) {
    try {
      await rmdir(join(root, ...names))
    } catch {
      return // not empty, or removed by somebody else
    }
    names.pop()
  }
}

/** Removes what killed runs left behind. A put of another run that still goes on has touched its file lately. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await lstat(path).catch(ignoreAbsent)
    if (found && Date.now() - found.mtimeMs > staleAfterMilliseconds) await unlink(path).catch(ignoreAbsent)
  }
}

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
