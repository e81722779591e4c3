import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'
import type { OpenBackupInput } from './verbs/open-backup.ts'

export async function runOpenBackup(input: OpenBackupInput, host: Host): Promise<Outcome> {
  const { report } = await reported('validate-pr', input, host, async (environment) => {
    const [{ openPorts }, { openBackup }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/pull-request/open-backup.ts'),
    ])
    await using ports = await openPorts(environment, {
      host,
      role: 'verify',
      reason: input.reason,
      identity: input.identity,
      identityFile: input['identity-file'],
    })
    const { backup, source = null, into } = input
    return { report: await openBackup(environment, { backup, source, into }, ports) }
  })
  return { report, outputs: { 'backup-id': report.backupId ?? '' } }
}
