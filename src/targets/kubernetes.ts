import type { TargetConfig } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { DeployTarget } from '../ports/target.ts'
import { deployedManifests } from './kubernetes/manifests.ts'
import { openKubectl } from './kubernetes/kubectl.ts'
import { returnTo } from './kubernetes/return.ts'
import { readWorkloads, replicasNote, versionNote } from './kubernetes/workloads.ts'
import { releaseOf, stateOf } from './kubernetes/state.ts'
import { migrationOf } from './migration.ts'
import type { TargetContext } from './open.ts'
import { shown } from './programs.ts'
import { checkedVersion } from './release-version.ts'
import { reroutingOf } from './reroute.ts'

type KubernetesConfig = Extract<TargetConfig, { type: 'kubernetes' }>

/** Workloads of a cluster, through kubectl: each is changed pod by pod, and waited for. */
export function openKubernetes(config: KubernetesConfig, context: TargetContext): DeployTarget {
  const kubectl = openKubectl(config, context)
  const { workloads, images, manifests } = config
  const restart = [...kubectl.words, 'rollout', 'restart', ...workloads]
  const apply = [
    ...kubectl.words,
    'apply',
    ...(config.serverSide ? ['--server-side', '--force-conflicts', '--field-manager=lifeboat'] : []),
    '-f',
    '-',
  ]
  const setImage = (version: string) =>
    images.map(({ workload, container, image }) => [
      ...kubectl.words,
      'set',
      'image',
      workload,
      `${container}=${image}:${version}`,
    ])
  const rerouting = reroutingOf(config, context)
  const migration = migrationOf(config, context, kubectl.names)

  const waits = workloads.map((workload) => kubectl.status(workload))

  const waitForAll = async (signal: AbortSignal) => {
    for (const workload of workloads) {
      await kubectl.run(`waiting for ${workload}`, kubectl.status(workload), signal)
    }
  }
  const note = (version: string) => [
    ...kubectl.words,
    'annotate',
    '--overwrite',
    ...workloads,
    `${versionNote}=${version}`,
  ]

  return {
    kind: 'kubernetes',
    describe: (step, version = '') =>
      ({
        reroute: () => rerouting.describe(),
        migrate: () => migration.describe(version),
        restart: () => `run ${[restart, ...waits].map(shown).join(', then ')}`,
        deploy: () => {
          const steps = [...(manifests.length > 0 ? [apply] : []), ...setImage(version)]
          return `run ${[...steps, ...waits].map(shown).join(', then ')}`
        },
        'roll-back': () => {
          const steps = workloads.map((workload) => shown([...kubectl.words, 'rollout', 'undo', workload]))
          return `run ${steps.join(', then ')}, each to the revision that ran ${version}`
        },
      })[step](),
    restart: async (signal) => {
      await kubectl.run('restarting the workloads', restart, signal)
      await waitForAll(signal)
      return { status: 'done', detail: `${workloads.join(', ')}: restarted, and rolled out` }
    },
    reroute: rerouting.reroute,
    running: async (signal) => releaseOf(await readWorkloads(kubectl, signal)),
    deployedVersion: async (signal) => {
      const versions = new Set((await readWorkloads(kubectl, signal)).map(({ version }) => version))
      const [version = null] = versions
      return versions.size > 1 ? null : version
    },
    services: async (signal) => {
      const found = await readWorkloads(kubectl, signal)
      return workloads.map((name) => stateOf(name, found.find((workload) => workload.name === name) ?? null))
    },
    prepare: async () => ({ status: 'done', detail: 'nothing has to be prepared' }),
    migrate: migration.migrate,

    deploy: async (given, signal) => {
      const version = checkedVersion(given)
      if (manifests.length === 0 && images.length === 0) {
        throw new Failure('config', 'the environment file does not say how a version reaches the cluster', {
          hint: 'Name the containers whose image it is as target.images, or the files to apply as target.manifests.',
        })
      }
      if (manifests.length > 0) {
        const input = await deployedManifests(manifests, version)
        await kubectl.run('applying the manifests', apply, signal, input)
      }
      for (const words of setImage(version)) await kubectl.run('setting the image', words, signal)
      for (const { name, replicas, replicasBefore } of await readWorkloads(kubectl, signal)) {
        if (replicas !== 0 || replicasBefore === null) continue
        const words = [...kubectl.words, 'scale', name, `--replicas=${replicasBefore}`]
        await kubectl.run(`starting ${name}`, words, signal)
      }
      await kubectl.run('noting the version', note(version), signal)
      await waitForAll(signal)
      return { status: 'done', detail: `${workloads.join(', ')}: ${version} is rolled out` }
    },

    rollBack: async (release, signal) => {
      const version = checkedVersion(release.version)
      const details = []
      for (const workload of await readWorkloads(kubectl, signal)) {
        details.push(await returnTo(kubectl, workload, release, signal))
      }
      await kubectl.run('noting the version', note(version), signal)
      await waitForAll(signal)
      return { status: 'done', detail: `${version} is rolled out again: ${details.join(', ')}` }
    },

    stop: async (signal) => {
      for (const { name, replicas } of await readWorkloads(kubectl, signal)) {
        if (replicas === null) {
          throw new Failure('refused', `${name} runs on every node and cannot be stopped by itself`, {
            hint: 'Remove it by hand, or leave it out of target.workloads.',
          })
        }
        if (replicas === 0) continue
        const remember = [...kubectl.words, 'annotate', '--overwrite', name, `${replicasNote}=${replicas}`]
        await kubectl.run(`noting how many of ${name} ran`, remember, signal)
        await kubectl.run(`stopping ${name}`, [...kubectl.words, 'scale', name, '--replicas=0'], signal)
      }
      await waitForAll(signal)
      return { status: 'done', detail: `${workloads.join(', ')}: no pod runs; their data is kept` }
    },

    clean: async (signal) => {
      if (manifests.length === 0) {
        return {
          status: 'manual',
          detail: 'Delete what belongs to the environment by hand: no target.manifests say what that is.',
        }
      }
      const input = await deployedManifests(manifests, 'none')
      const words = [...kubectl.words, 'delete', '--ignore-not-found', '--wait', '-o', 'name', '-f', '-']
      const gone = (await kubectl.run('deleting what the manifests name', words, signal, input))
        .split('\n')
        .filter((line) => line !== '')
      return {
        status: 'done',
        detail: gone.length === 0 ? 'there was nothing to remove' : `removed ${gone.toSorted().join(', ')}`,
      }
    },
  }
}
