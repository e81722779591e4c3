import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { ArtifactRecord } from '../../domain/manifest.ts'
import type { CopyResult, Report } from '../../domain/report.ts'
import { formatBytes, formatDuration } from '../../domain/units.ts'
import { createArtifactReader } from '../../vault/artifact-reader.ts'
import { backupFolder } from '../../vault/layout.ts'
import { judgeFindings } from '../findings.ts'
import { tellMissingConsent } from '../missing-consent.ts'
import type { RunReport } from '../run-report.ts'
import { type Attempt, prepareAttempt } from './attempt.ts'
import { estimateTime } from './estimate.ts'
import { missingConsent, takesEmergencyBackup } from './guards.ts'
import type { RestoreInput, RestorePorts } from './restore-input.ts'
import { dataTime, selectBackup } from './select.ts'
import { reasonToSkip } from './service.ts'

/** Artifacts asked for at once. */
const concurrency = 8

/**
 * Says what a restore would do: the backup, the copy of each artifact, the place, the time and the disk it needs, and all
 * that stands in its way. Changes nothing, neither in stores nor in databases.
 */
export async function planRestore(
  environment: Environment,
  input: RestoreInput,
  ports: RestorePorts,
  run: RunReport,
): Promise<Report> {
  const startedAt = ports.clock.now()
  const selection = await run.phase('select', () => selectBackup(environment, input, ports, run))
  const [id = '', ...older] = selection.candidates
  await using stack = new AsyncDisposableStack()
  const attempt = await prepareAttempt(id, stack, { environment, input, ports, run })
  if ('lost' in attempt) throw withOlder(attempt.lost, older, input)
  const records = attempt.parts.map(({ record }) => record)
  const dataAt = dataTime(records)
  if (run.restored !== undefined) {
    run.restored.dataAt = dataAt
    run.restored.dataLoss = dataAt === null ? null : Math.max(0, startedAt - dataAt)
  }
  if (dataAt !== null) {
    run.fact('data up to', new Date(dataAt).toISOString().replace(/\.\d+Z$/, 'Z'))
    run.fact('data loss', formatDuration(startedAt - dataAt), startedAt - dataAt, 'milliseconds')
  }
  const artifacts = records.flatMap((record) => record.artifacts)
  const lost = await run.phase('ask the stores', () =>
    surveyCopies(environment, attempt, artifacts, ports, run),
  )
  await tellEstimate(environment, input, attempt, ports, run)
  tellPlaces(attempt, run)
  tellSteps(environment, input, attempt, ports, run)
  const again = tellMissingConsent(
    missingConsent(environment, input, ports),
    { environment: environment.environment, confirm: input.confirm, reason: ports.run.reason },
    'restore',
    run,
  )
  if (lost !== null) throw withOlder(lost, older, input)
  judgeFindings(
    attempt.parts.flatMap(({ inspection }) => inspection.findings.filter(({ level }) => level === 'refuse')),
    run,
  )
  const condemned = run.restored?.condemned ?? false
  if (condemned) {
    run.next.push(
      'A restore test has shown this backup to be bad: it will probably not come back. Look at latest-proven (--backup latest-proven), or let the restore take the next older one that does (--fall-back; in a job the input fall-back: true).',
    )
  }
  run.next.push(`This was a dry run: nothing was changed. ${again}`)
  const isShort =
    condemned ||
    selection.mayBeStale ||
    run.copies.some(({ status }) => status !== 'complete' && status !== 'ephemeral')
  return run.finish(isShort ? 'degraded' : 'passed', null)
}

