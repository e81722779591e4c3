import type { TargetConfig } from '../domain/environment/schema.ts'
import type { DeployTarget } from '../ports/target.ts'
import { migrationOf } from './migration.ts'
import type { TargetContext } from './open.ts'
import { checkedVersion } from './release-version.ts'
import { reroutingOf } from './reroute.ts'

type ManualConfig = Extract<TargetConfig, { type: 'manual' }>

/** An application that nobody but a person can restart and deploy. */
export function openManual(config: ManualConfig | undefined, context: TargetContext): DeployTarget {
  const rerouting = reroutingOf(config, context)
  const migration = migrationOf(config, context)
  const asked =
    config?.restart ?? 'Restart the application, so that it connects anew and forgets what it has cached.'
  return {
    kind: 'manual',
    describe: (step, version = '') =>
      ({
        reroute: () => rerouting.describe(),
        migrate: () => migration.describe(version),
        restart: () => 'a person restarts the application',
        deploy: () => `a person deploys ${version}`,
        'roll-back': () => `a person brings ${version} back`,
      })[step](),
    restart: async () => ({ status: 'manual', detail: asked }),
    reroute: rerouting.reroute,
    running: async () => null,
    deployedVersion: async () => null,
    services: async () => null,
    prepare: async () => ({ status: 'done', detail: 'nothing has to be prepared' }),
    migrate: migration.migrate,
    deploy: async (version) => ({ status: 'manual', detail: `Deploy ${checkedVersion(version)}.` }),
    rollBack: async ({ version }) => ({
      status: 'manual',
      detail: `Bring ${checkedVersion(version)} back, as it ran before.`,
    }),
    stop: async () => ({ status: 'manual', detail: 'Stop the application; keep its data.' }),
    clean: async () => ({ status: 'manual', detail: 'Remove the application and its data.' }),
  }
}
