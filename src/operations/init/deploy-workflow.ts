import { backupNames, deployNames, gateNames, verifyNames } from './role-names.ts'
import type { Settings } from './settings.ts'
import {
  checkOutConfig,
  configOf,
  environmentBlock,
  handedOn,
  type Job,
  job,
  permissions,
  secretsOf,
  use,
} from './workflow-parts.ts'

/**
 * A deployment in jobs of their own, so that each holds only the secrets of its part. What is done in each, and in which order,
 * stands in the operation; here only its parts are named.
 */
export function deployWorkflow(settings: Settings): string {
  const { environment } = settings
  return `# Deploys a version to ${environment} with a way back. Each job has its own secrets: the gate reads the stores, the backups cannot
# be read by whoever makes them, and the deployment itself waits for the reviewers of ${environment}. It holds the identity too:
# where the environment file says so, a deployment that failed brings its data back.
name: lifeboat ${environment} deploy

on:
  workflow_dispatch:
    inputs:
      version:
        description: The version to deploy, such as 1.4.2 or a commit; empty only to roll back now
        type: string
        default: ""
      confirm:
        description: The name of the environment, typed
        type: string
        default: ""
      reason:
        description: Why, in a sentence; goes into the ledger
        type: string
        default: ""
      rollback:
        description: What becomes of a deployment that fails; now deploys nothing, and takes the newest one back
        type: choice
        options: [auto, never, now]
        default: auto
      restore-data:
        description: Bring the data back too (where the environment file asks, or with rollback now)
        type: boolean
        default: false
      override:
        description: Why the gate is to be passed although it is closed; goes into ledger and issue
        type: string
        default: ""
      dry-run:
        description: Only say what would be done
        type: boolean
        default: false

permissions: {}

# One deployment after the other; none is cut off by the next.
concurrency:
  group: lifeboat-${environment}-deploy
  cancel-in-progress: false

jobs:
${gate(settings)}
${backup(settings)}
${deploy(settings)}
${backupAfter(settings)}
${verify(settings)}`
}

const gate = (settings: Settings): string =>
  job(settings, {
    id: 'gate',
    name: `May it go to ${settings.environment}?`,
    when: `    # An override is judged and written down by the job that deploys, which has a key to sign it.
    if: inputs.override == '' && inputs.rollback != 'now'
`,
    minutes: 15,
    environment: secretsOf(`${settings.environment}-gate`),
    permissions: `${permissions(settings)}      checks: read # to ask for the required checks of the commit
      statuses: read # likewise, of older kinds of checks
`,
    env: environmentBlock(gateNames(settings)),
    steps: [checkOutConfig, part(settings, 'Ask the gate', 'gate')],
  })

/** Whether it did what it should, or was not wanted. */
const isDone = (id: string): string => `contains(fromJSON('["success", "skipped"]'), needs.${id}.result)`

const backup = (settings: Settings): string =>
  job(settings, {
    id: 'backup',
    name: `Back up ${settings.environment} before it`,
    when: `    needs: gate
    if: (!cancelled()) && ${isDone('gate')} && inputs.rollback != 'now' && !inputs.dry-run
`,
    ...backupJob(settings, 'backup'),
  })

const deploy = (settings: Settings): string =>
  job(settings, {
    id: 'deploy',
    name: `Deploy to ${settings.environment}`,
    when: `    needs: [gate, backup]
    if: (!cancelled()) && ${isDone('gate')} && ${isDone('backup')}
    # With a Compose target this must be the machine that runs the application: the label of a self-hosted runner there.
`,
    minutes: 120,
    environment: `      name: ${settings.environment}
      url: \${{ steps.lifeboat.outputs.url }}
`,
    permissions: `${permissions(settings)}      checks: read # to ask the gate again, right before
      statuses: read # likewise
      deployments: write # to say how the deployment goes
`,
    env: environmentBlock(deployNames(settings)),
    outputs: { state: 'steps.lifeboat.outputs.state' },
    steps: [
      checkOutConfig,
      part(settings, 'Deploy', 'deploy', {
        backup: '${{ needs.backup.outputs.backup-id }}',
        ...handedOn('rollback', 'restore-data'),
        wait: '15m',
      }),
    ],
  })

const backupAfter = (settings: Settings): string =>
  job(settings, {
    id: 'backup-after',
    name: `Back up ${settings.environment} after it`,
    when: `    needs: deploy
    # A job is left out when any job before it was, as the gate is with an override, unless its condition asks how the run goes.
    if: (!cancelled()) && needs.deploy.outputs.state == 'stands'
`,
    ...backupJob(settings, 'backup-after'),
  })

/** What both backups have alike. */
function backupJob(settings: Settings, step: string): Omit<Job, 'id' | 'name' | 'when'> {
  return {
    minutes: 60,
    environment: secretsOf(`${settings.environment}-backup`),
    permissions: permissions(settings),
    env: environmentBlock(backupNames(settings)),
    outputs: { 'backup-id': 'steps.lifeboat.outputs.backup-id' },
    steps: [checkOutConfig, part(settings, 'Back up', step)],
  }
}

const verify = (settings: Settings): string =>
  job(settings, {
    id: 'verify',
    name: `Prove ${settings.environment} as it is now`,
    when: `    needs: backup-after
    if: (!cancelled()) && needs.backup-after.result == 'success' # likewise
`,
    minutes: 120,
    environment: secretsOf(`${settings.environment}-verify`),
    permissions: permissions(settings),
    env: environmentBlock(verifyNames(settings)),
    steps: [
      checkOutConfig,
      part(settings, 'Prove', 'verify', { backup: '${{ needs.backup-after.outputs.backup-id }}' }),
    ],
  })

/** One part of the deployment. */
function part(
  settings: Settings,
  name: string,
  steps: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const asked = handedOn('version', 'confirm', 'reason', 'override', 'dry-run')
  const given = { config: configOf(settings), steps, ...asked, ...more }
  return use(settings, { name, id: 'lifeboat', action: 'deploy-env', given })
}
