import { judgementOf } from '../../domain/proof.ts'
import type { Instant } from '../../domain/units.ts'
import type { ProofRecord } from './history-records.ts'

/** The restore test that showed a backup to be bad. */
export interface Condemnation {
  /** Key of its proof, and when it was made. */
  proof: string
  at: Instant
  /** The rungs on which it failed. */
  rungs: string[]
}

/**
 * What stands against a backup, as `judgementOf` finds it.
 * @param proofs of one backup, newest first
 */
export async function condemnedBy(
  proofs: Iterable<Promise<ProofRecord>>,
  manifestSha256: string,
): Promise<Condemnation | null> {
  const { word, proof: found } = await judgementOf(believed(proofs), manifestSha256)
  if (word !== 'condemned') return null
  const failed = found.checks.filter(({ status }) => status === 'failed').map(({ rung }) => rung)
  return { proof: found.key, at: found.at, rungs: [...new Set(failed)] }
}

async function* believed(proofs: Iterable<Promise<ProofRecord>>) {
  for (const reading of proofs) {
    const { key, at, summary } = await reading
    if (summary !== null) yield { ...summary, key, at }
  }
}
