import type { TargetConfig } from '../domain/environment/schema.ts'
import type { Target } from '../ports/target.ts'
import type { TargetContext } from './open.ts'
import { runProgram, shown } from './programs.ts'
import { reroutingOf } from './reroute.ts'

type CommandConfig = Extract<TargetConfig, { type: 'command' }>

/** An application that a program of the user's restarts. */
export function openCommand(config: CommandConfig, context: TargetContext): Target {
  const { restart, timeout, variables } = config
  const rerouting = reroutingOf(config, context)
  return {
    kind: 'command',
    describe: (step) => (step === 'reroute' ? rerouting.describe() : `run ${shown(restart)}`),
    restart: async (signal) => {
      await runProgram('restarting the application', restart, { context, names: variables, timeout, signal })
      return { status: 'done', detail: `ran ${shown(restart)}` }
    },
    reroute: rerouting.reroute,
  }
}
