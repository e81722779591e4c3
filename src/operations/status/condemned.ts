import { acquits, condemns } from '../../domain/proof.ts'
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
 * What stands against a backup: its newest restore test that condemns it, unless a newer one of the same backup acquits it.
 * One that could not be made says nothing, and one that read no data clears no bytes.
 * @param proofs of one backup, newest first; no more is taken than decides
 */
export async function condemnedBy(proofs: Iterable<Promise<ProofRecord>>): Promise<Condemnation | null> {
  for (const reading of proofs) {
    const { key, at, summary } = await reading
    if (summary === null) continue
    if (condemns(summary)) {
      const failed = summary.checks.filter(({ status }) => status === 'failed').map(({ rung }) => rung)
      return { proof: key, at, rungs: [...new Set(failed)] }
    }
    if (acquits(summary)) return null
  }
  return null
}
