import { asKeeper } from './as-keeper.ts'
import type { Host } from './host.ts'
import type { RepairInput } from './inputs.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'

export async function runRepair(input: RepairInput, host: Host): Promise<Outcome> {
  const result = await reported('repair', input, host, async (environment) => {
    const [{ openPorts }, { repair }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/repair/repair.ts'),
    ])
    const dryRun = input['dry-run']
    await using ports = await openPorts(environment, asKeeper(input, host))
    const { backup, level } = input
    return await repair(environment, { backup, level, confirm: input.confirm ?? null, dryRun }, ports)
  })
  const repaired = 'repaired' in result ? result.repaired : []
  return {
    report: result.report,
    outputs: { 'backup-id': result.report.backupId ?? '', repaired: repaired.join('\n') },
  }
}
