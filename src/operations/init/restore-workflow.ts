import { restoreNames } from './role-names.ts'
import type { Settings } from './settings.ts'
import {
  checkOutConfig,
  configOf,
  environmentBlock,
  handedOn,
  job,
  permissions,
  secretsOf,
  use,
} from './workflow-parts.ts'

const targetUrl =
  '      LIFEBOAT_TARGET_URL: ${{ secrets.LIFEBOAT_TARGET_URL }} # only to restore onto another server; unset otherwise\n'

export function restoreWorkflow(settings: Settings): string {
  const { environment } = settings
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
${job(settings, {
  id: 'restore',
  name: `Restore ${environment}`,
  minutes: 360,
  concurrency: {
    group: `lifeboat-${environment}-restore`,
    why: 'It never waits for a backup; a second restore waits for the first.',
  },
  environment: secretsOf(environment, 'reviewers'),
  permissions: permissions(settings),
  env: environmentBlock(restoreNames(settings)) + targetUrl,
  steps: [
    checkOutConfig,
    use(settings, {
      name: 'Restore',
      action: 'restore',
      given: {
        config: configOf(settings),
        ...handedOn(
          'backup',
          'mode',
          'confirm',
          'reason',
          'target',
          'source',
          'tables',
          'answered',
          'reroute',
          'fall-back',
          'emergency-backup',
          'dry-run',
        ),
      },
    }),
  ],
})}`
}
