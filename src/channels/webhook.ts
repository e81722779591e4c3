import { createHmac } from 'node:crypto'
import type { Messenger } from '../ports/channel.ts'
import type { Clock } from '../ports/clock.ts'
import { post } from './post.ts'
import { payloadOf } from './webhook-payload.ts'

export interface WebhookOptions {
  name: string
  url: string
  /** Signs each message; null leaves it unsigned. */
  secret: string | null
  includeReport: boolean
  clock: Pick<Clock, 'now'>
}

/**
 * Posts each message as JSON, signed as the Standard Webhooks convention has it: HMAC-SHA256 over id, time and body, so
 * that neither can be changed, nor an old one be sent again.
 */
export function createWebhook(options: WebhookOptions): Messenger {
  return {
    name: options.name,
    gathers: false,
    send: async (message, signal) => {
      const body = JSON.stringify(payloadOf(message, options.includeReport))
      const timestamp = String(Math.floor(options.clock.now() / 1_000))
      const signed = `${message.id}.${timestamp}.${body}`
      await post({
        url: options.url,
        who: `the webhook ${options.name}`,
        body,
        headers: {
          'webhook-id': message.id,
          'webhook-timestamp': timestamp,
          ...(options.secret === null
            ? {}
            : { 'webhook-signature': `v1,${signatureOf(signed, options.secret)}` }),
        },
        signal,
      })
      return { done: 'sent', url: null }
    },
  }
}

function signatureOf(text: string, secret: string): string {
  const key = secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret)
  return createHmac('sha256', key).update(text).digest('base64')
}
