import { Failure } from '../../domain/failure.ts'
import {
  actionPattern,
  optionNames,
  options,
  type InitOptions,
  type Option,
  type OptionName,
} from './options.ts'

/** What `init` needs to know. Everything has a sensible answer but the environment, the store and the action. */
export interface Settings {
  environment: string
  protected: boolean
  /** Name of the variable, and of the GitHub secret, that holds the connection URL. */
  databaseUrlName: string
  store: StoreSettings
  objectives: { rpo: string; rto: string; backupEvery: string; verifyEvery: string }
  /** A query for the time of the newest data, or null. */
  freshness: string | null
  /** Name of the variable with the URL to ping, or null. */
  heartbeatName: string | null
  action: ActionReference
  runsOn: string
  defaultBranch: string
  /** Whether workflows that try pull requests are written. */
  pullRequests: boolean
}

export type StoreSettings =
  | { kind: 'local'; path: string }
  | {
      kind: 's3'
      bucket: string
      region: string
      endpoint: string | null
      prefix: string | null
      credentials:
        | { kind: 'keys'; accessKeyIdName: string; secretAccessKeyName: string }
        | { kind: 'oidc'; roleArnName: string }
    }

/** `owner/lifeboat@<40 hex digits>`, and the version that stands beside it as a comment. */
export interface ActionReference {
  repository: string
  sha: string
  version: string
}

/** One question to a person. Resolves null when they want to stop. */
export type Ask = (question: {
  name: string
  text: string
  /** What an empty answer means; null when an answer is needed. */
  otherwise: string | null
  /** Why the last answer was not acceptable; null the first time. */
  problem: string | null
}) => Promise<string | null>

/** How often one question is asked again before giving up: whoever answers may be a program. */
const patience = 5

/**
 * Options as given, the rest asked for (or taken from the defaults when there is nobody to ask).
 * @param defaults go before those of the options
 * @throws Failure `config` for an unacceptable or missing option, `cancelled` when the person stops
 */
export async function settle(
  given: InitOptions,
  ask: Ask | null,
  defaults: InitOptions = {},
): Promise<Settings> {
  const answers: InitOptions = {}
  for (const name of optionNames) {
    const option = options[name]
    const offered = given[name]
    if (option.applies !== undefined && !option.applies(answers)) {
      if (offered !== undefined)
        throw new Failure('config', `--${name} does not go with --store ${answers.store ?? ''}`)
      continue
    }
    answers[name] =
      offered === undefined
        ? await askFor(name, answers, ask, defaults[name])
        : accepted(name, option, offered)
  }
  return toSettings(answers)
}

/**
 * One answer, asked again while it is not acceptable; the default when there is nobody to ask.
 * @throws Failure `config` or `cancelled`, as `settle` does
 */
export async function askFor(
  name: OptionName,
  given: InitOptions,
  ask: Ask | null,
  preferred?: string,
): Promise<string> {
  const option = options[name]
  const otherwise =
    preferred ?? (typeof option.otherwise === 'function' ? option.otherwise(given) : option.otherwise)
  if (ask === null) {
    if (otherwise === null) {
      throw new Failure('config', `--${name} is needed`, { hint: option.question })
    }
    return accepted(name, option, otherwise)
  }
  let problem: string | null = null
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const answer = await ask({ name, text: option.question, otherwise, problem })
    if (answer === null) {
      throw new Failure('cancelled', 'init was stopped before the last question; nothing was written')
    }
    const text = answer.trim() === '' && otherwise !== null ? otherwise : answer.trim()
    problem = text === '' && otherwise === null ? 'an answer is needed' : option.problem(text)
    if (problem === null) return option.read?.(text) ?? text
  }
  throw new Failure('config', `no usable answer for ${name} after ${patience} attempts; accepted: ${problem}`)
}

function accepted(name: OptionName, option: Option, text: string): string {
  const problem = option.problem(text)
  if (problem !== null) {
    throw new Failure('config', `--${name} ${JSON.stringify(text)} is not usable; accepted: ${problem}`)
  }
  return option.read?.(text) ?? text
}

function toSettings(answers: InitOptions): Settings {
  const need = (name: OptionName): string => {
    const value = answers[name]
    if (value === undefined) throw new Failure('bug', `init did not settle ${name}`)
    return value
  }
  const orNull = (name: OptionName): string | null => (need(name) === '' ? null : need(name))
  const [, repository = '', sha = ''] = actionPattern.exec(need('action')) ?? []
  return {
    environment: need('environment'),
    protected: need('protected') === 'true',
    databaseUrlName: need('database-url-name'),
    store:
      need('store') === 'local'
        ? { kind: 'local', path: need('path') }
        : {
            kind: 's3',
            bucket: need('bucket'),
            region: need('region'),
            endpoint: orNull('endpoint'),
            prefix: orNull('prefix'),
            credentials:
              need('credentials') === 'oidc'
                ? { kind: 'oidc', roleArnName: 'S3_ROLE_ARN' }
                : {
                    kind: 'keys',
                    accessKeyIdName: 'S3_ACCESS_KEY_ID',
                    secretAccessKeyName: 'S3_SECRET_ACCESS_KEY',
                  },
          },
    objectives: {
      rpo: need('rpo'),
      rto: need('rto'),
      backupEvery: need('backup-every'),
      verifyEvery: need('verify-every'),
    },
    freshness: orNull('freshness'),
    heartbeatName: orNull('heartbeat-name'),
    action: { repository, sha: sha.toLowerCase(), version: need('action-version') },
    runsOn: need('runs-on'),
    defaultBranch: need('default-branch'),
    pullRequests: need('pull-requests') === 'true',
  }
}
