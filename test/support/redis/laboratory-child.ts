import { systemClock } from '../../../src/host/clock.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { systemRandom } from '../../../src/host/random.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { startRedisLaboratory } from '../../../src/sources/redis/laboratory.ts'

/** Starts a laboratory below the folder given, says so, and is killed outright. */
const spool = process.argv[2] ?? ''
await startRedisLaboratory(
  {
    variables: process.env,
    spool,
    processes: createProcesses(),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
  },
  { rdbVersion: 1, hasModules: false, highestDatabase: 0 },
  null,
  new AbortController().signal,
)
process.stdout.write('ready\n')
process.kill(process.pid, 'SIGKILL')
