import { Failure } from '../../domain/failure.ts'
import { judgeConnection, type Judgement } from '../web/connection-errors.ts'
import { busy, damagedOnTheWay, judgeAnswer, judged, locked, shownAs } from '../web/judge-answer.ts'

/** What was asked of the bucket, and the permission that it takes, for messages. */
export interface Request {
  /** `the S3 store r2` */
  where: string
  bucket: string
  /** `s3:PutObject` */
  permission: string
  /** A put that must not overwrite. */
  conditional?: boolean
}

/** What a request ended with, as a Failure that names what was asked for. */
export function s3Failure(error: unknown, request: Request): Failure {
  return judged(error, request.where, (thrown) => judge(thrown, request))
}

/** Whether the service knows these credentials, and does not let them do this. */
export function isDenied(error: unknown): boolean {
  if (!(error instanceof Failure) || error.kind !== 'access') return false
  const { code, status } = s3Answer(error.cause)
  return status === 403 && knownCodes[code] === undefined
}

/** The server's code and status, as far as there was an answer. */
export function s3Answer(error: unknown): { code: string; status: number | undefined } {
  if (!(error instanceof Error)) return { code: 'unknown', status: undefined }
  const { $metadata, $response, Code } = error as {
    $metadata?: { httpStatusCode?: number }
    $response?: { statusCode?: number }
    Code?: unknown
  }
  const code = typeof Code === 'string' ? Code : 'code' in error ? String(error.code) : error.name
  return { code, status: $metadata?.httpStatusCode ?? $response?.statusCode }
}

function judge(error: unknown, request: Request): Judgement {
  const { code, status } = s3Answer(error)
  if (status === undefined) return judgeWithoutAnswer(error, code)
  const shown = shownAs(code, status)
  if (code === 'NoSuchBucket') {
    return { ...noSuchBucket, what: `the bucket ${request.bucket} does not exist (${shown})` }
  }
  const known = knownCodes[code]
  if (known === undefined && (status === 301 || status === 307)) return wrongRegion
  if (known === undefined && status === 404 && !isAboutTheThing(code)) {
    // Some services answer so to an account that they do not know; versitygw: XAdminUserNotFound.
    return {
      ...badCredentials,
      what: `the service does not seem to know these credentials (${shown})`,
    }
  }
  return judgeAnswer(status, shown, {
    known,
    existing: request.conditional === true ? [409, 412] : [],
    badCredentials,
    allow: `Allow ${request.permission} on the bucket and its keys to these credentials.`,
    lookAt: 'endpoint, region and path-style',
  })
}

/** The 404 means what was asked for. Without a body, as after a HEAD, there is no code, and the SDK names one. */
function isAboutTheThing(code: string): boolean {
  return /^(NoSuch|NotFound$|Unknown|404$)/.test(code)
}

function judgeWithoutAnswer(error: unknown, code: string): Judgement {
  if (code === 'CredentialsProviderError') {
    return {
      kind: 'access',
      what: 'no credentials were found',
      hint: 'Give access-key-id and secret-access-key, or role-arn; without them the usual AWS sources are asked.',
    }
  }
  return judgeConnection(error, code)
}

const badCredentials = {
  kind: 'access' as const,
  what: 'the service does not know these credentials',
  hint: 'Look at access-key-id, secret-access-key and region, and whether the keys belong to this endpoint and have not expired.',
}
const noSuchBucket = {
  kind: 'missing' as const,
  hint: 'Create the bucket, or look at bucket, region and endpoint of the store.',
}
const wrongRegion = {
  kind: 'config' as const,
  what: 'the bucket lies in another region or behind another endpoint',
  hint: 'Set region (and endpoint) of the store to those of the bucket.',
}

const knownCodes: Record<string, Judgement | undefined> = {
  InvalidBucketName: { kind: 'config', what: 'the bucket name is not valid' },
  InvalidAccessKeyId: badCredentials,
  SignatureDoesNotMatch: badCredentials,
  ExpiredToken: badCredentials,
  ExpiredTokenException: badCredentials,
  TokenRefreshRequired: badCredentials,
  InvalidToken: badCredentials,
  InvalidClientTokenId: badCredentials,
  UnrecognizedClientException: badCredentials,
  // The SDK has taken the server's time from this answer, so the next attempt is signed with it.
  RequestTimeTooSkewed: { kind: 'unavailable', what: 'the clocks of this machine and of the service differ' },
  PermanentRedirect: wrongRegion,
  AuthorizationHeaderMalformed: wrongRegion,
  IllegalLocationConstraintException: wrongRegion,
  BadDigest: damagedOnTheWay,
  XAmzContentSHA256Mismatch: damagedOnTheWay,
  XAmzContentChecksumMismatch: damagedOnTheWay,
  IncompleteBody: { kind: 'unavailable', what: 'the bytes did not arrive whole' },
  RequestTimeout: busy,
  SlowDown: busy,
  Throttling: busy,
  ThrottlingException: busy,
  ServiceUnavailable: busy,
  ObjectLocked: locked,
  InvalidObjectState: {
    kind: 'unavailable',
    what: 'the object lies in an archive and must be brought back first',
    hint: 'Restore it from the archive class of the bucket, or keep backups in a class that can be read at once.',
  },
  NoSuchUpload: { kind: 'unavailable', what: 'the upload was ended by somebody else' },
  QuotaExceeded: { kind: 'capacity', what: 'the quota of the bucket is used up' },
  XMinioStorageFull: { kind: 'capacity', what: 'the disk of the service is full' },
  InsufficientStorage: { kind: 'capacity', what: 'the disk of the service is full' },
}
