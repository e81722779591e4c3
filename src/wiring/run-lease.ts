import { breakLease, type LeaseView, viewLeases } from '../operations/leases/leases.ts'
import type { Host } from './host.ts'
import type { LeaseBreakInput, LeaseListInput } from './inputs.ts'
import { loadEnvironment } from './load-environment.ts'
import { openPorts } from './open-ports.ts'
import type { Answer, Outcome } from './verb.ts'

export async function runLeaseList(input: LeaseListInput, host: Host): Promise<Answer> {
  const environment = await loadEnvironment(input)
  await using ports = await openPorts(environment, { host, role: 'read' })
  const found = await viewLeases(environment, ports)
  const notes = found.unreachable.map((store) => `Store ${store} could not be asked; it may have others.`)
  const lines = found.leases.length === 0 ? ['Nobody holds a lease.'] : found.leases.map(line)
  return { text: [...lines, ...notes].join('\n'), json: found }
}

function line({ name, stores, state, holder }: LeaseView): string {
  return `${name} (${stores.join(', ')})\n  ${holder}\n  ${state}`
}

export async function runLeaseBreak(input: LeaseBreakInput, host: Host): Promise<Outcome> {
  const environment = await loadEnvironment(input)
  await using ports = await openPorts(environment, {
    host,
    role: 'retention',
    reason: input.reason,
    signingKeyFile: input['signing-key-file'],
  })
  return { report: await breakLease(environment, { name: input.name }, ports), outputs: {} }
}
