import { Failure } from '../../domain/failure.ts'
import { judgeConnection, type Judgement } from '../web/connection-errors.ts'
import { answerOf } from '../web/http.ts'
import { busy, damagedOnTheWay, judgeAnswer, judged, locked, shownAs } from '../web/judge-answer.ts'

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

/** What a request ended with, as a Failure that names what was asked for. */
export function gcsFailure(error: unknown, asked: Asked): Failure {
  return judged(error, asked.where, (thrown) => judge(thrown, asked))
}

/** Whether the service knows these credentials, and does not let them do this. */
export function isDenied(error: unknown): boolean {
  return error instanceof Failure && error.kind === 'access' && answerOf(error.cause).status === 403
}

function judge(error: unknown, asked: Asked): Judgement {
  const { status, code } = answerOf(error)
  if (status === undefined) return judgeConnection(error, code)
  const shown = shownAs(code, status)
  // Google has no code of its own for bytes that do not fit their digest.
  if (asked.digested === true && status === 400 && code === 'invalid') {
    return { ...damagedOnTheWay, what: `${damagedOnTheWay.what} (${shown})` }
  }
  const exists = asked.conditional === true && status === 412
  return judgeAnswer(status, shown, {
    known: exists ? undefined : knownCodes[code],
    existing: exists ? [412] : [],
    badCredentials,
    allow: `Allow ${asked.permission} on the bucket to these credentials.`,
    lookAt: 'bucket and endpoint',
    passing: [410],
  })
}

const badCredentials = {
  kind: 'access' as const,
  what: 'the service does not know these credentials, or they have expired',
  hint: 'Look at credentials, or at workload-identity-provider and service-account, and at the clock of this machine.',
}

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
