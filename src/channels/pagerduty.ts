import { endedBy, type Message } from '../domain/message.ts'
import type { Messenger } from '../ports/channel.ts'
import { post } from './post.ts'
import { clipped, safeLink } from './wording.ts'

export interface PagerDutyOptions {
  name: string
  routingKey: string
  /** What alerts name as their source. */
  source: string | null
  /** Address of the Events API without a path. */
  endpoint: string
}

/** As the Events API v2 has them. */
const longestSummary = 1_024
const longestKey = 255

/**
 * PagerDuty, by its Events API v2: trouble triggers, its end resolves. One incident per source and key of a
 * trouble, by its dedup_key, however often it is told. A success of something that was no trouble is none of a pager's business.
 */
export function createPagerDuty(options: PagerDutyOptions): Messenger {
  return {
    name: options.name,
    gathers: true,
    send: async (message, signal) => {
      const url = new URL('/v2/enqueue', options.endpoint).href
      const tell = async (action: 'trigger' | 'resolve', key = message.key) => {
        const body = JSON.stringify(eventOf({ ...message, key }, action, options))
        await post({ url, who: 'PagerDuty', body, signal })
      }
      // What people are to know of an incident asks nobody to come.
      if (message.state === 'communication') return { done: 'nothing', url: null }
      const isEnd = message.state === 'success' || message.state === 'recovered'
      const ends = endedBy(message)
      if (!isEnd) await tell('trigger')
      for (const key of ends) await tell('resolve', key)
      if (isEnd) return { done: ends.length === 0 ? 'nothing' : 'closed', url: null }
      // A test shows that the way is open, and leaves nobody awake.
      if (message.state === 'test') await tell('resolve')
      return { done: 'sent', url: null }
    },
  }
}

function eventOf(
  message: Message,
  action: 'trigger' | 'resolve',
  { routingKey, source }: PagerDutyOptions,
): Record<string, unknown> {
  const place = source ?? message.environment
  const event = {
    routing_key: routingKey,
    event_action: action,
    dedup_key: clipped(source === null ? message.key : `${source}/${message.key}`, longestKey),
  }
  if (action === 'resolve') return event
  const link = safeLink(message.link)
  return {
    ...event,
    client: 'Lifeboat',
    ...(link === null
      ? {}
      : { client_url: link, links: [{ href: link, text: 'Log and report of the run' }] }),
    payload: {
      summary: clipped(message.title, longestSummary),
      source: place,
      severity: message.severity,
      timestamp: new Date(message.at).toISOString(),
      component: message.environment,
      group: 'lifeboat',
      class: message.alert,
      custom_details: {
        summary: message.summary,
        ...Object.fromEntries(message.facts.map(({ label, text }) => [label, text])),
        ...(message.next.length === 0 ? {} : { next: message.next }),
      },
    },
  }
}
