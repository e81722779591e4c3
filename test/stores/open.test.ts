import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { StoreConfig } from '../../src/domain/environment/schema.ts'
import { Template } from '../../src/domain/environment/template.ts'
import { Failure } from '../../src/domain/failure.ts'
import { silentLog } from '../../src/ports/log.ts'
import { openStore, type StoreSurroundings } from '../../src/stores/open.ts'
import { type SmallServer, startSmallServer } from '../support/s3/small-server.ts'
import { impatientClock, systemRandom } from '../support/s3/store-options.ts'

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})

const template = (text: string) => new Template(text, 'environments/test.yml:5 stores[0]')

function surroundings(more: Partial<StoreSurroundings> = {}): StoreSurroundings {
  return {
    variables: {},
    oidcToken: null,
    clock: impatientClock(),
    random: systemRandom,
    log: silentLog,
    runnerIsHosted: false,
    ...more,
  }
}

async function open(config: StoreConfig, more: Partial<StoreSurroundings> = {}) {
  const store = await openStore(config, surroundings(more))
  opened.push(store)
  return store
}

describe('a local store', () => {
  const local = (path: string, ephemeral = false): StoreConfig => ({
    name: 'disk',
    type: 'local',
    path: template(path),
    ephemeral,
  })

  test('lies where its resolved path says', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lifeboat-open-'))
    opened.push({ [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) })
    const store = await open(local('${WHERE}/inner'), { variables: { WHERE: folder } })
    await store.put('a', Buffer.from('x'))
    expect(await readdir(join(folder, 'inner'))).toContain('a')
    expect(store).toMatchObject({ name: 'disk', kind: 'local', ephemeral: false })
  })

  test('on a machine that is thrown away it is a config failure, unless it says that it is ephemeral', async () => {
    await expect(open(local('backups'), { runnerIsHosted: true })).rejects.toMatchObject({ kind: 'config' })
    expect(await open(local('backups', true), { runnerIsHosted: true })).toMatchObject({ ephemeral: true })
  })

  test('a variable that is not set is a config failure that names it', async () => {
    await expect(open(local('${NOWHERE}'))).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining('NOWHERE'),
    })
  })
})

