import { type BackupId, compactTime, isEmergencyBackup, parseBackupId } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure, type FailureKind } from '../../domain/failure.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import { type Manifest, type SourceRecord, subjectOf } from '../../domain/manifest.ts'
import type { Proof } from '../../domain/proof.ts'
import type { Bytes, Instant } from '../../domain/units.ts'
import { silentLog } from '../../ports/log.ts'
import type { Reader } from '../../ports/store.ts'
import { readManifest } from '../../vault/backups.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import type { Inventory } from '../../vault/inventory.ts'
import { readEvent, type ReadEvent } from '../../vault/ledger-read.ts'
import { type FolderState, hasManifest } from '../../vault/leftovers.ts'
import { readProof } from '../../vault/proofs.ts'
import { trustedKeys } from '../ledger/trusted-keys.ts'

/** Why a record has no contents: it cannot be read just now (`unavailable`, `access`), or not be believed. */
export interface RecordTrouble {
  kind: FailureKind
  message: string
}

export interface BackupRecord {
  id: BackupId
  /** When it was begun, as its id says. */
  at: Instant
  label: string | null
  /** The state of its copy in each store that answered, in the environment's order. */
  copies: { store: string; state: 'whole' | 'incomplete' | 'missing' | 'unknown' }[]
  /** Null when the manifest could not be read, or not be believed. */
  summary: BackupSummary | null
  trouble: RecordTrouble | null
}

/** What a manifest says, without what grows with the data. */
export interface BackupSummary {
  class: 'scheduled' | 'critical'
  startedAt: Instant
  finishedAt: Instant
  actor: string | null
  reason: string | null
  runUrl: string | null
  lifeboat: string
  encryption: Manifest['encryption']
  recipients: number
  /** Digest of the manifest, as proofs name it. */
  manifestSha256: string
  artifacts: number
  /** Bytes of one stored copy, and what they were before compression and sealing. */
  storedSize: Bytes
  plainSize: Bytes
  sources: SourceSummary[]
}

export interface SourceSummary {
  name: string
  engine: string
  database: string
  /** Null where there is no server: of a file tree. */
  serverVersion: string | null
  /** The newest moment whose data is in it for certain. */
  dataAt: Instant
  /** Size of the database when it was dumped. */
  size: Bytes
  storedSize: Bytes
  plainSize: Bytes
  tables: number
  /** Rows that were counted. */
  rows: number
  /** Objects that are not in it and that nobody has accepted as missing. */
  notIncluded: number
}

export interface ProofRecord {
  key: string
  backupId: BackupId
  /** When it was made, as its key says. */
  at: Instant
  /** Whether the backup that it speaks of still exists. */
  backupExists: boolean
  /** The sources that this backup holds; null when that is not known. */
  sources: readonly Pick<SourceSummary, 'name'>[] | null
  summary: ProofSummary | null
  trouble: RecordTrouble | null
}

/** What a proof says, with no tables and without names that came from data. */
interface ProofSummary extends Omit<Proof, 'checks' | 'ledgerHeads'> {
  tables: []
  checks: Pick<Proof['checks'][number], 'rung' | 'name' | 'status' | 'failure' | 'duration'>[]
  /** Events that stood at the end of the ledger when it was made. */
  ledgerHeads: string[]
}

export interface EventRecord {
  id: string
  at: Instant
  /** Names of the stores that have it. */
  stores: string[]
  event: LedgerEvent | null
  trouble: RecordTrouble | null
}

/**
 * Whether a store holds a backup whole, by its own listing. One that goes away with the machine counts only where the
 * environment has no other.
 */
export function isHeld(
  { copies }: Pick<BackupRecord, 'copies'>,
  stores: readonly Pick<Reader, 'name' | 'ephemeral'>[],
): boolean {
  const lasting = stores.filter(({ ephemeral }) => !ephemeral)
  const names = new Set((lasting.length === 0 ? stores : lasting).map(({ name }) => name))
  return copies.some(({ store, state }) => state === 'whole' && names.has(store))
}

/**
 * Whether it is a recovery point: some store holds it whole, no restore test has condemned it, and it is not the state that a
 * restore replaced, which may be the disaster itself.
 */
export function isRecoveryPoint(
  record: Pick<BackupRecord, 'id' | 'copies'>,
  stores: readonly Pick<Reader, 'name' | 'ephemeral'>[],
  condemned: { has(id: BackupId): boolean },
): boolean {
  return isHeld(record, stores) && !condemned.has(record.id) && !isEmergencyBackup(record.id)
}

/** @param stores all of the environment; @param folders the backup's folder in each store that has one */
export async function readBackupRecord(
  stores: readonly Reader[],
  environment: Environment,
  id: BackupId,
  folders: ReadonlyMap<string, FolderState>,
  { unreachable }: Pick<Inventory, 'unreachable'>,
  signal: AbortSignal,
): Promise<BackupRecord> {
  const parsed = parseBackupId(id)
  const record: BackupRecord = {
    id,
    at: parsed?.at ?? 0,
    label: parsed?.label ?? null,
    copies: [],
    summary: null,
    trouble: null,
  }
  const asked = stores.filter(({ name }) => !unreachable.has(name))
  try {
    const holders = asked.filter(({ name }) => hasManifest(folders.get(name)))
    const { manifest, sha256 } = await readManifest(holders, environment.environment, id, {
      publicKey: environment.signing.backup ?? null,
      protected: environment.protected,
      log: silentLog,
      signal,
    })
    record.summary = summaryOf(manifest, sha256)
  } catch (error) {
    record.trouble = troubleOf(error, signal)
  }
  record.copies = asked.map(({ name }) => ({
    store: name,
    state: stateOf(folders.get(name), record.summary),
  }))
  return record
}

