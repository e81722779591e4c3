import type { TargetConfig } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { DeployTarget, ServiceState } from '../ports/target.ts'
import { bringUp } from './compose/bring-up.ts'
import { openCompose as openCommands } from './compose/commands.ts'
import { readContainers } from './compose/containers.ts'
import { removeProject } from './compose/remove.ts'
import { followsVersion, readModel } from './compose/model.ts'
import { pinnedImages } from './compose/pins.ts'
import { demandSecrets, makeSecrets } from './compose/secrets.ts'
import { deployedVersion, releaseOf, stateOf } from './compose/state.ts'
import { migrationOf } from './migration.ts'
import type { TargetContext } from './open.ts'
import { shown } from './programs.ts'
import { checkedVersion } from './release-version.ts'
import { reroutingOf } from './reroute.ts'

type ComposeConfig = Extract<TargetConfig, { type: 'compose' }>

/** Services of Docker Compose, on this machine or where DOCKER_HOST points. */
export function openCompose(config: ComposeConfig, context: TargetContext): DeployTarget {
  const compose = openCommands(config, context)
  const { services } = config
  const which = services.length === 0 ? 'all services' : services.join(', ')
  const restart = [...compose.words, 'restart', ...services]
  const rerouting = reroutingOf(config, context)
  const migration = migrationOf({ ...config, variables: [] }, context, compose.names, (version) =>
    compose.variablesFor(version),
  )

  const states = async (signal: AbortSignal): Promise<ServiceState[]> => {
    const model = await readModel(compose, null, signal)
    const containers = await readContainers(compose, signal)
    return Object.keys(model.services)
      .toSorted()
      .map((name) =>
        stateOf(
          name,
          containers.filter((container) => container.service === name),
        ),
      )
  }
  const running = async (signal: AbortSignal) => releaseOf(await readContainers(compose, signal))

  return {
    kind: 'compose',
    describe: (step, version = '') =>
      ({
        reroute: () => rerouting.describe(),
        migrate: () => migration.describe(version),
        restart: () => `run ${shown(restart)}, then ${shown(compose.up(['--no-recreate']))}`,
        deploy: () => {
          const first = config.images === 'here' ? '' : `${shown([...compose.words, config.images])}, then `
          return `run ${first}${shown(compose.up())} with ${config.versionVariable}=${version}`
        },
        'roll-back': () =>
          `run ${shown(compose.up(['--no-build']))} with ${config.versionVariable}=${version} and the images that ran before`,
      })[step](),
    restart: async (signal) => {
      // A restart alone does not start what was never there, nor wait; `up` alone leaves alone what runs, on dead connections.
      const version = (await running(signal))?.version
      const call = { signal, ...(version === undefined ? {} : { version }) }
      await compose.run('restarting the services', restart, call)
      await bringUp(compose, {
        what: 'waiting for the services',
        options: ['--no-recreate'],
        version,
        signal,
      })
      return { status: 'done', detail: `${which}: restarted, and running` }
    },
    reroute: rerouting.reroute,
    running,
    deployedVersion: async (signal) => deployedVersion(await readContainers(compose, signal)),
    services: states,
    prepare: async (signal) => {
      const made = await makeSecrets(await readModel(compose, null, signal))
      const what = made.length === 0 ? 'every secret is there already' : `made the secrets ${made.join(', ')}`
      return { status: 'done', detail: what }
    },
    migrate: async (version, signal) => {
      if (config.migrate !== undefined) await demandSecrets(await readModel(compose, null, signal))
      return migration.migrate(version, signal)
    },

    deploy: async (given, signal) => {
      const version = checkedVersion(given)
      await demandSecrets(await readModel(compose, version, signal))
      const followers = await followsVersion(compose, signal)
      if (followers.length === 0) {
        throw new Failure('config', `no service of the Compose files uses ${config.versionVariable}`, {
          hint: `Write \${${config.versionVariable}} where the version belongs, as in image: "shop:\${${config.versionVariable}}", or name another variable as target.version-variable.`,
        })
      }
      if (config.images !== 'here') {
        const words = [...compose.words, config.images, ...services]
        await compose.run(`getting the images of ${version} (${config.images})`, words, { version, signal })
      }
      const marks = followers.map((service) => ({ service, version, image: null }))
      await bringUp(compose, {
        what: `bringing up ${version}`,
        options: ['--no-build'],
        version,
        marks,
        signal,
      })
      return { status: 'done', detail: `${which}: ${version} is running` }
    },

    rollBack: async (release, signal) => {
      const version = checkedVersion(release.version)
      const followers = await followsVersion(compose, signal)
      const pins = await pinnedImages(compose, release, signal)
      const marks = [...new Set([...followers, ...pins.keys()])].map((service) => ({
        service,
        version: followers.includes(service) ? version : null,
        image: pins.get(service) ?? null,
      }))
      await bringUp(compose, {
        what: `bringing ${version} back`,
        options: ['--no-build'],
        version,
        marks,
        signal,
      })
      const moved = [...pins.keys()].toSorted()
      const note = moved.length === 0 ? '' : `; by the very images that ran before: ${moved.join(', ')}`
      return { status: 'done', detail: `${which}: ${version} is running again${note}` }
    },

    stop: async (signal) => {
      await compose.run('stopping the services', [...compose.words, 'stop'], { version: null, signal })
      return { status: 'done', detail: 'all services are stopped; their data is kept' }
    },

    clean: async (signal) => ({ status: 'done', detail: await removeProject(compose, signal) }),
  }
}
