import { verifyNames } from './role-names.ts'
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

export function verifyWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment } = settings
  return `# Restores a backup of ${environment} into a throwaway server and proves it. This job holds the identity that opens
# backups: it uses no cache, and never reaches the database.
name: lifeboat ${environment} verify

on:
  schedule:
${schedule(cron)}  workflow_dispatch:
    inputs:
      backup:
        description: A backup id, latest, or a date
        type: string
        default: latest
      level:
        description: How far up the proof ladder to go
        type: choice
        options: [full, stored, intact, complete, restorable, equal, sound, fresh, useful]
        default: full
      reason:
        description: Why this proof is made
        type: string
        default: ""

permissions: {}

jobs:
${job(settings, {
  id: 'verify',
  name: `Prove ${environment}`,
  minutes: 120,
  concurrency: { group: `lifeboat-${environment}-verify` },
  environment: secretsOf(`${environment}-verify`),
  permissions: permissions(settings),
  env: environmentBlock(verifyNames(settings)),
  steps: [
    checkOutConfig,
    use(settings, {
      name: 'Verify',
      action: 'verify-restore',
      given: {
        config: configOf(settings),
        backup: "${{ inputs.backup || 'latest' }}",
        level: "${{ inputs.level || 'full' }}",
        ...handedOn('reason'),
      },
    }),
  ],
})}`
}
