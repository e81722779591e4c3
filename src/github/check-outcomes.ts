import type { RequiredCheck } from '../ports/commit-checks.ts'
import type { GitHubClient } from './octokit.ts'

/** What one source said of a commit, under the name of a check. */
export interface Found {
  outcome: Exclude<RequiredCheck['outcome'], 'missing'>
  url: string | null
}

const pageSize = 100
const mostPages = 10
const statusesRead = 'statuses: read'

/**
 * What a commit has under the name of a check: the newest check run of each app, and the newest commit status.
 * @param appId only of this GitHub App; null for anybody's
 */
export async function findOutcomes(
  client: GitHubClient,
  commit: string,
  name: string,
  appId: number | null,
): Promise<Found[]> {
  const runs = await checkRuns(client, commit, name, appId)
  const status = await commitStatus(client, commit, name)
  if (status === null) return runs
  // A status does not say whose it is; and of an app that makes check runs it is not needed.
  const counts = appId === null || (runs.length === 0 && (await isOfApp(client, commit, name, appId)))
  return counts ? [...runs, status] : runs
}

async function checkRuns(
  client: GitHubClient,
  commit: string,
  name: string,
  appId: number | null,
): Promise<Found[]> {
  const { owner, repo } = client
  const newest = new Map<number, Found & { id: number }>()
  for (let page = 1; page <= mostPages; page += 1) {
    const { data } = await client.call(
      'read the checks of a commit',
      (octokit, request) =>
        octokit.rest.checks.listForRef({
          owner,
          repo,
          ref: commit,
          check_name: name,
          filter: 'latest',
          ...(appId === null ? {} : { app_id: appId }),
          per_page: pageSize,
          page,
          request,
        }),
      'checks: read',
    )
    for (const run of data.check_runs) {
      const app = run.app?.id ?? 0
      // Of this commit and name alone, whatever the server made of the question.
      if (run.head_sha !== commit || run.name !== name || (appId !== null && app !== appId)) continue
      const known = newest.get(app)
      if (known !== undefined && known.id > run.id) continue
      newest.set(app, { id: run.id, outcome: outcomeOf(run), url: run.html_url })
    }
    if (data.check_runs.length < pageSize) break
  }
  return [...newest.values()].map(({ outcome, url }) => ({ outcome, url }))
}

/** As GitHub counts for what is required: a job that was skipped, and a neutral one, do not stand in the way. */
function outcomeOf({ status, conclusion }: { status: string; conclusion: string | null }): Found['outcome'] {
  if (status !== 'completed') return 'pending'
  return ['success', 'neutral', 'skipped'].includes(conclusion ?? '') ? 'green' : 'red'
}

/** The newest under this name. */
async function commitStatus(client: GitHubClient, commit: string, name: string): Promise<Found | null> {
  const { owner, repo } = client
  for (let page = 1; page <= mostPages; page += 1) {
    const { data } = await client.call(
      'read the statuses of a commit',
      (octokit, request) =>
        octokit.rest.repos.getCombinedStatusForRef({
          owner,
          repo,
          ref: commit,
          per_page: pageSize,
          page,
          request,
        }),
      statusesRead,
    )
    const status = data.statuses.find(({ context }) => context === name)
    if (status !== undefined) {
      const outcome = status.state === 'success' ? 'green' : status.state === 'pending' ? 'pending' : 'red'
      return { outcome, url: status.target_url }
    }
    if (data.statuses.length < pageSize) break
  }
  return null
}

/** Whether the newest status of this name was written by the app: by the user that acts for it. */
async function isOfApp(client: GitHubClient, commit: string, name: string, appId: number): Promise<boolean> {
  const { owner, repo } = client
  for (let page = 1; page <= mostPages; page += 1) {
    // The newest first.
    const { data } = await client.call(
      'read who wrote a status',
      (octokit, request) =>
        octokit.rest.repos.listCommitStatusesForRef({
          owner,
          repo,
          ref: commit,
          per_page: pageSize,
          page,
          request,
        }),
      statusesRead,
    )
    const status = data.find(({ context }) => context === name)
    if (status !== undefined) {
      const { creator } = status
      const slug = /^(.+)\[bot\]$/.exec(creator?.login ?? '')?.[1]
      if (creator?.type !== 'Bot' || slug === undefined) return false
      const { data: app } = await client.call(
        'read about a GitHub App',
        (octokit, request) => octokit.rest.apps.getBySlug({ app_slug: slug, request }),
        statusesRead,
      )
      return app?.id === appId
    }
    if (data.length < pageSize) break
  }
  return false
}
