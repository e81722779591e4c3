import { formatDuration } from '../domain/units.ts'
import { type AnyCheck, type CheckStatus, rungs, troubles } from '../domain/verdict.ts'
import { inline, subjectsText } from './markdown-escape.ts'
import { folded, table, unbroken } from './markdown-table.ts'
import { checksByRung, counted, rungMeaning, statusCounts } from './words.ts'

const mark: Record<CheckStatus, string> = { passed: '✅', degraded: '⚠️', failed: '❌', skipped: '⏭️' }

/** More than these are no longer read by anyone, and are in the JSON report. */
const mostTroubles = 25
const mostChecks = 200

/** The proof ladder, or another operation's groups: a line each, then what did not pass in full, then every check, folded. */
export function checksSection(checks: readonly AnyCheck[], hideNames: boolean): string {
  if (checks.length === 0) return ''
  const ladder = checksByRung(checks).map(({ rung, checks: own, status }) => [
    `${mark[status]} **${rung}**`,
    statusCounts(own.map((check) => check.status)),
    rungMeaning[rung],
  ])
  return [
    '### Checks',
    table([groupWord(checks), 'Checks', 'It means'], ['l', 'l', 'l'], ladder),
    troublesList(checks, hideNames),
    folded(
      checks.length === 1 ? 'The check' : `All ${counted(checks.length, 'check')}`,
      everyCheck(checks, hideNames),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function troublesList(checks: readonly AnyCheck[], hideNames: boolean): string {
  const all = troubles(checks)
  const items = all.slice(0, mostTroubles).map((check) => {
    const about = subjectsText(check.subjects, hideNames)
    return [
      `- ${mark[check.status]} **${check.rung}: ${inline(check.name, 200)}** (${check.status}${check.failure === null ? '' : `, ${check.failure}`})`,
      ...(check.detail === '' ? [] : [inline(check.detail, 1_000)]),
      ...(about === '' ? [] : [`About ${about}.`]),
    ].join('<br>')
  })
  if (all.length > items.length) items.push(`- and ${all.length - items.length} more, in the JSON report`)
  return items.join('\n')
}

function everyCheck(checks: readonly AnyCheck[], hideNames: boolean): string {
  const ordered = checksByRung(checks).flatMap((group) => group.checks)
  const rows = ordered.slice(0, mostChecks).map((check) => {
    const about = subjectsText(check.subjects, hideNames)
    return [
      unbroken(`${mark[check.status]} ${check.rung}`),
      inline(check.name, 200),
      [inline(check.detail, 300), ...(about === '' ? [] : [about])]
        .filter((part) => part !== '')
        .join('<br>'),
      unbroken(formatDuration(check.duration)),
    ]
  })
  const more = ordered.length - rows.length
  return [
    table([groupWord(checks), 'Check', 'Found', 'Took'], ['l', 'l', 'l', 'r'], rows),
    ...(more > 0 ? [`and ${more} more, in the JSON report`] : []),
  ].join('\n\n')
}

function groupWord(checks: readonly AnyCheck[]): string {
  const ladder: readonly string[] = rungs
  return checks.every(({ rung }) => ladder.includes(rung)) ? 'Rung' : 'About'
}
