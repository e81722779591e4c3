import { backupNames } from './role-names.ts'
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

export function backupWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment } = settings
  return `# Makes a backup of ${environment}, encrypted to recipients: this job cannot read what it stores.
name: lifeboat ${environment} backup

on:
  schedule:
${schedule(cron)}  workflow_dispatch:
    inputs:
      label:
        description: A word to find this backup by, such as pre-deploy-142
        type: string
        default: ""
      class:
        description: critical is kept longer, and never gives way to a newer run
        type: choice
        options: [scheduled, critical]
        default: scheduled
      reason:
        description: Why this backup is made; goes into its manifest
        type: string
        default: ""

permissions: {}

jobs:
${job(settings, {
  id: 'backup',
  name: `Back up ${environment}`,
  minutes: 60,
  concurrency: {
    group: `lifeboat-${environment}-backup\${{ inputs.class == 'critical' && format('-critical-{0}', github.run_id) || '' }}`,
    why: 'A scheduled run waits for the one before it, and gives way to a newer one; a critical backup never waits.',
  },
  environment: secretsOf(`${environment}-backup`),
  permissions: permissions(settings),
  env: environmentBlock(backupNames(settings)),
  steps: [
    checkOutConfig,
    use(settings, {
      name: 'Back up',
      action: 'backup',
      given: {
        config: configOf(settings),
        ...handedOn('label'),
        class: "${{ inputs.class || 'scheduled' }}",
        ...handedOn('reason'),
      },
    }),
  ],
})}`
}
