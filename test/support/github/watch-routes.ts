import { forbidden, notFound } from './answers.ts'
import type { Route } from './routes.ts'

/** What the fake knows of workflows and environments. Tests change it. */
export interface WatchState {
  workflows: { path: string; state: string }[]
  environments: { name: string; reviewers: number; branches: 'protected' | string[] | null }[]
  mayReadActions: boolean
}

const when = '2026-11-21T10:15:00Z'

export function emptyWatchState(): WatchState {
  return { workflows: [], environments: [], mayReadActions: true }
}

export function watchRoutes(state: { watch: WatchState }, url: string): Route[] {
  return [
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/actions/workflows',
      undescribed: [403],
      answer: () => {
        if (!state.watch.mayReadActions) return forbidden
        const workflows = state.watch.workflows.map((workflow, index) => ({
          id: index + 1,
          node_id: `W_${index}`,
          name: workflow.path,
          created_at: when,
          updated_at: when,
          url: `${url}/w/${index}`,
          html_url: `${url}/html/${index}`,
          badge_url: `${url}/badge/${index}`,
          ...workflow,
        }))
        return { status: 200, body: { total_count: workflows.length, workflows } }
      },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/environments/{environment_name}',
      undescribed: [403, 404],
      answer: ({ parts: [, , name] }) => {
        if (!state.watch.mayReadActions) return forbidden
        const found = state.watch.environments.find((one) => one.name === name)
        if (found === undefined) return notFound
        const reviewers = Array.from({ length: found.reviewers }, () => ({ type: 'User' }))
        return {
          status: 200,
          body: {
            id: 1,
            node_id: 'E_1',
            name,
            url: `${url}/e`,
            html_url: `${url}/html/e`,
            created_at: when,
            updated_at: when,
            protection_rules:
              found.reviewers === 0 ? [] : [{ id: 1, node_id: 'R_1', type: 'required_reviewers', reviewers }],
            deployment_branch_policy:
              found.branches === null
                ? null
                : {
                    protected_branches: found.branches === 'protected',
                    custom_branch_policies: found.branches !== 'protected',
                  },
          },
        }
      },
    },
    {
      method: 'GET',
      template: '/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
      answer: ({ parts: [, , name] }) => {
        const branches = state.watch.environments.find((one) => one.name === name)?.branches ?? []
        const policies = Array.isArray(branches) ? branches.map((branch) => ({ id: 1, name: branch })) : []
        return { status: 200, body: { total_count: policies.length, branch_policies: policies } }
      },
    },
  ]
}
