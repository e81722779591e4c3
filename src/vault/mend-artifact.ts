import { Failure } from '../domain/failure.ts'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { FileHandle } from 'node:fs/promises'
import type { Log } from '../ports/log.ts'
import type { PutOptions, Reader, Store } from '../ports/store.ts'
import { fromFirstSoundCopy } from './copies.ts'
import { spoolArtifact } from './spool-artifact.ts'

export interface ArtifactToMend extends LookedFor {
  /** Where it is damaged or missing. */
  store: Store
  isDamaged: boolean
  keep: Pick<PutOptions, 'retentionClass'>
}

export interface LookedFor {
  key: string
  artifact: ArtifactRecord
  /** Where a sound copy is looked for; the store that is to be mended may itself have an older version of it. */
  from: readonly Reader[]
  /** What to do when there is none. */
  whenLost: string
}

/** A sound copy of an artifact, whole and checked on this machine. @throws Failure `integrity` or `missing` when there is none */
export async function fetchSound(
  { key, artifact, from, whenLost }: LookedFor,
  { spool, log, signal }: { spool: string; log: Log; signal: AbortSignal },
): Promise<FileHandle> {
  const { value } = await fromFirstSoundCopy(
    from,
    key,
    (reader, version) => spoolArtifact(reader, key, version, artifact, spool, signal),
    { damages: [], size: artifact.storedSize, whenLost, log, signal },
  )
  return value
}

/**
 * Puts a sound copy of an artifact in the place of a damaged or missing one. The sound one lies whole and checked on this
 * machine before anything is removed, so that no network and no other store can come between.
 * @param allow called right before the damaged object is removed; throws when it must not be
 * @throws Failure `refused` when a lock holds the damaged object, `access` when these credentials may not remove it
 */
export async function mendArtifact(
  { store, isDamaged, keep, ...wanted }: ArtifactToMend,
  allow: () => Promise<void>,
  context: { spool: string; log: Log; signal: AbortSignal },
): Promise<void> {
  const { key, artifact } = wanted
  const { signal } = context
  const file = await fetchSound(wanted, context)
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
