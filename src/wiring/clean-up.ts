import { systemClock } from '../host/clock.ts'
import { createProcesses } from '../host/processes.ts'
import { removeLeftovers } from '../host/spool.ts'
import type { Log } from '../ports/log.ts'
import { removeLaboratories } from '../sources/laboratory/state.ts'

/** Ends and removes what a run that was killed left on this machine: laboratories first, then the data of its spool. */
export async function cleanUp(temporaryFolder: string, log: Log): Promise<void> {
  const removed = await removeLaboratories(temporaryFolder, {
    processes: createProcesses(),
    clock: systemClock,
    log,
  })
  if (removed > 0)
    log.notice(`removed ${removed === 1 ? 'a laboratory' : `${removed} laboratories`} of a killed run`)
  await removeLeftovers(temporaryFolder)
}
