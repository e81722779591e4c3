import { lstat, mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../../domain/failure.ts'
import { codeOf, fileFailure, unlessGone } from './errors.ts'
import { isAlive } from '../laboratory/alive.ts'
import { removeTree } from './remove-tree.ts'

/** In the folder that a restore works in: whose it is. */
const markName = 'lifeboat-restore.json'
const markSchema = z.object({ backup: z.string(), host: z.string(), process: z.int() })

/** Where a restore unpacks, until all is whole and proven: a folder of its own beside the place, marked as ours. */
export interface WorkingFolder {
  readonly path: string
  readonly tree: string
}

export function workingFolder(path: string): WorkingFolder {
  return { path, tree: join(path, 'tree') }
}

/** `taken`: something that no restore of this backup has made; `busy`: one that is at work. */
export async function lookUp(
  { path }: WorkingFolder,
  backupId: string,
): Promise<'free' | 'left' | 'busy' | 'taken'> {
  const found = await unlessGone(lstat(path))
  if (found === null) return 'free'
  if (!found.isDirectory()) return 'taken'
  const text = await unlessGone(readFile(join(path, markName), 'utf8'))
  // Killed between making it and marking it.
  if (text === null) return (await readdir(path)).length === 0 ? 'left' : 'taken'
  const mark = parseMark(text)
  if (mark === null || mark.backup !== backupId) return 'taken'
  const stillAtWork = mark.host === hostname() && mark.process !== process.pid && isAlive(mark.process)
  return stillAtWork ? 'busy' : 'left'
}

/** Makes it anew. What an interrupted restore of the same backup has left there is removed. @throws Failure */
export async function makeWorking(working: WorkingFolder, backupId: string): Promise<void> {
  const state = await lookUp(working, backupId)
  if (state === 'taken' || state === 'busy') throw inTheWay(state, working.path)
  try {
    await removeTree(working.path)
    await mkdir(working.path, { mode: 0o700 })
    const mark: z.infer<typeof markSchema> = { backup: backupId, host: hostname(), process: process.pid }
    await writeFile(join(working.path, markName), JSON.stringify(mark), { flag: 'wx' })
    await mkdir(working.tree, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw inTheWay('busy', working.path)
    throw fileFailure(error, 'making the folder to restore in', working.path)
  }
}

/** Removes it when it is ours. The mark goes last, so that it stays ours when this is interrupted. */
export async function removeWorking(working: WorkingFolder): Promise<void> {
  if ((await unlessGone(lstat(working.path))) === null) return
  for (const name of await readdir(working.path)) {
    if (name !== markName) await removeTree(join(working.path, name))
  }
  await removeTree(join(working.path, markName))
  await rmdir(working.path).catch((error: unknown) => {
    throw fileFailure(error, 'removing the folder that a restore worked in', working.path)
  })
}

export function inTheWay(state: 'taken' | 'busy', path: string): Failure {
  return state === 'busy'
    ? new Failure('refused', 'another restore of this backup is at work beside the place', {
        hint: 'Wait for its end.',
        subjects: [path],
      })
    : new Failure('refused', 'a folder of the name that this restore works under is there, and is not ours', {
        hint: 'Look at it, and move it away if nobody needs it.',
        subjects: [path],
      })
}

function parseMark(text: string): z.infer<typeof markSchema> | null {
  try {
    return markSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
