import { plain } from './plain.ts'
import type { Report } from '../domain/report.ts'
import type { AnyCheck } from '../domain/verdict.ts'
import { checksByRung } from './words.ts'

/**
 * The checks of a report as JUnit XML, in the shape that test viewers share: a suite for each group, a case for each check.
 * Degraded is a passed case with a word on its output, as the format knows no such thing.
 */
export function renderJunit(report: Report): string {
  const groups = checksByRung(report.checks)
  const failure = report.checks.length === 0 && report.failure !== null ? report.failure : null
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({
      name: `Lifeboat ${report.operation} of ${report.environment}`,
      ...counts(report.checks),
      time: seconds(report.finishedAt - report.startedAt),
    })}>`,
    ...groups.flatMap(({ rung, checks }) => suite(report, rung, checks)),
    // A run that found nothing out must not look like one in which nothing was wrong.
    ...(failure === null
      ? []
      : [
          `  <testsuite ${attributes({ name: report.operation, tests: 1, failures: 0, errors: 1, skipped: 0, time: '0.000', timestamp: time(report) })}>`,
          `    <testcase ${attributes({ name: 'run', classname: report.operation, time: '0.000' })}>`,
          `      <error ${attributes({ type: failure.kind, message: failure.message })}>${text(failure.hint ?? '')}</error>`,
          '    </testcase>',
          '  </testsuite>',
        ]),
    '</testsuites>',
  ]
  return `${lines.join('\n')}\n`
}

function suite(report: Report, group: string, checks: readonly AnyCheck[]): string[] {
  const took = checks.reduce((sum, { duration }) => sum + duration, 0)
  return [
    `  <testsuite ${attributes({ name: group, ...counts(checks), time: seconds(took), timestamp: time(report) })}>`,
    ...checks.flatMap((check) => testCase(group, check)),
    '  </testsuite>',
  ]
}

function testCase(group: string, check: AnyCheck): string[] {
  const { name, status, detail, subjects, failure, hint, duration } = check
  const about = subjects.length === 0 ? [] : [`About: ${subjects.join(', ')}`]
  const more = [...about, ...(hint === undefined ? [] : [hint])].join('\n')
  const inner =
    status === 'failed'
      ? `      <failure ${attributes({ type: failure ?? 'objective', message: detail })}>${text(more)}</failure>`
      : status === 'skipped'
        ? `      <skipped ${attributes({ message: detail })}/>`
        : `      <system-out>${text([...(status === 'degraded' ? ['degraded'] : []), detail, ...(more === '' ? [] : [more])].join('\n'))}</system-out>`
  return [
    `    <testcase ${attributes({ name, classname: group, time: seconds(duration) })}>`,
    inner,
    '    </testcase>',
  ]
}

function counts(checks: readonly AnyCheck[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const count = (wanted: AnyCheck['status']) => checks.filter(({ status }) => status === wanted).length
  return { tests: checks.length, failures: count('failed'), errors: 0, skipped: count('skipped') }
}

const seconds = (span: number) => (Math.max(0, span) / 1_000).toFixed(3)
/** ISO 8601 without a zone, as the format wants it; it is UTC. */
const time = ({ startedAt }: Report) => new Date(startedAt).toISOString().replace(/\.\d+Z$/, '')

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${text(plain(String(value), 4_000))}"`)
    .join(' ')
}

/** For attributes and contents alike; what XML has no place for at all becomes a question mark. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}
