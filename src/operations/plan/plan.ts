import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import { judgeObjective, type ObjectiveResult } from '../../domain/objectives.ts'
import type { Fact, Notice, Report } from '../../domain/report.ts'
import { heldRpo, largestGap, parseCrons, runsPerMonth, shortestInterval } from '../../domain/schedule.ts'
import {
  formatBytes,
  formatDuration,
  type Bytes,
  type Instant,
  type Milliseconds,
} from '../../domain/units.ts'
import { scheduleFor } from './schedule-for.ts'

export interface PlanInput {
  /** Cron lines of the backup workflow; by default those that init would write for `backup-every`. */
  backupSchedule?: readonly string[]
  /** Cron lines of the verify workflow, likewise. */
  verifySchedule?: readonly string[]
  /** From the start of a run to its manifest, as an earlier report has it. */
  backupDuration?: Milliseconds
  verifyDuration?: Milliseconds
  /** How late the scheduler may start a run. */
  delay?: Milliseconds
  /** Stored bytes and objects of one backup, as an earlier report has them. */
  backupSize?: Bytes
  backupObjects?: number
}

/** What a plan rests on where it was not told better. Reasons and sources stand in docs/guides/adopt.md. */
export const assumptions = {
  backupEvery: 24 * 3_600_000,
  verifyEvery: 24 * 3_600_000,
  backupDuration: 5 * 60_000,
  verifyDuration: 15 * 60_000,
  /** GitHub promises no bound. Half an hour is often seen; hours have been. */
  delay: 30 * 60_000,
  backupObjects: 25,
  /** Requests of a run besides one per object: marker, probe, leases, listing, manifest, signature. */
  requestsPerRun: 15,
} as const

/** GitHub bills each job by whole minutes. */
const billedUnit: Milliseconds = 60_000

/** Below this a schedule of GitHub's is the wrong tool. */
const scheduleWorthTrusting: Milliseconds = 3_600_000

/**
 * What a schedule can promise and what it costs. Computes only: reaches neither source nor stores.
 * @throws Failure `config` for a line that is no cron line, or a schedule that never runs
 */
export function plan(environment: Environment, input: PlanInput, at: Instant): Report {
  const backups = schedule(environment, input.backupSchedule, 'backup', environment.objectives.backupEvery)
  const proofs = schedule(environment, input.verifySchedule, 'verify', environment.objectives.verifyEvery)
  const delay = input.delay ?? assumptions.delay
  const backupDuration = input.backupDuration ?? assumptions.backupDuration
  const verifyDuration = input.verifyDuration ?? assumptions.verifyDuration
  const rpo = judgeObjective(
    'RPO',
    environment.objectives.rpo ?? null,
    heldRpo(backups.gap, delay, backupDuration),
    `longest gap ${formatDuration(backups.gap)}, start up to ${formatDuration(delay)} late, backup takes ${formatDuration(backupDuration)}`,
  )
  const missed = rpo.met === false
  return {
    format: 1,
    operation: 'plan',
    environment: environment.environment,
    verdict: missed ? 'degraded' : 'passed',
    failure: missed
      ? {
          kind: 'objective',
          message: `the RPO of ${formatDuration(rpo.target ?? 0)} cannot be held: this schedule can promise ${formatDuration(rpo.measured)}`,
          hint: adviceFor(rpo, delay, backupDuration),
          subjects: [],
        }
      : null,
    backupId: null,
    startedAt: at,
    finishedAt: at,
    actor: null,
    reason: null,
    runUrl: null,
    objectives: [rpo],
    checks: [],
    timeline: [],
    facts: [
      ...scheduleFacts('Backups', backups, backupDuration),
      ...scheduleFacts('Restore tests', proofs, verifyDuration),
      ...costFacts(input, environment, backups, proofs, backupDuration, verifyDuration),
    ],
    tables: [],
    copies: [],
    notices: notices(environment, input, backups, proofs),
    next: missed ? [adviceFor(rpo, delay, backupDuration)] : [],
  }
}

interface Schedule {
  lines: readonly string[]
  gap: Milliseconds
  perMonth: number
}

function schedule(
  environment: Environment,
  given: readonly string[] | undefined,
  verb: 'backup' | 'verify',
  every: Milliseconds | undefined,
): Schedule {
  const interval = every ?? (verb === 'backup' ? assumptions.backupEvery : assumptions.verifyEvery)
  const lines =
    given === undefined || given.length === 0 ? scheduleFor(environment.environment, verb, interval) : given
  const cron = parseCrons(lines)
  const gap = largestGap(cron)
  if (gap === null) {
    throw new Failure('config', `the ${verb} schedule ${JSON.stringify(lines.join('; '))} never runs twice`, {
      hint: 'Give lines whose days exist.',
    })
  }
  return { lines, gap, perMonth: runsPerMonth(cron) }
}

