import { createHmac, generateKeyPairSync, randomBytes, verify } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { AzureStoreConfig, GcsStoreConfig } from '../../src/domain/environment/schema.ts'
import { Template } from '../../src/domain/environment/template.ts'
import { Failure } from '../../src/domain/failure.ts'
import { silentLog } from '../../src/ports/log.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore, type StoreSurroundings } from '../../src/stores/open.ts'
import { type AzureServer, startAzurite } from '../support/azure/start.ts'
import { startSmallGcs } from '../support/gcs/small-server.ts'
import { fakeClock } from '../support/ports/clock.ts'
import { impatientClock, systemRandom } from '../support/s3/store-options.ts'
import { startStandIn } from '../support/servers/stand-in.ts'

const MiB = 1024 * 1024
const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})

const template = (text: string) => new Template(text, 'environments/test.yml:5 stores[0]')

async function open(
  config: AzureStoreConfig | GcsStoreConfig,
  more: Partial<StoreSurroundings> = {},
): Promise<Store> {
  const store = await openStore(config, {
    variables: {},
    oidcToken: null,
    clock: impatientClock(),
    random: systemRandom,
    log: silentLog,
    runnerIsHosted: true,
    ...more,
  })
  opened.push(store)
  return store
}

function azure(texts: Record<string, string>): AzureStoreConfig {
  return {
    name: 'backups',
    type: 'azure',
    container: template('backups'),
    ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, template(text)])),
  }
}

function gcs(texts: Record<string, string>): GcsStoreConfig {
  return {
    name: 'backups',
    type: 'gcs',
    bucket: template('backups'),
    ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, template(text)])),
  }
}

const azurite = await startAzurite()
afterAll(() => azurite?.[Symbol.asyncDispose]())
for (const server of azurite === null ? [] : [azurite]) onAzurite(server)

function onAzurite(server: AzureServer): void {
  const { endpoint, account, accountKey } = server
  describe('an Azure store on Azurite', () => {
    test.each([
      [
        'a connection string',
        { connectionString: `AccountName=${account};AccountKey=${accountKey};BlobEndpoint=${endpoint};` },
      ],
      ['an account key', { account, accountKey, endpoint }],
    ])('is opened by %s', async (_, texts) => {
      await server.container('backups').catch(() => undefined)
      const store = await open(azure({ ...texts, prefix: `p${randomBytes(4).toString('hex')}` }))
      await store.put('a', Buffer.from('x'))
      expect(await store.stat('a')).toMatchObject({ size: 1 })
      expect(await store.probe()).toMatchObject({ writeOnce: true, mayOverwrite: true, mayDelete: true })
    })

    test('by a signature can do what the signature allows, and no more', async () => {
      await server.container('signed')
      const config = (permissions: string) => ({
        ...azure({ account, endpoint, sasToken: signature(permissions) }),
        container: template('signed'),
      })
      const all = await open(config('racwdl'))
      await all.put('a', Buffer.from('x'))
      await all.put('large', Readable.from([randomBytes(9 * MiB)]))
      expect(await Array.fromAsync(all.list(''))).toHaveLength(2)
      const reader = await open(config('rl'))
      expect(await reader.stat('a')).toMatchObject({ size: 1 })
      await expect(reader.put('b', Buffer.from('x'))).rejects.toMatchObject({ kind: 'access' })
      await expect(reader.remove('a')).rejects.toMatchObject({ kind: 'access' })
      await expect(reader.probe()).rejects.toMatchObject({ kind: 'access' })
      // Creating without writing and deleting is what the writer should have.
      const writer = await open(config('crl'))
      await writer.put('c', Buffer.from('x'))
      await expect(writer.put('c', Buffer.from('y'))).rejects.toMatchObject({
        kind: expect.stringMatching(/refused|access/),
      })
      await expect(writer.remove('c')).rejects.toMatchObject({ kind: 'access' })
      expect(await writer.probe()).toMatchObject({ mayOverwrite: false, mayDelete: false })
    })

    /** Of the container, for an hour, as "Create a service SAS" describes it for the version 2020-12-06. */
    function signature(permissions: string): string {
      const end = `${new Date(Date.now() + 3_600_000).toISOString().slice(0, 19)}Z`
      const version = '2020-12-06'
      const text = [
        permissions,
        '',
        end,
        `/blob/${account}/signed`,
        '',
        '',
        '',
        version,
        'c',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
      ].join('\n')
      const sig = createHmac('sha256', Buffer.from(accountKey, 'base64')).update(text).digest('base64')
      return String(new URLSearchParams({ sp: permissions, se: end, sv: version, sr: 'c', sig }))
    }

    test('with a wrong key is an access failure without the key in it', async () => {
      const wrong = Buffer.from('another key').toString('base64')
      const store = await open(azure({ account, accountKey: wrong, endpoint }))
      const failure: unknown = await store.put('a', Buffer.from('x')).catch((error: unknown) => error)
      expect(failure).toMatchObject({ kind: 'access' })
      expect(JSON.stringify(failure) + String((failure as Error).cause)).not.toContain(wrong)
    })

    test('in a container that does not exist is missing', async () => {
      const store = await open({
        ...azure({ account, accountKey, endpoint }),
        container: template('nowhere'),
      })
      await expect(store.stat('a')).rejects.toMatchObject({ kind: 'missing' })
      await expect(store.get('a')).rejects.toMatchObject({ kind: 'missing' })
      await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject({ kind: 'missing' })
      await expect(Array.fromAsync(store.list(''))).rejects.toMatchObject({ kind: 'missing' })
    })
  })
}

