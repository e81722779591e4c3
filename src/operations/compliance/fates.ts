import { type BackupId, parseBackupId } from '../../domain/backup-id.ts'
import type { Compliance, ComplianceBackup } from '../../domain/compliance.ts'
import type { Instant } from '../../domain/units.ts'
import { type BackupRecord, type History, isHeld } from '../status/history.ts'
import { removedIds, vanished } from '../status/vanished.ts'

/** What became of the backups of a period. */
export interface Fates {
  /** Null of what was never there, as far as anybody can tell. */
  of(id: BackupId): ComplianceBackup['fate']
  isLost(id: BackupId): boolean
  /** Its manifest can be believed, some store has all that it names, and no restore test has condemned it. */
  isHeld(record: BackupRecord): boolean
  lost: Compliance['lost']
}

/** @param later what happened after the period: retention may have removed then what was made in it */
export async function fatesOf(history: History, later: () => Promise<History>): Promise<Fates> {
  const isSound = (record: BackupRecord) =>
    record.summary !== null && isHeld(record, history.stores) && !history.condemned.has(record.id)
  const lost = new Map<BackupId, Compliance['lost'][number]['fate']>()
  for (const record of history.backups) {
    if (record.summary === null) lost.set(record.id, 'doubtful')
    else if (history.condemned.has(record.id)) lost.set(record.id, 'condemned')
    else if (!isSound(record)) lost.set(record.id, 'hollow')
  }
  const removed = removedIds(history.events)
  const missing = vanished(history)
  if (missing.length > 0) {
    for (const id of removedIds((await later()).events)) removed.add(id)
    for (const id of missing) if (!removed.has(id)) lost.set(id, 'gone')
  }
  const there = new Set(history.known)
  return {
    of: (id) => lost.get(id) ?? (there.has(id) ? 'held' : removed.has(id) ? 'expired' : null),
    isLost: (id) => lost.has(id),
    isHeld: isSound,
    lost: [...lost]
      .map(([id, fate]) => ({ id, at: parseBackupId(id)?.at ?? 0, fate, ...condemnedAt(history, id) }))
      .sort((a, b) => b.at - a.at),
  }
}

export function condemnedAt(
  { condemned }: Pick<History, 'condemned'>,
  id: BackupId,
): { condemnedAt?: Instant } {
  const found = condemned.get(id)
  return found === undefined ? {} : { condemnedAt: found.at }
}
