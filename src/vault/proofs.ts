import type { BackupId } from '../domain/backup-id.ts'
import { Failure } from '../domain/failure.ts'
import { type Proof, parseProof } from '../domain/proof.ts'
import type { Instant } from '../domain/units.ts'
import type { Lister, Reader } from '../ports/store.ts'
import { failureOfCopy } from './copies.ts'
import { parseProofKey, proofKey, proofsFolder } from './layout.ts'
import {
  type ReadContext,
  type SignedRecord,
  type Trust,
  type WriteContext,
  type WrittenRecord,
  readSigned,
  writeSigned,
} from './signed-records.ts'

/**
 * Stores a proof, with its signature.
 * @param context with all stores of the environment, also those that lack the backup: a proof may lie where it does not
 * @throws Failure when none took it
 */
export async function writeProof(proof: Proof, at: Instant, context: WriteContext): Promise<WrittenRecord> {
  const { environment, backupId } = proof
  const key = await freeKey(proof, at, context)
  return writeSigned(
    {
      key,
      comment: proofComment(key),
      value: proof,
      what: 'proof',
      check: (text) => checkPlace(parseProof(text), environment, backupId),
    },
    context,
  )
}

/** Keys have whole seconds: a second proof of the same second takes the next one. */
async function freeKey(proof: Proof, at: Instant, { stores, signal }: WriteContext): Promise<string> {
  for (let second = 0; ; second += 1) {
    const key = proofKey(proof.environment, proof.backupId, at + second * 1_000)
    const taken = await Promise.all(stores.map((store) => isTaken(store, key, signal)))
    if (!taken.includes(true) || second === 60) return key
  }
}

async function isTaken(store: Reader, key: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await store.stat(key, signal)) !== null
  } catch (error) {
    failureOfCopy(error, signal)
    return false // the put will say what is wrong with this store
  }
}

export interface ListedProof {
  key: string
  backupId: BackupId
  /** As in the key: `20261121T101500Z`. */
  time: string
}

/** Every proof that some store has, newest first; of one backup, or of all. @throws Failure when no store could be asked */
export async function listProofs(
  stores: readonly Lister[],
  environment: string,
  context: ReadContext & { backupId?: BackupId },
): Promise<ListedProof[]> {
  const found = new Map<string, ListedProof>()
  const failures: Failure[] = []
  await Promise.all(
    stores.map(async (store) => {
      try {
        for await (const { key } of store.list(proofsFolder(environment, context.backupId), context.signal)) {
          const parsed = parseProofKey(environment, key)
          if (parsed !== null) found.set(key, { key, ...parsed })
        }
      } catch (error) {
        const failure = failureOfCopy(error, context.signal)
        failures.push(failure)
        context.log.warning(`store ${store.name} could not be listed: ${failure.message}`)
      }
    }),
  )
  if (failures[0] !== undefined && failures.length === stores.length) throw failures[0]
  return [...found.values()].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))
}

export interface ReadProof extends Omit<SignedRecord<Proof>, 'value'> {
  proof: Proof
}

/**
 * A proof, checked for origin and place. @throws Failure as `readSigned` does, and `integrity` when it speaks of another
 * manifest than the one given
 */
export async function readProof(
  stores: readonly Reader[],
  environment: string,
  key: string,
  options: Trust & ReadContext & { manifestSha256?: string },
): Promise<ReadProof> {
  const place = parseProofKey(environment, key)
  if (place === null) throw new Failure('missing', `${key} is no place of a proof of ${environment}`)
  const parse = (text: string): Proof => {
    const proof = checkPlace(parseProof(text), environment, place.backupId)
    if (options.manifestSha256 !== undefined && proof.manifestSha256 !== options.manifestSha256) {
      throw new Failure('integrity', `the proof at ${key} speaks of another manifest`)
    }
    return proof
  }
  const { value, ...read } = await readSigned(stores, key, proofComment(key), options, parse, options)
  return { ...read, proof: value }
}

function checkPlace(proof: Proof, environment: string, backupId: BackupId): Proof {
  if (proof.environment !== environment || proof.backupId !== backupId) {
    throw new Failure('integrity', `the proof at the place of ${backupId} is that of another backup`)
  }
  return proof
}

/** What a proof's signature is for: its key names environment, backup and time. */
function proofComment(key: string): string {
  return `lifeboat proof ${key.replace(/\.json$/, '')}`
}
