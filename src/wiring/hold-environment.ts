import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import { hold } from '../operations/leases/hold.ts'
import { environmentPlace } from '../operations/restore/lease.ts'
import type { Host } from './host.ts'

/**
 * Keeps deployments and restores away while an application is started or stopped by hand. Where the stores cannot be asked
 * from here, as on a developer's machine without their credentials, that is only said.
 * @throws Failure `refused` when one of them is at it
 */
export async function holdEnvironment(
  environment: Environment,
  why: string,
  host: Host,
): Promise<AsyncDisposable> {
  const { openPorts } = await import('./open-ports.ts')
  await using stack = new AsyncDisposableStack()
  const warn = (text: string) => host.log.warning(text)
  try {
    const ports = stack.use(await openPorts(environment, { host, role: 'read' }))
    stack.use(await hold(environment.environment, environmentPlace, why, ports, warn))
  } catch (thrown) {
    host.signal.throwIfAborted()
    const failure = asFailure(thrown)
    if (failure.kind === 'refused' || failure.kind === 'bug' || failure.kind === 'cancelled') throw failure
    warn(`whether a deployment is at work is not known from here: ${failure.message}; make sure that none is`)
  }
  return stack.move()
}
