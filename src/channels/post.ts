import { Failure } from '../domain/failure.ts'

export interface Posting {
  /** Often a secret by itself, which stands in no message. */
  url: string
  /** Names the other side to people: `Slack`. */
  who: string
  body: string
  method?: 'POST' | 'PUT'
  headers?: Readonly<Record<string, string>>
  /** How many bytes of the answer are read; 64 KiB by default, as what answers an alert is short. */
  most?: number
  signal: AbortSignal
}

export interface Answer {
  status: number
  /** Its beginning. */
  text: string
}

const usuallyRead = 65_536

/**
 * Posts a body, JSON by default, follows nowhere (whoever redirects would be handed the secrets too), and gives an answer that says yes.
 * @throws Failure `config` when the other side refuses, `unavailable` when it does not answer or has no time. Causes are
 * left out: they name the address
 */
export async function post({
  url,
  who,
  body,
  method = 'POST',
  headers,
  most = usuallyRead,
  signal,
}: Posting): Promise<Answer> {
  const address = addressOf(url, who)
  signal.throwIfAborted()
  let response: Response
  let text: string
  try {
    response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'lifeboat', ...headers },
      body,
      redirect: 'manual',
      signal,
    })
    text = await beginningOf(response, most)
  } catch {
    if (signal.aborted) throw late(who)
    throw new Failure('unavailable', `${who} could not be reached`, {
      hint: 'Check the address, and whether this machine may reach it.',
    })
  }
  const { status } = response
  if (status >= 200 && status < 300) return { status, text }
  if (status === 408 || status === 429 || status >= 500) {
    throw new Failure('unavailable', `${who} answered with ${status}`)
  }
  if (status >= 300 && status < 400) {
    throw new Failure('config', `${who} answered with ${status}: a redirect, which is not followed`, {
      hint: 'Give the address that it leads to.',
    })
  }
  throw new Failure(
    status === 401 || status === 403 ? 'access' : 'config',
    `${who} refused the message with ${status}`,
    {
      hint: 'Check its address and its credentials in the environment file; `lifeboat notify test` tries channels.',
    },
  )
}

/** @throws Failure `config` */
export function addressOf(text: string, who: string): URL {
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '') {
    throw new Failure('config', `the address of ${who} is no http or https address without a user in it`, {
      hint: 'Give the whole URL that the service shows.',
    })
  }
  return url
}

export function late(who: string): Failure {
  return new Failure('unavailable', `${who} did not answer in time`)
}

async function beginningOf(response: Response, most: number): Promise<string> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size >= most) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, most)
}
