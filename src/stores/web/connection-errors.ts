import type { FailureKind } from '../../domain/failure.ts'

/** What an error means to those who must act. */
export interface Judgement {
  kind: FailureKind
  what: string
  hint?: string
}

/** An error of a request that got no answer, by its code. */
export function judgeConnection(error: unknown, code: string): Judgement {
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) {
    return {
      kind: 'config',
      what: `the certificate of the service is not trusted (${code})`,
      hint: 'If it is signed by an authority of your own, name its file in NODE_EXTRA_CA_CERTS.',
    }
  }
  if (networkCodes.has(code) || /^(HPE_|ERR_SSL_|UND_ERR_)/.test(code)) {
    const hint = code === 'ENOTFOUND' ? 'Look at the host name in endpoint, and at region.' : undefined
    return { kind: 'unavailable', what: `no connection (${code})`, ...(hint !== undefined && { hint }) }
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { kind: 'cancelled', what: 'stopped from outside' }
  }
  return { kind: 'bug', what: `a request could not be made (${code})` }
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EPROTO',
  'TimeoutError',
  'NetworkingError',
  'ERR_STREAM_PREMATURE_CLOSE',
])
