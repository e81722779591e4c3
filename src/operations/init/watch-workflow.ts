import { scalar } from './environment-file.ts'
import type { Settings } from './settings.ts'
import {
  checkout,
  environmentSection,
  permissions,
  type RoleNames,
  schedule,
  verifyNames,
} from './workflows.ts'

/** The reader's credentials of the stores and nothing else: the watch opens no backup and signs nothing. */
export function watchNames(settings: Settings): RoleNames {
  const { secrets, variables } = verifyNames(settings)
  const own = ['LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', settings.heartbeatName]
  return { secrets: secrets.filter((name) => !own.includes(name)), variables }
}

/** Looks every hour whether backups and restore tests come as they should. A run that never started reports nothing. */
export function watchWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment, action } = settings
  return `# Looks at the stores every hour: are backups and restore tests made, are they young enough, has anything vanished. It shares
# the GitHub environment of the restore tests for the reader's credentials, and takes neither identity nor signing key.
# GitHub may stop this schedule like any other: give watch.heartbeat a ping URL in the environment file, and its variable in
# env: below, so that somebody elsewhere notices.
name: lifeboat ${environment} watch

on:
  schedule:
${schedule(cron)}  workflow_dispatch:

permissions: {}

jobs:
  watch:
    name: Watch ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 30
    concurrency:
      group: lifeboat-${environment}-status
      cancel-in-progress: false
    environment:
      name: ${environment}-verify
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}      actions: read # to see whether GitHub has disabled a workflow, and who may use the environments
${environmentSection(watchNames(settings))}    steps:
${checkout}      - name: Look
        uses: ${action.repository}/actions/status@${action.sha} # ${action.version}
        with:
          environment: ${scalar(environment)}
          config: environments/${environment}.yml
`
}
