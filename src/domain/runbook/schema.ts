import { z } from 'zod'
import type { CamelKeys } from '../environment/camel-keys.ts'
import { argv, duration, plainText, positiveInteger, template } from '../environment/fields.ts'
import { wordings } from '../environment/wording.ts'

/**
 * A runbook: the typed procedure for one incident. Written by hand under `runbooks/`; docs/guides/runbooks.md explains it,
 * and the JSON Schema for editors is generated from here.
 */

const stepIdForm = 'lower-case letters, digits and hyphens, beginning with a letter, at most 40'
const stepId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: `accepted: ${stepIdForm}` })
  .register(wordings, { type: 'id of a step', accepted: stepIdForm })

const incidentForm = 'letters, digits and hyphens, such as INC-001, at most 40'
export const incidentIdPattern = /^[A-Za-z][A-Za-z0-9-]{0,39}$/
const incidentId = z
  .string()
  .regex(incidentIdPattern, { error: `accepted: ${incidentForm}` })
  .register(wordings, { type: 'id of an incident', accepted: incidentForm })

/** What every step may have. */
const anyStep = {
  id: stepId.describe('Names the step in records and on the command line.'),
  title: plainText.describe('What it does, in a few words.'),
  expect: duration
    .optional()
    .describe('How long it is expected to take: a simulation adds these up against the RTO.'),
  'on-failure': z
    .enum(['stop', 'go-on'])
    .default('stop')
    .describe('What a failure means: the run stops there and can be resumed, or goes on and ends degraded.'),
}

const operationStep = z.strictObject({
  type: z.literal('operation').describe('A verb of Lifeboat.'),
  ...anyStep,
  verb: plainText.describe('The verb, as on the command line: restore, validate, backup…'),
  with: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .register(wordings, { type: 'mapping', accepted: 'a mapping of inputs to text, numbers, true or false' })
    .prefault({})
    .transform((given) => new Map(Object.entries(given).map(([name, value]) => [name, String(value)])))
    .describe('Its inputs. The environment, the keys, reason and confirmation come from the run.'),
  ask: z
    .record(z.string(), plainText)
    .register(wordings, {
      type: 'mapping',
      accepted: 'a mapping of inputs to the questions that ask for them',
    })
    .prefault({})
    .transform((given) => new Map(Object.entries(given)))
    .describe('Inputs that a person gives in the hour of need, each with the question that asks for it.'),
})

const commandStep = z.strictObject({
  type: z.literal('command').describe('A program of your own.'),
  ...anyStep,
  run: argv.describe('The program and its arguments. No shell reads them.'),
  variables: z
    .array(plainText)
    .default([])
    .describe('Variables of the job that the program is given, besides LIFEBOAT_ENVIRONMENT and PATH.'),
  timeout: duration.prefault('10m').describe('How long it may take.'),
  again: z
    .enum(['ask', 'safe'])
    .default('ask')
    .describe(
      'Whether it may simply be run again when nobody knows how far it came (the run was killed, or its time or a signal ended it), or a person is asked first.',
    ),
})

const httpStep = z.strictObject({
  type: z.literal('http').describe('A question to a URL.'),
  ...anyStep,
  url: template.describe('The URL that is asked.'),
  status: z.int().min(100).max(599).default(200).describe('The HTTP status that is good.'),
  attempts: positiveInteger.max(1_000).default(1).describe('How often it is asked at most.'),
  interval: duration.prefault('5s').describe('Time between two attempts.'),
  timeout: duration.prefault('10s').describe('How long one attempt may take.'),
})

const waitStep = z.strictObject({
  type: z.literal('wait').describe('A pause.'),
  ...anyStep,
  for: duration.describe('How long.'),
})

const decisionStep = z.strictObject({
  type: z.literal('decision').describe('A question to a person, whose answer says how to go on.'),
  ...anyStep,
  question: plainText.describe('What is asked.'),
  answers: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'accepted: a word in lower case' }),
      z.union([z.literal('next'), z.literal('end'), stepId]),
    )
    .refine((answers) => Object.keys(answers).length >= 2, { error: 'accepted: two answers or more' })
    .register(wordings, {
      type: 'mapping',
      accepted: 'two answers or more, each with next, end or the id of a later step',
    })
    .transform((answers) => new Map(Object.entries(answers)))
    .describe(
      'Per answer: a later step, `next`, or `end` for the verification. A simulation takes the first.',
    ),
})

const manualStep = z.strictObject({
  type: z.literal('manual').describe('Something that only a person can do.'),
  ...anyStep,
  do: plainText.describe('What is asked of the person.'),
})

const failoverStep = z.strictObject({
  type: z.literal('failover').describe('A replica of PostgreSQL takes the place of its primary.'),
  ...anyStep,
  primary: template.describe('Connection URL of the primary, to make sure that it is gone.'),
  replica: template.describe('Connection URL of the replica, as a role that may promote.'),
  fence: argv
    .optional()
    .describe(
      'A program that makes sure that the primary cannot come back: stops its machine, takes its address. Without one a primary that is merely out of our sight is refused.',
    ),
  'max-loss': duration
    .prefault('1m')
    .describe('How old the newest change on the replica may be; an older one is refused.'),
  timeout: duration.prefault('2m').describe('How long the promotion may take.'),
})

export const stepSchema = z.discriminatedUnion('type', [
  operationStep,
  commandStep,
  httpStep,
  waitStep,
  decisionStep,
  manualStep,
  failoverStep,
])

export const severities = ['critical', 'high', 'medium', 'low'] as const

export const runbookSchema = z
  .strictObject({
    version: z.literal(1).default(1).describe('Version of this format.'),
    incident: incidentId.describe('Id of the incident, such as INC-001.'),
    title: plainText.describe('The incident, in a few words.'),
    severity: z.enum(severities).describe('How bad it is.'),
    rto: duration.describe(
      'How long the recovery may take, from its beginning to the end of the verification.',
    ),
    detection: z.array(plainText).min(1).describe('How it shows.'),
    drill: z
      .union([plainText, z.strictObject({ none: plainText.describe('Why no drill rehearses it.') })])
      .register(wordings, {
        type: 'scenario',
        accepted: 'the name of a drill scenario, or { none: the reason why there is none }',
      })
      .describe('The drill that proves it: a runbook whose drill is stale or failed is shown as unproven.'),
    steps: z.array(stepSchema).min(1).describe('What is done, in order.'),
    verification: z
      .array(stepSchema)
      .min(1)
      .describe('How it is made sure that the incident is over. Always done last.'),
    escalation: z
      .array(
        z.strictObject({
          after: duration.describe('How long after the beginning.'),
          who: plainText.describe('Who is told.'),
          channel: plainText.describe('Name of a channel under `notifications:` of the environment file.'),
        }),
      )
      .default([])
      .describe('Who else is told when it takes longer. The run does it by itself.'),
    communication: z
      .strictObject({
        begin: plainText.optional().describe('Told when it begins.'),
        late: plainText.optional().describe('Told when the RTO has passed.'),
        end: plainText.optional().describe('Told when it is over.'),
      })
      .prefault({})
      .describe('Texts for customers and colleagues; {environment}, {incident} and {minutes} are filled in.'),
  })
  .describe('A Lifeboat runbook: what is done in an incident, step by step.')

export type Runbook = CamelKeys<z.output<typeof runbookSchema>> & {
  /** Where it was read. */
  file: string
  /** Of the file's bytes: a run is resumed only with the text that it began with. */
  sha256: string
}
export type Step = Runbook['steps'][number]
export type StepOf<Type extends Step['type']> = Extract<Step, { type: Type }>
