import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/domain/report.ts'
import type { AnyCheck } from '../../src/domain/verdict.ts'
import { renderJson } from '../../src/reports/json.ts'
import { renderMarkdown, summaryLimit } from '../../src/reports/markdown.ts'
import { renderText } from '../../src/reports/text.ts'
import { nextSteps } from '../../src/reports/words.ts'
import { cancelled, degraded, examples, failed, passed, restored } from './examples.ts'

const shown = { hideNames: false }
const hidden = { hideNames: true }

/** Every text of a report that somebody else may choose, replaced. */
function withTexts(report: Report, text: (before: string) => string): Report {
  const all = (texts: readonly string[]) => texts.map(text)
  return {
    ...report,
    environment: text(report.environment),
    backupId: report.backupId === null ? null : text(report.backupId),
    actor: report.actor === null ? null : text(report.actor),
    reason: report.reason === null ? null : text(report.reason),
    failure: report.failure && {
      ...report.failure,
      // A message of several lines rightly becomes a list; all else about it must stay text.
      message: text(report.failure.message).replaceAll('\n', ' '),
      hint: text('hint'),
      subjects: all(report.failure.subjects),
    },
    objectives: report.objectives.map((each) => ({ ...each, basis: text(each.basis) })),
    checks: report.checks.map((each) => ({
      ...each,
      name: text(each.name),
      detail: text(each.detail),
      subjects: all(each.subjects),
      hint: text('hint'),
    })),
    timeline: report.timeline.map((each) => ({
      ...each,
      name: text(each.name),
      ...(each.detail === undefined ? {} : { detail: text(each.detail) }),
    })),
    ...(report.restored === undefined
      ? {}
      : {
          restored: {
            ...report.restored,
            places: report.restored.places.map(({ source, database, keptAs, exchanged }) => ({
              source: text(source),
              database: text(database),
              exchanged,
              keptAs: keptAs === null ? null : text(keptAs),
            })),
          },
        }),
    facts: report.facts.map((each) => ({ ...each, label: text(each.label), text: text(each.text) })),
    tables: report.tables.map((each) => ({ ...each, name: text(each.name), note: text('note') })),
    copies: report.copies.map((each) => ({ ...each, store: text(each.store), detail: text('detail') })),
    notices: report.notices.map((each) => ({ ...each, text: text(each.text), subjects: all(each.subjects) })),
    next: all(report.next),
  }
}