describe("an Azure store with the job's own identity", () => {
  const identity = { tenantId: 'tenant-1', clientId: 'client-1', account: 'shopbackups' }
  /** Blob service and Entra in one; tokens are numbered, and `good` says which ones the service takes. */
  async function start(good: (token: number, now: number) => boolean, lifetime = 3_600) {
    const clock = fakeClock()
    let tokens = 0
    const server = await startStandIn(({ path, headers }) => {
      if (path.endsWith('/oauth2/v2.0/token')) {
        tokens += 1
        return {
          status: 200,
          body: JSON.stringify({ access_token: `token-${tokens}`, expires_in: lifetime }),
        }
      }
      const token = Number(/^Bearer token-(\d+)$/.exec(headers.authorization ?? '')?.[1] ?? 0)
      return good(token, clock.now())
        ? { status: 201 }
        : { status: 401, headers: { 'x-ms-error-code': 'InvalidAuthenticationInfo' } }
    })
    opened.push(server)
    const audiences: string[] = []
    const store = await open(azure({ ...identity, endpoint: server.endpoint }), {
      clock,
      variables: { AZURE_AUTHORITY_HOST: server.endpoint },
      oidcToken: async (audience) => {
        audiences.push(audience)
        return 'oidc-token'
      },
    })
    const exchanges = () => server.asked.filter(({ path }) => path.endsWith('/token'))
    return { store, server, audiences, exchanges, clock }
  }

  test("exchanges the job's token once for as long as the new one lasts", async () => {
    const { store, audiences, exchanges } = await start(() => true)
    await Promise.all(['a', 'b', 'c'].map((key) => store.put(key, Buffer.from('x'))))
    expect(
      exchanges().map(({ path, body }) => [path, Object.fromEntries(new URLSearchParams(body))]),
    ).toEqual([
      [
        '/tenant-1/oauth2/v2.0/token',
        {
          grant_type: 'client_credentials',
          client_id: 'client-1',
          scope: 'https://storage.azure.com/.default',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: 'oidc-token',
        },
      ],
    ])
    expect(audiences).toEqual(['api://AzureADTokenExchange'])
  })

  test('a token that ends during a long upload is replaced, and the upload goes on', async () => {
    const begin = fakeClock().now()
    // Each token is good for the hour in which it was given.
    const { store, exchanges, clock } = await start(
      (token, now) => token === 1 + Math.floor((now - begin) / 3_600_000),
    )
    const body = Readable.from(
      (function* () {
        for (let part = 0; part < 4; part += 1) {
          yield randomBytes(8 * MiB)
          clock.advance(part === 1 ? 3_600_000 : 0)
        }
      })(),
      { objectMode: false },
    )
    expect(await store.put('a', body)).toMatchObject({ size: 32 * MiB })
    expect(exchanges().length).toBeGreaterThan(1)
  })

  test('a token that is taken back before its time is replaced once', async () => {
    const { store, exchanges } = await start((token) => token === 2)
    await store.put('a', Buffer.from('x'))
    expect(exchanges()).toHaveLength(2)
    const refusing = await start(() => false)
    await expect(refusing.store.put('a', Buffer.from('x'))).rejects.toMatchObject({ kind: 'access' })
  })

  test('an identity that Entra does not trust is an access failure with the subject in its hint, and no token in it', async () => {
    const server = await startStandIn(() => ({
      status: 400,
      body: '{"error":"invalid_client","error_description":"oidc-token"}',
    }))
    opened.push(server)
    const store = await open(azure(identity), {
      variables: { AZURE_AUTHORITY_HOST: server.endpoint },
      oidcToken: async () => 'oidc-token',
    })
    const failure: unknown = await store.put('a', Buffer.from('x')).catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind: 'access', hint: expect.stringContaining('repo:OWNER/REPOSITORY') })
    expect(failure instanceof Failure && failure.message + failure.hint).not.toContain('oidc-token')
  })

  test.each<[string, Record<string, string>]>([
    ['no credentials', { account: 'shopbackups' }],
    ['an identity without an OIDC token', identity],
    ['an account that is no name', { account: 'Shop.Backups', sasToken: 'sig=x' }],
    ['half a connection string', { connectionString: 'AccountName=shopbackups' }],
    ['an endpoint that is no URL', { endpoint: 'nowhere', sasToken: 'sig=x' }],
    ['a prefix that leads out', { account: 'shopbackups', sasToken: 'sig=x', prefix: '../x' }],
  ])('with %s is a config failure', async (_, texts) => {
    await expect(open(azure(texts))).rejects.toMatchObject({ kind: 'config' })
  })
})

