import { Failure } from '../../domain/failure.ts'
import { judgeConnection, type Judgement } from '../web/connection-errors.ts'
import { answerOf } from '../web/http.ts'

/** What was asked of the bucket, for messages. */
export interface Asked {
  /** `the GCS store backups` */
  where: string
  bucket: string
  /** `storage.objects.create` */
  permission: string
  /** A put that must not overwrite. */
  conditional?: boolean
  /** The request carries a digest of its bytes, and nothing that a bucket may not know. */
  digested?: boolean
}

/** What a request ended with, as a Failure. Messages name the store and the service's code, never its words or its address. */
export function gcsFailure(error: unknown, asked: Asked): Failure {
  if (error instanceof Failure) return error
  const { kind, what, hint } = judge(error, asked)
  return new Failure(kind, `${asked.where}: ${what}`, { ...(hint !== undefined && { hint }), cause: error })
}

/** Whether the service knows these credentials, and does not let them do this. */
export function isDenied(error: unknown): boolean {
  return error instanceof Failure && error.kind === 'access' && answerOf(error.cause).status === 403
}

function judge(error: unknown, asked: Asked): Judgement {
  const { status, code } = answerOf(error)
  if (status === undefined) return judgeConnection(error, code)
  const shown = code === 'Unknown' ? `status ${status}` : `${code}, ${status}`
  if (asked.conditional === true && status === 412) {
    return { kind: 'refused', what: `the key exists already (${shown})` }
  }
  // Google has no code of its own for bytes that do not fit their digest.
  if (asked.digested === true && status === 400 && code === 'invalid') {
    return { kind: 'unavailable', what: `the bytes were damaged on their way (${shown})` }
  }
  const known = knownCodes[code]
  if (known !== undefined) return { ...known, what: `${known.what} (${shown})` }
  if (status === 401) {
    return {
      kind: 'access',
      what: `the service does not know these credentials, or they have expired (${shown})`,
      hint: 'Look at credentials, or at workload-identity-provider and service-account, and at the clock of this machine.',
    }
  }
  if (status === 403) {
    return {
      kind: 'access',
      what: `not allowed (${shown})`,
      hint: `Allow ${asked.permission} on the bucket to these credentials.`,
    }
  }
  if (status === 429 || status === 408 || status === 410 || (status >= 500 && status !== 501)) {
    return { kind: 'unavailable', what: `the service does not answer properly (${shown})` }
  }
  if (status === 404) return { kind: 'missing', what: `not found (${shown})` }
  return {
    kind: 'config',
    what: `the service refuses the request (${shown})`,
    hint: 'Look at bucket and endpoint of the store; `lifeboat store check` asks it everything that Lifeboat needs.',
  }
}

const locked = { kind: 'refused' as const, what: 'a lock holds the object' }
const busy = { kind: 'unavailable' as const, what: 'the service is busy' }

const knownCodes: Record<string, Judgement | undefined> = {
  retentionPolicyNotMet: locked,
  objectUnderActiveHold: locked,
  objectRetentionNotMet: locked,
  rateLimitExceeded: busy,
  userRateLimitExceeded: busy,
  quotaExceeded: busy,
  backendError: busy,
  objectRetentionNotEnabled: {
    kind: 'config',
    what: 'the bucket does not allow retention of single objects',
    hint: 'Turn on object retention for the bucket (gcloud storage buckets update --enable-per-object-retention), or take object-retention out of the store.',
  },
}
