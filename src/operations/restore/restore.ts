import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { formatDuration } from '../../domain/units.ts'
import type { RestorationResult } from '../../ports/restoration.ts'
import { takeLease } from '../../vault/leases.ts'
import { restingStores } from '../../vault/resting-stores.ts'
import { outcomeOf, recordEvent } from '../ledger/record.ts'
import { RunReport, tellBug } from '../run-report.ts'
import { gravestFailure } from '../verify/verdict.ts'
import { type Attempt, carryOut, type Lost, prepareAttempt } from './attempt.ts'
import { conclude } from './conclude.ts'
import { planRestore } from './dry-run.ts'
import { makeEmergencyBackup } from './emergency-backup.ts'
import { checkGuards, takesEmergencyBackup } from './guards.ts'
import { holdPlace } from './lease.ts'
import { changesService, type RestoreInput, type RestorePorts } from './restore-input.ts'
import { dataTime, selectBackup } from './select.ts'
import { bringIntoService, type RestoredPlace, type ServiceOutcome } from './service.ts'

export type { Application, RestoreInput, RestorePorts } from './restore-input.ts'

export interface RestoreResult {
  report: Report
  /** The databases that hold what was restored, in the order of the sources; empty when nothing was. */
  databases: string[]
}

/**
 * Brings an environment back from the best copy there is: select, download, open and restore beside what is in use, then
 * exchange, restart, health and reroute as far as it was asked to. Until the exchange nothing that is in use is touched;
 * expected troubles end in the report's `failure`.
 */
export async function restore(
  environment: Environment,
  input: RestoreInput,
  given: RestorePorts,
): Promise<RestoreResult> {
  // Not for each of a thousand artifacts is a store waited for that is out of reach.
  const ports = { ...given, stores: restingStores(given.stores, given.clock) }
  const run = new RunReport('restore', environment.environment, ports)
  const restored: NonNullable<Report['restored']> = {
    mode: input.mode,
    dryRun: input.dryRun,
    places: [],
    dataAt: null,
    dataLoss: null,
    passedOver: 0,
    condemned: false,
    inService: false,
  }
  run.restored = restored
  const report = await attempted(environment, input, ports, run)
  if (!input.dryRun) {
    await recordEvent(ports, environment, {
      type: 'restore',
      outcome: outcomeOf(report),
      backupId: report.backupId,
      details: { ...detailsOf(report), partial: input.selection !== null },
    })
  }
  return { report, databases: restored.places.map(({ database }) => database) }
}

async function attempted(
  environment: Environment,
  input: RestoreInput,
  ports: RestorePorts,
  run: RunReport,
): Promise<Report> {
  try {
    checkGuards(environment, input, ports)
    return input.dryRun
      ? await planRestore(environment, input, ports, run)
      : await recover(environment, input, ports, run)
  } catch (error) {
    return run.fail(error)
  }
}

async function recover(
  environment: Environment,
  input: RestoreInput,
  ports: RestorePorts,
  run: RunReport,
): Promise<Report> {
  const { clock, signal } = ports
  const startedAt = clock.now()
  const started = clock.ticks()
  const context = { environment, input, ports, run }
  const selection = await run.phase('select', () => selectBackup(environment, input, ports, run))
  await using stack = new AsyncDisposableStack()
  const found = await firstWhole(selection.candidates, stack, context)
  const { attempt, results } = found
  const dataAt = dataTime(attempt.parts.map(({ record }) => record))
  const summary = run.restored
  if (summary === undefined) throw new TypeError('the report has no summary')
  summary.dataAt = dataAt
  summary.dataLoss = dataAt === null ? null : Math.max(0, startedAt - dataAt)
  for (const [index, { record }] of attempt.parts.entries()) {
    const { database = '', schema } = results[index] ?? {}
    summary.places.push({
      source: record.name,
      database,
      ...(schema === undefined ? {} : { schema }),
      keptAs: null,
      exchanged: false,
    })
  }
  if (run.checks.some(({ status }) => status === 'failed')) throw notProven(run, input)

  // Not before: a run that is killed in hours of restoring must hold up nobody, and the server keeps two apart till then.
  const place = changesService(input)
    ? (ports.place ?? stack.use(await holdPlace(environment.environment, input, ports, run)))
    : null
  if (input.mode !== 'side-by-side') {
    for (const [index, { record, restoration }] of attempt.parts.entries()) {
      await place?.demand()
      const { keptAs, next } = await run.phase(
        `exchange ${record.name}`,
        () => restoration.exchange(signal),
        ({ keptAs }) => ({
          detail:
            keptAs === null ? 'there was no former state to keep' : `the former state is kept as ${keptAs}`,
        }),
      )
      const own = summary.places[index]
      if (own !== undefined) Object.assign(own, { keptAs, exchanged: true })
      for (const { text, subjects } of next) {
        run.next.push(text)
        if (subjects.length > 0) run.notice('notice', text, subjects)
      }
    }
  }
  const places = attempt.parts.map(({ record }, index): RestoredPlace => {
    const result = results[index]
    return { source: record.name, database: result?.database ?? '', place: result?.place ?? '' }
  })
  let failure: Failure | null = null
  let service: ServiceOutcome = 'failed'
  try {
    service = await bringIntoService(environment, input, places, ports, run)
  } catch (error) {
    // The data is back all the same, which the report must not hide.
    failure = asFailure(error)
    if (failure.kind === 'bug') tellBug(failure, ports.log)
  }
  summary.inService = service === 'done'
  const took = Math.round(clock.ticks() - started)
  return conclude(environment, input, { took, service, results, selection, failure }, run)
}

