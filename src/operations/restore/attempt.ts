import type { BackupId } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { SourceRecord } from '../../domain/manifest.ts'
import { formatBytes, formatDuration } from '../../domain/units.ts'
import type {
  Restoration,
  RestorationResult,
  RestoreInspection,
  RestoreRequest,
} from '../../ports/restoration.ts'
import { createArtifactReader } from '../../vault/artifact-reader.ts'
import type { ReadManifest } from '../../vault/backups.ts'
import { backupFolder } from '../../vault/layout.ts'
import type { Opener } from '../../vault/sealing.ts'
import { judgeFindings } from '../findings.ts'
import { keyringFor } from '../keyring.ts'
import type { RunReport } from '../run-report.ts'
import { Reading } from './reading.ts'
import type { RestoreInput, RestorePorts } from './restore-input.ts'
import { readSelected, tellCondemnation, wantedRecords } from './select.ts'

/** A backup that can be read, and the places it is to come back to. */
export interface Attempt {
  read: ReadManifest
  opener: Opener
  reading: Reading
  parts: AttemptPart[]
}

export interface AttemptPart {
  record: SourceRecord
  restoration: Restoration
  inspection: RestoreInspection
}

/** No store has this backup whole: another may be tried. */
export interface Lost {
  lost: Failure
}

interface Context {
  environment: Environment
  input: RestoreInput
  ports: RestorePorts
  run: RunReport
}

/**
 * Everything before something is touched: reads the manifest, tries the key, and inspects each place.
 * @param stack takes what has to be closed
 * @throws Failure when another backup would not help
 */
export async function prepareAttempt(
  id: BackupId,
  stack: AsyncDisposableStack,
  { environment, input, ports, run }: Context,
): Promise<Attempt | Lost> {
  let read: ReadManifest
  try {
    read = await readSelected(environment, id, ports, run)
  } catch (error) {
    return lostOr(error, ports.signal)
  }
  await tellCondemnation(environment, read, ports, run)
  const folder = backupFolder(environment.environment, id)
  // The smallest artifact: a wrong key is known before hours of download.
  const { opener, failure } = await run.phase('try the key', () =>
    keyringFor(read.manifest, folder, ports.stores, ports, run),
  )
  if (opener === null) {
    if (failure === null) throw new TypeError('a keyring has neither opener nor failure')
    return lostOr(failure, ports.signal)
  }
  const { stores, spool, log, clock, signal } = ports
  const reader = createArtifactReader({ stores, folder, opener, spool, log })
  const reading = new Reading(reader, folder, stores, clock)
  const inspecting = run.phase('inspect', async () => {
    const found: AttemptPart[] = []
    for (const record of wantedRecords(read, input)) {
      const config = environment.sources.find((source) => source.name === record.name)
      const request: RestoreRequest = {
        record,
        backupId: id,
        mode: input.mode,
        target: input.target,
        selection: input.selection,
        answered: input.answered,
        jobs: config?.type === 'postgres' ? config.jobs : ports.run.machine.cores,
      }
      const restoration = stack.use(await ports.openRestoration(record, config, request))
      found.push({ record, restoration, inspection: await restoration.inspect(signal, reading) })
    }
    const findings = found.flatMap(({ inspection }) => [...inspection.findings])
    judgeFindings(input.dryRun ? findings.filter(({ level }) => level !== 'refuse') : findings, run)
    return found
  })
  try {
    return { read, opener, reading, parts: await inspecting }
  } catch (error) {
    if (reading.lost === null) throw error
    signal.throwIfAborted()
    return { lost: withRemains(reading.lost, asFailure(error)) }
  }
}

/**
 * Brings every source back beside what is in use. The downloads overlap with it: each artifact is read when it is asked for.
 * @throws Failure when another backup would not help
 */
export async function carryOut(
  { read, reading, parts }: Attempt,
  { ports, run }: Pick<Context, 'ports' | 'run'>,
): Promise<{ results: RestorationResult[] } | Lost> {
  const { log, clock, signal } = ports
  const results: RestorationResult[] = []
  try {
    for (const { record, restoration } of parts) {
      const started = clock.ticks()
      results.push(
        await run.phase(
          `restore ${record.name}`,
          async () => {
            using progress = log.progress(`restore ${record.name}`)
            return await restoration.restore({
              artifacts: reading,
              check: (check) => run.check(check),
              table: (table) => run.tables.push(table),
              progress,
              signal,
            })
          },
          ({ database, bytes, steps }) => ({
            bytes,
            detail: [
              `${formatBytes(bytes)} into ${database}`,
              ...steps.map((step) => `${step.name} ${formatDuration(step.duration)}`),
            ].join(', '),
          }),
        ),
      )
      log.info(`source ${record.name} restored after ${formatDuration(clock.ticks() - started)}`)
    }
  } catch (error) {
    tellReading(reading, ports, run)
    if (reading.lost === null) throw error
    signal.throwIfAborted()
    // Of what came back from it before, nothing is in use.
    for (const { database } of results) {
      run.notice('warning', `${database} was restored from backup ${read.manifest.id}, and is left there`)
      run.next.push(`Drop ${database} when nobody needs it: it came from a backup that was given up.`)
    }
    return { lost: withRemains(reading.lost, asFailure(error)) }
  }
  tellReading(reading, ports, run)
  return { results }
}

/** Timeline, and what was wrong with copies. */
function tellReading(reading: Reading, { stores }: RestorePorts, run: RunReport): void {
  for (const phase of reading.phases()) run.addPhase(phase)
  run.copies.splice(0, run.copies.length, ...reading.copies(stores))
  for (const copy of run.copies) {
    if (copy.status === 'complete' || copy.status === 'ephemeral') continue
    run.notice('warning', `store ${copy.store}: ${copy.detail ?? copy.status}`)
    // Where no store has it sound, there is nothing to mend it from.
    if (reading.lost !== null) continue
    run.next.push(
      copy.status === 'unreachable'
        ? `Find out why store ${copy.store} could not be read, and bring it up to date with \`lifeboat replicate\`.`
        : `Mend the copy in ${copy.store} from a sound one with \`lifeboat repair\`, and find out what happened there.`,
    )
  }
}

/** Why the backup is lost; and, as the restoration says it, what was left of the restore. */
function withRemains(lost: Failure, thrown: Failure): Failure {
  const hint = thrown.hint ?? lost.hint
  return new Failure(lost.kind, lost.message, {
    ...(hint === undefined ? {} : { hint }),
    subjects: [...new Set([...lost.subjects, ...thrown.subjects])],
    cause: thrown,
  })
}

/** Bytes that no store has sound any more; any other trouble would befall an older backup too. */
function lostOr(error: unknown, signal: AbortSignal): Lost {
  signal.throwIfAborted()
  const failure = asFailure(error)
  if (failure.kind === 'integrity' || failure.kind === 'missing') return { lost: failure }
  throw error
}
