import { z } from 'zod'
import { nameSchema, template } from './fields.ts'

/** `metrics:` where figures for Prometheus go. */
export const metricsSchema = z.strictObject({
  pushgateway: template.describe('URL of a Prometheus Pushgateway, such as https://pushgateway.example.org.'),
  job: nameSchema.default('lifeboat').describe('The value of the label `job` there.'),
  user: template.optional().describe('Stands together with password.'),
  password: template.optional().describe('Stands together with user.'),
})
