import type { TrialConclusion, TrialResult } from '../domain/pull-request/result.ts'
import type { CheckStatus } from '../domain/verdict.ts'
import { inline, link, subjectsText } from './markdown-escape.ts'
import { table } from './markdown-table.ts'

export interface PullRequestText {
  environment: string
  commit: string
  conclusion: TrialConclusion
  /** Null when none could be read, or when only a verdict may leave. */
  result: TrialResult | null
  url: string | null
  hideNames: boolean
}

const words: Readonly<Record<CheckStatus, string>> = {
  passed: 'passed',
  degraded: 'look at it',
  failed: '**failed**',
  skipped: 'not asked',
}

/** What a comment and a check say of a trial. Everything that came from the trial is text and nothing else. */
export function renderPullRequest(text: PullRequestText): string {
  const { environment, commit, conclusion, result, url, hideNames } = text
  const lines = [
    `**${conclusion.title}**`,
    '',
    `Tried for \`${environment}\`, commit ${commit.slice(0, 12)}. ${link('The run says more', url)}.`,
  ]
  if (result !== null && result.checks.length > 0) {
    const worst = ['failed', 'degraded', 'skipped', 'passed']
    const rows = [...result.checks]
      .sort((a, b) => worst.indexOf(a.status) - worst.indexOf(b.status))
      .slice(0, 40)
      .map((check) => [
        inline(check.name),
        words[check.status],
        [inline(check.detail, 400), subjectsText(check.subjects, hideNames)].filter(Boolean).join(': '),
      ])
    lines.push('', table(['Question', 'Answer', 'As the run says'], ['l', 'l', 'l'], rows))
    lines.push(
      '',
      'The run had no secret and ran the proposed code, so its words are the author’s as much as ours.',
    )
  }
  return lines.join('\n')
}
