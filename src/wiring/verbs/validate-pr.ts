import { z } from 'zod'
import { config, environment, path, sharedInputs } from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

const validatePrInputs = z.object({
  environment,
  config,
  on: z
    .enum(['shape', 'anonymised', 'rows'])
    .default('shape')
    .describe(
      'What the migrations are tried on: `shape` (definitions and sizes, no rows), `anonymised` (a set made by `anonymise`), or `rows` (what `open-backup` has opened; only a verdict comes out).',
    ),
  data: path
    .optional()
    .describe(
      'The file that `shape` wrote, or the folder that `anonymise` or `open-backup` filled. The latter is removed.',
    ),
  proposed: path.default('.').describe('The checkout of what is proposed.'),
  base: path
    .optional()
    .describe(
      'A checkout of the branch that it is proposed for. Only files that differ are judged; without it, all.',
    ),
  'fail-on': sharedInputs['fail-on'],
})
export type ValidatePrInput = z.output<typeof validatePrInputs>

export const validatePrVerb = actionVerb({
  name: 'validate-pr',
  summary: 'Try what a pull request proposes, before it is merged',
  description:
    'Reads the environment files, runbooks and workflows that changed, and runs the migrations in a laboratory: on ' +
    'production’s definitions and sizes, on an anonymised set, or on its rows. Names statements that rewrite or block ' +
    'large tables, what is destroyed, and what the release in use would miss. Needs no secret.',
  examples: [
    {
      text: 'On the shape of production',
      command: 'lifeboat validate-pr --environment production --data shape.json --base ../main',
    },
  ],
  inputs: validatePrInputs,
  outputs: {},
  action: {
    folder: 'validate-pr',
    title: 'Lifeboat validate-pr',
    icon: 'git-pull-request',
    startsServers: true,
  },
  load: async () => (await import('../run-validate-pr.ts')).runValidatePr,
})
