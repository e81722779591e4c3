import { statfs } from 'node:fs/promises'
import type { FilesRecord } from '../../domain/manifest.ts'
import type { Bytes } from '../../domain/units.ts'

/** What an entry takes besides its bytes: half a block of the last, and its own. */
const perEntry: Bytes = 4_096

/** What a tree takes on disk, about, and what is free where this folder lies. */
export async function findRoom(
  { databaseSize, files, folders, links }: FilesRecord,
  folder: string,
): Promise<{ needed: Bytes; free: Bytes }> {
  const { bavail, bsize } = await statfs(folder)
  return { needed: databaseSize + (files + folders + links) * perEntry, free: bavail * bsize }
}
