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
  services: z.array(plainText).default([]).describe('Services to restart. Default: all of them.'),
  timeout: duration.prefault('2m').describe('How long the services may take until they run.'),
  ...anyTarget,
})
const kubernetesTarget = z.strictObject({
  type: z.literal('kubernetes').describe('Workloads in a Kubernetes cluster, through kubectl.'),
  workloads: z
    .array(
      z
        .string()
        .regex(/^(deployment|statefulset|daemonset)\/[a-z0-9][a-z0-9.-]*$/, {
          error: 'accepted: a workload such as deployment/web',
        })
        .register(wordings, { type: 'workload', accepted: 'a workload such as deployment/web' }),
    )
    .min(1)
    .describe('Workloads to restart: deployment/…, statefulset/… or daemonset/….'),
  context: plainText.optional().describe("The context of kubectl's configuration. Default: its current one."),
  namespace: plainText.optional().describe("The namespace. Default: the context's."),
  timeout: duration.prefault('5m').describe('How long one workload may take until it is rolled out.'),
  ...anyTarget,
})
const commandTarget = z.strictObject({
  type: z.literal('command').describe('A program of your own.'),
  restart: argv.describe('A program that restarts the application and ends when it runs.'),
  timeout: duration.prefault('5m').describe('How long the program may take.'),
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