interface Found {
  attempt: Attempt
  results: RestorationResult[]
}

/** Restores the first of the backups that some store has whole. @throws Failure of the chosen one when none is */
async function firstWhole(
  candidates: readonly string[],
  stack: AsyncDisposableStack,
  context: { environment: Environment; input: RestoreInput; ports: RestorePorts; run: RunReport },
): Promise<Found> {
  const { environment, input, ports, run } = context
  let chosenOne: Failure | null = null
  let isKept = !takesEmergencyBackup(input)
  for (const id of candidates) {
    run.backupId = id
    // What is said of a backup that is given up must not count against the one that comes back.
    const before = { checks: run.checks.length, tables: run.tables.length }
    const own = new AsyncDisposableStack()
    stack.use(own)
    // Before the manifest is read: from then on retention leaves the backup alone.
    own.use(await takeLease(ports.stores, environment.environment, { use: id, why: 'restore it' }, ports))
    const attempt = await prepareAttempt(id, own, context)
    let lost: Failure
    if ('lost' in attempt) lost = attempt.lost
    else {
      if (!isKept) {
        await keepPresentState(attempt, context)
        isKept = true
      }
      const outcome: { results: RestorationResult[] } | Lost = await carryOut(attempt, context)
      if (!('lost' in outcome)) return { attempt, ...outcome }
      lost = outcome.lost
    }
    chosenOne ??= lost
    if (!input.fallBack) break
    await own.disposeAsync()
    run.checks.splice(before.checks)
    run.tables.splice(before.tables)
    if (run.restored !== undefined) run.restored.passedOver += 1
    run.notice('warning', `backup ${id} is given up: ${lost.message}`, lost.subjects)
    if (lost.hint !== undefined) run.next.push(`Of backup ${id}: ${lost.hint}`)
  }
  throw withAdvice(chosenOne ?? new Failure('missing', 'there is no backup to restore'), input)
}

async function keepPresentState(
  { parts }: Attempt,
  context: { environment: Environment; input: RestoreInput; ports: RestorePorts; run: RunReport },
): Promise<void> {
  const { environment, input, ports, run } = context
  const gone = new Set(
    parts
      .filter(({ inspection }) => inspection.present === 'gone' && input.mode !== 'side-by-side')
      .map(({ record }) => record.name),
  )
  await run.phase(
    'emergency backup',
    () => makeEmergencyBackup(environment, input, gone, ports, run),
    (id) =>
      id === null
        ? { status: 'skipped', detail: 'there is no present state left to keep' }
        : { detail: `the present state is kept in backup ${id}` },
  )
}

function withAdvice(failure: Failure, { fallBack }: RestoreInput): Failure {
  if (fallBack) {
    return new Failure(failure.kind, `no backup that was tried is whole in any store: ${failure.message}`, {
      hint: 'Look for older versions of the objects in the stores, and for stores that are not in the environment file.',
      subjects: failure.subjects,
      cause: failure,
    })
  }
  return new Failure(failure.kind, failure.message, {
    hint: [
      failure.hint,
      'To take the next older backup instead, give fall-back: on a terminal --fall-back, in a job the input fall-back: true.',
    ]
      .filter(Boolean)
      .join(' '),
    subjects: failure.subjects,
    cause: failure,
  })
}

function notProven(run: RunReport, { mode }: RestoreInput): Failure {
  const failure = gravestFailure(run.checks, []) ?? new Failure('integrity', 'a check failed')
  const what =
    mode === 'side-by-side' ? '' : '; what is in use was not exchanged for it, and works on as before'
  return new Failure(failure.kind, `what came back is not proven: ${failure.message}${what}`, {
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    subjects: failure.subjects,
  })
}

/** Figures for the ledger; nothing in them came from data. */
function detailsOf(report: Report): Record<string, string | number | boolean | null> {
  const { restored, timeline } = report
  const rto = report.objectives.find(({ name }) => name === 'RTO')
  const steps = timeline.map(
    ({ name, status, duration, stores = [], bytes }) =>
      `${name} ${status} ${formatDuration(duration)}${stores.length === 0 ? '' : ` from ${stores.join('+')}`}${bytes === undefined ? '' : ` ${bytes} B`}`,
  )
  return {
    mode: restored?.mode ?? null,
    steps: steps.join('; '),
    duration: report.finishedAt - report.startedAt,
    bytes: timeline.reduce(
      (sum, phase) => sum + (phase.name.startsWith('restore ') ? (phase.bytes ?? 0) : 0),
      0,
    ),
    dataLoss: restored?.dataLoss ?? null,
    passedOver: restored?.passedOver ?? 0,
    inService: restored?.inService ?? false,
    exchanged: restored !== undefined && restored.places.some(({ exchanged }) => exchanged),
    rtoMet: rto?.met ?? null,
  }
}
