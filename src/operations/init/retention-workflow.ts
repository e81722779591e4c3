import { retentionNames } from './role-names.ts'
import type { Settings } from './settings.ts'
import {
  checkOutConfig,
  configOf,
  environmentBlock,
  handedOn,
  job,
  permissions,
  schedule,
  secretsOf,
  use,
} from './workflow-parts.ts'

export function retentionWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment } = settings
  return `# Removes the backups of ${environment} that no rule keeps. Only this job may delete: it can neither open a backup nor
# reach the database.
name: lifeboat ${environment} retention

on:
  schedule:
${schedule(cron)}  workflow_dispatch:
    inputs:
      dry-run:
        description: Only say what would be kept and removed, and by which rule
        type: boolean
        default: true
      reason:
        description: Why it is run; goes into the ledger
        type: string
        default: ""

permissions: {}

jobs:
${job(settings, {
  id: 'retention',
  name: `Remove what has expired of ${environment}`,
  minutes: 60,
  concurrency: { group: `lifeboat-${environment}-retention` },
  environment: secretsOf(`${environment}-retention`),
  permissions: permissions(settings),
  env: environmentBlock(retentionNames(settings)),
  steps: [
    checkOutConfig,
    use(settings, {
      name: 'Remove what has expired',
      action: 'retention',
      given: {
        config: configOf(settings),
        'dry-run': '${{ inputs.dry-run || false }}',
        ...handedOn('reason'),
      },
    }),
  ],
})}`
}
