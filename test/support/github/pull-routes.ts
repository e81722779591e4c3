import { forbidden, notFound, page } from './answers.ts'
import { actionsApp, type CommitState } from './commit-routes.ts'
import type { Shapes, User } from './records.ts'
import type { Route, State } from './routes.ts'

/** A pull request, as far as the fake knows it. Its comments are those of the issue with its number. */
export interface FakePullRequest {
  number: number
  state: 'open' | 'closed'
  head: { owner: string; branch: string; sha: string; repositoryId: number | null }
  author: User
}

/** Checks that were made through the API, in order. */
export interface MadeCheck {
  name: string
  sha: string
  conclusion: string
  title: string
  summary: string
}

export function pullRoutes(state: State & { commits: CommitState }, shapes: Shapes, url: string): Route[] {
  const repository = '/repos/{owner}/{repo}'
  const issueOf = (number: number) => state.issues.find((issue) => issue.number === number) ?? null
  return [
    {
      method: 'GET',
      template: `${repository}/pulls`,
      // A pull request holds two whole repositories; the fake gives what is asked for of them.
      undescribed: [200],
      answer: ({ query }) => {
        const found = state.pulls.filter(
          ({ state: is, head }) =>
            is === (query.get('state') ?? 'open') && `${head.owner}:${head.branch}` === query.get('head'),
        )
        const shown = found.map(({ number, state: is, head }) => ({
          number,
          state: is,
          head: {
            sha: head.sha,
            ref: head.branch,
            repo: head.repositoryId === null ? null : { id: head.repositoryId },
          },
        }))
        return page(shown, query, url)
      },
    },
    {
      method: 'GET',
      template: `${repository}/issues/{issue_number}/comments`,
      answer: ({ parts: [, , number], query }) => {
        const issue = issueOf(Number(number))
        if (issue === null) return notFound
        return page(
          issue.comments.map((comment) => shapes.comment(issue, comment)),
          query,
          url,
        )
      },
    },
    {
      method: 'PATCH',
      template: `${repository}/issues/comments/{comment_id}`,
      undescribed: [403, 404],
      answer: ({ parts: [, , id], body }) => {
        for (const issue of state.issues) {
          const comment = issue.comments.find((one) => one.id === Number(id))
          if (comment === undefined) continue
          if (!state.mayWrite) return forbidden
          comment.body = String(body['body'])
          return { status: 200, body: shapes.comment(issue, comment) }
        }
        return notFound
      },
    },
    {
      method: 'POST',
      template: `${repository}/check-runs`,
      undescribed: [403],
      answer: ({ body }) => {
        if (!state.mayWrite) return forbidden
        const output = body['output'] as { title: string; summary: string }
        const made = {
          name: String(body['name']),
          sha: String(body['head_sha']),
          conclusion: String(body['conclusion']),
        }
        state.madeChecks.push({ ...made, ...output })
        const run = { ...made, id: state.nextId(), appId: actionsApp.id, status: 'completed' }
        state.commits.checkRuns.push(run)
        return { status: 201, body: shapes.checkRun(run, shapes.app(actionsApp)) }
      },
    },
  ]
}
