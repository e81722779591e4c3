import type { Environment } from '../../domain/environment/schema.ts'
import type { RedisRecord } from '../../domain/manifest.ts'
import type { DrillStore, RedisDrillLaboratory, RedisDrillServer } from '../../ports/laboratory.ts'
import type { StageScene } from './stage.ts'

/** What a scenario of a Redis works on. Nothing in it belongs to the environment itself. */
export interface RedisScene extends StageScene {
  /** The source in the backup that the double was made of. */
  readonly record: RedisRecord
  readonly laboratory: RedisDrillLaboratory
  /** The server of the double, which the application writes to. */
  readonly server: RedisDrillServer
  readonly double: RedisDouble
}

export interface RedisDouble {
  /** The environment with the double's server as its only source, and the laboratory's stores and keys of this drill. */
  readonly environment: Environment
  readonly stores: readonly DrillStore[]
  /** Makes a backup of the double into its stores, by the operation. @throws Failure when it is not good */
  backUp(): Promise<string>
  /**
   * Restores the newest backup of the double by swap, by the operation. What was in use meanwhile is kept in spare databases.
   * @throws Failure when it failed. @returns where they are
   */
  swapBack(): Promise<string | null>
}
