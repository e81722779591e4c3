import { Failure } from '../domain/failure.ts'
import type { StoreConfig } from '../domain/environment/schema.ts'
import type { Clock, Random } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { withBandwidth } from './bandwidth.ts'
import { openLocalStore } from './local.ts'
import { withLogging } from './logging.ts'
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
 * Opens a store of the environment file. Resolves its variables, so only those of this store must be set. From the
 * inside out: the store; its bandwidth, so that each attempt of a retry pays for its bytes; retry; the log, which tells
 * of the whole.
 * @throws Failure `config` when a variable is not set, or the store makes no sense where it is opened
 */
export async function openStore(config: StoreConfig, surroundings: StoreSurroundings): Promise<Store> {
  const { clock, random, log } = surroundings
  const bare = await openBare(config, surroundings)
  const paced = config.bandwidth === undefined ? bare : withBandwidth(bare, config.bandwidth, clock)
  return withLogging(withRetry(paced, { clock, random }), log, clock)
}

async function openBare(config: StoreConfig, surroundings: StoreSurroundings): Promise<Store> {
  if (config.type === 'azure') {
    const [{ openAzureStore }, { azureOptions }] = await Promise.all([
      import('./azure.ts'),
      import('./azure/options.ts'),
    ])
    return openAzureStore(azureOptions(config, surroundings))
  }
  if (config.type === 'gcs') {
    const [{ openGcsStore }, { gcsOptions }] = await Promise.all([
      import('./gcs.ts'),
      import('./gcs/options.ts'),
    ])
    return openGcsStore(gcsOptions(config, surroundings))
  }
  if (config.type === 's3') {
    const [{ openS3Store }, { s3Options }] = await Promise.all([import('./s3.ts'), import('./s3/options.ts')])
    return openS3Store(s3Options(config, surroundings))
  }
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
  return openLocalStore({ name: config.name, path, ephemeral: config.ephemeral })
}
