import { Failure } from '../domain/failure.ts'
import type { IssueTracker, TrackedIssue } from '../ports/channel.ts'
import type { Masks } from './masks.ts'
import type { GitHubAccess, GitHubClient } from './octokit.ts'
import { openGitHub } from './octokit.ts'
import { isSameUser, loginOfToken } from './token-user.ts'

export interface TrackerOptions extends GitHubAccess {
  /** Applied to whatever is written. */
  masks: Masks
}

/** What our labels look like when we have to make them. */
const labelLook = {
  color: 'd93f0b',
  description: 'Written by Lifeboat: trouble with backups or restore tests',
}

/** GitHub's issues. Touches only what this token's user wrote: anyone may copy our marker into an issue of his own. */
export function createIssueTracker({ masks, ...access }: TrackerOptions): IssueTracker {
  const client = openGitHub(access)
  let login: Promise<string> | null = null
  const author = () => (login ??= loginOfToken(client))
  return {
    find: async (marker, label) => {
      const isOurs = (issue: ListedIssue, user: string) =>
        isSameUser(issue.user?.login, user) && hasMarker(issue.body, marker)
      return (
        (await findOpen(client, label, author, isOurs)) ?? (await findClosed(client, label, author, isOurs))
      )
    },
    create: async ({ title, body, labels }) => {
      for (const label of labels) await ensureLabel(client, label)
      const { owner, repo } = client
      const { data } = await client.call('open an issue', (octokit, request) =>
        octokit.rest.issues.create({
          owner,
          repo,
          title: masks.apply(title),
          body: masks.apply(body),
          labels,
          request,
        }),
      )
      const got = data.labels.map((label) => (typeof label === 'string' ? label : label.name)?.toLowerCase())
      // GitHub drops labels silently when the token may not set them. Without it we would not find the issue again.
      if (labels.some((label) => !got.includes(label.toLowerCase()))) {
        throw new Failure('access', `the issue ${data.html_url} could not be labelled`, {
          hint: `Label it by hand with ${labels.join(', ')}, and give a token that may label issues; else each run opens another.`,
        })
      }
      return tracked(data)
    },
    update: async (number, { title, body, state }) => {
      const { owner, repo } = client
      await client.call('update an issue', (octokit, request) =>
        octokit.rest.issues.update({
          owner,
          repo,
          issue_number: number,
          ...(title === undefined ? {} : { title: masks.apply(title) }),
          ...(body === undefined ? {} : { body: masks.apply(body) }),
          ...(state === undefined ? {} : { state }),
          ...(state === 'closed' ? { state_reason: 'completed' as const } : {}),
          request,
        }),
      )
    },
    comment: async (number, body) => {
      const { owner, repo } = client
      await client.call('comment on an issue', (octokit, request) =>
        octokit.rest.issues.createComment({
          owner,
          repo,
          issue_number: number,
          body: masks.apply(body),
          request,
        }),
      )
    },
  }
}

interface ListedIssue {
  number: number
  html_url: string
  state: string
  body?: string | null | undefined
  closed_at: string | null
  updated_at: string
  user: { login: string } | null
  pull_request?: unknown
}

type IsOurs = (issue: ListedIssue, user: string) => boolean

/** Of several, which two runs at the same moment can have made, always the oldest. */
async function findOpen(client: GitHubClient, label: string, author: () => Promise<string>, isOurs: IsOurs) {
  const order = { state: 'open', sort: 'created', direction: 'asc' } as const
  for await (const issue of listIssues(client, label, order)) {
    if (isOurs(issue, await author())) return tracked(issue)
  }
  return null
}

/** The one closed last. GitHub cannot sort by that; but what was closed later was also changed later. */
async function findClosed(
  client: GitHubClient,
  label: string,
  author: () => Promise<string>,
  isOurs: IsOurs,
) {
  const order = { state: 'closed', sort: 'updated', direction: 'desc' } as const
  let last: TrackedIssue | null = null
  for await (const issue of listIssues(client, label, order)) {
    if (last !== null && Date.parse(issue.updated_at) < (last.closedAt ?? 0)) break
    if (!isOurs(issue, await author())) continue
    const found = tracked(issue)
    if (last === null || (found.closedAt ?? 0) > (last.closedAt ?? 0)) last = found
  }
  return last
}

/** Pages are asked for as they are needed. Ten of them hold a thousand issues of our label: beyond that we stop looking. */
async function* listIssues(
  client: GitHubClient,
  labels: string,
  order: { state: 'open' | 'closed'; sort: 'created' | 'updated'; direction: 'asc' | 'desc' },
): AsyncGenerator<ListedIssue> {
  const { owner, repo } = client
  const size = 100
  for (let page = 1; page <= 10; page += 1) {
    const { data } = await client.call('look for an issue', (octokit, request) =>
      octokit.rest.issues.listForRepo({ owner, repo, labels, ...order, per_page: size, page, request }),
    )
    // To GitHub a pull request is an issue too.
    for (const issue of data) if (issue.pull_request === undefined) yield issue
    if (data.length < size) return
  }
}

async function ensureLabel(client: GitHubClient, name: string): Promise<void> {
  const { owner, repo } = client
  await client.call('make a label', async (octokit, request) => {
    const statusIs = (status: number) => (thrown: unknown) => {
      if (thrown instanceof Error && 'status' in thrown && thrown.status === status) return null
      throw thrown
    }
    const found = await octokit.rest.issues.getLabel({ owner, repo, name, request }).catch(statusIs(404))
    // 422: another run has just made it.
    if (found === null)
      await octokit.rest.issues.createLabel({ owner, repo, name, ...labelLook, request }).catch(statusIs(422))
  })
}

/** A line of its own; in a browser somebody may have changed how lines end. */
function hasMarker(body: string | null | undefined, marker: string): boolean {
  return (body ?? '').split(/\r?\n/).some((line) => line.trim() === marker)
}

function tracked(issue: Omit<ListedIssue, 'updated_at' | 'user' | 'pull_request'>): TrackedIssue {
  return {
    number: issue.number,
    url: issue.html_url,
    state: issue.state === 'closed' ? 'closed' : 'open',
    body: issue.body ?? '',
    closedAt: issue.closed_at === null ? null : Date.parse(issue.closed_at),
  }
}
