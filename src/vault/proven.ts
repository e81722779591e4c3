import type { BackupId } from '../domain/backup-id.ts'
import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import { type Judgement, judgementOf, type Proof } from '../domain/proof.ts'
import type { Reader } from '../ports/store.ts'
import { readManifest } from './backups.ts'
import { failureOfCopy } from './copies.ts'
import { type ListedProof, readProof } from './proofs.ts'
import type { ReadContext } from './signed-records.ts'

export interface ProvenBackup {
  id: BackupId
  proof: Proof
}

/**
 * The first of the backups whose data came back, by the newest restore test that says anything of it: one that read restored
 * data, signed, and of the manifest that lies there now. One that condemns it outweighs what was found before.
 * @param ids newest first
 * @param listed the proofs that lie there, newest first
 */
export async function newestProven(
  stores: readonly Reader[],
  environment: Environment,
  ids: readonly BackupId[],
  listed: readonly ListedProof[],
  context: ReadContext,
): Promise<ProvenBackup | null> {
  const { environment: name, signing, protected: isProtected } = environment
  const trust = { publicKey: signing.backup ?? null, protected: isProtected, ...context }
  const tried = new Set(listed.map(({ backupId }) => backupId))
  for (const id of ids) {
    if (!tried.has(id)) continue
    try {
      const { sha256 } = await readManifest(stores, name, id, trust)
      const backup = { id, manifestSha256: sha256 }
      const { word, proof } = await judge(stores, environment, backup, listed, context)
      if (word === 'acquitted') return { id, proof }
    } catch (error) {
      // What cannot be read, or believed, is not proven.
      failureOfCopy(error, context.signal)
    }
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
  const { word, proof } = await judge(stores, environment, backup, listed, context)
  return word === 'condemned' ? proof : null
}

function judge(
  stores: readonly Reader[],
  environment: Environment,
  { id, manifestSha256 }: { id: BackupId; manifestSha256: string },
  listed: readonly ListedProof[],
  context: ReadContext,
): Promise<Judgement<Proof>> {
  const own = listed.filter(({ backupId }) => backupId === id)
  return judgementOf(believable(stores, environment, own, context), manifestSha256)
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
