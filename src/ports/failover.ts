import type { Instant, Milliseconds } from '../domain/units.ts'

/** What a failover is asked to do. */
export interface FailoverRequest {
  /** Connection URLs, filled in. */
  primary: string
  replica: string
  /** Makes sure that the primary cannot come back; null when nothing of ours can. */
  fence: (() => Promise<void>) | null
  /** How old the newest change on the replica may be. */
  maxLoss: Milliseconds
  /** How long the promotion may take. */
  timeout: Milliseconds
  /** A person has made sure that the primary is gone for good, and takes the loss that the replica has. */
  vouched: boolean
}

export interface FailoverResult {
  /** False when the replica had been promoted before: by an earlier run that was killed, or by somebody else. */
  promotedNow: boolean
  /** Time of the last change that the replica had from its primary; null when it never had one. */
  lastChangeAt: Instant | null
  detail: string
}

/**
 * Lets a replica take the place of its primary, so that there are never two. Nothing is promoted while the primary answers,
 * or could come back without anybody having made sure that it cannot. May be asked again after a run that was killed.
 * @throws Failure `refused` with what is to be made sure of first; `unavailable` when the replica cannot be reached or does
 *   not become primary in time; `integrity` when two primaries are found
 */
export type FailOver = (request: FailoverRequest, signal: AbortSignal) => Promise<FailoverResult>
