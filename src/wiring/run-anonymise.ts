import { join } from 'node:path'
import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'
import type { AnonymiseInput } from './verbs/anonymise.ts'

export async function runAnonymise(input: AnonymiseInput, host: Host): Promise<Outcome> {
  const { report } = await reported('validate-pr', input, host, async (environment) => {
    const [{ openPorts }, { anonymiseBackup }, { makeAnonymisedSet }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/pull-request/anonymise.ts'),
      import('../sources/postgres/trial/anonymised-set.ts'),
    ])
    await using ports = await openPorts(environment, {
      host,
      role: 'verify',
      reason: input.reason,
      identity: input.identity,
      identityFile: input['identity-file'],
    })
    const context = { ...ports, variables: host.variables, cache: host.packages ?? undefined }
    const report = await anonymiseBackup(
      environment,
      { backup: input.backup, opened: join(ports.spool, 'opened'), into: input.into },
      ports,
      (request) => makeAnonymisedSet(request, context, ports.signal),
    )
    return { report }
  })
  return { report, outputs: { 'backup-id': report.backupId ?? '' } }
}
