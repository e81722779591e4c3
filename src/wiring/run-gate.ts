import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { GateVerbInput } from './verbs/gate.ts'
import type { Outcome } from './verb.ts'

export async function runGate(input: GateVerbInput, host: Host): Promise<Outcome> {
  const result = await reported('gate', input, host, async (environment) => {
    const [{ openPorts }, { gateSubject, openGatePorts }, { gate }] = await Promise.all([
      import('./open-ports.ts'),
      import('./open-gate-ports.ts'),
      import('../operations/gate/gate.ts'),
    ])
    await using ports = await openPorts(environment, {
      host,
      role: 'retention',
      reason: input.reason,
      signingKeyFile: input['signing-key-file'],
    })
    await using gatePorts = await openGatePorts(environment, ports, host, input['github-token'])
    const subject = gateSubject(input, host)
    const { version, override = null } = input
    return await gate(environment, { version, ...subject, override }, gatePorts)
  })
  const isOpen = 'isOpen' in result && result.isOpen
  const unmet = result.report.checks.filter(({ status }) => status === 'failed').map(({ name }) => name)
  return {
    report: result.report,
    outputs: {
      open: String(isOpen),
      overridden: String('overridden' in result && result.overridden),
      unmet: unmet.join('\n'),
    },
  }
}
