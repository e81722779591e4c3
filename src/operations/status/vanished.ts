import { type BackupId, parseBackupId } from '../../domain/backup-id.ts'
import type { EventRecord, History } from './history.ts'

/**
 * Backups of the range that were made, by the ledger or by proofs of them, and that are in no store that answered; without
 * those whose removal stands in the ledger.
 */
export function vanished(history: History): BackupId[] {
  const known = new Set(history.known)
  const removed = removedIds(history.events)
  const made = history.events.flatMap(({ event }) =>
    event?.type === 'backup' && event.outcome.verdict !== 'failed' && event.backupId !== null
      ? [event.backupId]
      : [],
  )
  // Those of events that tell of a restore test or a restore were there as well.
  const used = history.proofs.flatMap(({ summary, backupId }) =>
    summary !== null && (parseBackupId(backupId)?.at ?? 0) >= (history.range.from ?? 0) ? [backupId] : [],
  )
  return [...new Set([...made, ...used])].filter(
    (id) => parseBackupId(id) !== null && !known.has(id) && !removed.has(id),
  )
}

/** What runs of retention say that they removed. */
export function removedIds(events: readonly EventRecord[]): Set<BackupId> {
  const removed = new Set<BackupId>()
  for (const { event } of events) {
    if (event?.type !== 'retention') continue
    for (const id of String(event.details['removed'] ?? '').split(' ')) removed.add(id)
  }
  return removed
}
