import type { Shapes, User } from './records.ts'
import { forbidden, notFound, page } from './answers.ts'
import type { Route } from './routes.ts'

/** What the fake knows of one branch and of commits. Tests change it. */
export interface CommitState {
  branch: string
  /** Of rulesets, as the API gives them. */
  rules: { type: string; parameters?: Record<string, unknown> }[]
  /** Classic protection; null when there is none. */
  protection: {
    enforcement: string
    contexts: string[]
    checks: { context: string; app_id: number | null }[]
  } | null
  /** Whether the branch itself shows the names of its required checks, as github.com does. */
  showsProtection: boolean
  checkRuns: FakeCheckRun[]
  statuses: { context: string; state: string; sha: string; creator: User }[]
  apps: { id: number; slug: string }[]
  mayReadAdministration: boolean
  mayReadChecks: boolean
}

export interface FakeCheckRun {
  id: number
  name: string
  sha: string
  appId: number
  status: string
  conclusion: string | null
}

/** GitHub Actions itself. */
export const actionsApp = { id: 15_368, slug: 'github-actions' }

export function emptyCommitState(): CommitState {
  return {
    branch: 'main',
    rules: [],
    protection: null,
    showsProtection: true,
    checkRuns: [],
    statuses: [],
    apps: [actionsApp],
    mayReadAdministration: false,
    mayReadChecks: true,
  }
}

export function commitRoutes(state: CommitState, shapes: Shapes, url: string): Route[] {
  const app = (id: number) => {
    const known = state.apps.find((one) => one.id === id)
    return known === undefined ? null : shapes.app(known)
  }
  const repository = '/repos/{owner}/{repo}'
  return [
    {
      method: 'GET',
      template: `${repository}/rules/branches/{branch}`,
      // A branch that does not exist has the rules that it would have.
      answer: ({ parts: [, , branch], query }) =>
        page(branch === state.branch ? state.rules.map(shapes.rule) : [], query, url),
    },
    {
      method: 'GET',
      template: `${repository}/branches/{branch}`,
      answer: ({ parts: [, , branch] }) =>
        branch === state.branch ? { status: 200, body: shapes.branch(state) } : notFound,
    },
    {
      method: 'GET',
      template: `${repository}/branches/{branch}/protection/required_status_checks`,
      undescribed: [403],
      answer: ({ parts: [, , branch] }) => {
        if (!state.mayReadAdministration) return forbidden
        if (branch !== state.branch || state.protection === null) return notFound
        return { status: 200, body: shapes.statusCheckPolicy(state.protection) }
      },
    },
    {
      method: 'GET',
      template: `${repository}/commits/{ref}/check-runs`,
      undescribed: [403],
      answer: ({ parts: [, , sha], query }) => {
        if (!state.mayReadChecks) return forbidden
        const name = query.get('check_name')
        const appId = query.get('app_id')
        const runs = state.checkRuns.filter(
          (run) =>
            run.sha === sha &&
            (name === null || run.name === name) &&
            (appId === null || run.appId === Number(appId)),
        )
        const { body, ...answer } = page(
          runs.map((run) => shapes.checkRun(run, app(run.appId))),
          query,
          url,
        )
        return { ...answer, body: { total_count: runs.length, check_runs: body } }
      },
    },
    {
      method: 'GET',
      template: `${repository}/commits/{ref}/status`,
      undescribed: [403],
      answer: ({ parts: [, , sha = ''], query }) => {
        if (!state.mayReadChecks) return forbidden
        const newest = new Map<string, (typeof state.statuses)[number]>()
        for (const status of state.statuses) if (status.sha === sha) newest.set(status.context, status)
        const { body, ...answer } = page([...newest.values()].map(shapes.simpleStatus), query, url)
        return { ...answer, body: shapes.combinedStatus(sha, body as unknown[], newest.size) }
      },
    },
    {
      method: 'GET',
      template: `${repository}/commits/{ref}/statuses`,
      answer: ({ parts: [, , sha], query }) =>
        page(
          state.statuses
            .filter((status) => status.sha === sha)
            .reverse()
            .map(shapes.status),
          query,
          url,
        ),
    },
    {
      method: 'GET',
      template: '/apps/{app_slug}',
      answer: ({ parts: [slug] }) => {
        const known = state.apps.find((one) => one.slug === slug)
        return known === undefined ? notFound : { status: 200, body: shapes.app(known) }
      },
    },
  ]
}
