import { z } from 'zod'
import { config, environment, identityInputs, path, sharedInputs, words } from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

const anonymiseInputs = z.object({
  environment,
  config,
  backup: words
    .default('latest')
    .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
  into: path.describe('The folder that is made, and filled with the anonymised set.'),
  reason: sharedInputs.reason,
  'fail-on': sharedInputs['fail-on'],
  ...identityInputs,
})
export type AnonymiseInput = z.output<typeof anonymiseInputs>

export const anonymiseVerb = actionVerb({
  name: 'anonymise',
  summary: 'Make an anonymised set of a backup’s rows, for pull requests to be tried on',
  description:
    'Restores a backup into a laboratory, masks each column as `pull-requests.masking` says, looks that no masked value is ' +
    'left, and dumps the result, unsealed. A column without a rule refuses the whole: what is added later is masked ' +
    'before it is published.',
  examples: [
    {
      text: 'Into a folder that may be published',
      command:
        'lifeboat anonymise --environment production --identity-file verify-identity.txt --into anonymised',
    },
  ],
  inputs: anonymiseInputs,
  outputs: { 'backup-id': 'Id of the backup that the set was made from.' },
  action: { folder: 'anonymise', title: 'Lifeboat anonymise', icon: 'eye-off', startsServers: true },
  load: async () => (await import('../run-anonymise.ts')).runAnonymise,
})
