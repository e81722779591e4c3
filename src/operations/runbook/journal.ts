import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import { counted, type Instant } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { type EventInput, recordEvent } from '../ledger/record.ts'
import { eventTime, searchEventsSince } from '../ledger/read-events.ts'

/** What a run has left in the ledger, so that another can go on from there. */
export interface Journal {
  run: string
  incident: string
  sha256: string
  /** When the incident's clock began. */
  beganAt: Instant
  /** Of each step, how it ended last. */
  steps: Map<string, JournalStep>
  /** Levels of escalation that were told, and texts that went out. */
  told: Set<string>
  ended: boolean
  /** Who began it, and when it last wrote. */
  by: string | null
  lastAt: Instant
  /** Whether any store has a line of it: without one it cannot be gone on with. */
  isRecorded: boolean
  /** Steps whose last line no store took. */
  unrecorded: Set<string>
  /** Stores out of reach, and events that are lost: a line of the run may be there and nowhere else. */
  missing: { unreachable: readonly string[]; lost: readonly string[] }
  /** Of what was missing, that of which a person has found out how far the run had come. */
  settled: Set<string>
}

export interface JournalStep {
  state: 'begun' | 'done' | 'skipped' | 'failed'
  answer: string | null
  by: string | null
  at: Instant
  /** A person said that it is done, and nothing of ours looked. */
  vouched: boolean
  /** Which replica is primary by it, as `markOfReplica` says; null when none is. */
  promoted: string | null
}

/** One line of the journal. */
export interface JournalEntry {
  /**
   * `stopped`: the run fell into trouble, and may be gone on with. `settled`: a person has found out how far it had come
   * although lines were missing.
   */
  entry: 'begun' | 'step' | 'told' | 'settled' | 'stopped' | 'ended'
  step?: string
  state?: JournalStep['state']
  answer?: string | null
  vouched?: boolean
  promoted?: string | null
  /** Milliseconds. */
  took?: number
  told?: string
  /** What was missing, with spaces between. */
  missing?: string
  /** Ended by a person, who has said why, without its having come to its end. */
  abandoned?: true
}

/**
 * Writes one line. A ledger that takes none must not stop a recovery: the report then says how to go on without it.
 * @returns whether a store took it
 */
export async function writeEntry(
  environment: Environment,
  journal: Journal,
  entry: JournalEntry,
  ports: Ports,
  /** Of the whole run, at its end or where it stopped. */
  outcome: EventInput['outcome'] = { verdict: 'passed', failure: null },
): Promise<boolean> {
  const { run, incident, sha256, beganAt } = journal
  const failed = entry.state === 'failed' || entry.abandoned === true
  const written = await recordEvent(ports, environment, {
    type: 'runbook',
    outcome: failed
      ? { verdict: 'failed', failure: entry.abandoned === true ? 'cancelled' : 'objective' }
      : outcome,
    backupId: null,
    details: {
      run,
      incident,
      sha256,
      beganAt: new Date(beganAt).toISOString(),
      ...Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)),
    },
  })
  if (written === null) {
    ports.log.warning(
      'this line of the run is in no store: should the run be killed now, name what is done already with done',
    )
    return false
  }
  journal.isRecorded = true
  return true
}

/**
 * Reads what a run has left. Only lines that were signed by a role that may write them count, where keys are known.
 * @throws Failure `missing` when no store knows the run
 */
export async function readJournal(environment: Environment, run: string, ports: Ports): Promise<Journal> {
  const runs = await readJournals(environment, runStartedAt(run), ports)
  const journal = runs.get(run)
  if (journal === undefined) {
    throw new Failure('missing', `no store knows the run ${run} of a runbook of ${environment.environment}`, {
      hint: 'Look at the report of the run that is to be resumed. To begin anew, give no run; what is done already can be named with done.',
    })
  }
  return journal
}

/** Every run that left a line since then, by its id. */
export async function readJournals(
  environment: Environment,
  since: Instant,
  ports: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<Map<string, Journal>> {
  const runs = new Map<string, Journal>()
  const { events, ...missing } = await searchEventsSince(environment, since - clockSlack, ['runbook'], ports)
  for (const event of events) take(event, runs, missing)
  return runs
}

/** Why lines of a run may be missing, as a sentence goes on; null when none is, or a person has looked since. */
export function whatIsMissing({ missing, settled }: Journal): string | null {
  const isOpen = (one: string) => !settled.has(one)
  const [stores, lost] = [missing.unreachable.filter(isOpen), missing.lost.filter(isOpen)]
  if (stores.length > 0)
    return `of lines that ${stores.join(' and ')} alone may have, which cannot be asked now`
  if (lost.length === 0) return null
  return `of ${counted(lost.length, 'line')} of the ledger that ${lost.length === 1 ? 'is' : 'are'} lost or cannot be believed`
}

/** A person has found out how far the run had come. */
export async function settle(environment: Environment, journal: Journal, ports: Ports): Promise<void> {
  const all = [...journal.missing.unreachable, ...journal.missing.lost]
  for (const one of all) journal.settled.add(one)
  await writeEntry(environment, journal, { entry: 'settled', missing: all.join(' ') }, ports)
}

/** Clocks of two machines may differ by this. */
const clockSlack = 10 * 60_000

function take(
  { details, at, actor }: LedgerEvent,
  runs: Map<string, Journal>,
  lacking: Journal['missing'],
): void {
  const { run, incident, sha256, beganAt, entry, step, state, answer, told, vouched, promoted, missing } =
    details
  if (typeof run !== 'string' || typeof incident !== 'string' || typeof sha256 !== 'string') return
  const began = typeof beganAt === 'string' ? Date.parse(beganAt) : NaN
  if (Number.isNaN(began)) return
  const journal = runs.get(run) ?? {
    run,
    incident,
    sha256,
    beganAt: began,
    steps: new Map<string, JournalStep>(),
    told: new Set<string>(),
    ended: false,
    by: actor,
    lastAt: Date.parse(at),
    isRecorded: true,
    unrecorded: new Set<string>(),
    missing: lacking,
    settled: new Set<string>(),
  }
  journal.lastAt = Date.parse(at)
  runs.set(run, journal)
  if (entry === 'told' && typeof told === 'string') journal.told.add(told)
  if (entry === 'settled' && typeof missing === 'string')
    for (const one of missing.split(' ')) journal.settled.add(one)
  if (entry === 'ended') journal.ended = true
  if (entry !== 'step' || typeof step !== 'string' || !isState(state)) return
  journal.steps.set(step, {
    state,
    answer: typeof answer === 'string' ? answer : null,
    by: actor,
    at: Date.parse(at),
    vouched: vouched === true,
    promoted: typeof promoted === 'string' ? promoted : null,
  })
}

function isState(value: unknown): value is JournalStep['state'] {
  return value === 'begun' || value === 'done' || value === 'skipped' || value === 'failed'
}

/** The time in a run's id. @throws Failure `config` when it is none */
export function runStartedAt(run: string): Instant {
  const time = eventTime(run.replace(/^.*-(?=\d{8}T)/, ''))
  if (Number.isNaN(time)) {
    throw new Failure('config', 'run: accepted: the id of a run, such as INC-001-20261121T101500Z-k3f9x')
  }
  return time
}