describe('a GCS store', () => {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const email = 'backups@shop.iam.gserviceaccount.com'

  test('signs a claim with the key of its service account', async () => {
    const tokens = await startStandIn(() => ({ status: 200, body: '{"access_token":"t","expires_in":3600}' }))
    const server = await startSmallGcs({ tokens: (token) => token === 't' })
    opened.push(tokens, server)
    const credentials = JSON.stringify({
      type: 'service_account',
      client_email: email,
      private_key_id: 'k1',
      private_key: pair.privateKey,
      token_uri: `${tokens.endpoint}/token`,
    })
    const store = await open(gcs({ endpoint: server.endpoint, credentials: '${GCS_KEY}' }), {
      variables: { GCS_KEY: credentials },
    })
    await store.put('a', Buffer.from('x'))
    expect(await store.stat('a')).toMatchObject({ size: 1 })
    expect(tokens.asked).toHaveLength(1)
    const assertion = new URLSearchParams(tokens.asked[0]?.body).get('assertion') ?? ''
    const [head = '', claim = '', signature = ''] = assertion.split('.')
    expect(JSON.parse(String(Buffer.from(claim, 'base64url')))).toMatchObject({
      iss: email,
      aud: `${tokens.endpoint}/token`,
    })
    expect(
      verify('sha256', Buffer.from(`${head}.${claim}`), pair.publicKey, Buffer.from(signature, 'base64url')),
    ).toBe(true)
  })

  test.each([false, true])(
    "exchanges the job's token, impersonating a service account: %s",
    async (impersonates) => {
      const provider = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github'
      const google = await startStandIn(({ path }) =>
        path === '/v1/token'
          ? { status: 200, body: '{"access_token":"federated","expires_in":3600}' }
          : {
              status: 200,
              body: JSON.stringify({ accessToken: 'account', expireTime: new Date(Date.now() + 3_600_000) }),
            },
      )
      const server = await startSmallGcs({
        tokens: (token) => token === (impersonates ? 'account' : 'federated'),
      })
      opened.push(google, server)
      const audiences: string[] = []
      const store = await open(
        gcs({
          endpoint: server.endpoint,
          workloadIdentityProvider: provider,
          ...(impersonates && { serviceAccount: email }),
        }),
        {
          variables: {
            CLOUDSDK_API_ENDPOINT_OVERRIDES_STS: `${google.endpoint}/`,
            CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS: `${google.endpoint}/`,
          },
          oidcToken: async (audience) => {
            audiences.push(audience)
            return 'oidc-token'
          },
        },
      )
      await store.put('a', Buffer.from('x'))
      expect(audiences).toEqual([`https://iam.googleapis.com/${provider}`])
      expect(new URLSearchParams(google.asked[0]?.body).get('subject_token')).toBe('oidc-token')
      expect(google.asked.slice(1).map(({ path, headers }) => [path, headers.authorization])).toEqual(
        impersonates
          ? [
              [
                `/v1/projects/-/serviceAccounts/${encodeURIComponent(email)}:generateAccessToken`,
                'Bearer federated',
              ],
            ]
          : [],
      )
    },
  )

  test('a token that ends during a long upload is replaced, and a chunk that was kept in part goes on from there', async () => {
    const clock = fakeClock()
    let given = 0
    const tokens = await startStandIn(() => {
      given += 1
      return { status: 200, body: JSON.stringify({ access_token: `t${given}`, expires_in: 3_600 }) }
    })
    const begin = clock.now()
    const server = await startSmallGcs({
      tokens: (token) => token === `t${1 + Math.floor((clock.now() - begin) / 3_600_000)}`,
      keepsOf: () => 3 * MiB,
    })
    opened.push(tokens, server)
    const credentials = JSON.stringify({
      client_email: email,
      private_key: pair.privateKey,
      token_uri: tokens.endpoint,
    })
    const store = await open(gcs({ endpoint: server.endpoint, credentials: '${KEY}' }), {
      clock,
      variables: { KEY: credentials },
    })
    const bytes = randomBytes(28 * MiB)
    const body = Readable.from(
      (function* () {
        for (let start = 0; start < bytes.length; start += MiB) {
          if (start === 12 * MiB) clock.advance(3_600_000)
          yield bytes.subarray(start, start + MiB)
        }
      })(),
      { objectMode: false },
    )
    await store.put('a', body)
    expect(given).toBe(2)
    expect(server.sessions()).toEqual([])
    const stored = await store.get('a')
    expect(Buffer.concat(await (stored ?? Readable.from([])).toArray()).equals(bytes)).toBe(true)
  })

  test('an upload that is given up is cancelled at the service', async () => {
    const server = await startSmallGcs()
    opened.push(server)
    const store = await open(gcs({ endpoint: server.endpoint }))
    const trouble = new Error('the source broke')
    const body = Readable.from(
      (function* () {
        yield randomBytes(20 * MiB)
        throw trouble
      })(),
      { objectMode: false },
    )
    await expect(store.put('a', body)).rejects.toBe(trouble)
    expect(server.sessions()).toEqual([])
  })

  test('what is held is not removed, and stat says until when', async () => {
    const server = await startSmallGcs()
    opened.push(server)
    const store = await open({
      ...gcs({ endpoint: server.endpoint }),
      objectRetention: { mode: 'unlocked', scheduled: 86_400_000 },
    })
    for (const [key, body] of [
      ['small', Buffer.from('x')],
      ['large', Readable.from([randomBytes(9 * MiB)])],
    ] as const) {
      await store.put(key, body, { retentionClass: 'scheduled' })
      expect((await store.stat(key))?.lockedUntil).toBeGreaterThan(Date.now() + 80_000_000)
      await expect(store.remove(key)).rejects.toMatchObject({ kind: 'refused' })
    }
    await store.put('free', Buffer.from('x'))
    await store.remove('free')
    expect((await Array.fromAsync(store.list(''))).map(({ key }) => key)).toEqual(['large', 'small'])
  })

  test.each<[string, Record<string, string>]>([
    ['no credentials', {}],
    ['a provider without an OIDC token', { workloadIdentityProvider: 'projects/1' }],
    ['credentials that are no key', { credentials: 'not json' }],
    ['an endpoint that is no URL', { endpoint: 'nowhere' }],
  ])('with %s is a config failure that does not show them', async (_, texts) => {
    const failure: unknown = await open(gcs(texts)).catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind: 'config' })
    expect((failure as Error).message).not.toContain('not json')
  })
})

