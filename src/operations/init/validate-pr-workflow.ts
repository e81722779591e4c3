import { scalar } from './environment-file.ts'
import type { Settings } from './settings.ts'
import { checkoutSha, checkoutVersion, type RoleNames, schedule, verifyNames } from './workflows.ts'

/** Actions of GitHub's own, as published. */
const uploadArtifact = 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2'
const downloadArtifact = 'actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0'
const cache = (part: 'save' | 'restore') =>
  `actions/cache/${part}@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3`

/** Tries every pull request, also from forks, on the shape of the database. It holds no secret. */
export function validatePrWorkflow(settings: Settings): string {
  const { environment } = settings
  return `# Tries each pull request, also from forks, on the definitions and sizes of ${environment}: no rows, no secret. It has no
# paths filter, so that its check always comes and can be required. What it says is the proposed code's word as much as
# ours: see docs/guides/pull-requests.md.
name: ${nameOf(settings)}

on:
  pull_request:
  merge_group:

permissions: {}

jobs:
  shape:
    name: Try on the shape of ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 30
    concurrency:
      group: lifeboat-${environment}-pull-request-\${{ github.event.pull_request.number || github.ref }}
      cancel-in-progress: true
    permissions:
      contents: read # to read what is proposed, and what it is proposed for
    steps:
${checkout('Check out what is proposed', 'proposed', null)}${checkout(
    'Check out what it is proposed for',
    'base',
    'github.event.pull_request.base.sha || github.event.merge_group.base_sha',
  )}      - name: Fetch the shape
        uses: ${cache('restore')}
        with:
          path: shape.json
          key: lifeboat-${environment}-shape-\${{ github.run_id }}
          restore-keys: lifeboat-${environment}-shape-
      - name: Try it
        id: try
        uses: ${uses(settings, 'validate-pr')}
        with:
          environment: ${scalar(environment)}
          config: base/environments/${environment}.yml
          data: shape.json
          proposed: proposed
          base: base
      - name: Keep the result
        if: \${{ always() && steps.try.outputs.report != '' }}
        uses: ${uploadArtifact}
        with:
          name: lifeboat-${environment}-pull-request
          path: \${{ steps.try.outputs.report }}
          if-no-files-found: ignore
          retention-days: 3
`
}

/** Tells the pull request. It may write, so it runs no code of the pull request. */
export function reportPrWorkflow(settings: Settings): string {
  const { environment } = settings
  return `# Tells a pull request how its trial ended: one check, which can be required, and one comment. It may write, so it runs
# no code of the pull request, and takes commit and number from the event.
name: lifeboat ${environment} pull request report

on:
  workflow_run: # zizmor: ignore[dangerous-triggers] checks nothing out, and reads the result as data of a fixed shape
    workflows: [${scalar(nameOf(settings))}]
    types: [completed]

permissions: {}

jobs:
  report:
    name: Tell the pull request
    runs-on: ${settings.runsOn}
    timeout-minutes: 10
    concurrency:
      group: lifeboat-${environment}-pull-request-report-\${{ github.event.workflow_run.head_sha }}
      cancel-in-progress: false
    permissions:
      actions: read # to download the result
      checks: write # to make the check
      pull-requests: write # to find the pull request and comment on it
    steps:
      - name: Download the result
        continue-on-error: true
        uses: ${downloadArtifact}
        with:
          name: lifeboat-${environment}-pull-request
          path: result
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - name: Tell
        uses: ${uses(settings, 'report-pr')}
        with:
          environment: ${scalar(environment)}
          result: result
`
}

/** Publishes the shape, where pull requests find it. */
export function shapeWorkflow(settings: Settings, cron: readonly string[]): string {
  const { environment } = settings
  return `# Writes down definitions and sizes of ${environment}, without rows, for pull requests to be tried on. Runs of the default
# branch alone can write the cache that all pull requests read.
name: lifeboat ${environment} shape

on:
  schedule:
${schedule(cron)}  workflow_dispatch:

permissions: {}

jobs:
  shape:
    name: Take the shape of ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 30
    concurrency:
      group: lifeboat-${environment}-shape
      cancel-in-progress: false
    environment:
      name: ${environment}-backup
      deployment: false # secrets and branch rule of the environment, no deployment in the history
    permissions:
      contents: read # to read the environment file
    steps:
${checkout('Check out the environment file', null, null)}      - name: Take the shape
        uses: ${uses(settings, 'shape')}
        env:
          ${settings.databaseUrlName}: \${{ secrets.${settings.databaseUrlName} }}
        with:
          environment: ${scalar(environment)}
          config: environments/${environment}.yml
          output: shape.json
      - name: Publish it to pull requests
        uses: ${cache('save')}
        with:
          path: shape.json
          key: lifeboat-${environment}-shape-\${{ github.run_id }}
`
}

