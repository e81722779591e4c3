import type { DashboardCheck, DashboardEnvironment, DashboardSchedule } from '../../domain/dashboard.ts'
import { formatBytes, formatDuration, type Instant } from '../../domain/units.ts'
import type { CheckStatus } from '../../domain/verdict.ts'
import { bestWithFailure } from '../../domain/watch/score.ts'
import { barChart, lineChart } from './chart.ts'
import { type Html, markup } from './html.ts'
import { backupTable, dataTable, drillTable, proofTable, storeTable } from './tables.ts'
import { dayText, timeText, verdictWord, worstCheck } from './words.ts'

/** Everything about one environment, from what matters at a glance down to the tables. */
export function environmentSection(
  environment: DashboardEnvironment,
  now: Instant,
  { showNames }: { showNames: boolean },
): Html {
  const { name, verdict, failure } = environment
  return markup`<section id="${name}" aria-labelledby="${name}-title">
    <div class="title">
      <h2 id="${name}-title">${name}</h2>
      <span class="pill ${verdict}">${verdictWord(verdict)}</span
      >${environment.protected && markup`<span class="pill">protected</span>`}${scoreNote(environment)}
    </div>
    ${failure !== null ? markup`<div class="card"><p>${failure}</p></div>` : body(environment, now, showNames)}
  </section>`
}

/** Why the score is what it is. */
function scoreNote({ score, checks }: DashboardEnvironment): Html | false {
  const failed = checks.filter(({ status }) => status === 'failed').length
  const worst = worstCheck(checks)
  if (score === null || worst === null) return false
  const more = failed > 1 ? `, and ${failed - 1} more` : ''
  const cap = failed > 0 ? `; with a failed check it is ${bestWithFailure} at most` : ''
  return markup`<span class="soft small">score ${score} of 100: ${worst}${more}${cap}</span>`
}

function body(environment: DashboardEnvironment, now: Instant, showNames: boolean): Html {
  return markup`<div class="figures">${figures(environment, now)}</div>
    <div class="charts">${charts(environment)}</div>
    <div class="halves">
      <div class="card">
        <h3>Checks</h3>
        ${checkList(environment.checks, showNames)}
      </div>
      <div class="card">
        <h3>Stores</h3>
        ${storeTable(environment.stores)}
      </div>
    </div>
    <div class="halves">
      <div class="card">
        <h3>Restore tests</h3>
        ${proofTable(environment.proofs.newest)}
      </div>
      <div class="card">
        <h3>Drills</h3>
        ${drillTable(environment.drills)}
      </div>
    </div>
    <div class="card">
      <h3>Newest backups</h3>
      ${backupTable(environment.backups)}
    </div>`
}

function figures(
  { newest, objectives, proof, recoveries, schedules, proofs }: DashboardEnvironment,
  now: Instant,
): Html[] {
  const { rpo, rto } = objectives
  const age = newest?.dataAge ?? null
  const recovery = recoveries.at(-1) ?? null
  const backups = schedules.find(({ what }) => what === 'backups')
  return [
    figure(
      'Newest data',
      age === null ? 'unknown' : formatDuration(age),
      rpo === null ? 'old; no RPO promised' : `old · RPO ${formatDuration(rpo)}`,
      age === null ? 'failed' : within(age, rpo),
    ),
    figure(
      'Recovery takes',
      recovery === null ? 'unknown' : formatDuration(recovery.value),
      [
        rto === null ? 'no RTO promised' : `RTO ${formatDuration(rto)}`,
        ...(recovery === null ? [] : [recovery.basis]),
      ].join(' · '),
      recovery === null ? 'skipped' : within(recovery.value, rto),
    ),
    figure(
      'Newest restore test',
      proof === null ? 'none' : proof.verdict,
      proof === null ? 'nothing is proven' : `${formatDuration(Math.max(0, now - proof.at))} ago`,
      proof?.verdict ?? 'failed',
    ),
    figure(
      'Runs that came',
      backups === undefined || backups.due === 0 ? 'unknown' : `${share(backups)} %`,
      backups === undefined
        ? 'nothing says when'
        : `${backups.made + backups.late} of ${backups.due} backups`,
      backups === undefined || backups.due === 0 ? 'skipped' : backups.missed === 0 ? 'passed' : 'degraded',
    ),
    figure(
      'Restore tests passed',
      proofs.made === 0 ? 'none' : `${Math.floor((100 * proofs.passed) / proofs.made)} %`,
      `${proofs.passed} of ${proofs.made}`,
      proofs.made === 0 ? 'skipped' : proofs.passed === proofs.made ? 'passed' : 'degraded',
    ),
  ]
}

