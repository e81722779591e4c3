import { counted, formatDuration, type Milliseconds } from '../../../domain/units.ts'
import { isLive, type StoredLease } from '../../../vault/lease-records.ts'
import { leaseTerm } from '../../../vault/leases.ts'
import type { Finding } from '../finding.ts'
import { day, type View } from '../view.ts'

/** No run renews its lease for longer than it takes; a verification of a very large database has taken hours. */
const longestRun: Milliseconds = day
/** Nobody of ours writes a lease that ends later than a term from now; clocks may be apart. */
const believable: Milliseconds = leaseTerm + 60 * 60_000

/** Leases that hold things up for longer than a run lasts, or that no run of ours can have written. */
export function checkLeases({ environment, history, now }: View): Finding {
  const base = { name: 'leases', weight: 'useful' } as const
  const live = history.leases.filter((lease) => isLive(lease, now))
  // One that cannot be read is believed for a day, so that a newer Lifeboat's holds.
  const forged = live.find((lease) => lease.record !== null && lease.expiresAt > now + believable)
  if (forged !== undefined) {
    return {
      ...base,
      level: 'critical',
      failure: 'integrity',
      detail: `the lease ${forged.name} in ${forged.store} claims to hold for ${formatDuration(forged.expiresAt - now)}: no run takes one for longer than ${formatDuration(leaseTerm)}`,
      hint: `Until it is cleared, retention or whatever it names stands still. Find out who wrote it: \`lifeboat lease list --environment ${environment.environment}\`; \`lifeboat lease break\` clears it.`,
    }
  }
  const hanging = live.find((lease) => now - takenAt(lease) > longestRun)
  if (hanging !== undefined) {
    return {
      ...base,
      level: 'warning',
      detail: `the lease ${hanging.name} in ${hanging.store} is held since ${formatDuration(now - takenAt(hanging))}`,
      hint: `\`lifeboat lease list --environment ${environment.environment}\` says who holds it; a run may hang.`,
    }
  }
  const old = history.leases.filter((lease) => now - lease.expiresAt > 2 * day)
  if (old.length > 0) {
    return {
      ...base,
      level: 'warning',
      detail: `${counted(old.length, 'lease')} of runs that ended days ago left over, such as ${old[0]?.name ?? ''}`,
      hint: 'Retention clears them: look at its last runs.',
    }
  }
  if (history.leaseTrouble !== null) {
    return {
      ...base,
      level: 'unknown',
      failure: history.leaseTrouble.kind,
      detail: history.leaseTrouble.message,
    }
  }
  return {
    ...base,
    level: 'ok',
    detail: live.length === 0 ? 'nobody holds one' : `${counted(live.length, 'lease')} of runs at work`,
  }
}

function takenAt({ record, expiresAt }: StoredLease): number {
  return record === null ? expiresAt : Date.parse(record.takenAt)
}
