import { Failure } from './failure.ts'
import type { Instant } from './units.ts'

/**
 * UTC time, five characters that keep it from clashing, optional label: `20261121T101500Z-k3f9x-pre-deploy`. Ids sort by
 * time, also within a second: the first two of the five tell the millisecond, the others are random. Ids that earlier
 * versions made have five random ones.
 */
export type BackupId = string

const idPattern =
  /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-([a-z0-9]{5})(?:-([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?))?$/

/** What a label may look like; labels become part of keys, so only characters that every store treats alike. */
export const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/
export const labelForm = 'up to 40 lower-case letters, digits and inner hyphens, such as pre-deploy-142'

/** @param random at least three random bytes */
export function makeBackupId(at: Instant, random: Uint8Array, label?: string): BackupId {
  if (label !== undefined && !labelPattern.test(label)) {
    throw new Failure('config', `the label ${JSON.stringify(label)} is not usable; accepted: ${labelForm}`)
  }
  // 32 of them in the order in which keys sort: a byte's low five bits choose evenly, and two tell 1,024 apart.
  const alphabet = '0123456789abcdefghijklmnopqrstuv'
  const millisecond = new Date(at).getUTCMilliseconds()
  const suffix = [millisecond >> 5, millisecond, ...random.subarray(0, 3)].map((bits) => alphabet[bits & 31])
  return `${compactTime(at)}-${suffix.join('')}${label === undefined ? '' : `-${label}`}`
}

/** `20261121T101500Z`: how times stand in keys. */
export function compactTime(at: Instant): string {
  return new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '')
}

/** The parts of an id, or null when the text is none (or names a moment that does not exist). */
export function parseBackupId(text: string): { at: Instant; label: string | undefined } | null {
  const match = idPattern.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second, , label] = match
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const at = Date.parse(iso)
  if (Number.isNaN(at) || new Date(at).toISOString() !== iso) return null
  return { at, label }
}

/** The label of backups that a restore makes of the state which it is about to replace. */
export const emergencyLabel = 'pre-restore'

/**
 * Whether a backup holds a state that somebody was about to restore over: it may be the very disaster. So it is no
 * recovery point to go by: only whoever names it gets it, and it pushes no other one out.
 */
export function isEmergencyBackup(id: BackupId): boolean {
  return parseBackupId(id)?.label === emergencyLabel
}

/** Newest first. Ids of the same millisecond order by their random part, so the order is total. */
export function newestFirst(ids: Iterable<BackupId>): BackupId[] {
  return [...ids].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
}

/**
 * Whether a backup that came back says that what was found wrong in another is over: of itself and of older ones. That an
 * older one still comes back says nothing of a newer; nor does one that holds what a restore was about to replace. Ids
 * begin with the time.
 */
export function answersFor(cameBack: string, failed: string): boolean {
  return cameBack === failed || (cameBack > failed && !isEmergencyBackup(cameBack))
}
