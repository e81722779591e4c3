import { Failure } from '../domain/failure.ts'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { Log } from '../ports/log.ts'
import type { PutOptions, Reader, Store } from '../ports/store.ts'
import { fromFirstSoundCopy } from './copies.ts'
import { spoolArtifact } from './spool-artifact.ts'

export interface ArtifactToMend {
  key: string
  artifact: ArtifactRecord
  /** Where it is damaged or missing. */
  store: Store
  isDamaged: boolean
  /** Where a sound copy is looked for; the store itself may have an older version of it. */
  from: readonly Reader[]
  keep: Pick<PutOptions, 'retentionClass'>
}

/**
 * Puts a sound copy of an artifact in the place of a damaged or missing one. The sound one lies whole and checked on this
 * machine before anything is removed, so that no network and no other store can come between.
 * @param allow called right before the damaged object is removed; throws when it must not be
 * @throws Failure `refused` when a lock holds the damaged object, `access` when these credentials may not remove it
 */
export async function mendArtifact(
  { key, artifact, store, isDamaged, from, keep }: ArtifactToMend,
  allow: () => Promise<void>,
  { spool, log, signal }: { spool: string; log: Log; signal: AbortSignal },
): Promise<void> {
  const { value: file } = await fromFirstSoundCopy(
    from,
    key,
    (reader, version) => spoolArtifact(reader, key, version, artifact, spool, signal),
    { damages: [], size: artifact.storedSize, log, signal },
  )
  await using _closing = { [Symbol.asyncDispose]: () => file.close() }
  if (isDamaged) {
    await allow()
    await store.remove(key, signal)
  }
  const body = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 262_144 })
  const stored = await store.put(key, body, { ...keep, atMost: artifact.storedSize, signal })
  if (stored.size !== artifact.storedSize) {
    throw new Failure('integrity', `the store took another size of ${key}`)
  }
}
