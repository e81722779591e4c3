import { scalar } from './environment-file.ts'
import type { Settings } from './settings.ts'

/** actions/checkout v7.0.1, as published by its owner. */
export const checkoutSha = '3d3c42e5aac5ba805825da76410c181273ba90b1'
export const checkoutVersion = 'v7.0.1'

/** The names of secrets and variables that a job of each role is given. */
export interface RoleNames {
  secrets: string[]
  variables: string[]
}

/** The writer sees the database; it holds no identity, so it cannot read what it wrote. */
export function backupNames(settings: Settings): RoleNames {
  const store = storeNames(settings)
  return {
    secrets: [settings.databaseUrlName, ...store.secrets, 'LIFEBOAT_SIGNING_KEY', ...heartbeat(settings)],
    variables: store.variables,
  }
}

/** The reader opens backups; it never reaches the database. */
export function verifyNames(settings: Settings): RoleNames {
  const store = storeNames(settings)
  return {
    secrets: [...store.secrets, 'LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', ...heartbeat(settings)],
    variables: store.variables,
  }
}

/** The keeper sees neither the database nor what is in a backup. */
export function retentionNames(settings: Settings): RoleNames {
  const store = storeNames(settings)
  return { secrets: [...store.secrets, 'LIFEBOAT_SIGNING_KEY'], variables: store.variables }
}

/** Whoever restores opens backups, reaches the database, and makes the emergency backup: behind reviewers. */
export function restoreNames(settings: Settings): RoleNames {
  const store = storeNames(settings)
  return {
    secrets: [settings.databaseUrlName, ...store.secrets, 'LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY'],
    variables: store.variables,
  }
}

function storeNames({ store }: Settings): RoleNames {
  if (store.kind === 'local') return { secrets: [], variables: [] }
  return store.credentials.kind === 'oidc'
    ? { secrets: [], variables: [store.credentials.roleArnName] }
    : { secrets: [store.credentials.accessKeyIdName, store.credentials.secretAccessKeyName], variables: [] }
}

const heartbeat = ({ heartbeatName }: Settings): string[] => (heartbeatName === null ? [] : [heartbeatName])

export function backupWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment, action } = settings
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
  backup:
    name: Back up ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 60
    # A scheduled run waits for the one before it, and gives way to a newer one; a critical backup never waits.
    concurrency:
      group: lifeboat-${environment}-backup\${{ inputs.class == 'critical' && format('-critical-{0}', github.run_id) || '' }}
      cancel-in-progress: false
    environment:
      name: ${environment}-backup
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}    env:
${environmentBlock(backupNames(settings))}    steps:
${checkout}      - name: Back up
        uses: ${action.repository}/actions/backup@${action.sha} # ${action.version}
        with:
          environment: ${scalar(environment)}
          config: environments/${environment}.yml
          label: \${{ inputs.label }}
          class: \${{ inputs.class || 'scheduled' }}
          reason: \${{ inputs.reason }}
`
}

export function verifyWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment, action } = settings
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
  verify:
    name: Prove ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 120
    concurrency:
      group: lifeboat-${environment}-verify
      cancel-in-progress: false
    environment:
      name: ${environment}-verify
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}    env:
${environmentBlock(verifyNames(settings))}    steps:
${checkout}      - name: Verify
        uses: ${action.repository}/actions/verify-restore@${action.sha} # ${action.version}
        with:
          environment: ${scalar(environment)}
          config: environments/${environment}.yml
          backup: \${{ inputs.backup || 'latest' }}
          level: \${{ inputs.level || 'full' }}
          reason: \${{ inputs.reason }}
`
}

export function retentionWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment, action } = settings
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
  retention:
    name: Remove what has expired of ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 60
    concurrency:
      group: lifeboat-${environment}-retention
      cancel-in-progress: false
    environment:
      name: ${environment}-retention
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}    env:
${environmentBlock(retentionNames(settings))}    steps:
${checkout}      - name: Remove what has expired
        uses: ${action.repository}/actions/retention@${action.sha} # ${action.version}
        with:
          environment: ${scalar(environment)}
          config: environments/${environment}.yml
          dry-run: \${{ inputs.dry-run || false }}
          reason: \${{ inputs.reason }}