/** As the page reads once its entities are characters. */
function asShown(page: string): string {
  return page.replaceAll(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
}

/** What of a page is markup: all but letters, digits, spaces and entities, with the ends of lines. */
function skeleton(markdown: string): string {
  return markdown.replaceAll(/&#\d+;|&nbsp;/g, '').replaceAll(/[^\n`*_{}[\]<>#|~&@$\\]/g, '')
}

const nasty = fc.oneof(
  fc.constantFrom(
    '</details><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '| a | b |',
    '```\n# Passed\n```',
    '`code`',
    '**bold** _it_ ~~no~~',
    '[link](https://evil.example)',
    '![image](https://evil.example/x.png)',
    'https://evil.example www.evil.example mailto:a@evil.example',
    '@octocat and @org/team',
    '#1 GH-2 owner/repo#3',
    'two\nlines\r\n\n# heading',
    '- item',
    '1. item',
    '> quote',
    '    code',
    '&lt;b&gt; &copy;',
    '$x^2$ $$y$$',
    ':tada:',
    '\u202Eesrever\u2066',
    '\u0000\u001B[31mred\u0007',
    '---',
    'section x\n title y : z ; # %%',
    '\\',
    '<!-- -->',
    '\uD800',
  ),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
)

describe('the job summary', () => {
  test.each(Object.entries(examples))('of the %s example begins with the verdict', (_name, report) => {
    const first = renderMarkdown(report, shown).split('\n')[0]
    expect(first).toContain(report.failure?.kind === 'cancelled' ? 'cancelled' : report.verdict)
  })

  test('says what failed, what to do and which objective was missed before any detail', () => {
    const page = renderMarkdown(failed, shown)
    const places = [
      '### What went wrong',
      '### What to do next',
      '### Objectives',
      '### Checks',
      '### Tables',
    ]
    const found = places.map((place) => page.indexOf(place))
    expect(found).not.toContain(-1)
    expect(found).toEqual([...found].sort((a, b) => a - b))
    expect(page).toContain('❌&nbsp;missed')
    expect(page).toContain('−11&nbsp;min')
  })

  test('gives every check that did not pass with what was found and its kind', () => {
    const page = renderMarkdown(failed, shown)
    for (const check of failed.checks.filter(({ status }) => status !== 'passed')) {
      expect(page).toContain(`**${check.rung}: ${check.name}** (${check.status}`)
    }
  })

  test('folds the tables when they are many, and shows the troubled ones before the fold', () => {
    const page = renderMarkdown(failed, shown)
    const tables = page.slice(page.indexOf('### Tables'))
    const fold = tables.indexOf('<details>')
    expect(fold).toBeGreaterThan(0)
    expect(tables.slice(0, fold)).toContain('shop.orders')
    expect(tables.slice(0, fold)).not.toContain('tenant&#95;001')
    const few = renderMarkdown(passed, shown)
    expect(few.slice(few.indexOf('### Tables'))).not.toContain('<details>')
  })

  test('shows no name that came from data when names are hidden, only how many', () => {
    for (const report of Object.values(examples)) {
      for (const page of [renderMarkdown(report, hidden), renderText(report, hidden)]) {
        const names = [
          ...report.tables.map(({ name }) => name),
          ...[...report.checks, ...report.notices].flatMap(({ subjects }) => subjects),
          ...(report.failure?.subjects ?? []),
        ]
        for (const name of names) expect(page).not.toContain(name.split('"')[0])
      }
    }
    expect(renderMarkdown(failed, hidden)).toContain('2 objects, named in the JSON report')
    expect(renderText(failed, hidden)).toContain('3 objects, named in the JSON report')
    expect(renderMarkdown(failed, hidden)).toContain('415 tables: 412 equal, 2 different, 1 unproven')
  })

  test('keeps its shape whatever the texts of the report hold', () => {
    for (const report of [failed, degraded, { ...failed, tables: passed.tables }]) {
      const harmless = skeleton(
        renderMarkdown(
          withTexts(report, () => 'harmless'),
          shown,
        ),
      )
      fc.assert(
        fc.property(nasty, (text) => {
          // An empty cell may do without its column; that is another shape, and a rightful one.
          fc.pre(text.replaceAll(/[\s\u0085\u2028\u2029]/gu, '') !== '')
          expect(
            skeleton(
              renderMarkdown(
                withTexts(report, () => text),
                shown,
              ),
            ),
          ).toBe(harmless)
        }),
        { numRuns: 150 },
      )
    }
  })

  test('holds no character that hides, reverses or controls text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const page of [
          renderMarkdown(
            withTexts(failed, () => text),
            shown,
          ),
          renderText(
            withTexts(failed, () => text),
            shown,
          ),
        ]) {
          expect(page).not.toMatch(/[\p{Cf}\p{Cs}\u2028\u2029]|(?!\n)\p{Cc}/u)
        }
      }),
      { numRuns: 150, examples: [['𐀀'.repeat(300)], [`x${'𐀀'.repeat(300)}`]] },
    )
  })

  test('mentions nobody and refers to no issue, even in the finished page', () => {
    const page = renderMarkdown(
      withTexts(failed, () => '@octocat see #12 or GH-7, www.evil.example https://evil.example'),
      shown,
    )
    const seen = asShown(
      page.replaceAll(/```mermaid[^`]*```/g, '').replaceAll(/\]\(https:\/\/github\.com\/\S+\)/g, ']'),
    )
    expect(seen).not.toMatch(/@octocat|#12|GH-7|https:\/\/evil/)
    expect(page.replaceAll(/```mermaid[^`]*```/g, '')).not.toContain('www.evil')
  })

  test('leaves times, ports and figures as they are, so that what is copied holds no hidden character', () => {
    for (const text of [
      '2026-11-21T10:15:00Z',
      '2026-11-21 09:05:00.123 UTC, 9:15',
      '2026-11-21T10:15:00+01:00',
      '10.0.0.1:5432',
      '75.00 % in 0.9 s',
    ]) {
      const page = renderMarkdown(
        withTexts(failed, () => text),
        shown,
      )
      expect(page).toContain(text)
      expect(page).not.toContain('&#8203;')
      expect(page).not.toContain('&#46;')
    }
  })

  test('makes no emoji of what stands between colons, nor of what a colon may follow', () => {
    for (const name of ['tada', '+1', '-1', '100', '1234', '8ball', '1st_place_medal', 'e-mail']) {
      for (const text of [`:${name}:`, `12:${name}:34`, `12:${name}`]) {
        const page = renderMarkdown(
          withTexts(failed, () => text),
          shown,
        )
        expect(asShown(page)).not.toContain(`:${name}`)
      }
    }
  })

  test('makes no list of a text that begins as an item', () => {
    for (const text of ['1. item', '1) item', '12.', '7.\u00A0item']) {
      const page = renderMarkdown(
        withTexts(failed, () => text),
        shown,
      )
      const begin = text.replaceAll(/\s/g, ' ')
      expect(page.split('\n').filter((line) => line.startsWith(begin))).toEqual([])
      expect(page).toContain(`${/^\d+/.exec(text)?.[0]}&#4`)
    }
  })

  test('never makes a link of an address that is not plainly one', () => {
    for (const runUrl of ['javascript:alert(1)', 'https://x/)[y](z', 'https://x/\n# h', 'ftp://x']) {
      expect(renderMarkdown({ ...passed, runUrl }, shown)).not.toContain('](')
    }
    expect(renderMarkdown(passed, shown)).toContain(`](${passed.runUrl})`)
  })

  test('stays under the limit in UTF-8 bytes, keeps verdict, failure and objectives, and names what it left out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12_000, max: 400_000 }),
        fc.constantFrom('ä', '𝕏', '<', 'x'),
        (limit, letter) => {
          const report = withTexts(failed, () => letter.repeat(600))
          const page = renderMarkdown(report, { ...shown, limit })
          expect(Buffer.byteLength(page)).toBeLessThanOrEqual(Math.max(limit, essentialBytes(report)))
          expect(page).toContain('### What went wrong')
          expect(page).toContain('❌&nbsp;missed')
        },
      ),
      { numRuns: 30 },
    )
    const small = renderMarkdown(failed, { ...shown, limit: 5_000 })
    expect(Buffer.byteLength(small)).toBeLessThanOrEqual(5_000)
    expect(small).toMatch(/_Left out, .*tables.*JSON report/)
  })

  test('of a report with a hundred thousand tables and checks and giant texts fits what GitHub takes', () => {
    const giant = '&'.repeat(100_000)
    const report: Report = {
      ...withTexts(failed, (before) => before + giant),
      tables: Array.from({ length: 100_000 }, (_, index) => ({
        ...(failed.tables[0] ?? { source: '', rows: 0, bytes: 0, status: 'equal', note: null }),
        name: `${index}${giant.slice(0, 100)}`,
      })),
      checks: Array.from({ length: 1_000 }, () => failed.checks).flat(),
    }
    const page = renderMarkdown(report, shown)
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(summaryLimit)
    expect(page).toContain('Restore test of')
    expect(page).toContain('### Objectives')
  })

  test('draws each phase that ran, and gives all of them in a table', () => {
    const page = renderMarkdown(cancelled, shown)
    const chart = page.slice(page.indexOf('```mermaid'), page.lastIndexOf('```'))
    expect(chart).toContain('Dump, seal and store :crit, 2000-01-01 00:00:00.900, 2000-01-01 00:00:09.300')
    expect(chart).not.toContain('Write the manifest')
    expect(page).toContain('Write the manifest | +9.3&nbsp;s | skipped')
  })
})

