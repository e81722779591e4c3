import { Failure } from '../../domain/failure.ts'
import { patiently, type Patience } from '../backoff.ts'

/**
 * Credentials of an AWS role for a token of GitHub's OIDC provider. AssumeRoleWithWebIdentity is one unsigned POST, so
 * this is a plain fetch: a client library for STS would add half a megabyte for it.
 */
export interface WebIdentity {
  /** `the S3 store aws` */
  where: string
  roleArn: string
  region: string
  /** URL of STS; the regional one of AWS by default. */
  endpoint: string | null
  /** Shows up in CloudTrail. */
  sessionName: string
  oidcToken: (audience: string) => Promise<string>
  patience: Patience
}

export interface TemporaryCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  expiration: Date
}

const audience = 'sts.amazonaws.com'
/** The longest that every role allows unless told otherwise. */
const lifetimeSeconds = 3_600
const timeoutMilliseconds = 15_000

/**
 * A source of credentials for the SDK, which keeps them and asks again when they have less than five minutes left. Each
 * time a new token is fetched, since GitHub's live for minutes only.
 */
export function webIdentityCredentials(identity: WebIdentity): () => Promise<TemporaryCredentials> {
  return () =>
    patiently(identity.patience, async () => {
      const token = await identity.oidcToken(audience)
      return readCredentials(await ask(identity, token), identity.where)
    })
}

async function ask(identity: WebIdentity, token: string): Promise<string> {
  let response: Response
  try {
    response = await fetch(identity.endpoint ?? regionalEndpoint(identity.region), {
      method: 'POST',
      // Set here, so that only this body is sent whatever fetch would choose.
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: identity.roleArn,
        RoleSessionName: identity.sessionName,
        WebIdentityToken: token,
        DurationSeconds: String(lifetimeSeconds),
      }).toString(),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
  } catch (cause) {
    throw new Failure('unavailable', `${identity.where}: AWS STS cannot be reached`, { cause })
  }
  const text = await response.text().catch((cause: unknown) => {
    throw new Failure('unavailable', `${identity.where}: the answer of AWS STS broke off`, { cause })
  })
  if (response.ok) return text
  const code = element(text, 'Code') ?? 'no code'
  const what = `${identity.where}: AWS STS did not give the role (${code}, ${response.status})`
  if (response.status >= 500 || response.status === 429 || retriedCodes.has(code))
    throw new Failure('unavailable', what)
  throw new Failure('access', what, {
    hint:
      "Let the role's trust policy accept the provider token.actions.githubusercontent.com with the audience " +
      'sts.amazonaws.com and the subject of this job, repo:OWNER/REPOSITORY:environment:NAME, and give the job id-token: write.',
  })
}

const retriedCodes = new Set(['IDPCommunicationError', 'Throttling', 'ThrottlingException', 'RequestTimeout'])

function readCredentials(text: string, where: string): TemporaryCredentials {
  const accessKeyId = element(text, 'AccessKeyId')
  const secretAccessKey = element(text, 'SecretAccessKey')
  const sessionToken = element(text, 'SessionToken')
  const expiration = new Date(element(text, 'Expiration') ?? '')
  if (!accessKeyId || !secretAccessKey || !sessionToken || Number.isNaN(expiration.getTime())) {
    throw new Failure('unavailable', `${where}: AWS STS gave an answer without credentials`, {
      hint: 'If AWS_ENDPOINT_URL_STS is set, look whether it leads to an STS.',
    })
  }
  return { accessKeyId, secretAccessKey, sessionToken, expiration }
}

/** The text of the first element of this name. STS answers in flat XML, whose values need no more than this. */
function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`)
    .exec(xml)?.[1]
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function regionalEndpoint(region: string): string {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `https://sts.${region}.${domain}/`
}
