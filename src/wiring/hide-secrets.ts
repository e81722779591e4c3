import type { Environment } from '../domain/environment/schema.ts'
import type { Template } from '../domain/environment/template.ts'
import { percentDecoded, secretsInUrl } from '../domain/url-secrets.ts'
import type { Host } from './host.ts'

/**
 * Makes sure that no secret that the environment file draws in is ever shown: the runner hides only what it knows as a
 * secret, and knows nothing of the password inside a URL. Fields that are no secret (a bucket, a region) stay readable.
 */
export function hideSecrets(environment: Environment, host: Pick<Host, 'variables' | 'hide'>): void {
  for (const source of environment.sources) {
    if (source.type === 'postgres') hide(host, source.url, source.password)
    if (source.type === 'redis') hide(host, source.url)
  }
  for (const store of environment.stores) {
    if (store.type === 's3') hide(host, store.secretAccessKey, store.sessionToken)
    if (store.type === 'azure') hide(host, store.connectionString, store.accountKey, store.sasToken)
    if (store.type === 'gcs') hide(host, store.credentials)
  }
  if (typeof environment.encryption === 'object' && 'passphrase' in environment.encryption) {
    hide(host, environment.encryption.passphrase)
  }
  hide(host, environment.heartbeat, environment.watch?.heartbeat)
  for (const channel of environment.notifications?.channels ?? []) {
    if (channel.type === 'slack') hide(host, channel.webhookUrl, channel.token)
    if (channel.type === 'webhook') hide(host, channel.url, channel.secret)
    if (channel.type === 'email') hide(host, channel.password)
    if (channel.type === 'pagerduty') hide(host, channel.routingKey)
  }
  hide(host, environment.metrics?.password)
}

/** Hides a URL and the password in it, also one that nothing can be done with. */
export function hideUrl(url: string, host: Pick<Host, 'hide'>): void {
  for (const part of [url, ...secretsInUrl(url)]) host.hide(part)
}

function hide(host: Pick<Host, 'variables' | 'hide'>, ...templates: (Template | undefined)[]): void {
  for (const template of templates) {
    // What is not set here is not this run's to need.
    if (template === undefined || template.names.some((name) => (host.variables[name] ?? '') === '')) continue
    const value = template.resolve(host.variables)
    hideUrl(value, host)
    for (const part of secretsInText(value)) host.hide(part)
  }
}

/**
 * What is secret inside of a connection string, a shared access signature or the JSON of a service account: the key as
 * it stands there and as it is meant, so that a part alone is hidden too.
 */
function secretsInText(text: string): string[] {
  const found = [
    /(?:^|;)\s*AccountKey=([^;]+)/.exec(text)?.[1],
    /(?:^|;)\s*SharedAccessSignature=([^;]+)/.exec(text)?.[1],
    /(?:^|[?&;=])sig=([^&;]+)/.exec(text)?.[1],
    /"private_key"\s*:\s*"((?:[^"\\]|\\.)+)"/.exec(text)?.[1],
  ].filter((part) => part !== undefined)
  return [
    ...new Set(
      found.flatMap((part) => [
        part,
        percentDecoded(part),
        // A log that shows the key shows it line by line.
        ...part.split(/\\n|\n/).filter((line) => line.length >= 16 && !line.startsWith('-----')),
      ]),
    ),
  ]
}
