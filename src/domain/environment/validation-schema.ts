import { z } from 'zod'
import { duration, nameSchema, plainText, positiveInteger, template } from './fields.ts'
import { Template, templateProblem } from './template.ts'
import { jsonPathProblem } from '../json-path.ts'
import { patternProblem } from '../pattern.ts'
import { wordings } from './wording.ts'

/** `validation:` what makes an environment fit for service, and how that is asked. Documented in docs/guides/validate.md. */

/** The categories as the file and the inputs name them; `smoke` is asked for by its depth. */
export const validationCategories = [
  'environment-status',
  'service-health',
  'rto-compliance',
  'security-boundaries',
  'performance',
  'operational-readiness',
  'smoke',
] as const
export type ValidationCategory = (typeof validationCategories)[number]

/** Every kind of check, as `left-out` names it. */
export const validationChecks = [
  'services',
  'versions',
  'restarts',
  'disk',
  'endpoints',
  'postgresql',
  'redis',
  'workers',
  'tables',
  'assertions',
  'redis-data',
  'backup-time',
  'recovery-point',
  'recovery-time',
  'proof',
  'authentication',
  'database-password',
  'redis-password',
  'outside',
  'encryption',
  'tls',
  'redirect',
  'headers',
  'default-passwords',
  'credentials',
  'performance',
  'logs',
  'metrics',
  'alerts',
  'schedule',
  'backups-on-time',
  'runbooks',
  'flows',
] as const
export type ValidationCheck = (typeof validationChecks)[number]

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

const share = z.int().min(1).max(100)
const weight = z.int().min(0).max(100)
const status = z.int().min(100).max(599)
const timeout = duration.prefault('10s').describe('How long one request may take.')

/** `Name: value`, kept as a list, since the names are the user's own. */
const headers = z
  .record(z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/), template)
  .register(wordings, { type: 'mapping', accepted: 'a mapping of names of headers to their values' })
  .transform((given) => Object.entries(given).map(([name, value]) => ({ name, value })))
  .prefault({})
  .describe('Headers of the request; values may hold "${NAME}".')

const request = {
  name: plainText.describe('How reports call it.'),
  url: template.describe('A URL of the environment. Redirects are not followed: they are an answer too.'),
  method: z.enum(methods).default('GET').describe('The HTTP method.'),
  headers,
  status: status.default(200).describe('The HTTP status that is right.'),
  timeout,
}

const worker = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('http').describe('A URL that a worker, or what watches it, answers.'),
    ...request,
  }),
  z.strictObject({
    type: z.literal('sql').describe('A query on a PostgreSQL source.'),
    name: plainText.describe('How reports call it.'),
    source: nameSchema.describe('The source that is asked.'),
    sql: plainText.describe('A query that gives one row with one boolean, true when the worker is at work.'),
  }),
  z.strictObject({
    type: z.literal('redis').describe('A key of a Redis source that the worker writes.'),
    name: plainText.describe('How reports call it.'),
    source: nameSchema.describe('The source that is asked.'),
    key: plainText.describe(
      'The key; its value is a time: seconds or milliseconds of the epoch, or ISO 8601.',
    ),
    'max-age': duration.prefault('2m').describe('How old the time may be.'),
  }),
])

const site = z.strictObject({
  name: plainText.describe('How reports call it.'),
  url: template.describe('The address that users open, such as https://shop.example.com/.'),
  plaintext: template
    .optional()
    .describe('Its address without TLS. Default: the same host, http:// and port 80.'),
})

