import { z } from 'zod'
import { failureKinds } from '../domain/failure.ts'
import { endedBy, type Message } from '../domain/message.ts'
import { newsKinds, severities } from '../domain/news.ts'

/** What is posted to a webhook: schema/notification.json is made from this. Fields are only ever added to a version. */
const payloadVersion = 1

const time = z.iso.datetime()

export const payloadSchema = z
  .object({
    version: z.literal(payloadVersion).describe('Version of this format. Fields may be added to it.'),
    id: z.string().describe('Of this message; the same when it is sent again.'),
    state: z
      .enum(['trouble', 'recovered', 'success', 'escalation', 'communication', 'test'])
      .describe(
        'What it tells: a trouble, its end, a success worth telling, an escalation, what a runbook lets people know, or a test.',
      ),
    severity: z
      .enum(severities)
      .describe(
        'How grave it is; of `recovered`, how grave the trouble was that is over: whoever pages by severity looks at `state` too.',
      ),
    kind: z
      .enum([...newsKinds, 'escalation', 'test'])
      .describe('What it is about, in the words of the environment file.'),
    alert: z.string().describe('In one word: `backup-failed`, `rpo-missed`, `restore-succeeded`…'),
    key: z.string().describe('What all messages about one trouble have in common, from beginning to end.'),
    ends: z
      .array(z.string())
      .describe(
        'Keys of the troubles that are over by it; without that of the message where only a part of its trouble is over.',
      ),
    environment: z.string(),
    title: z.string().describe('One line.'),
    summary: z.string().describe('A sentence or two.'),
    verdict: z
      .enum(['passed', 'degraded', 'failed'])
      .nullable()
      .describe('How the run ended; null without a run.'),
    failure: z
      .enum(Object.keys(failureKinds) as [keyof typeof failureKinds, ...(keyof typeof failureKinds)[]])
      .nullable()
      .describe('Kind of the failure.'),
    backupId: z.string().nullable(),
    at: time.describe('When it happened.'),
    since: time.nullable().describe('Since when it is in trouble, as far as is known.'),
    link: z.string().nullable().describe('Where log and report can be read.'),
    facts: z.array(z.object({ label: z.string(), text: z.string() })).describe('For people, in order.'),
    next: z.array(z.string()).describe('What to do, in order.'),
    report: z
      .looseObject({})
      .optional()
      .describe('The JSON report, as docs/reports.md has it; with `include-report` alone.'),
  })
  .describe('What Lifeboat posts to a webhook.')
type Payload = z.input<typeof payloadSchema>

export function payloadOf(message: Message, includeReport: boolean): Payload {
  const { id, state, severity, kind, alert, key, environment, title, summary, verdict, link } = message
  const { report, at, since } = message
  return {
    version: payloadVersion,
    id,
    state,
    severity,
    kind,
    alert,
    key,
    ends: [...endedBy(message)],
    environment,
    title,
    summary,
    verdict,
    link,
    facts: [...message.facts],
    next: [...message.next],
    failure: report?.failure?.kind ?? null,
    backupId: report?.backupId ?? null,
    at: new Date(at).toISOString(),
    since: since === null ? null : new Date(since).toISOString(),
    ...(includeReport && report !== null ? { report: { ...report } } : {}),
  }
}
