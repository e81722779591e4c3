import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'

/** What everything that deals with file trees works by. */
export interface FilesContext {
  /** A folder of this run alone. */
  spool: string
  clock: Clock
  log: Log
}
