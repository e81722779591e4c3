import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEventType } from '../../domain/ledger.ts'

type Role = keyof Environment['signing']

/** Whose signature an event of each kind may bear. */
const rolesOf: Record<LedgerEventType, readonly Role[]> = {
  backup: ['backup'],
  verification: ['verify'],
  // A restore that may have to make a backup first runs with the key of backups.
  restore: ['restore', 'backup', 'verify'],
  retention: ['retention'],
  replicate: ['backup', 'retention', 'restore'],
  repair: ['backup', 'retention', 'restore'],
  'lease-broken': ['backup', 'verify', 'retention', 'restore'],
  deploy: ['deploy', 'backup'],
  drill: ['verify', 'restore'],
  validation: ['deploy', 'verify', 'backup'],
  'gate-override': ['deploy', 'backup'],
  runbook: ['restore', 'deploy', 'backup', 'verify'],
}

const anyRole: readonly Role[] = ['backup', 'verify', 'retention', 'restore', 'deploy']

/** Whose signature an event of this type may bear. */
export function rolesThatSign(type: LedgerEventType): readonly Role[] {
  return rolesOf[type]
}

/**
 * The public keys that may have signed an event of this type; null when none of them is configured, so that nothing can be
 * held to it. Types of a later version may be signed by any role.
 */
export function trustedKeys(environment: Environment, type: string): string[] | null {
  const roles = Object.hasOwn(rolesOf, type) ? rolesOf[type as LedgerEventType] : anyRole
  const keys = roles.flatMap((role) => environment.signing[role] ?? [])
  return keys.length === 0 ? null : keys
}
