import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { Failure } from '../../domain/failure.ts'
import type { Clock } from '../../ports/clock.ts'
import { type AccessToken, askForToken, readToken } from '../web/access-token.ts'

const storageScope = 'https://www.googleapis.com/auth/devstorage.read_write'
/** Impersonation itself takes the wider scope; what it gives has the narrow one. */
const platformScope = 'https://www.googleapis.com/auth/cloud-platform'
const lifetimeSeconds = 3_600

/** A service account, by the JSON of its key. */
export interface ServiceAccount {
  /** `the GCS store backups` */
  where: string
  /** Where the JSON stands, for messages. */
  place: string
  text: string
  clock: Clock
}

/** A signed claim, exchanged for a token. @throws Failure `config` at once when the JSON is no such key */
export function serviceAccountToken({
  where,
  place,
  text,
  clock,
}: ServiceAccount): () => Promise<AccessToken> {
  const { email, keyId, key, tokenUri } = readKey(text, place)
  const whom = 'the token service of Google'
  return async () => {
    const now = Math.floor(clock.now() / 1_000)
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claim = `${part({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${part({
      iss: email,
      scope: storageScope,
      aud: tokenUri,
      iat: now,
      exp: now + lifetimeSeconds,
    })}`
    const signature = sign('sha256', Buffer.from(claim), key).toString('base64url')
    const fields = await askForToken({
      where,
      whom,
      url: tokenUri,
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: `${claim}.${signature}`,
      }),
      hint: 'Look whether the key of the service account still exists, and at the clock of this machine.',
    })
    return readToken(fields, { where, whom }, clock.now())
  }
}

function readKey(
  text: string,
  place: string,
): { email: string; keyId: string; key: KeyObject; tokenUri: string } {
  try {
    const fields = JSON.parse(text) as Record<string, unknown>
    const email = fields['client_email']
    const tokenUri = fields['token_uri'] ?? 'https://oauth2.googleapis.com/token'
    if (typeof email !== 'string' || typeof tokenUri !== 'string') throw new Error('fields are missing')
    const key = createPrivateKey(String(fields['private_key']))
    const keyId = fields['private_key_id']
    return { email, keyId: typeof keyId === 'string' ? keyId : '', key, tokenUri }
  } catch {
    // The cause could quote the key.
    throw new Failure('config', `${place}: the credentials are no JSON of a service account key`, {
      hint: 'Give the whole file that Google made, with client_email and private_key. Better: workload-identity-provider, which needs no key.',
    })
  }
}

/** A pool of Google that trusts GitHub's tokens for this job. */
export interface FederatedIdentity {
  where: string
  /** `projects/123/locations/global/workloadIdentityPools/pool/providers/github` */
  provider: string
  /** E-mail of the service account that is impersonated; null to act as the job itself. */
  serviceAccount: string | null
  stsEndpoint: string
  iamEndpoint: string
  oidcToken: (audience: string) => Promise<string>
  clock: Clock
}

/** The job's OIDC token, exchanged for one of Google, and that, where one is named, for one of a service account. */
export function federatedToken(identity: FederatedIdentity): () => Promise<AccessToken> {
  const { where, provider, serviceAccount, clock } = identity
  return async () => {
    const whom = 'the token service of Google'
    const fields = await askForToken({
      where,
      whom,
      url: new URL('v1/token', identity.stsEndpoint).href,
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: `//iam.googleapis.com/${provider}`,
        scope: serviceAccount === null ? storageScope : platformScope,
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        subject_token: await identity.oidcToken(`https://iam.googleapis.com/${provider}`),
      }),
      hint:
        'Let the provider accept the issuer https://token.actions.githubusercontent.com and the subject of this job, ' +
        'repo:OWNER/REPOSITORY:environment:NAME, and give the job id-token: write.',
    })
    const own = readToken(fields, { where, whom }, clock.now())
    return serviceAccount === null ? own : impersonate(identity, serviceAccount, own.token)
  }
}

async function impersonate(
  { where, iamEndpoint, clock }: FederatedIdentity,
  serviceAccount: string,
  token: string,
): Promise<AccessToken> {
  const whom = 'Google IAM'
  const { accessToken, expireTime } = await askForToken({
    where,
    whom,
    url: new URL(
      `v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`,
      iamEndpoint,
    ).href,
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ scope: [storageScope], lifetime: `${lifetimeSeconds}s` }),
    hint: 'Give the identity of this job roles/iam.workloadIdentityUser on the service account.',
  })
  const expiresAt = Date.parse(String(expireTime))
  return readToken(
    {
      access_token: accessToken,
      expires_in: Number.isNaN(expiresAt) ? lifetimeSeconds : (expiresAt - clock.now()) / 1_000,
    },
    { where, whom },
    clock.now(),
  )
}
