import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asFailure, Failure } from '../domain/failure.ts'
import {
  concludeTrial,
  concludeVerdict,
  readTrialResult,
  type TrialResult,
} from '../domain/pull-request/result.ts'
import { failedReport, type Report } from '../domain/report.ts'
import { systemClock } from '../host/clock.ts'
import { tellBug } from '../operations/run-report.ts'
import { renderPullRequest } from '../reports/pull-request.ts'
import type { Host } from './host.ts'
import type { Outcome } from './verb.ts'
import type { ReportPrInput } from './verbs/report-pr.ts'

/** A result has some kilobytes; what is larger is none. */
const largestResult = 1024 * 1024

export async function runReportPr(input: ReportPrInput, host: Host): Promise<Outcome> {
  const startedAt = systemClock.now()
  const about = {
    operation: 'validate-pr',
    environment: input.environment,
    startedAt,
    actor: host.actor,
    reason: null,
    runUrl: host.runUrl,
  } as const
  try {
    const { conclusion, facts } = await tell(input, host)
    const empty = { objectives: [], checks: [], timeline: [], tables: [], copies: [], notices: [], next: [] }
    const report: Report = {
      ...about,
      ...empty,
      format: 1,
      finishedAt: systemClock.now(),
      // That the trial was told is what this run is judged by; the trial's own verdict is the check's.
      verdict: 'passed',
      failure: null,
      backupId: null,
      facts,
    }
    return { report, outputs: { conclusion } }
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.kind === 'bug') tellBug(failure, host.log)
    return {
      report: failedReport({ ...about, finishedAt: systemClock.now() }, failure),
      outputs: { conclusion: '' },
    }
  }
}

async function tell(
  input: ReportPrInput,
  host: Host,
): Promise<{ conclusion: string; facts: Report['facts'] }> {
  const pullRequests = await host.openPullRequests?.(input['github-token'])
  if (pullRequests === undefined || pullRequests === null) {
    throw new Failure('config', 'pull requests are told from a workflow, with a token', {
      hint: 'Use it as an action, with github-token.',
    })
  }
  const subject = await pullRequests.subject()
  const result = input.result === undefined ? null : await readResult(input.result)
  const ended = subject.conclusion ?? input.outcome ?? null
  const conclusion =
    input.result === undefined
      ? concludeVerdict(ended, input.verdict ?? null)
      : concludeTrial(ended, result, input.environment)
  const url = subject.url ?? host.runUrl
  const text = renderPullRequest({
    environment: input.environment,
    commit: subject.commit,
    conclusion,
    result,
    url,
    hideNames: host.repositoryIsPublic,
  })
  const name = input.name ?? `lifeboat / ${input.environment}`
  await pullRequests.check(subject.commit, { name, ...conclusion, summary: text, url })
  const facts = [{ label: 'check', text: `${name}: ${conclusion.conclusion}` }]
  if (subject.number === null) {
    host.log.info('no open pull request has this commit as its head, so there is nothing to comment on')
  } else {
    const marker = `<!-- lifeboat: pull-request ${input.environment} -->`
    const done = await pullRequests.comment(subject.number, marker, text)
    facts.push({ label: 'comment', text: done })
  }
  return { conclusion: conclusion.conclusion, facts }
}

/** The one JSON file of the folder; null when there is none, several, or something else under that name. */
async function readResult(folder: string): Promise<TrialResult | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'))
  const [name, second] = names
  if (name === undefined || second !== undefined) return null
  const file = join(folder, name)
  const found = await lstat(file)
  if (!found.isFile() || found.size > largestResult) return null
  return readTrialResult(await readFile(file, 'utf8'))
}
