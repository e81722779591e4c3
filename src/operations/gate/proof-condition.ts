import { isFromTheFuture, timeAndAge } from '../../domain/age.ts'
import { answersFor, isEmergencyBackup, parseBackupId } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { Failure } from '../../domain/failure.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import { lackingSources } from '../../domain/manifest.ts'
import type { Proof } from '../../domain/proof.ts'
import { formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'
import { asksForData, hasReadData } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import { type BackupListing, readManifest } from '../../vault/backups.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { type ListedProof, readProof } from '../../vault/proofs.ts'
import { type Answer, unsigned } from './answer.ts'
import { eventWord, findInLedger } from './ledger-evidence.ts'

type ProofPorts = Pick<Ports, 'stores' | 'clock' | 'log' | 'signal'>

/** Whoever may write to a store could add files that look like proofs without end. */
const mostRead = 200

/**
 * Whether it was shown that data comes back: the newest proof is young enough and good. It counts when its signature
 * holds, its backup is there with the very manifest that it speaks of, and it read restored data. One that failed counts
 * whatever it tried, and whether its backup still exists or not, until that backup or a newer one comes back.
 */
export async function judgeProof(
  { limit }: { limit: Milliseconds },
  { unreachable }: BackupListing,
  listed: readonly ListedProof[],
  environment: Environment,
  ports: ProofPorts,
): Promise<Answer> {
  const { clock } = ports
  const now = clock.now()
  const { environment: name, signing } = environment
  const hint = `Make a restore test first: \`lifeboat verify --environment ${name}\`.`
  const { goods, failed, isCutShort, passedOver } = await newestWord(listed, environment, ports)
  const [good = null] = goods
  const note = (detail: string) =>
    passedOver.length === 0
      ? detail
      : `${detail}. Passed over: ${passedOver.slice(0, 3).join('; ')}${passedOver.length > 3 ? ` and ${passedOver.length - 3} more` : ''}`
  const told = (proof: Proof) => `tried ${timeAndAge(Date.parse(proof.at), now)}${run(proof)}`
  if (failed !== null) {
    const since =
      good === null ? '' : `; since then only ${good.backupId} came back, which is older, ${told(good)}`
    return {
      status: 'failed',
      failure: 'objective',
      detail: note(`the newest restore test failed: ${failed.backupId}, ${told(failed)}${since}`),
      hint: `Read the report of that restore test. ${wayOut(environment, failed.backupId)}; then prove it: \`lifeboat verify --environment ${name}\`.`,
    }
  }
  if (good === null) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: note(listed.length === 0 ? `no backup of ${name} was ever proven` : 'no proof can be believed'),
      hint,
    }
  }
  const at = Date.parse(good.at)
  const found = `${good.backupId} came back (${good.verdict}, ${good.level}), ${told(good)}`
  if (now - at > limit) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: note(`the newest proof is too old: ${found}; at most ${formatDuration(limit)} is allowed`),
      hint,
    }
  }
  if (isCutShort) {
    return {
      status: 'failed',
      failure: 'integrity',
      detail: note(`${found}, but there are too many proofs of newer backups to read them all`),
      hint: `Make a restore test of the newest backup: \`lifeboat verify --environment ${name}\`.`,
    }
  }
  const lost = await unansweredFailure(goods, environment, ports)
  if (lost !== null) {
    return {
      status: 'failed',
      failure: 'integrity',
      detail: note(`a restore test failed that no later one answers, and its proof is gone: ${lost}`),
      hint: `Find out who took the proof away, and make another restore test: \`lifeboat verify --environment ${name}\`.`,
    }
  }
  const doubts = [
    ...(signing.verify === undefined ? [unsigned] : []),
    ...(unreachable.size === 0
      ? []
      : [`newer proofs may be in ${[...unreachable.keys()].join(', ')}, out of reach`]),
  ]
  return doubts.length === 0
    ? { status: 'passed', detail: note(`${found}, signed`) }
    : { status: 'degraded', detail: note([found, ...doubts].join('; ')) }
}

/** A sound copy to mend a backup from is elsewhere, or nowhere. */
function wayOut(
  { environment: name, protected: isProtected, signing, stores }: Environment,
  backupId: string,
) {
  const anew = `\`lifeboat backup --environment ${name}\``
  if (stores.length < 2) return `Make a new backup with ${anew}`
  const consent = isProtected ? ` --confirm ${name} --reason "…"` : ''
  const key = signing.retention === undefined ? '' : ' --signing-key-file retention-signing-key.txt'
  return `Mend the backup with \`lifeboat repair --environment ${name} --backup ${backupId}${consent}${key}\`, or make a new one with ${anew}`
}

interface Word {
  /**
   * Proofs that data came back, the newest first, each of a newer backup than those before. All are older than `failed`, or
   * of older backups, when that is there.
   */
  goods: Proof[]
  failed: Proof | null
  /** Proofs were left unread that could be of a failed test that still counts. */
  isCutShort: boolean
  passedOver: string[]
}

