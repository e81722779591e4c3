import { Failure } from '../../domain/failure.ts'
import type { Instant } from '../../domain/units.ts'
import { patiently, type Patience } from '../backoff.ts'

export interface AccessToken {
  token: string
  expiresAt: Instant
}

/** A token that is fetched when it is first needed, kept, and fetched anew before it expires. */
export interface TokenSource {
  current(): Promise<string>
  /** A service refused this token: the next `current` fetches another. */
  refused(token: string): void
}

/** A request under way must not outlive its token. */
const margin = 5 * 60_000

export function tokenSource(patience: Patience, fetchToken: () => Promise<AccessToken>): TokenSource {
  let kept: Promise<AccessToken> | null = null
  let known: AccessToken | null = null

  return {
    async current() {
      if (known !== null && known.expiresAt - margin <= patience.clock.now()) {
        known = null
        kept = null
      }
      kept ??= patiently(patience, fetchToken).then(
        (token) => (known = token),
        (error: unknown) => {
          kept = null
          throw error
        },
      )
      return (await kept).token
    },
    refused(token) {
      if (known?.token !== token) return
      known = null
      kept = null
    },
  }
}

export interface TokenRequest {
  /** `the Azure store backups`, and who is asked, for messages. */
  where: string
  whom: string
  url: string
  headers?: Record<string, string>
  body: URLSearchParams | string
  /** What lets this job have the token. */
  hint: string
}

const timeoutMilliseconds = 15_000

/** Asks a service for a token by one POST. Its words are never shown: they may quote the assertion. */
export async function askForToken(request: TokenRequest): Promise<Record<string, unknown>> {
  const { where, whom } = request
  let response: Response
  try {
    response = await fetch(request.url, {
      method: 'POST',
      headers: {
        'content-type':
          typeof request.body === 'string' ? 'application/json' : 'application/x-www-form-urlencoded',
        ...request.headers,
      },
      body: String(request.body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
  } catch (cause) {
    throw new Failure('unavailable', `${where}: ${whom} cannot be reached`, { cause })
  }
  const answer: unknown = await response.json().catch(() => null)
  const fields = answer !== null && typeof answer === 'object' ? (answer as Record<string, unknown>) : {}
  if (response.ok) return fields
  const code = codeOf(fields)
  const what = `${where}: ${whom} did not give a token (${code === null ? '' : `${code}, `}${response.status})`
  if (response.status >= 500 || response.status === 429) throw new Failure('unavailable', what)
  throw new Failure('access', what, { hint: request.hint })
}

/** OAuth's word for what went wrong, or the status word of Google's services. */
function codeOf({ error }: Record<string, unknown>): string | null {
  const code = error !== null && typeof error === 'object' && 'status' in error ? error.status : error
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : null
}

/** @throws Failure `unavailable` when the answer has no token in these fields */
export function readToken(
  fields: Record<string, unknown>,
  { where, whom }: Pick<TokenRequest, 'where' | 'whom'>,
  now: Instant,
): AccessToken {
  const { access_token: token, expires_in: lifetime } = fields
  if (typeof token !== 'string' || token === '') {
    throw new Failure('unavailable', `${where}: ${whom} gave an answer without a token`)
  }
  return { token, expiresAt: now + Number(lifetime ?? 3_600) * 1_000 }
}
