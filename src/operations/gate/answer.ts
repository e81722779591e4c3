import type { FailureKind } from '../../domain/failure.ts'
import { Failure } from '../../domain/failure.ts'
import type { CheckStatus } from '../../domain/verdict.ts'

/** What was found out about one condition. Only `failed` closes the gate. */
export interface Answer {
  status: CheckStatus
  /** The evidence: ids, times, ages, addresses. */
  detail: string
  failure?: FailureKind
  hint?: string
}

/** What is worth less where nobody has configured keys. */
export const unsigned = 'it is not signed: anybody who may write to the store could have written it'

/** A condition of which nobody can say whether it is met. It is never passed. */
export function unjudged({ kind, message, hint }: Failure): Answer {
  return {
    status: 'failed',
    failure: kind,
    detail: `cannot be judged: ${message}`,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** @param key of the limit in the environment file */
export function withoutLimit(key: string, objective: string): Answer {
  return unjudged(
    new Failure('config', `no objective is configured: ${objective} is not set`, {
      hint: `Set ${objective} in the environment file, or gate.${key} to a duration of its own, or to off.`,
    }),
  )
}
