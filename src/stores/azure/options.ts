import type { AzureStoreConfig } from '../../domain/environment/schema.ts'
import type { Template } from '../../domain/environment/template.ts'
import { Failure } from '../../domain/failure.ts'
import { folderOf } from '../folder.ts'
import type { StoreSurroundings } from '../open.ts'
import { tokenSource } from '../web/access-token.ts'
import { isPlainUrl } from '../web/http.ts'
import { type Authorization, bearer, sharedAccessSignature, sharedKey } from './authorization.ts'
import type { AzureStoreOptions } from './container.ts'
import { entraToken } from './entra.ts'

/** What the environment file says of an Azure store, with its variables filled in. @throws Failure `config` */
export function azureOptions(config: AzureStoreConfig, surroundings: StoreSurroundings): AzureStoreOptions {
  const { variables, clock, random, log } = surroundings
  const resolve = (template: Template | undefined) => template?.resolve(variables)
  const connection = readConnectionString(resolve(config.connectionString), config)
  const account = connection.account ?? resolve(config.account) ?? null
  const endpoint = resolve(config.endpoint) ?? connection.endpoint ?? publicEndpoint(account, config)
  checkEndpoint(endpoint, config)
  return {
    name: config.name,
    container: config.container.resolve(variables),
    prefix: folderOf(resolve(config.prefix) ?? '', config.prefix?.place ?? config.name),
    endpoint,
    authorization: authorization(config, account, connection, surroundings),
    accessTier: config.accessTier ?? null,
    lock:
      config.immutability === undefined
        ? null
        : {
            mode: config.immutability.mode,
            periods: {
              scheduled: config.immutability.scheduled ?? null,
              critical: config.immutability.critical ?? null,
            },
          },
    patience: { clock, random },
    log,
  }
}

function authorization(
  config: AzureStoreConfig,
  account: string | null,
  connection: Connection,
  { variables, oidcToken, clock, random }: StoreSurroundings,
): Authorization {
  const key = connection.key ?? config.accountKey?.resolve(variables)
  if (key !== undefined) {
    if (account === null) throw fail(config, 'has an account-key without an account', 'Name the account.')
    return sharedKey(account, Buffer.from(key, 'base64'))
  }
  const signature = connection.signature ?? config.sasToken?.resolve(variables)
  if (signature !== undefined) return sharedAccessSignature(signature)
  const tenant = config.tenantId?.resolve(variables) ?? variables['AZURE_TENANT_ID'] ?? ''
  const client = config.clientId?.resolve(variables) ?? variables['AZURE_CLIENT_ID'] ?? ''
  if (tenant === '' || client === '') {
    throw fail(
      config,
      'has no credentials',
      'Give connection-string, account-key or sas-token; or tenant-id and client-id of an application that trusts this job.',
    )
  }
  if (oidcToken === null) {
    throw fail(
      config,
      'has a client-id, but this run has no OIDC token',
      'Give the job permissions: id-token: write. Outside of GitHub Actions use a sas-token or an account-key.',
    )
  }
  const patience = { clock, random }
  return bearer(
    tokenSource(
      patience,
      entraToken({
        where: `the Azure store ${config.name}`,
        authority: variables['AZURE_AUTHORITY_HOST'] || 'https://login.microsoftonline.com',
        tenant,
        client,
        oidcToken,
        clock,
      }),
    ),
  )
}

interface Connection {
  account?: string | undefined
  key?: string | undefined
  signature?: string | undefined
  endpoint?: string | undefined
}

/** `AccountName=…;AccountKey=…;EndpointSuffix=…`, as the portal shows it. */
function readConnectionString(text: string | undefined, config: AzureStoreConfig): Connection {
  if (text === undefined) return {}
  const parts = new Map(
    text
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]),
  )
  const account = parts.get('AccountName')
  const connection = {
    account,
    key: parts.get('AccountKey'),
    signature: parts.get('SharedAccessSignature'),
    endpoint:
      parts.get('BlobEndpoint') ??
      (account === undefined
        ? undefined
        : `${parts.get('DefaultEndpointsProtocol') ?? 'https'}://${account}.blob.${parts.get('EndpointSuffix') ?? 'core.windows.net'}`),
  }
  if (
    connection.endpoint === undefined ||
    (connection.key === undefined && connection.signature === undefined)
  ) {
    throw new Failure(
      'config',
      `${config.connectionString?.place ?? config.name}: the connection string is not whole`,
      {
        hint: 'It names AccountName and AccountKey, or BlobEndpoint and SharedAccessSignature.',
      },
    )
  }
  return connection
}

function publicEndpoint(account: string | null, config: AzureStoreConfig): string {
  if (account === null) throw fail(config, 'has no account', 'Give account, endpoint or connection-string.')
  if (!/^[a-z0-9]{3,24}$/.test(account)) {
    throw fail(config, 'has an account that is no name', 'Accepted: 3 to 24 lower-case letters and digits.')
  }
  return `https://${account}.blob.core.windows.net`
}

function checkEndpoint(endpoint: string, config: AzureStoreConfig): void {
  if (!isPlainUrl(endpoint)) {
    throw new Failure('config', `${config.endpoint?.place ?? config.name}: the endpoint is no plain URL`, {
      hint: 'Write it as https://ACCOUNT.blob.core.windows.net, without the container; a signature goes into sas-token.',
    })
  }
}

function fail(config: AzureStoreConfig, message: string, hint: string): Failure {
  return new Failure('config', `the Azure store ${config.name} ${message}`, { hint })
}