/** By number and sum of sizes: what a listing tells. That each byte is right is for a restore test to say. */
function stateOf(
  folder: FolderState | undefined,
  summary: BackupSummary | null,
): BackupRecord['copies'][number]['state'] {
  if (folder === undefined) return 'missing'
  if (!hasManifest(folder)) return 'incomplete'
  if (summary === null) return 'unknown'
  const { objects, bytes } = folder.artifacts
  return objects >= summary.artifacts && bytes >= summary.storedSize ? 'whole' : 'incomplete'
}

function summaryOf(manifest: Manifest, manifestSha256: string): BackupSummary {
  const artifacts = manifest.sources.flatMap((source) => source.artifacts)
  const { encryption, actor, reason, runUrl, lifeboat } = manifest
  return {
    class: manifest.class,
    startedAt: Date.parse(manifest.startedAt),
    finishedAt: Date.parse(manifest.finishedAt),
    actor,
    reason,
    runUrl,
    lifeboat,
    encryption,
    recipients: manifest.recipients.length,
    manifestSha256,
    artifacts: artifacts.length,
    storedSize: sum(artifacts.map(({ storedSize }) => storedSize)),
    plainSize: sum(artifacts.map(({ plainSize }) => plainSize)),
    sources: manifest.sources.map((source) => ({
      name: source.name,
      engine: source.engine,
      database: subjectOf(source),
      serverVersion: source.engine === 'files-tar' ? null : source.serverVersion,
      dataAt: Date.parse(source.snapshot.dataAt),
      size: source.databaseSize,
      storedSize: sum(source.artifacts.map(({ storedSize }) => storedSize)),
      plainSize: sum(source.artifacts.map(({ plainSize }) => plainSize)),
      ...contentsOf(source),
      notIncluded: source.notIncluded.filter(({ accepted }) => !accepted).length,
    })),
  }
}

/** @param holders the stores that have it; @param backup what it speaks of, null when that is gone */
export async function readProofRecord(
  holders: readonly Reader[],
  environment: Environment,
  place: Pick<ProofRecord, 'key' | 'backupId' | 'at'>,
  backup: BackupRecord | null,
  signal: AbortSignal,
): Promise<ProofRecord> {
  const record: ProofRecord = {
    ...place,
    backupExists: backup !== null,
    sources: backup?.summary?.sources ?? null,
    summary: null,
    trouble: null,
  }
  try {
    // Nobody can tell whether it is a proof of this backup while the manifest cannot be believed.
    if (backup?.trouble) throw new Failure(backup.trouble.kind, backup.trouble.message)
    const { proof } = await readProof(holders, environment.environment, place.key, {
      publicKey: environment.signing.verify ?? null,
      protected: environment.protected,
      log: silentLog,
      signal,
      ...(backup?.summary ? { manifestSha256: backup.summary.manifestSha256 } : {}),
    })
    record.summary = proofSummaryOf(proof)
  } catch (error) {
    record.trouble = troubleOf(error, signal)
  }
  return record
}

function proofSummaryOf(proof: Proof): ProofSummary {
  return {
    ...proof,
    tables: [],
    checks: proof.checks.map(({ rung, name, status, failure, duration }) => ({
      rung,
      name,
      status,
      failure,
      duration,
    })),
    ledgerHeads: (proof.ledgerHeads ?? []).map(({ id }) => id),
  }
}

/** Taken from the first store whose copy bears a signature that holds. */
export async function readEventRecord(
  holders: readonly Reader[],
  environment: Environment,
  place: Pick<EventRecord, 'id' | 'at'>,
  signal: AbortSignal,
): Promise<EventRecord> {
  const record: EventRecord = {
    ...place,
    stores: holders.map(({ name }) => name),
    event: null,
    trouble: { kind: 'missing', message: `no store has the event ${place.id} any more` },
  }
  for (const store of holders) {
    try {
      const read = await readEvent(store, environment.environment, place.id, signal, (type) =>
        trustedKeys(environment, type),
      )
      if (read === null) continue
      const why = distrust(read, environment)
      if (why === null) return { ...record, event: read.event, trouble: null }
      record.trouble = { kind: 'integrity', message: `the event ${place.id}: ${why}` }
    } catch (error) {
      record.trouble = troubleOf(error, signal)
    }
  }
  return record
}

/** Where the environment has keys, an event of a type that none of them may sign is anybody's. */
function distrust({ trust, event }: ReadEvent, environment: Environment): string | null {
  const hasKeys = Object.values(environment.signing).some((key) => key !== undefined)
  if (hasKeys && trustedKeys(environment, event.type) === null) return 'no key is configured that may sign it'
  // The place says when it happened to whoever lists, and what it says itself counts in figures and rates.
  if (trust === null && compactTime(Date.parse(event.at)) !== event.id.slice(0, 16)) {
    return 'it says another time than its place'
  }
  return trust
}

/** Of one record. @throws Failure when every record has it: stopped from outside, or a bug */
export function troubleOf(error: unknown, signal: AbortSignal): RecordTrouble {
  const failure = failureOfCopy(error, signal)
  if (failure.kind === 'bug') throw failure
  return { kind: failure.kind, message: failure.message }
}

/** How much is in it, in the source's own measure: tables and rows, databases and keys, folders and files. */
function contentsOf(source: SourceRecord): { tables: number; rows: number } {
  if (source.engine === 'redis-rdb') {
    return { tables: source.databases.length, rows: sum(source.databases.map(({ keys }) => keys)) }
  }
  if (source.engine === 'files-tar') return { tables: source.folders, rows: source.files }
  return {
    tables: source.tables.filter(({ kind }) => kind !== 'sequence').length,
    rows: sum(source.tables.map(({ rows }) => rows ?? 0)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
