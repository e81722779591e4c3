import { z } from 'zod'
import { failureKinds } from '../failure.ts'
import { newsKinds, severities } from '../news.ts'
import { duration, nameSchema, plainText, template } from './fields.ts'
import { wordings } from './wording.ts'

/** `notifications:` who is told of what, and how. */

const kinds = z.array(z.enum(newsKinds))
const severity = z.enum(severities)

/** What every channel may have: which part of the news it is given. */
const routing = {
  name: nameSchema.describe('Name of the channel in logs, and for `notify test`.'),
  'at-least': severity
    .default('warning')
    .describe('The mildest severity that it is told of: `info`, `warning` or `critical`.'),
  kinds: kinds.optional().describe('Only news of these kinds. Default: all.'),
  successes: kinds
    .prefault(['restore', 'deployment'])
    .describe('Kinds of which a success is told too, whatever its severity.'),
  recoveries: z
    .boolean()
    .default(true)
    .describe('Whether it is told that a trouble that it was told of is over.'),
  'repeat-after': duration
    .optional()
    .describe('When the same trouble is told again, if it lasts. Default: that of `notifications`.'),
}

const emailForm = 'an address such as ops@example.org'
const emailAddress = z
  .string()
  .regex(/^[^\s@<>,;:"()[\]\\]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, {
    error: `accepted: ${emailForm}`,
  })
  .register(wordings, { type: 'e-mail address', accepted: emailForm })

const slack = z.strictObject({
  type: z.literal('slack').describe('Slack, by an incoming webhook or by a bot.'),
  ...routing,
  'webhook-url': template.optional().describe('URL of an incoming webhook; it posts to one channel.'),
  token: template
    .optional()
    .describe('Token of a bot (xoxb-…) with chat:write. With channels:history it follows up in a thread.'),
  channel: plainText.optional().describe('With token: the id of the channel, such as C0123456789.'),
  api: template.optional().describe('Address of the API. Default: https://slack.com/api.'),
})

const webhook = z.strictObject({
  type: z.literal('webhook').describe('A URL of your own: each message is posted as signed JSON.'),
  ...routing,
  url: template.describe('The URL that messages are posted to.'),
  secret: template
    .optional()
    .describe('Shared secret that signs each message by HMAC-SHA256; whsec_ and base64, or any text.'),
  'include-report': z
    .boolean()
    .default(false)
    .describe('Whether the whole JSON report is part of the message.'),
})

const email = z.strictObject({
  type: z.literal('email').describe('E-mail by an SMTP server.'),
  ...routing,
  host: template.describe('Host name of the SMTP server.'),
  port: z.int().min(1).max(65_535).optional().describe('Default: 587, and 465 with security: tls.'),
  security: z
    .enum(['starttls', 'tls', 'none'])
    .default('starttls')
    .describe(
      '`starttls` and `tls` demand an encrypted connection; `none` gives it up, for a relay on the same machine.',
    ),
  user: template.optional().describe('Stands together with password.'),
  password: template.optional().describe('Stands together with user.'),
  'ca-file': plainText
    .optional()
    .describe('Path of the certificate of a private authority. Default: the well-known authorities.'),
  from: emailAddress.describe('The sender.'),
  to: z.array(emailAddress).min(1).max(50).describe('The recipients.'),
})

const pagerduty = z.strictObject({
  type: z.literal('pagerduty').describe('PagerDuty, by its Events API v2: a page, a phone call, an SMS.'),
  ...routing,
  'at-least': severity
    .default('critical')
    .describe('The mildest severity that it is told of: `info`, `warning` or `critical`.'),
  'routing-key': template.describe('Integration key of a service or of global event orchestration.'),
  source: plainText
    .optional()
    .describe(
      'What alerts name as their source; tells apart environments of one name. Default: the environment.',
    ),
  endpoint: template
    .optional()
    .describe(
      'Address of the Events API, such as https://events.eu.pagerduty.com. Default: https://events.pagerduty.com.',
    ),
})

const githubIssues = z.strictObject({
  type: z
    .literal('github-issues')
    .describe('Issues of the repository whose workflow runs; there without being listed.'),
  name: routing.name,
  enabled: z.boolean().default(true).describe('`false` writes no issues at all.'),
  kinds: routing.kinds,
})

const severityRule = z.strictObject({
  severity: severity.describe('What news that fits is.'),
  kinds: kinds.optional().describe('Only news of these kinds. Default: all.'),
  verdicts: z
    .array(z.enum(['degraded', 'failed']))
    .min(1)
    .optional()
    .describe('Only runs that ended so. Default: all.'),
  failures: z
    .array(z.enum(Object.keys(failureKinds) as [keyof typeof failureKinds, ...(keyof typeof failureKinds)[]]))
    .min(1)
    .optional()
    .describe('Only failures of these kinds. Default: all.'),
  objectives: z
    .array(z.enum(['RPO', 'RTO']))
    .min(1)
    .optional()
    .describe('Only runs that missed one of these. Default: all.'),
})

export const notificationsSchema = z.strictObject({
  channels: z
    .array(z.discriminatedUnion('type', [slack, webhook, email, pagerduty, githubIssues]))
    .min(1)
    .describe('Who is told. Each channel by itself: one that fails stops neither the others nor the run.'),
  severity: z
    .array(severityRule)
    .default([])
    .describe('How grave something is: the first rule that fits says it, else the defaults of the guide.'),
  'repeat-after': duration.prefault('24h').describe('When the same trouble is told again, if it lasts.'),
})
