import type { BackupId } from '../domain/backup-id.ts'
import type { Environment } from '../domain/environment/schema.ts'
import type { Proof } from '../domain/proof.ts'
import type { Instant } from '../domain/units.ts'
import type { Ports } from '../ports/ports.ts'
import { failureOfCopy } from '../vault/copies.ts'
import type { ListedProof } from '../vault/proofs.ts'
import { condemningProof } from '../vault/proven.ts'
import { timeAndAge } from './gate/answer.ts'

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

/** What a restore test found wrong with a backup, and when. */
export function condemnationText({ at, checks }: Proof, now: Instant): string {
  const wrong = checks.find(({ status }) => status === 'failed')
  const what = wrong === undefined ? '' : ` (${wrong.rung}: ${wrong.name}: ${wrong.detail})`
  return `its restore test failed, ${timeAndAge(Date.parse(at), now)}${what}`
}
