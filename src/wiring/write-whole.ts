import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Failure } from '../domain/failure.ts'

/**
 * Writes a file in one step: whoever reads it finds the old text or the new, never a half. What is no file, such as a pipe or
 * `/dev/stdout`, is written to and stays what it is.
 * @throws Failure `config`
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await ((await takesText(path)) ? writeInto(path, text) : replace(path, text))
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure('config', `the file ${path} cannot be written`, {
      cause,
      hint: 'Check that its folder is there, and that this user may write in it.',
    })
  }
}

async function replace(path: string, text: string): Promise<void> {
  // Beside it, since a rename stays within one file system. Hidden, so that no collector reads it.
  const slash = path.lastIndexOf('/')
  const fresh = `${path.slice(0, slash + 1)}.${path.slice(slash + 1)}.${randomUUID().slice(0, 8)}`
  try {
    await writeFile(fresh, text, { flag: 'wx', mode: 0o644 })
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}

/** Whether what is there must not give way to a file: a device, a pipe, what a process holds open. @throws Failure `config` */
async function takesText(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found === null) return false
  if (found.isFile()) return isHeldOpen(path)
  if (found.isDirectory() || found.isBlockDevice()) {
    throw new Failure('config', `the path ${path} is a ${found.isDirectory() ? 'folder' : 'disk'}`, {
      hint: 'Name a file, which is made or replaced, or a pipe that is read.',
    })
  }
  return true
}

/** Whether it is a name such as `/dev/stdout`, which leads to what a process has open: a link into `/proc`. */
async function isHeldOpen(path: string): Promise<boolean> {
  const folder = await realpath(dirname(path))
  if (folder.startsWith('/proc/')) return true
  const link = await readlink(path).catch(() => null)
  return link !== null && isHeldOpen(resolve(folder, link))
}

async function writeInto(path: string, text: string): Promise<void> {
  // Opening a pipe that nobody reads would wait, even for signals in vain; this way it fails. Kept until the text is written.
  await using _door = await open(path, constants.O_WRONLY | constants.O_NONBLOCK)
  await writeFile(path, text, { flag: 'a' })
}
