import type { IssueTracker } from '../ports/channel.ts'
import type { CommitChecks } from '../ports/commit-checks.ts'
import type { Deployments } from '../ports/deployments.ts'
import type { Log } from '../ports/log.ts'
import type { RepositoryState } from '../ports/repository-state.ts'
import type { PullRequests } from '../ports/pull-requests.ts'
import type { PackageCache } from '../sources/postgres/install.ts'

/** The place a verb runs in: a job on GitHub, or a terminal. What differs between the two stands here, and only here. */
export interface Host {
  /** The variables that environment files may name. Secrets that only we read are taken out by `takeVariable`. */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Gives a variable's value once and removes it, from here and from the process. */
  takeVariable(name: string): string | undefined
  /** Makes sure that a value is never shown. */
  hide(secret: string): void
  /** The text without any value that `hide` was given: for what leaves this machine. */
  mask(text: string): string
  readonly log: Log
  readonly signal: AbortSignal
  /** Folder for files of this run. */
  readonly temporaryFolder: string
  /** A machine that is thrown away after the job, so that what it keeps locally is no copy. */
  readonly isThrownAway: boolean
  /** A token of the job for another service; null where there is none. */
  readonly oidcToken: ((audience: string) => Promise<string>) | null
  readonly actor: string | null
  /** Where the log of this run can be read. */
  readonly runUrl: string | null
  /** Keeps fetched packages between runs; null where nothing does. */
  readonly packages: PackageCache | null
  /** Whether everyone may read logs and issues; names that came from data are hidden there. */
  readonly repositoryIsPublic: boolean
  /** Opens what issues are written to: null without a token. A terminal writes none at all. */
  readonly openIssues: ((token: string | undefined) => Promise<IssueTracker | null>) | null
  /** Opens GitHub's record of deployments: null without a token. Undefined on a terminal. */
  readonly openDeployments?: (token: string | undefined) => Promise<Deployments | null>
  /** Opens what GitHub demands of commits: null without a token. Undefined on a terminal. */
  readonly openCommitChecks?: (token: string | undefined) => Promise<CommitChecks | null>
  /** Opens the pull requests that a trial is told on: null without a token. Undefined on a terminal. */
  readonly openPullRequests?: (token: string | undefined) => Promise<PullRequests | null>
  /** The commit that the job runs for; undefined on a terminal. */
  readonly commit?: string | null
  /** The branch that pull requests go to, where the event says so. */
  readonly defaultBranch?: string | null
  /** Opens what GitHub says of workflows and environments: null without a token. Undefined on a terminal. */
  readonly openRepositoryState?: (token: string | undefined) => Promise<RepositoryState | null>
}
