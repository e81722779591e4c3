import { z } from 'zod'
import { environment, path, sharedInputs } from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

const reportPrInputs = z.object({
  environment,
  result: path
    .optional()
    .describe(
      'The folder that the trial’s result was downloaded to. Its one JSON file is read as data of a fixed shape, and believed only where it makes things worse.',
    ),
  outcome: z
    .enum(['success', 'failure', 'cancelled', 'skipped'])
    .optional()
    .describe('How the trial’s job ended, where the event does not say: `needs.<job>.result`.'),
  verdict: z
    .enum(['passed', 'degraded', 'failed'])
    .optional()
    .describe(
      'What the trial’s step said, where no result may leave: its output `verdict`, as an output of the job. Believed only where it makes things worse.',
    ),
  name: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Name of the check, which can be made required. Default: `lifeboat / <environment>`.'),
  'github-token': sharedInputs['github-token'].describe(
    'Token that writes the check and the comment. Needs `checks: write` and `pull-requests: write`.',
  ),
  'fail-on': sharedInputs['fail-on'],
})
export type ReportPrInput = z.output<typeof reportPrInputs>

export const reportPrVerb = actionVerb({
  name: 'report-pr',
  summary: 'Tell a pull request how its trial ended',
  description:
    'The trusted half of a trial: takes commit and number from the event that GitHub made, asks GitHub whether they still ' +
    'belong together, and writes one check and one comment, which it brings up to date from run to run. Runs no code of ' +
    'the pull request.',
  examples: [
    {
      text: 'In a workflow on workflow_run',
      command: 'lifeboat report-pr --environment production --result result',
    },
  ],
  inputs: reportPrInputs,
  outputs: {
    conclusion: '`success`, `neutral` or `failure`: what the check says; empty when none was written.',
  },
  action: { folder: 'report-pr', title: 'Lifeboat report-pr', icon: 'message-square', startsServers: false },
  load: async () => (await import('../run-report-pr.ts')).runReportPr,
})
