import type { BackupId } from '../domain/backup-id.ts'
import type { Environment } from '../domain/environment/schema.ts'
import type { Proof } from '../domain/proof.ts'
import { rungs } from '../domain/verdict.ts'
import type { Reader } from '../ports/store.ts'
import { readManifest } from './backups.ts'
import { failureOfCopy } from './copies.ts'
import { type ListedProof, listProofs, readProof } from './proofs.ts'
import type { ReadContext } from './signed-records.ts'

export interface ProvenBackup {
  id: BackupId
  proof: Proof
}

/**
 * The first of the backups whose newest believable proof says that its data came back: passed or degraded, by a test that
 * read restored data, signed, and of the manifest that lies there now. A newer proof that failed outweighs an older one.
 * @param ids newest first
 * @throws Failure when no store could be asked for proofs
 */
export async function newestProven(
  stores: readonly Reader[],
  environment: Environment,
  ids: readonly BackupId[],
  context: ReadContext,
): Promise<ProvenBackup | null> {
  const proofs = new Map<BackupId, ListedProof[]>()
  for (const proof of await listProofs(stores, environment.environment, context)) {
    proofs.set(proof.backupId, [...(proofs.get(proof.backupId) ?? []), proof])
  }
  for (const id of ids) {
    const own = proofs.get(id)
    const proof = own === undefined ? null : await judgingProof(stores, environment, id, own, context)
    if (proof !== null && proof.verdict !== 'failed') return { id, proof }
  }
  return null
}

/** The newest proof that can be believed, and that tried to restore. */
async function judgingProof(
  stores: readonly Reader[],
  environment: Environment,
  id: BackupId,
  proofs: readonly ListedProof[],
  context: ReadContext,
): Promise<Proof | null> {
  const { environment: name, signing, protected: isProtected } = environment
  const trust = (publicKey: string | undefined) => ({
    publicKey: publicKey ?? null,
    protected: isProtected,
    ...context,
  })
  try {
    const { sha256 } = await readManifest(stores, name, id, trust(signing.backup))
    for (const { key } of proofs) {
      const options = { ...trust(signing.verify), manifestSha256: sha256 }
      const proof = await readProof(stores, name, key, options).catch((error: unknown) => {
        failureOfCopy(error, context.signal)
        return null
      })
      if (proof !== null && readsData(proof.proof)) return proof.proof
    }
  } catch (error) {
    // What cannot be read, or believed, is not proven.
    failureOfCopy(error, context.signal)
  }
  return null
}

/** Whether it went up to where restored data is read; else nothing is proven to come back. */
export function readsData({ level }: Pick<Proof, 'level'>): boolean {
  return rungs.indexOf(level) >= rungs.indexOf('equal')
}
