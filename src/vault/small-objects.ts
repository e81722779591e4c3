import { Failure, asFailure } from '../domain/failure.ts'
import type { Bytes } from '../domain/units.ts'
import type { GetOptions, PutOptions, Reader, Store } from '../ports/store.ts'

/** Manifests of very large databases have some tens of MiB; more is not what we wrote. */
export const largestRecord: Bytes = 256 * 1024 * 1024

/**
 * Writes a small object once. That the very same bytes are there already is no failure: an answer that got lost on its
 * way makes a repeated put find its own work.
 */
export async function putOnce(
  store: Store,
  key: string,
  bytes: Uint8Array,
  signal: AbortSignal,
  keep: Pick<PutOptions, 'retentionClass'> = {},
): Promise<void> {
  try {
    await store.put(key, bytes, { ...keep, atMost: bytes.length, signal })
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind !== 'refused') throw failure
    const existing = await readWhole(store, key, { signal })
    if (existing === null || !existing.equals(bytes)) throw failure
  }
}

/** A small object's bytes, or null when there is none. @throws Failure, `integrity` when it is beyond any size we write */
export async function readWhole(
  store: Reader,
  key: string,
  options: GetOptions,
  limit: Bytes = largestRecord,
): Promise<Buffer | null> {
  const body = await store.get(key, options)
  if (body === null) return null
  const pieces: Buffer[] = []
  let size = 0
  // Leaving the loop early destroys the stream.
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > limit) throw new Failure('integrity', `${key} is larger than anything Lifeboat writes there`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces, size)
}
