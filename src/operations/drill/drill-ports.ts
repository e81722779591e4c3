import type { PostgresConfig } from '../../domain/environment/schema.ts'
import type { PostgresRecord, RedisRecord } from '../../domain/manifest.ts'
import type { DrillLaboratory, RedisDrillLaboratory, TreeLaboratory } from '../../ports/laboratory.ts'
import type { Ports } from '../../ports/ports.ts'
import type { RedisScene } from './redis-scene.ts'
import type { AnyScenario, Scene } from './scenario.ts'
import type { TreeScene } from './tree-scene.ts'

/** What a drill needs of the world besides. */
export interface DrillPorts extends Ports {
  /** All that there are, in the order in which they are told. */
  scenarios: readonly AnyScenario[]
  /** A laboratory whose servers can take what a record holds. */
  openLaboratory(record: PostgresRecord, config: PostgresConfig): Promise<DrillLaboratory>
  /** A laboratory for file trees: folders, and no server. */
  openTreeLaboratory(): Promise<TreeLaboratory>
  /** A laboratory for a Redis: servers that can take what a record holds. */
  openRedisLaboratory(record: RedisRecord): Promise<RedisDrillLaboratory>
  /** The words that start Lifeboat's command line on this machine; null where it does not run from a checkout. */
  lifeboat: readonly string[] | null
  /** Variables by which Lifeboat finds programs, for a Lifeboat that is started so. */
  searchPaths: Readonly<Record<string, string>>
  /**
   * For tests alone, which have to see that a drill can fail: called before a step, or in its place when it resolves `instead`.
   * No input reaches it.
   */
  sabotage?: Sabotage<Scene>
  sabotageOfTree?: Sabotage<TreeScene>
  sabotageOfRedis?: Sabotage<RedisScene>
}

export type Sabotage<S> = Partial<Record<Step, (scene: S) => Promise<'instead' | 'before'>>>

export type Step = 'inject' | 'detect' | 'recover' | 'check'

export interface DrillInput {
  /** Its name; null for all that the environment file asks for. */
  scenario: string | null
  dryRun: boolean
}
