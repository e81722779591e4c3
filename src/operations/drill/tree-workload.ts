import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { Writer } from './workload.ts'

/** Where the workload of a tree writes: a folder of its own in it. */
export const treeJournal = 'lifeboat_drill'

/** @throws Failure `refused` when the tree has an entry of that name */
export async function makeTreeJournal(tree: string): Promise<void> {
  try {
    await mkdir(join(tree, treeJournal))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new Failure('refused', `the backup has an entry ${treeJournal}, where the drill would write`, {
      hint: 'A drill never writes to the environment. Rename what is yours, back up, and hold the drill again.',
    })
  }
}

/** An application that makes a new file for each write; it is acknowledged once it is on the disk. */
export function treeWriter(tree: string): Writer {
  return {
    write: async (sequence) => {
      const file = await open(join(tree, treeJournal, String(sequence)), 'wx')
      try {
        await file.writeFile(text(sequence))
        await file.sync()
      } finally {
        await file.close()
      }
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
}

/** Numbers of the writes that are there, whole. */
export async function writesIn(tree: string): Promise<ReadonlySet<number>> {
  const folder = join(tree, treeJournal)
  const found = new Set<number>()
  const names = await readdir(folder).catch((error: unknown) => {
    if (isGone(error)) return []
    throw error
  })
  for (const name of names) {
    if ((await readFile(join(folder, name), 'utf8')) === text(Number(name))) found.add(Number(name))
  }
  return found
}

export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

/** By the rights that its owner gave it: only root passes over them. */
export function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')
}

function text(sequence: number): string {
  return `write ${sequence}\n`
}
