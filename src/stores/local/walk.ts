import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredObject } from '../../ports/store.ts'
import { isKey } from '../keys.ts'
import { ignoreAbsent, isAbsent } from './errors.ts'

/** Holds objects while they are being written: on the same file system as the objects, and never listed. */
export const temporaryFolder = '.lifeboat-tmp'

/** Objects of a folder in the order of their keys. A folder sorts by its name and the slash that follows it. */
export async function* walk(root: string, prefix: string, signal?: AbortSignal): AsyncIterable<StoredObject> {
  signal?.throwIfAborted()
  let entries
  try {
    entries = await readdir(join(root, ...prefix.split('/')), { withFileTypes: true })
  } catch (error) {
    if (isAbsent(error)) return
    throw error
  }
  const names = entries
    .filter((entry) => (entry.isFile() || entry.isDirectory()) && isKey(entry.name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => !(prefix === '' && name === `${temporaryFolder}/`))
    .sort()
  for (const name of names) {
    if (name.endsWith('/')) yield* walk(root, prefix + name, signal)
    else {
      signal?.throwIfAborted()
      const found = await lstat(join(root, ...prefix.split('/'), name)).catch(ignoreAbsent)
      if (found?.isFile())
        yield { key: prefix + name, size: found.size, modifiedAt: Math.trunc(found.mtimeMs) }
    }
  }
}
