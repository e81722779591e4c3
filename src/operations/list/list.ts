import type { BackupId } from '../../domain/backup-id.ts'
import { type CopiesRule, copyPlaces, judgeCopiesRule } from '../../domain/copies-rule.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, type FailureKind } from '../../domain/failure.ts'
import type { Bytes, Instant, Milliseconds } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import { type BackupListing, listBackups, type ListedBackup, readManifest } from '../../vault/backups.ts'
import { digestOf } from '../../vault/digest.ts'
import { listProofs, type ListedProof, readProof } from '../../vault/proofs.ts'

export interface BackupList {
  environment: string
  /** Newest first. */
  backups: BackupRow[]
  /** Stores that could not be asked: there may be backups that only they have. */
  unreachable: string[]
}

export interface BackupRow {
  id: BackupId
  at: Instant
  age: Milliseconds
  label: string | null
  /** Null when the manifest could not be read: see `trouble`. */
  class: 'scheduled' | 'critical' | null
  /** Bytes of one stored copy. */
  size: Bytes | null
  /** Names of the stores that have its manifest. */
  stores: string[]
  /** How the stores that have it stand to the rule of 3-2-1. */
  copies: CopiesRule
  /** The newest proof, whatever it found; null when it was never tried. */
  proof: { at: string; verdict: Verdict } | null
  /** What is wrong with manifest or proof. */
  trouble: { kind: FailureKind; message: string } | null
}

/** Manifests read at once: enough to hide a bucket's latency, few enough for any connection pool. */
const atOnce = 8

/** What could be restored, from manifests and proofs alone. @throws Failure when no store could be asked */
export async function list(environment: Environment, ports: Ports): Promise<BackupList> {
  const { stores, log, signal, clock } = ports
  const name = environment.environment
  const listing: BackupListing = await listBackups(stores, name, { log, signal })
  const newestProof = new Map<BackupId, ListedProof>()
  for (const proof of await listProofs(stores, name, { log, signal })) {
    if (!newestProof.has(proof.backupId)) newestProof.set(proof.backupId, proof)
  }
  const now = clock.now()
  const backups: BackupRow[] = []
  for (let start = 0; start < listing.backups.length; start += atOnce) {
    const some = listing.backups.slice(start, start + atOnce)
    backups.push(
      ...(await Promise.all(
        some.map((backup) => rowOf(backup, newestProof.get(backup.id), environment, ports, now)),
      )),
    )
  }
  return { environment: name, backups, unreachable: [...listing.unreachable.keys()] }
}

async function rowOf(
  { id, at, label, stores }: ListedBackup,
  proof: ListedProof | undefined,
  environment: Environment,
  ports: Ports,
  now: Instant,
): Promise<BackupRow> {
  const row: BackupRow = {
    id,
    at,
    age: now - at,
    label: label ?? null,
    class: null,
    size: null,
    stores,
    copies: judgeCopiesRule(copyPlaces(environment.stores).filter(({ store }) => stores.includes(store))),
    proof: null,
    trouble: null,
  }
  const { log, signal } = ports
  const trust = (publicKey: string | undefined) => ({
    publicKey: publicKey ?? null,
    protected: environment.protected,
    log,
    signal,
  })
  try {
    const name = environment.environment
    const { manifest, bytes } = await readManifest(ports.stores, name, id, trust(environment.signing.backup))
    row.class = manifest.class
    row.size = manifest.sources
      .flatMap((source) => source.artifacts)
      .reduce((sum, artifact) => sum + artifact.storedSize, 0)
    if (proof !== undefined) {
      const read = await readProof(ports.stores, name, proof.key, {
        ...trust(environment.signing.verify),
        manifestSha256: digestOf(bytes).sha256,
      })
      row.proof = { at: read.proof.at, verdict: read.proof.verdict }
    }
  } catch (thrown) {
    signal.throwIfAborted()
    const failure = asFailure(thrown)
    if (failure.kind === 'bug') throw failure
    row.trouble = { kind: failure.kind, message: failure.message }
  }
  return row
}
