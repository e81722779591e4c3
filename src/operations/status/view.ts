import { type BackupId, isEmergencyBackup, parseBackupId } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { counted, type Instant, type Milliseconds } from '../../domain/units.ts'
import type { StoreHoldings } from './store-holdings.ts'
import { type BackupRecord, type BackupSummary, type History, isRecoveryPoint } from './history.ts'

/** What the checks of the watch look at. */
export interface View {
  environment: Environment
  watch: Watch
  history: History
  now: Instant
}

export type Watch = NonNullable<Environment['watch']>

/** What a file without `watch:` means. */
export function watchOf(environment: Environment): Watch {
  return (
    environment.watch ?? {
      window: 30 * day,
      tolerance: 45 * 60_000,
      schedules: {},
      successRate: 90,
      shrink: 50,
      jump: 200,
      disk: 10,
    }
  )
}

export const day: Milliseconds = 86_400_000

export type BelievedBackup = BackupRecord & { summary: BackupSummary }

/** Backups whose manifest can be believed, newest first. */
export function believed({ backups, newest }: History): BelievedBackup[] {
  const all =
    newest.backup === null || backups.includes(newest.backup) ? backups : [...backups, newest.backup]
  return all.filter((backup): backup is BelievedBackup => backup.summary !== null)
}

/** Recovery points among these. Whatever is said of how old the data is must come from one of them. */
export function restorable(history: History): BelievedBackup[] {
  return believed(history).filter((backup) => isRecoveryPoint(backup, history.stores, history.condemned))
}

/** Those that a restore test condemned, newest first, in words: which, by which test; empty when there is none. */
export function condemnedText(
  { condemned }: History,
  counts: (id: BackupId) => boolean = () => true,
): string {
  const [first, ...others] = [...condemned].filter(([id]) => counts(id)).sort(([a], [b]) => (a < b ? 1 : -1))
  if (first === undefined) return ''
  const [id, { at, rungs }] = first
  const more = others.length === 0 ? '' : `, nor ${counted(others.length, 'older one')} condemned so`
  return `${id} is no recovery point, as the restore test of ${new Date(at).toISOString().slice(0, 16)}Z condemned it (${rungs.join(', ')})${more}`
}

/**
 * When backups were made: of those that are there, and of those that the ledger says were made and retention has removed
 * since. What a restore put aside was made by no schedule, and is no newer data.
 */
export function backupTimes(history: History): Instant[] {
  const ids = new Set(believed(history).map(({ id }) => id))
  for (const { event } of history.events) {
    if (event?.type === 'backup' && event.outcome.verdict !== 'failed' && event.backupId !== null)
      ids.add(event.backupId)
  }
  return [...ids].flatMap((id) => (isEmergencyBackup(id) ? [] : (parseBackupId(id)?.at ?? [])))
}

/** The stores that last and hold a backup whole, by their own listings; none of one that a restore test condemned. */
export function holdersOf({ id, copies }: BackupRecord, history: History): string[] {
  if (history.condemned.has(id)) return []
  const whole = new Set(copies.filter(({ state }) => state === 'whole').map(({ store }) => store))
  return lastingStores(history).answered.flatMap(({ name }) => (whole.has(name) ? [name] : []))
}

/** Stores that last and answered, and those that did not answer. */
export function lastingStores({ stores }: History): { answered: StoreHoldings[]; silent: StoreHoldings[] } {
  const lasting = stores.filter(({ ephemeral }) => !ephemeral)
  return {
    answered: lasting.filter(({ failure }) => failure === null),
    silent: stores.filter(({ failure }) => failure !== null),
  }
}

/** `, and store x could not be asked: it may have more`; empty when all answered. */
export function exceptFor(history: History): string {
  const { silent } = lastingStores(history)
  if (silent.length === 0) return ''
  return `; ${silent.map(({ name }) => name).join(' and ')} could not be asked and may have more`
}
