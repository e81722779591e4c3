import { Failure } from '../../domain/failure.ts'
import type { StoreAbilities } from '../../ports/store.ts'
import { randomName } from '../keys.ts'
import { probeByTrying, probeText } from '../probe.ts'
import type { Bucket } from './bucket.ts'
import { isDenied } from './errors.ts'
import { insert } from './one-upload.ts'

/** Finds out what a bucket and these credentials allow, by trying. */
export async function probeBucket(bucket: Bucket, signal?: AbortSignal): Promise<StoreAbilities> {
  const { random } = bucket.options.patience
  const found = await probeByTrying({
    random,
    put: async (key, conditional) => {
      const resource = { name: bucket.options.prefix + key, contentType: 'text/plain' }
      const mark = randomName(random.bytes(12))
      await insert(
        { bucket, mark, resource, signal },
        probeText,
        conditional ? { ifGenerationMatch: '0' } : {},
      )
    },
    remove: async (key) => {
      await bucket.json({ method: 'DELETE', key, permission: 'storage.objects.delete', signal })
    },
    isDenied,
    deniedFailure: () =>
      new Failure('access', `${bucket.where}: these credentials may not put new objects`, {
        hint: 'Allow storage.objects.create on the bucket to these credentials.',
      }),
  })
  return { ...found, ...(await settings(bucket, signal)) }
}

async function settings(
  bucket: Bucket,
  signal: AbortSignal | undefined,
): Promise<{ versioned: boolean | null; locks: boolean | null }> {
  try {
    const found = await bucket.json({
      method: 'GET',
      query: { fields: 'versioning,retentionPolicy,objectRetention' },
      permission: 'storage.buckets.get',
      signal,
    })
    const versioning = found['versioning']
    const enabled: unknown =
      versioning !== null && typeof versioning === 'object' && 'enabled' in versioning
        ? versioning.enabled
        : false
    return {
      versioned: enabled === true,
      locks: found['retentionPolicy'] !== undefined || found['objectRetention'] !== undefined,
    }
  } catch (error) {
    if (error instanceof Failure && error.kind === 'access') return { versioned: null, locks: null }
    throw error
  }
}
