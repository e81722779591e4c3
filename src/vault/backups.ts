import { type BackupId, newestFirst, parseBackupId } from '../domain/backup-id.ts'
import { Failure } from '../domain/failure.ts'
import { type Manifest, parseManifest } from '../domain/manifest.ts'
import type { Instant } from '../domain/units.ts'
import type { Lister, Reader } from '../ports/store.ts'
import { failureOfCopy } from './copies.ts'
import { backupsFolder, manifestKey, parseManifestKey } from './layout.ts'
import {
  type ReadContext,
  type SignedRecord,
  type Trust,
  type WriteContext,
  type WrittenRecord,
  readSigned,
  writeSigned,
} from './signed-records.ts'

export interface ListedBackup {
  id: BackupId
  at: Instant
  label: string | undefined
  /** Names of the stores that have its manifest, in the environment's order. */
  stores: string[]
}

export interface BackupListing {
  /** Newest first. */
  backups: ListedBackup[]
  /** Stores that could not be asked, by name: there may be backups that only they have. */
  unreachable: Map<string, Failure>
}

/** Every backup that some store has a manifest of. @throws Failure when no store could be asked */
export async function listBackups(
  stores: readonly Lister[],
  environment: string,
  context: ReadContext,
): Promise<BackupListing> {
  const holders = new Map<BackupId, Set<string>>()
  const unreachable = new Map<string, Failure>()
  await Promise.all(
    stores.map(async (store) => {
      try {
        for await (const { key } of store.list(backupsFolder(environment), context.signal)) {
          const id = parseManifestKey(environment, key)
          if (id === null) continue
          const names = holders.get(id) ?? new Set()
          holders.set(id, names.add(store.name))
        }
      } catch (error) {
        const failure = failureOfCopy(error, context.signal)
        unreachable.set(store.name, failure)
        context.log.warning(`store ${store.name} could not be listed: ${failure.message}`)
      }
    }),
  )
  const first = [...unreachable.values()][0]
  if (first !== undefined && unreachable.size === stores.length) throw first
  const backups = newestFirst(holders.keys()).map((id) => ({
    id,
    at: parseBackupId(id)?.at ?? 0,
    label: parseBackupId(id)?.label,
    stores: stores.map((store) => store.name).filter((name) => holders.get(id)?.has(name) === true),
  }))
  return { backups, unreachable }
}

export interface ReadManifest extends Omit<SignedRecord<Manifest>, 'value'> {
  manifest: Manifest
}

/** The manifest of a backup, checked for origin and place. @throws Failure as `readSigned` does */
export async function readManifest(
  stores: readonly Reader[],
  environment: string,
  id: BackupId,
  options: Trust & ReadContext,
): Promise<ReadManifest> {
  const parse = (text: string): Manifest => {
    const manifest = parseManifest(text)
    if (manifest.id !== id || manifest.environment !== environment) {
      throw new Failure('integrity', `the manifest at the place of ${id} is that of another backup`)
    }
    return manifest
  }
  const key = manifestKey(environment, id)
  const comment = manifestComment(environment, id)
  const { value, ...read } = await readSigned(stores, key, comment, options, parse, options)
  return { ...read, manifest: value }
}

/**
 * Makes the backup exist: signature first, manifest last. Nothing that belongs to the backup may be written after this.
 * @param context with only those stores that have every artifact of the manifest
 * @throws Failure when no store took it
 */
export async function writeManifest(manifest: Manifest, context: WriteContext): Promise<WrittenRecord> {
  const { id, environment } = manifest
  return writeSigned(
    {
      key: manifestKey(environment, id),
      comment: manifestComment(environment, id),
      value: manifest,
      what: 'manifest',
      check: parseManifest, // what we could not read again must never be called a backup
      keep: { retentionClass: manifest.retention.class },
    },
    context,
  )
}

/** What a manifest's signature is for. */
export function manifestComment(environment: string, id: BackupId): string {
  return `lifeboat manifest ${environment}/${id}`
}
