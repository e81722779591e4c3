import { type BackupId, newestFirst, parseBackupId } from '../../domain/backup-id.ts'
import { inParallel } from '../../domain/concurrency.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import { type Manifest, subjectOf } from '../../domain/manifest.ts'
import { judgementOf, type Proof } from '../../domain/proof.ts'
import {
  recoveryPointsAmong,
  type RetentionCandidate,
  soundAmong,
  toleratedClockSkew,
} from '../../domain/retention.ts'
import { silentLog } from '../../ports/log.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Reader } from '../../ports/store.ts'
import { readManifest } from '../../vault/backups.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { backupFolder, keyInside } from '../../vault/layout.ts'
import { holderText, isLive, type LeaseListing, listLeases } from '../../vault/lease-records.ts'
import { type FolderSurvey, hasManifest, surveyFolders } from '../../vault/leftovers.ts'
import { listProofs, readProof } from '../../vault/proofs.ts'

export interface Survey extends FolderSurvey {
  candidates: RetentionCandidate[]
  leases: LeaseListing
  /** Backups whose manifest could not be read because a store did not answer. */
  unread: number
}

/** Manifests read at once. */
const atOnce = 8

/** Gathers what the rules of retention ask of each backup, from leases, manifests and proofs. Changes nothing. */
export async function survey(environment: Environment, ports: Ports): Promise<Survey> {
  const { stores, log, signal } = ports
  const name = environment.environment
  const leases = await listLeases(stores, name, { log, signal })
  const folders = await surveyFolders(stores, name, { log, signal })
  const reachable = stores.filter((store) => !folders.unreachable.has(store.name))
  const candidates: RetentionCandidate[] = []
  const digests = new Map<BackupId, string>()
  let unread = 0
  const ids = newestFirst(folders.folders.keys()).filter((id) => manifestTime(folders, id) !== null)
  await inParallel(ids, atOnce, async (id) => {
    const storedAt = manifestTime(folders, id) ?? 0
    const base = {
      id,
      at: parseBackupId(id)?.at ?? 0,
      storedAt,
      proven: false,
      condemned: false,
      whole: false,
      usedBy: userOf(id, leases, ports.clock.now()),
      doubt: null,
      lockedUntil: null,
    }
    try {
      const holders = reachable.filter((store) => hasManifest(folders.folders.get(id)?.get(store.name)))
      const { manifest, sha256 } = await readTrusted(holders, environment, id, signal)
      digests.set(id, sha256)
      // By database too: a second application under the same name must not count for the first.
      const sources = manifest.sources.map((source) => `${source.name} (${subjectOf(source)})`)
      candidates.push({ ...base, class: manifest.class, sources, trust: true })
    } catch (error) {
      const failure = failureOfCopy(error, signal)
      if (failure.kind === 'bug') throw failure
      if (!isAnswer(failure)) unread += 1
      candidates.push({ ...base, class: 'scheduled', sources: [], trust: failure.message })
    }
  })
  const now = ports.clock.now()
  const counted = candidates
    .filter((one) => one.trust === true && one.at <= now + toleratedClockSkew)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
  const points = recoveryPointsAmong(counted)
  await judgeProofs(points, digests, reachable, environment, signal)
  const known = new Map<BackupId, boolean | Failure>()
  const isWhole = async (id: BackupId): Promise<boolean | Failure> => {
    const found = known.get(id)
    if (found !== undefined) return found
    const answer = await isWholeInOne(reachable, id, environment, signal)
    known.set(id, answer)
    return answer
  }
  await markWhole(points, isWhole)
  await markWhole(soundAmong(points), isWhole)
  const proven = points.filter((one) => one.proven)
  for (const source of new Set(proven.flatMap(({ sources }) => sources))) {
    const own = proven.filter(({ sources }) => sources.includes(source))
    await markWhole(own, isWhole)
  }
  return { ...folders, candidates, leases, unread }
}

/** Whether it is about what lies there. Any other says only that the store could not tell. */
function isAnswer({ kind }: Failure): boolean {
  return kind === 'integrity' || kind === 'config' || kind === 'missing'
}

/** Quietly: what is wrong stands in the plan, and one notice suffices where no key is configured. */
function readTrusted(stores: readonly Reader[], environment: Environment, id: BackupId, signal: AbortSignal) {
  return readManifest(stores, environment.environment, id, {
    publicKey: environment.signing.backup ?? null,
    protected: environment.protected,
    log: silentLog,
    signal,
  })
}

/** The newest time at which some store got the manifest; null when none has it. */
function manifestTime({ folders }: FolderSurvey, id: BackupId): number | null {
  const times = [...(folders.get(id)?.values() ?? [])].flatMap(({ manifestAt }) => manifestAt ?? [])
  return times.length === 0 ? null : Math.max(...times)
}

/** Who says that it is being made or read, as far as leases can be believed; null when nobody does. */
export function userOf(id: BackupId, { leases }: LeaseListing, now: number): string | null {
  const lease = leases.find((one) => one.backupId === id && isLive(one, now))
  return lease === undefined ? null : holderText(lease.record)
}

