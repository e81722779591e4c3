import { createHash } from 'node:crypto'
import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { codeOf, fileFailure } from './errors.ts'

/** One reading of a file. */
export interface Reading {
  stat: BigIntStats
  sha256: string
  /** Nothing has changed it meanwhile. */
  isCalm: boolean
}

/** A regular file that was opened without following a link; null when it is gone, or is something else by now. */
export async function openFile(absolute: string, path: string): Promise<FileHandle | null> {
  // Not blocking: a pipe that took the file's place would wait for a writer for ever.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const handle = await open(absolute, flags).catch((error: unknown) => {
    const code = codeOf(error) ?? ''
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes(code)) return null
    throw fileFailure(error, 'opening a file', path)
  })
  if (handle === null) return null
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  return null
}

/**
 * Exactly as many bytes as the file had at first: what it has grown by is left out, and what it has lost is zeros. The
 * memory of a chunk is used again for the next.
 */
export async function* readExactly(
  handle: FileHandle,
  before: BigIntStats,
  { path, buffer, signal }: { path: string; buffer: Buffer; signal: AbortSignal },
): AsyncGenerator<Buffer, Reading> {
  const digest = createHash('sha256')
  const size = Number(before.size)
  for (let position = 0; position < size;) {
    signal.throwIfAborted()
    const wanted = Math.min(buffer.length, size - position)
    let { bytesRead } = await handle.read(buffer, 0, wanted, position).catch((error: unknown) => {
      throw fileFailure(error, 'reading a file', path)
    })
    if (bytesRead === 0) {
      buffer.fill(0, 0, wanted)
      bytesRead = wanted
    }
    const chunk = buffer.subarray(0, bytesRead)
    digest.update(chunk)
    position += bytesRead
    yield chunk
  }
  const after = await handle.stat({ bigint: true })
  return {
    stat: after,
    sha256: digest.digest('hex'),
    isCalm:
      after.size === before.size && after.mtimeNs === before.mtimeNs && after.ctimeNs === before.ctimeNs,
  }
}
