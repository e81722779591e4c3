import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSlack } from '../../src/channels/slack.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Message } from '../../src/domain/message.ts'
import { silentLog } from '../../src/ports/log.ts'
import { startHttpInbox } from '../support/channels/http-inbox.ts'
import { endless, hostile, recovered, trouble } from '../support/channels/messages.ts'
import { recordingLog } from '../support/ports/recording-log.ts'
import { startFakeSlack } from '../support/channels/fake-slack.ts'

const { signal } = new AbortController()

/** As https://docs.slack.dev/reference/block-kit/blocks has them. */
const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean() })
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plainText(150) }),
  z.strictObject({
    type: z.literal('section'),
    text: plainText(3_000).optional(),
    fields: z.array(plainText(2_000)).min(1).max(10).optional(),
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(
        z.strictObject({
          type: z.literal('button'),
          text: plainText(75),
          url: z.url().max(3_000),
        }),
      )
      .max(25),
  }),
  z.strictObject({ type: z.literal('context'), elements: z.array(plainText(2_000)).max(10) }),
])
const webhookBody = z.strictObject({
  text: z.string().min(1).max(40_000),
  blocks: z.array(block).min(1).max(50),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
})

describe('an incoming webhook of Slack', () => {
  test.each([
    ['trouble', trouble],
    ['its end', recovered],
    ['what is longer than anything', endless],
    ['nothing but the bare minimum', { ...trouble, facts: [], next: [], link: null, summary: '' }],
  ])('is given blocks within the limits for %s', async (_, message: Message) => {
    await using slack = await startHttpInbox(() => 200)
    const channel = createSlack({
      name: 'team',
      webhookUrl: `${slack.url}/T0/B0/secret`,
      bot: null,
      log: silentLog,
    })
    expect(await channel.send(message, signal)).toEqual({ done: 'sent', url: null })
    const body = webhookBody.parse(JSON.parse(slack.received[0]?.body ?? ''))
    expect(body.blocks[0]).toMatchObject({ type: 'header' })
  })

  test('shows foreign words as they are: no mention, no link, no markup can come of them', async () => {
    await using slack = await startHttpInbox(() => 200)
    const channel = createSlack({ name: 'team', webhookUrl: slack.url, bot: null, log: silentLog })
    await channel.send({ ...trouble, title: hostile, summary: hostile, next: [hostile] }, signal)
    const { text, blocks } = webhookBody.parse(JSON.parse(slack.received[0]?.body ?? ''))
    // Markup is read in `text` alone; in blocks everything is plain_text, as the schema above says.
    expect(text).not.toMatch(/[<>]|@here|\*bold\*|`code`|_it_/)
    expect(text).toContain('&lt;!channel&gt;')
    expect(JSON.stringify(blocks)).toContain('<!channel>')
  })

  test('links to the log, unless the address could be something else', async () => {
    await using slack = await startHttpInbox(() => 200)
    const channel = createSlack({ name: 'team', webhookUrl: slack.url, bot: null, log: silentLog })
    await channel.send(trouble, signal)
    await channel.send({ ...trouble, link: 'javascript:alert(1)' }, signal)
    const [first, second] = slack.received.map(({ body }) => body)
    expect(first).toContain('"url":"https://github.com/example/shop/actions/runs/10203040506"')
    expect(second).not.toContain('javascript')
  })

  test.each([
    [404, 'config'],
    [403, 'access'],
    [429, 'unavailable'],
    [500, 'unavailable'],
  ])('that answers %i ends as `%s`, and its address is told to nobody', async (status, kind) => {
    await using slack = await startHttpInbox(() => ({ status, body: { url: 'services/T0/B0/secret-path' } }))
    const channel = createSlack({
      name: 'team',
      webhookUrl: `${slack.url}/secret-path`,
      bot: null,
      log: silentLog,
    })
    const failure: unknown = await channel.send(trouble, signal).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ kind })
    expect(JSON.stringify({ ...(failure as object), text: String(failure) })).not.toMatch(
      /secret-path|127\.0/,
    )
  })

  test('that redirects is not followed', async () => {
    await using elsewhere = await startHttpInbox(() => 200)
    await using slack = await startHttpInbox(() => ({ status: 307, headers: { location: elsewhere.url } }))
    const channel = createSlack({ name: 'team', webhookUrl: slack.url, bot: null, log: silentLog })
    await expect(channel.send(trouble, signal)).rejects.toMatchObject({ kind: 'config' })
    expect(elsewhere.received).toEqual([])
  })
})

