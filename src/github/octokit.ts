import { getOctokit } from '@actions/github'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { asFailure, Failure } from '../domain/failure.ts'
import type { Milliseconds } from '../domain/units.ts'

export interface GitHubAccess {
  token: string
  /** GITHUB_API_URL: also that of a GitHub Enterprise Server. */
  apiUrl: string
  owner: string
  repository: string
  signal: AbortSignal
  /** How long a second lasts that the server asks us to wait; tests shorten it. */
  second?: Milliseconds
  /** Whether writes are spaced as GitHub asks for: a second apart, and three where people are notified. So by default. */
  isPaced?: boolean
  /** How long one call may take, with all its retries. */
  patience?: Milliseconds
}

type Octokit = ReturnType<typeof getOctokit>

export interface GitHubClient {
  readonly owner: string
  readonly repo: string
  /**
   * One call, with retries, within its time. @throws Failure, by what the server answered
   * @param needs the permission of the job that it takes; `issues: write` by default
   */
  call<T>(
    what: string,
    work: (octokit: Octokit, request: { signal: AbortSignal }) => Promise<T>,
    needs?: string,
  ): Promise<T>
}

const issuesWrite = 'issues: write'

/** Nobody waits longer than this in a job that has done its work. */
const longestWait = 60 // seconds
const attemptsWhenLimited = 2

/** GitHub's API, asked politely: paced, patient with rate limits, retried when it is out of reach. */
export function openGitHub(access: GitHubAccess): GitHubClient {
  const { second = 1_000, isPaced = true, patience = 150_000, signal, owner, repository: repo } = access
  const waits = (retryAfter: number, _options: object, _octokit: object, retryCount: number) =>
    retryAfter <= longestWait && retryCount < attemptsWhenLimited
  const octokit = getOctokit(
    access.token,
    {
      baseUrl: access.apiUrl,
      userAgent: 'lifeboat',
      // The library would print warnings and errors past our log.
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
      retry: { retryAfterBaseValue: second },
      throttle: {
        enabled: isPaced,
        // The library keeps one pace per id for the whole process; this client has its own.
        id: crypto.randomUUID(),
        retryAfterBaseValue: second,
        onRateLimit: waits,
        onSecondaryRateLimit: waits,
      },
    },
    retry,
    throttling,
  )
  return {
    owner,
    repo,
    call: async (what, work, needs = issuesWrite) => {
      signal.throwIfAborted()
      // The libraries retry whatever does not end as an AbortError, so the signals' own reasons are kept from them.
      const stop = new AbortController()
      const { promise: stopped, reject } = Promise.withResolvers<never>()
      const onAbort = () => {
        stop.abort()
        reject(signal.reason)
      }
      signal.addEventListener('abort', onAbort, { once: true })
      const timer = setTimeout(() => {
        stop.abort()
        reject(new Failure('unavailable', `GitHub did not answer in time when asked to ${what}`))
      }, patience)
      try {
        return await Promise.race([work(octokit, { signal: stop.signal }), stopped])
      } catch (thrown) {
        throw failureOf(thrown, what, needs)
      } finally {
        clearTimeout(timer)
        signal.removeEventListener('abort', onAbort)
      }
    },
  }
}

function ignore(): void {
  // On purpose.
}

/** By status, never by message. The server's words stay in the cause. */
function failureOf(thrown: unknown, what: string, needs: string): Failure {
  if (thrown instanceof Failure) return thrown
  const status = statusOf(thrown)
  if (status === null) return asFailure(thrown)
  const failure = (kind: Failure['kind'], said: string, hint: string) =>
    new Failure(kind, `could not ${what}: ${said}`, { hint, cause: thrown })
  if (status === 401) {
    return failure(
      'access',
      'GitHub does not accept the token (401)',
      'Give a valid token as `github-token`.',
    )
  }
  if (status === 410 && needs === issuesWrite) {
    return failure(
      'refused',
      'issues are disabled in this repository (410)',
      "Enable issues in the repository's settings, or give an empty `github-token`.",
    )
  }
  if (status === 429 || (status === 403 && isRateLimit(thrown))) {
    return failure('unavailable', `GitHub's rate limit is used up (${status})`, 'The next run tries again.')
  }
  if (status === 403 || status === 404) {
    return failure(
      'access',
      `the token has no right to (${status})`,
      needs === issuesWrite
        ? "Add `issues: write` to `permissions:` of the job; a token of your own needs the repository's issues."
        : `Add \`${needs}\` to \`permissions:\` of the job, or give a token that has it as \`github-token\`.`,
    )
  }
  if (status >= 500) {
    return failure('unavailable', `GitHub is out of reach (${status})`, 'The next run tries again.')
  }
  return failure(
    'refused',
    `GitHub refused the request (${status})`,
    'Please report it: the request was ours.',
  )
}

/** The status of an answer, as the library gives it; 500 also when there was none. */
export function statusOf(thrown: unknown): number | null {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number'
    ? thrown.status
    : null
}

function isRateLimit(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !('response' in thrown)) return false
  const { headers = {} } = (thrown.response ?? {}) as { headers?: Record<string, unknown> }
  return headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers
}
