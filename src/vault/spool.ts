import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { callbackify } from 'node:util'
import { Failure } from '../domain/failure.ts'

/** Room on disk for bytes that must be checked whole before any of them is used. */

/**
 * A file without a name: it is gone when its handle closes, however the process ends, and nobody else can open it
 * between the check of its bytes and their use. @throws Failure `capacity`
 */
export async function openNameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `artifact-${randomUUID()}`)
  try {
    const file = await open(path, 'wx+', 0o600)
    await unlink(path)
    return file
  } catch (cause) {
    throw new Failure('capacity', 'no file could be made in the spool folder', {
      cause,
      hint: "See that the runner's folder for temporary files (RUNNER_TEMP) exists, is writable and has room.",
    })
  }
}

/** Writes from the file's start, and leaves the handle open. */
export function writeTo(file: FileHandle): Writable {
  let position = 0
  const write = async (chunks: Buffer[]): Promise<void> => {
    let left = chunks.reduce((size, chunk) => size + chunk.length, 0)
    let queue = chunks
    while (left > 0) {
      const { bytesWritten } = await file.writev(queue, position)
      position += bytesWritten
      left -= bytesWritten
      queue = withoutFirst(queue, bytesWritten)
    }
  }
  const writeChunks = callbackify(write)
  return new Writable({
    highWaterMark: bufferSize,
    write: (chunk: Buffer, _encoding, callback) => writeChunks([chunk], callback),
    writev: (chunks, callback) =>
      writeChunks(
        chunks.map((item) => item.chunk as Buffer),
        callback,
      ),
  })
}

function withoutFirst(chunks: readonly Buffer[], count: number): Buffer[] {
  let left = count
  const rest: Buffer[] = []
  for (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length
    else {
      rest.push(left === 0 ? chunk : chunk.subarray(left))
      left = 0
    }
  }
  return rest
}

const bufferSize = 262_144
