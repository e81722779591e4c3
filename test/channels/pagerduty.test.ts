import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createPagerDuty } from '../../src/channels/pagerduty.ts'
import type { Message } from '../../src/domain/message.ts'
import { startHttpInbox } from '../support/channels/http-inbox.ts'
import { endless, recovered, trouble } from '../support/channels/messages.ts'

const { signal } = new AbortController()
const routingKey = 'R0UT1NGKEYCANARY0123456789ABCDEF'

/** As https://developer.pagerduty.com/docs/send-alert-event has it. */
const event = z.discriminatedUnion('event_action', [
  z.strictObject({
    routing_key: z.string().length(32),
    event_action: z.literal('trigger'),
    dedup_key: z.string().min(1).max(255),
    client: z.string().optional(),
    client_url: z.url().optional(),
    links: z.array(z.strictObject({ href: z.url(), text: z.string() })).optional(),
    payload: z.strictObject({
      summary: z.string().min(1).max(1_024),
      source: z.string().min(1),
      severity: z.enum(['critical', 'error', 'warning', 'info']),
      timestamp: z.iso.datetime(),
      component: z.string().optional(),
      group: z.string().optional(),
      class: z.string().optional(),
      custom_details: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
  z.strictObject({
    routing_key: z.string().length(32),
    event_action: z.enum(['acknowledge', 'resolve']),
    dedup_key: z.string().min(1).max(255),
  }),
])

async function sent(message: Message, source: string | null = null) {
  await using api = await startHttpInbox(() => ({
    status: 202,
    body: { status: 'success', message: 'Event processed', dedup_key: 'k' },
  }))
  const told = await createPagerDuty({ name: 'pager', routingKey, source, endpoint: api.url }).send(
    message,
    signal,
  )
  expect(api.received.map(({ path }) => path)).toEqual(api.received.map(() => '/v2/enqueue'))
  return { told, events: api.received.map(({ body }) => event.parse(JSON.parse(body))) }
}

describe('PagerDuty', () => {
  test('is triggered by a trouble and resolved by its end, under one key', async () => {
    const begun = await sent(trouble)
    const ended = await sent(recovered)
    expect(begun.events).toMatchObject([{ event_action: 'trigger', dedup_key: trouble.key }])
    expect(ended.events).toMatchObject([{ event_action: 'resolve', dedup_key: trouble.key }])
    expect(begun.events[0]).toMatchObject({
      client_url: trouble.link,
      payload: { severity: 'critical', class: 'backup-failed', source: 'production' },
    })
  })

  test('takes even what is longer than it may be', async () => {
    const { events } = await sent(endless)
    expect(events).toHaveLength(1)
  })

  test('keeps environments of one name apart by their source', async () => {
    const [one] = (await sent(trouble, 'shop')).events
    const [other] = (await sent(trouble, 'billing')).events
    expect(one?.dedup_key).not.toBe(other?.dedup_key)
  })

  test('is resolved by whatever succeeds, also when nobody remembers the trouble', async () => {
    const { events } = await sent({ ...recovered, state: 'success', since: null })
    expect(events.map(({ event_action }) => event_action)).toEqual(['resolve'])
  })

  test('is told the end of each trouble that a run ends, and of none that it leaves open', async () => {
    const both = await sent({ ...recovered, ends: ['lifeboat/dev/drill/a', 'lifeboat/dev/drill'] })
    expect(both.events).toMatchObject([
      { event_action: 'resolve', dedup_key: 'lifeboat/dev/drill/a' },
      { event_action: 'resolve', dedup_key: 'lifeboat/dev/drill' },
    ])
    const none = await sent({ ...recovered, ends: [] })
    expect([none.told.done, none.events]).toEqual(['nothing', []])
    const turned = await sent({ ...trouble, ends: ['lifeboat/dev/drill/a'] })
    expect(turned.events.map(({ event_action }) => event_action)).toEqual(['trigger', 'resolve'])
  })

  test('is not rung by what people are only to know of an incident', async () => {
    const { told, events } = await sent({ ...trouble, state: 'communication', alert: 'communication' })
    expect([told.done, events]).toEqual(['nothing', []])
  })

  test('is left without an open incident by a test', async () => {
    const { events } = await sent({ ...trouble, state: 'test', severity: 'info' })
    expect(events.map(({ event_action }) => event_action)).toEqual(['trigger', 'resolve'])
  })

  test.each([
    [400, 'config'],
    [429, 'unavailable'],
    [502, 'unavailable'],
  ])('that answers %i ends as `%s` without the routing key', async (status, kind) => {
    await using api = await startHttpInbox(() => ({ status, body: { errors: [routingKey] } }))
    const pager = createPagerDuty({ name: 'pager', routingKey, source: null, endpoint: api.url })
    const failure: unknown = await pager.send(trouble, signal).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind })
    expect(JSON.stringify({ ...(failure as object), text: String(failure) })).not.toContain(routingKey)
  })
})
