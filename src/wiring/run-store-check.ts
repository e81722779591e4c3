import { Failure } from '../domain/failure.ts'
import type { Host } from './host.ts'
import type { StoreCheckInput } from './inputs.ts'
import { loadEnvironment } from './load-environment.ts'
import type { Outcome } from './verb.ts'

export async function runStoreCheck(input: StoreCheckInput, host: Host): Promise<Outcome> {
  const environment = await loadEnvironment(input)
  const stores = environment.stores.filter(({ name }) => input.store === undefined || input.store === name)
  if (stores.length === 0) {
    const known = environment.stores.map(({ name }) => name).join(', ')
    throw new Failure('config', `the environment has no store ${input.store ?? ''}; it has ${known}`)
  }
  const [{ openPorts }, { storeCheck }] = await Promise.all([
    import('./open-ports.ts'),
    import('../operations/store-check/store-check.ts'),
  ])
  await using ports = await openPorts(environment, { host, role: 'read', stores })
  return { report: await storeCheck(environment, ports, { role: input.role }), outputs: {} }
}