const security = z.strictObject({
  refused: z
    .array(
      z.strictObject({
        ...request,
        status: z.array(status).min(1).default([401, 403]).describe('The statuses that mean a refusal.'),
      }),
    )
    .default([])
    .describe('Requests that must be refused, as they carry no credentials.'),
  sites: z.array(site).default([]).describe('What is asked for TLS, redirection and headers.'),
  'certificate-days': positiveInteger
    .max(365)
    .default(14)
    .describe('How many days a certificate must still be valid.'),
  closed: z
    .array(template)
    .default([])
    .describe('Addresses, as host:port, that must take no connection from where the validation runs.'),
  'try-passwords': z
    .boolean()
    .default(true)
    .describe('Whether well-known passwords are tried, five at most for each service.'),
  credentials: z
    .strictObject({
      key: template.describe('A secret of 32 characters or more that is the same in all environments.'),
      fingerprints: plainText
        .default('lifeboat-fingerprints.json')
        .describe('A file of the repository that holds the fingerprints of all environments.'),
      also: z
        .array(
          z.strictObject({
            name: plainText.describe('How reports call it.'),
            value: template.describe('The credential.'),
          }),
        )
        .default([])
        .describe('Credentials to compare besides the passwords of the sources.'),
    })
    .optional()
    .describe('How it is found out that no other environment has the same credentials.'),
})

const performanceRequest = z.strictObject({
  ...request,
  calls: positiveInteger.max(200).default(20).describe('How often it is sent.'),
  concurrency: positiveInteger.max(16).default(2).describe('How many are under way at once.'),
  p50: duration.optional().describe('Half of the answers must be there within this time.'),
  p95: duration.prefault('1s').describe('95 of 100 answers must be there within this time.'),
})

const readiness = z.strictObject({
  logs: z
    .array(
      z.strictObject({
        path: plainText.describe('A log file on the machine that validates.'),
        'max-age': duration.prefault('1h').describe('How long ago its last line may be written.'),
      }),
    )
    .default([])
    .describe('Logs that must be written.'),
  metrics: z
    .array(z.strictObject({ ...request }))
    .default([])
    .describe('Endpoints that answer in the Prometheus text format.'),
  alerts: z
    .array(
      z.strictObject({
        name: plainText.describe('How reports call it.'),
        url: template.describe(
          'Where alerts go: https://…, or smtp://host:port, smtps://…. A connection is made, and nothing sent.',
        ),
      }),
    )
    .default([])
    .describe('Ways to raise an alarm.'),
  workflows: plainText.default('.github/workflows').describe('The folder of the workflows.'),
  runbooks: plainText.default('runbooks').describe('The folder of the runbooks.'),
})

const pattern = formed(patternProblem, 'pattern', 'a pattern such as name="csrf" value="([^"]+)"')
const jsonPath = formed(jsonPathProblem, 'path in JSON', 'a path such as $.items[0].id')

function formed(problemOf: (text: string) => string | null, type: string, accepted: string) {
  return z
    .string()
    .min(1)
    .superRefine((text, context) => {
      const problem = problemOf(text)
      if (problem !== null) context.addIssue({ code: 'custom', message: `${problem}; accepted: ${accepted}` })
    })
    .register(wordings, { type, accepted, secret: true })
}

/** JSON with `${NAME}` and `{{capture}}` in its texts; kept as its text, so that no key of it is taken for one of ours. */
const body = z
  .unknown()
  .superRefine((value, context) => {
    for (const text of textsOf(value)) {
      const problem = templateProblem(text)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    }
  })
  .register(wordings, { type: 'JSON', accepted: 'any value, which is sent as JSON', secret: true })
  .transform((value) => new Template(JSON.stringify(value ?? null), ''))

const capture = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'accepted: a lower-case word such as token' })
    .register(wordings, { type: 'word', accepted: 'a lower-case word such as token' })
    .describe('Later steps write {{name}} for the value.'),
  json: jsonPath.optional().describe('Where it stands in a JSON answer: $.data.items[0].id.'),
  header: plainText.optional().describe('The header that holds it.'),
  pattern: pattern
    .optional()
    .describe('A pattern whose first group is the value; looked for in the header, or else in the body.'),
})

const expectation = z.strictObject({
  json: jsonPath.optional().describe('Where a value stands in a JSON answer.'),
  header: plainText.optional().describe('A header.'),
  pattern: pattern.optional().describe('A pattern that the header, or else the body, must hold.'),
  equals: z
    .union([z.string(), z.number(), z.boolean(), z.null()])
    .optional()
    .describe('What the value must be; text may hold {{name}}.'),
  'at-least': z.number().optional().describe('The least that a number, or the count of a list, may be.'),
})