function within(value: number, target: number | null): CheckStatus {
  return target === null ? 'skipped' : value <= target ? 'passed' : 'failed'
}

function share({ made, late, due }: DashboardSchedule): number {
  return Math.floor((100 * (made + late)) / Math.max(1, due))
}

function figure(label: string, value: string, note: string, status: CheckStatus): Html {
  return markup`<div class="card figure ${status}">
    <h3>${label}</h3>
    <b>${value}</b><span class="soft small">${note}</span>
  </div>`
}

function charts(environment: DashboardEnvironment): Html[] {
  const { from, to, objectives, name } = environment
  const duration = (value: number) => (value === 0 ? '0' : formatDuration(value))
  const line = (
    title: string,
    points: DashboardEnvironment['sizes'],
    target: number | null,
    format: (value: number) => string,
    column: string,
  ) => {
    // What was not recorded yet is no part of the picture.
    const start = Math.max(from, (points.length > 1 ? points[0]?.at : null) ?? from)
    return markup`<div class="card">
      <h3>${title}</h3>
      ${
        points.length === 0
          ? markup`<p class="soft small">No record yet.</p>`
          : markup`${lineChart({
              title: `${title}, ${name}`,
              description: `${points.length} values from ${dayText(start)} to ${dayText(to)}, the highest ${format(Math.max(...points.map(({ value }) => value)))}${target === null ? '' : `, promised ${format(target)}`}`,
              points,
              from: start,
              to,
              target,
              format,
              tip: ({ at, value }) => `${timeText(at)}: ${format(value)}`,
            })}${dataTable(
              ['time', column],
              points.map(({ at, value }) => [timeText(at), format(value)]),
            )}`
      }
    </div>`
  }
  return [
    line('Age that the data reached (RPO)', environment.dataAges, objectives.rpo, duration, 'age'),
    line('Recovery as measured (RTO)', environment.recoveries, objectives.rto, duration, 'recovery'),
    line('Size of one copy', environment.sizes, null, (value) => formatBytes(Math.round(value)), 'size'),
    ...environment.schedules.map((schedule) => scheduleChart(schedule, name)),
  ]
}

function scheduleChart(
  { what, basis, days, due, made, late, missed }: DashboardSchedule,
  name: string,
): Html {
  const title = `Expected ${what}, by day`
  const words = (day: { made: number; late: number; missed: number }) =>
    `${day.made} came, ${day.late} late, ${day.missed} missed`
  return markup`<div class="card">
    <h3>${title}</h3>
    ${barChart({
      title: `${title}, ${name}`,
      description: `${due} were due: ${words({ made, late, missed })}`,
      days,
      tip: (day) => `${dayText(day.at)}: ${words(day)}`,
    })}
    <p class="key">
      <span>came ${made}</span><span class="late">late ${late}</span
      ><span class="missed">missed ${missed}</span>
    </p>
    <p class="soft small">Expected by ${basis}</p>
    ${dataTable(
      ['day', 'came', 'late', 'missed'],
      days.map((day) => [dayText(day.at), day.made, day.late, day.missed]),
    )}
  </div>`
}

const order: readonly CheckStatus[] = ['failed', 'degraded', 'passed', 'skipped']

/** What needs somebody first. */
function checkList(checks: readonly DashboardCheck[], showNames: boolean): Html {
  const inOrder = [...checks].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  const item = ({ name, status, detail, subjects }: DashboardCheck) =>
    markup`<li>
      <span><span class="pill ${status}">${verdictWord(status)}</span></span>
      <p>
        <b>${name}</b>
        <span class="soft"
          >${detail}${showNames && subjects.length > 0 ? ` (${subjects.join(', ')})` : ''}</span
        >
      </p>
    </li>`
  const open = inOrder.filter(({ status }) => status === 'failed' || status === 'degraded')
  const rest = inOrder.filter((check) => !open.includes(check))
  return markup`${
    open.length === 0
      ? markup`<p class="soft small">None found anything wrong.</p>`
      : markup`<ul class="checks">
            ${open.map(item)}
          </ul>`
  }
    <details>
      <summary>${rest.length} more</summary>
      <ul class="checks">
        ${rest.map(item)}
      </ul>
    </details>`
}
