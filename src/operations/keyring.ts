import { asFailure, Failure } from '../domain/failure.ts'
import type { Manifest } from '../domain/manifest.ts'
import type { CheckStatus } from '../domain/verdict.ts'
import type { Ports } from '../ports/ports.ts'
import type { Reader, Store } from '../ports/store.ts'
import { aesOpener } from '../vault/aes-sealing.ts'
import { ageOpener, openPassphraseIdentity } from '../vault/age-sealing.ts'
import { createArtifactReader } from '../vault/artifact-reader.ts'
import { fromFirstSoundCopy } from '../vault/copies.ts'
import { digestOf } from '../vault/digest.ts'
import { recipientOf } from '../vault/keys.ts'
import { keyInside } from '../vault/layout.ts'
import { nothingSealed, type Opener } from '../vault/sealing.ts'
import { readWhole } from '../vault/small-objects.ts'
import type { RunReport } from './run-report.ts'

export interface Keyring {
  /** Opens the backup's artifacts; null when nothing does, and `failure` says why. */
  opener: Opener | null
  failure: Failure | null
  /** The run's own mistake: the key given, or its absence, says nothing about the backup. */
  keyIsWrong: boolean
}

/**
 * What opens this backup, tried on its smallest artifact. A key that does not fit is a failed check.
 * @param stores those that have the backup
 */
export async function keyringFor(
  manifest: Manifest,
  folder: string,
  stores: readonly Store[],
  ports: Ports,
  run: RunReport,
): Promise<Keyring> {
  const started = ports.clock.ticks()
  const check = (failure: Failure | null, status: CheckStatus = failure === null ? 'passed' : 'failed') =>
    run.check({
      rung: 'intact',
      name: 'key',
      status,
      detail:
        failure?.message ??
        (manifest.encryption === 'none' ? 'the backup is not encrypted' : 'the key opens the backup'),
      subjects: failure?.subjects ?? [],
      failure: status === 'failed' ? (failure?.kind ?? null) : null,
      ...(failure?.hint === undefined ? {} : { hint: failure.hint }),
      duration: Math.round(ports.clock.ticks() - started),
    })
  let opener: Opener | null = null
  try {
    opener = await findOpener(manifest, folder, stores, ports)
    const smallest = manifest.sources
      .flatMap((source) => source.artifacts)
      .sort((a, b) => a.storedSize - b.storedSize)[0]
    if (smallest !== undefined) {
      const { spool, log, signal } = ports
      const reader = createArtifactReader({ stores, folder, opener, spool, log })
      for await (const _chunk of await reader.open(smallest, 'raw', signal)) void _chunk
    }
    check(null)
    return { opener, failure: null, keyIsWrong: false }
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'bug' || failure.kind === 'cancelled') throw error
    // That artifact is damaged or out of reach; whether the others are is found out with them.
    const keyIsWrong = failure.kind === 'access' || failure.kind === 'config'
    if (opener !== null && !keyIsWrong) {
      check(failure, 'skipped')
      return { opener, failure: null, keyIsWrong }
    }
    check(failure)
    return { opener: null, failure, keyIsWrong }
  }
}

async function findOpener(
  manifest: Manifest,
  folder: string,
  stores: readonly Store[],
  ports: Ports,
): Promise<Opener> {
  const { passphrase, identities } = ports.keys
  const { encryption, identityKey } = manifest
  if (encryption === 'none') return nothingSealed
  if (encryption === 'passphrase-aes-256-gcm') {
    if (passphrase !== null) return aesOpener(passphrase)
  } else {
    if (passphrase !== null && identityKey !== null) {
      return ageOpener([await readIdentity(manifest, identityKey, passphrase, folder, stores, ports)])
    }
    // With a passphrase too: whoever has opened the sealed identity by hand may give what was in it.
    if (identities.length > 0) return ageOpener(identities)
  }
  const sealedWith = encryption === 'recipients' ? 'age recipients' : 'a passphrase'
  throw new Failure('config', `the backup is sealed with ${sealedWith}, and no key to open it was given`, {
    hint:
      encryption === 'recipients'
        ? 'Give an identity that opens it as LIFEBOAT_IDENTITY, or as the input identity or identity-file.'
        : 'Give the passphrase that the environment file names.',
  })
}

/** The identity of this backup that the passphrase opens. */
async function readIdentity(
  manifest: Manifest,
  identityKey: string,
  passphrase: string,
  folder: string,
  stores: readonly Store[],
  ports: Ports,
): Promise<string> {
  const sealed = await readSealedIdentity(manifest, identityKey, folder, stores, ports)
  const identity = await openPassphraseIdentity(sealed, passphrase)
  if (!manifest.recipients.includes(await recipientOf(identity))) {
    throw new Failure('integrity', `${identityKey} holds the identity of another backup`)
  }
  return identity
}

/** The identity as it is sealed with the passphrase, from the first store that has it as the manifest says. */
export async function readSealedIdentity(
  manifest: Manifest,
  identityKey: string,
  folder: string,
  stores: readonly Reader[],
  { log, signal }: Pick<Ports, 'log' | 'signal'>,
  whenLost?: string,
): Promise<Buffer> {
  const { value } = await fromFirstSoundCopy(
    stores,
    keyInside(folder, identityKey),
    (store, version) => sealedIdentityIn(store, version, manifest, folder, signal),
    { damages: [], whenLost, log, signal },
  )
  return value
}

/** The passphrase-sealed identity of a store is there, and is the manifest's. @throws Failure `missing` or `integrity` */
export async function demandSealedIdentity(
  store: Reader,
  manifest: Manifest,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  if ((await sealedIdentityIn(store, undefined, manifest, folder, signal)) === null) {
    throw new Failure('missing', `store ${store.name} has no ${manifest.identityKey}`)
  }
}

async function sealedIdentityIn(
  store: Reader,
  version: string | undefined,
  { identityKey, identitySha256 }: Manifest,
  folder: string,
  signal: AbortSignal,
): Promise<Buffer | null> {
  const key = keyInside(folder, identityKey ?? '')
  const sealed = await readWhole(store, key, { signal, ...(version === undefined ? {} : { version }) })
  if (sealed !== null && identitySha256 !== undefined && digestOf(sealed).sha256 !== identitySha256) {
    throw new Failure('integrity', `${key} is damaged: its SHA-256 is not the one in the manifest`)
  }
  return sealed
}
