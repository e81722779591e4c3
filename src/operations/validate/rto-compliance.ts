import { isFromTheFuture } from '../../domain/age.ts'
import { type BackupId, isEmergencyBackup, parseBackupId } from '../../domain/backup-id.ts'
import { once } from '../../domain/concurrency.ts'
import type { Manifest } from '../../domain/manifest.ts'
import { formatBytes, formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'
import { listBackups } from '../../vault/backups.ts'
import { listProofs } from '../../vault/proofs.ts'
import { newestProven, type ProvenBackup } from '../../vault/proven.ts'
import { newestSound } from '../condemnation.ts'
import { judgeProof } from '../gate/proof-condition.ts'
import { readEventsSince } from '../ledger/read-events.ts'
import { type Examination, failed, type Found, passed, skipped } from './examination.ts'

const group = 'RTO compliance'

/** A measurement from longer ago says little about today's data. */
const measuredWithin = 100 * 86_400_000
/** So many backups are looked through for the newest that is proven. */
const mostLookedAt = 200

/** Whether the last measured backup and restore hold the objectives. From the stores alone; nothing is measured now. */
export async function examineObjectives(examination: Examination): Promise<void> {
  const { environment, ports, input, rules } = examination
  const { stores, log, signal } = ports
  const { rpo, rto, backupEvery, verifyEvery } = environment.objectives
  // Each is asked for once, by the first check that needs it; the others then fail for the same reason.
  const backups = once(() => listBackups(stores, environment.environment, { log, signal }))
  const proofs = once(() => listProofs(stores, environment.environment, { log, signal }))
  const ids = once(async (): Promise<BackupId[]> => {
    const listing = await backups()
    return listing.backups.slice(0, mostLookedAt).map(({ id }) => id)
  })
  // What was backed up just before a restore does not count, nor does what comes from the future, nor what a restore test
  // has shown to be bad: as for the gate.
  const newest = once(async (): Promise<Newest> => {
    const now = ports.clock.now()
    const counted = (await ids()).filter(
      (each) => !isEmergencyBackup(each) && !isFromTheFuture(parseBackupId(each)?.at ?? Infinity, now),
    )
    const { backup, passedOver } = await newestSound(environment, counted, await proofs(), ports)
    return {
      manifest: backup?.manifest ?? null,
      passedOver: passedOver.map(({ id, why }) => `${id}: ${why}`),
    }
  })
  const proven = once(async () =>
    newestProven(stores, environment, await ids(), await proofs(), { log, signal }),
  )

  await examination.check('backup-time', group, 'backup in time', async () => {
    const limit = least(backupEvery, rpo)
    if (limit === null) return noObjective('backup-every or rpo')
    const { manifest, passedOver } = await newest()
    return noting(passedOver, manifest === null ? noBackup(passedOver) : judgeBackup(manifest, limit))
  })
  await examination.check('recovery-point', group, 'newest backup within the RPO', async () => {
    if (rpo === undefined) return noObjective('rpo')
    const { manifest, passedOver } = await newest()
    const found = manifest === null ? noBackup(passedOver) : judgeAge(manifest, rpo, ports.clock.now())
    return noting(passedOver, found)
  })
  await examination.check('recovery-time', group, 'restore within the RTO', async () => {
    if (rto === undefined) return noObjective('rto')
    return judgeRestore(examination, await proven(), rto)
  })
  await examination.check('proof', group, 'proven lately', async () => {
    const within = input.requireProofWithin ?? rules.requireProofWithin ?? verifyEvery
    if (within === undefined) return noObjective('verify-every')
    // The gate's own judgement; that nobody has configured keys is not this check's business.
    const { status, detail, hint, failure } = await judgeProof(
      { limit: within },
      await backups(),
      await proofs(),
      environment,
      ports,
    )
    return status === 'failed' ? failed(detail, hint, failure) : passed(detail)
  })
}

interface Newest {
  /** Null when there is none. */
  manifest: Manifest | null
  /** Newer ones that a restore test has condemned, and what it found. */
  passedOver: string[]
}

function noting(passedOver: readonly string[], found: Found): Found {
  if (passedOver.length === 0) return found
  const more = passedOver.length > 3 ? ` and ${passedOver.length - 3} more` : ''
  return { ...found, detail: `${found.detail}. Passed over: ${passedOver.slice(0, 3).join('; ')}${more}` }
}

function judgeAge(manifest: Manifest, rpo: Milliseconds, now: Instant): Found {
  if (isFromTheFuture(dataTime(manifest), now)) {
    return failed(
      `the data of backup ${manifest.id} is dated in the future, so its age cannot be told`,
      'Set the clocks of the database server and of the runners right, and make a backup.',
      'integrity',
    )
  }
  const age = Math.max(0, now - dataTime(manifest))
  const text = `the data of backup ${manifest.id} is ${formatDuration(age)} old; ${formatDuration(rpo)} may be lost`
  return age <= rpo ? passed(text) : failed(text, 'Make a backup, and see why the last ones are missing.')
}

function judgeBackup(manifest: Manifest, limit: Milliseconds): Found {
  const took = Date.parse(manifest.finishedAt) - Date.parse(manifest.startedAt)
  const size = manifest.sources.reduce((sum, source) => sum + source.databaseSize, 0)
  const text = `backup ${manifest.id} of ${formatBytes(size)} took ${formatDuration(took)}`
  return took <= limit
    ? passed(`${text}; ${formatDuration(limit)} are allowed`)
    : failed(
        `${text}; ${formatDuration(limit)} are allowed`,
        'A backup that takes longer than the time between two cannot hold the schedule: see `lifeboat plan`.',
      )
}

/** The oldest of the snapshots: what is newer may be lost. */
function dataTime({ sources }: Manifest): number {
  return Math.min(...sources.map(({ snapshot }) => Date.parse(snapshot.dataAt)))
}

interface Measurement {
  time: Milliseconds
  text: string
}

async function judgeRestore(
  { environment, ports }: Examination,
  proven: ProvenBackup | null,
  rto: Milliseconds,
): Promise<Found> {
  const since = ports.clock.now() - measuredWithin
  const events = await readEventsSince(environment, since, ['restore', 'drill'], ports)
  const measured: Measurement[] = []
  const restore = events.findLast(
    ({ type, outcome, details }) =>
      type === 'restore' &&
      outcome.verdict !== 'failed' &&
      // One of some tables says nothing of the whole.
      details['partial'] !== true &&
      typeof details['duration'] === 'number',
  )
  if (restore !== undefined) {
    const time = Number(restore.details['duration'])
    const bytes = restore.details['bytes']
    const size = typeof bytes === 'number' ? ` of ${formatBytes(bytes)}` : ''
    measured.push({
      time,
      text: `the restore of ${restore.at.slice(0, 10)}${size} took ${formatDuration(time)}`,
    })
  }
  const drill = events.findLast(
    // One that failed brought nothing back that anybody may rely on, however fast it was.
    ({ type, outcome, details }) =>
      type === 'drill' && outcome.verdict !== 'failed' && typeof details['recover'] === 'number',
  )
  if (drill !== undefined) {
    const time = Number(drill.details['recover']) + Number(drill.details['detect'] ?? 0)
    const scenario = String(drill.details['scenario'] ?? '')
    measured.push({
      time,
      text: `the drill ${scenario} of ${drill.at.slice(0, 10)} was over in ${formatDuration(time)}`,
    })
  }
  const estimate = proven?.proof.rto.estimate ?? null
  if (proven !== null && estimate !== null) {
    const bytes = proven.proof.tables.reduce((sum, table) => sum + (table.bytes ?? 0), 0)
    measured.push({
      time: estimate,
      text: `the restore test of ${proven.proof.at.slice(0, 10)}${bytes === 0 ? '' : ` of ${formatBytes(bytes)}`} estimates ${formatDuration(estimate)}`,
    })
  }
  if (measured.length === 0) {
    return failed('no restore, drill or restore test has measured it', 'Run `lifeboat verify`.')
  }
  const onlyEstimated = restore === undefined && drill === undefined
  const basis = onlyEstimated ? ', and no restore or drill has measured it yet' : ''
  const text = `${measured.map((each) => each.text).join('; ')}${basis}; ${formatDuration(rto)} are allowed`
  return measured.every(({ time }) => time <= rto)
    ? passed(text)
    : failed(text, 'See the timeline of the restore test for what takes the time.')
}

const noObjective = (name: string) =>
  skipped(`there is no objective to judge it by (${name})`, `Set ${name} under objectives.`)
const noBackup = (condemned: readonly string[]) =>
  condemned.length === 0
    ? failed('there is no backup', 'Run `lifeboat backup`.', 'missing')
    : failed('there is no backup that no restore test has shown to be bad', 'Run `lifeboat backup`.')

function least(...values: (number | undefined)[]): number | null {
  const given = values.filter((value) => value !== undefined)
  return given.length === 0 ? null : Math.min(...given)
}
