import type { TargetConfig } from '../domain/environment/schema.ts'
import type { Processes } from '../ports/process.ts'
import type { HealthProbe, DeployTarget } from '../ports/target.ts'
import { openCommand } from './command.ts'
import { openCompose } from './compose.ts'
import { createHealthProbe } from './health.ts'
import { openKubernetes } from './kubernetes.ts'
import { openManual } from './manual.ts'

export interface TargetContext {
  /** The job's variables; a program that is started gets those that its kind needs, and those that the file names. */
  variables: Readonly<Record<string, string | undefined>>
  processes: Processes
}

/** The application as the environment file describes it; without a description, a person's to restart. */
export function openTarget(config: TargetConfig | undefined, context: TargetContext): DeployTarget {
  if (config?.type === 'compose') return openCompose(config, context)
  if (config?.type === 'kubernetes') return openKubernetes(config, context)
  if (config?.type === 'command') return openCommand(config, context)
  return openManual(config, context)
}

/** Null when the file does not say how the application is asked. @throws Failure `config` when a variable is not set */
export function openHealthProbe(
  config: TargetConfig | undefined,
  { variables }: Pick<TargetContext, 'variables'>,
  whenUnwell = '',
): HealthProbe | null {
  const health = config?.health
  return health === undefined
    ? null
    : createHealthProbe({ ...health, url: health.url.resolve(variables), whenUnwell })
}
