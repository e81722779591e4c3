import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure } from '../../domain/failure.ts'
import type { Deployment } from '../../ports/deployments.ts'
import type { Announcer, DeployInput, DeployPorts, DeployRun } from './deploy-input.ts'

/**
 * The deployment as GitHub shows it. That it cannot be told is said, and changes nothing about the deployment itself.
 * A former one turns inactive on GitHub by itself, when this one succeeds.
 */
export async function openAnnouncer(
  environment: Environment,
  { deployment: mode, version }: DeployInput,
  ports: DeployPorts,
  run: DeployRun,
): Promise<Announcer> {
  const { deployments, url, signal } = ports
  const name = environment.environment
  const orWarn = async <T>(work: () => Promise<T | null>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      run.notice('warning', `the deployment was not told to GitHub: ${asFailure(error).message}`)
      return null
    }
  }
  let deployment: Deployment | null = null
  if (deployments !== null && mode !== 'none') {
    deployment = await orWarn(() =>
      mode === 'job'
        ? deployments.adopt(name)
        : deployments.create(name, {
            description: version === null ? 'roll back' : `deploy ${version}`,
            production: environment.protected,
          }),
    )
    if (deployment === null && mode === 'job')
      run.notice(
        'notice',
        'GitHub made no deployment for this job: the job names no environment, or says deployment: false',
      )
  }
  const told = deployment
  return {
    deployment: told,
    tell: async (state, description) => {
      if (told !== null) await orWarn(() => told.tell(state, { description, url }).then(() => null))
    },
  }
}
