import { type GitHubClient, statusOf } from './octokit.ts'

/** Whom GitHub names as author of what a job's own token writes, on github.com as on a GitHub Enterprise Server. */
const jobUser = 'github-actions[bot]'

/**
 * The login under which this token writes. GraphQL answers for every kind of token (the job's, an app's, a person's);
 * REST's `GET /user` only for a person's, but also where GraphQL is not allowed.
 */
export async function loginOfToken(client: GitHubClient): Promise<string> {
  return client.call('find out whose token it is', async (octokit, request) => {
    try {
      const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }', {
        request,
      })
      return viewer.login
    } catch (thrown) {
      // A wrong token is wrong for all. Without a status the answer was one of GraphQL's own errors.
      const status = statusOf(thrown)
      if (status === 401 || (status !== null && status >= 500) || request.signal.aborted) throw thrown
    }
    try {
      const { data } = await octokit.rest.users.getAuthenticated({ request })
      return data.login
    } catch (thrown) {
      // "Resource not accessible by integration": only an app's token is refused here, and the job's is the usual one.
      if (statusOf(thrown) !== 403) throw thrown
      return jobUser
    }
  })
}

/** Logins have no case. The mark `[bot]` counts: without it anybody may have registered the name. */
export function isSameUser(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}
