import { z } from 'zod'
import { config, environment, words } from '../input-fields.ts'
import { verb } from '../verb.ts'

const confirm = words.optional()

export const envUpInputs = z.object({
  environment,
  config,
  version: words
    .optional()
    .describe(
      'The version to bring up. Default: what runs or is stopped already, else, where the environment is protected, what stands ' +
        'in its ledger, or `local` when nothing is there.',
    ),
  confirm: confirm.describe('Name of the environment, typed once more; needed where it is protected.'),
})
export type EnvUpInput = z.output<typeof envUpInputs>

export const envStatusInputs = z.object({ environment, config })
export type EnvStatusInput = z.output<typeof envStatusInputs>

export const envStopInputs = z.object({
  environment,
  config,
  confirm: confirm.describe('Name of the environment, typed once more; needed where it is protected.'),
})
export type EnvStopInput = z.output<typeof envStopInputs>

export const envCleanInputs = z.object({
  environment,
  config,
  confirm: confirm.describe('Name of the environment, typed once more: its data will be gone.'),
})
export type EnvCleanInput = z.output<typeof envCleanInputs>

export const envUp = verb({
  name: 'env up',
  summary: 'Bring the application of an environment up from nothing, and wait until it is well',
  description:
    'Makes the secrets that its files name and that are not there (each in a file that only its owner can read, never ' +
    'over one that is there), changes the data to the version, starts the services, and asks for their health. Run ' +
    'again, it does what is left to do. A protected environment that is in use is deployed to with `deploy` instead.',
  examples: [
    {
      text: 'The developers’ environment, out of the working copy',
      command: 'lifeboat env up --environment dev',
    },
    { text: 'A released version', command: 'lifeboat env up --environment staging --version 1.4.2' },
  ],
  inputs: envUpInputs,
  load: async () => (await import('../run-env.ts')).runEnvUp,
})

export const envStatus = verb({
  name: 'env status',
  summary: 'Say what runs in an environment: services, versions, restarts, the newest backup',
  description:
    'Asks the platform, not a record of ours. Fails as `objective` when some services run and others do not. The newest ' +
    'backup is named where the credentials of a store are at hand.',
  examples: [
    { text: 'What runs', command: 'lifeboat env status --environment dev' },
    { text: 'For a script', command: 'lifeboat env status --environment dev --json' },
  ],
  inputs: envStatusInputs,
  load: async () => (await import('../run-env.ts')).runEnvStatus,
})

export const envStop = verb({
  name: 'env stop',
  summary: 'Stop the application of an environment; its data stays',
  description:
    'What is stopped already is left as it is. `env up` starts it again with the data that it had.',
  examples: [
    { text: 'Over the weekend', command: 'lifeboat env stop --environment dev' },
    {
      text: 'One that is protected',
      command: 'lifeboat env stop --environment production --confirm production',
    },
  ],
  inputs: envStopInputs,
  load: async () => (await import('../run-env.ts')).runEnvStop,
})

export const envClean = verb({
  name: 'env clean',
  summary: 'Remove the application of an environment with its data, and say what was removed',
  description:
    'Containers, networks and volumes; of a cluster, what the manifests name. Secrets stay, and so do backups. A ' +
    'protected environment is refused, whatever is typed.',
  examples: [{ text: 'Start afresh', command: 'lifeboat env clean --environment dev --confirm dev' }],
  inputs: envCleanInputs,
  load: async () => (await import('../run-env.ts')).runEnvClean,
})
