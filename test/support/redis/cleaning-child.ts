import { systemClock } from '../../../src/host/clock.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { removeLaboratories } from '../../../src/sources/laboratory/state.ts'

/** Removes what killed runs left, as another run does, and says how much it was. */
const removed = await removeLaboratories(process.argv[2] ?? '', {
  processes: createProcesses(),
  clock: systemClock,
  log: silentLog,
})
process.stdout.write(`removed ${removed}\n`)
