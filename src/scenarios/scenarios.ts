import type { Scenario } from '../operations/drill/scenario.ts'
import { newestBackupCorrupt } from './newest-backup-corrupt.ts'
import { singleServerFailure } from './single-server-failure.ts'

/** All that can be rehearsed. Made anew for each run, as a scenario remembers what it prepared. */
export function allScenarios(): Scenario[] {
  return [singleServerFailure(), newestBackupCorrupt()]
}
