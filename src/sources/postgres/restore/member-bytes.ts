import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { Failure } from '../../../domain/failure.ts'

/**
 * A pack's member as a stream whose end does the pack no harm: tar-stream destroys the whole archive with a member that is
 * destroyed, which is what Node does to a stream that is left half-way, so its iterator must not be known to it whole.
 */
export function memberBytes(member: AsyncIterable<unknown>): Readable {
  const chunks = member[Symbol.asyncIterator]()
  const neverDestroyed = { next: () => chunks.next() }
  return Readable.from({ [Symbol.asyncIterator]: () => neverDestroyed }, { objectMode: false })
}

/** What pg_dump compressed, unpacked. Ends with Failure `integrity` where it is damaged or cut short. */
export function decompressed(bytes: Readable): Readable {
  const unpacked = createZstdDecompress()
  const destroy = unpacked.destroy.bind(unpacked)
  // Here rather than by a listener: whoever reads it hears of an error of zlib's own before any listener could name it.
  unpacked.destroy = (error) => destroy(isOfZlib(error) ? damaged(error) : error)
  pipeline(bytes, unpacked).catch(() => undefined)
  return unpacked
}

function isOfZlib(error: Error | undefined): error is Error {
  return error !== undefined && 'code' in error && /^(Z|ZSTD)_/.test(String(error.code))
}

function damaged(cause: Error): Failure {
  return new Failure('integrity', 'a table’s compressed data is damaged', { cause })
}