function essentialBytes(report: Report): number {
  return (
    Buffer.byteLength(
      renderMarkdown(
        { ...report, checks: [], copies: [], notices: [], facts: [], timeline: [], tables: [] },
        shown,
      ),
    ) + 5_000
  )
}

describe('the text report', () => {
  test.each(Object.entries(examples))(
    'of the %s example keeps to the width that was asked for',
    (_name, report) => {
      for (const width of [80, 100, 110]) {
        for (const line of renderText(report, { ...shown, width }).split('\n')) {
          expect(line.length).toBeLessThanOrEqual(width)
        }
      }
    },
  )

  test('says the verdict first, then what went wrong and what to do', () => {
    const lines = renderText(failed, shown).split('\n')
    expect(lines[0]).toBe('FAILED  restore test of production')
    expect(lines.indexOf('What went wrong')).toBeLessThan(lines.indexOf('What to do next'))
  })

  test('of a gate shows the evidence of what was met, after what was not', () => {
    const condition = (name: string, status: 'passed' | 'failed') => ({
      rung: 'gate' as const,
      name,
      status,
      detail: `evidence of ${name}`,
      subjects: [],
      failure: status === 'failed' ? ('objective' as const) : null,
      duration: 1,
    })
    const checks = [condition('the backup', 'passed'), condition('the proof', 'failed')]
    const page = renderText({ ...failed, operation: 'gate', checks }, shown)
    expect(page).toContain('evidence of the backup')
    expect(page.indexOf('evidence of the proof')).toBeLessThan(page.indexOf('evidence of the backup'))
    expect(renderText({ ...failed, checks }, shown)).not.toContain('evidence of the backup')
  })

  test('holds colours only when they are asked for', () => {
    const isPainted = (text: string) => text.includes('\u001B[')
    expect(isPainted(renderText(failed, shown))).toBe(false)
    expect(isPainted(renderText(failed, { ...shown, color: true }))).toBe(true)
  })

  test('never begins a line as a command of the log, wherever lines are broken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 60, max: 110 }), (before, width) => {
        const text = `${'x'.repeat(before)} ::set-output name=a::b ##[error]c`
        for (const line of renderText(
          withTexts(failed, () => text),
          { ...shown, width },
        ).split('\n')) {
          expect(line.trimStart().startsWith('::')).toBe(false)
          expect(line).not.toContain('##[')
        }
      }),
    )
  })
})

