import { statfs } from 'node:fs/promises'
import type { DiskSpace } from '../domain/disk-space.ts'

/** What the system says of a disk: all blocks, those that are free, those of them that a user may take, and their size. */
export interface Blocks {
  blocks: number
  bfree: number
  bavail: number
  bsize: number
}

/** The disk that a folder lies on. Its total is 0 when it tells no size. */
export async function diskSpace(path: string): Promise<DiskSpace> {
  return spaceOf(await statfs(path))
}

export function spaceOf({ blocks, bfree, bavail, bsize }: Blocks): DiskSpace {
  return { free: bavail * bsize, total: (blocks - bfree + bavail) * bsize }
}
