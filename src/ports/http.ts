import type { Bytes, Milliseconds } from '../domain/units.ts'

/** Asks URLs. Redirects are answers: none is followed. */
export interface Http {
  /**
   * One request, on a connection that later ones may share. The answer's body is read to its end, at most `mostRead` bytes
   * of it, and as much of it is kept as was asked for.
   * @throws Failure `unavailable` when there was no whole answer in time, `access` when its certificate is not trusted,
   * `config` when the URL is none of http:// or https://. No message holds the URL or anything of the answer.
   */
  ask(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>
}

/** No more of a body is read: what is longer is cut there. */
export const mostRead: Bytes = 8 * 1024 * 1024

export interface HttpRequest {
  method: string
  url: string
  headers?: readonly { name: string; value: string }[]
  body?: string
  timeout: Milliseconds
  /** Bytes of the body that are wanted; none by default. */
  keep?: Bytes
}

export interface HttpAnswer {
  status: number
  /** One value of a header, several joined by commas; null when it has none. */
  header(name: string): string | null
  /** Each `Set-Cookie` as it came. */
  cookies: readonly string[]
  body: Buffer
  /** Bytes of the body that were read. */
  size: Bytes
  /** From sending the request to the end of the body. */
  duration: Milliseconds
}
