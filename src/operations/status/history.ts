import { type BackupId, isEmergencyBackup, newestFirst, parseBackupId } from '../../domain/backup-id.ts'
import { inParallel } from '../../domain/concurrency.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { Failure } from '../../domain/failure.ts'
import type { Instant } from '../../domain/units.ts'
import { asksForData } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import { readStoredLease, type StoredLease } from '../../vault/lease-records.ts'
import { hasManifest } from '../../vault/leftovers.ts'
import { type Inventory, takeInventory } from '../../vault/inventory.ts'
import { type Condemnation, condemnedBy } from './condemned.ts'
import {
  type BackupRecord,
  type EventRecord,
  isRecoveryPoint,
  type ProofRecord,
  readBackupRecord,
  readEventRecord,
  readProofRecord,
  type RecordTrouble,
  troubleOf,
} from './history-records.ts'
import { type StoreHoldings, storeHoldings } from './store-holdings.ts'

export { isHeld, isRecoveryPoint } from './history-records.ts'
export type { BackupRecord, BackupSummary, EventRecord, ProofRecord } from './history-records.ts'
export type { StoreHoldings } from './store-holdings.ts'

/** Both ends belong to it. */
export interface HistoryRange {
  /** Null for as far back as there are records. */
  from: Instant | null
  to: Instant
  /** Backups are told from here on, when that is earlier: what is kept was often made long before. */
  backupsFrom?: Instant | null
  /** Restore tests up to then tell which backups are bad, when that is later: what is bad now was no better before. */
  judgedTo?: Instant
}

/**
 * What happened to an environment, from what its stores hold and nothing else. Each record was held to its signature: one
 * that cannot be believed, or read, says why in `trouble`, and has no contents.
 */
export interface History {
  environment: string
  range: HistoryRange
  /** Backups that exist (some store has the manifest), whose time lies in the range; newest first. */
  backups: BackupRecord[]
  /** Proofs made in the range, newest first; those of backups that are gone too. */
  proofs: ProofRecord[]
  /** Events of the ledger in the range, newest first. */
  events: EventRecord[]
  /**
   * The newest that can be believed, up to the range's end, however old; of proofs, those that read restored data. A
   * backup that no store holds whole, or that is condemned, comes after all others.
   */
  newest: { backup: BackupRecord | null; proof: ProofRecord | null }
  /** Of the backups that were read, those that a restore test has shown to be bad, with the test. */
  condemned: ReadonlyMap<BackupId, Condemnation>
  /** Every backup that exists, by its id alone, newest first, whatever its time: nothing was read to believe it. */
  known: BackupId[]
  /** Backups and events whose time lies after the range. */
  ahead: { backups: BackupId[]; events: string[] }
  /** Folders without a manifest: of a run that is under way, or that was killed. */
  unfinished: { id: BackupId; stores: string[]; youngest: Instant }[]
  /** Leases in all stores that answered, and why some could not be read; null when all could. */
  leases: StoredLease[]
  leaseTrouble: RecordTrouble | null
  /** Every store of the environment, in its order. */
  stores: StoreHoldings[]
  /** Every event that some store has, whatever its time, and when the first of them was written. */
  eventIds: ReadonlySet<string>
  firstEventAt: Instant | null
  eventCount: number
  /** Stores that could not be asked, by name: there may be records that only they have. */
  unreachable: Map<string, Failure>
}

/** Records read at once: enough to hide a bucket's latency, few enough for any connection pool. */
const atOnce = 16
/** So many backups or proofs are tried, from the newest on, to find one to believe. */
const mostTried = 24

/**
 * Lists each store once and reads the records of the range, with their signatures, a bounded number at once. What is
 * remembered of a backup does not grow with its tables or artifacts.
 * @throws Failure when no store could be asked
 */
