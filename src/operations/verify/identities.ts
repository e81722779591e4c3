import { asFailure, Failure } from '../../domain/failure.ts'
import type { Manifest } from '../../domain/manifest.ts'
import type { Ports } from '../../ports/ports.ts'
import { createArtifactReader } from '../../vault/artifact-reader.ts'
import { fromFirstSoundCopy } from '../../vault/copies.ts'
import { keyInside } from '../../vault/layout.ts'
import { openPassphraseIdentity } from '../../vault/sealing.ts'
import { readWhole } from '../../vault/small-objects.ts'
import type { RunReport } from '../run-report.ts'

/**
 * The age identities that open this backup, tried on its smallest artifact. A wrong key is a failed check, and null.
 */
export async function identitiesFor(
  manifest: Manifest,
  folder: string,
  ports: Ports,
  run: RunReport,
): Promise<readonly string[] | null> {
  const started = ports.clock.ticks()
  const check = (failure: Failure | null) =>
    run.check({
      rung: 'intact',
      name: 'key',
      status: failure === null ? 'passed' : 'failed',
      detail:
        failure?.message ??
        (manifest.encryption === 'none' ? 'the backup is not encrypted' : 'the key opens the backup'),
      subjects: failure?.subjects ?? [],
      failure: failure?.kind ?? null,
      ...(failure?.hint === undefined ? {} : { hint: failure.hint }),
      duration: Math.round(ports.clock.ticks() - started),
    })
  try {
    const identities = await findIdentities(manifest, folder, ports)
    const smallest = manifest.sources
      .flatMap((source) => source.artifacts)
      .sort((a, b) => a.storedSize - b.storedSize)[0]
    if (smallest !== undefined) {
      const reader = createArtifactReader({
        stores: ports.stores,
        folder,
        identities,
        spool: ports.spool,
        log: ports.log,
      })
      for await (const _chunk of await reader.open(smallest, 'raw', ports.signal)) void _chunk
    }
    check(null)
    return identities
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'bug' || failure.kind === 'cancelled') throw error
    if (failure.kind !== 'access' && failure.kind !== 'config') {
      // That artifact is damaged or out of reach; whether the others are is found out with them.
      return await findIdentities(manifest, folder, ports)
        .catch(() => null)
        .then((identities) => (identities === null ? (check(failure), null) : identities))
    }
    check(failure)
    return null
  }
}

async function findIdentities(manifest: Manifest, folder: string, ports: Ports): Promise<readonly string[]> {
  const { keys } = ports
  if (manifest.encryption === 'none') return []
  if (manifest.encryption === 'recipients' || manifest.identityKey === null || keys.passphrase === null) {
    if (keys.identities.length > 0) return keys.identities
    throw new Failure(
      'config',
      `the backup is sealed with ${manifest.encryption === 'recipients' ? 'age recipients' : 'a passphrase'}, and no key to open it was given`,
      {
        hint:
          manifest.encryption === 'recipients'
            ? 'Give the verification identity as LIFEBOAT_IDENTITY, or as the input identity or identity-file.'
            : 'Give the passphrase that the environment file names.',
      },
    )
  }
  const { passphrase } = keys
  const { value } = await fromFirstSoundCopy(
    ports.stores,
    keyInside(folder, manifest.identityKey),
    async (store, version) => {
      const sealed = await readWhole(store, keyInside(folder, manifest.identityKey ?? ''), {
        signal: ports.signal,
        ...(version === undefined ? {} : { version }),
      })
      return sealed === null ? null : await openPassphraseIdentity(sealed, passphrase)
    },
    { damages: [], log: ports.log, signal: ports.signal },
  )
  return [value]
}
