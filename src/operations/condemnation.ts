import { timeAndAge } from '../domain/age.ts'
import type { BackupId } from '../domain/backup-id.ts'
import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Proof } from '../domain/proof.ts'
import type { Instant } from '../domain/units.ts'
import type { Ports } from '../ports/ports.ts'
import { type ReadManifest, readManifest } from '../vault/backups.ts'
import { failureOfCopy } from '../vault/copies.ts'
import type { ListedProof } from '../vault/proofs.ts'
import { condemningProof } from '../vault/proven.ts'

/**
 * Why a backup is not to be relied on: what a restore test found wrong with it, or that too many proofs lie there to be
 * read. Null when nothing stands against it.
 * @param listed the proofs that lie there, newest first
 */
export async function whyCondemned(
  environment: Environment,
  backup: { id: BackupId; manifestSha256: string },
  listed: readonly ListedProof[],
  { stores, clock, log, signal }: Pick<Ports, 'stores' | 'clock' | 'log' | 'signal'>,
): Promise<string | null> {
  try {
    const proof = await condemningProof(stores, environment, backup, listed, { log, signal })
    return proof === null ? null : condemnationText(proof, clock.now())
  } catch (error) {
    const failure = failureOfCopy(error, signal)
    if (failure.kind !== 'integrity') throw failure
    return failure.message
  }
}

export interface NewestSound {
  /** Null when restore tests have condemned every one. */
  backup: ReadManifest | null
  /** Those that came before it, and why each is not to be relied on. */
  passedOver: { id: BackupId; why: string }[]
}

/**
 * The first of the backups that no restore test has shown to be bad.
 * @param ids newest first
 * @param listed the proofs that lie there, newest first
 * @throws Failure as `readManifest` does when its manifest cannot be read
 */
export async function newestSound(
  environment: Environment,
  ids: readonly BackupId[],
  listed: readonly ListedProof[],
  ports: Pick<Ports, 'stores' | 'clock' | 'log' | 'signal'>,
): Promise<NewestSound> {
  const { stores, log, signal } = ports
  const { environment: name, signing, protected: isProtected } = environment
  const trust = { publicKey: signing.backup ?? null, protected: isProtected, log, signal }
  const passedOver: NewestSound['passedOver'] = []
  for (const id of ids) {
    const found = await readManifest(stores, name, id, trust).catch((error: unknown) =>
      failureOfCopy(error, signal),
    )
    // Nothing acquits a backup whose manifest cannot be read.
    const manifestSha256 = found instanceof Failure ? '' : found.sha256
    const why = await whyCondemned(environment, { id, manifestSha256 }, listed, ports)
    if (why !== null) {
      passedOver.push({ id, why })
      continue
    }
    if (found instanceof Failure) throw found
    return { backup: found, passedOver }
  }
  return { backup: null, passedOver }
}

/** What a restore test found wrong with a backup, and when. */
function condemnationText({ at, checks }: Proof, now: Instant): string {
  const wrong = checks.find(({ status }) => status === 'failed')
  const what = wrong === undefined ? '' : ` (${wrong.rung}: ${wrong.name}: ${wrong.detail})`
  return `its restore test failed, ${timeAndAge(Date.parse(at), now)}${what}`
}
