import { z } from 'zod'
import { argv, duration, plainText, positiveInteger, template } from './fields.ts'
import { wordings } from './wording.ts'

/** `target:` where the application runs: how it is restarted, deployed, asked for its health and rerouted. */

const health = z.strictObject({
  url: template.describe('A URL of the application that answers with `status` when it is well.'),
  attempts: positiveInteger.max(1000).default(30).describe('How often it is asked at most.'),
  interval: duration.prefault('10s').describe('Time between two attempts.'),
  timeout: duration.prefault('10s').describe('How long one attempt may take.'),
  status: z.int().min(100).max(599).default(200).describe('The HTTP status that means well.'),
})

/** What every kind of target may have. */
const anyTarget = {
  health: health.optional().describe('How the application is asked whether it is well.'),
  reroute: argv
    .optional()
    .describe(
      'A program that leads the application to a database; its connection URL stands in LIFEBOAT_DATABASE_URL.',
    ),
  migrate: argv
    .optional()
    .describe(
      'A program that changes the data for a version, which it finds in LIFEBOAT_VERSION. Run again, it does only what is left to do. Default: the data stays as it is.',
    ),
  'migrate-timeout': duration.prefault('15m').describe('How long changing the data may take.'),
  variables: z
    .array(
      z
        .string()
        .regex(/^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_|LIFEBOAT_)[A-Za-z_][A-Za-z0-9_]*$/i, {
          error: 'accepted: the name of a variable',
        })
        .register(wordings, {
          type: 'name of a variable',
          accepted:
            'the name of a variable, not beginning with GITHUB_, ACTIONS_, RUNNER_, INPUT_ or LIFEBOAT_',
        }),
    )
    .default([])
    .describe('Variables of the job that the programs started here are given.'),
}

const composeTarget = z.strictObject({
  type: z.literal('compose').describe('Docker Compose on the machine that restores.'),
  files: z
    .array(plainText)
    .default([])
    .describe('Compose files, in their order. Default: those that Compose finds in the working directory.'),
  project: plainText.optional().describe("The project's name. Default: Compose's own choice."),
  services: z
    .array(plainText)
    .default([])
    .describe(
      'Services to deploy and restart; those that they depend on come along in a deployment. Default: all of them.',
    ),
  profiles: z
    .array(plainText)
    .default([])
    .describe('Profiles of the Compose files that belong to this environment.'),
  'env-file': plainText
    .optional()
    .describe("A file with variables for the Compose files. Default: Compose's own choice, .env."),
  'version-variable': z
    .string()
    .regex(/^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_)[A-Za-z_][A-Za-z0-9_]*$/i, {
      error: 'accepted: the name of a variable',
    })
    .register(wordings, {
      type: 'name of a variable',
      accepted: 'the name of a variable, not beginning with GITHUB_, ACTIONS_, RUNNER_ or INPUT_',
    })
    .default('LIFEBOAT_VERSION')
    .describe('The variable by which the Compose files take the version to deploy, such as IMAGE_TAG.'),
  images: z
    .enum(['here', 'pull', 'build'])
    .default('here')
    .describe(
      'Where the images of a version come from: `here`, or pulled where they are missing; `pull`, always asked of the registry; `build`, built from the checkout.',
    ),
  timeout: duration.prefault('2m').describe('How long the services may take until they run.'),
  ...anyTarget,
})
const workload = z
  .string()
  .regex(/^(deployment|statefulset|daemonset)\/[a-z0-9][a-z0-9.-]*$/, {
    error: 'accepted: a workload such as deployment/web',
  })
  .register(wordings, { type: 'workload', accepted: 'a workload such as deployment/web' })
const kubernetesTarget = z.strictObject({
  type: z.literal('kubernetes').describe('Workloads in a Kubernetes cluster, through kubectl.'),
  workloads: z
    .array(workload)
    .min(1)
    .describe('Workloads to deploy and restart: deployment/…, statefulset/… or daemonset/….'),
  manifests: z
    .array(plainText)
    .default([])
    .describe(
      'Files, or folders of files, that a deployment applies; `${LIFEBOAT_VERSION}` in them becomes the version.',
    ),
  'server-side': z
    .boolean()
    .default(true)
    .describe('Whether they are applied by the server (kubectl apply --server-side).'),
  images: z
    .array(
      z.strictObject({
        workload: workload.describe('The workload, as it stands under `workloads`.'),
        container: plainText.describe('Name of its container.'),
        image: plainText.describe('Its image without a tag: the version becomes the tag.'),
      }),
    )
    .default([])
    .describe('Containers whose image a deployment sets to the version.'),
  context: plainText.optional().describe("The context of kubectl's configuration. Default: its current one."),
  namespace: plainText.optional().describe("The namespace. Default: the context's."),
  timeout: duration.prefault('5m').describe('How long one workload may take until it is rolled out.'),
  ...anyTarget,
})
const commandTarget = z.strictObject({
  type: z.literal('command').describe('A program of your own.'),
  restart: argv.describe('A program that restarts the application and ends when it runs.'),
  deploy: argv
    .optional()
    .describe(
      'A program that brings up the version in LIFEBOAT_VERSION and ends when it runs. Default: a person does it.',
    ),
  'roll-back': argv
    .optional()
    .describe(
      'A program that brings back the version in LIFEBOAT_VERSION; LIFEBOAT_IMAGES holds its images as JSON. Default: `deploy`, with that version.',
    ),
  services: argv
    .optional()
    .describe(
      'A program that prints, as JSON, a list of services: name, status (running, starting, unhealthy, stopped or unknown), and where known version, image, restarts. An empty list, [], says that nothing runs.',
    ),
  stop: argv.optional().describe('A program that stops the application and keeps its data.'),
  clean: argv.optional().describe('A program that removes the application and its data.'),
  timeout: duration.prefault('5m').describe('How long each of these programs may take.'),
  ...anyTarget,
})
const manualTarget = z.strictObject({
  type: z.literal('manual').describe('A person restarts the application.'),
  restart: plainText.optional().describe('What the person is asked to do, in a sentence.'),
  ...anyTarget,
})

export const targetSchema = z.discriminatedUnion('type', [
  composeTarget,
  kubernetesTarget,
  commandTarget,
  manualTarget,
])
