import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Failure } from '../domain/failure.ts'
import type { PullRequests, PullRequestSubject } from '../ports/pull-requests.ts'
import type { Masks } from './masks.ts'
import { type GitHubAccess, type GitHubClient, openGitHub } from './octokit.ts'
import { isSameUser, loginOfToken } from './token-user.ts'

export interface PullRequestsOptions extends GitHubAccess {
  /** GITHUB_EVENT_PATH. */
  eventPath: string | undefined
  /** Applied to whatever is written. */
  masks: Masks
}

const commit = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)
const url = z.string().regex(/^https?:\/\/[^\s<>"')]+$/)
const repository = z.object({ id: z.int(), full_name: z.string() })
const eventSchema = z.object({
  repository,
  workflow_run: z
    .object({
      event: z.string(),
      head_sha: commit,
      head_branch: z.string().nullable(),
      conclusion: z.string().nullable(),
      html_url: url,
      head_repository: repository.extend({ owner: z.object({ login: z.string() }) }).nullable(),
    })
    .optional(),
  merge_group: z.object({ head_sha: commit }).optional(),
  inputs: z.object({ sha: commit }).optional(),
})

/** GitHub takes no longer text of a check or a comment. */
const longestText = 65_000
const pageSize = 100
const mostPages = 10

/** Pull requests on GitHub. What they are about comes from the event, and is asked of GitHub again before it is believed. */
export function createPullRequests(options: PullRequestsOptions): PullRequests {
  const client = openGitHub(options)
  const { owner, repo } = client
  const shown = (text: string) => options.masks.apply(text).slice(0, longestText)
  return {
    subject: () => subjectOf(options.eventPath, client),
    comment: async (number, marker, body) => {
      const text = shown(`${marker}\n${body}`)
      const existing = await findComment(client, number, marker)
      if (existing?.body === text) return 'unchanged'
      await client.call(
        'comment on a pull request',
        async (octokit, request): Promise<unknown> => {
          const { createComment, updateComment } = octokit.rest.issues
          return existing === null
            ? await createComment({ owner, repo, issue_number: number, body: text, request })
            : await updateComment({ owner, repo, comment_id: existing.id, body: text, request })
        },
        'pull-requests: write',
      )
      return existing === null ? 'created' : 'updated'
    },
    check: async (sha, { name, conclusion, title, summary, url: details }) => {
      await client.call(
        'make a check',
        (octokit, request) =>
          octokit.rest.checks.create({
            owner,
            repo,
            name,
            head_sha: sha,
            status: 'completed',
            conclusion,
            output: { title, summary: shown(summary) },
            ...(details === null ? {} : { details_url: details }),
            request,
          }),
        'checks: write',
      )
    },
  }
}

async function subjectOf(path: string | undefined, client: GitHubClient): Promise<PullRequestSubject> {
  const event = eventSchema.safeParse(
    path === undefined || path === '' ? null : JSON.parse(await readFile(path, 'utf8')),
  ).data
  const run = event?.workflow_run
  if (event !== undefined && run !== undefined) {
    const about = { commit: run.head_sha, conclusion: run.conclusion, url: run.html_url }
    if (run.event === 'merge_group' && run.head_repository?.id === event.repository.id)
      return { ...about, number: null }
    if (run.event === 'pull_request' && run.head_repository !== null && run.head_branch !== null) {
      const head = `${run.head_repository.owner.login}:${run.head_branch}`
      return { ...about, number: await findPullRequest(client, head, run.head_sha, run.head_repository.id) }
    }
  }
  const named = event?.merge_group?.head_sha ?? event?.inputs?.sha
  if (run === undefined && named !== undefined)
    return { commit: named, number: null, conclusion: null, url: null }
  throw new Failure('config', 'this event is about no trial of a pull request', {
    hint: 'It runs on workflow_run of the trial, on merge_group, or by workflow_dispatch with the input sha.',
  })
}

/**
 * The event names no pull request when it comes from a fork; so open ones from that branch are asked for. One that has
 * moved on since, or was closed, is none: what was found says nothing about it.
 */
async function findPullRequest(
  client: GitHubClient,
  head: string,
  sha: string,
  headRepository: number,
): Promise<number | null> {
  const { owner, repo } = client
  const { data } = await client.call(
    'look for the pull request',
    (octokit, request) =>
      octokit.rest.pulls.list({ owner, repo, state: 'open', head, per_page: pageSize, request }),
    'pull-requests: read',
  )
  const found = data.filter((one) => one.head.sha === sha && one.head.repo?.id === headRepository)
  return found.length === 1 ? (found[0]?.number ?? null) : null
}

/** Anybody may write our marker; nobody else writes as our token's user. */
async function findComment(
  client: GitHubClient,
  number: number,
  marker: string,
): Promise<{ id: number; body: string } | null> {
  const { owner, repo } = client
  const user = await loginOfToken(client)
  for (let page = 1; page <= mostPages; page += 1) {
    const { data } = await client.call(
      'look for our comment',
      (octokit, request) =>
        octokit.rest.issues.listComments({
          owner,
          repo,
          issue_number: number,
          per_page: pageSize,
          page,
          request,
        }),
      'pull-requests: write',
    )
    const found = data.find(
      (one) => isSameUser(one.user?.login, user) && (one.body ?? '').split(/\r?\n/, 1)[0] === marker,
    )
    if (found !== undefined) return { id: found.id, body: found.body ?? '' }
    if (data.length < pageSize) return null
  }
  return null
}
