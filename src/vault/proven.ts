import type { BackupId } from '../domain/backup-id.ts'
import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import { condemnationOf, condemns, type Proof } from '../domain/proof.ts'
import { asksForData } from '../domain/verdict.ts'
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
      if (proof !== null && (asksForData(proof.proof.level) || condemns(proof.proof))) return proof.proof
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
 * @param backup with the digest of the manifest that lies there now
 * @param listed the proofs that lie there, newest first; those of other backups are passed over
 * @throws Failure `integrity` when too many lie there to be read
 */
export async function condemningProof(
  stores: readonly Reader[],
  environment: Environment,
  backup: { id: BackupId; manifestSha256: string },
  listed: readonly ListedProof[],
  context: ReadContext,
): Promise<Proof | null> {
  const own = listed.filter(({ backupId }) => backupId === backup.id)
  return condemnationOf(believable(stores, environment, own, context), backup.manifestSha256)
}

async function* believable(
  stores: readonly Reader[],
  { environment: name, signing, protected: isProtected }: Environment,
  listed: readonly ListedProof[],
  context: ReadContext,
): AsyncGenerator<Proof> {
  const trust = { publicKey: signing.verify ?? null, protected: isProtected, ...context }
  for (const [place, { key }] of listed.entries()) {
    if (place === mostRead) {
      throw new Failure(
        'integrity',
        `it has ${listed.length} proofs, and what the newest say is not believed`,
      )
    }
    const read = await readProof(stores, name, key, trust).catch((error: unknown) => {
      failureOfCopy(error, context.signal)
      return null
    })
    if (read !== null) yield read.proof
  }
}
