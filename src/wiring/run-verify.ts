import type { ObjectiveResult } from '../domain/objectives.ts'
import type { Host } from './host.ts'
import type { VerifyInput } from './inputs.ts'
import { reported } from './reported.ts'
import { seconds } from './seconds.ts'
import type { Outcome } from './verb.ts'

export async function runVerify(input: VerifyInput, host: Host): Promise<Outcome> {
  const result = await reported('verify-restore', input, host, async (environment) => {
    const [{ openPorts }, { verify }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/verify/verify.ts'),
    ])
    await using ports = await openPorts(environment, {
      host,
      role: 'verify',
      reason: input.reason,
      identity: input.identity,
      identityFile: input['identity-file'],
      signingKeyFile: input['signing-key-file'],
    })
    const level = input.level === 'full' ? 'useful' : input.level
    // Awaited here: the ports must outlive the operation.
    return await verify(environment, { backup: input.backup, level }, ports)
  })
  const { report } = result
  const measured = (name: ObjectiveResult['name']) => {
    const objective = report.objectives.find((objective) => objective.name === name)
    return objective === undefined ? '' : seconds(objective.measured)
  }
  return {
    report,
    outputs: {
      'backup-id': report.backupId ?? '',
      rto: measured('RTO'),
      rpo: measured('RPO'),
      proof: ('proof' in result ? result.proof : null) ?? '',
    },
  }
}
