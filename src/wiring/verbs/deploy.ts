import { z } from 'zod'
import {
  deploymentModes,
  deploySteps,
  type DeployStep,
  rollbackModes,
} from '../../operations/deploy/deploy-input.ts'
import {
  boolean,
  duration,
  flag,
  identityInputs,
  sharedInputs,
  signingInputs,
  words,
  several,
} from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

/** The parts by name, or `all` of them. */
const steps = several
  .default('all')
  .refine((text) => parseSteps(text) !== null, {
    error: `accepted: all, or some of ${deploySteps.join(', ')}, separated by commas`,
  })
  .transform((text) => parseSteps(text) ?? [])

function parseSteps(text: string): DeployStep[] | null {
  const given = text.split(/[\s,]+/).filter((word) => word !== '')
  if (given.length === 1 && given[0] === 'all') return [...deploySteps]
  const known = deploySteps.filter((step) => given.includes(step))
  return known.length === given.length && known.length > 0 ? known : null
}

const deployInputs = z.object({
  ...sharedInputs,
  version: words
    .optional()
    .describe('The version to deploy, such as `1.4.2` or a commit. Not needed with `rollback: now`.'),
  commit: z
    .string()
    .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, { error: 'accepted: a whole commit id' })
    .optional()
    .describe('The commit that the version was built from. Default: the commit of the workflow run.'),
  confirm: words
    .optional()
    .describe(
      'The name of the environment, typed by whoever starts it. A protected environment takes it, and a reason.',
    ),
  override: words
    .max(500)
    .optional()
    .describe(
      'Lets the version through although the gate is closed, for this reason. Kept in the ledger and told in an issue.',
    ),
  rollback: z
    .enum(rollbackModes)
    .default('auto')
    .describe(
      'What becomes of a deployment that fails: `auto` takes it back, `never` leaves it to a person. `now` deploys nothing, and takes the newest deployment back.',
    ),
  'restore-data': boolean
    .describe(
      'With `deploy.restore-data: ask` in the environment file: bring the data back too, if the deployment fails and has changed it. With `rollback: now`: bring it back.',
    )
    .meta(flag),
  deployment: z
    .enum(deploymentModes)
    .default('job')
    .describe(
      "The record that GitHub shows: `job` takes up the one that the job's `environment:` made, `create` makes one (needs `deployments: write`), `none` tells GitHub nothing.",
    ),
  steps: steps.describe(
    `The parts to do, in their own order: ${deploySteps.map((step) => `\`${step}\``).join(', ')}. Jobs of their own take one each; \`deploy\` asks the gate again.`,
  ),
  backup: words
    .optional()
    .describe(
      'Id of the backup that an earlier job made: for `deploy` the one to go back to, for `verify` the one to prove.',
    ),
  wait: duration
    .optional()
    .describe(
      'How long to wait for another deployment or restore of the environment to end, such as `15m`. Default: not at all.',
    ),
  'dry-run': boolean
    .describe('Says what would be done and what the gate finds, and changes nothing.')
    .meta(flag),
  ...identityInputs,
  ...signingInputs,
})
export type DeployVerbInput = z.output<typeof deployInputs>

export const deployVerb = actionVerb({
  name: 'deploy',
  summary: 'Deploy a version with a proven way back',
  description:
    'Asks the gate, makes a critical backup, changes the data and brings the version up, waits until it is well, validates ' +
    'the environment, makes another backup and proves it. What fails before the validation has passed is taken back: the ' +
    'release, and, where the deployment has changed the data and the environment file asks for it, the data too; what was ' +
    'written since is kept under another name. Two deployments of one environment never overlap, and a run that was killed ' +
    'is gone on with, or taken back, by the next.',
  examples: [
    {
      text: 'What would be done, and what the gate finds',
      command: 'lifeboat deploy --environment production --version 1.4.2 --dry-run',
    },
    {
      text: 'Deploy, with all keys on this machine, one per line of the file',
      command:
        'lifeboat deploy --environment production --version 1.4.2 --confirm production --reason "release of week 47" --identity-file verify-identity.txt --signing-key-file deploy-keys.txt',
    },
    {
      text: 'Take the newest deployment back, its data too',
      command:
        'lifeboat deploy --environment production --rollback now --restore-data --confirm production --reason "orders are wrong since 1.4.2" --steps backup,deploy --identity-file verify-identity.txt --signing-key-file deploy-keys.txt',
    },
  ],
  inputs: deployInputs,
  outputs: {
    'deployment-id': 'Id of the deployment on GitHub; empty when there is none.',
    url: 'Where people find the application, as the environment file says.',
    'backup-id':
      'Id of the backup that was made, or is gone back to: with the step `backup-after` the one made at the end.',
    state:
      '`stands`, `rolled-back`, `broken` (a person is needed) or `refused`; empty when nothing was deployed.',
  },
  action: {
    folder: 'deploy-env',
    title: 'Lifeboat deploy-env',
    icon: 'upload-cloud',
    startsServers: true,
    isComposite: true,
  },
  load: async () => (await import('../run-deploy.ts')).runDeploy,
})
