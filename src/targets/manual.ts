import type { TargetConfig } from '../domain/environment/schema.ts'
import type { Target } from '../ports/target.ts'
import type { TargetContext } from './open.ts'
import { reroutingOf } from './reroute.ts'

type ManualConfig = Extract<TargetConfig, { type: 'manual' }>

/** An application that nobody but a person can restart. */
export function openManual(config: ManualConfig | undefined, context: TargetContext): Target {
  const rerouting = reroutingOf(config, context)
  const asked =
    config?.restart ?? 'Restart the application, so that it connects anew and forgets what it has cached.'
  return {
    kind: 'manual',
    describe: (step) => (step === 'reroute' ? rerouting.describe() : 'a person restarts the application'),
    restart: async () => ({ status: 'manual', detail: asked }),
    reroute: rerouting.reroute,
  }
}
