import { isFromTheFuture, timeAndAge } from '../../domain/age.ts'
import { isEmergencyBackup } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { lackingSources, type Manifest } from '../../domain/manifest.ts'
import { counted, formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import {
  type BackupListing,
  type ListedBackup,
  readManifest,
  type ReadManifest,
} from '../../vault/backups.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { backupFolder, keyInside } from '../../vault/layout.ts'
import type { ListedProof } from '../../vault/proofs.ts'
import { whyCondemned } from '../condemnation.ts'
import { type Answer, unsigned } from './answer.ts'

type BackupPorts = Pick<Ports, 'stores' | 'clock' | 'log' | 'signal'>

/** Whoever may write to a store could list backups without end. */
const mostRead = 200

/**
 * Whether a way back exists: a backup whose data is young enough, whose signature holds, that has every source of the
 * environment, that lies whole in enough stores, and that no restore test has shown to be bad. What was backed up just
 * before a restore does not count, nor does what comes from the future.
 */
export async function judgeBackup(
  { limit, copies }: { limit: Milliseconds; copies: number },
  listing: BackupListing,
  proofs: readonly ListedProof[],
  environment: Environment,
  ports: BackupPorts,
): Promise<Answer> {
  const now = ports.clock.now()
  const passedOver: string[] = []
  let nearest: Omit<Answer, 'status'> | null = null
  let read = 0
  for (const backup of listing.backups) {
    if (isEmergencyBackup(backup.id)) continue
    if (isFromTheFuture(backup.at, now)) {
      passedOver.push(`${backup.id} is dated in the future: the clock there or here is wrong`)
      continue
    }
    // The data of a backup is about as old as its id: none that follows can be young enough.
    if (now - backup.at > limit + dayOfSlack || (read += 1) > mostRead) break
    const manifest = await believed(backup, environment, ports)
    if (typeof manifest === 'string') {
      passedOver.push(`${backup.id}: ${manifest}`)
      continue
    }
    const answer = await judgeOne(manifest, { limit, copies, now }, backup, environment, ports)
    if (answer.status !== 'failed') {
      const judged = { id: backup.id, manifestSha256: manifest.sha256 }
      const bad = await whyCondemned(environment, judged, proofs, ports)
      if (bad === null) return withNotes(answer, passedOver, listing)
      passedOver.push(`${backup.id}: ${bad}`)
      continue
    }
    nearest ??= answer
  }
  const newest = listing.backups.find(({ id }) => !isEmergencyBackup(id))
  const found = nearest ?? {
    failure: 'objective' as const,
    detail:
      newest === undefined
        ? `there is no backup of ${environment.environment} yet`
        : `no backup that can be believed, and that no restore test has shown to be bad, is younger than ${formatDuration(limit)}; the newest listed is ${newest.id}`,
  }
  return withNotes(
    {
      ...found,
      status: 'failed',
      hint:
        found.hint ?? `Make a backup first: \`lifeboat backup --environment ${environment.environment}\`.`,
    },
    passedOver,
    listing,
  )
}

const dayOfSlack: Milliseconds = 86_400_000

async function believed(
  { id }: ListedBackup,
  environment: Environment,
  { stores, log, signal }: BackupPorts,
): Promise<ReadManifest | string> {
  try {
    return await readManifest(stores, environment.environment, id, {
      publicKey: environment.signing.backup ?? null,
      protected: environment.protected,
      log,
      signal,
    })
  } catch (error) {
    const failure = failureOfCopy(error, signal)
    if (failure.kind === 'bug') throw failure
    return failure.message
  }
}

async function judgeOne(
  read: ReadManifest,
  { limit, copies, now }: { limit: Milliseconds; copies: number; now: Instant },
  backup: ListedBackup,
  environment: Environment,
  ports: BackupPorts,
): Promise<Answer> {
  const { manifest } = read
  const dataAt = Math.min(...manifest.sources.map(({ snapshot }) => Date.parse(snapshot.dataAt)))
  const fact = `${backup.id}, data of ${timeAndAge(dataAt, now)}`
  if (isFromTheFuture(dataAt, now)) {
    return {
      status: 'failed',
      failure: 'integrity',
      detail: `${backup.id}: its data is dated in the future (${timeAndAge(dataAt, now)}), so its age cannot be told`,
      hint: 'Set the clocks of the database server and of the runners right, and make a backup.',
    }
  }
  if (now - dataAt > limit) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `the newest backup is too old: ${fact}; at most ${formatDuration(limit)} is allowed`,
    }
  }
  const lacking = lackingSources(environment, manifest)
  if (lacking.length > 0) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `${fact}, lacks ${lacking.join(', ')} of the sources of the environment file`,
    }
  }
  const whole: string[] = []
  for (const store of ports.stores) {
    if (store.ephemeral || !backup.stores.includes(store.name)) continue
    if (await hasItWhole(store, read, environment, ports)) whole.push(store.name)
  }
  const where = whole.length === 0 ? 'in no store' : `whole in ${whole.join(', ')}`
  if (whole.length < copies) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `${fact}, is ${where}; ${counted(copies, 'copy', 'copies')} are demanded`,
      hint: 'Bring it to the other stores with `lifeboat replicate`, or make a backup when they answer.',
    }
  }
  return read.signed
    ? { status: 'passed', detail: `${fact}, ${where}, signed` }
    : { status: 'degraded', detail: `${fact}, ${where}; ${unsigned}` }
}

/** Whether a store has the manifest that was believed, and every object that it names, with its size. */
async function hasItWhole(
  store: Store,
  { manifest, sha256 }: ReadManifest,
  environment: Environment,
  { log, signal }: BackupPorts,
): Promise<boolean> {
  const { environment: name, signing, protected: isProtected } = environment
  try {
    const trust = { publicKey: signing.backup ?? null, protected: isProtected, log, signal }
    const own = await readManifest([store], name, manifest.id, trust)
    if (own.sha256 !== sha256) return false
    const folder = backupFolder(name, manifest.id)
    const sizes = new Map<string, number>()
    for await (const { key, size } of store.list(folder, signal)) sizes.set(key, size)
    const named = artifactsOf(manifest)
    return (
      named.every(({ key, storedSize }) => sizes.get(keyInside(folder, key)) === storedSize) &&
      (manifest.identityKey === null || sizes.has(keyInside(folder, manifest.identityKey)))
    )
  } catch (error) {
    const failure = failureOfCopy(error, signal)
    if (failure.kind === 'bug') throw failure
    return false
  }
}

function artifactsOf({ sources }: Manifest) {
  return sources.flatMap(({ artifacts }) => artifacts)
}

function withNotes(answer: Answer, passedOver: readonly string[], { unreachable }: BackupListing): Answer {
  const notes = [
    ...(passedOver.length === 0
      ? []
      : [
          `passed over: ${passedOver.slice(0, mostNamed).join('; ')}${passedOver.length > mostNamed ? ` and ${passedOver.length - mostNamed} more` : ''}`,
        ]),
    ...(unreachable.size === 0 ? [] : [`not asked, as out of reach: ${[...unreachable.keys()].join(', ')}`]),
  ]
  // A store that was not asked may have the restore test that condemns it.
  const status = answer.status === 'passed' && unreachable.size > 0 ? 'degraded' : answer.status
  return { ...answer, status, detail: [answer.detail, ...notes].join('. ') }
}

const mostNamed = 3
