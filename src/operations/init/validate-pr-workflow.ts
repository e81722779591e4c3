import { scalar } from './environment-file.ts'
import { openerNames } from './role-names.ts'
import type { Settings } from './settings.ts'
import {
  bucketPermission,
  checkOut,
  checkOutConfig,
  configOf,
  job,
  schedule,
  secretsOf,
  use,
} from './workflow-parts.ts'

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
# ours: see docs/guides/pull-requests.md in Lifeboat's repository.
name: ${nameOf(settings)}

on:
  pull_request:
  merge_group:

permissions: {}

jobs:
${job(settings, {
  id: 'shape',
  name: `Try on the shape of ${environment}`,
  minutes: 30,
  concurrency: {
    group: `lifeboat-${environment}-pull-request-\${{ github.event.pull_request.number || github.ref }}`,
    replaces: true,
  },
  permissions: readsBoth,
  steps: [
    checkOut('Check out what is proposed', { path: 'proposed' }),
    checkOut('Check out what it is proposed for', {
      path: 'base',
      ref: 'github.event.pull_request.base.sha || github.event.merge_group.base_sha',
    }),
    fetchShape(settings),
    use(settings, {
      name: 'Try it',
      id: 'try',
      action: 'validate-pr',
      given: { config: configOf(settings, 'base/'), data: 'shape.json', proposed: 'proposed', base: 'base' },
    }),
    keepResult(settings),
  ],
})}`
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
${job(settings, {
  id: 'report',
  name: 'Tell the pull request',
  minutes: 10,
  concurrency: {
    group: `lifeboat-${environment}-pull-request-report-\${{ github.event.workflow_run.head_sha }}`,
  },
  permissions: `      actions: read # to download the result
      checks: write # to make the check
      pull-requests: write # to find the pull request and comment on it
`,
  steps: [
    fetchResult(settings),
    use(settings, { name: 'Tell', action: 'report-pr', given: { result: 'result' } }),
  ],
})}`
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
${job(settings, {
  id: 'shape',
  name: `Take the shape of ${environment}`,
  minutes: 30,
  concurrency: { group: `lifeboat-${environment}-shape` },
  environment: secretsOf(`${environment}-backup`),
  permissions: '      contents: read # to read the environment file\n',
  steps: [
    checkOutConfig,
    use(settings, {
      name: 'Take the shape',
      action: 'shape',
      names: { secrets: [settings.databaseUrlName], variables: [] },
      given: { config: configOf(settings), output: 'shape.json' },
    }),
    publishShape(settings),
  ],
})}`
}

/** Tries a change on production's rows: in the merge queue, or for a commit that a reviewer approves. */
export function rowsWorkflow(settings: Settings): string {
  const { environment } = settings
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
${job(settings, {
  id: 'rows',
  name: `Try on the rows of ${environment}`,
  minutes: 120,
  concurrency: {
    group: `lifeboat-${environment}-rows-\${{ github.event.merge_group.head_sha || inputs.sha }}`,
  },
  environment: `      # The first is open to gh-readonly-queue/${settings.defaultBranch}/* alone; the second has required reviewers.
${secretsOf(
  `\${{ github.event_name == 'merge_group' && '${environment}-merge-queue' || '${environment}-pull-requests' }}`,
  'reviewers',
)}`,
  permissions: `${readsBoth}${bucketPermission(settings)}`,
  outputs: { verdict: 'steps.try.outputs.verdict' },
  steps: [
    checkOut('Check out what it is proposed for', {
      path: 'base',
      ref: 'github.event.merge_group.base_sha || github.sha',
    }),
    checkOut('Check out what is proposed', {
      path: 'proposed',
      ref: 'github.event.merge_group.head_sha || inputs.sha',
    }),
    use(settings, {
      name: 'Open a backup',
      action: 'open-backup',
      names: openerNames(settings),
      why: 'of this step alone',
      given: { config: configOf(settings, 'base/'), into: opened },
    }),
    use(settings, {
      name: 'Try it',
      id: 'try',
      action: 'validate-pr',
      given: {
        config: configOf(settings, 'base/'),
        on: 'rows',
        data: opened,
        proposed: 'proposed',
        base: 'base',
      },
    }),
    removeOpened,
  ],
})}
${job(settings, {
  id: 'tell',
  name: 'Tell the commit',
  when: '    needs: rows\n    if: always()\n',
  minutes: 10,
  concurrency: {
    group: `lifeboat-${environment}-rows-tell-\${{ github.event.merge_group.head_sha || inputs.sha }}`,
  },
  permissions: '      checks: write # to make the check on the commit that was tried\n',
  steps: [
    use(settings, {
      name: 'Tell',
      action: 'report-pr',
      given: {
        outcome: '${{ needs.rows.result }}',
        verdict: '${{ needs.rows.outputs.verdict }}',
        name: `lifeboat / ${environment} rows`,
      },
    }),
  ],
})}`
}

const nameOf = ({ environment }: Settings): string => `lifeboat ${environment} pull request`

const readsBoth = '      contents: read # to read what is proposed, and what it is proposed for\n'
const opened = '${{ runner.temp }}/lifeboat-opened'

const fetchShape = ({ environment }: Settings): string => `      - name: Fetch the shape
        uses: ${cache('restore')}
        with:
          path: shape.json
          key: lifeboat-${environment}-shape-\${{ github.run_id }}
          restore-keys: lifeboat-${environment}-shape-
`

const publishShape = ({ environment }: Settings): string => `      - name: Publish it to pull requests
        uses: ${cache('save')}
        with:
          path: shape.json
          key: lifeboat-${environment}-shape-\${{ github.run_id }}
`

const keepResult = ({ environment }: Settings): string => `      - name: Keep the result
        if: \${{ always() && steps.try.outputs.report != '' }}
        uses: ${uploadArtifact}
        with:
          name: lifeboat-${environment}-pull-request
          path: \${{ steps.try.outputs.report }}
          if-no-files-found: ignore
          retention-days: 3
`

const fetchResult = ({ environment }: Settings): string => `      - name: Download the result
        continue-on-error: true
        uses: ${downloadArtifact}
        with:
          name: lifeboat-${environment}-pull-request
          path: result
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
`

const removeOpened = `      - name: Remove what was opened
        if: always()
        run: rm -rf -- "$RUNNER_TEMP/lifeboat-opened"
`
