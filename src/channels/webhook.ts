import { createHmac } from 'node:crypto'
import { Failure } from '../domain/failure.ts'
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
            : { 'webhook-signature': `v1,${signatureOf(signed, keyOf(options))}` }),
        },
        signal,
      })
      return { done: 'sent', url: null }
    },
  }
}

/** @throws Failure `config`: anybody could sign with a key that is empty */
function keyOf({ name, secret }: Pick<WebhookOptions, 'name' | 'secret'>): Buffer {
  const text = secret ?? ''
  if (!text.startsWith(prefix) && text !== '') return Buffer.from(text)
  const encoded = text.slice(prefix.length)
  if (base64.test(encoded)) return Buffer.from(encoded, 'base64')
  throw new Failure('config', `the secret of the webhook ${name} is ${text === '' ? 'empty' : 'no base64'}`, {
    hint: `Give the secret as the receiver has it: ${prefix} and base64, or any text of your own.`,
  })
}

/** Of secrets that are written in base64. */
const prefix = 'whsec_'
const base64 =
  /^(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{4}|[A-Za-z0-9+/_-]{3}=?|[A-Za-z0-9+/_-]{2}(?:==)?)$/

function signatureOf(text: string, key: Buffer): string {
  return createHmac('sha256', key).update(text).digest('base64')
}
