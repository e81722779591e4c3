import { systemClock } from '../../../src/host/clock.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { systemRandom } from '../../../src/host/random.ts'
import type { DrillLaboratory } from '../../../src/ports/laboratory.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { openDrillLaboratory } from '../../../src/sources/postgres/drill/laboratory.ts'
import { openLocalStore } from '../../../src/stores/local.ts'
import { installPostgres } from './install.ts'

/** A drill's laboratory without a drill. */
export async function testDrillLaboratory(major: number, spool: string): Promise<DrillLaboratory> {
  return openDrillLaboratory({
    kind: {
      major,
      collate: 'C',
      ctype: 'C',
      lcMonetary: 'C',
      tables: 1,
    },
    install: 'never',
    context: {
      variables: { LIFEBOAT_POSTGRES_DIRS: await installPostgres(major) },
      spool,
      processes: createProcesses(),
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    },
    openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
    signal: new AbortController().signal,
  })
}
