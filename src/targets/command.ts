import { z } from 'zod'
import type { TargetConfig } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { DeployTarget, Release, ServiceState, TargetOutcome } from '../ports/target.ts'
import { migrationOf } from './migration.ts'
import type { TargetContext } from './open.ts'
import { runProgram, shown } from './programs.ts'
import { checkedVersion, versionVariable } from './release-version.ts'
import { reroutingOf } from './reroute.ts'

type CommandConfig = Extract<TargetConfig, { type: 'command' }>

/** What the program of `services` prints. */
const servicesSchema = z.array(
  z.object({
    name: z.string().min(1),
    status: z.enum(['running', 'starting', 'unhealthy', 'stopped', 'unknown']),
    version: z.string().nullable().default(null),
    image: z.string().nullable().default(null),
    restarts: z.int().min(0).nullable().default(null),
  }),
)

/** The images of a release as JSON, by service, for the program that brings it back. */
const imagesVariable = 'LIFEBOAT_IMAGES'

/** An application that programs of the user's restart, deploy and bring back. */
export function openCommand(config: CommandConfig, context: TargetContext): DeployTarget {
  const { restart, deploy, timeout, variables } = config
  const bringBack = config.rollBack ?? deploy
  const rerouting = reroutingOf(config, context)
  const migration = migrationOf(config, context)
  const withVersion = (version: string) => `with ${versionVariable}=${version}`

  async function run(
    what: string,
    words: readonly string[] | undefined,
    otherwise: string,
    signal: AbortSignal,
    extra: Readonly<Record<string, string>> = {},
  ): Promise<TargetOutcome> {
    if (words === undefined) return { status: 'manual', detail: otherwise }
    await runProgram(what, words, { context, names: variables, extra, timeout, signal })
    return { status: 'done', detail: `ran ${shown(words)}` }
  }

  async function services(signal: AbortSignal): Promise<ServiceState[] | null> {
    const words = config.services
    if (words === undefined) return null
    const text = await runProgram('asking for the services', words, {
      context,
      names: variables,
      timeout,
      signal,
    })
    const read = servicesSchema.safeParse(parseJson(text))
    if (read.success) return read.data
    throw new Failure('config', `what ${words[0] ?? ''} printed is no list of services`, {
      hint: 'It prints JSON such as [{"name": "web", "status": "running", "version": "1.4.2"}], or [] when nothing runs, and nothing else; see target.services.',
    })
  }

  return {
    kind: 'command',
    describe: (step, version = '') =>
      ({
        reroute: () => rerouting.describe(),
        migrate: () => migration.describe(version),
        restart: () => `run ${shown(restart)}`,
        deploy: () =>
          deploy === undefined
            ? `a person deploys ${version}`
            : `run ${shown(deploy)} ${withVersion(version)}`,
        'roll-back': () =>
          bringBack === undefined
            ? `a person brings ${version} back`
            : `run ${shown(bringBack)} ${withVersion(version)}`,
      })[step](),
    restart: (signal) => run('restarting the application', restart, '', signal),
    reroute: rerouting.reroute,
    running: async (signal) => releaseOf((await services(signal)) ?? []),
    deployedVersion: async (signal) => onlyVersion((await services(signal)) ?? []),
    services,
    prepare: async () => ({ status: 'done', detail: 'nothing has to be prepared' }),
    migrate: migration.migrate,
    deploy: async (given, signal) => {
      const version = checkedVersion(given)
      return run('deploying the application', deploy, `Deploy ${version}.`, signal, {
        [versionVariable]: version,
      })
    },
    rollBack: async (release, signal) => {
      const version = checkedVersion(release.version)
      return run('rolling the application back', bringBack, `Bring ${version} back.`, signal, {
        [versionVariable]: version,
        [imagesVariable]: JSON.stringify(release.images),
      })
    },
    stop: (signal) =>
      run('stopping the application', config.stop, 'Stop the application; keep its data.', signal),
    clean: (signal) =>
      run('removing the application', config.clean, 'Remove the application and its data.', signal),
  }
}

/** Null when nothing runs that says its version, or when several versions run. */
function releaseOf(services: readonly ServiceState[]): Release | null {
  const up = services.filter(({ status }) => status !== 'stopped' && status !== 'unknown')
  const version = onlyVersion(up)
  if (version === null) return null
  return { version, images: Object.fromEntries(up.map(({ name, image }) => [name, image ?? ''])) }
}

function onlyVersion(services: readonly ServiceState[]): string | null {
  const versions = new Set(services.flatMap(({ version }) => (version === null ? [] : [version])))
  const [version = null] = versions
  return versions.size > 1 ? null : version
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
