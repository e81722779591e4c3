import { createProcesses } from '../../../src/host/processes.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { findTools, type PostgresTools } from '../../../src/sources/postgres/tools.ts'
import { installPostgres } from './install.ts'

/** The programs of a major that the tests run against, wherever they had to be installed. */
export async function testTools(major: number): Promise<PostgresTools> {
  return findTools(major, {
    processes: createProcesses(),
    log: silentLog,
    install: 'never',
    needServer: true,
    environment: { LIFEBOAT_POSTGRES_DIRS: await installPostgres(major) },
  })
}
