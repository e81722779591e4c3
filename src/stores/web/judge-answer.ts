import { Failure } from '../../domain/failure.ts'
import type { Judgement } from './connection-errors.ts'

/** What differs between services that answer by the statuses of HTTP. */
export interface Service {
  /** What the service's own code means; undefined when it says no more than the status. */
  known: Judgement | undefined
  /** The statuses by which a put is told that its key exists; none when it was not asked. */
  existing: readonly number[]
  badCredentials: Judgement
  /** Of credentials that may not do it: what to allow. */
  allow: string
  /** Of any other refusal: what to look at. */
  lookAt: string
  /** Statuses that pass by themselves, besides those that do everywhere. */
  passing?: readonly number[]
}

/** What a refusal means. @param shown the service's code and status, as messages name them */
export function judgeAnswer(status: number, shown: string, service: Service): Judgement {
  const { known, existing, badCredentials, allow, lookAt, passing = [] } = service
  if (known !== undefined) return { ...known, what: `${known.what} (${shown})` }
  if (existing.includes(status)) return { kind: 'refused', what: `the key exists already (${shown})` }
  if (status === 401) return { ...badCredentials, what: `${badCredentials.what} (${shown})` }
  if (status === 403) return { kind: 'access', what: `not allowed (${shown})`, hint: allow }
  if ([408, 429, ...passing].includes(status) || (status >= 500 && status !== 501)) {
    return { kind: 'unavailable', what: `the service does not answer properly (${shown})` }
  }
  if (status === 404) return { kind: 'missing', what: `not found (${shown})` }
  return {
    kind: 'config',
    what: `the service refuses the request (${shown})`,
    hint: `Look at ${lookAt} of the store; \`lifeboat store check\` asks it everything that Lifeboat needs.`,
  }
}

/** What a request ended with, as a Failure. Messages name the store and the service's code, never its words or its address. */
export function judged(error: unknown, where: string, judge: (error: unknown) => Judgement): Failure {
  if (error instanceof Failure) return error
  const { kind, what, hint } = judge(error)
  return new Failure(kind, `${where}: ${what}`, { ...(hint !== undefined && { hint }), cause: error })
}

/** A code with its status; services that send no code are shown by their status alone. */
export function shownAs(code: string, status: number): string {
  return code === 'Unknown' ? `status ${status}` : `${code}, ${status}`
}

// What several services have a code of their own for.
export const locked: Judgement = { kind: 'refused', what: 'a lock holds the object' }
export const busy: Judgement = { kind: 'unavailable', what: 'the service is busy' }
export const damagedOnTheWay: Judgement = {
  kind: 'unavailable',
  what: 'the bytes were damaged on their way',
}
