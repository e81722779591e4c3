import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** An account of the in-repo server. */
export interface Account {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}

export interface SignatureProblem {
  code:
    | 'AccessDenied'
    | 'InvalidAccessKeyId'
    | 'SignatureDoesNotMatch'
    | 'RequestTimeTooSkewed'
    | 'InvalidToken'
  status: 403
}

const skewMilliseconds = 15 * 60_000

/** Checks an AWS Signature Version 4 in the Authorization header, as AWS's documentation describes it. */
export function checkSignature(
  request: IncomingMessage,
  url: URL,
  accounts: readonly Account[],
): { account: Account } | SignatureProblem {
  const deny = (code: SignatureProblem['code']): SignatureProblem => ({ code, status: 403 })
  const header = request.headers.authorization ?? ''
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      header,
    )
  if (!match) return deny('AccessDenied')
  const [, keyId = '', day = '', region = '', signedHeaders = '', signature = ''] = match
  const account = accounts.find(({ accessKeyId }) => accessKeyId === keyId)
  if (!account) return deny('InvalidAccessKeyId')
  const names = signedHeaders.split(';')
  const time = String(request.headers['x-amz-date'] ?? '')
  if (!names.includes('host') || !names.includes('x-amz-date') || !time.startsWith(day))
    return deny('AccessDenied')
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(at - Date.now()) < skewMilliseconds)) return deny('RequestTimeTooSkewed')
  // A header that decides what the request does must not be changed on its way.
  const unsigned = Object.keys(request.headers).find(
    (name) => name.startsWith('x-amz-') && !names.includes(name),
  )
  if (unsigned !== undefined) return deny('AccessDenied')
  if ((request.headers['x-amz-security-token'] ?? undefined) !== account.sessionToken)
    return deny('InvalidToken')
  const canonical = [
    request.method,
    (request.url ?? '').split('?')[0],
    [...url.searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...names.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replaceAll(/ +/g, ' ')}`,
    ),
    '',
    signedHeaders,
    request.headers['x-amz-content-sha256'],
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${account.secretAccessKey}`),
  )
  const expected = hmac(key, text)
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
    ? { account }
    : deny('SignatureDoesNotMatch')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
