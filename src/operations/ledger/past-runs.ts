import { isEnd } from '../../domain/ended-runs.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEvent, LedgerEventType } from '../../domain/ledger.ts'
import { incidentKey, type NewsKind, severityOfOutcome } from '../../domain/news.ts'
import type { Report } from '../../domain/report.ts'
import { subjectOfEvent, writtenSubject } from '../../domain/subject-of.ts'
import { outcomeWord, type Past, type PastRun, saysAll } from '../../domain/telling.ts'
import type { Milliseconds } from '../../domain/units.ts'
import { silentLog } from '../../ports/log.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Reader } from '../../ports/store.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { listEvents, readEvent } from '../../vault/ledger-read.ts'
import { trustedKeys } from './trusted-keys.ts'

/** Which events of the ledger tell of runs of a kind. The watch only looks and writes none; a runbook writes one per step, too. */
const typeOf: Partial<Record<NewsKind, LedgerEventType>> = {
  backup: 'backup',
  proof: 'verification',
  restore: 'restore',
  retention: 'retention',
  replication: 'replicate',
  repair: 'repair',
  deployment: 'deploy',
  validation: 'validation',
  drill: 'drill',
  runbook: 'runbook',
}

/** So far back, and so many events: one that recovers from an older trouble is told as a success at most. */
const reach: Milliseconds = 40 * 86_400_000
const mostRead = 256
const atOnce = 8

/** Undefined for kinds that the ledger has no runs of. */
export function eventTypeOf(kind: NewsKind): LedgerEventType | undefined {
  return typeOf[kind]
}

/**
 * The earlier runs of a kind, newest first, and what was told of them: as far back as a trouble can be open.
 * Null where the ledger has no events of this kind.
 * @param report of the run that asks: events since its beginning are its own
 * @throws Failure when no store could be asked
 */
export async function readPastRuns(
  environment: Environment,
  kind: NewsKind,
  { startedAt: before, incident }: Pick<Report, 'startedAt' | 'incident'>,
  { stores, signal }: Pick<Ports, 'stores' | 'signal'>,
): Promise<Past | null> {
  const type = typeOf[kind]
  if (type === undefined) return null
  const context = { log: silentLog, signal }
  const { holders } = await listEvents(stores, environment.environment, context, before - reach)
  const newest = [...holders].reverse()
  const runs: PastRun[] = []
  let isWritten = false
  for (let start = 0; start < Math.min(newest.length, mostRead); start += atOnce) {
    const some = newest.slice(start, start + atOnce)
    const events = await Promise.all(some.map(([id, among]) => read(environment, type, id, among, signal)))
    for (const event of events) {
      if (event === null) continue
      if (saysAll(runs, Date.parse(event.at))) return { runs, isKnown: true, isWritten }
      const run = event.type === 'told' ? toldOf(event, kind, environment) : runOf(event, kind, environment)
      if (run === null || !isAbout(event, type, run, incident)) continue
      // What was told of the run that asks is not written yet.
      if (event.type !== 'told' && run.at >= before) isWritten = true
      else runs.push(run)
    }
  }
  return { runs, isKnown: newest.length <= mostRead, isWritten }
}

/** Whether it belongs to the story of this kind, and of an incident where there is one. */
function isAbout(
  event: LedgerEvent,
  type: LedgerEventType,
  { subject }: PastRun,
  incident: Report['incident'],
): boolean {
  if (event.type !== 'told') {
    return event.type === type && (type === 'runbook' ? isOfIncident(event, incident) : isEnd(event))
  }
  return type !== 'runbook' || (incident !== undefined && subject.tried.includes(incidentKey(incident)))
}

/** How a run of this incident ended, or what it came to before it is gone on with; of another incident it says nothing. */
function isOfIncident(event: LedgerEvent, incident: Report['incident']): boolean {
  const { incident: id, beganAt, entry } = event.details
  return (
    incident !== undefined &&
    id === incident.id &&
    typeof beganAt === 'string' &&
    Date.parse(beganAt) === incident.beganAt &&
    (entry === 'stopped' || isEnd(event))
  )
}

function runOf(event: LedgerEvent, kind: NewsKind, environment: Environment): PastRun {
  const { at, type, details, outcome } = event
  const { verdict, failure, trouble } = outcome
  const isOver = type === 'runbook' && details['entry'] === 'ended'
  return {
    at: Date.parse(at),
    // Nothing comes after the end of a runbook; and events of earlier versions say less.
    trouble: isOver ? null : (trouble ?? (verdict === 'passed' ? null : outcomeWord(outcome))),
    severity: severityOfOutcome(
      { verdict, failure, missed: verdict === 'passed' && trouble !== undefined ? ['RPO', 'RTO'] : [] },
      kind,
      environment.notifications?.severity,
    ),
    subject: subjectOfEvent(event),
    told: [],
  }
}

/** A run as it was told; null when it was of another kind. It stands beside the event of the run itself. */
function toldOf(event: LedgerEvent, kind: NewsKind, environment: Environment): PastRun | null {
  const { kind: of, ranAt, channels } = event.details
  const at = typeof ranAt === 'string' ? Date.parse(ranAt) : Number.NaN
  if (of !== kind || typeof channels !== 'string' || Number.isNaN(at)) return null
  const subject = writtenSubject(event.details)
  return { ...runOf(event, kind, environment), at, subject, told: channels.split(', ') }
}

/** Null when no store has it in a form that can be believed: anybody could have written it, to keep trouble quiet. */
async function read(
  environment: Environment,
  runs: LedgerEventType,
  id: string,
  holders: readonly Reader[],
  signal: AbortSignal,
): Promise<LedgerEvent | null> {
  for (const store of holders) {
    try {
      const found = await readEvent(store, environment.environment, id, signal, (type) =>
        // Whoever could not be in a trouble cannot say that it was told.
        trustedKeys(environment, type === 'told' ? runs : type),
      )
      if (found !== null && found.trust === null) return found.event
    } catch (error) {
      failureOfCopy(error, signal)
    }
  }
  return null
}
