import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { renderDashboard } from '../../src/reports/dashboard/page.ts'
import { dashboardExample, environmentExample, madeAt } from './dashboard-example.ts'

const page = renderDashboard(dashboardExample, { showNames: false })

describe('the page', () => {
  it('has each environment with its state, its objectives and its missed runs', () => {
    for (const name of ['production', 'staging', 'dev']) expect(page).toContain(`id="${name}"`)
    expect(page).toContain('RPO 30 min')
    expect(page).toContain('promised 5 min')
    expect(page).toContain('5 runs did not come')
    expect(page).toContain('the folder is not there')
  })

  it('has no script, and nothing that a browser would fetch', () => {
    expect(page).not.toMatch(/<script|<iframe|<img|\son\w+=|\sstyle=|javascript:/i)
    const links = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '')
    expect(links.filter((link) => !link.startsWith('#') && link !== 'data:,')).toEqual([])
    expect(page).not.toMatch(/url\(|@import/)
  })

  it('gives each chart a title, a description and its figures', () => {
    const charts = [...page.matchAll(/<svg[^>]*aria-labelledby="([\w-]+) ([\w-]+)"/g)]
    expect(charts.length).toBeGreaterThanOrEqual(8)
    for (const [, title, text] of charts) {
      expect(page).toContain(`id="${title}"`)
      expect(page).toContain(`id="${text}"`)
    }
    expect(new Set(charts.map(([, title]) => title)).size).toBe(charts.length)
    expect(page.match(/<summary>Figures<\/summary>/g)).toHaveLength(charts.length)
  })

  it('names the worst check beside a score that it keeps down', () => {
    expect(page).toMatch(
      /score 44 of 100: schedule of backups failed, and 1 more; with a failed check it is 49 at most/,
    )
    expect(page).toMatch(/data 3 h 11 min old · schedule of backups failed/)
  })

  it('writes times where all days of a chart would be the same, and each day once', () => {
    const hour = 3_600_000
    const own = environmentExample('young', {
      sizes: [3, 2, 1].map((ago) => ({ at: madeAt - ago * hour, value: 1e6 })),
      dataAges: [],
      recoveries: [],
      schedules: environmentExample('young').schedules.map((schedule) => ({
        ...schedule,
        days: schedule.days.slice(-1),
      })),
    })
    const text = renderDashboard({ madeAt, environments: [own] }, { showNames: false })
    const labels = [...text.matchAll(/y="168"[^>]*>([^<]*)</g)].map(([, label]) => label?.trim())
    expect(labels).toEqual(['11-21 07:22', '08:52', '10:22', '11-21'])
  })

  it('escapes whatever it is given', () => {
    const nasty = `</style><script>alert("1")</script>'&\u202e`
    const escaped = renderDashboard(
      {
        madeAt,
        environments: [
          environmentExample('production', {
            checks: [{ name: nasty, status: 'failed', detail: nasty, subjects: [nasty] }],
            stores: [{ name: nasty, type: nasty, backups: 1, bytes: 1, newest: nasty }],
            drills: [
              { at: madeAt, scenario: nasty, verdict: 'passed', detect: 1, recover: 1, lostWrites: 1 },
            ],
          }),
          environmentExample('dev', { failure: nasty }),
        ],
      },
      { showNames: true },
    )
    expect(escaped).not.toContain('<script')
    expect(escaped).not.toContain('\u202e')
    expect(escaped).toContain('&lt;/style&gt;&lt;script&gt;')
  })

  it('shows names that came from data only when it was asked to', () => {
    expect(page).not.toContain('shop.orders')
    expect(renderDashboard(dashboardExample, { showNames: true })).toContain('shop.orders')
  })

  it('is the same for the same figures', () => {
    expect(renderDashboard(dashboardExample, { showNames: false })).toBe(page)
  })
})

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

describe.skipIf(browser === undefined)('in a browser (skipped where there is none)', () => {
  const run = promisify(execFile)

  it('hides nothing of a table beside the screen of a desk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dashboard-'))
    try {
      const drills = ['newest-backup-corrupt', 'single-server-failure', 'interrupted-backup'].map(
        (scenario, index) => ({
          at: madeAt - index * 3_600_000,
          scenario,
          verdict: 'degraded' as const,
          detect: 65_000,
          recover: 188_000,
          lostWrites: 1_234,
        }),
      )
      const shown = renderDashboard(
        { madeAt, environments: [environmentExample('production', { drills })] },
        { showNames: false },
      )
      // Only from outside, as the page itself lets no script run.
      const frame = join(folder, 'frame.html')
      await writeFile(
        frame,
        `<body style="margin:0"><iframe style="width:1280px;height:2000px;border:0"></iframe><script>
          const frame = document.querySelector('iframe')
          frame.onload = () => {
            const tables = [...frame.contentDocument.querySelectorAll('.halves .wide')]
            const hidden = tables.filter((one) => one.scrollWidth > one.clientWidth)
            document.title = tables.length + ' tables, hidden in part: ' + hidden.length
          }
          frame.srcdoc = ${JSON.stringify(shown).replaceAll('<', String.raw`\u003c`)}
        </script>`,
      )
      const { stdout } = await run(
        browser ?? '',
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          `--user-data-dir=${join(folder, 'profile')}`,
          '--window-size=1400,2100',
          '--virtual-time-budget=10000',
          '--dump-dom',
          pathToFileURL(frame).href,
        ],
        { timeout: 90_000, maxBuffer: 16 * 1024 * 1024 },
      )
      expect(/<title>([^<]*)/.exec(stdout)?.[1]).toBe('3 tables, hidden in part: 0')
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  })

  it('is shown in its own style, without a complaint and without a request', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dashboard-'))
    try {
      const file = join(folder, 'index.html')
      await writeFile(file, page)
      const picture = join(folder, 'page.png')
      const { stderr } = await run(
        browser ?? '',
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--enable-logging=stderr',
          `--user-data-dir=${join(folder, 'profile')}`,
          // Any request at all fails, and the console would say so.
          '--host-resolver-rules=MAP * ~NOTFOUND',
          '--window-size=500,900',
          `--screenshot=${picture}`,
          pathToFileURL(file).href,
        ],
        { timeout: 90_000, maxBuffer: 16 * 1024 * 1024 },
      )
      expect(stderr.split('\n').filter((line) => line.includes(':CONSOLE'))).toEqual([])
      // A blank page compresses to a few KiB.
      expect((await stat(picture)).size).toBeGreaterThan(20_000)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})