describe('a bot of Slack', () => {
  test('marks no trouble as over of which a part alone is', async () => {
    await using slack = await startFakeSlack()
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot: slack.bot, log: silentLog })
    await channel.send(trouble, signal)
    expect((await channel.send({ ...recovered, ends: [] }, signal)).done).toBe('updated')
    const [first, second] = slack.messages
    expect(second).toMatchObject({ thread_ts: first?.ts, reply_broadcast: false })
    expect(JSON.stringify(first?.blocks)).not.toContain('Over since')
    expect((await channel.send({ ...recovered, ends: [recovered.key] }, signal)).done).toBe('closed')
  })

  test('begins a thread with a trouble, goes on in it, and marks it as over', async () => {
    await using slack = await startFakeSlack()
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot: slack.bot, log: silentLog })
    expect((await channel.send(trouble, signal)).done).toBe('sent')
    expect((await channel.send({ ...trouble, title: 'Backup again' }, signal)).done).toBe('updated')
    expect((await channel.send(recovered, signal)).done).toBe('closed')
    const [first, second, third] = slack.messages
    expect(slack.messages).toHaveLength(3)
    expect(first?.thread_ts).toBeUndefined()
    expect([second?.thread_ts, third?.thread_ts]).toEqual([first?.ts, first?.ts])
    expect([second?.reply_broadcast, third?.reply_broadcast]).toEqual([false, true])
    expect(JSON.stringify(first?.blocks)).toContain('Over since')
    expect(JSON.stringify(first?.blocks)).toContain(trouble.title)
    // What comes after its end is another trouble.
    expect((await channel.send(trouble, signal)).done).toBe('sent')
    expect(slack.messages[3]?.thread_ts).toBeUndefined()
  })

  test('keeps the troubles of different kinds and environments apart', async () => {
    await using slack = await startFakeSlack()
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot: slack.bot, log: silentLog })
    await channel.send(trouble, signal)
    expect((await channel.send({ ...trouble, key: 'lifeboat/staging/backup' }, signal)).done).toBe('sent')
    expect(slack.messages.map(({ thread_ts }) => thread_ts)).toEqual([undefined, undefined])
  })

  test("never goes on in a thread that another app's message claims to be", async () => {
    await using slack = await startFakeSlack()
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot: slack.bot, log: silentLog })
    await channel.send(trouble, signal)
    const [own] = slack.messages
    if (own !== undefined) own.bot_id = 'B-ANOTHER'
    expect((await channel.send(trouble, signal)).done).toBe('sent')
    expect(slack.messages[1]?.thread_ts).toBeUndefined()
  })

  test('that may not read the channel still tells, without a thread', async () => {
    await using slack = await startFakeSlack({ refuse: { 'conversations.history': 'missing_scope' } })
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot: slack.bot, log: silentLog })
    await channel.send(trouble, signal)
    expect((await channel.send(trouble, signal)).done).toBe('sent')
    expect(slack.messages).toHaveLength(2)
  })

  test('finds its thread in a channel with much else in it', async () => {
    await using slack = await startFakeSlack()
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot: slack.bot, log: silentLog })
    await channel.send(trouble, signal)
    await channel.send({ ...endless, key: 'lifeboat/other/backup' }, signal)
    const long = slack.messages.slice(1)
    for (let index = 0; index < 100; index += 1) slack.messages.push(...structuredClone(long))
    expect((await channel.send(trouble, signal)).done).toBe('updated')
    expect(slack.messages.at(-1)?.thread_ts).toBe(slack.messages[0]?.ts)
  })

  test.each([
    ['conversations.history', 'internal_error'],
    ['conversations.history', 'ratelimited'],
    ['auth.test', 'service_unavailable'],
    ['auth.test', 'hang'],
  ])('tells without a thread when %s answers with %s, and says so', async (method, answer) => {
    const options = answer === 'hang' ? { hang: method } : { refuse: { [method]: answer } }
    await using slack = await startFakeSlack(options)
    const log = recordingLog()
    const bot = { ...slack.bot, timeToLook: 50 }
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot, log })
    expect((await channel.send(trouble, signal)).done).toBe('sent')
    expect(slack.messages).toHaveLength(1)
    expect(log.lines.join()).toContain('without a thread')
  })

  test('tells beside a thread that takes no more, and where the first message may not be rewritten', async () => {
    await using slack = await startFakeSlack({ refuse: { 'chat.update': 'cant_update_message' } })
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot: slack.bot, log: silentLog })
    await channel.send(trouble, signal)
    slack.lock()
    expect((await channel.send({ ...trouble, title: 'Backup again' }, signal)).done).toBe('sent')
    expect((await channel.send(recovered, signal)).done).toBe('sent')
    expect(slack.messages.map(({ thread_ts }) => thread_ts)).toEqual([undefined, undefined, undefined])
  })

  test('that is refused says with which word, and not its token', async () => {
    await using slack = await startFakeSlack({ refuse: { 'chat.postMessage': 'not_in_channel' } })
    const channel = createSlack({ name: 'bot', webhookUrl: null, bot: slack.bot, log: silentLog })
    const failure: unknown = await channel.send(trouble, signal).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind: 'access' })
    expect(String(failure)).toContain('not_in_channel')
    expect(JSON.stringify({ ...(failure as object) }) + String(failure)).not.toContain(slack.bot.token)
  })

  test('that is refused is replaced by the webhook, where there is one too', async () => {
    await using slack = await startFakeSlack({ refuse: { 'chat.postMessage': 'token_revoked' } })
    await using inbox = await startHttpInbox(() => 200)
    const channel = createSlack({ name: 'bot', webhookUrl: inbox.url, bot: slack.bot, log: silentLog })
    expect((await channel.send(trouble, signal)).done).toBe('sent')
    expect(inbox.received).toHaveLength(1)
  })
})
