import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { StatusInput } from './verbs/status.ts'
import type { Outcome } from './verb.ts'

export async function runStatus(input: StatusInput, host: Host): Promise<Outcome> {
  const result = await reported('status', input, host, async (environment) => {
    const [{ openPorts }, { openSurroundings }, { status }] = await Promise.all([
      import('./open-ports.ts'),
      import('./open-surroundings.ts'),
      import('../operations/status/status.ts'),
    ])
    await using ports = await openPorts(environment, { host, role: 'read', reason: input.reason })
    const surroundings = await openSurroundings(environment, input['github-token'], host)
    return await status(environment, ports, surroundings)
  })
  const found = 'lastBackup' in result ? result : null
  const rpoCompliant = found?.rpoCompliant ?? null
  const score = found?.score ?? null
  return {
    report: result.report,
    outputs: {
      'last-backup': found?.lastBackup ?? '',
      'rpo-compliant': rpoCompliant === null ? '' : String(rpoCompliant),
      verified: String(found?.verified === true),
      score: score === null ? '' : String(score),
    },
  }
}
