import { parseBackupId } from '../../domain/backup-id.ts'
import type { DashboardEnvironment, DashboardSchedule, Point } from '../../domain/dashboard.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { Instant } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Surroundings } from '../../ports/surroundings.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { proofsPassed, type ScheduleRecord } from '../status/checks/schedules.ts'
import { ageOfData } from '../status/data-age.ts'
import { checkOf } from '../status/finding.ts'
import { observe, type Observation, verdictOf } from '../status/status.ts'
import { backupTimes, believed, day, restorable, type View, watchOf } from '../status/view.ts'

/** A chart of more points shows no more, and a page should open at once. */
const mostPoints = 120
const mostRows = 12

/** One environment's part of a dashboard. One that cannot be read says so, and keeps no other from being shown. */
export async function dashboardOf(
  environment: Environment,
  ports: Ports,
  surroundings: Surroundings,
): Promise<DashboardEnvironment> {
  try {
    return drawn(await observe(environment, ports, surroundings))
  } catch (error) {
    const failure = failureOfCopy(error, ports.signal)
    if (failure.kind === 'bug') throw failure
    return unreadable(environment, ports.clock.now(), failure.message)
  }
}

/** What is shown of an environment of which nothing can be read. */
export function unreadable(environment: Environment, now: Instant, failure: string): DashboardEnvironment {
  return {
    name: environment.environment,
    protected: environment.protected,
    verdict: 'failed',
    score: null,
    failure,
    from: now - watchOf(environment).window,
    to: now,
    objectives: objectivesOf(environment),
    newest: null,
    proof: null,
    checks: [],
    dataAges: [],
    recoveries: [],
    sizes: [],
    schedules: [],
    proofs: { passed: 0, made: 0, newest: [] },
    drills: [],
    stores: [],
    backups: [],
  }
}

function drawn(seen: Observation): DashboardEnvironment {
  const { view } = seen
  const { environment, history, now, watch } = view
  const from = now - watch.window
  const isWithin = ({ at }: { at: Instant }) => at >= from && at <= now
  const backups = believed(history)
  const [newest] = restorable(history)
  const proof = history.newest.proof
  return {
    ...unreadable(environment, now, ''),
    failure: null,
    verdict: verdictOf(seen.findings),
    score: seen.score,
    newest:
      newest === undefined
        ? null
        : {
            id: newest.id,
            at: newest.at,
            dataAge: ageOfData(view),
            size: newest.summary.storedSize,
          },
    proof: proof === null || proof.summary === null ? null : { at: proof.at, verdict: proof.summary.verdict },
    checks: seen.findings.map(checkOf).map(({ name, status, detail, subjects }) => ({
      name,
      status,
      detail,
      subjects,
    })),
    dataAges: thinned(dataAges(view).filter(isWithin)),
    recoveries: recoveries(view).filter(isWithin),
    sizes: thinned(
      backups
        .map(({ at, summary }) => ({ at, value: summary.storedSize }))
        .reverse()
        .filter(isWithin),
    ),
    schedules: seen.schedules.map((record) => scheduleOf(record)),
    proofs: { ...proofsPassed(view), newest: newestProofs(view) },
    drills: drills(view),
    stores: history.stores.map(({ name, type, failure, backups: count, bytes, newest: last }) => ({
      name,
      type,
      backups: failure === null ? count : null,
      bytes,
      newest: last,
    })),
    backups: backups.slice(0, mostRows).map(({ id, at, summary, copies }) => ({
      id,
      at,
      size: summary.storedSize,
      duration: summary.finishedAt - summary.startedAt,
      class: summary.class,
      stores: copies.filter(({ state }) => state === 'whole').map(({ store }) => store),
      proof: verdictFor(id, view),
    })),
  }
}

function objectivesOf({ objectives }: Environment): DashboardEnvironment['objectives'] {
  return { rpo: objectives.rpo ?? null, rto: objectives.rto ?? null }
}

/** How old the data had become each time, when a backup was made; and how old it is now. */
function dataAges({ history, now }: View): Point[] {
  // One that a restore test condemned brought nothing newer.
  const condemned = new Set([...history.condemned.keys()].map((id) => parseBackupId(id)?.at))
  const times = new Set(backupTimes(history).filter((at) => !condemned.has(at)))
  const inOrder = [...times].sort((a, b) => a - b)
  const reached = inOrder.slice(1).map((at, index) => ({ at, value: at - (inOrder[index] ?? at) }))
  const last = restorable(history)[0]?.at
  return last === undefined || last > now ? reached : [...reached, { at: now, value: now - last }]
}

function recoveries({ history }: View): DashboardEnvironment['recoveries'] {
  const tested = history.proofs.flatMap(({ at, summary }) => {
    const value = summary === null ? null : (summary.rto.estimate ?? summary.rto.laboratory)
    return value === null ? [] : [{ at, value, basis: 'restore test' as const }]
  })
  const drilled = history.events.flatMap(({ at, event }) => {
    const recover = event?.type === 'drill' ? event.details['recover'] : null
    return typeof recover === 'number' ? [{ at, value: recover, basis: 'drill' as const }] : []
  })
  return [...tested, ...drilled].sort((a, b) => a.at - b.at).slice(-mostPoints)
}

/** The highest of each stretch, so that no peak is lost. */
function thinned(points: readonly Point[]): Point[] {
  const stretch = Math.ceil(points.length / mostPoints)
  if (stretch <= 1) return [...points]
  const kept: Point[] = []
  for (let start = 0; start < points.length; start += stretch) {
    const some = points.slice(start, start + stretch)
    const highest = some.reduce((a, b) => (b.value > a.value ? b : a))
    kept.push(highest)
  }
  return kept
}

function scheduleOf({ verb, basis, summary, slots }: ScheduleRecord): DashboardSchedule {
  const days = new Map<Instant, DashboardSchedule['days'][number]>()
  for (const { at, fate } of slots) {
    if (fate === 'pending') continue
    const start = Math.floor(at / day) * day
    const own = days.get(start) ?? { at: start, made: 0, late: 0, missed: 0 }
    own[fate] += 1
    days.set(start, own)
  }
  const { due, made, late, missed } = summary
  const what = verb === 'backup' ? 'backups' : 'restore tests'
  return { what, basis, due, made, late, missed, days: [...days.values()].sort((a, b) => a.at - b.at) }
}

function newestProofs({ history }: View): DashboardEnvironment['proofs']['newest'] {
  return history.proofs
    .flatMap(({ at, backupId, summary }) =>
      summary === null
        ? []
        : [
            {
              at,
              backupId,
              verdict: summary.verdict,
              level: summary.level,
              recovery: summary.rto.estimate ?? summary.rto.laboratory,
            },
          ],
    )
    .slice(0, mostRows)
}

function drills({ history }: View): DashboardEnvironment['drills'] {
  return history.events
    .flatMap(({ at, event }) => {
      if (event?.type !== 'drill') return []
      const number = (key: string) => {
        const value = event.details[key]
        return typeof value === 'number' ? value : null
      }
      const { scenario } = event.details
      return [
        {
          at,
          scenario: typeof scenario === 'string' ? scenario : 'unnamed',
          verdict: event.outcome.verdict,
          detect: number('detect'),
          recover: number('recover'),
          lostWrites: number('lostWrites'),
        },
      ]
    })
    .slice(0, mostRows)
}

function verdictFor(id: string, { history }: View): Verdict | null {
  if (history.condemned.has(id)) return 'failed'
  return (
    history.proofs.find(({ backupId, summary }) => backupId === id && summary !== null)?.summary?.verdict ??
    null
  )
}
