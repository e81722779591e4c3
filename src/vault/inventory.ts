import { type BackupId, parseBackupId } from '../domain/backup-id.ts'
import type { Failure } from '../domain/failure.ts'
import type { Instant } from '../domain/units.ts'
import type { Reader, StoredObject } from '../ports/store.ts'
import { failureOfCopy } from './copies.ts'
import { parseLeaseKey, parseLedgerKey, parseProofKey } from './layout.ts'
import { addToFolder, type FolderState, type FolderSurvey, passOverUnmounted } from './leftovers.ts'
import type { ReadContext } from './signed-records.ts'

/** A record that some stores have. */
export interface Holding {
  /** When it was made, as its key says. */
  at: Instant
  holders: Reader[]
}

/** Everything that an environment has in its stores, by one listing of each. */
export interface Inventory extends FolderSurvey {
  /** By key. */
  proofs: Map<string, Holding & { backupId: BackupId }>
  /** Events of the ledger, by id. */
  events: Map<string, Holding>
  leases: { store: Reader; object: StoredObject }[]
}

/**
 * Lists each store once, side by side. Remembers sums of folders and keys of records, not objects. A store that breaks off
 * counts as out of reach, with all that it had said; so does one that is not what it seems (see `surveyFolders`).
 * @throws Failure when no store could be listed
 */
export async function takeInventory(
  stores: readonly Reader[],
  environment: string,
  context: ReadContext,
): Promise<Inventory> {
  const inventory: Inventory = {
    folders: new Map(),
    proofs: new Map(),
    events: new Map(),
    leases: [],
    unreachable: new Map(),
  }
  const shelves = await Promise.all(
    stores.map(async (store) => {
      try {
        return await listOne(store, environment, context.signal)
      } catch (error) {
        const failure: Failure = failureOfCopy(error, context.signal)
        inventory.unreachable.set(store.name, failure)
        context.log.warning(`store ${store.name} could not be listed: ${failure.message}`)
        return null
      }
    }),
  )
  const [first] = inventory.unreachable.values()
  if (first !== undefined && inventory.unreachable.size === stores.length) throw first
  // In the environment's order, which is the order in which copies are read.
  for (const shelf of shelves) if (shelf !== null) put(shelf, inventory)
  await passOverUnmounted(stores, inventory, context)
  return inventory
}

interface Shelf {
  store: Reader
  folders: Map<BackupId, FolderState>
  proofs: { key: string; backupId: BackupId; at: Instant }[]
  events: { id: string; at: Instant }[]
  leases: StoredObject[]
}

async function listOne(store: Reader, environment: string, signal: AbortSignal): Promise<Shelf> {
  const shelf: Shelf = { store, folders: new Map(), proofs: [], events: [], leases: [] }
  for await (const object of store.list(`${environment}/`, signal)) {
    const { key } = object
    if (addToFolder(shelf.folders, environment, object)) continue
    const proof = parseProofKey(environment, key)
    if (proof !== null) {
      shelf.proofs.push({ key, backupId: proof.backupId, at: timeOf(proof.time) })
      continue
    }
    const id = parseLedgerKey(environment, key)
    if (id !== null) shelf.events.push({ id, at: timeOf(id) })
    else if (parseLeaseKey(environment, key) !== null) shelf.leases.push(object)
  }
  return shelf
}

function put({ store, folders, proofs, events, leases }: Shelf, inventory: Inventory): void {
  for (const [id, state] of folders) {
    const states = inventory.folders.get(id) ?? new Map<string, FolderState>()
    inventory.folders.set(id, states.set(store.name, state))
  }
  for (const { key, backupId, at } of proofs) {
    const known = inventory.proofs.get(key)
    if (known === undefined) inventory.proofs.set(key, { at, backupId, holders: [store] })
    else known.holders.push(store)
  }
  for (const { id, at } of events) {
    const known = inventory.events.get(id)
    if (known === undefined) inventory.events.set(id, { at, holders: [store] })
    else known.holders.push(store)
  }
  inventory.leases.push(...leases.map((object) => ({ store, object })))
}

/** `20261121T101500Z`, and whatever follows it, as a moment. */
function timeOf(text: string): Instant {
  return parseBackupId(`${text.slice(0, 16)}-00000`)?.at ?? 0
}
