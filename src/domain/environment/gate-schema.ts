import { z } from 'zod'
import { duration, nameSchema, plainText, positiveInteger } from './fields.ts'
import { wordings } from './wording.ts'

/** `on`, with the objective as the limit; `off`; or a limit of its own. */
const limit = z.union([z.enum(['on', 'off']), duration])

const prefixForm = 'letters, digits and underscores, such as STAGING_, not beginning with GITHUB_ or the like'
const variablesPrefix = z
  .string()
  .regex(/^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_|LIFEBOAT_)[A-Za-z_][A-Za-z0-9_]*$/i, {
    error: `accepted: ${prefixForm}`,
  })
  .register(wordings, { type: 'beginning of names of variables', accepted: prefixForm })

const before = z.strictObject({
  environment: nameSchema.describe('The environment that a version has to stand in first.'),
  config: plainText
    .optional()
    .describe('Path of its file, when it stands elsewhere than under `environments/`.'),
  'variables-prefix': variablesPrefix
    .optional()
    .describe(
      'Where its file says ${NAME}, the variable with this before its name is read: both environments use the same names. Default: the variable itself.',
    ),
  within: duration
    .optional()
    .describe('How long ago the version may have been validated there. Default: without limit.'),
})

const required = z.strictObject({
  branch: plainText
    .optional()
    .describe('The branch whose required checks the commit must have. Default: the default branch.'),
})

/** `gate:` what a deployment is refused without. */
export const gateSchema = z
  .strictObject({
    backup: limit
      .optional()
      .describe('How old the data of the newest backup may be. `on`: as objectives.rpo says.'),
    copies: positiveInteger
      .optional()
      .describe('How many stores must hold that backup whole. Default: minimum-copies.'),
    proof: limit
      .optional()
      .describe(
        'How old the newest restore test may be, which must be good. `on`: as objectives.verify-every says.',
      ),
    drill: limit
      .optional()
      .describe(
        'How old the last drill may be, which must be passed. `on`: as objectives.drill-every says, where drills are held.',
      ),
    after: z
      .union([z.literal('off'), before])
      .optional()
      .describe('The environment before this one in line: only what was validated there may come here.'),
    checks: z
      .union([z.enum(['on', 'off']), required])
      .optional()
      .describe("The checks that GitHub requires on a branch must be green on the version's commit."),
  })
  .describe('Conditions of a deployment. What is not named is on for a protected environment, else off.')
