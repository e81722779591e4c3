import { watchNames } from './role-names.ts'
import type { Settings } from './settings.ts'
import {
  checkOutConfig,
  configOf,
  environmentBlock,
  job,
  permissions,
  schedule,
  secretsOf,
  use,
} from './workflow-parts.ts'

const readsActions =
  '      actions: read # to see whether GitHub has disabled a workflow, and who may use the environments\n'

/** Looks every hour whether backups and restore tests come as they should. A run that never started reports nothing. */
export function watchWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment } = settings
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
${job(settings, {
  id: 'watch',
  name: `Watch ${environment}`,
  minutes: 30,
  concurrency: { group: `lifeboat-${environment}-status` },
  environment: secretsOf(`${environment}-verify`),
  permissions: permissions(settings) + readsActions,
  env: environmentBlock(watchNames(settings)),
  steps: [
    checkOutConfig,
    use(settings, {
      name: 'Look',
      action: 'status',
      given: { config: configOf(settings) },
    }),
  ],
})}`
}
