import { Failure } from '../../domain/failure.ts'
import type { StoreAbilities } from '../../ports/store.ts'
import { randomName } from '../keys.ts'
import type { Bucket } from './bucket.ts'
import { isDenied, s3Answer } from './errors.ts'

/**
 * The key is the same each time, since credentials that may not delete would otherwise leave one more object with every
 * backup. It lies outside of the environments' own `leases/`, which writers may change: what is allowed here is what is
 * allowed for backups.
 */
const probeKey = 'leases/probe-write-once'
const bytes = Buffer.from('Lifeboat asks with this object what the store enforces.\n')

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
  await cleanUp(bucket, made, signal)
  return { writeOnce, mayOverwrite, mayDelete, versioned }
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
