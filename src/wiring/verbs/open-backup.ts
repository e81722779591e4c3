import { z } from 'zod'
import { config, environment, identityInputs, path, sharedInputs, words } from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

const openBackupInputs = z.object({
  environment,
  config,
  backup: words
    .default('latest')
    .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
  source: words.optional().describe('Which source. Default: `pull-requests.source`, or the only one.'),
  into: path.describe(
    'The folder that is made and filled; only this user may enter it. `validate-pr` removes it.',
  ),
  reason: sharedInputs.reason,
  'fail-on': sharedInputs['fail-on'],
  ...identityInputs,
})
export type OpenBackupInput = z.output<typeof openBackupInputs>

export const openBackupVerb = actionVerb({
  name: 'open-backup',
  summary: 'Unseal a backup into a folder, for a later step that holds no key',
  description:
    'The trusted half of a trial on production’s rows: fetches a backup from the first store that has it whole, opens it ' +
    'and writes its artifacts as they were before sealing. Then it ends, and the identity and the keys of the stores with ' +
    'it: the step that runs proposed code is given none of them.',
  examples: [
    {
      text: 'Before a trial',
      command:
        'lifeboat open-backup --environment production --identity-file verify-identity.txt --into /var/tmp/opened',
    },
  ],
  inputs: openBackupInputs,
  outputs: { 'backup-id': 'Id of the backup that was opened.' },
  action: { folder: 'open-backup', title: 'Lifeboat open-backup', icon: 'unlock', startsServers: false },
  load: async () => (await import('../run-open-backup.ts')).runOpenBackup,
})
