import type { CommitChecks, RequiredCheck } from '../ports/commit-checks.ts'
import { Failure } from '../domain/failure.ts'
import { type Found, findOutcomes } from './check-outcomes.ts'
import { type GitHubAccess, type GitHubClient, openGitHub } from './octokit.ts'

/** A check that a branch demands. */
interface Demand {
  name: string
  /** Only this GitHub App's check counts; null when anybody's does. */
  appId: number | null
  source: RequiredCheck['source']
  /** Nothing tells from a commit whether it has it. */
  cannotBeTold?: true
}

const contentsRead = 'contents: read'
const pageSize = 100
/** A thousand rules on one branch are more than GitHub allows. */
const mostPages = 10

/**
 * What GitHub demands of commits on a branch, and what a commit has. Rulesets can be read by whoever reads the repository;
 * of classic protection GitHub shows the names of required checks with the branch itself, the rest only to admins.
 */
export function createCommitChecks(access: GitHubAccess): CommitChecks {
  const client = openGitHub(access)
  return {
    required: async (commit, branch) => {
      if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
        throw new Failure('config', 'the commit is no whole commit id', {
          hint: 'Give all of its 40 digits; a branch or a tag can move.',
        })
      }
      const demands = distinct([
        ...(await demandsOfRulesets(client, branch)),
        ...(await demandsOfProtection(client, branch)),
      ])
      const required: RequiredCheck[] = []
      for (const { name, appId, source, cannotBeTold } of demands) {
        const found = cannotBeTold === true ? [] : await findOutcomes(client, commit, name, appId)
        required.push({ name, source, ...worstOf(found) })
      }
      return required
    },
  }
}

/** The same check can be demanded by several rulesets, and by classic protection too. */
function distinct(demands: readonly Demand[]): Demand[] {
  const byKey = new Map<string, Demand>()
  for (const demand of demands) {
    const key = JSON.stringify([demand.name, demand.appId])
    if (!byKey.has(key)) byKey.set(key, demand)
  }
  return [...byKey.values()]
}

async function demandsOfRulesets(client: GitHubClient, branch: string): Promise<Demand[]> {
  const { owner, repo } = client
  const demands: Demand[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const { data } = await client.call(
      `read the rules of branch ${branch}`,
      (octokit, request) =>
        octokit.rest.repos.getBranchRules({ owner, repo, branch, per_page: pageSize, page, request }),
      contentsRead,
    )
    for (const rule of data) {
      if (rule.type === 'required_status_checks') {
        for (const { context, integration_id: id } of rule.parameters?.required_status_checks ?? []) {
          demands.push({ name: context, appId: appOf(id), source: 'ruleset' })
        }
      } else if (rule.type === 'workflows') {
        demands.push(...(rule.parameters?.workflows ?? []).map(({ path }) => requiredWorkflow(path)))
      }
    }
    if (data.length < pageSize) break
  }
  return demands
}

/** Its checks are not named after it, so that nothing says which of a commit's checks are those: not knowing is no pass. */
function requiredWorkflow(path: string): Demand {
  return { name: `required workflow ${path}`, appId: null, source: 'ruleset', cannotBeTold: true }
}

async function demandsOfProtection(client: GitHubClient, branch: string): Promise<Demand[]> {
  const { owner, repo } = client
  const { data } = await client.call(
    `read branch ${branch}`,
    (octokit, request) => octokit.rest.repos.getBranch({ owner, repo, branch, request }),
    contentsRead,
  )
  // Older servers, and some tokens, show no more than that it is protected.
  const shown = data.protection as typeof data.protection | undefined
  if (!data.protected || shown?.enabled === false) return []
  const required = shown?.required_status_checks ?? (await requiredForAdmins(client, branch))
  if (required === null || ('enforcement_level' in required && required.enforcement_level === 'off'))
    return []
  const checks = (required.checks as typeof required.checks | undefined) ?? []
  const named = checks.map(({ context, app_id: id }) => ({ name: context, appId: appOf(id) }))
  const names = new Set(named.map(({ name }) => name))
  // What was required before there were apps stands only here.
  const plain = required.contexts.filter((name) => !names.has(name)).map((name) => ({ name, appId: null }))
  return [...named, ...plain].map((demand) => ({ ...demand, source: 'classic' as const }))
}

/** @throws Failure `access` to whoever is no admin: for them GitHub has the same answer whether there are any or not */
async function requiredForAdmins(client: GitHubClient, branch: string) {
  const { owner, repo } = client
  const { data } = await client.call(
    `read the protection of branch ${branch}`,
    (octokit, request) => octokit.rest.repos.getStatusChecksProtection({ owner, repo, branch, request }),
    'administration: read',
  )
  return data
}

/** −1 and nothing at all say the same: anybody's. */
function appOf(id: number | null | undefined): number | null {
  return id === null || id === undefined || id < 0 ? null : id
}

/** Of several that bear the name, from whom else ever they are, the worst counts. */
function worstOf(found: readonly Found[]): Pick<RequiredCheck, 'outcome' | 'url'> {
  for (const outcome of ['red', 'pending', 'green'] as const) {
    const first = found.find((one) => one.outcome === outcome)
    if (first !== undefined) return { outcome, url: first.url }
  }
  return { outcome: 'missing', url: null }
}
