import { type BackupId, newestFirst, parseBackupId } from '../domain/backup-id.ts'
import { Failure } from '../domain/failure.ts'
import { type Manifest, parseManifest } from '../domain/manifest.ts'
import type { Instant } from '../domain/units.ts'
import type { Log } from '../ports/log.ts'
import type { Lister, Reader, Store } from '../ports/store.ts'
import { failureOfCopy, inEachStore, throwIfCancelled } from './copies.ts'
import { digestOf } from './digest.ts'
import { backupsFolder, manifestKey, parseManifestKey } from './layout.ts'
import {
  type ReadContext,
  type SignedRecord,
  type Trust,
  encodeSigned,
  putSigned,
  readSigned,
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

export interface WriteManifestOptions {
  /** Only those that have every artifact of the manifest. */
  stores: readonly Store[]
  manifest: Manifest
  /** `ed25519-secret:…`, or null to leave it unsigned. */
  signingKey: string | null
  log: Log
  signal: AbortSignal
}

export interface WrittenManifest {
  bytes: Buffer
  sha256: string
  /** Names of the stores that now have the backup. */
  stores: string[]
  failures: Map<string, Failure>
}

/**
 * Makes the backup exist: signature first, manifest last. Nothing that belongs to the backup may be written after this.
 * @throws Failure when no store took it
 */
export async function writeManifest(options: WriteManifestOptions): Promise<WrittenManifest> {
  const { stores, manifest, signingKey, log, signal } = options
  const { id, environment } = manifest
  const { bytes, signature } = encodeSigned(manifest, signingKey, manifestComment(environment, id))
  parseManifest(bytes.toString()) // what we could not read again must never be called a backup
  const failures = await inEachStore(stores, (store) =>
    putSigned(store, manifestKey(environment, id), bytes, signature, signal, {
      retentionClass: manifest.retention.class,
    }),
  )
  for (const [store, failure] of failures) {
    log.warning(`store ${store} did not take the manifest: ${failure.message}`)
  }
  const written = stores.map((store) => store.name).filter((name) => !failures.has(name))
  // Once one store has it the backup exists, even if the run was stopped just then.
  if (written.length === 0) {
    throwIfCancelled(signal)
    throw [...failures.values()][0] ?? new Failure('bug', 'there is no store to write the manifest to')
  }
  return { bytes, sha256: digestOf(bytes).sha256, stores: written, failures }
}

/** What a manifest's signature is for. */
export function manifestComment(environment: string, id: BackupId): string {
  return `lifeboat manifest ${environment}/${id}`
}
