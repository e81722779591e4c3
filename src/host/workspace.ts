import { open, readdir, stat } from 'node:fs/promises'
import type { Workspace } from '../ports/workspace.ts'
import { diskSpace } from './disk-space.ts'

const mostOfAFile = 1024 * 1024

/** The files of this machine, as far as they are there. */
export const localWorkspace: Workspace = {
  names: async (folder) => {
    const entries = await ifThere(readdir(folder, { withFileTypes: true }))
    return (entries ?? []).filter((entry) => entry.isFile()).map(({ name }) => name)
  },
  read: async (path) => {
    const file = await ifThere(open(path, 'r'))
    if (file === null) return null
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(mostOfAFile), 0, mostOfAFile, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  },
  look: async (path) => {
    const found = await ifThere(stat(path))
    return found === null || !found.isFile() ? null : { size: found.size, modifiedAt: found.mtimeMs }
  },
  disk: (path) => ifThere(diskSpace(path)),
}

async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null
    throw error
  }
}
