import { z } from 'zod'
import { asFailure, Failure } from '../domain/failure.ts'
import { endedBy, type Message } from '../domain/message.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { Told } from '../ports/channel.ts'
import type { Log } from '../ports/log.ts'
import { post } from './post.ts'
import type { SlackBody } from './slack.ts'
import { timeText } from './wording.ts'

export interface SlackBot {
  token: string
  /** The channel's id. */
  channel: string
  /** Address of the Web API. */
  api: string
  /** So long may it take to find the thread; what is left of the time belongs to the message. */
  timeToLook?: Milliseconds
}

/** Our mark on the message that tells of a trouble. */
const openEvent = 'lifeboat_trouble_open'
const endedEvent = 'lifeboat_trouble_ended'
/** So many of the channel's newest messages are looked through, at one request. */
const looked = 200
/** Bytes. A long message with its blocks has some 10 kB, so that this is room for all of them. */
const longestHistory = 8 * 1024 * 1024

/** https://docs.slack.dev/reference/block-kit/blocks */
const mostBlocks = 50

const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional(), ts: z.string().optional() })
const ownSchema = z.object({ bot_id: z.string() })
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

/**
 * What a bot does with a message: the first of a trouble begins a thread, the others go on in it. Where it hangs comes
 * second to that it is read: whatever goes wrong with the thread, the message is posted without one.
 */
export function openSlackThreads(
  bot: SlackBot,
  log: Pick<Log, 'info'>,
): {
  tell(message: Message, body: SlackBody, signal: AbortSignal): Promise<Told>
} {
  return {
    tell: async (message, body, signal) => {
      const call = (method: string, values: Record<string, unknown>) => callApi(bot, method, values, signal)
      /** What fails here is said, and holds nothing up; only being stopped does. */
      const orNull = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
        try {
          return await work()
        } catch (error) {
          if (signal.aborted) throw error
          log.info(`Slack: ${what}: ${asFailure(error).message}`)
          return null
        }
      }
      const isPartOfTrouble = message.state === 'trouble' || message.state === 'recovered'
      const thread = isPartOfTrouble
        ? await orNull('told without a thread, as none could be looked for', () =>
            findThread(bot, message.key, signal),
          )
        : null
      // Its end is for everybody in the channel; how it goes on, for those who follow the thread. A part that is over ends none.
      const isOver = message.state === 'recovered' && endedBy(message).includes(message.key)
      const isInThread =
        thread !== null &&
        (await orNull('told without a thread, as the thread did not take it', async () => {
          const place = { thread_ts: thread.ts, reply_broadcast: isOver }
          await call('chat.postMessage', { channel: bot.channel, ...body, ...place })
          return true
        })) === true
      if (!isInThread) {
        const opening =
          message.state === 'trouble'
            ? { metadata: { event_type: openEvent, event_payload: { key: message.key } } }
            : {}
        await call('chat.postMessage', { channel: bot.channel, ...body, ...opening })
      }
      const told: Told = { done: isInThread ? 'updated' : 'sent', url: null }
      if (thread === null || !isOver) return told
      const ended = `✅ Over since ${timeText(message.at)}; the thread has how it went.`
      const isMarked = await orNull('the message that told of the trouble could not be marked as over', () =>
        call('chat.update', {
          channel: bot.channel,
          ts: thread.ts,
          text: ended,
          blocks: [
            { type: 'section', text: { type: 'plain_text', text: ended, emoji: false } },
            ...thread.blocks.slice(0, mostBlocks - 1),
          ],
          metadata: { event_type: endedEvent, event_payload: { key: message.key } },
        }),
      )
      return isMarked === null ? told : { done: 'closed', url: null }
    },
  }
}

/** The open message of this key that this bot wrote; null when there is none. @throws Failure when it cannot be looked for */
async function findThread(
  bot: SlackBot,
  key: string,
  given: AbortSignal,
): Promise<{ ts: string; blocks: Record<string, unknown>[] } | null> {
  const signal = AbortSignal.any([given, AbortSignal.timeout(bot.timeToLook ?? 5_000)])
  const own = ownSchema.safeParse(await callApi(bot, 'auth.test', {}, signal))
  const history = historySchema.safeParse(
    await callApi(
      bot,
      'conversations.history',
      { channel: bot.channel, limit: String(looked), include_all_metadata: 'true' },
      signal,
    ),
  )
  if (!own.success || !history.success)
    throw new Failure('unavailable', 'Slack gave an answer of another form')
  const found = history.data.messages.find(
    ({ bot_id, metadata }) =>
      bot_id === own.data.bot_id &&
      metadata?.event_type === openEvent &&
      metadata.event_payload['key'] === key,
  )
  return found ?? null
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
    ...(method === 'conversations.history' ? { most: longestHistory } : {}),
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
