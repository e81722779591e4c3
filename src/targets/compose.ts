import type { TargetConfig } from '../domain/environment/schema.ts'
import type { Target } from '../ports/target.ts'
import type { TargetContext } from './open.ts'
import { runProgram, shown } from './programs.ts'
import { reroutingOf } from './reroute.ts'

type ComposeConfig = Extract<TargetConfig, { type: 'compose' }>

/** What docker itself reads. */
const dockerVariables = [
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS_VERIFY',
  'COMPOSE_PROJECT_NAME',
  'COMPOSE_FILE',
  'COMPOSE_PROFILES',
  'XDG_RUNTIME_DIR',
]

/** Services of Docker Compose, on this machine or where DOCKER_HOST points. */
export function openCompose(config: ComposeConfig, context: TargetContext): Target {
  const { files, project, services, timeout, variables } = config
  const compose = [
    'docker',
    'compose',
    ...files.flatMap((file) => ['-f', file]),
    ...(project === undefined ? [] : ['-p', project]),
  ]
  const which = services.length === 0 ? 'all services' : services.join(', ')
  // A restart alone does not start what was never there, nor wait; `up` alone leaves alone what runs, on dead connections.
  const restart = [...compose, 'restart', ...services]
  const seconds = String(Math.ceil(timeout / 1_000))
  const waitForThem = [
    ...compose,
    'up',
    '--detach',
    '--no-recreate',
    '--wait',
    '--wait-timeout',
    seconds,
    ...services,
  ]
  const rerouting = reroutingOf(config, context)
  return {
    kind: 'compose',
    describe: (step) =>
      step === 'reroute' ? rerouting.describe() : `run ${shown(restart)}, then ${shown(waitForThem)}`,
    restart: async (signal) => {
      const names = [...dockerVariables, ...variables]
      const options = { context, names, timeout: timeout + 30_000, signal }
      await runProgram('restarting the services', restart, options)
      await runProgram('waiting for the services', waitForThem, options)
      return { status: 'done', detail: `${which}: restarted, and running` }
    },
    reroute: rerouting.reroute,
  }
}
