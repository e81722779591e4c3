import { existsSync } from 'node:fs'
import type { TargetConfig } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { TargetContext } from '../open.ts'
import { commandLine, runProgram, tryProgram } from '../programs.ts'
import { versionVariable } from '../release-version.ts'

type ComposeConfig = Extract<TargetConfig, { type: 'compose' }>

/** What docker itself reads. */
const dockerVariables = [
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS_VERIFY',
  'XDG_RUNTIME_DIR',
]

/**
 * Which project, files and profiles are meant, the environment file says alone: what a job's variables say may be another
 * environment's, and would lead a removal to its data. They are not handed on even where the file lists them.
 */
const choices = new Set(['COMPOSE_PROJECT_NAME', 'COMPOSE_FILE', 'COMPOSE_PROFILES'])

/** Beyond what Compose itself waits. */
const slack = 30_000

export interface ComposeCall {
  /**
   * What the files' version variable holds. Null for a call that needs none: then it holds some word, since the files
   * may demand one. Absent: whatever the surroundings give it.
   */
  version?: string | null
  signal: AbortSignal
  input?: string
  /** What people run in its place to see what it says, where its own words need that input. */
  byHand?: readonly string[]
}

/** The command line of one project. */
export interface Compose {
  readonly config: ComposeConfig
  /** `docker compose`, with files, project and profiles. */
  readonly words: readonly string[]
  /** As `words`, with an override read from standard input after the files. */
  readonly wordsWithOverride: readonly string[]
  /** Variables that docker is given. */
  readonly names: readonly string[]
  variablesFor(version: string | null): Record<string, string>
  /** As people type it. */
  commandLine(words: readonly string[], version: string | null): string
  /** `up`, until all are well. */
  up(options?: readonly string[], words?: readonly string[]): string[]
  /** @throws Failure as `runProgram` does */
  run(what: string, words: readonly string[], call: ComposeCall): Promise<string>
  /** Null when it failed. */
  ask(what: string, words: readonly string[], call: ComposeCall): Promise<string | null>
}

export function openCompose(config: ComposeConfig, context: TargetContext): Compose {
  const { files, project, profiles, envFile, services, timeout, variables } = config
  const after = [
    ...(project === undefined ? [] : ['-p', project]),
    ...profiles.flatMap((profile) => ['--profile', profile]),
    ...(envFile === undefined ? [] : ['--env-file', envFile]),
  ]
  const withFiles = (all: readonly string[]) => [
    'docker',
    'compose',
    ...all.flatMap((file) => ['-f', file]),
    ...after,
  ]
  const words = withFiles(files)
  const names = [...dockerVariables, ...variables.filter((name) => !choices.has(name))]
  const variablesFor = (version: string | null): Record<string, string> => {
    const given = version ?? 'none'
    return { [config.versionVariable]: given, [versionVariable]: given }
  }
  const options = ({ version, signal, input, byHand }: ComposeCall) => ({
    context,
    names: version === undefined ? [...names, config.versionVariable] : names,
    extra: version === undefined ? {} : variablesFor(version),
    shownNames: [config.versionVariable],
    ...(version === undefined ? { unknownVersion: config.versionVariable } : {}),
    ...(input === undefined ? {} : { input }),
    ...(byHand === undefined ? {} : { byHand }),
    timeout: timeout + slack,
    signal,
  })
  return {
    config,
    words,
    get wordsWithOverride() {
      const own = files.length > 0 ? files : filesHere()
      return withFiles([...own, '-'])
    },
    names,
    variablesFor,
    commandLine: (line, version) =>
      commandLine(line, { extra: variablesFor(version), shownNames: [config.versionVariable] }),
    up: (more = [], start = words) => [
      ...start,
      'up',
      '--detach',
      ...more,
      '--wait',
      '--wait-timeout',
      String(Math.ceil(timeout / 1_000)),
      ...services,
    ],
    run: (what, line, call) => runProgram(what, line, options(call)),
    ask: async (what, line, call) => {
      const { code, stdout } = await tryProgram(what, line, options(call))
      return code === 0 ? stdout : null
    },
  }
}

/** The files that Compose takes by itself: with `-f` for an override they must be named too. */
function filesHere(): string[] {
  for (const stem of ['compose', 'docker-compose']) {
    const [base] = [`${stem}.yaml`, `${stem}.yml`].filter((file) => existsSync(file))
    if (base === undefined) continue
    const [override] = [`${stem}.override.yml`, `${stem}.override.yaml`].filter((file) => existsSync(file))
    return override === undefined ? [base] : [base, override]
  }
  throw new Failure('config', 'there is no Compose file in the working directory', {
    hint: 'Name the files as target.files. In a workflow, actions/checkout must come first.',
  })
}