function adviceFor(rpo: ObjectiveResult, delay: Milliseconds, backupDuration: Milliseconds): string {
  const target = rpo.target ?? 0
  const room = target - delay - backupDuration
  const onMachine = `Run \`lifeboat backup --every\` on a machine of your own: it starts on time, so an RPO of ${formatDuration(target)} needs a backup every ${formatDuration(Math.max(0, target - backupDuration))}.`
  if (target < scheduleWorthTrusting || room < shortestInterval) {
    return target > backupDuration
      ? onMachine
      : `A backup alone takes ${formatDuration(backupDuration)}; an RPO of ${formatDuration(target)} needs continuous archiving of WAL, which this version of Lifeboat does not do.`
  }
  return `Back up every ${formatDuration(room)} or more often, or promise an RPO of ${formatDuration(rpo.measured)}.`
}

function scheduleFacts(what: string, planned: Schedule, duration: Milliseconds): Fact[] {
  const { lines, gap, perMonth } = planned
  const minutes = minutesOf(planned, duration)
  return [
    { label: `${what}: schedule (UTC)`, text: lines.join('; ') },
    { label: `${what}: longest gap`, text: formatDuration(gap), value: gap, unit: 'milliseconds' },
    { label: `${what}: runs a month`, text: rounded(perMonth), value: perMonth, unit: 'count' },
    { label: `${what}: runner minutes a month`, text: rounded(minutes), value: minutes, unit: 'count' },
  ]
}

/** Runner minutes a month. */
function minutesOf({ perMonth }: Schedule, duration: Milliseconds): number {
  return perMonth * Math.ceil(duration / billedUnit)
}

function costFacts(
  input: PlanInput,
  environment: Environment,
  backups: Schedule,
  proofs: Schedule,
  backupDuration: Milliseconds,
  verifyDuration: Milliseconds,
): Fact[] {
  const stores = environment.stores.length
  const perRun = (input.backupObjects ?? assumptions.backupObjects) + assumptions.requestsPerRun
  const minutes = minutesOf(backups, backupDuration) + minutesOf(proofs, verifyDuration)
  // A proof reads from one store; every store is written to and listed.
  const requests = perRun * (backups.perMonth * stores + proofs.perMonth)
  const facts: Fact[] = [
    {
      label: 'Runner minutes a month, in all',
      text: sumOfRounded(minutesOf(backups, backupDuration), minutesOf(proofs, verifyDuration)),
      value: minutes,
      unit: 'count',
    },
    { label: 'Requests to stores a month, about', text: rounded(requests), value: requests, unit: 'count' },
  ]
  const { backupSize } = input
  if (backupSize === undefined) return facts
  const uploaded = backupSize * backups.perMonth * stores
  const downloaded = backupSize * proofs.perMonth
  return [
    ...facts,
    { label: 'Uploaded a month', text: formatBytes(uploaded), value: uploaded, unit: 'bytes' },
    {
      label: 'Downloaded a month, by restore tests',
      text: formatBytes(downloaded),
      value: downloaded,
      unit: 'bytes',
    },
  ]
}

function notices(environment: Environment, input: PlanInput, backups: Schedule, proofs: Schedule): Notice[] {
  const say = (level: Notice['level'], text: string): Notice => ({ level, text, subjects: [] })
  const assumed = [
    ...(input.backupDuration === undefined
      ? [`a backup takes ${formatDuration(assumptions.backupDuration)}`]
      : []),
    ...(input.verifyDuration === undefined
      ? [`a restore test takes ${formatDuration(assumptions.verifyDuration)}`]
      : []),
    ...(input.delay === undefined ? [`runs start up to ${formatDuration(assumptions.delay)} late`] : []),
    ...(input.backupObjects === undefined ? [`a backup has ${assumptions.backupObjects} objects`] : []),
  ]
  const wanted = environment.objectives.backupEvery
  return [
    ...(assumed.length > 0
      ? [say('notice', `Assumed, as nothing better was given: ${assumed.join('; ')}.`)]
      : []),
    say(
      'notice',
      'GitHub starts schedules as well as it can: late when it is busy, and sometimes not at all. It names no bound.',
    ),
    ...(environment.heartbeat === undefined
      ? [
          say(
            'warning',
            'In a public repository GitHub stops schedules after 60 days without activity, and a run that never starts reports nothing. Set a heartbeat.',
          ),
        ]
      : []),
    ...(backups.gap < scheduleWorthTrusting
      ? [
          say(
            'warning',
            "Below an hour, GitHub's delays are as long as the interval itself: use `lifeboat backup --every` on a machine of your own.",
          ),
        ]
      : []),
    ...(wanted !== undefined && backups.gap > wanted
      ? [
          say(
            'warning',
            `backup-every is ${formatDuration(wanted)}, but the schedule leaves up to ${formatDuration(backups.gap)} between runs.`,
          ),
        ]
      : []),
    ...(proofs.perMonth > backups.perMonth
      ? [say('notice', 'There are more restore tests than backups; some prove the same backup again.')]
      : []),
  ]
}

function rounded(count: number): string {
  return count >= 10 ? Math.round(count).toLocaleString('en') : count.toFixed(1)
}

/** The sum of both as `rounded` shows them, so that whoever adds them up comes to the same. */
function sumOfRounded(...counts: number[]): string {
  const tenths = counts.map((count) => (count >= 10 ? Math.round(count) * 10 : Math.round(count * 10)))
  const sum = tenths.reduce((total, count) => total + count, 0) / 10
  return sum.toLocaleString('en', { maximumFractionDigits: 1 })
}
