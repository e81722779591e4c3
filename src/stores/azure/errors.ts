import { Failure } from '../../domain/failure.ts'
import { judgeConnection, type Judgement } from '../web/connection-errors.ts'
import { answerOf } from '../web/http.ts'
import { busy, damagedOnTheWay, judgeAnswer, judged, locked, shownAs } from '../web/judge-answer.ts'

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

/** What a request ended with, as a Failure that names what was asked for. */
export function azureFailure(error: unknown, asked: Asked): Failure {
  return judged(error, asked.where, (thrown) => judge(thrown, asked))
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
  const shown = shownAs(code, status)
  if (code === 'ContainerNotFound' || code === 'ContainerBeingDeleted') {
    return {
      kind: 'missing',
      what: `the container ${asked.container} does not exist (${shown})`,
      hint: 'Create the container, or look at container, account and endpoint of the store.',
    }
  }
  return judgeAnswer(status, shown, {
    known: knownCodes[code],
    existing: asked.conditional === true ? [409, 412] : [],
    badCredentials,
    allow: `Allow these credentials to ${asked.permission} on the container, by their role or their signature.`,
    lookAt: 'account, endpoint and container',
  })
}

const badCredentials = {
  kind: 'access' as const,
  what: 'the service does not know these credentials, or they have expired',
  hint: 'Look at account, account-key, sas-token (its end, its addresses) or client-id, and at the clock of this machine.',
}
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
  InvalidOperation: damagedOnTheWay,
  Md5Mismatch: damagedOnTheWay,
  ServerBusy: busy,
  OperationTimedOut: busy,
  AccountBeingCreated: busy,
  BlobArchived: {
    kind: 'unavailable',
    what: 'the object lies in the archive tier and must be brought back first',
    hint: 'Rehydrate it, or keep backups in a tier that can be read at once.',
  },
}