export async function readHistory(
  environment: Environment,
  range: HistoryRange,
  ports: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<History> {
  const { stores, log, signal } = ports
  const inventory = await takeInventory(stores, environment.environment, { log, signal })
  const reader = new HistoryReader(environment, inventory, ports, range.judgedTo ?? range.to)
  const known = newestFirst(inventory.folders.keys()).filter((id) => reader.exists(id))
  const isWithin = (at: Instant, from = range.from) => at <= range.to && (from === null || at >= from)
  const { backupsFrom = range.from } = range
  const backups: BackupRecord[] = []
  await inParallel(
    known.filter((id) => isWithin(timeOf(id), backupsFrom)),
    atOnce,
    async (id) => {
      const record = await reader.backup(id)
      backups.push(record)
      await reader.judge(record)
    },
  )
  const proofs: ProofRecord[] = []
  const proofKeys = [...inventory.proofs].filter(([, { at }]) => isWithin(at))
  await inParallel(proofKeys, atOnce, async ([key]) => void proofs.push(await reader.proof(key)))
  const events: EventRecord[] = []
  const eventIds = [...inventory.events].filter(([, { at }]) => isWithin(at))
  await inParallel(eventIds, atOnce, async ([id]) => void events.push(await reader.event(id)))
  backups.sort((a, b) => (a.id < b.id ? 1 : -1))
  // Of the same second, that of the newer backup: in which order they were read is chance.
  proofs.sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1))
  events.sort((a, b) => (a.id < b.id ? 1 : -1))
  return {
    environment: environment.environment,
    range,
    backups,
    proofs,
    events,
    newest: {
      backup: await reader.newestBackup(backups, known, { from: backupsFrom, to: range.to }),
      proof: await reader.newestProof(proofs, range),
    },
    condemned: reader.condemned,
    known,
    ahead: {
      backups: known.filter((id) => timeOf(id) > range.to),
      events: [...inventory.events].flatMap(([id, { at }]) => (at > range.to ? [id] : [])).sort(),
    },
    unfinished: unfinishedIn(inventory),
    ...(await reader.leases()),
    stores: storeHoldings(stores, inventory, environment.stores, backups),
    eventIds: new Set(inventory.events.keys()),
    firstEventAt: firstOf(inventory.events.values()),
    eventCount: inventory.events.size,
    unreachable: inventory.unreachable,
  }
}

class HistoryReader {
  private readonly environment: Environment
  private readonly inventory: Inventory
  private readonly ports: Pick<Ports, 'stores' | 'signal'>
  private readonly records = new Map<BackupId, BackupRecord>()
  private readonly proofs = new Map<string, Promise<ProofRecord>>()
  /** Of each backup, newest first. */
  private readonly proofKeys = new Map<BackupId, string[]>()
  readonly condemned = new Map<BackupId, Condemnation>()

  constructor(
    environment: Environment,
    inventory: Inventory,
    ports: Pick<Ports, 'stores' | 'signal'>,
    judgedTo: Instant,
  ) {
    this.environment = environment
    this.inventory = inventory
    this.ports = ports
    const judging = [...inventory.proofs].filter(([, { at }]) => at <= judgedTo)
    for (const [key, { backupId }] of judging.sort(([, a], [, b]) => b.at - a.at)) {
      this.proofKeys.set(backupId, [...(this.proofKeys.get(backupId) ?? []), key])
    }
  }

  exists(id: BackupId): boolean {
    return [...(this.inventory.folders.get(id)?.values() ?? [])].some(hasManifest)
  }

  async backup(id: BackupId): Promise<BackupRecord> {
    const known = this.records.get(id)
    if (known !== undefined) return known
    const folders = this.inventory.folders.get(id) ?? new Map()
    const { stores, signal } = this.ports
    const record = await readBackupRecord(stores, this.environment, id, folders, this.inventory, signal)
    this.records.set(id, record)
    return record
  }

