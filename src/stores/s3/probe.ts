import { Failure } from '../../domain/failure.ts'
import type { StoreAbilities } from '../../ports/store.ts'
import { randomName } from '../keys.ts'
import { probeKey, probeText as bytes } from '../probe.ts'
import type { Bucket } from './bucket.ts'
import { isDenied, s3Answer } from './errors.ts'

/** Finds out what a bucket and these credentials allow, by trying. */
export async function probeBucket(bucket: Bucket, signal?: AbortSignal): Promise<StoreAbilities> {
  const made: Made[] = []
  const first = await tryPut(bucket, probeKey, true, made, signal)
  // An object must be there before overwriting it can be tried.
  const outcome = first === 'unknown' ? await tryPut(bucket, probeKey, false, made, signal) : first
  if (outcome === 'denied') {
    throw new Failure('access', `${bucket.where}: these credentials may not put new objects`, {
      hint: 'Allow s3:PutObject on the bucket and its keys to these credentials.',
    })
  }
  const writeOnce =
    first === 'refused' || (first === 'made' && (await refusesToOverwrite(bucket, made, signal)))
  bucket.honoursConditions = writeOnce
  const mayOverwrite = (await tryPut(bucket, probeKey, false, made, signal)) === 'made'
  const mayDelete = await tryDelete(bucket, probeKey, made, signal)
  const versioned = await isVersioned(bucket, made, signal)
  const locks = await hasLocks(bucket, signal)
  await cleanUp(bucket, made, signal)
  return { writeOnce, mayOverwrite, mayDelete, versioned, ...(locks !== undefined && { locks }) }
}

/** Undefined where the service has no such thing. */
async function hasLocks(
  bucket: Bucket,
  signal: AbortSignal | undefined,
): Promise<boolean | null | undefined> {
  if (bucket.options.service === 'r2') return undefined
  try {
    const { ObjectLockConfiguration } = await bucket.request(
      { permission: 's3:GetBucketObjectLockConfiguration', signal },
      (client, options) =>
        client.send(
          new bucket.sdk.GetObjectLockConfigurationCommand({ Bucket: bucket.options.bucket }),
          options,
        ),
    )
    return ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled'
  } catch (error) {
    const { status } = s3Answer(error instanceof Failure ? error.cause : undefined)
    if (status === 403) return null
    // Without a configuration it is 404; a service that does not know the question has no locks.
    if (status === 404) return false
    if (status === 400 || status === 405 || status === 501) return undefined
    throw error
  }
}

/** What the probe brought about, so that it can be removed. */
interface Made {
  key: string
  version: string | undefined
}

/** `unknown`: the service does not know the condition. */
type Outcome = 'made' | 'refused' | 'denied' | 'unknown'

async function tryPut(
  bucket: Bucket,
  key: string,
  conditional: boolean,
  made: Made[],
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  try {
    const { VersionId } = await bucket.request(
      { permission: 's3:PutObject', conditional: true, signal },
      (client, options) =>
        client.send(
          new bucket.sdk.PutObjectCommand({
            ...bucket.place(key),
            ...bucket.digests(bytes),
            ...bucket.encryption,
            Body: bytes,
            ContentLength: bytes.length,
            ...(conditional && { IfNoneMatch: '*' }),
          }),
          options,
        ),
    )
    made.push({ key, version: VersionId })
    return 'made'
  } catch (error) {
    if (error instanceof Failure && error.kind === 'refused') return 'refused'
    if (isDenied(error)) return 'denied'
    if (conditional && error instanceof Failure && s3Answer(error.cause).status === 501) return 'unknown'
    throw error
  }
}

/**
 * The probe's object was new, so putting it again must be refused. If it was not, another run's probe may have removed
 * it in between: a key of our own gives the answer then.
 */
async function refusesToOverwrite(
  bucket: Bucket,
  made: Made[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if ((await tryPut(bucket, probeKey, true, made, signal)) === 'refused') return true
  const own = `leases/probe-${randomName(bucket.options.patience.random.bytes(8))}`
  await tryPut(bucket, own, true, made, signal)
  return (await tryPut(bucket, own, true, made, signal)) === 'refused'
}

async function tryDelete(
  bucket: Bucket,
  key: string,
  made: Made[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    const { VersionId, DeleteMarker } = await bucket.request(
      { permission: 's3:DeleteObject', signal },
      (client, options) => client.send(new bucket.sdk.DeleteObjectCommand(bucket.place(key)), options),
    )
    if (DeleteMarker === true) made.push({ key, version: VersionId })
    return true
  } catch (error) {
    if (error instanceof Failure && (error.kind === 'access' || error.kind === 'config')) return false
    throw error
  }
}

async function isVersioned(
  bucket: Bucket,
  made: Made[],
  signal: AbortSignal | undefined,
): Promise<boolean | null> {
  if (made.some(({ version }) => version !== undefined && version !== 'null')) return true
  try {
    const { Status } = await bucket.request(
      { permission: 's3:GetBucketVersioning', signal },
      (client, options) =>
        client.send(new bucket.sdk.GetBucketVersioningCommand({ Bucket: bucket.options.bucket }), options),
    )
    return Status === 'Enabled'
  } catch (error) {
    const { status } = s3Answer(error instanceof Failure ? error.cause : undefined)
    if (status === 403) return null
    // A service that does not know the question has no versions.
    if (status === 501 || status === 405) return false
    throw error
  }
}

/** As far as these credentials may. */
async function cleanUp(bucket: Bucket, made: Made[], signal: AbortSignal | undefined): Promise<void> {
  for (const { key, version } of made) {
    try {
      await bucket.request({ permission: 's3:DeleteObjectVersion', signal }, (client, options) =>
        client.send(
          new bucket.sdk.DeleteObjectCommand({
            ...bucket.place(key),
            ...(version !== undefined && { VersionId: version }),
          }),
          options,
        ),
      )
    } catch (error) {
      if (error instanceof Failure && error.kind === 'cancelled') throw error
    }
  }
}
