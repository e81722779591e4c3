import { Failure } from '../../domain/failure.ts'
import { judgeConnection, type Judgement } from '../web/connection-errors.ts'
import { answerOf } from '../web/http.ts'

/** What was asked of the container, for messages. */
export interface Asked {
  /** `the Azure store backups` */
  where: string
  container: string
  /** What the credentials must allow: `write`. */
  permission: string
  /** A put that must not overwrite. */
  conditional?: boolean
}

/** What a request ended with, as a Failure. Messages name the store and the service's code, never its words or its address. */
export function azureFailure(error: unknown, asked: Asked): Failure {
  if (error instanceof Failure) return error
  const { kind, what, hint } = judge(error, asked)
  return new Failure(kind, `${asked.where}: ${what}`, { ...(hint !== undefined && { hint }), cause: error })
}

/** Whether the service knows these credentials, and does not let them do this. */
export function isDenied(error: unknown): boolean {
  if (!(error instanceof Failure) || error.kind !== 'access') return false
  const { code, status } = answerOf(error.cause)
  return status === 403 && knownCodes[code] === undefined
}

function judge(error: unknown, asked: Asked): Judgement {
  const { status, code } = answerOf(error)
  if (status === undefined) return judgeConnection(error, code)
  const shown = code === 'Unknown' ? `status ${status}` : `${code}, ${status}`
  if (code === 'ContainerNotFound' || code === 'ContainerBeingDeleted') {
    return {
      kind: 'missing',
      what: `the container ${asked.container} does not exist (${shown})`,
      hint: 'Create the container, or look at container, account and endpoint of the store.',
    }
  }
  const known = knownCodes[code]
  if (known !== undefined) return { ...known, what: `${known.what} (${shown})` }
  if (asked.conditional === true && (status === 412 || status === 409)) {
    return { kind: 'refused', what: `the key exists already (${shown})` }
  }
  if (status === 401) return { ...badCredentials, what: `${badCredentials.what} (${shown})` }
  if (status === 403) {
    return {
      kind: 'access',
      what: `not allowed (${shown})`,
      hint: `Allow these credentials to ${asked.permission} on the container, by their role or their signature.`,
    }
  }
  if (status === 429 || status === 408 || (status >= 500 && status !== 501)) {
    return { kind: 'unavailable', what: `the service does not answer properly (${shown})` }
  }
  if (status === 404) return { kind: 'missing', what: `not found (${shown})` }
  return {
    kind: 'config',
    what: `the service refuses the request (${shown})`,
    hint: 'Look at account, endpoint and container of the store; `lifeboat store check` asks it everything that Lifeboat needs.',
  }
}

const badCredentials = {
  kind: 'access' as const,
  what: 'the service does not know these credentials, or they have expired',
  hint: 'Look at account, account-key, sas-token (its end, its addresses) or client-id, and at the clock of this machine.',
}
const locked = { kind: 'refused' as const, what: 'a lock holds the object' }
const busy = { kind: 'unavailable' as const, what: 'the service is busy' }
const noLocks = {
  kind: 'config' as const,
  what: 'the container does not support immutability of single versions',
  hint: 'Turn on versions and version-level immutability for the account or the container, or take immutability out of the store.',
}

const knownCodes: Record<string, Judgement | undefined> = {
  AuthenticationFailed: badCredentials,
  InvalidAuthenticationInfo: badCredentials,
  NoAuthenticationInformation: badCredentials,
  AuthorizationPermissionMismatch: undefined,
  AccountIsDisabled: { kind: 'access', what: 'the account is disabled' },
  BlobImmutableDueToPolicy: locked,
  BlobImmutableDueToLegalHold: locked,
  BlobOverwriteNotAllowed: locked,
  ImmutabilityPolicyNotSupported: noLocks,
  VersionLevelWormNotEnabled: noLocks,
  LeaseIdMissing: { kind: 'refused', what: 'a lease of Azure holds the object' },
  SnapshotsPresent: { kind: 'refused', what: 'the object has snapshots' },
  // Azurite's word for the next one.
  InvalidOperation: { kind: 'unavailable', what: 'the bytes were damaged on their way' },
  Md5Mismatch: { kind: 'unavailable', what: 'the bytes were damaged on their way' },
  ServerBusy: busy,
  OperationTimedOut: busy,
  AccountBeingCreated: busy,
  BlobArchived: {
    kind: 'unavailable',
    what: 'the object lies in the archive tier and must be brought back first',
    hint: 'Rehydrate it, or keep backups in a tier that can be read at once.',
  },
}