describe('the JSON report', () => {
  test('is the report itself, whatever it holds', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const report = withTexts(failed, () => text)
        expect(JSON.parse(renderJson(report))).toEqual(JSON.parse(JSON.stringify(report)))
      }),
      { numRuns: 50 },
    )
  })

  test('has the same bytes in whatever order the fields were set', () => {
    const reversed = JSON.parse(JSON.stringify(failed), (_key, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Report
    expect(Object.keys(reversed)[0]).toBe('next')
    expect(renderJson(reversed)).toBe(renderJson(failed))
  })

  test('shows no hidden or reversing character', () => {
    expect(renderJson({ ...passed, reason: 'a\u202Eb\u{E0001}c\u009Bd' })).toContain(
      String.raw`a\u202eb\udb40\udc01c\u009bd`,
    )
  })
})

describe('the report of a restore', () => {
  // As a browser shows it.
  const decoded = (page: string) =>
    page
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&nbsp;', ' ')
  const pages = () => [
    decoded(renderMarkdown(restored, shown)),
    renderText(restored, { ...shown, width: 200 }),
  ]

  test('says where the data lies, what is kept, what is lost, and what a person does, before the figures', () => {
    for (const page of pages()) {
      const places = ['shop_before_20261121', '3 h 5 min', '1 newer backup', 'Restart the application', 'RTO']
      const found = places.map((words) => page.indexOf(words))
      expect(found).not.toContain(-1)
      expect(Math.max(...found)).toBeLessThan(page.indexOf('Timeline'))
    }
  })

  test('shows each step with what it did, and tells those that are left to a person', () => {
    for (const page of pages()) {
      const timeline = page.slice(page.indexOf('Timeline'))
      expect(timeline).toContain('40 artifacts from aws')
      expect(timeline).toContain('by hand')
      expect(timeline).toContain('skipped')
    }
  })

  test.each([
    ['passed', true, [], /could be carried out\. Nothing was changed/],
    ['failed', true, [], /would not succeed.*Nothing was changed/],
    ['failed', false, [], /what is in use was not touched/],
    [
      'passed',
      false,
      [{ source: 'main', database: 'shop_new', keptAs: null, exchanged: false }],
      /beside what is in use/,
    ],
    [
      'failed',
      false,
      [
        { source: 'main', database: 'shop', keptAs: 'shop_before', exchanged: true },
        { source: 'other', database: 'other', keptAs: null, exchanged: false },
      ],
      /Only a part was exchanged: main is back in its place, other is not/,
    ],
  ] as const)('that %s (dry run: %s) says so first', (verdict, dryRun, places, words) => {
    const { restored: summary } = restored
    if (summary === undefined) throw new Error('the example has no summary')
    const report: Report = {
      ...restored,
      verdict,
      timeline: [],
      restored: { ...summary, dryRun, places: [...places], passedOver: 0 },
    }
    expect(renderText(report, shown).split('\n').slice(1, 4).join(' ')).toMatch(words)
  })
})

describe('the first sentence', () => {
  const about = (operation: Report['operation'], named: string, dryRun = false): Report => ({
    ...passed,
    backupId: null,
    operation,
    about: named,
    ...(dryRun ? { dryRun: true } : {}),
  })

  test.each([
    [about('drill', 'region-failure'), 'The drill region-failure passed.'],
    [about('drill', 'region-failure', true), 'Dry run of the drill region-failure: nothing was started.'],
    [about('runbook', 'INC-001'), 'The runbook INC-001 was carried out.'],
    [about('runbook', 'INC-001', true), 'Simulation of the runbook INC-001: nothing was done.'],
    [about('shape', 'shape.json'), 'The shape of production’s database stands in shape.json.'],
  ])('names the scenario, the incident or the file', (report, sentence) => {
    expect(renderText(report, shown)).toContain(sentence)
    expect(renderMarkdown(report, shown)).toContain(`**${sentence}**`)
  })

  test('is plain text in the job summary, whatever a file is called', () => {
    expect(renderMarkdown(about('shape', '**x**<b>@all'), shown)).not.toMatch(/\*\*x|<b>|@all/)
  })
})

