import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Reader, Store } from '../../ports/store.ts'
import { digestOf } from '../../vault/digest.ts'
import { failureOfCopy, inEachStore, throwIfCancelled } from '../../vault/copies.ts'
import { parseLedgerKey, signatureKey } from '../../vault/layout.ts'
import { readEvent } from '../../vault/ledger-read.ts'
import { readProof } from '../../vault/proofs.ts'
import { putSigned } from '../../vault/signed-records.ts'
import { readWhole } from '../../vault/small-objects.ts'
import type { Group } from '../../vault/store-comparison.ts'
import { trustedKeys } from '../ledger/trusted-keys.ts'

/**
 * Copies a proof or an event of the ledger, with its signature, to stores that lack it; only what can be believed.
 * @returns why a store did not take it, by its name
 * @throws Failure when no store has one to be believed
 */
export async function copyRecord(
  environment: Environment,
  group: Group,
  { holders, targets }: { holders: readonly Store[]; targets: readonly Store[] },
  ports: Ports,
): Promise<Map<string, Failure>> {
  const { signal } = ports
  const key = group.place
  const { bytes, signature } = await (group.kind === 'proof'
    ? soundProof(environment, key, holders, ports)
    : soundEvent(environment, key, holders, ports))
  const failures = await inEachStore(targets, async (store) => {
    // What is there already is compared with these bytes, and is not written again.
    await putSigned(store, key, bytes, signature?.toString() ?? null, signal)
  })
  throwIfCancelled(signal)
  return failures
}

interface SoundRecord {
  bytes: Buffer
  signature: Buffer | null
}

async function soundProof(
  environment: Environment,
  key: string,
  holders: readonly Reader[],
  { log, signal }: Ports,
): Promise<SoundRecord> {
  const { signing, protected: isProtected } = environment
  const trust = { publicKey: signing.verify ?? null, protected: isProtected, log, signal }
  const read = await readProof(holders, environment.environment, key, trust)
  const holder = holders.find(({ name }) => name === read.store)
  const signature =
    read.signature ??
    (holder === undefined ? null : await readWhole(holder, signatureKey(key), { signal }, 65_536))
  return { bytes: read.bytes, signature }
}

async function soundEvent(
  environment: Environment,
  key: string,
  holders: readonly Reader[],
  { signal }: Ports,
): Promise<SoundRecord> {
  const name = environment.environment
  const id = parseLedgerKey(name, key) ?? ''
  let failure = new Failure('missing', `no store has ${key}`)
  for (const store of holders) {
    try {
      const read = await readEvent(store, name, id, signal, (type) => trustedKeys(environment, type))
      if (read === null) continue
      if (read.trust !== null) throw new Failure('integrity', `${key} cannot be believed: ${read.trust}`)
      const bytes = await readWhole(store, key, { signal })
      if (bytes === null || digestOf(bytes).sha256 !== read.sha256) continue
      return { bytes, signature: await readWhole(store, signatureKey(key), { signal }, 65_536) }
    } catch (error) {
      failure = failureOfCopy(error, signal)
    }
  }
  throw failure
}
