import type { BackupId } from '../domain/backup-id.ts'
import { inParallel } from '../domain/concurrency.ts'
import { asFailure, Failure } from '../domain/failure.ts'
import type { Bytes, Instant, Milliseconds } from '../domain/units.ts'
import type { Reader, Store, StoredObject } from '../ports/store.ts'
import { failureOfCopy } from './copies.ts'
import {
  markerKey,
  backupFolder,
  backupsFolder,
  manifestKey,
  parseBackupKey,
  parseProofKey,
  proofsFolder,
  signatureKey,
} from './layout.ts'
import type { ReadContext } from './signed-records.ts'

/** What lies in the folders of backups, whole ones and what killed runs left behind; and its removal. */

/** A backup's folder in one store. */
export interface FolderState {
  /** When its manifest was stored; null when there is none. */
  manifestAt: Instant | null
  objects: number
  bytes: Bytes
  /** Of these, what the manifest names as artifacts. */
  artifacts: { objects: number; bytes: Bytes }
  /** When its youngest object was stored. */
  youngest: Instant
}

export function hasManifest(state: FolderState | undefined): boolean {
  return (state?.manifestAt ?? null) !== null
}

export interface FolderSurvey {
  /** By backup, then by the store's name. */
  folders: Map<BackupId, Map<string, FolderState>>
  /** Stores that could not be listed, by name. */
  unreachable: Map<string, Failure>
}

/**
 * Looks at every backup folder of every store. Remembers sums, not objects. A store that has nothing at all while others
 * have backups was never used, or is not what it seems: a folder that is not mounted. It counts as out of reach.
 * @throws Failure when no store could be listed
 */
export async function surveyFolders(
  stores: readonly Reader[],
  environment: string,
  { log, signal }: ReadContext,
): Promise<FolderSurvey> {
  const folders: FolderSurvey['folders'] = new Map()
  const unreachable = new Map<string, Failure>()
  await Promise.all(
    stores.map(async (store) => {
      const own = new Map<BackupId, FolderState>()
      try {
        for await (const object of store.list(backupsFolder(environment), signal))
          addToFolder(own, environment, object)
      } catch (error) {
        const failure = failureOfCopy(error, signal)
        unreachable.set(store.name, failure)
        log.warning(`store ${store.name} could not be listed: ${failure.message}`)
        return
      }
      for (const [id, state] of own) {
        folders.set(id, (folders.get(id) ?? new Map<string, FolderState>()).set(store.name, state))
      }
    }),
  )
  const [first] = unreachable.values()
  if (first !== undefined && unreachable.size === stores.length) throw first
  await passOverUnmounted(stores, { folders, unreachable }, { log, signal })
  return { folders, unreachable }
}

/** Counts a store among those out of reach that has nothing at all while others have backups, and was never marked. */
export async function passOverUnmounted(
  stores: readonly Reader[],
  { folders, unreachable }: FolderSurvey,
  { log, signal }: ReadContext,
): Promise<void> {
  for (const store of stores) {
    const holds = [...folders.values()].some((states) => states.has(store.name))
    if (holds || folders.size === 0 || unreachable.has(store.name)) continue
    if (await isMarked(store, signal)) continue
    const text = `store ${store.name} is empty, and has not even ${markerKey}`
    unreachable.set(
      store.name,
      new Failure('unavailable', text, { hint: 'Is its folder mounted, and its prefix the right one?' }),
    )
    log.warning(`${text}: it is taken for one that is not there`)
  }
}

async function isMarked(store: Reader, signal: AbortSignal): Promise<boolean> {
  try {
    return (await store.stat(markerKey, signal)) !== null
  } catch (error) {
    // Without the right to look: nothing speaks against it.
    return failureOfCopy(error, signal).kind === 'access'
  }
}

/** Adds an object to the sums of the folder that it lies in. @returns false when it lies in none */
export function addToFolder(
  folders: Map<BackupId, FolderState>,
  environment: string,
  object: StoredObject,
): boolean {
  const place = parseBackupKey(environment, object.key)
  if (place === null) return false
  const state = folders.get(place.id) ?? {
    manifestAt: null,
    objects: 0,
    bytes: 0,
    artifacts: { objects: 0, bytes: 0 },
    youngest: 0,
  }
  state.objects += 1
  state.bytes += object.size
  // Artifacts lie in a folder per source; what else a backup has lies beside these.
  if (place.name.includes('/')) {
    state.artifacts.objects += 1
    state.artifacts.bytes += object.size
  }
  state.youngest = Math.max(state.youngest, object.modifiedAt)
  if (place.name === 'manifest.json') state.manifestAt = object.modifiedAt
  folders.set(place.id, state)
  return true
}

export interface Removed {
  objects: number
  bytes: Bytes
}

/**
 * Ends a backup's existence in one store: its manifest, then the signature, so that what is left is a leftover and never
 * a backup without a signature. @throws Failure `refused` when a lock holds it; nothing has then changed
 */
export async function removeManifest(
  store: Store,
  environment: string,
  id: BackupId,
  signal: AbortSignal,
): Promise<void> {
  const key = manifestKey(environment, id)
  await store.remove(key, signal)
  await store.remove(signatureKey(key), signal)
}

/** Removals at once in one store. */
const atOnce = 8

/**
 * Removes whatever lies in the folder of a backup that has no manifest any more. An object that a lock holds stays, and
 * the rest goes; the first such failure is thrown at the end.
 */
export async function removeFolder(
  store: Store,
  environment: string,
  id: BackupId,
  signal: AbortSignal,
): Promise<Removed> {
  const objects: StoredObject[] = []
  for await (const object of store.list(backupFolder(environment, id), signal)) objects.push(object)
  const removed: Removed = { objects: 0, bytes: 0 }
  const locked: Failure[] = []
  await inParallel(objects, atOnce, async ({ key, size }) => {
    try {
      await store.remove(key, signal)
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind !== 'refused') throw failure
      locked.push(failure)
      return
    }
    removed.objects += 1
    removed.bytes += size
  })
  const [first] = locked
  if (first !== undefined) throw first
  return removed
}

/**
 * Folders that no run will make a backup of any more: without a manifest in any store, begun and last written to longer
 * ago than the grace, and not from the future. Leases are the caller's to look at.
 */
export function leftoversIn(
  { folders }: FolderSurvey,
  begunAt: (id: BackupId) => Instant,
  before: Instant,
): BackupId[] {
  return [...folders]
    .filter(([id, states]) => {
      const all = [...states.values()]
      return (
        begunAt(id) < before && all.every((state) => state.manifestAt === null && state.youngest < before)
      )
    })
    .map(([id]) => id)
    .sort()
}

/** How long proofs outlive their backup: an auditor's year, and a month more. */
export const proofsStay: Milliseconds = 400 * 86_400_000

/**
 * Proofs in one store that are of no use any more: of backups that are gone since long, and signatures without a proof.
 * @param exists whether some store has the backup
 */
export async function expiredProofs(
  store: Reader,
  environment: string,
  { exists, before, signal }: { exists: (id: BackupId) => boolean; before: Instant; signal: AbortSignal },
): Promise<StoredObject[]> {
  const expired: StoredObject[] = []
  for await (const object of store.list(proofsFolder(environment), signal)) {
    const proof = parseProofKey(environment, object.key.replace(/\.sig$/, ''))
    if (proof !== null && object.modifiedAt < before && !exists(proof.backupId)) expired.push(object)
  }
  return expired
}