describe('immutability on Azure', () => {
  test('goes with the request that makes the blob, and a held one is refused', async () => {
    const held = { 'x-ms-immutability-policy-until-date': new Date(Date.now() + 86_400_000).toUTCString() }
    const server = await startStandIn(({ method }) =>
      method === 'HEAD' ? { status: 200, headers: held } : { status: 201 },
    )
    opened.push(server)
    const store = await open({
      ...azure({ account: 'shopbackups', endpoint: server.endpoint, sasToken: 'sv=1&sig=secret' }),
      accessTier: 'Cool',
      immutability: { mode: 'locked', scheduled: 86_400_000 },
    })
    await store.put('small', Buffer.from('x'), { retentionClass: 'scheduled' })
    await store.put('large', Readable.from([randomBytes(9 * MiB)]), { retentionClass: 'scheduled' })
    const makers = server.asked.filter(({ headers }) => headers['if-none-match'] === '*')
    expect(makers).toHaveLength(2)
    for (const { headers, path } of makers) {
      expect(headers).toMatchObject({ 'x-ms-immutability-policy-mode': 'locked', 'x-ms-access-tier': 'Cool' })
      expect(Date.parse(String(headers['x-ms-immutability-policy-until-date']))).toBeGreaterThan(Date.now())
      expect(path).toContain('sig=secret')
    }
    await expect(store.remove('small')).rejects.toMatchObject({ kind: 'refused' })
    expect(server.asked.filter(({ method }) => method === 'DELETE')).toEqual([])
  })
})
