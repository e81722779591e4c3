import { z } from 'zod'
import { type CamelKeys, camelKeys } from './camel-keys.ts'
import { duration, template } from './fields.ts'
import { validationCategories, type ValidationCategory } from './validation-schema.ts'

/** `deploy:` how a deployment goes, and what brings it back. */
export const deploySchema = z.strictObject({
  url: template
    .optional()
    .describe('Where people find the application; shown with the deployment on GitHub. No secret.'),
  'restore-data': z
    .enum(['never', 'ask', 'always'])
    .default('never')
    .describe(
      'Whether a deployment that failed, and changed the data, also brings back the backup made before it: never; when whoever started it said so (ask); always. What was written since is kept in the database under its other name.',
    ),
  validate: z
    .enum(['none', 'quick', 'full', 'smoke'])
    .default('full')
    .describe('How deeply the environment is validated after the deployment; what fails brings it back.'),
  'validate-categories': z
    .array(z.enum(validationCategories))
    .min(1)
    .optional()
    .describe(
      'Which categories decide. Default: environment-status and service-health, and smoke where the file has flows.',
    ),
  'backup-max-age': duration
    .prefault('30m')
    .describe('How old the backup that an earlier job made for this deployment may be.'),
  prove: z
    .boolean()
    .default(true)
    .describe('Whether the backup made after the deployment is restored into a throwaway server and proven.'),
})

export type DeploySettings = CamelKeys<z.output<typeof deploySchema>>

/** Which categories of a validation decide whether a release stands. */
export function decidingCategories(environment: {
  deploy?: DeploySettings | undefined
  validation?: { smoke: readonly unknown[] } | undefined
}): readonly ValidationCategory[] {
  const hasFlows = (environment.validation?.smoke.length ?? 0) > 0
  return (
    deploySettings(environment).validateCategories ?? [
      'environment-status',
      'service-health',
      ...(hasFlows ? (['smoke'] as const) : []),
    ]
  )
}

/** What the environment file says of deployments; the defaults where it says nothing. */
export function deploySettings({ deploy }: { deploy?: DeploySettings | undefined }): DeploySettings {
  return deploy ?? camelKeys(deploySchema.parse({}))
}
