import type { GcsStoreConfig } from '../../domain/environment/schema.ts'
import type { Template } from '../../domain/environment/template.ts'
import { Failure } from '../../domain/failure.ts'
import { folderOf } from '../folder.ts'
import type { StoreSurroundings } from '../open.ts'
import { type TokenSource, tokenSource } from '../web/access-token.ts'
import { isPlainUrl } from '../web/http.ts'
import type { GcsStoreOptions } from './bucket.ts'
import { federatedToken, serviceAccountToken } from './tokens.ts'

const publicEndpoint = 'https://storage.googleapis.com'

/** What the environment file says of a GCS store, with its variables filled in. @throws Failure `config` */
export function gcsOptions(config: GcsStoreConfig, surroundings: StoreSurroundings): GcsStoreOptions {
  const { variables, clock, random, log } = surroundings
  const resolve = (template: Template | undefined) => template?.resolve(variables)
  const endpoint = resolve(config.endpoint) ?? null
  if (endpoint !== null) checkEndpoint(endpoint, config)
  const retention = config.objectRetention
  return {
    name: config.name,
    bucket: config.bucket.resolve(variables),
    prefix: folderOf(resolve(config.prefix) ?? '', config.prefix?.place ?? config.name),
    endpoint: endpoint ?? publicEndpoint,
    tokens: tokens(config, endpoint !== null, surroundings),
    storageClass: config.storageClass ?? null,
    lock:
      retention === undefined
        ? null
        : {
            mode: retention.mode,
            periods: { scheduled: retention.scheduled ?? null, critical: retention.critical ?? null },
          },
    patience: { clock, random },
    log,
  }
}

function tokens(
  config: GcsStoreConfig,
  isEmulator: boolean,
  { variables, oidcToken, clock, random }: StoreSurroundings,
): TokenSource | null {
  const where = `the GCS store ${config.name}`
  const fail = (message: string, hint: string) => new Failure('config', `${where} ${message}`, { hint })
  const patience = { clock, random }
  if (config.credentials !== undefined) {
    const text = config.credentials.resolve(variables)
    return tokenSource(patience, serviceAccountToken({ where, place: config.credentials.place, text, clock }))
  }
  if (config.workloadIdentityProvider !== undefined) {
    if (oidcToken === null) {
      throw fail(
        'has a workload-identity-provider, but this run has no OIDC token',
        'Give the job permissions: id-token: write. Outside of GitHub Actions use credentials.',
      )
    }
    return tokenSource(
      patience,
      federatedToken({
        where,
        provider: config.workloadIdentityProvider.resolve(variables).replace(/^\/+/, ''),
        serviceAccount: config.serviceAccount?.resolve(variables) ?? null,
        // The names that Google's own tools use.
        stsEndpoint: variables['CLOUDSDK_API_ENDPOINT_OVERRIDES_STS'] || 'https://sts.googleapis.com/',
        iamEndpoint:
          variables['CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS'] ||
          'https://iamcredentials.googleapis.com/',
        oidcToken,
        clock,
      }),
    )
  }
  if (isEmulator) return null
  throw fail(
    'has no credentials',
    'Give credentials (the JSON of a service account key), or workload-identity-provider.',
  )
}

function checkEndpoint(endpoint: string, config: GcsStoreConfig): void {
  if (!isPlainUrl(endpoint)) {
    throw new Failure('config', `${config.endpoint?.place ?? config.name}: the endpoint is no plain URL`, {
      hint: 'Write it as https://host or https://host:port, without the bucket.',
    })
  }
}
