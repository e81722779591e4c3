import type { BackupId } from '../domain/backup-id.ts'
import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import { acquits, condemns, type Proof } from '../domain/proof.ts'
import { rungs } from '../domain/verdict.ts'
import type { Lister, Reader } from '../ports/store.ts'
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

/** The newest proof that can be believed, and that tried to restore, or found the backup bad before it came to that. */
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
      if (proof !== null && (readsData(proof.proof) || condemns(proof.proof))) return proof.proof
    }
  } catch (error) {
    // What cannot be read, or believed, is not proven.
    failureOfCopy(error, context.signal)
  }
  return null
}

/** Whoever may write to a store could add files that look like proofs without end. */
const mostRead = 50

/**
 * The restore test that has shown this backup to be bad; null when none has, or when a newer one acquits it.
 * @param manifestSha256 of the manifest that lies there now: data that came back of another acquits nothing
 * @throws Failure when no store could be asked for proofs, and `integrity` when too many lie there to be read
 */
export async function condemningProof(
  stores: readonly (Lister & Reader)[],
  environment: Environment,
  { id, manifestSha256 }: { id: BackupId; manifestSha256: string },
  context: ReadContext,
): Promise<Proof | null> {
  const { environment: name, signing, protected: isProtected } = environment
  const listed = await listProofs(stores, name, { ...context, backupId: id })
  for (const [place, { key }] of listed.entries()) {
    if (place === mostRead) {
      throw new Failure(
        'integrity',
        `it has ${listed.length} proofs, and what the newest say is not believed`,
      )
    }
    const trust = { publicKey: signing.verify ?? null, protected: isProtected, ...context }
    const read = await readProof(stores, name, key, trust).catch((error: unknown) => {
      failureOfCopy(error, context.signal)
      return null
    })
    if (read === null) continue
    const { proof } = read
    if (condemns(proof)) return proof
    if (acquits(proof) && proof.manifestSha256 === manifestSha256) return null
  }
  return null
}

/** Whether it went up to where restored data is read; else nothing is proven to come back. */
export function readsData({ level }: Pick<Proof, 'level'>): boolean {
  return rungs.indexOf(level) >= rungs.indexOf('equal')
}
