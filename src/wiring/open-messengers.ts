import { readFile } from 'node:fs/promises'
import type { ChannelConfig, Environment } from '../domain/environment/schema.ts'
import type { Template } from '../domain/environment/template.ts'
import { Failure } from '../domain/failure.ts'
import { systemClock } from '../host/clock.ts'
import type { Messenger } from '../ports/channel.ts'
import type { Host } from './host.ts'

/** A channel that messages are sent through, as the environment file has it. */
export type MessengerConfig = Exclude<ChannelConfig, { type: 'github-issues' }>

export function messengerConfigs({ notifications }: Environment): MessengerConfig[] {
  return (notifications?.channels ?? []).filter((channel) => channel.type !== 'github-issues')
}

/** Which of them know by themselves what they were told already. */
export function gathers({ type }: MessengerConfig): boolean {
  return type === 'pagerduty'
}

type Of<Type extends MessengerConfig['type']> = Extract<MessengerConfig, { type: Type }>
type Place = Pick<Host, 'variables' | 'hide' | 'log'>

/** @throws Failure `config` when a variable is not set, or a file cannot be read */
export async function openMessenger(config: MessengerConfig, host: Place): Promise<Messenger> {
  if (config.type === 'slack') return openSlack(config, host)
  if (config.type === 'webhook') return openWebhook(config, host)
  return config.type === 'email' ? openEmail(config, host) : openPagerDuty(config, host)
}

async function openSlack(config: Of<'slack'>, host: Place): Promise<Messenger> {
  const { createSlack } = await import('../channels/slack.ts')
  const { name, webhookUrl, token, channel } = config
  const api = config.api?.resolve(host.variables) ?? 'https://slack.com/api'
  return createSlack({
    name,
    webhookUrl: webhookUrl === undefined ? null : secret(webhookUrl, host),
    bot: token === undefined || channel === undefined ? null : { token: secret(token, host), channel, api },
    log: host.log,
  })
}

async function openWebhook(config: Of<'webhook'>, host: Place): Promise<Messenger> {
  const { createWebhook } = await import('../channels/webhook.ts')
  return createWebhook({
    name: config.name,
    url: secret(config.url, host),
    secret: config.secret === undefined ? null : secret(config.secret, host),
    includeReport: config.includeReport,
    clock: systemClock,
  })
}

async function openEmail(config: Of<'email'>, host: Place): Promise<Messenger> {
  const { createEmail } = await import('../channels/email.ts')
  const { name, user, password, security, caFile, from, to } = config
  return createEmail({
    name,
    host: config.host.resolve(host.variables),
    port: config.port ?? (security === 'tls' ? 465 : 587),
    security,
    credentials:
      user === undefined || password === undefined
        ? null
        : { user: user.resolve(host.variables), password: secret(password, host) },
    authority: caFile === undefined ? null : await readAuthority(caFile, name),
    from,
    to,
  })
}

async function openPagerDuty(config: Of<'pagerduty'>, host: Place): Promise<Messenger> {
  const { createPagerDuty } = await import('../channels/pagerduty.ts')
  return createPagerDuty({
    name: config.name,
    routingKey: secret(config.routingKey, host),
    source: config.source ?? null,
    endpoint: config.endpoint?.resolve(host.variables) ?? 'https://events.pagerduty.com',
  })
}

/** Hidden from the moment that it is known. */
function secret(template: Template, host: Place): string {
  const value = template.resolve(host.variables)
  host.hide(value)
  return value
}

async function readAuthority(path: string, channel: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Failure('config', `the ca-file of channel ${channel} cannot be read: ${path}`, {
      cause,
      hint: 'Give the path of a PEM file; it starts at the working directory.',
    })
  })
}
