import { post } from './post.ts'

export interface PushgatewayOptions {
  url: string
  /** Value of the label `job`; a plain name. */
  job: string
  credentials: { user: string; password: string } | null
}

/**
 * Puts the figures of one environment in the place of those that it had there.
 * @param text in the text format 0.0.4
 * @throws Failure `config`, `access` or `unavailable`, without the address
 */
export async function pushMetrics(
  text: string,
  environment: string,
  { url, job, credentials }: PushgatewayOptions,
  signal: AbortSignal,
): Promise<void> {
  const basic =
    credentials === null
      ? null
      : Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')
  await post({
    url: `${url.replace(/\/+$/, '')}/metrics/job/${job}/environment/${environment}`,
    who: 'the Pushgateway',
    method: 'PUT',
    body: text,
    headers: {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      ...(basic === null ? {} : { authorization: `Basic ${basic}` }),
    },
    signal,
  })
}
