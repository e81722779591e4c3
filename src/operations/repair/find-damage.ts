import { inParallel } from '../../domain/concurrency.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { ArtifactRecord } from '../../domain/manifest.ts'
import type { Bytes } from '../../domain/units.ts'
import { silentLog } from '../../ports/log.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import { statCopies, verifyCopies } from '../../vault/artifact-checks.ts'
import { readManifest, type ReadManifest } from '../../vault/backups.ts'
import { failureOfCopy, problemOf } from '../../vault/copies.ts'
import { backupFolder, keyInside, manifestKey } from '../../vault/layout.ts'
import { demandSealedIdentity } from '../keyring.ts'

/** One object of a backup that is not what it should be in one store. */
export interface Damaged {
  store: Store
  key: string
  problem: 'missing' | 'damaged'
  why: Failure
  /** Null for what belongs to the backup besides its artifacts. */
  artifact: ArtifactRecord | null
}

export interface Findings {
  damaged: Damaged[]
  /** Stores that did not answer, by name. */
  unreachable: Map<string, Failure>
  /** Names of the stores whose own manifest is the very one that was chosen. */
  sameManifest: Set<string>
  looked: { objects: number; bytes: Bytes }
}

const atOnce = 4

/** Holds every copy of a backup to its manifest: by sizes, or by every byte. */
export async function findDamage(
  environment: Environment,
  read: ReadManifest,
  level: 'stored' | 'intact',
  ports: Ports,
): Promise<Findings> {
  const { signal } = ports
  const { manifest } = read
  const folder = backupFolder(environment.environment, manifest.id)
  const found: Findings = {
    damaged: [],
    unreachable: new Map(),
    sameManifest: new Set(),
    looked: { objects: 0, bytes: 0 },
  }
  const note = (store: Store, key: string, why: Failure, artifact: ArtifactRecord | null): void => {
    const problem = problemOf(why)
    if (problem === 'unreachable') {
      if (why.kind === 'bug') throw why
      found.unreachable.set(store.name, why)
    } else found.damaged.push({ store, key, problem, why, artifact })
  }
  for (const store of ports.stores) {
    try {
      const own = await readManifest([store], environment.environment, manifest.id, {
        publicKey: environment.signing.backup ?? null,
        protected: environment.protected,
        log: silentLog,
        signal,
      })
      if (own.sha256 !== read.sha256) throw new Failure('integrity', 'it has another manifest of this backup')
      found.sameManifest.add(store.name)
      // It reads well by an older version alone.
      for (const { key, failure } of own.damages) note(store, key, failure, null)
    } catch (error) {
      const key = manifestKey(environment.environment, manifest.id)
      note(store, key, failureOfCopy(error, signal), null)
    }
    if (manifest.identityKey === null || found.unreachable.has(store.name)) continue
    await demandSealedIdentity(store, manifest, folder, signal).catch((error: unknown) =>
      note(store, keyInside(folder, manifest.identityKey ?? ''), failureOfCopy(error, signal), null),
    )
  }
  const stores = ports.stores.filter((store) => !found.unreachable.has(store.name))
  const artifacts = manifest.sources.flatMap((source) => source.artifacts)
  await inParallel(artifacts, atOnce, async (artifact) => {
    signal.throwIfAborted()
    const key = keyInside(folder, artifact.key)
    const states = await (level === 'stored'
      ? statCopies(stores, key, artifact, signal)
      : verifyCopies(stores, key, artifact, null, signal))
    for (const [index, { failure }] of states.entries()) {
      const store = stores[index]
      if (store !== undefined && failure !== null) note(store, key, failure, artifact)
    }
    found.looked.objects += states.length
    found.looked.bytes += level === 'stored' ? 0 : artifact.storedSize * states.length
  })
  return found
}
