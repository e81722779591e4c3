import { Failure, type FailureKind } from '../../domain/failure.ts'
import { reduceServerError } from '../../domain/redaction.ts'

/** A server's or a connection's error as a Failure: what it means follows from its code; row values never come along. */
export function serverFailure(error: unknown, doing: string, hint?: string): Failure {
  if (error instanceof Failure) return error
  const fields = (error instanceof Error ? error : {}) as ServerErrorFields
  const known = meaningOf(fields.code)
  const usedHint = hint ?? known?.hint
  if (fields.code === undefined || !/^[0-9A-Z]{5}$/.test(fields.code)) {
    if (known !== null)
      return new Failure(known.kind, `${doing}: ${known.text} (${fields.code})`, withHint(usedHint, error))
    if (isBrokenConnection(fields))
      return new Failure('unavailable', `${doing}: the connection broke off`, withHint(usedHint, error))
    return new Failure('bug', `${doing}: ${fields.name ?? 'an unknown error'}`, { cause: error })
  }
  // What a function raised by itself says whatever its author wished, rows too; its source file is PL's, not the server's.
  const isRaised = fields.file?.startsWith('pl') === true
  const reduced = reduceServerError(isRaised ? { code: fields.code } : fields)
  return new Failure(
    known?.kind ?? 'unavailable',
    `${doing}: ${known?.text ?? 'the server reported an error'} (${reduced.text})`,
    {
      ...withHint(usedHint, error),
      subjects: reduced.subjects,
    },
  )
}

/** The server's code behind a Failure; null when it came from elsewhere. */
export function sqlState(error: unknown): string | null {
  const cause = error instanceof Failure ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

interface ServerErrorFields {
  name?: string
  message?: string
  code?: string
  severity?: string
  /** Of the server's source code, where the error was made. */
  file?: string
  schema?: string
  table?: string
  column?: string
  constraint?: string
  where?: string
}

function withHint(hint: string | undefined, cause: unknown): { cause: unknown; hint?: string } {
  return hint === undefined ? { cause } : { cause, hint }
}

/** node-postgres gives these no code; its texts are the only sign of them. */
function isBrokenConnection(fields: ServerErrorFields): boolean {
  return /Connection terminated|Client has encountered a connection error|timeout expired|socket disconnected|SSL/i.test(
    fields.message ?? '',
  )
}

function meaningOf(code: string | undefined): { kind: FailureKind; text: string; hint?: string } | null {
  if (code === undefined) return null
  const exact = codes[code]
  if (exact !== undefined) return exact
  return /^[0-9A-Z]{5}$/.test(code) ? (codes[code.slice(0, 2)] ?? null) : null
}

const unreachable = 'Check host, port and firewall; a hosted runner reaches only public IPv4 addresses.'

/** By SQLSTATE, its class (two characters), or the operating system's code. */
const codes: Record<string, { kind: FailureKind; text: string; hint?: string }> = {
  ECONNREFUSED: { kind: 'unavailable', text: 'nothing accepts connections there', hint: unreachable },
  ENOTFOUND: { kind: 'unavailable', text: 'the host name does not resolve', hint: unreachable },
  EAI_AGAIN: { kind: 'unavailable', text: 'the host name does not resolve now', hint: unreachable },
  ETIMEDOUT: { kind: 'unavailable', text: 'no answer in time', hint: unreachable },
  EHOSTUNREACH: { kind: 'unavailable', text: 'no route to the host', hint: unreachable },
  ENETUNREACH: {
    kind: 'unavailable',
    text: 'no route to the network',
    hint: 'The host may have only an IPv6 address; hosted runners have IPv4 only. Use the provider’s IPv4 address or session pooler.',
  },
  ECONNRESET: { kind: 'unavailable', text: 'the connection was reset' },
  EPIPE: { kind: 'unavailable', text: 'the connection broke off' },
  ENOENT: {
    kind: 'unavailable',
    text: 'there is no such socket',
    hint: 'Check that the server runs and listens on that socket.',
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    kind: 'access',
    text: 'the server’s certificate is not signed by a known authority',
    hint: 'Give the authority’s certificate as sslrootcert.',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    kind: 'access',
    text: 'the server’s certificate is self-signed',
    hint: 'Give it as sslrootcert.',
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    kind: 'access',
    text: 'the server’s certificate cannot be verified',
    hint: 'Give the authority’s certificate as sslrootcert.',
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    kind: 'access',
    text: 'the server’s certificate is not signed by a known authority',
    hint: 'Give the authority’s certificate as sslrootcert.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    kind: 'access',
    text: 'the server’s certificate is for another host',
    hint: 'Use the host name that the certificate names.',
  },
  CERT_HAS_EXPIRED: { kind: 'access', text: 'the server’s certificate has expired' },
  CERT_NOT_YET_VALID: { kind: 'access', text: 'the server’s certificate is not valid yet' },
  '08': { kind: 'unavailable', text: 'the connection failed' },
  '0A000': { kind: 'config', text: 'the server does not support that here' },
  '2BP01': {
    kind: 'config',
    text: 'other objects depend on what the statement would change or drop',
    hint: 'Change or drop those first, in the same migration: views, for example.',
  },
  '22': { kind: 'integrity', text: 'the data does not fit its type' },
  '23': { kind: 'integrity', text: 'the data breaks a constraint' },
  '25006': { kind: 'config', text: 'the statement writes, where only reading is allowed' },
  '28': {
    kind: 'access',
    text: 'the server refused the credentials',
    hint: 'Check user, password and pg_hba.conf.',
  },
  '3D000': {
    kind: 'missing',
    text: 'there is no such database',
    hint: 'Check the name of the database at the end of the URL.',
  },
  '40': { kind: 'unavailable', text: 'the transaction was rolled back by the server' },
  '42601': { kind: 'config', text: 'the statement has an error of syntax' },
  '42P01': { kind: 'config', text: 'there is no such table or view' },
  '42P07': { kind: 'config', text: 'there is a table, view or index of that name already' },
  '42701': { kind: 'config', text: 'there is a column of that name already' },
  '42703': { kind: 'config', text: 'there is no such column' },
  '42704': { kind: 'config', text: 'there is no such object' },
  '42710': { kind: 'config', text: 'there is an object of that name already' },
  '42804': { kind: 'config', text: 'the types do not fit together' },
  '42883': { kind: 'config', text: 'there is no such function or operator' },
  '42501': { kind: 'access', text: 'permission denied' },
  '42': { kind: 'config', text: 'the statement is not valid here' },
  '53100': {
    kind: 'capacity',
    text: 'the server’s disk is full',
    hint: 'Free disk space on the database server.',
  },
  '53200': { kind: 'capacity', text: 'the server is out of memory' },
  '53300': { kind: 'unavailable', text: 'the server has no free connection' },
  '53': { kind: 'unavailable', text: 'the server lacks resources' },
  '55': { kind: 'unavailable', text: 'an object is in use' },
  '57014': { kind: 'unavailable', text: 'the statement was cancelled' },
  '57': { kind: 'unavailable', text: 'the server is shutting down or starting' },
  '58': { kind: 'unavailable', text: 'the server had a system error' },
  XX001: { kind: 'integrity', text: 'the server found damaged data' },
  XX002: { kind: 'integrity', text: 'the server found a damaged index' },
}
