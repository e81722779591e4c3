import type { Environment } from '../../domain/environment/schema.ts'
import type { RedisRecord } from '../../domain/manifest.ts'
import type {
  DrillStore,
  RedisDrillLaboratory,
  RedisDrillServer,
  RedisDrillSession,
  SessionBounds,
} from '../../ports/laboratory.ts'
import type { StageScene } from './stage.ts'

/** What a scenario of a Redis works on. Nothing in it belongs to the environment itself. */
export interface RedisScene extends StageScene {
  /** The source in the backup that the double was made of. */
  readonly record: RedisRecord
  readonly laboratory: RedisDrillLaboratory
  /** The server that the double stands on at first. */
  readonly primary: RedisDrillServer
  /** What the application reaches its Redis by. */
  readonly application: RedisRoute
  readonly double: RedisDouble
}

export interface RedisRoute {
  readonly leadsTo: RedisDrillServer
  /** From its next connection on. */
  leadTo(server: RedisDrillServer): void
  session(bounds?: SessionBounds): Promise<RedisDrillSession>
}

export interface RedisDouble {
  /** The environment with the double's server as its only source, and the laboratory's stores and keys of this drill. */
  readonly environment: Environment
  readonly stores: readonly DrillStore[]
  /** Makes a backup of the double into its stores, by the operation. @throws Failure when it is not good */
  backUp(): Promise<string>
  /**
   * Restores the newest backup of the double onto an empty server, by the operation, and leads the application there.
   * @throws Failure when it failed
   */
  restoreOnto(server: RedisDrillServer): Promise<void>
}