const flow = z.strictObject({
  name: plainText.describe('What a user does: log in and place an order.'),
  steps: z
    .array(
      z.strictObject({
        ...request,
        body: body.optional().describe('Sent as JSON; texts in it may hold "${NAME}" and {{name}}.'),
        capture: z.array(capture).default([]).describe('What later steps need of the answer.'),
        expect: z.array(expectation).default([]).describe('What must be true of the answer.'),
      }),
    )
    .min(1)
    .max(50)
    .describe('Requests, in their order. Cookies are kept from step to step.'),
})

export const validationSchema = z.strictObject({
  // Not filled in: a deployment is held to it only where somebody has written it down.
  'min-score': share
    .optional()
    .describe(
      'Below this score, of 100, the verdict is failed. Default: 80. A deployment is judged by it only when it is written here.',
    ),
  'must-pass': z
    .array(z.enum(validationCategories))
    .default(['environment-status', 'service-health', 'smoke'])
    .describe('Categories in which no check may fail, and one must have passed, whenever they are asked.'),
  weights: z
    .strictObject({
      'environment-status': weight.default(2).describe('What this category counts.'),
      'service-health': weight.default(3).describe('What this category counts.'),
      'rto-compliance': weight.default(2).describe('What this category counts.'),
      'security-boundaries': weight.default(2).describe('What this category counts.'),
      performance: weight.default(1).describe('What this category counts.'),
      'operational-readiness': weight.default(1).describe('What this category counts.'),
      smoke: weight.default(3).describe('What this category counts.'),
    })
    .prefault({})
    .describe('What each category counts in the score.'),
  'left-out': z
    .array(
      z.strictObject({
        check: z.enum(validationChecks).describe('The kind of check.'),
        because: plainText.describe('Why it means nothing here; stands in the report.'),
      }),
    )
    .default([])
    .describe('Checks that mean nothing in this environment; they do not count.'),
  certificates: plainText
    .optional()
    .describe('A file with the certificates of an authority of your own, besides those that are known.'),
  services: z
    .array(plainText)
    .default([])
    .describe('Services that must run. Default: all that the platform names.'),
  'max-restarts': z.int().min(0).default(3).describe('How often a service may have been started again.'),
  disk: z
    .strictObject({
      paths: z
        .array(plainText)
        .default([])
        .describe('Folders whose disks are looked at. Default: / when Docker Compose runs here.'),
      'min-free': share.default(10).describe('How many percent must be free.'),
    })
    .prefault({})
    .describe('Room on the disks of the machine that validates.'),
  endpoints: z
    .array(
      z.strictObject({
        ...request,
        'max-latency': duration.prefault('2s').describe('How long the answer may take.'),
      }),
    )
    .default([])
    .describe('URLs of the application that must answer. target.health is asked besides.'),
  latency: z
    .strictObject({
      postgres: duration.prefault('500ms').describe('How long a query that reads nothing may take.'),
      redis: duration.prefault('250ms').describe('How long a PING may take.'),
    })
    .prefault({})
    .describe('How fast the services must answer.'),
  workers: z.array(worker).default([]).describe('Workers, and how it is known that they are at work.'),
  tables: z
    .array(plainText)
    .default([])
    .describe(
      'Tables, as schema.table, that must be there with at least one row, in the first PostgreSQL source.',
    ),
  'redis-keys': z.int().min(0).default(1).describe('How many keys a Redis source must have at least.'),
  'require-proof-within': duration
    .optional()
    .describe('How old the newest good restore test may be. Default: objectives.verify-every.'),
  security: security.prefault({}).describe('What must be closed to strangers.'),
  performance: z.array(performanceRequest).default([]).describe('Requests that are measured.'),
  readiness: readiness.prefault({}).describe('What is there for the day of trouble.'),
  smoke: z.array(flow).default([]).describe('Ways through the application, for the depth smoke.'),
})

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsOf)
}
