import type { Host } from './host.ts'
import type { LedgerVerifyInput } from './inputs.ts'
import { loadEnvironment } from './load-environment.ts'
import type { Outcome } from './verb.ts'

export async function runLedgerVerify(input: LedgerVerifyInput, host: Host): Promise<Outcome> {
  const environment = await loadEnvironment(input)
  const [{ openPorts }, { verifyLedger }] = await Promise.all([
    import('./open-ports.ts'),
    import('../operations/ledger/verify.ts'),
  ])
  await using ports = await openPorts(environment, { host, role: 'read' })
  return { report: await verifyLedger(environment, ports), outputs: {} }
}
