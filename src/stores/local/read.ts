import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Bytes } from '../../domain/units.ts'
import { cancelledBy } from '../cancelled.ts'
import { fileFailure } from './errors.ts'

const readChunk: Bytes = 256 * 1024

/** A stream over a part of an open file. It closes the file when it ends or is destroyed. */
export function readFrom(
  file: FileHandle,
  offset: Bytes,
  length: Bytes,
  where: string,
  signal?: AbortSignal,
): Readable {
  let position = offset
  const end = offset + length
  return new Readable({
    ...(signal && { signal }),
    highWaterMark: readChunk,
    read() {
      const wanted = Math.min(readChunk, end - position)
      if (wanted <= 0) {
        this.push(null)
        return
      }
      file.read(Buffer.allocUnsafe(wanted), 0, wanted, position).then(
        ({ bytesRead, buffer }) => {
          position += bytesRead
          this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead))
        },
        (error: unknown) => this.destroy(fileFailure(error, where)),
      )
    },
    destroy(broken, done) {
      const reason = broken === null ? null : (cancelledBy(signal, broken) ?? broken)
      const closed = () => done(reason)
      file.close().then(closed, closed)
    },
  })
}
