import type { TargetConfig } from '../../domain/environment/schema.ts'
import type { TargetContext } from '../open.ts'
import { runProgram } from '../programs.ts'

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

/** Beyond what kubectl itself waits. */
const slack = 30_000

/** The command line of one cluster and namespace. */
export interface Kubectl {
  readonly config: KubernetesConfig
  /** `kubectl`, with context and namespace. */
  readonly words: readonly string[]
  /** Variables that it is given. */
  readonly names: readonly string[]
  /** Waits until a workload is rolled out. */
  status(workload: string): string[]
  /** @throws Failure as `runProgram` does */
  run(what: string, words: readonly string[], signal: AbortSignal, input?: string): Promise<string>
}

export function openKubectl(config: KubernetesConfig, context: TargetContext): Kubectl {
  const words = [
    'kubectl',
    ...(config.context === undefined ? [] : ['--context', config.context]),
    ...(config.namespace === undefined ? [] : ['--namespace', config.namespace]),
  ]
  const names = [...kubectlVariables, ...config.variables]
  return {
    config,
    words,
    names,
    status: (workload) => [
      ...words,
      'rollout',
      'status',
      workload,
      `--timeout=${Math.ceil(config.timeout / 1_000)}s`,
    ],
    run: (what, line, signal, input) =>
      runProgram(what, line, {
        context,
        names,
        ...(input === undefined ? {} : { input }),
        timeout: config.timeout + slack,
        signal,
      }),
  }
}
