import { scalar } from './environment-file.ts'
import type { Settings } from './settings.ts'
import {
  backupNames,
  checkout,
  environmentBlock,
  environmentSection,
  permissions,
  restoreNames,
  type RoleNames,
  verifyNames,
} from './workflows.ts'

/** The stores alone: the gate reads records, and sees neither the database nor what is in a backup. */
export function gateNames(settings: Settings): RoleNames {
  const { secrets, variables } = verifyNames(settings)
  const others = ['LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', settings.heartbeatName]
  return { secrets: secrets.filter((name) => !others.includes(name)), variables }
}

/**
 * Whoever deploys may have to bring data back, and signs with a key of its own besides: an override of the gate shall need
 * more than the key of backups, which a job without reviewers holds.
 */
export function deployNames(settings: Settings): RoleNames {
  const { secrets, variables } = restoreNames(settings)
  return { secrets: [...secrets, 'LIFEBOAT_DEPLOY_SIGNING_KEY'], variables }
}

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
  gate:
    name: May it go to ${environment}?
    # An override is judged and written down by the job that deploys, which has a key to sign it.
    if: inputs.override == '' && inputs.rollback != 'now'
    runs-on: ${settings.runsOn}
    timeout-minutes: 15
    environment:
      name: ${environment}-gate
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}      checks: read # to ask for the required checks of the commit
      statuses: read # likewise, of older kinds of checks
${environmentSection(gateNames(settings))}    steps:
${step(settings, 'Ask the gate', 'gate')}
  backup:
    name: Back up ${environment} before it
    needs: gate
    if: (!cancelled()) && contains(fromJSON('["success", "skipped"]'), needs.gate.result) && inputs.rollback != 'now' && !inputs.dry-run
    runs-on: ${settings.runsOn}
    timeout-minutes: 60
    environment:
      name: ${environment}-backup
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}    env:
${environmentBlock(backupNames(settings))}    outputs:
      backup-id: \${{ steps.lifeboat.outputs.backup-id }}
    steps:
${step(settings, 'Back up', 'backup')}
  deploy:
    name: Deploy to ${environment}
    needs: [gate, backup]
    if: (!cancelled()) && contains(fromJSON('["success", "skipped"]'), needs.gate.result) && contains(fromJSON('["success", "skipped"]'), needs.backup.result)
    # With a Compose target this must be the machine that runs the application: the label of a self-hosted runner there.
    runs-on: ${settings.runsOn}
    timeout-minutes: 120
    environment:
      name: ${environment}
      url: \${{ steps.lifeboat.outputs.url }}
    permissions:
${permissions(settings)}      checks: read # to ask the gate again, right before
      statuses: read # likewise
      deployments: write # to say how the deployment goes
    env:
${environmentBlock(deployNames(settings))}    outputs:
      state: \${{ steps.lifeboat.outputs.state }}
    steps:
${step(settings, 'Deploy', 'deploy', {
  backup: '${{ needs.backup.outputs.backup-id }}',
  rollback: '${{ inputs.rollback }}',
  'restore-data': '${{ inputs.restore-data }}',
  wait: '15m',
})}
  backup-after:
    name: Back up ${environment} after it
    needs: deploy
    # A job is left out when any job before it was, as the gate is with an override, unless its condition asks how the run goes.
    if: (!cancelled()) && needs.deploy.outputs.state == 'stands'
    runs-on: ${settings.runsOn}
    timeout-minutes: 60
    environment:
      name: ${environment}-backup
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}    env:
${environmentBlock(backupNames(settings))}    outputs:
      backup-id: \${{ steps.lifeboat.outputs.backup-id }}
    steps:
${step(settings, 'Back up', 'backup-after')}
  verify:
    name: Prove ${environment} as it is now
    needs: backup-after
    if: (!cancelled()) && needs.backup-after.result == 'success' # likewise
    runs-on: ${settings.runsOn}
    timeout-minutes: 120
    environment:
      name: ${environment}-verify
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}    env:
${environmentBlock(verifyNames(settings))}    steps:
${step(settings, 'Prove', 'verify', { backup: '${{ needs.backup-after.outputs.backup-id }}' })}`
}

/** One part of the deployment. */
function step(
  { environment, action }: Settings,
  name: string,
  part: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const given = {
    environment: scalar(environment),
    config: `environments/${environment}.yml`,
    steps: part,
    version: '${{ inputs.version }}',
    confirm: '${{ inputs.confirm }}',
    reason: '${{ inputs.reason }}',
    override: '${{ inputs.override }}',
    'dry-run': '${{ inputs.dry-run }}',
    ...more,
  }
  const lines = Object.entries(given).map(([key, value]) => `          ${key}: ${value}\n`)
  return `${checkout}      - name: ${name}
        id: lifeboat
        uses: ${action.repository}/actions/deploy-env@${action.sha} # ${action.version}
        with:
${lines.join('')}`
}
