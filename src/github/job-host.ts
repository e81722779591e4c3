import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IssueTracker } from '../ports/channel.ts'
import type { CommitChecks } from '../ports/commit-checks.ts'
import type { Deployments } from '../ports/deployments.ts'
import type { RepositoryState } from '../ports/repository-state.ts'
import type { PullRequests } from '../ports/pull-requests.ts'
import type { FolderCache } from './cache.ts'
import { createCache } from './cache.ts'
import type { JobLog } from './log.ts'
import type { Masks } from './masks.ts'
import type { GitHubAccess } from './octokit.ts'
import { createOidcToken } from './oidc.ts'
import type { RunnerTokens } from './runner-tokens.ts'

/** What a job gives to the work in it. */
export interface JobHost {
  /** The environment without inputs and without the runner's own tokens. */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Gives a variable's value once and removes it, from here and from the process. */
  takeVariable(name: string): string | undefined
  /** Makes sure that a value is never shown: neither in the log nor in summary, outputs and issues. */
  hide(secret: string): void
  /** The text without any of these values. */
  mask(text: string): string
  readonly log: JobLog
  readonly signal: AbortSignal
  readonly temporaryFolder: string
  /** A machine that GitHub throws away after the job. */
  readonly isThrownAway: boolean
  readonly oidcToken: (audience: string) => Promise<string>
  readonly actor: string | null
  /** Where the log of this run can be read. */
  readonly runUrl: string | null
  /** Keeps packages between runs. Null in a job that holds an identity: others could have written what is kept. */
  readonly packages: FolderCache | null
  /** Whether everyone may read logs, summaries and issues; names that came from data are hidden there. */
  readonly repositoryIsPublic: boolean
  /** Where issues are written; null without a token or a repository. */
  openIssues(token: string | undefined): Promise<IssueTracker | null>
  /** GitHub's record of deployments; null without a token or a repository. */
  openDeployments(token: string | undefined): Promise<Deployments | null>
  /** What GitHub demands of commits; null without a token or a repository. */
  openCommitChecks(token: string | undefined): Promise<CommitChecks | null>
  /** What GitHub says of workflows and environments; null likewise. */
  openRepositoryState(token: string | undefined): Promise<RepositoryState | null>
  /** The pull requests that a trial is told on; null without a token or a repository. */
  openPullRequests(token: string | undefined): Promise<PullRequests | null>
  /** The commit that the job runs for. */
  readonly commit: string | null
  /** The branch that pull requests go to, where the event says so. */
  readonly defaultBranch: string | null
}

export interface JobHostOptions {
  environment: NodeJS.ProcessEnv
  tokens: RunnerTokens
  masks: Masks
  log: JobLog
  signal: AbortSignal
  repositoryIsPublic: boolean
  defaultBranch: string | null
  holdsIdentity: boolean
}

export function openJobHost(options: JobHostOptions): JobHost {
  const { environment, tokens, masks, log, signal, repositoryIsPublic } = options
  const variables: Record<string, string | undefined> = { ...environment }
  const temporaryFolder = orNull(variables['RUNNER_TEMP']) ?? tmpdir()
  const folder = join(temporaryFolder, 'lifeboat-packages')
  return {
    variables,
    takeVariable: (name) => {
      const value = variables[name]
      delete variables[name]
      delete environment[name]
      return value
    },
    hide: (secret) => masks.add(secret),
    mask: (text) => masks.apply(text),
    log,
    signal,
    temporaryFolder,
    isThrownAway: variables['RUNNER_ENVIRONMENT'] === 'github-hosted',
    oidcToken: createOidcToken(tokens, masks, signal),
    actor: orNull(variables['GITHUB_TRIGGERING_ACTOR']) ?? orNull(variables['GITHUB_ACTOR']),
    runUrl: runUrl(variables),
    packages: options.holdsIdentity ? null : createCache({ folder, tokens, log, signal }),
    repositoryIsPublic,
    openIssues: async (token) => {
      const access = accessWith(token, variables, signal)
      if (access === null) return null
      const { createIssueTracker } = await import('./issues.ts')
      return createIssueTracker({ ...access, masks })
    },
    openRepositoryState: async (token) => {
      const access = accessWith(token, variables, signal)
      if (access === null) return null
      const { openRepositoryState } = await import('./repository-state.ts')
      return openRepositoryState(access)
    },
    openDeployments: async (token) => {
      const access = accessWith(token, variables, signal)
      const commit = orNull(variables['GITHUB_SHA'])
      const runId = Number(variables['GITHUB_RUN_ID'])
      if (access === null || commit === null || !Number.isSafeInteger(runId)) return null
      const { createDeployments } = await import('./deployments.ts')
      return createDeployments({ ...access, commit, runId, logUrl: runUrl(variables), masks })
    },
    openCommitChecks: async (token) => {
      const access = accessWith(token, variables, signal)
      if (access === null) return null
      const { createCommitChecks } = await import('./commit-checks.ts')
      return createCommitChecks(access)
    },
    openPullRequests: async (token) => {
      const access = accessWith(token, variables, signal)
      if (access === null) return null
      const { createPullRequests } = await import('./pull-requests.ts')
      return createPullRequests({ ...access, eventPath: variables['GITHUB_EVENT_PATH'], masks })
    },
    commit: orNull(variables['GITHUB_SHA']),
    defaultBranch: options.defaultBranch,
  }
}

/** Null without a token, or outside of a repository. */
function accessWith(
  token: string | undefined,
  variables: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): GitHubAccess | null {
  const [owner = '', repository = ''] = (variables['GITHUB_REPOSITORY'] ?? '').split('/')
  if (token === undefined || owner === '' || repository === '') return null
  const apiUrl = orNull(variables['GITHUB_API_URL']) ?? 'https://api.github.com'
  return { token, apiUrl, owner, repository, signal }
}

function runUrl(variables: Readonly<Record<string, string | undefined>>): string | null {
  const server = variables['GITHUB_SERVER_URL'] ?? ''
  const repository = variables['GITHUB_REPOSITORY'] ?? ''
  const id = variables['GITHUB_RUN_ID'] ?? ''
  if ([server, repository, id].includes('')) return null
  const attempt = variables['GITHUB_RUN_ATTEMPT'] ?? '1'
  return `${server}/${repository}/actions/runs/${id}${attempt === '1' ? '' : `/attempts/${attempt}`}`
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
