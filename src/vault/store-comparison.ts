import type { BackupId } from '../domain/backup-id.ts'
import type { Failure } from '../domain/failure.ts'
import type { Bytes } from '../domain/units.ts'
import type { Lister, StoredObject } from '../ports/store.ts'
import { failureOfCopy } from './copies.ts'
import { parseBackupKey, parseLedgerKey, parseProofKey } from './layout.ts'
import type { ReadContext } from './signed-records.ts'

/**
 * Compares what stores hold by their listings alone, one listing each, read side by side in the order of keys: what is the
 * same everywhere takes neither memory nor a request.
 */

/** Objects that belong together: the folder of a backup, a proof or an event of the ledger with its signature. */
export interface Group {
  kind: 'backup' | 'proof' | 'event'
  /** The folder of the backup, ending in `/`; else the key of the record. */
  place: string
  /** The backup that it is or speaks of; null for events. */
  backupId: BackupId | null
  /** Names of the stores that have the manifest, or the record. */
  holders: string[]
}

export interface StoreComparison {
  /** What some store that lasts lacks, or has in another size; by key in ascending order. */
  differing: Group[]
  /** What every store that lasts holds alike. */
  alike: Record<Group['kind'], number>
  /** Stores that could not be listed to their end: nothing is known of what they hold. */
  unreachable: Map<string, Failure>
}

/** @throws Failure when no store could be listed */
export async function compareStores(
  stores: readonly Lister[],
  environment: string,
  context: ReadContext,
): Promise<StoreComparison> {
  const unreachable = new Map<string, Failure>()
  for (;;) {
    const rest = stores.filter((store) => !unreachable.has(store.name))
    const before = unreachable.size
    const comparison = await compareThese(rest, environment, context, unreachable)
    const [failure] = unreachable.values()
    if (failure !== undefined && unreachable.size === stores.length) throw failure
    // What a store listed before it broke off says nothing about the rest: the others are compared once more.
    if (unreachable.size === before) return { ...comparison, unreachable }
  }
}

async function compareThese(
  stores: readonly Lister[],
  environment: string,
  context: ReadContext,
  unreachable: Map<string, Failure>,
): Promise<Pick<StoreComparison, 'differing' | 'alike'>> {
  const lasting = stores.filter((store) => !store.ephemeral).length
  const differing: Group[] = []
  const alike = { backup: 0, proof: 0, event: 0 }
  const cursors = stores.map((store) => new Cursor(store, environment, context))
  const advance = (moving: readonly Cursor[]): Promise<void[]> =>
    Promise.all(
      moving.map((cursor) =>
        cursor.advance().catch((error: unknown) => {
          const failure = failureOfCopy(error, context.signal)
          unreachable.set(cursor.store.name, failure)
          context.log.warning(`store ${cursor.store.name} could not be listed: ${failure.message}`)
        }),
      ),
    )
  const failedBefore = unreachable.size
  await advance(cursors)
  while (unreachable.size === failedBefore) {
    const first = cursors.flatMap(({ group }) => group?.place ?? []).sort()[0]
    if (first === undefined) break
    const holders = cursors.filter(({ group }) => group?.place === first)
    const group = groupOf(holders)
    if (group !== null && isAlike(holders, lasting)) alike[group.kind] += 1
    else if (group !== null) differing.push(group)
    await advance(holders)
  }
  await Promise.all(cursors.map((cursor) => cursor.close()))
  return { differing, alike }
}

/** Keys of one group in one store, and their sizes. */
type Holding = Map<string, Bytes>

/** Reads one store's listing, group by group. */
class Cursor {
  /** Null at the end. */
  group: (Place & { holding: Holding }) | null = null
  readonly store: Lister
  private readonly environment: string
  private readonly objects: AsyncIterator<StoredObject>
  private next: { place: Place; object: StoredObject } | null = null
  private hasBegun = false

  constructor(store: Lister, environment: string, { signal }: ReadContext) {
    this.store = store
    this.environment = environment
    this.objects = store.list(`${environment}/`, signal)[Symbol.asyncIterator]()
  }

  async advance(): Promise<void> {
    this.group = null
    if (!this.hasBegun) await this.step()
    this.hasBegun = true
    if (this.next === null) return
    const { place } = this.next
    const holding: Holding = new Map()
    while (this.next !== null && this.next.place.place === place.place) {
      holding.set(this.next.object.key, this.next.object.size)
      await this.step()
    }
    this.group = { ...place, holding }
  }

  async close(): Promise<void> {
    await this.objects.return?.()
  }

  private async step(): Promise<void> {
    for (;;) {
      const result = await this.objects.next()
      if (result.done === true) {
        this.next = null
        return
      }
      const place = placeOf(this.environment, result.value.key)
      if (place === null) continue
      this.next = { place, object: result.value }
      return
    }
  }
}

type Place = Omit<Group, 'holders'>

/** What an object belongs to; null for leases, and for whatever Lifeboat did not write. */
function placeOf(environment: string, key: string): Place | null {
  const inBackup = parseBackupKey(environment, key)
  if (inBackup !== null) {
    return { kind: 'backup', place: key.slice(0, -inBackup.name.length), backupId: inBackup.id }
  }
  const record = key.endsWith('.sig') ? key.slice(0, -'.sig'.length) : key
  const proof = parseProofKey(environment, record)
  if (proof !== null) return { kind: 'proof', place: record, backupId: proof.backupId }
  return parseLedgerKey(environment, record) === null
    ? null
    : { kind: 'event', place: record, backupId: null }
}

/** Null when nobody has its manifest, or only a signature: then it is of a run that is under way or was cut short. */
function groupOf(cursors: readonly Cursor[]): Group | null {
  const group = cursors[0]?.group
  if (group === null || group === undefined) return null
  const { kind, place, backupId } = group
  const record = kind === 'backup' ? `${place}manifest.json` : place
  const holders = cursors.filter((cursor) => cursor.group?.holding.has(record) === true)
  return holders.length === 0
    ? null
    : { kind, place, backupId, holders: holders.map(({ store }) => store.name) }
}

/** Whether every store that lasts has it, and the same. */
function isAlike(cursors: readonly Cursor[], lasting: number): boolean {
  const groups = cursors.flatMap(({ store, group }) => (store.ephemeral || group === null ? [] : [group]))
  if (groups.length < lasting) return false
  const [first, ...others] = groups.map(({ holding }) => holding)
  const place = groups[0]?.place ?? ''
  // Whoever copies a backup writes its page anew, in the words of that day.
  const page = `${place}RECOVERY.md`
  return others.every(
    (other) =>
      other.size === first?.size &&
      [...other].every(([key, size]) => (key === page ? first.has(key) : first.get(key) === size)),
  )
}