`
}

export function restoreWorkflow(settings: Settings): string {
  const { environment, action } = settings
  return `# Brings ${environment} back from the best copy of a backup, when a person starts it and a reviewer agrees. This job holds the
# database's own credentials and the identity that opens backups: it uses no cache. Rows are restored by the command line
# alone: GitHub shows the inputs of a run, and their conditions may hold values.
name: lifeboat ${environment} restore

on:
  workflow_dispatch:
    inputs:
      backup:
        description: A backup id, latest, latest-proven, a date or time (the last before it), or a label
        type: string
        default: latest
      mode:
        description: side-by-side touches nothing; swap exchanges and keeps the old database
        type: choice
        options: [side-by-side, swap, in-place]
        default: side-by-side
      confirm:
        description: For swap and in-place, the name of the environment, typed
        type: string
        default: ""
      reason:
        description: Why it is restored; asked for by swap and in-place
        type: string
        default: ""
      target:
        description: Name of the database to restore to, by mode when empty. Never a URL; that is the secret LIFEBOAT_TARGET_URL
        type: string
        default: ""
      source:
        description: Only this source of the environment file
        type: string
        default: ""
      tables:
        description: Only these, as schema.table or schema.*, separated by semicolons
        type: string
        default: ""
      answered:
        description: What a refused swap listed, such as logical slot NAME, and may be given up, separated by semicolons
        type: string
        default: ""
      reroute:
        description: "With side-by-side: lead the application to what was restored"
        type: boolean
        default: false
      fall-back:
        description: Take the next older backup when no store has the chosen one whole
        type: boolean
        default: false
      emergency-backup:
        description: Back up the present state first
        type: boolean
        default: false
      dry-run:
        description: Only say what would be done
        type: boolean
        default: false

permissions: {}

jobs:
  restore:
    name: Restore ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 360
    # It never waits for a backup; a second restore waits for the first.
    concurrency:
      group: lifeboat-${environment}-restore
      cancel-in-progress: false
    environment:
      name: ${environment}
      deployment: false # secrets, reviewers and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}    env:
${environmentBlock(restoreNames(settings))}      LIFEBOAT_TARGET_URL: \${{ secrets.LIFEBOAT_TARGET_URL }} # only to restore onto another server; unset otherwise
    steps:
${checkout}      - name: Restore
        uses: ${action.repository}/actions/restore@${action.sha} # ${action.version}
        with:
          environment: ${scalar(environment)}
          config: environments/${environment}.yml
          backup: \${{ inputs.backup }}
          mode: \${{ inputs.mode }}
          confirm: \${{ inputs.confirm }}
          reason: \${{ inputs.reason }}
          target: \${{ inputs.target }}
          source: \${{ inputs.source }}
          tables: \${{ inputs.tables }}
          answered: \${{ inputs.answered }}
          reroute: \${{ inputs.reroute }}
          fall-back: \${{ inputs.fall-back }}
          emergency-backup: \${{ inputs.emergency-backup }}
          dry-run: \${{ inputs.dry-run }}
`
}

export const checkout = `      - name: Check out the environment file
        uses: actions/checkout@${checkoutSha} # ${checkoutVersion}
        with:
          persist-credentials: false
`

export function schedule(cron: readonly string[]): string {
  return cron
    .map((line) => `    - cron: "${line}" # off the hour, when GitHub is less busy; times are UTC\n`)
    .join('')
}

export function permissions({ store }: Settings): string {
  const oidc = store.kind === 's3' && store.credentials.kind === 'oidc'
  return `      contents: read # to read the environment file
      issues: write # to open, update and close the issue about this environment
${oidc ? '      id-token: write # to assume the role of the bucket\n' : ''}`
}

/** `env:` with its names; nothing where there are none, as with a folder of the machine for a store. */
export function environmentSection(names: RoleNames): string {
  const block = environmentBlock(names)
  return block === '' ? '' : `    env:\n${block}`
}

export function environmentBlock({ secrets, variables }: RoleNames): string {
  return [
    ...secrets.map((name) => `      ${name}: \${{ secrets.${name} }}\n`),
    ...variables.map((name) => `      ${name}: \${{ vars.${name} }}\n`),
  ].join('')
}
