import { createHash } from 'node:crypto'

/** PostgreSQL cuts names at this many bytes. */
const longest = 63

/**
 * A name with something put behind it, fitted to what PostgreSQL keeps. A name that has to be cut gets a part of its
 * digest, so that two long ones never become the same.
 */
export function fittedName(name: string, suffix: string): string {
  const whole = `${name}${suffix}`
  if (Buffer.byteLength(whole) <= longest) return whole
  const digest = `_${createHash('sha256').update(name).digest('hex').slice(0, 6)}`
  const room = longest - Buffer.byteLength(`${digest}${suffix}`)
  let cut = ''
  for (const character of name) {
    if (Buffer.byteLength(cut + character) > room) break
    cut += character
  }
  return `${cut}${digest}${suffix}`
}

/** A backup's time and random part in characters that need no quotes: `20261121t101500z_k3f9x`. */
export function backupStamp(backupId: string): string {
  return backupId.toLowerCase().split('-').slice(0, 2).join('_')
}

/** The name under which a restore works until everything is whole. */
export function workingName(name: string, backupId: string): string {
  return fittedName(name, `_restoring_${backupStamp(backupId).split('_')[1] ?? ''}`)
}

/** What a comment begins with on whatever a restore has made and not finished. */
export function restoreMark(backupId: string): string {
  return `lifeboat restore ${backupId}`
}

/** The same as a number that nobody else's database has for its limit of connections: it can be given at its making. */
export function markingLimit(backupId: string): number {
  return (
    1_000_000_000 +
    (createHash('sha256').update(restoreMark(backupId)).digest().readUInt32BE() % 1_000_000_000)
  )
}
