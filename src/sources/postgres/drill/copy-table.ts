import { rm } from 'node:fs/promises'
import { Failure } from '../../../domain/failure.ts'
import type { Processes } from '../../../ports/process.ts'
import { connectionString, libpqEnvironment, type PostgresAddress } from '../address.ts'
import { port } from '../laboratory/raise.ts'
import type { PostgresTools } from '../tools.ts'
import type { KnownServer } from './server.ts'

interface Place {
  server: KnownServer
  database: string
}

/** As a person brings a table back from a database that was restored beside. @param table quoted, with its schema */
export async function copyTable(
  table: string,
  from: Place,
  to: Place,
  surroundings: { tools: PostgresTools; processes: Processes; file: string; signal: AbortSignal },
): Promise<void> {
  const { tools, processes, file, signal } = surroundings
  const run = async (program: 'pg_dump' | 'pg_restore', args: readonly string[], place: Place) => {
    const { code } = await processes.run(tools.path(program), args, {
      environment: libpqEnvironment(addressOf(place), 'lifeboat-drill', {}),
      signal,
    })
    if (code !== 0) {
      throw new Failure('unavailable', `${program} ended with ${code} while it brought a table back`, {
        subjects: [table],
      })
    }
  }
  try {
    await run('pg_dump', ['-Fc', '-f', file, '-t', table], from)
    await run('pg_restore', ['--exit-on-error', '-d', connectionString(to.database), file], to)
  } finally {
    await rm(file, { force: true })
  }
}

function addressOf({ server, database }: Place): PostgresAddress {
  return {
    host: server.host,
    port,
    ...server.login,
    database,
    sslmode: 'disable',
    sslrootcert: undefined,
    sslcert: undefined,
    sslkey: undefined,
  }
}