/** Which store would serve each artifact. @returns why the backup cannot be restored, when no store has one of them */
async function surveyCopies(
  environment: Environment,
  { read, opener }: Attempt,
  artifacts: readonly ArtifactRecord[],
  { stores, spool, log, signal }: RestorePorts,
  run: RunReport,
): Promise<Failure | null> {
  const folder = backupFolder(environment.environment, read.manifest.id)
  const reader = createArtifactReader({ stores, folder, opener, spool, log })
  const serves = new Map(stores.map((store) => [store.name, { artifacts: 0, bytes: 0 }]))
  const bad = new Map<string, { count: number; first: string; state: CopyResult['status'] }>()
  const homeless: string[] = []
  const queue = artifacts.values()
  const worker = async () => {
    for (const artifact of queue) {
      signal.throwIfAborted()
      const states = await reader.statAll(artifact, signal)
      const first = states.find(({ state }) => state === 'sound')
      const own = first === undefined ? undefined : serves.get(first.store)
      if (own === undefined) homeless.push(artifact.key)
      else {
        own.artifacts += 1
        own.bytes += artifact.storedSize
      }
      for (const { store, state, failure } of states) {
        if (state === 'sound') continue
        const status = state === 'missing' ? 'incomplete' : state
        const seen = bad.get(store)
        bad.set(store, {
          count: (seen?.count ?? 0) + 1,
          first: seen?.first ?? `${artifact.key}: ${failure?.message ?? state}`,
          state: status,
        })
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  for (const store of stores) {
    const own = serves.get(store.name) ?? { artifacts: 0, bytes: 0 }
    const trouble = bad.get(store.name)
    run.copies.push({
      store: store.name,
      kind: store.kind,
      status: trouble?.state ?? (store.ephemeral ? 'ephemeral' : 'complete'),
      writeOnce: null,
      detail:
        trouble === undefined
          ? `has all ${artifacts.length} artifacts; would serve ${own.artifacts} of them, ${formatBytes(own.bytes)}`
          : `${trouble.count} of ${artifacts.length} artifacts would come from elsewhere, first ${trouble.first}; would serve ${own.artifacts}, ${formatBytes(own.bytes)}`,
    })
  }
  const [first] = homeless
  if (first === undefined) return null
  return new Failure(
    'missing',
    `no store has ${homeless.length} of ${artifacts.length} artifacts, such as ${first}`,
  )
}

async function tellEstimate(
  environment: Environment,
  { selection }: RestoreInput,
  { read }: Attempt,
  ports: RestorePorts,
  run: RunReport,
): Promise<void> {
  const estimate = await run.phase('estimate', () => estimateTime(environment, read, ports))
  if (estimate === null) {
    run.notice(
      'notice',
      'how long it takes cannot be said: no earlier restore and no proof of this environment is known',
    )
    return
  }
  const text = `${formatDuration(estimate.time)}, from ${estimate.basis}`
  run.fact('estimated time', text, estimate.time, 'milliseconds')
  const { rto } = environment.objectives
  // A part takes less time, and the service does not wait for it.
  if (selection === null && rto !== undefined && estimate.time > rto) {
    run.notice('warning', `the RTO of ${formatDuration(rto)} would be missed: about ${text}`)
  }
}

function tellPlaces({ parts }: Attempt, run: RunReport): void {
  for (const { record, inspection } of parts) {
    const { place, keptAs, present, diskNeeded, diskFree, facts } = inspection
    run.fact(
      `source ${record.name}`,
      keptAs === null ? `to ${place}` : `to ${place}; the former state kept as ${keptAs}`,
    )
    if (present === 'gone')
      run.notice('notice', `source ${record.name}: what would be replaced is gone already`)
    const free = diskFree === null ? 'what is free cannot be told' : `${formatBytes(diskFree)} free`
    run.fact(`disk for ${record.name}`, `${formatBytes(diskNeeded)} needed, ${free}`, diskNeeded, 'bytes')
    for (const fact of facts) run.fact(fact.label, fact.text)
  }
}

/** The timeline of what was not done. */
function tellSteps(
  environment: Environment,
  input: RestoreInput,
  { read, parts }: Attempt,
  ports: RestorePorts,
  run: RunReport,
): void {
  const { target, health } = ports.application
  const step = (name: string, detail: string) =>
    run.addPhase({ name, startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail })
  if (takesEmergencyBackup(input)) step('emergency backup', 'the present state is backed up, class critical')
  step(
    'download',
    `backup ${read.manifest.id} is read, an artifact at a time, from the first store that has it sound`,
  )
  step('open', 'decrypted and decompressed while it is restored')
  for (const { record, inspection } of parts) {
    for (const { name, detail } of inspection.steps) step(`${record.name}: ${name}`, detail)
  }
  const details = {
    restart: () => target.describe('restart'),
    health: () => (health === null ? 'a person looks whether the application is well' : `ask ${health.what}`),
    reroute: () => target.describe('reroute'),
  }
  for (const name of ['restart', 'health', 'reroute'] as const) {
    const reason = reasonToSkip(name, environment, input, ports)
    step(name, reason === null ? details[name]() : `left out: ${reason}`)
  }
}

function withOlder(lost: Failure, older: readonly string[], { fallBack }: RestoreInput): Failure {
  const [next] = older
  const hint = !fallBack
    ? 'With fall-back (on a terminal --fall-back, in a job the input fall-back: true), the next older backup would be taken.'
    : next === undefined
      ? 'There is no older backup to fall back to.'
      : `The restore would fall back to ${next}; look at it with another dry run: on a terminal --backup ${next}, in a job the input backup: ${next}`
  return new Failure(lost.kind, lost.message, { hint, subjects: lost.subjects, cause: lost })
}
