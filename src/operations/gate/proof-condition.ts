import type { Environment } from '../../domain/environment/schema.ts'
import type { Failure, FailureKind } from '../../domain/failure.ts'
import type { Proof } from '../../domain/proof.ts'
import { formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'
import { rungs, rungsThatReadData } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import { type BackupListing, readManifest } from '../../vault/backups.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { listProofs, type ListedProof, readProof } from '../../vault/proofs.ts'
import { type Answer, isFromTheFuture, timeAndAge, unsigned } from './answer.ts'
import { eventWord, findInLedger } from './ledger-evidence.ts'

type ProofPorts = Pick<Ports, 'stores' | 'clock' | 'log' | 'signal'>

/** Whoever may write to a store could add files that look like proofs without end. */
const mostRead = 200

/**
 * Whether it was shown that data comes back: the newest proof is young enough and good. It counts when its signature
 * holds, its backup is there with the very manifest that it speaks of, and it read restored data. One that failed counts
 * whatever it tried, and whether its backup still exists or not.
 */
export async function judgeProof(
  { limit }: { limit: Milliseconds },
  { unreachable }: BackupListing,
  environment: Environment,
  ports: ProofPorts,
): Promise<Answer> {
  const { stores, clock, log, signal } = ports
  const now = clock.now()
  const { environment: name, signing } = environment
  const hint = `Make a restore test first: lifeboat verify --environment ${name}.`
  const passedOver: string[] = []
  const note = (detail: string) =>
    passedOver.length === 0
      ? detail
      : `${detail}. Passed over: ${passedOver.slice(0, 3).join('; ')}${passedOver.length > 3 ? ` and ${passedOver.length - 3} more` : ''}`
  const listed = await listProofs(stores, name, { log, signal })
  for (const place of listed.slice(0, mostRead)) {
    const proof = await believed(place, environment, ports)
    const where = `${place.backupId} of ${place.time}`
    if (typeof proof === 'string') {
      passedOver.push(`the proof of ${where}: ${proof}`)
      continue
    }
    const at = Date.parse(proof.at)
    if (proof.verdict === 'failed') {
      return {
        status: 'failed',
        failure: 'objective',
        detail: note(
          `the newest restore test failed: ${place.backupId}, tried ${timeAndAge(at, now)}${run(proof)}`,
        ),
        hint: `Find out why the restore test failed, and make another: lifeboat verify --environment ${name}.`,
      }
    }
    const doubt = readsData(proof) ?? (await existing(proof, environment, ports))
    if (doubt !== null) {
      passedOver.push(`the proof of ${where}: ${doubt}`)
      continue
    }
    if (isFromTheFuture(at, now)) {
      passedOver.push(`the proof of ${where} is dated in the future: the clock there or here is wrong`)
      continue
    }
    const found = `${place.backupId} came back (${proof.verdict}, ${proof.level}), tried ${timeAndAge(at, now)}${run(proof)}`
    if (now - at > limit) {
      return {
        status: 'failed',
        failure: 'objective',
        detail: note(`the newest proof is too old: ${found}; at most ${formatDuration(limit)} is allowed`),
        hint,
      }
    }
    const failed = await laterFailure(at, environment, ports)
    if (failed !== null) {
      return {
        status: 'failed',
        failure: 'integrity',
        detail: note(`a later restore test failed, and its proof is gone: ${failed}`),
        hint: `Find out who took the proof away, and make another restore test: lifeboat verify --environment ${name}.`,
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
  return {
    status: 'failed',
    failure: 'objective',
    detail: note(listed.length === 0 ? `no backup of ${name} was ever proven` : 'no proof can be believed'),
    hint,
  }
}

/** Failures that say something of the backup, not of the run that wanted to try it. */
const saysOfBackup: readonly (FailureKind | null)[] = ['integrity', 'objective']

/**
 * What the ledger says of a restore test after this time that failed; null when it knows of none. Such a test leaves a proof
 * too, so whoever wants it forgotten must take both away, and the gap in the ledger closes the gate then.
 */
async function laterFailure(
  since: Instant,
  environment: Environment,
  ports: ProofPorts,
): Promise<string | null> {
  let failed: string | null = null
  await findInLedger(
    environment,
    ['backup', 'verification'],
    false,
    (event) => {
      const at = Date.parse(event.at)
      // A run writes its proof first, and its event some moments later.
      if (at <= since) return true
      const { verdict, failure } = event.outcome
      if (event.type === 'verification' && verdict === 'failed' && saysOfBackup.includes(failure)) {
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

/** Null when it did; else what it did instead. */
function readsData({ level, checks }: Proof): string | null {
  const isHighEnough = rungs.indexOf(level) >= rungs.indexOf('equal')
  const hasRead = checks.some(({ rung, status }) => status === 'passed' && rungsThatReadData.includes(rung))
  return isHighEnough && hasRead ? null : `it read no restored data (level ${level})`
}

/** Null when the backup is there, with the manifest that the proof speaks of. */
async function existing(
  { backupId, manifestSha256 }: Proof,
  environment: Environment,
  { stores, log, signal }: ProofPorts,
): Promise<string | null> {
  try {
    const { sha256 } = await readManifest(stores, environment.environment, backupId, {
      publicKey: environment.signing.backup ?? null,
      protected: environment.protected,
      log,
      signal,
    })
    return sha256 === manifestSha256 ? null : 'it speaks of another manifest than the one that is there'
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
