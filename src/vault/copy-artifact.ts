import { pipeline } from 'node:stream/promises'
import { asFailure, type Failure } from '../domain/failure.ts'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { Log } from '../ports/log.ts'
import type { PutOptions, Reader, Store } from '../ports/store.ts'
import { SizeLimit, storedCheck } from './artifact-stages.ts'
import { type Damage, fromFirstSoundCopy, throwIfCancelled } from './copies.ts'
import { FanOut } from './fan-out.ts'

export interface ArtifactCopy {
  /** In the order in which they are read. */
  from: readonly Reader[]
  /** Stores that lack it. */
  to: readonly Store[]
  key: string
  artifact: ArtifactRecord
  keep: Pick<PutOptions, 'retentionClass'>
  /** What to do when there is no sound copy. */
  whenLost: string
}

export interface CopiedArtifact {
  /** Why a store did not take it, by its name. */
  failures: Map<string, Failure>
  /** What was wrong with copies that were read. */
  damages: Damage[]
}

/**
 * Copies one artifact to stores that lack it, reading it once for all of them. The bytes pass on as they come, and are held
 * to the manifest on their way: as a store shows an object only when its stream has ended well, none ever shows a damaged
 * one. Where a copy breaks off or turns out to be damaged, the next one is read from its beginning.
 * @throws Failure when there is no sound copy; `cancelled`
 */
export async function copyArtifact(
  { from, to, key, artifact, keep, whenLost }: ArtifactCopy,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<CopiedArtifact> {
  const failures = new Map<string, Failure>()
  const damages: Damage[] = []
  await fromFirstSoundCopy(
    from,
    key,
    async (store, version) => {
      const targets = to.filter((target) => !failures.has(target.name))
      if (targets.length === 0) return true
      const body = await store.get(key, { signal, ...(version === undefined ? {} : { version }) })
      if (body === null) return null
      const fan = new FanOut(async () => void (await Promise.all(puts)))
      const puts = targets.map(async (target) => {
        const branch = fan.branch()
        try {
          await target.put(key, branch, { ...keep, atMost: artifact.storedSize, signal })
        } catch (error) {
          // When the reading was given up, that is no fault of the store that was to take it.
          if (!fan.destroyed && !signal.aborted) failures.set(target.name, asFailure(error))
        } finally {
          branch.destroy()
        }
      })
      try {
        await pipeline([body, new SizeLimit(key, artifact), storedCheck(key, artifact), fan], { signal })
      } finally {
        // Only when every put has given up is it certain that none becomes visible after this.
        await Promise.all(puts)
      }
      return true
    },
    { damages, size: artifact.storedSize, whenLost, log, signal },
  )
  throwIfCancelled(signal)
  return { failures, damages }
}
