import { Failure } from '../domain/failure.ts'
import type { Log } from '../ports/log.ts'
import type { PutOptions, Reader, Store } from '../ports/store.ts'
import { type Damage, failureOfCopy, fromFirstSoundCopy, inEachStore, throwIfCancelled } from './copies.ts'
import { digestOf } from './digest.ts'
import { signatureKey } from './layout.ts'
import { checkSignature, sign } from './signing.ts'
import { putOnce, readWhole } from './small-objects.ts'

/** Whom to believe. */
export interface Trust {
  /** `ed25519:…` of whoever writes such records; null when none is configured. */
  publicKey: string | null
  /** A protected environment believes nothing unsigned. */
  protected: boolean
}

export interface ReadContext {
  log: Log
  signal: AbortSignal
}

export interface SignedRecord<T> {
  value: T
  bytes: Buffer
  sha256: string
  /** True when its signature was checked with the configured key. */
  signed: boolean
  /** The signature that was checked; null when none was. */
  signature: Buffer | null
  /** The store that served it. */
  store: string
  /** What was wrong with copies that came before it. */
  damages: Damage[]
}

/**
 * Reads a record from the first store that has it whole and genuine.
 * @param comment what its signature must be for
 * @param parse @throws Failure `integrity` when the text is not the record that its key says
 * @throws Failure `integrity` when it is unsigned although a key is configured or the environment is protected
 */
export async function readSigned<T>(
  stores: readonly Reader[],
  key: string,
  comment: string,
  trust: Trust,
  parse: (text: string) => T,
  context: ReadContext,
): Promise<SignedRecord<T>> {
  const { publicKey } = trust
  if (publicKey === null && trust.protected) {
    throw new Failure('integrity', `${key} cannot be believed: no public signing key is configured`, {
      hint: 'The environment is protected: put the public keys under "signing" in its file, as lifeboat keygen prints them.',
    })
  }
  const damages: Damage[] = []
  const { value, store } = await fromFirstSoundCopy(
    stores,
    key,
    async (from, version) => {
      const bytes = await readWhole(from, key, {
        signal: context.signal,
        ...(version === undefined ? {} : { version }),
      })
      if (bytes === null) return null
      let signature: Buffer | null = null
      if (publicKey !== null) {
        const checked = await checkAgainstStored(from, key, bytes, publicKey, comment, context.signal)
        if (checked.damage !== null) damages.push(checked.damage)
        signature = checked.signature
      }
      return { bytes, signature, value: parse(bytes.toString()) }
    },
    { damages, ...context },
  )
  if (publicKey === null) {
    context.log.notice(`${key} was not checked for its origin: no public signing key is configured`)
  }
  const { sha256 } = digestOf(value.bytes)
  return { ...value, sha256, signed: publicKey !== null, store: store.name, damages }
}

/**
 * Holds bytes to the signature in the same store, or to an older version of it when the newest does not fit: then with
 * what is wrong with the newest.
 */
async function checkAgainstStored(
  store: Reader,
  key: string,
  bytes: Buffer,
  publicKey: string,
  comment: string,
  signal: AbortSignal,
): Promise<{ signature: Buffer; damage: Damage | null }> {
  const check = (signature: Buffer): void => checkSignature(bytes, signature.toString(), publicKey, comment)
  const newest = await readWhole(store, signatureKey(key), { signal }, largestSignature)
  let failure = new Failure('integrity', `${key} is not signed, although a signing key is configured`)
  if (newest !== null) {
    try {
      check(newest)
      return { signature: newest, damage: null }
    } catch (error) {
      failure = failureOfCopy(error, signal)
    }
  }
  const versions = await store.versions(signatureKey(key), signal)
  for (const { version } of versions.slice(0, 10)) {
    const older = await readWhole(store, signatureKey(key), { signal, version }, largestSignature)
    if (older === null) continue
    try {
      check(older)
      const problem = newest === null ? 'missing' : 'damaged'
      const damage = { store: store.name, key: signatureKey(key), problem, failure } as const
      return { signature: older, damage: { ...damage, olderVersionServed: true } }
    } catch (error) {
      failureOfCopy(error, signal)
    }
  }
  throw failure
}

const largestSignature = 65_536

/** Where a record goes, and who signs it. */
export interface WriteContext extends ReadContext {
  stores: readonly Store[]
  /** `ed25519-secret:…` of the role that writes it, or null to leave it unsigned. */
  signingKey: string | null
}

/** A record on its way into the stores. */
export interface RecordToWrite {
  key: string
  /** What its signature is for. */
  comment: string
  value: unknown
  /** `manifest`, for messages. */
  what: string
  /** Reads what is about to be written. @throws Failure when nobody could use it later */
  check: (text: string) => void
  keep?: Pick<PutOptions, 'retentionClass'>
}

export interface WrittenRecord {
  key: string
  bytes: Buffer
  sha256: string
  /** Names of the stores that now have it. */
  stores: string[]
  failures: Map<string, Failure>
}

/** Signs a record and stores it in every store that answers. @throws Failure when none took it */
export async function writeSigned(record: RecordToWrite, context: WriteContext): Promise<WrittenRecord> {
  const { key, what } = record
  const { stores, signingKey, log, signal } = context
  const { bytes, signature } = encodeSigned(record.value, signingKey, record.comment)
  record.check(bytes.toString())
  const failures = await inEachStore(stores, (store) =>
    putSigned(store, key, bytes, signature, signal, record.keep),
  )
  for (const [store, failure] of failures) {
    log.warning(`store ${store} did not take the ${what}: ${failure.message}`)
  }
  const written = stores.map((store) => store.name).filter((name) => !failures.has(name))
  // Once one store has it, it exists, even if the run was stopped just then.
  if (written.length === 0) {
    throwIfCancelled(signal)
    throw [...failures.values()][0] ?? new Failure('bug', `there is no store to write the ${what} to`)
  }
  return { key, bytes, sha256: digestOf(bytes).sha256, stores: written, failures }
}

/** Writes the signature first, then the record: whoever sees the record finds it signed. */
export async function putSigned(
  store: Store,
  key: string,
  bytes: Uint8Array,
  signature: string | null,
  signal: AbortSignal,
  keep: Pick<PutOptions, 'retentionClass'> = {},
): Promise<void> {
  if (signature !== null) await putOnce(store, signatureKey(key), Buffer.from(signature), signal, keep)
  await putOnce(store, key, bytes, signal, keep)
}

/** The bytes of a record as JSON for people, and its signature when there is a key. */
export function encodeSigned(
  value: unknown,
  secretKey: string | null,
  comment: string,
): { bytes: Buffer; signature: string | null } {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  return { bytes, signature: secretKey === null ? null : sign(bytes, secretKey, comment) }
}
