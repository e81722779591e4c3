import { z } from 'zod'
import { Failure } from '../domain/failure.ts'
import type { Message } from '../domain/message.ts'
import type { Told } from '../ports/channel.ts'
import { post } from './post.ts'
import type { SlackBody } from './slack.ts'
import { timeText } from './wording.ts'

export interface SlackBot {
  token: string
  /** The channel's id. */
  channel: string
  /** Address of the Web API. */
  api: string
}

/** Our mark on the message that tells of a trouble. */
const openEvent = 'lifeboat_trouble_open'
const endedEvent = 'lifeboat_trouble_ended'
/** So many of the channel's newest messages are looked through, at one request. */
const looked = 200

/** https://docs.slack.dev/reference/block-kit/blocks */
const mostBlocks = 50

const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional(), ts: z.string().optional() })
const historySchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      blocks: z.array(z.record(z.string(), z.unknown())).default([]),
      bot_id: z.string().optional(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .optional(),
    }),
  ),
})

/** What a bot does with a message: the first of a trouble begins a thread, the others go on in it. */
export function openSlackThreads(bot: SlackBot): {
  tell(message: Message, body: SlackBody, signal: AbortSignal): Promise<Told>
} {
  return {
    tell: async (message, body, signal) => {
      const call = (method: string, values: Record<string, unknown>) => callApi(bot, method, values, signal)
      const isPartOfTrouble = message.state === 'trouble' || message.state === 'recovered'
      const thread = isPartOfTrouble ? await findThread(bot, message.key, signal) : null
      if (thread === null) {
        const opening =
          message.state === 'trouble'
            ? { metadata: { event_type: openEvent, event_payload: { key: message.key } } }
            : {}
        await call('chat.postMessage', { channel: bot.channel, ...body, ...opening })
        return { done: 'sent', url: null }
      }
      // Its end is for everybody in the channel; how it goes on, for those who follow the thread.
      const isOver = message.state === 'recovered'
      await call('chat.postMessage', {
        channel: bot.channel,
        ...body,
        thread_ts: thread.ts,
        reply_broadcast: isOver,
      })
      if (!isOver) return { done: 'updated', url: null }
      const ended = `✅ Over since ${timeText(message.at)}; the thread has how it went.`
      await call('chat.update', {
        channel: bot.channel,
        ts: thread.ts,
        text: ended,
        blocks: [
          { type: 'section', text: { type: 'plain_text', text: ended, emoji: false } },
          ...thread.blocks.slice(0, mostBlocks - 1),
        ],
        metadata: { event_type: endedEvent, event_payload: { key: message.key } },
      })
      return { done: 'closed', url: null }
    },
  }
}

/** The open message of this key that this bot wrote. Null when there is none, or the bot may not read the channel. */
async function findThread(
  bot: SlackBot,
  key: string,
  signal: AbortSignal,
): Promise<{ ts: string; blocks: Record<string, unknown>[] } | null> {
  try {
    const own = z.object({ bot_id: z.string() }).parse(await callApi(bot, 'auth.test', {}, signal))
    const answer = await callApi(
      bot,
      'conversations.history',
      { channel: bot.channel, limit: String(looked), include_all_metadata: 'true' },
      signal,
    )
    const found = historySchema
      .parse(answer)
      .messages.find(
        ({ bot_id, metadata }) =>
          bot_id === own.bot_id &&
          metadata?.event_type === openEvent &&
          metadata.event_payload['key'] === key,
      )
    return found ?? null
  } catch (error) {
    if (error instanceof Failure && error.kind === 'unavailable') throw error
    return null
  }
}

/** @throws Failure with Slack's own word for what is wrong, such as `channel_not_found` */
async function callApi(
  bot: SlackBot,
  method: string,
  values: Record<string, unknown>,
  signal: AbortSignal,
): Promise<unknown> {
  const reads = method === 'auth.test' || method === 'conversations.history'
  const { text } = await post({
    url: `${bot.api.replace(/\/+$/, '')}/${method}`,
    who: 'Slack',
    // Methods that read take no JSON.
    body: reads ? new URLSearchParams(values as Record<string, string>).toString() : JSON.stringify(values),
    headers: {
      authorization: `Bearer ${bot.token}`,
      ...(reads ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    signal,
  })
  const json = parsed(text)
  const answer = answerSchema.safeParse(json)
  if (!answer.success) throw new Failure('unavailable', `Slack gave no answer of its own to ${method}`)
  if (answer.data.ok) return json
  const word = /^[a-z_]{1,60}$/.test(answer.data.error ?? '') ? answer.data.error : 'an unknown error'
  if (word === 'ratelimited' || word === 'internal_error' || word === 'service_unavailable') {
    throw new Failure('unavailable', `Slack answered ${method} with ${word}`)
  }
  throw new Failure('access', `Slack refused ${method}: ${word}`, {
    hint: 'Check the token, its scopes (chat:write), the id of the channel, and that the bot is a member of it.',
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