/**
 * Finds out of each backup what restore tests say of it. A proof that a store does not give just now may be the one that
 * decides: then nothing is certain of its backup.
 */
async function judgeProofs(
  points: readonly RetentionCandidate[],
  digests: ReadonlyMap<BackupId, string>,
  stores: readonly Reader[],
  environment: Environment,
  signal: AbortSignal,
): Promise<void> {
  const byBackup = await proofsByBackup(stores, environment.environment, signal)
  await inParallel(points, atOnce, async (candidate) => {
    const manifestSha256 = digests.get(candidate.id) ?? ''
    const believable = async function* () {
      for (const [place, key] of (byBackup.get(candidate.id) ?? []).entries()) {
        const proof = place < mostRead ? await proofAt(key, stores, environment, signal) : tooMany
        if (proof instanceof Failure) {
          candidate.doubt = `its proofs could not be read: ${proof.message}`
          return
        }
        if (proof !== null) yield proof
      }
    }
    const { word } = await judgementOf(believable(), manifestSha256)
    candidate.condemned = word === 'condemned'
    candidate.proven = word === 'acquitted'
  })
}

/** Whoever may write to a store could add files that look like proofs without end. */
const mostRead = 50
const tooMany = new Failure(
  'integrity',
  `there are more than ${mostRead}, and what the newest say is not believed`,
)

/** Keys of proofs, newest first. @throws Failure when a store could not be listed: what is proven would not be known */
async function proofsByBackup(
  stores: readonly Reader[],
  environment: string,
  signal: AbortSignal,
): Promise<Map<BackupId, string[]>> {
  const byBackup = new Map<BackupId, Set<string>>()
  for (const store of stores) {
    for (const { key, backupId } of await listProofs([store], environment, { log: silentLog, signal })) {
      byBackup.set(backupId, (byBackup.get(backupId) ?? new Set()).add(key))
    }
  }
  return new Map([...byBackup].map(([id, keys]) => [id, [...keys].sort().reverse()]))
}

/** Null when it is not genuine; a Failure when nobody could say. */
async function proofAt(
  key: string,
  stores: readonly Reader[],
  environment: Environment,
  signal: AbortSignal,
): Promise<Proof | Failure | null> {
  try {
    const read = await readProof(stores, environment.environment, key, {
      publicKey: environment.signing.verify ?? null,
      protected: environment.protected,
      log: silentLog,
      signal,
    })
    return read.proof
  } catch (error) {
    const failure = failureOfCopy(error, signal)
    if (failure.kind === 'bug') throw failure
    return failure.kind === 'integrity' || failure.kind === 'missing' ? null : failure
  }
}

/**
 * Finds the newest of these of which one store holds every object. One of which no store says so just now may be it: then
 * it stays, and so does the one that is known to be whole.
 */
async function markWhole(
  counted: readonly RetentionCandidate[],
  isWhole: (id: BackupId) => Promise<boolean | Failure>,
): Promise<void> {
  for (const candidate of counted) {
    const found = await isWhole(candidate.id)
    if (found instanceof Failure) candidate.doubt ??= found.message
    candidate.whole = found === true
    if (candidate.whole) return
  }
}

/** A Failure when no store is known to hold every object, and one that may does not say. */
async function isWholeInOne(
  stores: readonly Reader[],
  id: BackupId,
  environment: Environment,
  signal: AbortSignal,
): Promise<boolean | Failure> {
  let silent: Failure | null = null
  for (const store of stores) {
    const found = await isWholeIn(store, id, environment, signal)
    if (found === true) return true
    if (found instanceof Failure) silent ??= found
  }
  return silent ?? false
}

/** A Failure when the store does not say. */
async function isWholeIn(
  store: Reader,
  id: BackupId,
  environment: Environment,
  signal: AbortSignal,
): Promise<boolean | Failure> {
  const folder = backupFolder(environment.environment, id)
  try {
    const { manifest } = await readTrusted([store], environment, id, signal)
    const sizes = new Map<string, number>()
    for await (const { key, size } of store.list(folder, signal)) sizes.set(key, size)
    return expectedObjects(manifest, folder).every(([key, size]) =>
      size === null ? sizes.has(key) : sizes.get(key) === size,
    )
  } catch (error) {
    const failure = failureOfCopy(error, signal)
    if (failure.kind === 'bug') throw failure
    if (isAnswer(failure)) return false
    return new Failure(
      failure.kind,
      `store ${store.name} does not say whether all of it is there: ${failure.message}`,
    )
  }
}

function expectedObjects(manifest: Manifest, folder: string): [key: string, size: number | null][] {
  return [
    ...manifest.sources
      .flatMap((source) => source.artifacts)
      .map((artifact): [string, number] => [keyInside(folder, artifact.key), artifact.storedSize]),
    ...(manifest.identityKey === null
      ? []
      : [[keyInside(folder, manifest.identityKey), null] as [string, null]]),
  ]
}
