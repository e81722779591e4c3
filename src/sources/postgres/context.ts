import type { Clock, Random } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Processes } from '../../ports/process.ts'
import type { PackageCache } from './install.ts'

/** What everything that deals with PostgreSQL works by: dumps, rehearsals, restores. */
export interface PostgresContext {
  variables: Readonly<Record<string, string | undefined>>
  /** A folder of this run alone. */
  spool: string
  processes: Processes
  clock: Clock
  random: Random
  log: Log
  /** Keeps fetched packages between runs; undefined where there is no cache. */
  cache?: PackageCache | undefined
}
