import type { Host } from './host.ts'
import type { BackupInput } from './inputs.ts'
import { reported } from './reported.ts'
import { seconds } from './seconds.ts'
import type { Outcome } from './verb.ts'

export async function runBackup(input: BackupInput, host: Host): Promise<Outcome> {
  const { report } = await reported('backup', input, host, async (environment) => {
    const [{ openPorts }, { backup }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/backup/backup.ts'),
    ])
    await using ports = await openPorts(environment, {
      host,
      role: 'backup',
      reason: input.reason,
      signingKeyFile: input['signing-key-file'],
    })
    return { report: await backup(environment, { label: input.label, class: input.class }, ports) }
  })
  const size = report.facts.find((fact) => fact.label === 'stored size')?.value
  return {
    report,
    outputs: {
      'backup-id': report.backupId ?? '',
      size: size === undefined ? '' : String(size),
      duration: seconds(report.finishedAt - report.startedAt),
    },
  }
}
