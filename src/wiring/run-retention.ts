import { asKeeper } from './as-keeper.ts'
import type { Host } from './host.ts'
import type { RetentionInput } from './inputs.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'

export async function runRetention(input: RetentionInput, host: Host): Promise<Outcome> {
  const result = await reported('retention', input, host, async (environment) => {
    const [{ openPorts }, { retain }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/retain/retain.ts'),
    ])
    const dryRun = input['dry-run']
    await using ports = await openPorts(environment, asKeeper(input, host))
    return await retain(environment, { dryRun }, ports)
  })
  const { kept, removed } = 'kept' in result ? result : { kept: [], removed: [] }
  return { report: result.report, outputs: { kept: kept.join('\n'), removed: removed.join('\n') } }
}