/** What the proofs say last: the newest good one, and the newest failed one that nothing since then outweighs. */
async function newestWord(
  listed: readonly ListedProof[],
  environment: Environment,
  ports: ProofPorts,
): Promise<Word> {
  const passedOver: string[] = []
  const goods: Proof[] = []
  let read = 0
  for (const place of listed) {
    const best = goods.at(-1)
    if (best !== undefined && answersFor(best.backupId, place.backupId)) continue
    if ((read += 1) > mostRead) return { goods, failed: null, isCutShort: true, passedOver }
    const proof = await believed(place, environment, ports)
    const where = `the proof of ${place.backupId} of ${place.time}`
    if (typeof proof === 'string') {
      passedOver.push(`${where}: ${proof}`)
      continue
    }
    if (proof.verdict === 'failed') return { goods, failed: proof, isCutShort: false, passedOver }
    const doubt = unread(proof) ?? (await existing(proof, environment, ports))
    if (doubt !== null) {
      passedOver.push(`${where}: ${doubt}`)
    } else if (isFromTheFuture(Date.parse(proof.at), ports.clock.now())) {
      passedOver.push(`${where} is dated in the future: the clock there or here is wrong`)
    } else {
      goods.push(proof)
    }
  }
  return { goods, failed: null, isCutShort: false, passedOver }
}

/** Failures that say something of the backup, not of the run that wanted to try it. */
const saysOfBackup = ({ outcome: { failure }, backupId }: LedgerEvent) =>
  failure === 'integrity' || failure === 'objective' || (failure === 'missing' && backupId !== null)

/**
 * What the ledger says of a restore test that failed, and that no later one of the same backup or of a newer one answers;
 * null when it knows of none. Such a test leaves a proof too, so whoever wants it forgotten must take both away, and the gap
 * in the ledger closes the gate then.
 */
async function unansweredFailure(
  goods: readonly Proof[],
  environment: Environment,
  ports: ProofPorts,
): Promise<string | null> {
  // No backup is tried before it is made, and what was tried of older ones the newest proof answers.
  const since = Math.min(...goods.map(({ backupId }) => parseBackupId(backupId)?.at ?? 0))
  const isAnswered = (backupId: string, at: Instant) =>
    // A run writes its proof first, and its event some moments later.
    goods.some((good) => answersFor(good.backupId, backupId) && Date.parse(good.at) >= at)
  let failed: string | null = null
  await findInLedger(
    environment,
    ['backup', 'verification'],
    false,
    (event) => {
      const at = Date.parse(event.at)
      if (at <= since) return true
      const isOfTest = event.type === 'verification' && event.outcome.verdict === 'failed'
      if (isOfTest && saysOfBackup(event) && !isAnswered(event.backupId ?? '', at)) {
        failed = `${event.backupId ?? 'a backup'}, tried ${timeAndAge(at, ports.clock.now())}, ${eventWord(event)}`
      }
      return failed !== null
    },
    ports,
  )
  return failed
}

/** The proof when its origin is certain; else why not. */
async function believed(
  { key }: ListedProof,
  environment: Environment,
  { stores, log, signal }: ProofPorts,
): Promise<Proof | string> {
  try {
    const { proof } = await readProof(stores, environment.environment, key, {
      publicKey: environment.signing.verify ?? null,
      protected: environment.protected,
      log,
      signal,
    })
    return Number.isNaN(Date.parse(proof.at)) ? 'it has no time' : proof
  } catch (error) {
    return reason(error, signal)
  }
}

/** Null when it has read restored data; else what it did instead. */
function unread({ level, checks }: Proof): string | null {
  return asksForData(level) && hasReadData(checks) ? null : `it read no restored data (level ${level})`
}

/** Null when the backup is a way back: it is there, with the manifest that the proof speaks of, and has every source. */
async function existing(
  { backupId, manifestSha256 }: Proof,
  environment: Environment,
  { stores, log, signal }: ProofPorts,
): Promise<string | null> {
  if (isEmergencyBackup(backupId)) return 'its backup was made just before a restore, of what that replaced'
  try {
    const { sha256, manifest } = await readManifest(stores, environment.environment, backupId, {
      publicKey: environment.signing.backup ?? null,
      protected: environment.protected,
      log,
      signal,
    })
    if (sha256 !== manifestSha256) return 'it speaks of another manifest than the one that is there'
    const lacking = lackingSources(environment, manifest)
    return lacking.length === 0 ? null : `its backup lacks ${lacking.join(', ')} of the environment file`
  } catch (error) {
    return `its backup cannot be read: ${reason(error, signal)}`
  }
}

function reason(error: unknown, signal: AbortSignal): string {
  const failure: Failure = failureOfCopy(error, signal)
  if (failure.kind === 'bug') throw failure
  return failure.message
}

function run({ runUrl }: Proof): string {
  return runUrl === null ? '' : `, ${runUrl}`
}
