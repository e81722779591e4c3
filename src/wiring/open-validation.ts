import { readFile } from 'node:fs/promises'
import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import { openHttp } from '../host/http.ts'
import { openNetwork } from '../host/network.ts'
import { localWorkspace } from '../host/workspace.ts'
import type { ValidationPorts } from '../operations/validate/examine.ts'
import type { Ports } from '../ports/ports.ts'
import type { DeployTarget } from '../ports/target.ts'
import type { Host } from './host.ts'

/**
 * Adds what a validation asks besides the environment's stores. Disposing it closes only what was opened here.
 * @param target the one that is deployed to; opened from the environment file when it is absent
 * @throws Failure `config` when the file of certificates cannot be read
 */
export async function openValidation(
  environment: Environment,
  ports: Ports,
  host: Host,
  target?: DeployTarget,
): Promise<ValidationPorts & Disposable> {
  const { variables } = host
  const { certificates } = environment.validation ?? {}
  const authorities = certificates === undefined ? [] : [await readAuthorities(certificates)]
  const [{ openTarget }, { openPostgresProbe }, { openRedisProbe }] = await Promise.all([
    import('../targets/open.ts'),
    import('../sources/postgres/probe.ts'),
    import('../sources/redis/probe.ts'),
  ])
  const http = openHttp({ authorities })
  return {
    ...ports,
    target: target ?? openTarget(environment.target, { variables, processes: ports.processes }),
    http,
    probes: {
      postgres: (config) => openPostgresProbe(config, variables),
      redis: (config) => openRedisProbe(config, { variables, authorities }),
      network: openNetwork(authorities),
    },
    workspace: localWorkspace,
    variables,
    hide: (secret) => host.hide(secret),
    readRunbook: async (path) => (await import('./runbook-files.ts')).readRunbook(path),
    [Symbol.dispose]: () => http[Symbol.dispose](),
  }
}

async function readAuthorities(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Failure('config', `the file of certificates ${path} cannot be read`, {
      cause,
      hint: 'Look at validation.certificates; the path starts at the working directory.',
    })
  })
}
