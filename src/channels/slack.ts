import { Failure } from '../domain/failure.ts'
import type { Message } from '../domain/message.ts'
import type { Messenger, Told } from '../ports/channel.ts'
import type { Log } from '../ports/log.ts'
import { post } from './post.ts'
import { openSlackThreads, type SlackBot } from './slack-thread.ts'
import { clipped, markOf, safeLink, timeText } from './wording.ts'

export interface SlackOptions {
  name: string
  /** Of an incoming webhook; with a bot too, the way when the bot fails. */
  webhookUrl: string | null
  bot: SlackBot | null
  log: Pick<Log, 'info'>
}

/**
 * Slack, by an incoming webhook or by a bot. A bot that may read its channel finds the message that told of the trouble,
 * by metadata that it wrote itself, says in its thread how it goes on, and rewrites it when it is over.
 */
export function createSlack({ name, webhookUrl, bot, log }: SlackOptions): Messenger {
  const byWebhook = async (message: Message, url: string, signal: AbortSignal): Promise<Told> => {
    await post({ url, who: 'Slack', body: JSON.stringify(bodyOf(message)), signal })
    return { done: 'sent', url: null }
  }
  return {
    name,
    gathers: false,
    send: async (message, signal) => {
      if (bot === null) {
        if (webhookUrl === null)
          throw new Failure('config', `channel ${name} has neither webhook-url nor token`)
        return byWebhook(message, webhookUrl, signal)
      }
      try {
        return await openSlackThreads(bot, log).tell(message, bodyOf(message), signal)
      } catch (error) {
        if (webhookUrl === null || signal.aborted) throw error
        return byWebhook(message, webhookUrl, signal)
      }
    },
  }
}

/** What Slack takes: https://docs.slack.dev/reference/block-kit/blocks */
const limits = { header: 150, section: 3_000, field: 2_000, fields: 10, sections: 6 }

export interface SlackBody {
  text: string
  blocks: Record<string, unknown>[]
  unfurl_links: false
  unfurl_media: false
}

/**
 * Everything that could hold a foreign word is `plain_text`: there Slack sees no markup, no mention and no link. The text
 * beside the blocks, which notifications show, is markup always, so it is escaped.
 */
function bodyOf(message: Message): SlackBody {
  const link = safeLink(message.link)
  const fields = message.facts
    .slice(0, limits.fields)
    .map(({ label, text }) => plainText(`${label}: ${text}`, limits.field))
  return {
    text: escaped(clipped(`${markOf(message)} ${message.title}`, limits.section)),
    blocks: [
      { type: 'header', text: plainText(`${markOf(message)} ${message.title}`, limits.header) },
      section(message.summary),
      ...(fields.length === 0 ? [] : [{ type: 'section', fields }]),
      ...message.next.slice(0, limits.sections).map((step, index) => section(`${index + 1}. ${step}`)),
      ...(link === null
        ? []
        : [
            {
              type: 'actions',
              elements: [{ type: 'button', text: plainText('Log and report', 75), url: link }],
            },
          ]),
      {
        type: 'context',
        elements: [
          plainText(
            `Lifeboat · ${message.environment} · ${message.severity} · ${timeText(message.at)}`,
            limits.field,
          ),
        ],
      },
    ],
    unfurl_links: false,
    unfurl_media: false,
  }
}

function section(text: string): Record<string, unknown> {
  return { type: 'section', text: plainText(text, limits.section) }
}

/** Never empty, which Slack refuses. */
function plainText(text: string, atMost: number) {
  return { type: 'plain_text', text: clipped(text === '' ? '–' : text, atMost), emoji: false }
}

/** Slack's three characters; and none of its marks can begin anything, as a zero-width space parts them. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[*_~`@#]/g, (mark) => `${mark}\u200B`)
}
