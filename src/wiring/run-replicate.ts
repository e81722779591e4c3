import { asKeeper } from './as-keeper.ts'
import type { Host } from './host.ts'
import type { ReplicateInput } from './inputs.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'

export async function runReplicate(input: ReplicateInput, host: Host): Promise<Outcome> {
  const result = await reported('replicate', input, host, async (environment) => {
    const [{ openPorts }, { replicate }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/replicate/replicate.ts'),
    ])
    const dryRun = input['dry-run']
    await using ports = await openPorts(environment, asKeeper(input, host))
    return await replicate(environment, { dryRun }, ports)
  })
  const copied = 'copied' in result ? result.copied : []
  return { report: result.report, outputs: { copied: copied.join('\n') } }
}
