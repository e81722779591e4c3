import { Failure } from '../../domain/failure.ts'
import type { StoreAbilities } from '../../ports/store.ts'
import { probeByTrying, probeText } from '../probe.ts'
import type { Container } from './container.ts'
import { isDenied } from './errors.ts'

/** Finds out what a container and these credentials allow, by trying. */
export async function probeContainer(container: Container, signal?: AbortSignal): Promise<StoreAbilities> {
  let versioned: boolean | null = null
  const found = await probeByTrying({
    random: container.options.patience.random,
    put: async (key, conditional) => {
      const { headers } = await container.command({
        method: 'PUT',
        key,
        headers: { 'x-ms-blob-type': 'BlockBlob', ...(conditional && { 'if-none-match': '*' }) },
        body: probeText,
        permission: 'create new blobs',
        conditional: true,
        signal,
      })
      versioned = headers['x-ms-version-id'] !== undefined
    },
    remove: async (key) => {
      await container.command({ method: 'DELETE', key, permission: 'delete', signal })
    },
    isDenied,
    deniedFailure: () =>
      new Failure('access', `${container.where}: these credentials may not put new objects`, {
        hint: 'Give them a role or a signature that allows to create blobs in the container.',
      }),
  })
  return { ...found, versioned, locks: await hasLocks(container, signal) }
}

async function hasLocks(container: Container, signal: AbortSignal | undefined): Promise<boolean | null> {
  try {
    const { headers } = await container.command({
      method: 'HEAD',
      query: { restype: 'container' },
      permission: 'read the properties of the container',
      signal,
    })
    return (
      headers['x-ms-immutable-storage-with-versioning-enabled'] === 'true' ||
      headers['x-ms-has-immutability-policy'] === 'true'
    )
  } catch (error) {
    if (error instanceof Failure && error.kind === 'access') return null
    throw error
  }
}
