import type { Deployment, Deployments, DeploymentState } from '../ports/deployments.ts'
import { Failure } from '../domain/failure.ts'
import type { Masks } from './masks.ts'
import { type GitHubAccess, type GitHubClient, openGitHub } from './octokit.ts'

export interface DeploymentsOptions extends GitHubAccess {
  /** What is deployed, as far as GitHub knows: GITHUB_SHA. */
  commit: string
  /** GITHUB_RUN_ID: what GitHub writes into the log address of the deployments that it makes for a job. */
  runId: number
  /** Where the log of this run can be read. */
  logUrl: string | null
  /** Applied to whatever is written. */
  masks: Masks
}

const permission = 'deployments: write'
/** GitHub takes no longer description of a status. */
const longestDescription = 140
/** So many of an environment's newest deployments are looked at for the one of this job. */
const mostLookedAt = 30
/** So many former deployments are looked at when one of production is done: usually one is active. */
const mostFormer = 20

/**
 * GitHub's deployments. The one of a job that names an `environment:` is GitHub's own: it sets `in_progress` when the job
 * starts and the end state, with the `url` of the job's `environment:`, when it ends.
 */
export function createDeployments(options: DeploymentsOptions): Deployments {
  const client = openGitHub(options)
  return {
    adopt: async (environment) => {
      const id = await findOfRun(client, environment, options.runId)
      return id === null
        ? null
        : deployment(client, { id, environment, isAdopted: true, isProduction: false }, options)
    },
    create: async (environment, { description, production }) => {
      const { owner, repo } = client
      const { data } = await client.call(
        'make a deployment',
        (octokit, request) =>
          octokit.rest.repos.createDeployment({
            owner,
            repo,
            ref: options.commit,
            task: 'deploy',
            // The gate has judged the commit; GitHub shall neither merge anything into it nor judge by all statuses there are.
            auto_merge: false,
            required_contexts: [],
            environment,
            description: shortened(options.masks.apply(description)),
            transient_environment: false,
            production_environment: production,
            // Leads from the deployment to the run.
            payload: { workflow_run_id: options.runId },
            request,
          }),
        permission,
      )
      if (!('id' in data)) {
        throw new Failure('refused', 'GitHub made no deployment, but wanted to merge first', {
          hint: 'Please report it: the request said that nothing is to be merged.',
        })
      }
      return deployment(
        client,
        { id: data.id, environment, isAdopted: false, isProduction: production },
        options,
      )
    },
    unfinished: async (environment) => {
      const id = await findMade(client, environment, options.runId)
      return id === null
        ? null
        : deployment(client, { id, environment, isAdopted: false, isProduction: false }, options)
    },
  }
}

interface Subject {
  id: number
  environment: string
  isAdopted: boolean
  isProduction: boolean
}

function deployment(client: GitHubClient, subject: Subject, options: DeploymentsOptions): Deployment {
  const { id, isAdopted } = subject
  return {
    id,
    adopted: isAdopted,
    tell: async (state, { description, url }) => {
      // The job may still fail after us: only its end is a success, and GitHub then says so itself.
      const told = isAdopted && state === 'success' ? 'in_progress' : state
      await addStatus(client, id, told, { description, url }, options)
      if (told === 'success' && subject.isProduction) await retireFormer(client, subject, options)
    },
  }
}

async function addStatus(
  client: GitHubClient,
  id: number,
  state: DeploymentState,
  { description, url }: { description: string; url: string | null },
  { logUrl, masks }: DeploymentsOptions,
): Promise<void> {
  const { owner, repo } = client
  await client.call(
    'set the status of a deployment',
    (octokit, request) =>
      octokit.rest.repos.createDeploymentStatus({
        owner,
        repo,
        deployment_id: id,
        state,
        description: shortened(masks.apply(description)),
        ...(logUrl === null ? {} : { log_url: logUrl }),
        ...(isWebAddress(url) ? { environment_url: masks.apply(url) } : {}),
        // GitHub then retires former successes of the environment, unless it is one of production.
        auto_inactive: true,
        request,
      }),
    permission,
  )
}

/** What GitHub leaves to us: of production, the former successes are no longer what runs. */
async function retireFormer(
  client: GitHubClient,
  { id, environment }: Subject,
  options: DeploymentsOptions,
): Promise<void> {
  for (const former of (await newestOf(client, environment)).slice(0, mostFormer)) {
    if (former >= id) continue
    const [newest] = await statusesOf(client, former, 1)
    if (newest?.state !== 'success') continue
    const text = { description: `replaced by deployment ${id}`, url: null }
    await addStatus(client, former, 'inactive', text, options)
  }
}

const ended: readonly string[] = ['success', 'failure', 'error', 'inactive']

/** The deployment that GitHub made for a job of this run; of several jobs', the newest that has not ended. */
async function findOfRun(client: GitHubClient, environment: string, runId: number): Promise<number | null> {
  for (const id of (await newestOf(client, environment)).slice(0, mostLookedAt)) {
    const statuses = await statusesOf(client, id, 100)
    const isOfRun = statuses.some((status) => runOf(status.log_url ?? '') === runId)
    const newest = statuses[0]?.state
    if (isOfRun && newest !== undefined && !ended.includes(newest)) return id
  }
  return null
}

/** The newest that a step of this run made, when it has not ended. */
async function findMade(client: GitHubClient, environment: string, runId: number): Promise<number | null> {
  const all = await deploymentsOf(client, environment)
  const made = all.find(({ payload }) => typeof payload === 'object' && payload['workflow_run_id'] === runId)
  if (made === undefined) return null
  const [newest] = await statusesOf(client, made.id, 1)
  return ended.includes(newest?.state ?? '') ? null : made.id
}

/** GitHub's own statuses say `…/actions/runs/<run>/job/<job>`. */
function runOf(logUrl: string): number | null {
  const id = /\/actions\/runs\/(\d+)\/job\/\d+/.exec(logUrl)?.[1]
  return id === undefined ? null : Number(id)
}

/** Ids of the environment's deployments, the newest first. */
async function newestOf(client: GitHubClient, environment: string): Promise<number[]> {
  return (await deploymentsOf(client, environment)).map(({ id }) => id)
}

/** The newest first. */
async function deploymentsOf(client: GitHubClient, environment: string) {
  const { owner, repo } = client
  const { data } = await client.call(
    'look for deployments',
    (octokit, request) =>
      octokit.rest.repos.listDeployments({ owner, repo, environment, per_page: 100, request }),
    permission,
  )
  return data.sort((a, b) => b.id - a.id)
}

/** The newest first. */
async function statusesOf(client: GitHubClient, id: number, count: number) {
  const { owner, repo } = client
  const { data } = await client.call(
    'read the statuses of a deployment',
    (octokit, request) =>
      octokit.rest.repos.listDeploymentStatuses({
        owner,
        repo,
        deployment_id: id,
        per_page: count,
        request,
      }),
    permission,
  )
  return data
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= longestDescription ? line : `${line.slice(0, longestDescription - 1)}…`
}

function isWebAddress(url: string | null): url is string {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
