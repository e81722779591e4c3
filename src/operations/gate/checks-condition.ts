import { Failure } from '../../domain/failure.ts'
import { counted } from '../../domain/units.ts'
import type { CommitChecks, RequiredCheck } from '../../ports/commit-checks.ts'
import type { Answer } from './answer.ts'
import { unjudged } from './answer.ts'

/** Whether the commit has what GitHub demands of commits on the branch. */
export async function judgeChecks(
  { version, commit, branch }: { version: string; commit: string | null; branch: string | null },
  commitChecks: CommitChecks | null,
): Promise<Answer> {
  if (commitChecks === null) {
    return unjudged(
      new Failure('access', 'there is nothing to ask GitHub with', {
        hint: 'Give the job’s token as github-token, with contents: read, checks: read and statuses: read; or set gate.checks to off.',
      }),
    )
  }
  if (commit === null || branch === null) {
    const lacking = commit === null ? 'commit' : 'branch'
    return unjudged(
      new Failure('config', `the ${lacking} of the version is not known`, {
        hint:
          commit === null
            ? 'Give the commit that the version was built from as commit.'
            : 'Name the branch as gate.checks.branch in the environment file.',
      }),
    )
  }
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version) && version !== commit) {
    return {
      status: 'failed',
      failure: 'config',
      detail: `the version is a commit, and the checks of another were to be asked for: ${commit}`,
      hint: 'Give the commit that the version was built from as commit.',
    }
  }
  const required = await commitChecks.required(commit, branch)
  const about = `${commit.slice(0, 12)} on ${branch}`
  if (required.length === 0) {
    return {
      status: 'degraded',
      detail: `${branch} requires no checks: nothing was asked of ${commit.slice(0, 12)}`,
      hint: `Require checks on ${branch} by a ruleset, or set gate.checks to off.`,
    }
  }
  const bad = required.filter(({ outcome }) => outcome !== 'green')
  if (bad.length === 0) {
    return {
      status: 'passed',
      detail: `${counted(required.length, 'required check')} green for ${about}: ${list(required)}`,
    }
  }
  const isMissing = bad.some(({ outcome }) => outcome === 'missing')
  return {
    status: 'failed',
    failure: 'objective',
    detail: `${counted(bad.length, 'required check')} of ${required.length} not green for ${about}: ${list(bad)}`,
    hint: isMissing
      ? `Let the workflows of the required checks also run on pushes to ${branch}: a merge makes a new commit.`
      : 'Wait until the required checks are done, or mend what they found.',
  }
}

const mostNamed = 10

function list(checks: readonly RequiredCheck[]): string {
  const named = checks
    .slice(0, mostNamed)
    .map(
      ({ name, outcome, source, url }) => `${name} ${outcome} (${source}${url === null ? '' : `, ${url}`})`,
    )
  const more = checks.length - named.length
  return `${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`
}
