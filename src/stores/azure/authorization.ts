import { createHmac } from 'node:crypto'
import type { TokenSource } from '../web/access-token.ts'

/** What proves to the service who asks. It may add to the address and to the headers of a request. */
export interface Authorization {
  /** @returns the token that was used, so that a refusal can be told */
  sign(request: SignedRequest): Promise<string | null>
  refused(token: string): void
}

export interface SignedRequest {
  method: string
  url: URL
  headers: Record<string, string>
  contentLength: number
}

/** An account key: each request carries a signature of what it asks for. */
export function sharedKey(account: string, key: Buffer): Authorization {
  return {
    sign: async (request) => {
      const signature = createHmac('sha256', key).update(stringToSign(account, request)).digest('base64')
      request.headers['authorization'] = `SharedKey ${account}:${signature}`
      return null
    },
    refused: () => undefined,
  }
}

/** A shared access signature: what it allows stands in it, and it goes with every address. */
export function sharedAccessSignature(text: string): Authorization {
  const parameters = [...new URLSearchParams(text.replace(/^\?/, ''))]
  return {
    sign: async ({ url }) => {
      for (const [name, value] of parameters) url.searchParams.set(name, value)
      return null
    },
    refused: () => undefined,
  }
}

/** An Entra token. */
export function bearer(source: TokenSource): Authorization {
  return {
    sign: async ({ headers }) => {
      const token = await source.current()
      headers['authorization'] = `Bearer ${token}`
      return token
    },
    refused: (token) => source.refused(token),
  }
}

/** As "Authorize with Shared Key" describes it, for versions since 2015-02-21. */
function stringToSign(account: string, { method, url, headers, contentLength }: SignedRequest): string {
  const header = (name: string) => headers[name] ?? ''
  const own = Object.keys(headers)
    .filter((name) => name.startsWith('x-ms-'))
    .sort()
    .map((name) => `${name}:${header(name)}\n`)
  const names = [...new Set([...url.searchParams.keys()].map((name) => name.toLowerCase()))].sort()
  const query = names.map((name) => `\n${name}:${url.searchParams.getAll(name).sort().join(',')}`)
  return [
    method,
    header('content-encoding'),
    header('content-language'),
    contentLength === 0 ? '' : String(contentLength),
    header('content-md5'),
    header('content-type'),
    // The date stands in x-ms-date.
    '',
    header('if-modified-since'),
    header('if-match'),
    header('if-none-match'),
    header('if-unmodified-since'),
    header('range'),
    `${own.join('')}/${account}${url.pathname}${query.join('')}`,
  ].join('\n')
}
