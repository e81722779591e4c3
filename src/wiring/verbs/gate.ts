import { z } from 'zod'
import { sharedInputs, signingInputs, words } from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

const gateInputs = z.object({
  ...sharedInputs,
  ...signingInputs,
  version: words.describe('The version that is to be deployed, such as `1.4.2` or a commit.'),
  commit: z
    .string()
    .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, { error: 'accepted: a whole commit id' })
    .optional()
    .describe('The commit that the version was built from. Default: the commit of the workflow run.'),
  override: words
    .max(500)
    .optional()
    .describe(
      'Lets the version through although conditions are not met, for this reason. Kept in the ledger and told in an issue; needs the signing key of deployments.',
    ),
})
export type GateVerbInput = z.output<typeof gateInputs>

export const gateVerb = actionVerb({
  name: 'gate',
  summary: 'Say whether a version may be deployed, and what is missing',
  description:
    'Judges the conditions of the environment file: a young backup, a young and good restore test, a passed drill, the ' +
    'same version validated in the environment before, the required checks of the commit. Lists each with its evidence. ' +
    'Reads only, unless it is overridden: that goes to the ledger.',
  examples: [
    { text: 'May it go out?', command: 'lifeboat gate --environment production --version 1.4.2' },
    {
      text: 'It must go out all the same',
      command:
        'lifeboat gate --environment production --version 1.4.3 --override "mends the leak of this morning" --signing-key-file deploy-signing-key.txt',
    },
  ],
  inputs: gateInputs,
  outputs: {
    open: '`true` when the version may be deployed, also when the gate was overridden.',
    overridden: '`true` when conditions were not met and were overridden.',
    unmet: 'The conditions that are not met, one per line.',
  },
  action: { folder: 'gate', title: 'Lifeboat gate', icon: 'shield', startsServers: false },
  load: async () => (await import('../run-gate.ts')).runGate,
})
