import type { Clock, Random } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Processes } from '../../ports/process.ts'

/** What everything that deals with Redis works by. */
export interface RedisContext {
  variables: Readonly<Record<string, string | undefined>>
  /** A folder of this run alone. */
  spool: string
  processes: Processes
  clock: Clock
  random: Random
  log: Log
}
