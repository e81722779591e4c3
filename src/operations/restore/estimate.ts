import type { Environment } from '../../domain/environment/schema.ts'
import { parseLedgerEvent } from '../../domain/ledger.ts'
import type { Manifest } from '../../domain/manifest.ts'
import type { Milliseconds } from '../../domain/units.ts'
import { type ReadManifest, readManifest } from '../../vault/backups.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { ledgerFolder } from '../../vault/layout.ts'
import { listProofs, readProof } from '../../vault/proofs.ts'
import { readWhole } from '../../vault/small-objects.ts'
import type { RestorePorts } from './restore-input.ts'

export interface Estimate {
  time: Milliseconds
  /** What it rests on, as it follows the word "from". */
  basis: string
}

/** Events and proofs looked at, the newest ones: older ones tell of other sizes and machines. */
const mostEvents = 40
const mostProofs = 5

/** How long a restore of this backup takes, as far as earlier ones tell; null when nothing does. */
export async function estimateTime(
  environment: Environment,
  read: ReadManifest,
  ports: RestorePorts,
): Promise<Estimate | null> {
  return (await fromRestores(environment, read, ports)) ?? (await fromProofs(environment, read, ports))
}

/** An earlier restore of this environment, by its bytes. */
async function fromRestores(
  { environment }: Environment,
  { manifest }: ReadManifest,
  { stores, signal }: RestorePorts,
): Promise<Estimate | null> {
  for (const store of stores) {
    try {
      const keys: string[] = []
      for await (const { key } of store.list(ledgerFolder(environment), signal)) {
        if (key.endsWith('.json')) keys.push(key)
      }
      for (const key of keys.slice(-mostEvents).reverse()) {
        const bytes = await readWhole(store, key, { signal })
        if (bytes === null) continue
        const { type, outcome, details, at } = parseLedgerEvent(bytes.toString())
        if (type !== 'restore' || outcome.verdict === 'failed') continue
        const { duration, bytes: restored } = details
        if (typeof duration !== 'number' || typeof restored !== 'number' || restored === 0) continue
        const time = Math.round((duration * plainSize(manifest)) / restored)
        return { time, basis: `the restore of ${at.slice(0, 10)}, by size` }
      }
      return null
    } catch (error) {
      failureOfCopy(error, signal)
    }
  }
  return null
}

/** The newest proof that has a time, by the size of what it restored. */
async function fromProofs(
  environment: Environment,
  read: ReadManifest,
  { stores, log, signal }: RestorePorts,
): Promise<Estimate | null> {
  const name = environment.environment
  const trust = (publicKey: string | undefined) => ({
    publicKey: publicKey ?? null,
    protected: false,
    log,
    signal,
  })
  try {
    const proofs = await listProofs(stores, name, { log, signal })
    for (const { key, backupId } of proofs.slice(0, mostProofs)) {
      try {
        const { proof } = await readProof(stores, name, key, trust(environment.signing.verify))
        const time = proof.rto.estimate ?? proof.rto.laboratory
        if (time === null) continue
        const { manifest } =
          backupId === read.manifest.id
            ? read
            : await readManifest(stores, name, backupId, trust(environment.signing.backup))
        const scale = plainSize(manifest) === 0 ? 1 : plainSize(read.manifest) / plainSize(manifest)
        const kind = proof.rto.estimate === null ? 'a laboratory' : 'a laboratory, for a durable server'
        return {
          time: Math.round(time * scale),
          basis: `the proof of ${proof.at.slice(0, 10)} in ${kind} with ${proof.hardware.cores} cores, by size`,
        }
      } catch (error) {
        failureOfCopy(error, signal)
      }
    }
  } catch (error) {
    failureOfCopy(error, signal)
  }
  return null
}

function plainSize(manifest: Manifest): number {
  return manifest.sources
    .flatMap((source) => source.artifacts)
    .reduce((sum, artifact) => sum + artifact.plainSize, 0)
}
