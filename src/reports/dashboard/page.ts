import { createHash } from 'node:crypto'
import type { Dashboard, DashboardEnvironment } from '../../domain/dashboard.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { formatDuration } from '../../domain/units.ts'
import { environmentSection } from './environment.ts'
import { Html, markup } from './html.ts'
import { style } from './style.ts'
import { timeText, verdictWord, worstCheck } from './words.ts'

export interface DashboardOptions {
  /** Shows names that came from data, such as those of tables. */
  showNames: boolean
}

/**
 * The dashboard as one page: no script, nothing loaded from anywhere, so that it opens from a disk as from a server. Its policy
 * forbids a browser whatever is not in it.
 */
export function renderDashboard(dashboard: Dashboard, options: DashboardOptions): string {
  const { environments, madeAt } = dashboard
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${titleOf(environments)}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <h1>Lifeboat</h1>
          <p class="soft">
            As the stores’ records stood on
            <time datetime="${new Date(madeAt).toISOString()}">${timeText(madeAt)}</time>
          </p>
        </header>
        <main>
          <ul class="overview">
            ${environments.map(overview)}
          </ul>
          ${environments.map((environment) => environmentSection(environment, madeAt, options))}
        </main>
        <footer>
          <p>
            Made from signed manifests, proofs and ledger events alone; times are UTC. A page that nobody
            makes anew grows old: compare its date.
          </p>
        </footer>
      </body>
    </html> `
  return page.text
}

function titleOf(environments: readonly DashboardEnvironment[]): string {
  const bad = environments.filter(({ verdict }) => verdict === 'failed').length
  return bad === 0 ? 'Lifeboat: all environments' : `Lifeboat: ${bad} in trouble`
}

function overview({ name, verdict, score, newest, failure, checks }: DashboardEnvironment): Html {
  const worst = failure === null ? worstCheck(checks) : null
  const age = newest?.dataAge ?? null
  const text =
    failure !== null
      ? 'could not be read'
      : age === null
        ? 'no backup to count on'
        : `data ${formatDuration(age)} old`
  return markup`<li>
    <a href="#${name}"
      >${ring(score, verdict)}<span
        ><h2>${name}</h2>
        <span class="pill ${verdict}">${verdictWord(verdict)}</span>
        <span class="soft small">${text}${worst === null ? '' : ` · ${worst}`}</span></span
      ></a
    >
  </li>`
}

/** The score as a part of a circle. */
function ring(score: number | null, verdict: Verdict): Html {
  const length = 2 * Math.PI * 22
  const part = Math.round(((score ?? 0) / 100) * length * 10) / 10
  return markup`<svg
    class="ring ${verdict}"
    viewBox="0 0 52 52"
    role="img"
    aria-label="score ${score ?? 'unknown'} of 100"
  >
    <circle cx="26" cy="26" r="22" />
    ${part > 0 && markup`<circle class="arc" cx="26" cy="26" r="22" stroke-dasharray="${part} ${length}" transform="rotate(-90 26 26)" />`}
    <text x="26" y="32">${score ?? '?'}</text>
  </svg>`
}
