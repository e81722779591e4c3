import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { Failure } from '../domain/failure.ts'

/** Writes a file in one step: whoever reads it finds the old text or the new, never a half. @throws Failure `config` */
export async function writeWhole(path: string, text: string): Promise<void> {
  // Beside it, since a rename stays within one file system. Hidden, so that no collector reads it.
  const slash = path.lastIndexOf('/')
  const fresh = `${path.slice(0, slash + 1)}.${path.slice(slash + 1)}.${randomUUID().slice(0, 8)}`
  try {
    await writeFile(fresh, text, { flag: 'wx', mode: 0o644 })
    await rename(fresh, path)
  } catch (cause) {
    await rm(fresh, { force: true })
    throw new Failure('config', `the file ${path} cannot be written`, {
      cause,
      hint: 'Check that its folder is there, and that this user may write in it.',
    })
  }
}
