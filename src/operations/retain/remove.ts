import type { BackupId } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, type Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { leaseKey } from '../../vault/layout.ts'
import { type LeaseListing, listLeases, toleratedSkew } from '../../vault/lease-records.ts'
import type { Lease } from '../../vault/leases.ts'
import {
  expiredProofs,
  type FolderState,
  hasManifest,
  removeFolder,
  removeManifest,
} from '../../vault/leftovers.ts'
import { userOf } from './survey.ts'

/** What became of one backup, or of the leftovers of one. */
export interface RemovalOutcome {
  /** No store has a manifest of it any more. */
  removed: boolean
  freed: Bytes
  /** Why it was kept after all, or why something of it stays for a later run; null when nothing is left. */
  kept: string | null
  failures: { store: string; failure: Failure }[]
}

/** The steps of retention in the stores, in the order that `src/vault/leases.ts` lays down. */
export class Remover {
  private readonly environment: Environment
  private readonly ports: Ports
  private readonly lease: Lease
  /** Those that could be listed when the run began. */
  private readonly stores: readonly Store[]

  constructor(environment: Environment, stores: readonly Store[], lease: Lease, ports: Ports) {
    this.environment = environment
    this.stores = stores
    this.lease = lease
    this.ports = ports
  }

  /** @throws Failure `refused` when the lease of this run is lost, `cancelled` */
  async removeBackup(id: BackupId, folders: ReadonlyMap<string, FolderState>): Promise<RemovalOutcome> {
    await this.lease.demand()
    const user = await this.userOf(id)
    if (user !== null) return spared(user)
    const { signal } = this.ports
    const failures: RemovalOutcome['failures'] = []
    let locked: string | null = null
    const holders = this.stores.filter((store) => hasManifest(folders.get(store.name)))
    await this.inStores(holders, failures, async (store) => {
      try {
        await removeManifest(store, this.environment.environment, id, signal)
      } catch (error) {
        const failure = failureOfCopy(error, signal)
        if (failure.kind === 'refused') locked = `store ${store.name} holds it: ${failure.message}`
        else throw failure
        // Its artifacts there belong to a backup that exists.
        failures.push({ store: store.name, failure })
      }
    })
    const bad = new Set(failures.map(({ store }) => store))
    const real = failures.filter(({ failure }) => failure.kind !== 'refused')
    if (holders.length > 0 && holders.every((store) => bad.has(store.name))) {
      return { removed: false, freed: 0, kept: locked, failures: real }
    }
    const rest = this.stores.filter((store) => folders.has(store.name) && !bad.has(store.name))
    const outcome = await this.removeArtifacts(id, rest)
    return {
      removed: bad.size === 0,
      freed: outcome.freed,
      kept: locked ?? outcome.kept,
      failures: [...real, ...outcome.failures],
    }
  }

  /** What a killed run left behind. */
  async removeLeftovers(id: BackupId, folders: ReadonlyMap<string, FolderState>): Promise<RemovalOutcome> {
    await this.lease.demand()
    return this.removeArtifacts(
      id,
      this.stores.filter((store) => folders.has(store.name)),
    )
  }

  /** Only once no store shows a manifest of it to anybody who has no lease yet. */
  private async removeArtifacts(id: BackupId, stores: readonly Store[]): Promise<RemovalOutcome> {
    const failures: RemovalOutcome['failures'] = []
    const spare = (why: string): RemovalOutcome => ({
      removed: true,
      freed: 0,
      kept: `its artifacts stay for a later run: ${why}`,
      failures,
    })
    try {
      const user = await this.userOf(id)
      if (user !== null) return spare(`in use ${user}`)
    } catch (error) {
      failures.push({ store: 'stores', failure: failureOfCopy(error, this.ports.signal) })
      return spare('it could not be asked who reads it')
    }
    let freed = 0
    let locked: string | null = null
    await this.inStores(stores, failures, async (store) => {
      try {
        const removed = await removeFolder(store, this.environment.environment, id, this.ports.signal)
        freed += removed.bytes
      } catch (error) {
        const failure = failureOfCopy(error, this.ports.signal)
        if (failure.kind !== 'refused') throw failure
        locked = `store ${store.name} holds artifacts of it for now: ${failure.message}`
      }
    })
    return { removed: true, freed, kept: locked, failures }
  }

  /** Proofs, and leases of runs that ended long ago. Returns how many objects went. */
  async removeOutdated(
    exists: (id: BackupId) => boolean,
    { proofsBefore, leasesBefore }: { proofsBefore: number; leasesBefore: number },
    failures: RemovalOutcome['failures'],
  ): Promise<number> {
    await this.lease.demand()
    const { signal } = this.ports
    const name = this.environment.environment
    let count = 0
    await this.inStores(this.stores, failures, async (store) => {
      for (const { key } of await expiredProofs(store, name, { exists, before: proofsBefore, signal })) {
        await store.remove(key, signal)
        count += 1
      }
      const { leases } = await this.leases([store])
      for (const { key, expiresAt } of leases) {
        if (expiresAt + toleratedSkew >= leasesBefore || key === leaseKey(name, 'retention')) continue
        await store.remove(key, signal)
        count += 1
      }
    })
    return count
  }

  /** @throws Failure when a store cannot say: what it protects must not be removed */
  private async userOf(id: BackupId): Promise<string | null> {
    const listing = await this.leases(this.stores)
    for (const [, failure] of listing.unreachable) throw failure
    return userOf(id, listing, this.ports.clock.now())
  }

  private leases(stores: readonly Store[]): Promise<LeaseListing> {
    const { log, signal } = this.ports
    return listLeases(stores, this.environment.environment, { log, signal })
  }

  private async inStores(
    stores: readonly Store[],
    failures: RemovalOutcome['failures'],
    work: (store: Store) => Promise<void>,
  ): Promise<void> {
    await Promise.all(
      stores.map(async (store) => {
        try {
          await work(store)
        } catch (error) {
          failures.push({ store: store.name, failure: asFailure(error) })
        }
      }),
    )
    this.ports.signal.throwIfAborted()
  }
}

function spared(user: string): RemovalOutcome {
  return { removed: false, freed: 0, kept: `in use ${user}`, failures: [] }
}
