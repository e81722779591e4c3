import { Ajv } from 'ajv'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { notificationJsonSchema } from '../../scripts/build/json-schema.ts'
import { createWebhook } from '../../src/channels/webhook.ts'
import { payloadSchema } from '../../src/channels/webhook-payload.ts'
import type { Message } from '../../src/domain/message.ts'
import { type Received, startHttpInbox } from '../support/channels/http-inbox.ts'
import { endless, hostile, recovered, trouble } from '../support/channels/messages.ts'
import { failed } from '../reports/examples.ts'

const { signal } = new AbortController()
const now = Date.UTC(2026, 10, 21, 10, 15, 7)
const options = { name: 'hook', secret: null, includeReport: false, clock: { now: () => now } }
const { $schema: _dialect, ...schema } = notificationJsonSchema()
const fits = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema)

async function sent(message: Message, change: Partial<Parameters<typeof createWebhook>[0]> = {}) {
  await using inbox = await startHttpInbox()
  await createWebhook({ ...options, url: `${inbox.url}/hook`, ...change }).send(message, signal)
  expect(inbox.received).toHaveLength(1)
  return inbox.received[0] as Received
}

/** As https://www.standardwebhooks.com has it, written from that page alone. */
function isSigned({ headers, body }: Received, key: Buffer): boolean {
  const [version, signature = ''] = String(headers['webhook-signature']).split(',')
  const text = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const expected = createHmac('sha256', key).update(text).digest()
  const given = Buffer.from(signature, 'base64')
  return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
}

describe('a webhook', () => {
  test.each([
    ['a trouble', trouble],
    ['its end', recovered],
    ['hostile words', { ...trouble, title: hostile, next: [hostile] }],
    ['endless words', endless],
  ])('is posted JSON that its published schema describes, for %s', async (_, message: Message) => {
    const body: unknown = JSON.parse((await sent(message)).body)
    fits(body)
    expect(fits.errors ?? []).toEqual([])
    expect(body).toMatchObject({ version: 1, id: message.id, key: message.key, state: message.state })
    const undocumented = Object.keys(body as object).filter((key) => !(key in payloadSchema.shape))
    expect(undocumented).toEqual([])
  })

  test('names the troubles that are over by it, and no others', async () => {
    const ends = async (message: Message) =>
      z.object({ ends: z.array(z.string()) }).parse(JSON.parse((await sent(message)).body)).ends
    expect(await ends(trouble)).toEqual([])
    expect(await ends(recovered)).toEqual([recovered.key])
    expect(await ends({ ...recovered, ends: ['lifeboat/dev/drill/a'] })).toEqual(['lifeboat/dev/drill/a'])
    expect(await ends({ ...trouble, ends: ['lifeboat/dev/drill/a'] })).toEqual(['lifeboat/dev/drill/a'])
  })

  test('carries the report when it is asked for, and not otherwise', async () => {
    const message = { ...trouble, report: failed }
    const parse = (text: string) => z.object({ report: z.unknown().optional() }).parse(JSON.parse(text))
    expect(parse((await sent(message, { includeReport: true })).body).report).toEqual(failed)
    expect(parse((await sent(message)).body).report).toBeUndefined()
  })

  test('signs id, time and body, with a secret as text or as base64', async () => {
    const raw = Buffer.from('a key of thirty-two random bytes')
    const text = await sent(trouble, { secret: raw.toString() })
    expect(isSigned(text, raw)).toBe(true)
    const base64 = await sent(trouble, { secret: `whsec_${raw.toString('base64')}` })
    expect(isSigned(base64, raw)).toBe(true)
    expect(base64.headers['webhook-timestamp']).toBe(String(now / 1_000))
    for (const change of [
      { body: base64.body.replace('critical', 'info') },
      { headers: { ...base64.headers, 'webhook-timestamp': '1' } },
      { headers: { ...base64.headers, 'webhook-id': 'another' } },
    ])
      expect(isSigned({ ...base64, ...change }, raw)).toBe(false)
  })

  test.each(['whsec_', 'whsec_!!!!', 'whsec_a', ''])(
    'is not sent with the secret "%s", of which only an empty or another key could come',
    async (secret) => {
      await using inbox = await startHttpInbox()
      const webhook = createWebhook({ ...options, url: inbox.url, secret })
      await expect(webhook.send(trouble, signal)).rejects.toMatchObject({ kind: 'config' })
      expect(inbox.received).toEqual([])
    },
  )

  test('without a secret carries no signature that could be taken for one', async () => {
    expect((await sent(trouble)).headers).not.toHaveProperty('webhook-signature')
  })
})