describe('the first sentence of a restore test that was to restore nothing', () => {
  const sentenceOf = (...checks: [AnyCheck['rung'], AnyCheck['status']][]) => {
    const [example] = passed.checks
    if (example === undefined) throw new Error('the example has no check')
    const own = checks.map(([rung, status]): AnyCheck => ({ ...example, rung, status }))
    const report: Report = { ...passed, operation: 'verify-restore', verdict: 'degraded', checks: own }
    return renderText(report, { ...shown, width: 300 })
      .split('\n')[1]
      ?.trim()
  }

  test('does not say that the backup came back', () => {
    expect(sentenceOf(['stored', 'passed'], ['intact', 'passed'])).toBe(
      'The backup is intact as far as was asked: 2 checks, all passed. Nothing was restored, so nothing is proven of its data.',
    )
    expect(sentenceOf(['stored', 'degraded'], ['intact', 'passed'])).toBe(
      'Of the backup 1 of 2 checks found less than was asked for, or could not run. Nothing was restored, so nothing is proven of its data.',
    )
    expect(sentenceOf(['stored', 'passed'], ['restorable', 'passed'])).toMatch(
      /What was restored was not read, so nothing is proven of its data\.$/,
    )
  })

  test('says so of one that did, and never that none of its checks fell short', () => {
    expect(sentenceOf(['equal', 'passed'], ['sound', 'skipped'])).toMatch(/^The backup came back, but 1 of 2/)
    expect(sentenceOf(['equal', 'passed'])).toBe('The backup came back, but not all is well.')
  })
})

test.each([
  [true, 'This would be refused as it stands: no reason is given. Nothing was changed.'],
  [false, 'This would be refused as it stands: no reason is given. Nor is all well. Nothing was changed.'],
])(
  'a dry run that lacks consent does not say that it could be carried out (all else well: %s)',
  (well, words) => {
    const verdict = well ? 'passed' : 'degraded'
    const missingConsent = ['no reason is given']
    const { restored: summary } = restored
    if (summary === undefined) throw new Error('the example has no summary')
    const deployment: Report = { ...passed, operation: 'deploy-env', verdict, dryRun: true, missingConsent }
    expect(renderText(deployment, { ...shown, width: 200 })).toContain(words)
    const restoring: Report = { ...restored, verdict, restored: { ...summary, dryRun: true }, missingConsent }
    expect(renderText(restoring, { ...shown, width: 200 })).toContain(words.replace('This', 'This restore'))
  },
)

describe('the timeline of a drill', () => {
  const phases = ['choose the newest backup', 'copy it into the laboratory', 'build the double']
  const drillOf = (...scenarios: string[]): Report => ({
    ...passed,
    operation: 'drill',
    about: scenarios.join(', '),
    timeline: scenarios.flatMap((scenario, index) =>
      phases.map((phase, at) => ({
        name: `${scenario}: ${phase}`,
        startedAt: passed.startedAt + 1_000 * (index * phases.length + at),
        duration: 900,
        status: 'done' as const,
      })),
    ),
  })
  const timelineOf = (page: string) => page.slice(page.indexOf('Timeline'))

  test('says each phase whole, without the name of the one scenario', () => {
    const report = drillOf('single-server-failure')
    for (const page of [renderText(report, { ...shown, color: false }), renderMarkdown(report, shown)]) {
      for (const phase of phases) expect(timelineOf(page)).toContain(phase)
      expect(timelineOf(page)).not.toContain('single-server-failure')
    }
  })

  test('of several scenarios names each once above its phases', () => {
    const text = timelineOf(
      renderText(drillOf('single-server-failure', 'wrong-key'), { ...shown, color: false }),
    )
    expect(text.match(/single-server-failure|wrong-key|choose the newest backup/g)).toEqual([
      'single-server-failure',
      'choose the newest backup',
      'wrong-key',
      'choose the newest backup',
    ])
    const markdown = renderMarkdown(drillOf('single-server-failure', 'wrong-key'), shown)
    expect(markdown).toMatch(/section single-server-failure\n +choose the newest backup/)
  })
})

test.each(['config', 'missing', 'refused', 'access', 'unavailable', 'integrity', 'capacity'] as const)(
  'a failure of kind %s without a hint sends nobody to a log that says no more than the message',
  (kind) => {
    const failure = { kind, message: 'it went wrong', hint: null, subjects: [] }
    const steps = nextSteps({ ...failed, failure, checks: [], next: [] })
    expect(steps).toHaveLength(1)
    expect(steps[0]).not.toMatch(/\blog\b/)
  },
)
