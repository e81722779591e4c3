import { deployNames } from './role-names.ts'
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

/** A runbook, started by a person and gone on with by anybody who may: each run of the workflow is a stretch of one run. */
export function recoverWorkflow(settings: Settings): string {
  const { environment } = settings
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
        description: Id of a run to go on with; empty to begin one, new to begin one beside another that is open
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
${job(settings, {
  id: 'recover',
  name: `Recover ${environment}`,
  minutes: 360,
  concurrency: {
    group: `lifeboat-${environment}-runbook`,
    why: "It waits for no backup and no restore: each of its steps keeps out of others' way by itself.",
  },
  environment: secretsOf(environment, 'reviewers'),
  permissions: permissions(settings),
  env: environmentBlock(deployNames(settings)),
  steps: [
    checkOutConfig,
    use(settings, {
      name: 'Carry out the runbook',
      action: 'runbook',
      given: {
        config: configOf(settings),
        ...handedOn(
          'incident',
          'run',
          'began',
          'answer',
          'give',
          'done',
          'skip',
          'confirm',
          'reason',
          'simulate',
        ),
      },
    }),
  ],
})}`
}
