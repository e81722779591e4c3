import type {
  DashboardBackup,
  DashboardDrill,
  DashboardProof,
  DashboardStore,
} from '../../domain/dashboard.ts'
import { formatBytes, formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { type Html, markup } from './html.ts'
import { timeText } from './words.ts'

/** The figures behind a chart. */
export function dataTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  return markup`<details>
    <summary>Figures</summary>
    ${table(head, [...rows].reverse())}
  </details>`
}

function table(head: readonly string[], rows: readonly (readonly (Html | string | number)[])[]): Html {
  return markup`<div class="wide" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => markup`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            markup`<tr>
              ${row.map((cell) => markup`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function pill(verdict: Verdict): Html {
  return markup`<span class="pill ${verdict}">${verdict}</span>`
}

/** Day and time, which may stand below each other. */
function moment(at: Instant): Html {
  const [day = '', ...rest] = timeText(at).split(' ')
  return markup`<time>${day}</time> <time>${rest.join(' ')}</time>`
}

function span(value: Milliseconds | null): string {
  return value === null ? '—' : formatDuration(value)
}

export function storeTable(stores: readonly DashboardStore[]): Html {
  return table(
    ['store', 'kind', 'backups', 'size', 'newest'],
    stores.map(({ name, type, backups, bytes, newest }) =>
      backups === null
        ? [name, type, markup`<span class="pill failed">no answer</span>`, '—', '—']
        : [name, type, backups, formatBytes(bytes), newest ?? '—'],
    ),
  )
}

export function proofTable(proofs: readonly DashboardProof[]): Html {
  if (proofs.length === 0) return markup`<p class="soft small">None: nothing is proven.</p>`
  return table(
    ['time', '', 'backup', 'asked up to', 'recovery'],
    proofs.map(({ at, backupId, verdict, level, recovery }) => [
      moment(at),
      pill(verdict),
      backupId,
      level,
      span(recovery),
    ]),
  )
}

export function drillTable(drills: readonly DashboardDrill[]): Html {
  if (drills.length === 0) return markup`<p class="soft small">None in this time.</p>`
  return table(
    ['time', '', 'scenario', 'noticed in', 'recovered in', 'lost writes'],
    drills.map(({ at, scenario, verdict, detect, recover, lostWrites }) => [
      moment(at),
      pill(verdict),
      markup`<span class="wraps">${scenario}</span>`,
      span(detect),
      span(recover),
      lostWrites ?? '—',
    ]),
  )
}

export function backupTable(backups: readonly DashboardBackup[]): Html {
  if (backups.length === 0) return markup`<p class="soft small">There is none.</p>`
  return table(
    ['backup', 'class', 'size', 'took', 'whole in', 'restore test'],
    backups.map(({ id, class: kind, size, duration, stores, proof }) => [
      id,
      kind,
      formatBytes(size),
      formatDuration(duration),
      stores.length === 0 ? 'no store' : stores.join(', '),
      proof === null ? '—' : pill(proof),
    ]),
  )
}
