import { scenarioNames } from '../../domain/environment/drills-schema.ts'
import { scalar } from './environment-file.ts'
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

const installAge = `      - name: Install age, which break-glass needs
        run: command -v age || { sudo apt-get update -q && sudo apt-get install -q -y age; }
`

/** Rehearses failures every month; by hand, any of them. It has the role of verification: it opens backups, and no more. */
export function drillWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment } = settings
  const choices = ['all that apply', ...scenarioNames].map((name) => scalar(name)).join(', ')
  return `# Rehearses failures on a double of ${environment}, built from its newest backup on this runner, and measures the recovery.
# This job holds the identity that opens backups: it uses no cache, and never reaches the database.
name: lifeboat ${environment} drill

on:
  schedule:
${schedule(cron)}  workflow_dispatch:
    inputs:
      scenario:
        description: The failure to rehearse
        type: choice
        options: [${choices}]
        default: all that apply
      dry-run:
        description: Only say what would be done
        type: boolean
        default: false
      reason:
        description: Why it is rehearsed
        type: string
        default: ""

permissions: {}

jobs:
${job(settings, {
  id: 'drill',
  name: `Rehearse failures of ${environment}`,
  minutes: 180,
  concurrency: { group: `lifeboat-${environment}-drill` },
  environment: secretsOf(`${environment}-verify`),
  permissions: permissions(settings),
  env: environmentBlock(verifyNames(settings)),
  steps: [
    checkOutConfig,
    installAge,
    use(settings, {
      name: 'Rehearse',
      action: 'drill',
      given: {
        config: configOf(settings),
        scenario: "${{ inputs.scenario != 'all that apply' && inputs.scenario || '' }}",
        'dry-run': '${{ inputs.dry-run || false }}',
        ...handedOn('reason'),
      },
    }),
  ],
})}`
}
