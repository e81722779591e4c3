import type { EnvironmentRules, RepositoryState, WorkflowState } from '../ports/repository-state.ts'
import { type GitHubAccess, type GitHubClient, openGitHub, statusOf } from './octokit.ts'

const perPage = 100
/** GitHub allows some hundred workflows; nobody has more. */
const mostPages = 5

/** Workflows and environments of the repository that the job runs in. Reads only. */
export function openRepositoryState(access: GitHubAccess): RepositoryState {
  const client = openGitHub(access)
  return {
    workflows: () => listWorkflows(client),
    environment: (name) => readEnvironment(client, name),
  }
}

async function listWorkflows(client: GitHubClient): Promise<WorkflowState[]> {
  const { owner, repo } = client
  const found: WorkflowState[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const { data } = await client.call('list the workflows', (octokit, request) =>
      octokit.rest.actions.listRepoWorkflows({ owner, repo, per_page: perPage, page, request }),
    )
    found.push(...data.workflows.map(({ path, state, html_url: url }) => ({ path, state, url })))
    if (data.workflows.length < perPage) break
  }
  return found
}

async function readEnvironment(client: GitHubClient, name: string): Promise<EnvironmentRules | null> {
  const { owner, repo } = client
  const data = await client.call('read an environment', async (octokit, request) => {
    try {
      const answer = await octokit.rest.repos.getEnvironment({ owner, repo, environment_name: name, request })
      return answer.data
    } catch (thrown) {
      if (statusOf(thrown) === 404) return null
      throw thrown
    }
  })
  if (data === null) return null
  const reviewers = (data.protection_rules ?? []).flatMap((rule) =>
    'reviewers' in rule ? (rule.reviewers ?? []) : [],
  )
  const policy = data.deployment_branch_policy
  if (!policy) return { reviewers: reviewers.length, branches: null }
  if (policy.protected_branches) return { reviewers: reviewers.length, branches: 'protected' }
  const { data: policies } = await client.call('read the branches of an environment', (octokit, request) =>
    octokit.rest.repos.listDeploymentBranchPolicies({
      owner,
      repo,
      environment_name: name,
      per_page: perPage,
      request,
    }),
  )
  return { reviewers: reviewers.length, branches: policies.branch_policies.map((one) => one.name ?? '') }
}
