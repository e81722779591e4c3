import { forbidden, invalid, notFound, page } from './answers.ts'
import { type CommitState, commitRoutes } from './commit-routes.ts'
import { deploymentRoutes, type FakeDeployment } from './deployment-routes.ts'
import { type FakePullRequest, type MadeCheck, pullRoutes } from './pull-routes.ts'
import type { Comment, Issue, Label, Shapes, User } from './records.ts'
import { type WatchState, watchRoutes } from './watch-routes.ts'

/** What the fake GitHub holds. Tests may look at it and change it. */
export interface State {
  issues: Issue[]
  labels: Label[]
  /** As a repository's owner can turn it off. */
  issuesAreDisabled: boolean
  /** What tokens may do: a token that only reads is refused every change, and one without push access cannot label. */
  mayWrite: boolean
  mayLabel: boolean
  deployments: FakeDeployment[]
  mayDeploy: boolean
  /** A branch, what is demanded of commits on it, and what commits have. */
  commits: CommitState
  pulls: FakePullRequest[]
  /** Checks that were made through the API. */
  madeChecks: MadeCheck[]
  watch: WatchState
  now: () => number
  nextId: () => number
}

export interface Call {
  user: User
  /** What stands in the braces of the path's template. */
  parts: readonly string[]
  query: URLSearchParams
  body: Record<string, unknown>
}

export interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

export interface Route {
  method: string
  template: string
  /** Answers of GitHub that its description leaves out. */
  undescribed?: readonly number[]
  answer(call: Call): Answer
}

/** The limits of GitHub itself. */
const longestBody = 65_536
const longestTitle = 256

const gone: Answer = {
  status: 410,
  body: { message: 'Issues has been disabled in this repository.', status: '410' },
}

export function createRoutes(state: State, shapes: Shapes, url: string): Route[] {
  const shown = (issue: Issue) =>
    shapes.issue(
      issue,
      state.labels.filter((label) => issue.labels.includes(label.name)),
    )
  const numbered = ([, , number]: readonly string[]) =>
    state.issues.find((issue) => issue.number === Number(number)) ?? null
  const labelled = (name: string) =>
    state.labels.find((label) => label.name.toLowerCase() === name.toLowerCase()) ?? null

  const addLabel = (name: string, color = 'ededed', description: string | null = null): Label => {
    const label = { id: state.nextId(), name, color, description }
    state.labels.push(label)
    return label
  }
  /** GitHub makes labels that it does not know, and drops all when the token may not set them. */
  const labelsFor = (names: readonly string[]) =>
    state.mayLabel ? names.map((name) => (labelled(name) ?? addLabel(name)).name) : []

  return [
    ...watchRoutes(state, url),
    ...commitRoutes(state.commits, shapes, url),
    ...pullRoutes(state, shapes, url),
    ...deploymentRoutes(state, shapes, url),
    {
      method: 'GET',
      template: '/user',
      answer: ({ user }) =>
        user.kind === 'bot' ? forbidden : { status: 200, body: shapes.publicUser(user) },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/issues',
      answer: ({ query }) => {
        // Where issues are disabled the list has only pull requests.
        const issues = state.issues.filter((issue) => !state.issuesAreDisabled || issue.isPullRequest)
        return page(ordered(filtered(issues, query), query).map(shown), query, url)
      },
    },
    {
      method: 'POST',
      template: '/repos/{owner}/{repo}/issues',
      answer: ({ user, body }) => {
        if (!state.mayWrite) return forbidden
        if (state.issuesAreDisabled) return gone
        const wrong = tooLong(body)
        if (wrong !== null) return wrong
        const now = state.now()
        const issue: Issue = {
          id: state.nextId(),
          number: Math.max(0, ...state.issues.map(({ number }) => number)) + 1,
          title: String(body['title']),
          body: typeof body['body'] === 'string' ? body['body'] : null,
          state: 'open',
          stateReason: null,
          labels: labelsFor(Array.isArray(body['labels']) ? body['labels'].map(String) : []),
          author: user,
          comments: [],
          createdAt: now,
          updatedAt: now,
          closedAt: null,
          isPullRequest: false,
        }
        state.issues.push(issue)
        return { status: 201, body: shown(issue) }
      },
    },
    {
      method: 'PATCH',
      template: '/repos/{owner}/{repo}/issues/{issue_number}',
      answer: ({ parts, body }) => {
        const issue = numbered(parts)
        if (state.issuesAreDisabled) return gone
        if (issue === null) return notFound
        if (!state.mayWrite) return forbidden
        const wrong = tooLong(body)
        if (wrong !== null) return wrong
        if (typeof body['title'] === 'string') issue.title = body['title']
        if (typeof body['body'] === 'string') issue.body = body['body']
        const wanted = body['state']
        if ((wanted === 'open' || wanted === 'closed') && wanted !== issue.state) {
          issue.state = wanted
          issue.closedAt = wanted === 'closed' ? state.now() : null
          const reason = typeof body['state_reason'] === 'string' ? body['state_reason'] : 'completed'
          issue.stateReason = wanted === 'closed' ? reason : 'reopened'
        }
        issue.updatedAt = state.now()
        return { status: 200, body: shown(issue) }
      },
    },
    {
      method: 'POST',
      template: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
      answer: ({ user, parts, body }) => {
        const issue = numbered(parts)
        if (state.issuesAreDisabled) return gone
        if (issue === null) return notFound
        if (!state.mayWrite) return forbidden
        const wrong = tooLong(body)
        if (wrong !== null) return wrong
        const comment: Comment = {
          id: state.nextId(),
          author: user,
          body: String(body['body']),
          createdAt: state.now(),
        }
        issue.comments.push(comment)
        issue.updatedAt = state.now()
        return { status: 201, body: shapes.comment(issue, comment) }
      },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/labels/{name}',
      answer: ({ parts: [, , name = ''] }) => {
        const label = labelled(name)
        return label === null ? notFound : { status: 200, body: shapes.label(label) }
      },
    },
    {
      method: 'POST',
      template: '/repos/{owner}/{repo}/labels',
      undescribed: [403],
      answer: ({ body }) => {
        if (!state.mayWrite || !state.mayLabel) return forbidden
        const name = String(body['name'])
        if (labelled(name) !== null) return invalid('Label', 'name', 'already_exists')
        const description = typeof body['description'] === 'string' ? body['description'] : null
        return { status: 201, body: shapes.label(addLabel(name, String(body['color']), description)) }
      },
    },
  ]
}

function filtered(issues: readonly Issue[], query: URLSearchParams): Issue[] {
  const wanted = query.get('state') ?? 'open'
  const names = (query.get('labels') ?? '').split(',').filter((name) => name !== '')
  return issues.filter(
    (issue) =>
      (wanted === 'all' || issue.state === wanted) &&
      names.every((name) => issue.labels.some((label) => label.toLowerCase() === name.toLowerCase())),
  )
}

function ordered(issues: readonly Issue[], query: URLSearchParams): Issue[] {
  const field = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  const sign = query.get('direction') === 'asc' ? 1 : -1
  return [...issues].sort((a, b) => sign * (a[field] - b[field] || a.number - b.number))
}

function tooLong(body: Record<string, unknown>): Answer | null {
  if (typeof body['title'] === 'string' && body['title'].length > longestTitle)
    return invalid('Issue', 'title', 'custom')
  if (typeof body['body'] === 'string' && body['body'].length > longestBody)
    return invalid('Issue', 'body', 'custom')
  return null
}
