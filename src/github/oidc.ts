import { Failure } from '../domain/failure.ts'
import type { Masks } from './masks.ts'
import type { RunnerTokens } from './runner-tokens.ts'

/** Gives a token of this job for another service, such as a cloud's sign-in: short-lived, made anew for each call. */
export function createOidcToken(
  tokens: RunnerTokens,
  masks: Masks,
  signal: AbortSignal,
): (audience: string) => Promise<string> {
  return async (audience) => {
    signal.throwIfAborted()
    if (!tokens.has('ACTIONS_ID_TOKEN_REQUEST_URL') || !tokens.has('ACTIONS_ID_TOKEN_REQUEST_TOKEN')) {
      throw new Failure('config', 'this job may not ask GitHub for an OIDC token', {
        hint: 'Add `id-token: write` to `permissions:` of the job. Pull requests from forks cannot have it.',
      })
    }
    const { getIDToken } = await import('@actions/core')
    // The library retries what is out of reach, and gives no code by which to tell its errors apart.
    const token = await tokens
      .lend(() => getIDToken(audience))
      .catch((cause: unknown) => {
        throw new Failure('unavailable', 'GitHub gave no OIDC token', {
          cause,
          hint: 'Run it again; githubstatus.com says whether GitHub Actions has an incident.',
        })
      })
    masks.add(token)
    signal.throwIfAborted()
    return token
  }
}
