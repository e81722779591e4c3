import type { AnyScenario } from '../operations/drill/scenario.ts'
import { breakGlass } from './break-glass.ts'
import { dataDeletion } from './data-deletion.ts'
import { databaseCorruption } from './database-corruption.ts'
import { filesLost } from './files-lost.ts'
import { interruptedBackup } from './interrupted-backup.ts'
import { networkPartition } from './network-partition.ts'
import { newestBackupCorrupt } from './newest-backup-corrupt.ts'
import { redisFailure } from './redis-failure.ts'
import { regionFailure } from './region-failure.ts'
import { retentionAttack } from './retention-attack.ts'
import { singleServerFailure } from './single-server-failure.ts'
import { storeFailure } from './store-failure.ts'
import { wrongKey } from './wrong-key.ts'

/** All that can be rehearsed. Made anew for each run, as a scenario remembers what it prepared. */
export function allScenarios(): AnyScenario[] {
  return [
    singleServerFailure(),
    databaseCorruption(),
    networkPartition(),
    dataDeletion(),
    regionFailure(),
    storeFailure(),
    newestBackupCorrupt(),
    wrongKey(),
    interruptedBackup(),
    retentionAttack(),
    breakGlass(),
    redisFailure(),
    filesLost(),
  ]
}
