import { counted, formatDuration, type Instant, type Milliseconds } from '../../../domain/units.ts'
import { judgeSlots, type SlotSummary, summariseSlots, type Slot } from '../../../domain/watch/slots.ts'
import type { WorkflowState } from '../../../ports/repository-state.ts'
import type { Finding } from '../finding.ts'
import { backupTimes, exceptFor, lastingStores, type View } from '../view.ts'
import type { ExpectedRuns } from '../workflow-schedules.ts'

/** A restore test is found by its end: so long it may take. The generated workflow stops one after two hours. */
const longestTest: Milliseconds = 2 * 3_600_000

const whatOf = { backup: 'backups', verify: 'restore tests' } as const
const starters = { backup: 'cron, a timer or lifeboat backup --every', verify: 'cron or a timer' } as const

export interface ScheduleRecord {
  verb: 'backup' | 'verify'
  basis: string
  summary: SlotSummary
  slots: Slot[]
}

/** Backups and restore tests that should have been made, against those that were: by records, never by what a run said. */
export function checkSchedule(
  verb: 'backup' | 'verify',
  view: View,
  runs: ExpectedRuns | null,
  workflows: readonly WorkflowState[] | null,
): { findings: Finding[]; record: ScheduleRecord | null } {
  const what = whatOf[verb]
  const schedule = { name: `schedule of ${what}`, weight: 'important' } as const
  const rate = { name: `success rate of ${what}`, weight: 'useful' } as const
  if (runs === null) {
    const detail = `nothing says when ${what} are expected`
    return { findings: [{ ...schedule, level: 'apart', detail }], record: null }
  }
  const record = recordOf(verb, view, runs)
  const states = workflows?.filter(({ path }) => runs.paths.includes(path)) ?? []
  const disabled = disabledFinding(schedule, states.find(({ state }) => state !== 'active') ?? null)
  // What starts the runs elsewhere, only its owner knows.
  const isOnGitHub = runs.paths.length > 0
  return {
    findings: [
      disabled ?? stopped(schedule, view, record, isOnGitHub),
      rated(rate, view, record, isOnGitHub),
    ],
    record,
  }
}

export function recordOf(
  verb: 'backup' | 'verify',
  view: View,
  { expected, basis }: ExpectedRuns,
): ScheduleRecord {
  const times = verb === 'backup' ? backupTimes(view.history) : proofTimes(view)
  const tolerance = view.watch.tolerance + (verb === 'verify' ? longestTest : 0)
  const slots = judgeSlots(expected, times, { from: beginning(view, times), now: view.now, tolerance })
  return { verb, basis, slots, summary: summariseSlots(slots, times) }
}

function proofTimes({ history }: View): Instant[] {
  const all = history.newest.proof === null ? history.proofs : [...history.proofs, history.newest.proof]
  return [...new Set(all.flatMap(({ summary, at }) => (summary === null ? [] : [at])))]
}

/**
 * The first moment from which a missing run means something: the window's beginning, but not before the ledger began, which
 * has an event of every run. Without a ledger, retention has thinned out what is older than the newest few.
 */
function beginning({ history, environment, watch, now }: View, times: readonly Instant[]): Instant {
  const inOrder = [...times].sort((a, b) => b - a)
  const thinned = inOrder[Math.min(inOrder.length, environment.retention.last) - 1] ?? now
  return Math.max(now - watch.window, history.firstEventAt ?? thinned)
}

function disabledFinding(
  base: Pick<Finding, 'name' | 'weight'>,
  state: WorkflowState | null,
): Finding | null {
  if (state === null || state.state === 'active') return null
  const why =
    state.state === 'disabled_inactivity'
      ? 'GitHub has disabled it, as the repository was idle for 60 days'
      : state.state === 'deleted'
        ? 'it was deleted'
        : 'somebody has disabled it'
  return {
    ...base,
    level: 'critical',
    detail: `${state.path} does not run: ${why}`,
    hint: `Enable the workflow again at ${state.url}`,
  }
}

function stopped(
  base: Pick<Finding, 'name' | 'weight'>,
  view: View,
  { basis, summary, verb }: ScheduleRecord,
  isOnGitHub: boolean,
): Finding {
  const what = whatOf[verb]
  const [first] = summary.stopped
  if (first !== undefined) {
    const { silent } = lastingStores(view.history)
    const count = counted(summary.stopped.length, 'run')
    return {
      ...base,
      level: 'critical',
      failure: silent.length > 0 ? 'unavailable' : 'objective',
      detail: `${count} did not come, the first at ${timeText(first.at)}, and none since (${basis})${exceptFor(view.history)}`,
      hint: isOnGitHub
        ? 'GitHub drops, delays and disables schedules: look at the workflow’s runs, start it by hand, and enable it if it is disabled.'
        : `Look at whatever starts ${what} here, such as ${starters[verb]}: does it still run, and how did its last runs end? Start one by hand meanwhile.`,
    }
  }
  const newest = summary.newest
  return {
    ...base,
    level: 'ok',
    detail:
      newest === null
        ? `no run is due yet (${basis})`
        : `the run of ${timeText(newest.at)} ${newest.fate === 'made' ? 'came' : newest.fate === 'late' ? `came ${formatDuration((newest.run ?? newest.at) - newest.at)} late` : 'did not come, but a later one'} (${basis})`,
  }
}

function rated(
  base: Pick<Finding, 'name' | 'weight'>,
  view: View,
  { summary, verb }: ScheduleRecord,
  isOnGitHub: boolean,
): Finding {
  const passed = verb === 'verify' ? proofsPassed(view) : null
  if (summary.rate === null) return { ...base, level: 'apart', detail: 'no run was due yet' }
  const share = Math.floor(summary.rate * 100)
  const proofs = passed === null ? '' : `; ${passed.passed} of ${counted(passed.made, 'proof')} passed`
  const late = summary.late === 0 ? '' : `, ${summary.late} of them late`
  return {
    ...base,
    level: share >= view.watch.successRate ? 'ok' : 'warning',
    detail: `${summary.made + summary.late} of ${counted(summary.due, 'expected run')} made${late}: ${share} % in ${formatDuration(view.watch.window)}${proofs}`,
    hint: `Below ${view.watch.successRate} %: a schedule that is dropped so often cannot hold its objective. ${isOnGitHub ? 'A machine of your own runs on time: `lifeboat backup --every`.' : `Find out why ${whatOf[verb]} do not come on time.`}`,
  }
}

/** Proofs passed of those made, by the proofs themselves. */
export function proofsPassed({ history, watch, now }: View): { passed: number; made: number } {
  const made = history.proofs.flatMap(({ summary, at }) =>
    summary !== null && at >= now - watch.window ? [summary] : [],
  )
  return { passed: made.filter(({ verdict }) => verdict === 'passed').length, made: made.length }
}

function timeText(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
