import { z } from 'zod'
import type { SlackBot } from '../../../src/channels/slack-thread.ts'
import { type HttpInbox, startHttpInbox } from './http-inbox.ts'

const messageSchema = z.object({
  channel: z.string(),
  ts: z.string().optional(),
  text: z.string(),
  blocks: z.array(z.record(z.string(), z.unknown())).max(50),
  thread_ts: z.string().optional(),
  reply_broadcast: z.boolean().optional(),
  metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
})
interface Posted extends z.infer<typeof messageSchema> {
  ts: string
  bot_id: string
}

export interface FakeSlack extends AsyncDisposable {
  readonly bot: SlackBot
  /** Oldest first. */
  readonly messages: Posted[]
  /** From now on no thread takes a message. */
  lock(): void
}

/** As much of Slack's Web API as a bot needs that posts, reads and rewrites its own messages. */
export async function startFakeSlack(
  options: { refuse?: Record<string, string>; hang?: string } = {},
): Promise<FakeSlack> {
  const token = 'xoxb-canary-token'
  const messages: Posted[] = []
  let isLocked = false
  const methods: Record<string, (body: string) => Record<string, unknown>> = {
    'auth.test': () => ({ bot_id: 'B-OWN', user_id: 'U-OWN' }),
    // Takes a form, no JSON; replies stand in their threads only.
    'conversations.history': (body) => {
      const form = new URLSearchParams(body)
      if (form.get('channel') !== 'C0123') return { ok: false, error: 'channel_not_found' }
      const withMetadata = form.get('include_all_metadata') === 'true'
      const shown = messages.filter((one) => one.thread_ts === undefined || one.reply_broadcast === true)
      return {
        messages: shown
          .toReversed()
          .slice(0, Number(form.get('limit')))
          .map(({ metadata, ...one }) => (withMetadata ? { ...one, metadata } : one)),
      }
    },
    'chat.postMessage': (body) => {
      const message = messageSchema.parse(JSON.parse(body))
      if (isLocked && message.thread_ts !== undefined)
        return { ok: false, error: 'restricted_action_thread_locked' }
      const ts = `1700000000.${String(messages.length).padStart(6, '0')}`
      messages.push({ ...message, ts, bot_id: 'B-OWN' })
      return { ts, channel: message.channel }
    },
    'chat.update': (body) => {
      const change = messageSchema.parse(JSON.parse(body))
      const message = messages.find(({ ts }) => ts === change.ts)
      if (message === undefined) return { ok: false, error: 'message_not_found' }
      Object.assign(message, change)
      return {}
    },
  }
  const inbox: HttpInbox = await startHttpInbox(({ path, body, headers }) => {
    const method = path.replace(/^\/api\//, '')
    const work = methods[method]
    if (method === options.hang) return 'hang'
    if (work === undefined) return { status: 200, body: { ok: false, error: 'unknown_method' } }
    if (headers.authorization !== `Bearer ${token}`)
      return { status: 200, body: { ok: false, error: 'invalid_auth' } }
    const refused = options.refuse?.[method]
    if (refused !== undefined) return { status: 200, body: { ok: false, error: refused } }
    return { status: 200, body: { ok: true, ...work(body) } }
  })
  return {
    bot: { token, channel: 'C0123', api: `${inbox.url}/api` },
    messages,
    lock: () => void (isLocked = true),
    [Symbol.asyncDispose]: () => inbox[Symbol.asyncDispose](),
  }
}
