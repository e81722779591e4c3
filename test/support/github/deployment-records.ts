import type { CommitState, FakeCheckRun } from './commit-routes.ts'
import type { FakeDeployment, FakeDeploymentStatus } from './deployment-routes.ts'
import type { User } from './records.ts'

/** How GitHub's API shows deployments, branches and what commits have. */
export function createDeploymentShapes(
  api: string,
  repository: string,
  user: (of: User) => Record<string, unknown>,
  time: (at: number) => string,
) {
  const repositoryUrl = `${api}/repos/${repository}`
  const web = `${api}/${repository}`
  const [owner = '', name = ''] = repository.split('/')
  const ownerUser = user({ login: owner, id: 1, kind: 'person' })

  const app = ({ id, slug }: { id: number; slug: string }) => ({
    id,
    slug,
    node_id: `A_${id}`,
    owner: ownerUser,
    name: slug,
    description: null,
    external_url: `${api}/${slug}`,
    html_url: `${api}/apps/${slug}`,
    created_at: time(0),
    updated_at: time(0),
    permissions: {},
    events: [],
  })

  const minimalRepository = () => ({
    ...Object.fromEntries(repositoryLinks.map((link) => [`${link}_url`, `${repositoryUrl}/${link}`])),
    id: 1,
    node_id: 'R_1',
    name,
    full_name: repository,
    owner: ownerUser,
    private: true,
    html_url: web,
    description: null,
    fork: false,
    url: repositoryUrl,
  })

  const simpleStatus = (status: { context: string; state: string }, index = 0) => ({
    id: index + 1,
    node_id: `S_${index}`,
    url: `${repositoryUrl}/statuses/${index}`,
    avatar_url: null,
    description: null,
    context: status.context,
    state: status.state,
    target_url: `${api}/builds/${index}`,
    created_at: time(0),
    updated_at: time(0),
  })

  return {
    app,

    rule: (rule: CommitState['rules'][number]) => ({
      ...rule,
      ruleset_source_type: 'Repository',
      ruleset_source: repository,
      ruleset_id: 42,
    }),

    branch: (state: CommitState) => {
      const { protection, showsProtection, branch, rules } = state
      const isProtected = protection !== null || rules.length > 0
      return {
        name: branch,
        commit: {
          sha: 'c'.repeat(40),
          node_id: 'C_1',
          url: `${repositoryUrl}/commits/c`,
          html_url: `${web}/commit/c`,
          comments_url: `${repositoryUrl}/commits/c/comments`,
          author: null,
          committer: null,
          parents: [],
          commit: {
            url: `${repositoryUrl}/git/commits/c`,
            author: null,
            committer: null,
            message: 'A commit',
            comment_count: 0,
            tree: { sha: 'd'.repeat(40), url: `${repositoryUrl}/git/trees/d` },
          },
        },
        _links: { html: `${web}/tree/${branch}`, self: `${repositoryUrl}/branches/${branch}` },
        protected: isProtected,
        protection: showsProtection
          ? {
              enabled: protection !== null,
              required_status_checks: {
                enforcement_level: protection?.enforcement ?? 'off',
                contexts: protection?.contexts ?? [],
                checks: protection?.checks ?? [],
              },
            }
          : {},
        protection_url: `${repositoryUrl}/branches/${branch}/protection`,
      }
    },

    statusCheckPolicy: ({ contexts, checks }: NonNullable<CommitState['protection']>) => ({
      url: `${repositoryUrl}/branches/x/protection/required_status_checks`,
      strict: false,
      contexts,
      contexts_url: `${repositoryUrl}/branches/x/protection/required_status_checks/contexts`,
      checks,
    }),

    checkRun: (run: FakeCheckRun, of: Record<string, unknown> | null) => ({
      id: run.id,
      head_sha: run.sha,
      node_id: `CR_${run.id}`,
      external_id: '',
      url: `${repositoryUrl}/check-runs/${run.id}`,
      html_url: `${web}/runs/${run.id}`,
      details_url: `${web}/runs/${run.id}`,
      status: run.status,
      conclusion: run.conclusion,
      started_at: time(0),
      completed_at: run.status === 'completed' ? time(0) : null,
      output: {
        title: null,
        summary: null,
        text: null,
        annotations_count: 0,
        annotations_url: `${repositoryUrl}/check-runs/${run.id}/annotations`,
      },
      name: run.name,
      check_suite: { id: 1 },
      app: of,
      pull_requests: [],
    }),

    simpleStatus,

    combinedStatus: (sha: string, statuses: readonly unknown[], total: number) => ({
      state: 'pending',
      statuses,
      sha,
      total_count: total,
      repository: minimalRepository(),
      commit_url: `${repositoryUrl}/commits/${sha}`,
      url: `${repositoryUrl}/commits/${sha}/status`,
    }),

    status: (status: CommitState['statuses'][number], index: number) => ({
      ...simpleStatus(status, index),
      creator: user(status.creator),
    }),

    deployment: (deployment: FakeDeployment) => ({
      id: deployment.id,
      node_id: `DE_${deployment.id}`,
      url: `${repositoryUrl}/deployments/${deployment.id}`,
      sha: deployment.sha,
      ref: deployment.sha,
      task: 'deploy',
      payload: deployment.payload,
      original_environment: deployment.environment,
      environment: deployment.environment,
      description: deployment.description,
      creator: user(deployment.creator),
      created_at: time(deployment.createdAt),
      updated_at: time(deployment.createdAt),
      statuses_url: `${repositoryUrl}/deployments/${deployment.id}/statuses`,
      repository_url: repositoryUrl,
      transient_environment: false,
      production_environment: deployment.production,
      performed_via_github_app: null,
    }),

    deploymentStatus: (deployment: FakeDeployment, status: FakeDeploymentStatus) => ({
      id: status.id,
      node_id: `DES_${status.id}`,
      url: `${repositoryUrl}/deployments/${deployment.id}/statuses/${status.id}`,
      state: status.state,
      creator: user(deployment.creator),
      description: status.description,
      environment: deployment.environment,
      target_url: status.logUrl === '' ? web : status.logUrl,
      created_at: time(status.createdAt),
      updated_at: time(status.createdAt),
      deployment_url: `${repositoryUrl}/deployments/${deployment.id}`,
      repository_url: repositoryUrl,
      // GitHub gives an empty text where there is none; its description calls that an address.
      ...(status.environmentUrl === '' ? {} : { environment_url: status.environmentUrl }),
      ...(status.logUrl === '' ? {} : { log_url: status.logUrl }),
      performed_via_github_app: null,
    }),
  }
}

const repositoryLinks = [
  'archive assignees blobs branches collaborators comments commits compare contents contributors',
  'deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events',
  'issues keys labels languages merges milestones notifications pulls releases stargazers statuses',
  'subscribers subscription tags teams trees',
].flatMap((line) => line.split(' '))
