import { decidingCategories, deploySettings } from '../../../src/domain/environment/deploy-schema.ts'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import { Failure } from '../../../src/domain/failure.ts'
import { aspectOf } from '../../../src/domain/validation-score.ts'
import type { DeployPorts } from '../../../src/operations/deploy/deploy-input.ts'
import { examine } from '../../../src/operations/validate/examine.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { DeployTarget } from '../../../src/ports/target.ts'

/** The product's own examination, of a database that answers unless it is silent. */
export function realExamination(
  environment: Environment,
  ports: Ports,
  target: DeployTarget,
  isSilent: () => boolean,
): DeployPorts['examine'] {
  const settings = deploySettings(environment)
  const unasked = () => {
    throw new Error('nothing here asks for that')
  }
  return async (version, only = decidingCategories(environment)) =>
    examine(
      environment,
      {
        categories: only.map((category) => aspectOf[category]),
        depth: settings.validate === 'none' ? 'quick' : settings.validate,
        version,
      },
      {
        ...ports,
        target,
        http: { ask: unasked },
        probes: {
          postgres: () => ({
            address: { host: 'db.example', port: 5432 },
            user: 'shop',
            ask: async () => {
              if (isSilent()) throw new Failure('unavailable', 'nothing accepts connections there')
              return { latency: 1, version: '17.0', encrypted: true }
            },
            holds: unasked,
            tables: unasked,
            withoutPassword: unasked,
            withPassword: unasked,
          }),
          redis: unasked,
          network: { connects: unasked, handshake: unasked, ownAddresses: unasked },
        },
        workspace: { names: unasked, read: unasked, look: unasked, disk: unasked },
        variables: {},
        hide: () => {},
        readRunbook: null,
      },
    )
}