describe('an S3 store', () => {
  const account = { accessKeyId: 'open-test', secretAccessKey: 'open-test-secret' }
  const s3 = (
    more: Partial<
      Record<
        'endpoint' | 'region' | 'prefix' | 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'roleArn',
        string
      >
    >,
  ): StoreConfig => ({
    name: 'bucket',
    type: 's3',
    bucket: template('backups'),
    ...Object.fromEntries(Object.entries(more).map(([key, text]) => [key, template(text)])),
  })

  async function start(accounts: SmallServer['options']['accounts'] = [account]): Promise<SmallServer> {
    const server = await startSmallServer({ accounts })
    server.bucket('backups')
    opened.push(server)
    return server
  }

  test('is opened with the keys, endpoint and prefix of the environment file', async () => {
    const { endpoint } = await start()
    const config = s3({
      endpoint: '${S3_ENDPOINT}',
      prefix: '/shop/',
      accessKeyId: '${S3_KEY}',
      secretAccessKey: '${S3_SECRET}',
    })
    const store = await open(config, {
      variables: { S3_ENDPOINT: endpoint, S3_KEY: account.accessKeyId, S3_SECRET: account.secretAccessKey },
    })
    await store.put('a/b', Buffer.from('x'))
    expect(await store.stat('a/b')).toMatchObject({ size: 1 })
    const whole = await open(
      s3({ endpoint, accessKeyId: account.accessKeyId, secretAccessKey: account.secretAccessKey }),
    )
    expect(await whole.stat('shop/a/b')).toMatchObject({ size: 1 })
  })

  test("without keys takes AWS's own variables, with a session token", async () => {
    const session = { ...account, sessionToken: 'session-token' }
    const { endpoint } = await start([session])
    const store = await open(s3({}), {
      variables: {
        AWS_ENDPOINT_URL_S3: endpoint,
        AWS_ACCESS_KEY_ID: session.accessKeyId,
        AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
        AWS_SESSION_TOKEN: session.sessionToken,
      },
    })
    expect(await store.put('a', Buffer.from('x'))).toMatchObject({ size: 1 })
  })

  test.each<[string, Parameters<typeof s3>[0]]>([
    ['half a key', { accessKeyId: 'a' }],
    ['a key and a role', { accessKeyId: 'a', secretAccessKey: 'b', roleArn: 'arn:aws:iam::1:role/x' }],
    ['a role without an OIDC token', { roleArn: 'arn:aws:iam::1:role/x' }],
    ['an endpoint that is no URL', { endpoint: 'storage.example.com' }],
    ['an endpoint with the bucket in it', { endpoint: 'https://storage.example.com/backups' }],
    ['an endpoint with credentials in it', { endpoint: 'https://a:b@storage.example.com' }],
    ['a prefix that leads out', { prefix: 'a/../..' }],
  ])('with %s is a config failure', async (_, more) => {
    await expect(open(s3(more))).rejects.toMatchObject({ kind: 'config' })
  })

  describe("with a role, by GitHub's OIDC token", () => {
    const role = { accessKeyId: 'role-key', secretAccessKey: 'role-secret', sessionToken: 'role-token' }

    async function startSts(
      answer: (asked: URLSearchParams, nth: number) => { status: number; body: string },
    ) {
      const asked: URLSearchParams[] = []
      const server = createServer((request, response) => {
        const chunks: Buffer[] = []
        request.on('data', (chunk: Buffer) => chunks.push(chunk))
        request.on('end', () => {
          asked.push(new URLSearchParams(String(Buffer.concat(chunks))))
          const { status, body } = answer(asked.at(-1) ?? new URLSearchParams(), asked.length)
          response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
        })
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      opened.push({
        [Symbol.asyncDispose]: async () => {
          server.closeAllConnections()
          server.close()
        },
      })
      return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
    }

    const given = (lifetime: number) => ({
      status: 200,
      body: `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
        <AccessKeyId>${role.accessKeyId}</AccessKeyId><SecretAccessKey>${role.secretAccessKey}</SecretAccessKey>
        <SessionToken>${role.sessionToken}</SessionToken><Expiration>${new Date(Date.now() + lifetime).toISOString()}</Expiration>
        </Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
    })
    const refused = (code: string, status = 400) => ({
      status,
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code></Error></ErrorResponse>`,
    })

    async function openWithRole(answer: Parameters<typeof startSts>[0]) {
      const { endpoint } = await start([role])
      const sts = await startSts(answer)
      const audiences: string[] = []
      const store = await open(s3({ endpoint, roleArn: 'arn:aws:iam::123456789012:role/writer' }), {
        variables: { AWS_ENDPOINT_URL_STS: sts.url, GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '1' },
        oidcToken: async (audience) => {
          audiences.push(audience)
          return `oidc-token-${audiences.length}`
        },
      })
      return { store, asked: sts.asked, audiences }
    }

    test('assumes it once for as long as the credentials last', async () => {
      const { store, asked, audiences } = await openWithRole(() => given(3_600_000))
      await Promise.all(['a', 'b', 'c'].map((key) => store.put(key, Buffer.from('x'))))
      expect(await store.stat('a')).toMatchObject({ size: 1 })
      expect(asked.map((one) => Object.fromEntries(one))).toEqual([
        {
          Action: 'AssumeRoleWithWebIdentity',
          Version: '2011-06-15',
          RoleArn: 'arn:aws:iam::123456789012:role/writer',
          RoleSessionName: 'lifeboat-42-1',
          WebIdentityToken: 'oidc-token-1',
          DurationSeconds: '3600',
        },
      ])
      expect(audiences).toEqual(['sts.amazonaws.com'])
    })

    test('assumes it again with a new token before the credentials expire', async () => {
      const { store, asked } = await openWithRole((_, nth) => given(nth === 1 ? 60_000 : 3_600_000))
      await store.put('a', Buffer.from('x'))
      await store.put('b', Buffer.from('x'))
      await store.put('c', Buffer.from('x'))
      expect(asked.map((one) => one.get('WebIdentityToken'))).toEqual(['oidc-token-1', 'oidc-token-2'])
    })

    test('tries again while STS is away', async () => {
      const { store, asked } = await openWithRole((_, nth) =>
        nth <= 2 ? refused('IDPCommunicationError') : given(3_600_000),
      )
      expect(await store.put('a', Buffer.from('x'))).toMatchObject({ size: 1 })
      expect(asked).toHaveLength(3)
    })

    test('a role that is not given is an access failure with the trust policy in its hint, and no token in it', async () => {
      const { store, asked } = await openWithRole(() => refused('AccessDenied', 403))
      const failure: unknown = await store.put('a', Buffer.from('x')).catch((error: unknown) => error)
      expect(failure).toMatchObject({ kind: 'access', hint: expect.stringContaining('trust policy') })
      expect(failure instanceof Failure && failure.message + failure.hint).not.toContain('oidc-token')
      expect(asked).toHaveLength(1)
    })

    test('the failure of the token itself comes out as it is', async () => {
      const { endpoint } = await start([role])
      const store = await open(s3({ endpoint, roleArn: 'arn:aws:iam::1:role/x' }), {
        oidcToken: () => Promise.reject(new Failure('access', 'no id-token permission')),
      })
      await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject({
        kind: 'access',
        message: 'no id-token permission',
      })
    })
  })
})
