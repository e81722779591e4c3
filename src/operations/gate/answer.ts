import type { FailureKind } from '../../domain/failure.ts'
import { Failure } from '../../domain/failure.ts'
import { formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'
import type { CheckStatus } from '../../domain/verdict.ts'

/** What was found out about one condition. Only `failed` closes the gate. */
export interface Answer {
  status: CheckStatus
  /** The evidence: ids, times, ages, addresses. */
  detail: string
  failure?: FailureKind
  hint?: string
}

/** What is dated later than this from now was not dated by a clock that is right: how old it is cannot be told. */
export const toleratedSkew: Milliseconds = 60_000

export function isFromTheFuture(at: Instant, now: Instant): boolean {
  return !(at <= now + toleratedSkew)
}

/** `2026-11-21T10:15:00Z, 12 min ago` */
export function timeAndAge(at: Instant, now: Instant): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  return `${time}, ${formatDuration(Math.max(0, now - at))} ago`
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