  /** Finds out whether a restore test has shown it to be bad. */
  async judge({ id, summary }: BackupRecord): Promise<void> {
    if (summary === null || this.condemned.has(id)) return
    const found = await condemnedBy(this.proofsOf(id), summary.manifestSha256)
    if (found !== null) this.condemned.set(id, found)
  }

  /** Each is read when it is asked for. */
  private *proofsOf(id: BackupId): Iterable<Promise<ProofRecord>> {
    for (const key of this.proofKeys.get(id) ?? []) yield this.proof(key)
  }

  proof(key: string): Promise<ProofRecord> {
    const known = this.proofs.get(key) ?? this.readProof(key)
    this.proofs.set(key, known)
    return known
  }

  private async readProof(key: string): Promise<ProofRecord> {
    const holding = this.inventory.proofs.get(key)
    const { signal } = this.ports
    const { backupId = '', at = 0, holders = [] } = holding ?? {}
    // What it speaks of is read too, since it counts for one manifest only.
    const backup = this.exists(backupId) ? await this.backup(backupId) : null
    return readProofRecord(holders, this.environment, { key, backupId, at }, backup, signal)
  }

  event(id: string): Promise<EventRecord> {
    const { at = 0, holders = [] } = this.inventory.events.get(id) ?? {}
    return readEventRecord(holders, this.environment, { id, at }, this.ports.signal)
  }

  async newestBackup(
    read: readonly BackupRecord[],
    known: readonly BackupId[],
    { from, to }: HistoryRange,
  ): Promise<BackupRecord | null> {
    const believed = read.filter(({ summary }) => summary !== null)
    const older = from === null ? [] : known.filter((id) => timeOf(id) <= to && timeOf(id) < from)
    const untried = older.slice(0, mostTried)
    const isSound = (record: BackupRecord) => isRecoveryPoint(record, this.ports.stores, this.condemned)
    while (!believed.some(isSound)) {
      const id = untried.shift()
      if (id === undefined) break
      const record = await this.backup(id)
      await this.judge(record)
      if (record.summary !== null) believed.push(record)
    }
    return believed.find(isSound) ?? believed[0] ?? null
  }

  async newestProof(read: readonly ProofRecord[], { from }: HistoryRange): Promise<ProofRecord | null> {
    const counts = ({ summary, backupId }: ProofRecord) =>
      summary !== null && asksForData(summary.level) && !isEmergencyBackup(backupId)
    const within = read.find(counts)
    if (within !== undefined || from === null) return within ?? null
    const older = [...this.inventory.proofs].filter(([, { at }]) => at < from)
    older.sort(([, a], [, b]) => b.at - a.at)
    for (const [key] of older.slice(0, mostTried)) {
      const record = await this.proof(key)
      if (counts(record)) return record
    }
    return null
  }

  async leases(): Promise<Pick<History, 'leases' | 'leaseTrouble'>> {
    const { signal } = this.ports
    const leases: StoredLease[] = []
    let leaseTrouble: RecordTrouble | null = null
    await inParallel(this.inventory.leases, atOnce, async ({ store, object }) => {
      try {
        const lease = await readStoredLease(store, this.environment.environment, object, signal)
        if (lease !== null) leases.push(lease)
      } catch (error) {
        leaseTrouble = troubleOf(error, signal)
      }
    })
    return { leases, leaseTrouble }
  }
}

function unfinishedIn({ folders }: Inventory): History['unfinished'] {
  return [...folders]
    .filter(([, states]) => ![...states.values()].some(hasManifest))
    .map(([id, states]) => ({
      id,
      stores: [...states.keys()],
      youngest: Math.max(...[...states.values()].map(({ youngest }) => youngest)),
    }))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
}

function firstOf(holdings: Iterable<{ at: Instant }>): Instant | null {
  let first: Instant | null = null
  for (const { at } of holdings) first = Math.min(first ?? at, at)
  return first
}

function timeOf(id: BackupId): Instant {
  return parseBackupId(id)?.at ?? 0
}
