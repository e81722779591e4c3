import { createHash } from 'node:crypto'
import { type BackupId, compactTime, parseBackupId } from '../domain/backup-id.ts'
import { Failure } from '../domain/failure.ts'
import type { Instant } from '../domain/units.ts'
import type { SealedEnding } from './sealing.ts'

/** Where everything lies in a store, relative to the store's prefix. Folders end in `/`. Documented in docs/format.md. */

/** A marker that says what this place is. */
export const markerKey = 'lifeboat.json'
export const rootRecoveryKey = 'RECOVERY.md'

export const backupsFolder = (environment: string): string => `${environment}/backups/`
export const backupFolder = (environment: string, id: BackupId): string =>
  `${backupsFolder(environment)}${id}/`
export const manifestKey = (environment: string, id: BackupId): string =>
  `${backupFolder(environment, id)}manifest.json`
export const backupRecoveryKey = (environment: string, id: BackupId): string =>
  `${backupFolder(environment, id)}RECOVERY.md`
/** The detached signature of what lies at `key`. */
export const signatureKey = (key: string): string => `${key}.sig`

export const proofsFolder = (environment: string, id?: BackupId): string =>
  `${environment}/proofs/${id === undefined ? '' : `${id}/`}`
export const proofKey = (environment: string, id: BackupId, at: Instant): string =>
  `${proofsFolder(environment, id)}${compactTime(at)}.json`

export const leasesFolder = (environment: string): string => `${environment}/leases/`
/** Of a lease on something that only one run may do at a time. The name may come from data. */
export const leaseKey = (environment: string, name: string): string =>
  `${leasesFolder(environment)}${safePart(name)}.json`
/** Of a lease that says that a backup is being made or read; any number of runs may have one. */
export const useLeaseKey = (environment: string, id: BackupId, random: string): string =>
  `${leasesFolder(environment)}use-${id}-${random}.json`

export const ledgerFolder = (environment: string): string => `${environment}/ledger/`
export const ledgerKey = (environment: string, event: string): string =>
  `${ledgerFolder(environment)}${event}.json`

/** What a key in the folder of leases is for, or null when no lease lies there. */
export function parseLeaseKey(
  environment: string,
  key: string,
): { name: string; backupId: BackupId | null } | null {
  const folder = leasesFolder(environment)
  if (!key.startsWith(folder) || !key.endsWith('.json')) return null
  const name = key.slice(folder.length, -'.json'.length)
  if (!safeName.test(name)) return null
  const id = /^use-(.+)-[0-9a-f]{16}$/.exec(name)?.[1] ?? null
  return { name, backupId: id === null || parseBackupId(id) === null ? null : id }
}

/** The id of the event that lies at this key of the ledger, or null. */
export function parseLedgerKey(environment: string, key: string): string | null {
  const folder = ledgerFolder(environment)
  const name = key.startsWith(folder) ? key.slice(folder.length) : ''
  return /^(\d{8}T\d{6}Z-[0-9a-f]{16})\.json$/.exec(name)?.[1] ?? null
}

/** The backup in whose folder this key lies, and its name there; null when it is in none. */
export function parseBackupKey(environment: string, key: string): { id: BackupId; name: string } | null {
  const folder = backupsFolder(environment)
  if (!key.startsWith(folder)) return null
  const [id = '', ...rest] = key.slice(folder.length).split('/')
  return rest.length === 0 || parseBackupId(id) === null ? null : { id, name: rest.join('/') }
}

/** Inside a backup's folder: the identity that the passphrase opens. */
export const passphraseIdentityName = 'identity.age'

/** The backup whose manifest lies at this key, or null. */
export function parseManifestKey(environment: string, key: string): BackupId | null {
  const folder = backupsFolder(environment)
  if (!key.startsWith(folder) || !key.endsWith('/manifest.json')) return null
  const id = key.slice(folder.length, -'/manifest.json'.length)
  return parseBackupId(id) === null ? null : id
}

/** What a proof's key says, or null when it is none. */
export function parseProofKey(environment: string, key: string): { backupId: BackupId; time: string } | null {
  const folder = proofsFolder(environment)
  if (!key.startsWith(folder)) return null
  const match = /^([^/]+)\/(\d{8}T\d{6}Z)\.json$/.exec(key.slice(folder.length))
  const [, backupId, time] = match ?? []
  if (backupId === undefined || time === undefined || parseBackupId(backupId) === null) return null
  return { backupId, time }
}

/**
 * Key of an artifact inside its backup's folder. The name may come from data: what not every store treats alike is
 * replaced, and a digest of the whole name keeps such keys apart.
 */
export function artifactKey(
  source: string,
  name: string,
  compressed: boolean,
  sealed: SealedEnding | '',
): string {
  return `${safePart(source)}/${safePart(name)}${compressed ? '.zst' : ''}${sealed}`
}

const safeName = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/

function safePart(name: string): string {
  if (safeName.test(name)) return name
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 16)
  const readable = name
    .replaceAll(/[^A-Za-z0-9._-]/g, '-')
    .replace(/^[^A-Za-z0-9_]+/, '')
    .slice(0, 60)
  return readable === '' ? digest : `${readable}-${digest}`
}

/**
 * The key of something inside a backup's folder, as a manifest or a caller names it.
 * @throws Failure `integrity` when it could lead out of the folder or is no portable key
 */
export function keyInside(folder: string, key: string): string {
  const parts = key.split('/')
  if (!parts.every((part) => /^[A-Za-z0-9._-]+$/.test(part) && part !== '.' && part !== '..')) {
    throw new Failure('integrity', 'the manifest names an object outside of its backup', { subjects: [key] })
  }
  return `${folder}${key}`
}
