import type { ScenarioName } from '../../domain/environment/drills-schema.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import type { Report } from '../../domain/report.ts'
import type { Instant, Milliseconds } from '../../domain/units.ts'
import type { CheckStatus } from '../../domain/verdict.ts'
import type { FailureKind } from '../../domain/failure.ts'
import type { DrillLaboratory, DrillServer, DrillStore, Line } from '../../ports/laboratory.ts'
import type { RunningProcess } from '../../ports/process.ts'
import type { StoreAbilities } from '../../ports/store.ts'
import type { RestorePorts } from '../restore/restore-input.ts'
import type { RecoveryPoints } from './recovery-points.ts'
import type { RedisScene } from './redis-scene.ts'
import type { TreeScene } from './tree-scene.ts'
import type { Workload } from './workload.ts'

/**
 * A drill's scenario: one file under src/scenarios, which knows ports and operations only. Its steps are called in this order,
 * each once; what one of them throws fails the drill. The engine has built the double before `prepare`, writes to it from then
 * on, stops writing before `check`, and judges what came back of the writes. What lies in the laboratory goes away by itself.
 */
export interface ScenarioOf<S> {
  readonly name: ScenarioName
  /** What happens, in a sentence. */
  readonly summary: string
  /** For `drill list`, `--dry-run` and the guide: each step in a sentence. */
  readonly steps: Readonly<Record<'inject' | 'detect' | 'recover' | 'check', string>>
  /**
   * `standby`: nothing but what was not replicated yet can be lost. `backup`: what was written since the last backup is lost;
   * in service that backup may be as old as `backup-every`. `nothing`: the database itself goes on. Whatever was acknowledged
   * before that standby or backup was begun must be there again.
   */
  readonly losesBack: 'to the standby' | 'to the last backup' | 'nothing'
  /** Whether the workload must be in service again after `recover`; the time to recover then ends with its first write. */
  readonly restoresService: boolean
  /** Programs that its recovery is carried out with by hand. They are looked for before anything is built. */
  readonly programs?: readonly string[]
  /** Why it makes no sense for this environment; null when it does. */
  inapplicable(environment: Environment): string | null
  /** What the failure will need: a standby, a backup of the double, a second store. Not timed. */
  prepare?(scene: S): Promise<void>
  /** Brings the failure about. Call `scene.struck()` at the moment of it; else its end counts. */
  inject(scene: S): Promise<void>
  /**
   * Notices it, only by what a watch would see: connections that fail, health checks, checksums, digests. Resolves with what was
   * seen. @throws Failure `objective` when nothing was noticed
   */
  detect(scene: S): Promise<string>
  /** By the operations that a real recovery uses. @throws Failure when there is no way back */
  recover(scene: S): Promise<void>
  /** Looks at what came back, and at the guards of the scenario (no second primary…), and says each by `scene.check`. */
  check(scene: S): Promise<void>
}

/** One that doubles a PostgreSQL source. */
export interface Scenario extends ScenarioOf<Scene> {
  readonly doubles?: undefined
}

/** One that doubles a file tree: its engine builds folders and no server. */
export interface TreeScenario extends ScenarioOf<TreeScene> {
  readonly doubles: 'files'
}

/** One that doubles a Redis. */
export interface RedisScenario extends ScenarioOf<RedisScene> {
  readonly doubles: 'redis'
}

export type AnyScenario = Scenario | TreeScenario | RedisScenario

/** What a scenario works on. Nothing in it belongs to the environment itself. */
export interface Scene {
  /** The environment as its file has it; its stores and sources are not to be touched. */
  readonly environment: Environment
  readonly laboratory: DrillLaboratory
  /** The backup of the environment that the double was made of: its id, and the record of the source. */
  readonly backupId: string
  readonly record: PostgresRecord
  /** The server that the double stands on at first. */
  readonly primary: DrillServer
  /** Name of the double's database. */
  readonly database: string
  /** What the application reaches its database by. Recovering means leading it to where the data is. */
  readonly application: Line
  readonly workload: Workload
  /** Backups of the double are such points by themselves. */
  readonly points: RecoveryPoints
  /**
   * The environment with the double in the place of its source, the laboratory's stores and keys made for this drill. Its
   * stores are empty at first.
   */
  readonly double: Double
  /**
   * What the environment's own stores hold against these credentials, by probes that touch no backup; `abilities` is null where
   * one could not be asked.
   */
  probeOwnStores: () => Promise<OwnStore[]>
  /** The moment of the failure. */
  struck: () => void
  check: (check: SceneCheck) => void
  /** Waits; stops with the run. */
  sleep: (span: Milliseconds) => Promise<void>
  now: () => Instant
  ticks: () => Milliseconds
  notice: (text: string) => void
  readonly signal: AbortSignal
}

export interface Double {
  readonly environment: Environment
  /** In the order of the environment's stores; two at least. */
  readonly stores: readonly DrillStore[]
  /** age identities: of two that open its backups, and of one that opens none. */
  readonly identities: { verification: string; offline: string; stranger: string }
  /** For backup(), restore() and verify() on the double. `application.target.reroute` leads the application there. */
  readonly ports: RestorePorts
  /** Makes a backup of the double into its stores, by the operation. @throws Failure when it is not good */
  backUp(): Promise<string>
  /**
   * Starts Lifeboat's own program as a process of its own, which backs the double up slowly, so that it can be killed.
   * @throws Failure `missing` where Lifeboat does not run from a checkout
   */
  startBackup(): Promise<RunningProcess>
  /**
   * Restores the newest backup of the double beside, onto a server, by the operation, and leads the application there.
   * @throws Failure when it failed
   */
  restoreOnto(server: DrillServer, options?: RestoreOntoOptions): Promise<Report>
}

export interface OwnStore {
  name: string
  kind: string
  abilities: StoreAbilities | null
  failure: string | null
}

export interface RestoreOntoOptions {
  backup?: string
  fallBack?: boolean
  /** Ports in place of the double's. */
  ports?: RestorePorts
}

/** Where a backup holds nothing, that nothing is missing proves nothing. */
export function nothingToCompare(name: string, what: string): SceneCheck {
  return {
    name,
    status: 'degraded',
    detail: `the newest backup holds no ${what} at all: only the writes of the drill itself were compared`,
    hint: 'Back up data, and hold the drill again.',
  }
}

export interface SceneCheck {
  name: string
  status: CheckStatus
  detail: string
  subjects?: readonly string[]
  failure?: FailureKind
  hint?: string
}
