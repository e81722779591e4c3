import { scalar } from './environment-file.ts'
import type { Settings } from './settings.ts'
import { checkout, environmentBlock, permissions, restoreNames } from './workflows.ts'

/** A runbook, started by a person and gone on with by anybody who may: each run of the workflow is a stretch of one run. */
export function recoverWorkflow(settings: Settings): string {
  const { environment, action } = settings
  return `# Carries out the runbook of an incident on ${environment}, step by step. It ends where a person has to act: start it again then,
# with the id of the run that the summary names. Like a restore, it holds the database's credentials and the identity that
# opens backups, behind the reviewers of the environment. Variables that your runbooks name (APP_URL, REPLICA_URL…) are added
# to env: below.
name: lifeboat ${environment} recover

on:
  workflow_dispatch:
    inputs:
      incident:
        description: Id of the incident, such as INC-003
        type: string
        required: true
      run:
        description: Id of a run to go on with; empty to begin one
        type: string
        default: ""
      began:
        description: When the incident began, such as 2026-11-21T10:15:00Z; empty for now
        type: string
        default: ""
      answer:
        description: Answers to decisions, as step=answer, separated by semicolons
        type: string
        default: ""
      give:
        description: Inputs that steps ask for, as step.input=value, separated by semicolons
        type: string
        default: ""
      done:
        description: Ids of steps that a person has done, separated by semicolons
        type: string
        default: ""
      skip:
        description: Ids of steps to leave out, separated by semicolons
        type: string
        default: ""
      confirm:
        description: The name of the environment, typed, for steps that change it
        type: string
        default: ""
      reason:
        description: What has happened, in a sentence
        type: string
        default: ""
      simulate:
        description: Only say what would be done
        type: boolean
        default: true

permissions: {}

jobs:
  recover:
    name: Recover ${environment}
    runs-on: ${settings.runsOn}
    timeout-minutes: 360
    # It waits for no backup and no restore: each of its steps keeps out of others' way by itself.
    concurrency:
      group: lifeboat-${environment}-runbook
      cancel-in-progress: false
    environment:
      name: ${environment}
      deployment: false # secrets, reviewers and branch rule of the environment, no deployment in the history
    permissions:
${permissions(settings)}    env:
${environmentBlock(restoreNames(settings))}    steps:
${checkout}      - name: Carry out the runbook
        uses: ${action.repository}/actions/runbook@${action.sha} # ${action.version}
        with:
          environment: ${scalar(environment)}
          config: environments/${environment}.yml
          incident: \${{ inputs.incident }}
          run: \${{ inputs.run }}
          began: \${{ inputs.began }}
          answer: \${{ inputs.answer }}
          give: \${{ inputs.give }}
          done: \${{ inputs.done }}
          skip: \${{ inputs.skip }}
          confirm: \${{ inputs.confirm }}
          reason: \${{ inputs.reason }}
          simulate: \${{ inputs.simulate }}
`
}
