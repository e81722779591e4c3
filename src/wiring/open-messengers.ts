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

/** @throws Failure `config` when a variable is not set, or a file cannot be read */
export async function openMessenger(
  config: MessengerConfig,
  host: Pick<Host, 'variables' | 'hide'>,
): Promise<Messenger> {
  const secret = (template: Template): string => {
    const value = template.resolve(host.variables)
    host.hide(value)
    return value
  }
  const { name } = config
  switch (config.type) {
    case 'slack': {
      const { createSlack } = await import('../channels/slack.ts')
      const { webhookUrl, token, channel } = config
      return createSlack({
        name,
        webhookUrl: webhookUrl === undefined ? null : secret(webhookUrl),
        bot:
          token === undefined || channel === undefined
            ? null
            : {
                token: secret(token),
                channel,
                api: config.api?.resolve(host.variables) ?? 'https://slack.com/api',
              },
      })
    }
    case 'webhook': {
      const { createWebhook } = await import('../channels/webhook.ts')
      return createWebhook({
        name,
        url: secret(config.url),
        secret: config.secret === undefined ? null : secret(config.secret),
        includeReport: config.includeReport,
        clock: systemClock,
      })
    }
    case 'email': {
      const { createEmail } = await import('../channels/email.ts')
      const { user, password, security, caFile } = config
      return createEmail({
        name,
        host: config.host.resolve(host.variables),
        port: config.port ?? (security === 'tls' ? 465 : 587),
        security,
        credentials:
          user === undefined || password === undefined
            ? null
            : { user: user.resolve(host.variables), password: secret(password) },
        authority: caFile === undefined ? null : await readAuthority(caFile, name),
        from: config.from,
        to: config.to,
      })
    }
    case 'pagerduty': {
      const { createPagerDuty } = await import('../channels/pagerduty.ts')
      return createPagerDuty({
        name,
        routingKey: secret(config.routingKey),
        source: config.source ?? null,
        endpoint: config.endpoint?.resolve(host.variables) ?? 'https://events.pagerduty.com',
      })
    }
  }
}

async function readAuthority(path: string, channel: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Failure('config', `the ca-file of channel ${channel} cannot be read: ${path}`, {
      cause,
      hint: 'Give the path of a PEM file; it starts at the working directory.',
    })
  })
}
