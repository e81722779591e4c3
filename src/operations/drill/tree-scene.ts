import type { Environment } from '../../domain/environment/schema.ts'
import type { FilesRecord } from '../../domain/manifest.ts'
import type { DrillStore } from '../../ports/laboratory.ts'
import type { StageScene } from './stage.ts'

/** What a scenario of a file tree works on. Nothing in it belongs to the environment itself. */
export interface TreeScene extends StageScene {
  /** The source in the backup that the double was made of. */
  readonly record: FilesRecord
  /** The folder of the double, where the application looks for it. */
  readonly tree: string
  readonly double: TreeDouble
}

export interface TreeDouble {
  /** The environment with the double's folder as its only source, and the laboratory's stores and keys of this drill. */
  readonly environment: Environment
  readonly stores: readonly DrillStore[]
  /** Makes a backup of the double into its stores, by the operation. @throws Failure when it is not good */
  backUp(): Promise<string>
  /** Every file of a backup of the double, and its SHA-256, from the backup itself. */
  digests(backupId: string): AsyncGenerator<{ path: string; sha256: string }>
  /**
   * Puts the newest backup of the double in the place of its folder, by the operation. @throws Failure when it failed
   * @returns the name that what was there is kept under
   */
  swapBack(): Promise<string | null>
}
