import type { Environment } from '../../domain/environment/schema.ts'
import type { Milliseconds } from '../../domain/units.ts'

/** What a gate asks for. The words stand in the ledger, when one was overridden. */
export const conditionNames = ['backup', 'proof', 'drill', 'after', 'checks'] as const
export type ConditionName = (typeof conditionNames)[number]

type Before = Exclude<NonNullable<NonNullable<Environment['gate']>['after']>, 'off'>

/** The conditions of one environment; null where one is off. A limit that nothing gives is `unlimited`, and cannot be judged. */
export interface Conditions {
  backup: { limit: Milliseconds | 'unlimited'; copies: number } | null
  proof: { limit: Milliseconds | 'unlimited' } | null
  /** `none held`: neither the gate nor the objectives nor a section of drills asks for any. */
  drill: { limit: Milliseconds | 'unlimited' | 'none held' } | null
  after: Before | 'unnamed' | null
  checks: { branch: string | null } | null
}

/** What the file says, and for what it does not say: everything of a protected environment, nothing of another. */
export function conditionsOf(environment: Environment): Conditions {
  const { gate = {}, objectives, protected: isProtected, minimumCopies } = environment
  const unsaid = isProtected ? 'on' : 'off'
  const limitOf = (word: Milliseconds | 'on' | 'off', objective: Milliseconds | undefined) =>
    typeof word === 'number' ? word : (objective ?? ('unlimited' as const))
  const backup = gate.backup ?? unsaid
  const proof = gate.proof ?? unsaid
  const drill = gate.drill ?? unsaid
  const after = gate.after ?? (isProtected ? 'unnamed' : 'off')
  const checks = gate.checks ?? unsaid
  const holdsDrills =
    gate.drill !== undefined || objectives.drillEvery !== undefined || environment.drills !== undefined
  return {
    backup:
      backup === 'off'
        ? null
        : { limit: limitOf(backup, objectives.rpo), copies: gate.copies ?? minimumCopies },
    proof: proof === 'off' ? null : { limit: limitOf(proof, objectives.verifyEvery) },
    drill:
      drill === 'off' ? null : { limit: holdsDrills ? limitOf(drill, objectives.drillEvery) : 'none held' },
    after: after === 'off' ? null : after,
    checks: checks === 'off' ? null : { branch: checks === 'on' ? null : (checks.branch ?? null) },
  }
}