/** Tries a change on production's rows: in the merge queue, or for a commit that a reviewer approves. */
export function rowsWorkflow(settings: Settings): string {
  const { environment, store } = settings
  const isOidc = store.kind === 's3' && store.credentials.kind === 'oidc'
  return `# Tries a change on the rows of ${environment}, in the merge queue or for a commit that a reviewer approves. The step that
# opens the backup holds the keys; it has ended before the step begins that runs proposed code, without network and
# unheard. Only a verdict comes out.
name: lifeboat ${environment} rows

on:
  merge_group:
  workflow_dispatch:
    inputs:
      sha:
        description: The commit to try, all of its 40 digits. Whoever approves this run has read it
        type: string
        required: true

permissions: {}

jobs:
  rows:
    name: Try on the rows of ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 120
    concurrency:
      group: lifeboat-${environment}-rows-\${{ github.event.merge_group.head_sha || inputs.sha }}
      cancel-in-progress: false
    environment:
      # The first is open to gh-readonly-queue/${settings.defaultBranch}/* alone; the second has required reviewers.
      name: \${{ github.event_name == 'merge_group' && '${environment}-merge-queue' || '${environment}-pull-requests' }}
      deployment: false # secrets, reviewers and branch rule of the environment, no deployment in the history
    permissions:
      contents: read # to read what is proposed, and what it is proposed for
${isOidc ? '      id-token: write # to assume the role of the bucket\n' : ''}    outputs:
      verdict: \${{ steps.try.outputs.verdict }}
    steps:
${checkout('Check out what it is proposed for', 'base', 'github.event.merge_group.base_sha || github.sha')}${checkout(
    'Check out what is proposed',
    'proposed',
    'github.event.merge_group.head_sha || inputs.sha',
  )}      - name: Open a backup
        uses: ${uses(settings, 'open-backup')}
        env: # of this step alone
${secretLines(openerNames(settings))}        with:
          environment: ${scalar(environment)}
          config: base/environments/${environment}.yml
          into: \${{ runner.temp }}/lifeboat-opened
      - name: Try it
        id: try
        uses: ${uses(settings, 'validate-pr')}
        with:
          environment: ${scalar(environment)}
          config: base/environments/${environment}.yml
          on: rows
          data: \${{ runner.temp }}/lifeboat-opened
          proposed: proposed
          base: base
      - name: Remove what was opened
        if: always()
        run: rm -rf -- "$RUNNER_TEMP/lifeboat-opened"

  tell:
    name: Tell the commit
    needs: rows
    if: always()
    runs-on: ${settings.runsOn}
    timeout-minutes: 10
    concurrency:
      group: lifeboat-${environment}-rows-tell-\${{ github.event.merge_group.head_sha || inputs.sha }}
      cancel-in-progress: false
    permissions:
      checks: write # to make the check on the commit that was tried
    steps:
      - name: Tell
        uses: ${uses(settings, 'report-pr')}
        with:
          environment: ${scalar(environment)}
          outcome: \${{ needs.rows.result }}
          verdict: \${{ needs.rows.outputs.verdict }}
          name: lifeboat / ${environment} rows
`
}

const nameOf = ({ environment }: Settings): string => `lifeboat ${environment} pull request`

function uses({ action }: Settings, folder: string): string {
  return `${action.repository}/actions/${folder}@${action.sha} # ${action.version}`
}

function checkout(name: string, path: string | null, ref: string | null): string {
  return `      - name: ${name}
        uses: actions/checkout@${checkoutSha} # ${checkoutVersion}
        with:
${path === null ? '' : `          path: ${path}\n`}${ref === null ? '' : `          ref: \${{ ${ref} }}\n`}          persist-credentials: false
`
}

/** What opens a backup, without what a proof needs besides: nothing is signed or pinged here. */
export function openerNames(settings: Settings): RoleNames {
  const { secrets, variables } = verifyNames(settings)
  const others = ['LIFEBOAT_SIGNING_KEY', settings.heartbeatName]
  return { secrets: secrets.filter((name) => !others.includes(name)), variables }
}

function secretLines({ secrets, variables }: RoleNames): string {
  return [
    ...secrets.map((name) => `          ${name}: \${{ secrets.${name} }}\n`),
    ...variables.map((name) => `          ${name}: \${{ vars.${name} }}\n`),
  ].join('')
}
