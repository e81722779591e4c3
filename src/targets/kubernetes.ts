import type { TargetConfig } from '../domain/environment/schema.ts'
import type { Target } from '../ports/target.ts'
import type { TargetContext } from './open.ts'
import { runProgram, shown } from './programs.ts'
import { reroutingOf } from './reroute.ts'

type KubernetesConfig = Extract<TargetConfig, { type: 'kubernetes' }>

/** What kubectl reads, and what its plugins for credentials of the large clouds read. */
const kubectlVariables = [
  'KUBECONFIG',
  'KUBERNETES_SERVICE_HOST',
  'KUBERNETES_SERVICE_PORT',
  'AWS_PROFILE',
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'CLOUDSDK_CONFIG',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'USE_GKE_GCLOUD_AUTH_PLUGIN',
  'AZURE_CONFIG_DIR',
]

/** Workloads of a cluster: each is restarted pod by pod, and waited for. */
export function openKubernetes(config: KubernetesConfig, context: TargetContext): Target {
  const { workloads, context: cluster, namespace, timeout, variables } = config
  const kubectl = [
    'kubectl',
    ...(cluster === undefined ? [] : ['--context', cluster]),
    ...(namespace === undefined ? [] : ['--namespace', namespace]),
  ]
  const restart = [...kubectl, 'rollout', 'restart', ...workloads]
  const status = (workload: string) => [
    ...kubectl,
    'rollout',
    'status',
    workload,
    `--timeout=${Math.ceil(timeout / 1_000)}s`,
  ]
  const rerouting = reroutingOf(config, context)
  return {
    kind: 'kubernetes',
    describe: (step) =>
      step === 'reroute'
        ? rerouting.describe()
        : `run ${[restart, ...workloads.map(status)].map(shown).join(', then ')}`,
    restart: async (signal) => {
      const options = {
        context,
        names: [...kubectlVariables, ...variables],
        timeout: timeout + 30_000,
        signal,
      }
      await runProgram('restarting the workloads', restart, options)
      for (const workload of workloads) {
        await runProgram(`waiting for ${workload}`, status(workload), options)
      }
      return { status: 'done', detail: `${workloads.join(', ')}: restarted, and rolled out` }
    },
    reroute: rerouting.reroute,
  }
}
