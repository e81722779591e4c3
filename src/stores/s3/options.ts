import { Failure } from '../../domain/failure.ts'
import type { StorageClass } from '@aws-sdk/client-s3'
import type { S3StoreConfig } from '../../domain/environment/schema.ts'
import type { Template } from '../../domain/environment/template.ts'
import type { Log } from '../../ports/log.ts'
import type { Patience } from '../backoff.ts'
import { folderOf } from '../folder.ts'
import type { LockRule } from '../locks.ts'
import type { StoreSurroundings } from '../open.ts'
import type { PartBuffers } from '../upload/part-buffers.ts'
import { checkAbilities, regionOf, type S3Service, serviceOf } from './services.ts'
import { webIdentityCredentials, type TemporaryCredentials } from './web-identity.ts'

export interface S3StoreOptions {
  name: string
  bucket: string
  /** Empty, or a folder that ends in `/`. */
  prefix: string
  region: string
  /** URL of the service; null for AWS. */
  endpoint: string | null
  /** Bucket in the path rather than the host name. */
  pathStyle: boolean
  /** Null for the SDK's own chain: environment, profile files, containers, instance roles. */
  credentials: StaticCredentials | (() => Promise<TemporaryCredentials>) | null
  /**
   * How bodies are protected on their way, besides the digest in the signature. AWS keeps the SHA-256 with the object;
   * other services do not all know it, but Content-MD5 is as old as S3.
   */
  checksum: 'sha256' | 'md5'
  service: S3Service
  /** Null for the bucket's own. */
  storageClass: StorageClass | null
  sse: 'AES256' | 'aws:kms' | null
  kmsKeyId: string | null
  lock: LockRule<'governance' | 'compliance'> | null
  patience: Patience
  log: Log
  /** Memory of uploads; that of the process by default. */
  buffers?: PartBuffers
}

export interface StaticCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}

/** What the environment file says of an S3 store, with its variables filled in. @throws Failure `config` */
export function s3Options(config: S3StoreConfig, surroundings: StoreSurroundings): S3StoreOptions {
  const { variables } = surroundings
  const resolve = (template: Template | undefined) => template?.resolve(variables)
  const endpoint =
    resolve(config.endpoint) ??
    given(variables['AWS_ENDPOINT_URL_S3']) ??
    given(variables['AWS_ENDPOINT_URL']) ??
    null
  const service = serviceOf(endpoint)
  checkAbilities(service, config)
  const region =
    resolve(config.region) ??
    regionOf(service, endpoint) ??
    given(variables['AWS_REGION']) ??
    given(variables['AWS_DEFAULT_REGION']) ??
    'us-east-1'
  const bucket = config.bucket.resolve(variables)
  if (endpoint !== null) checkEndpoint(endpoint, bucket, config)
  return {
    name: config.name,
    bucket,
    prefix: folderOf(resolve(config.prefix) ?? '', config.prefix?.place ?? config.name),
    region,
    endpoint,
    pathStyle: config.pathStyle ?? endpoint !== null,
    credentials: credentials(config, region, surroundings),
    checksum: endpoint === null ? 'sha256' : 'md5',
    service,
    storageClass: (config.storageClass ?? null) as StorageClass | null,
    sse: config.sse ?? null,
    kmsKeyId: resolve(config.kmsKeyId) ?? null,
    lock:
      config.objectLock === undefined
        ? null
        : {
            mode: config.objectLock.mode,
            periods: {
              scheduled: config.objectLock.scheduled ?? null,
              critical: config.objectLock.critical ?? null,
            },
          },
    patience: { clock: surroundings.clock, random: surroundings.random },
    log: surroundings.log,
  }
}

function credentials(
  config: S3StoreConfig,
  region: string,
  { variables, oidcToken, clock, random }: StoreSurroundings,
): S3StoreOptions['credentials'] {
  const fail = (message: string, hint: string) =>
    new Failure('config', `the S3 store ${config.name} ${message}`, { hint })
  if ((config.accessKeyId === undefined) !== (config.secretAccessKey === undefined)) {
    throw fail('has one half of a key', 'Give both access-key-id and secret-access-key, or neither.')
  }
  if (config.roleArn !== undefined) {
    if (config.accessKeyId !== undefined) {
      throw fail(
        'has both a key and a role-arn',
        'Give a key or a role-arn; the role is assumed with the OIDC token.',
      )
    }
    if (oidcToken === null) {
      throw fail(
        'has a role-arn, but this run has no OIDC token',
        'Give the job permissions: id-token: write. Outside of GitHub Actions use a key or an AWS profile.',
      )
    }
    return webIdentityCredentials({
      where: `the S3 store ${config.name}`,
      roleArn: config.roleArn.resolve(variables),
      // Services other than AWS have regions that STS does not know.
      region: config.endpoint === undefined && /^[a-z]{2,}-[a-z-]+-\d+$/.test(region) ? region : 'us-east-1',
      endpoint: given(variables['AWS_ENDPOINT_URL_STS']) ?? null,
      sessionName: sessionName(variables),
      oidcToken,
      patience: { clock, random },
    })
  }
  if (config.accessKeyId !== undefined && config.secretAccessKey !== undefined) {
    const sessionToken = config.sessionToken?.resolve(variables)
    return {
      accessKeyId: config.accessKeyId.resolve(variables),
      secretAccessKey: config.secretAccessKey.resolve(variables),
      ...(sessionToken !== undefined && { sessionToken }),
    }
  }
  // Taken from here rather than by the SDK, since secrets may have been taken out of the process's environment.
  const accessKeyId = given(variables['AWS_ACCESS_KEY_ID'])
  const secretAccessKey = given(variables['AWS_SECRET_ACCESS_KEY'])
  const sessionToken = given(variables['AWS_SESSION_TOKEN'])
  if (accessKeyId === undefined || secretAccessKey === undefined) return null
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) }
}

/** `lifeboat-1234567890-1`: leads from CloudTrail to the run. */
function sessionName(variables: StoreSurroundings['variables']): string {
  const run = [given(variables['GITHUB_RUN_ID']), given(variables['GITHUB_RUN_ATTEMPT'])].filter(
    (part) => part !== undefined && /^\d+$/.test(part),
  )
  return ['lifeboat', ...run].join('-')
}

function checkEndpoint(endpoint: string, bucket: string, config: S3StoreConfig): void {
  const fail = (message: string, hint: string) =>
    new Failure('config', `${config.endpoint?.place ?? 'AWS_ENDPOINT_URL_S3'}: ${message}`, { hint })
  const url = URL.parse(endpoint)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw fail('the endpoint is no URL', 'Write it as https://host or https://host:port.')
  }
  if (url.username !== '' || url.password !== '') {
    throw fail('the endpoint holds credentials', 'Give them as access-key-id and secret-access-key.')
  }
  if (url.pathname.replaceAll('/', '') === bucket) {
    throw fail(
      'the endpoint holds the bucket',
      'Leave the bucket out of the endpoint; it has a key of its own.',
    )
  }
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value
}
