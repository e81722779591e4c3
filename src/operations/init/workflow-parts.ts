import { scalar } from './environment-file.ts'
import type { RoleNames } from './role-names.ts'
import type { Settings } from './settings.ts'

export interface Job {
  /** Its key among the jobs. */
  id: string
  name: string
  /** Lines about after what and when it runs. */
  when?: string
  minutes: number
  concurrency?: {
    group: string
    /** A comment. */
    why?: string
    /** A newer run ends the one before it. Default: it waits. */
    replaces?: boolean
  }
  /** Lines inside of `environment:`. */
  environment?: string
  /** Lines of what the token may do. */
  permissions: string
  /** What the whole job is given; a section that is left out when it is empty. */
  env?: string
  outputs?: Readonly<Record<string, string>>
  steps: readonly string[]
}

export function job({ runsOn }: Settings, { id, name, when = '', minutes, ...rest }: Job): string {
  return `  ${id}:
    name: ${name}
${when}    runs-on: ${runsOn}
    timeout-minutes: ${minutes}
${concurrencyOf(rest)}${section('environment', rest.environment)}${section('permissions', rest.permissions)}${section('env', rest.env)}${section('outputs', outputsOf(rest))}    steps:
${rest.steps.join('')}`
}

function concurrencyOf({ concurrency }: Pick<Job, 'concurrency'>): string {
  if (concurrency === undefined) return ''
  const { group, why, replaces = false } = concurrency
  return `${why === undefined ? '' : `    # ${why}\n`}    concurrency:
      group: ${group}
      cancel-in-progress: ${replaces}
`
}

function outputsOf({ outputs = {} }: Pick<Job, 'outputs'>): string {
  return Object.entries(outputs)
    .map(([key, value]) => `      ${key}: \${{ ${value} }}\n`)
    .join('')
}

function section(name: string, lines = ''): string {
  return lines === '' ? '' : `    ${name}:\n${lines}`
}

/** A GitHub environment for its secrets and rules alone: nothing is deployed by the job. */
export function secretsOf(environment: string, rules: 'reviewers' | 'none' = 'none'): string {
  const what = rules === 'reviewers' ? 'secrets, reviewers and branch rule' : 'secrets and branch rule'
  return `      name: ${environment}
      deployment: false # ${what} of the environment, no deployment in the history
`
}

export interface Use {
  name: string
  id?: string
  /** Folder of the action. */
  action: string
  /** What this step alone is given. */
  names?: RoleNames
  /** A comment beside them. */
  why?: string
  /** Inputs besides the environment, as YAML has them. */
  given: Readonly<Record<string, string>>
}

/** A step that uses one of Lifeboat's actions. */
export function use(settings: Settings, { name, id, action, given, ...step }: Use): string {
  const lines = Object.entries({ environment: scalar(settings.environment), ...given })
  return `      - name: ${name}
${id === undefined ? '' : `        id: ${id}\n`}        uses: ${actionOf(settings, action)}
${givenAlone(step)}        with:
${lines.map(([key, value]) => `          ${key}: ${value}\n`).join('')}`
}

function givenAlone({ names, why }: Pick<Use, 'names' | 'why'>): string {
  if (names === undefined) return ''
  const comment = why === undefined ? '' : ` # ${why}`
  return `        env:${comment}\n${environmentBlock(names, 10)}`
}

function actionOf({ action: { repository, sha, version } }: Settings, folder: string): string {
  return `${repository}/actions/${folder}@${sha} # ${version}`
}

/** The environment file as the job has checked it out. */
export const configOf = ({ environment }: Settings, checkedOutTo = ''): string =>
  `${checkedOutTo}environments/${environment}.yml`

/** Inputs that are handed on as the person gave them. */
export function handedOn(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `\${{ inputs.${name} }}`]))
}

/** Of GitHub's own, as published. */
const actionsCheckout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'

/** @param path where to, besides the workspace's root; @param ref an expression for what, besides the run's own commit */
export function checkOut(name: string, { path, ref }: { path?: string; ref?: string } = {}): string {
  return `      - name: ${name}
        uses: ${actionsCheckout}
        with:
${path === undefined ? '' : `          path: ${path}\n`}${ref === undefined ? '' : `          ref: \${{ ${ref} }}\n`}          persist-credentials: false
`
}

export const checkOutConfig = checkOut('Check out the environment file')

export function schedule(cron: readonly string[]): string {
  return cron
    .map((line) => `    - cron: "${line}" # off the hour, when GitHub is less busy; times are UTC\n`)
    .join('')
}

/** What every job of a role may do: read, tell of trouble, and reach the bucket. */
export function permissions(settings: Settings): string {
  return `      contents: read # to read the environment file
      issues: write # to open, update and close the issue about this environment
${bucketPermission(settings)}`
}

export function bucketPermission({ store }: Settings): string {
  const isOidc = store.kind === 's3' && store.credentials.kind === 'oidc'
  return isOidc ? '      id-token: write # to assume the role of the bucket\n' : ''
}

/** @param indent of the lines: 6 for a job, 10 for a step */
export function environmentBlock({ secrets, variables }: RoleNames, indent = 6): string {
  const line = (kind: string) => (name: string) => `${' '.repeat(indent)}${name}: \${{ ${kind}.${name} }}\n`
  return [...secrets.map(line('secrets')), ...variables.map(line('vars'))].join('')
}
