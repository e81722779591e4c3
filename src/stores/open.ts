import { Failure } from '../domain/failure.ts'
import type { StoreConfig } from '../domain/environment/schema.ts'
import type { Clock, Random } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { openLocalStore } from './local.ts'
import { withRetry } from './retry.ts'

export interface StoreSurroundings {
  /** What `${NAME}` in the environment file stands for, and where AWS's own variables are looked up. */
  variables: Readonly<Record<string, string | undefined>>
  /** GitHub's token for this job, for an audience; null where there is none. @throws Failure when it cannot be had */
  oidcToken: ((audience: string) => Promise<string>) | null
  clock: Clock
  random: Random
  log: Log
  /** This machine is thrown away after the job (RUNNER_ENVIRONMENT is github-hosted). */
  runnerIsHosted: boolean
}

/**
 * Opens a store of the environment file. Resolves its variables, so only those of this store must be set.
 * @throws Failure `config` when a variable is not set, or the store makes no sense where it is opened
 */
export async function openStore(config: StoreConfig, surroundings: StoreSurroundings): Promise<Store> {
  const patience = { clock: surroundings.clock, random: surroundings.random }
  if (config.type === 'local') {
    if (surroundings.runnerIsHosted && !config.ephemeral) {
      throw new Failure(
        'config',
        `the local store ${config.name} lies on a runner that is thrown away after the job`,
        {
          hint: 'Use a bucket. If the folder is only for this job, say ephemeral: true; it then never counts as a copy.',
        },
      )
    }
    const path = config.path.resolve(surroundings.variables)
    return withRetry(await openLocalStore({ name: config.name, path, ephemeral: config.ephemeral }), patience)
  }
  if (config.type === 'azure') {
    const [{ openAzureStore }, { azureOptions }] = await Promise.all([
      import('./azure.ts'),
      import('./azure/options.ts'),
    ])
    return withRetry(openAzureStore(azureOptions(config, surroundings)), patience)
  }
  if (config.type === 'gcs') {
    const [{ openGcsStore }, { gcsOptions }] = await Promise.all([
      import('./gcs.ts'),
      import('./gcs/options.ts'),
    ])
    return withRetry(openGcsStore(gcsOptions(config, surroundings)), patience)
  }
  const [{ openS3Store }, { s3Options }] = await Promise.all([import('./s3.ts'), import('./s3/options.ts')])
  return withRetry(await openS3Store(s3Options(config, surroundings)), patience)
}
