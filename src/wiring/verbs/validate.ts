import { z } from 'zod'
import { validationCategories } from '../../domain/environment/validation-schema.ts'
import { duration, lines, path, sharedInputs, signingInputs, words } from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

const known: readonly string[] = validationCategories

/** Reports write categories as words: `RTO compliance` is meant as `rto-compliance`. */
const hyphenated = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, '-')

const validateInputs = z.object({
  ...sharedInputs,
  ...signingInputs,
  categories: lines
    .transform((given) => given.flatMap((line) => line.split(',').map(hyphenated)))
    .refine((given) => given.every((category) => known.includes(category)), {
      error: `accepted: ${known.join(', ')}`,
    })
    .transform((given) => validationCategories.filter((category) => given.includes(category)))
    .optional()
    .describe(
      `Only these categories, one per line or separated by commas: ${validationCategories.map((category) => `\`${category}\``).join(', ')}. Default: those of the depth.`,
    ),
  depth: z
    .enum(['quick', 'full', 'smoke'])
    .default('full')
    .describe(
      '`quick` asks what runs, whether it answers, and the objectives; `full` also data, security, performance and readiness; `smoke` also goes the ways through the application that the file describes.',
    ),
  version: words
    .optional()
    .describe('The version that should run. Default: the one that the ledger says was deployed last.'),
  'require-proof-within': duration
    .optional()
    .describe(
      'How old the newest good restore test may be, such as `24h`. Default: as the environment file says.',
    ),
  junit: path
    .optional()
    .describe(
      'Path of a JUnit XML file to write. In a workflow, one is written to the temporary folder otherwise.',
    ),
})
export type ValidateVerbInput = z.output<typeof validateInputs>

export const validateVerb = actionVerb({
  name: 'validate',
  summary: 'Say whether an environment is fit for service',
  description:
    'Asks what runs, whether each service answers, whether the last backup and restore hold the objectives, whether ' +
    'strangers stay outside, how fast the application is, and whether all is there for the day of trouble. Every check ' +
    'says what it found; one that could not run is skipped and counts as lost. Changes nothing but what your own smoke ' +
    'flows do.',
  examples: [
    { text: 'Everything but the smoke flows', command: 'lifeboat validate --environment production' },
    {
      text: 'After a deployment',
      command: 'lifeboat validate --environment production --depth quick --version 1.4.2',
    },
    {
      text: 'Only what concerns security, for a test viewer',
      command:
        'lifeboat validate --environment production --categories security-boundaries --junit validation.xml',
    },
  ],
  inputs: validateInputs,
  outputs: {
    score: '0 to 100; empty when the validation did not get to its end.',
    junit: 'Path of the JUnit XML file.',
  },
  action: { folder: 'validate', title: 'Lifeboat validate', icon: 'check-square', startsServers: false },
  load: async () => (await import('../run-validate.ts')).runValidate,
})
