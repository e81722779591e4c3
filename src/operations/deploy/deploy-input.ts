import type { DataFingerprint } from '../../domain/data-fingerprint.ts'
import type { ValidationCategory } from '../../domain/environment/validation-schema.ts'
import type { Failure } from '../../domain/failure.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Aspect, Check, Rung } from '../../domain/verdict.ts'
import type { Deployment, Deployments } from '../../ports/deployments.ts'
import type { DeployTarget } from '../../ports/target.ts'
import type { Application, RestorePorts } from '../restore/restore.ts'
import type { RunReport } from '../run-report.ts'

/** The parts of a deployment, in their order, which stands here alone. Jobs of their own take one each. */
export const deploySteps = ['gate', 'backup', 'deploy', 'backup-after', 'verify'] as const
export type DeployStep = (typeof deploySteps)[number]

/**
 * What happens to a deployment that failed: `auto` takes it back; `never` leaves it, for a person to decide. `now` deploys
 * nothing, and takes the newest deployment back.
 */
export const rollbackModes = ['auto', 'never', 'now'] as const
export type RollbackMode = (typeof rollbackModes)[number]

/** Where the record of the deployment on GitHub comes from. */
export const deploymentModes = ['job', 'create', 'none'] as const
export type DeploymentMode = (typeof deploymentModes)[number]

export interface DeployInput {
  /** Null only with `rollback: now`, or where nothing is deployed. */
  version: string | null
  commit: string | null
  branch: string | null
  /** The environment's name, as a person has typed it. */
  confirm: string | null
  /** Why the gate is passed by although it is closed. */
  override: string | null
  rollback: RollbackMode
  /** With `restore-data: ask` in the environment file: yes. With `rollback: now`: bring the data back too. */
  restoreData: boolean
  deployment: DeploymentMode
  steps: readonly DeployStep[]
  /** The backup that an earlier job made: for `deploy` the one to go back to, for `verify` the one to prove. */
  backup: string | null
  /** How long to wait for another deployment or restore to end. */
  wait: Milliseconds
  dryRun: boolean
}

export interface GateOutcome {
  checks: Check<'gate'>[]
  /** Null when the gate is open, or overridden. */
  refusal: Failure | null
  overridden: boolean
}

export interface Examination {
  checks: Check<Aspect>[]
  score: number
}

/** What a deployment needs of the world besides. */
export interface DeployPorts extends RestorePorts {
  application: Application
  target: DeployTarget
  judgeGate: () => Promise<GateOutcome>
  /**
   * @param version that should run
   * @param only these categories; absent for those that decide over a release
   */
  examine: (version: string | null, only?: readonly ValidationCategory[]) => Promise<Examination>
  /** @throws Failure when a source cannot be asked */
  fingerprint: () => Promise<DataFingerprint>
  /** Null where GitHub keeps no record. */
  deployments: Deployments | null
  /** Where people find the application; null when the environment file does not say. */
  url: string | null
}

export type DeployRun = RunReport<Rung | Aspect>

/** Of the record on GitHub; telling it never fails a deployment. */
export interface Announcer {
  readonly deployment: Deployment | null
  tell(
    state: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive',
    description: string,
  ): Promise<void>
}
