import type { BackupId } from '../../domain/backup-id.ts'
import type { StoreConfig } from '../../domain/environment/schema.ts'
import type { Failure } from '../../domain/failure.ts'
import type { Bytes, Instant } from '../../domain/units.ts'
import type { Reader } from '../../ports/store.ts'
import { hasManifest } from '../../vault/leftovers.ts'
import type { Inventory } from '../../vault/inventory.ts'
import type { BackupRecord } from './history-records.ts'

/** What one store has, by its listing. */
export interface StoreHoldings {
  name: string
  /** `local`, `s3`… as in the environment file. */
  type: StoreConfig['type'] | 'unknown'
  /** Goes away with the machine: no copy. */
  ephemeral: boolean
  /** Why it could not be asked; null when it answered. Then the figures below are 0 and say nothing. */
  failure: Failure | null
  backups: number
  objects: number
  /** Of all folders of backups, half ones too. */
  bytes: Bytes
  oldest: BackupId | null
  newest: BackupId | null
  /** When it last took something of a backup, by its own clock. */
  youngest: Instant | null
  proofs: number
  events: number
  /** What some other store has and this one lacks: backups of the range that are missing or incomplete here, newest first… */
  lacksBackups: BackupId[]
  /** …and how many records. */
  lacksProofs: number
  lacksEvents: number
}

export function storeHoldings(
  stores: readonly Reader[],
  inventory: Inventory,
  configs: readonly StoreConfig[],
  backups: readonly BackupRecord[],
): StoreHoldings[] {
  return stores.map((store) => {
    const failure = inventory.unreachable.get(store.name) ?? null
    const config = configs.find(({ name }) => name === store.name)
    const holdings: StoreHoldings = {
      name: store.name,
      type: config?.type ?? 'unknown',
      ephemeral: store.ephemeral,
      failure,
      backups: 0,
      objects: 0,
      bytes: 0,
      oldest: null,
      newest: null,
      youngest: null,
      proofs: 0,
      events: 0,
      lacksBackups: [],
      lacksProofs: 0,
      lacksEvents: 0,
    }
    if (failure === null) fill(holdings, inventory, backups)
    return holdings
  })
}

function fill(holdings: StoreHoldings, inventory: Inventory, backups: readonly BackupRecord[]): void {
  for (const [id, states] of inventory.folders) {
    const state = states.get(holdings.name)
    if (state === undefined) continue
    holdings.objects += state.objects
    holdings.bytes += state.bytes
    holdings.youngest = Math.max(holdings.youngest ?? 0, state.youngest)
    if (!hasManifest(state)) continue
    holdings.backups += 1
    if (holdings.oldest === null || id < holdings.oldest) holdings.oldest = id
    if (holdings.newest === null || id > holdings.newest) holdings.newest = id
  }
  const isHere = ({ holders }: { holders: readonly Reader[] }) =>
    holders.some(({ name }) => name === holdings.name)
  holdings.proofs = [...inventory.proofs.values()].filter(isHere).length
  holdings.events = [...inventory.events.values()].filter(isHere).length
  holdings.lacksProofs = inventory.proofs.size - holdings.proofs
  holdings.lacksEvents = inventory.events.size - holdings.events
  holdings.lacksBackups = backups
    .filter(({ copies }) => copies.some(({ store, state }) => store === holdings.name && state !== 'whole'))
    .map(({ id }) => id)
}
