import { createInterface } from 'node:readline'
import { Failure } from '../../../domain/failure.ts'
import type { DrillServer } from '../../../ports/laboratory.ts'
import type { RunningProcess } from '../../../ports/process.ts'
import type { RaisedServer } from '../laboratory/raise.ts'
import { type DrillAddress, openDrillSession } from './session.ts'

/** A server of a drill, as those see it that know where its socket lies. */
export interface KnownServer extends DrillServer {
  /** Folder of its socket. */
  readonly host: string
  readonly login: { user: string; password: string }
}

/** Wraps a server that takes orders. Reads its system identifier, by which it is known again. */
export async function commandServer(
  name: string,
  major: number,
  raised: RaisedServer,
  token: string,
  signal: AbortSignal,
): Promise<KnownServer> {
  const { connection, server } = raised
  const order = orderer(server.supervisor)
  let isRunning = true
  const address = (database: string): DrillAddress => ({ ...connection, database })
  const identify = async (): Promise<string | null> => {
    await using session = await openDrillSession(address('postgres'), token, { signal })
    const [row] = await session.query(
      'reading the system identifier',
      'select system_identifier::text as id from pg_control_system()',
    )
    return row?.['id'] ?? null
  }
  const identifier = await identify()

  /** A server that answers must be the one that we started; the data folder's marker is looked at by its supervisor. */
  const demandOwn = async (): Promise<void> => {
    if (!isRunning) return
    const found = await identify().catch((error: unknown) => {
      // One that does not answer can still be told by its marker.
      if (error instanceof Failure && error.kind === 'unavailable') return identifier
      throw error
    })
    if (found !== identifier) {
      throw new Failure(
        'refused',
        `server ${name}: its system identifier is not the one that it was made with`,
      )
    }
  }
  const carryOut = async (words: string): Promise<void> => {
    signal.throwIfAborted()
    await demandOwn()
    const answer = await order(words)
    if (answer === 'failed marker') {
      throw new Failure('refused', `server ${name}: its data folder bears no marker of this drill`, {
        hint: 'A drill harms only what it started itself.',
      })
    }
    if (!answer.startsWith('done')) {
      throw new Failure('unavailable', `server ${name} did not obey: ${words.split(' ')[0]} ${answer}`)
    }
  }
  return {
    name,
    major,
    host: connection.host,
    login: { user: connection.user, password: connection.password },
    url: (database) => serverUrl(connection.host, connection, database),
    get isRunning() {
      return isRunning
    },
    kill: async () => {
      await carryOut('kill')
      isRunning = false
    },
    stop: async () => {
      await carryOut('stop')
      isRunning = false
    },
    start: async () => {
      await carryOut('start')
      isRunning = true
    },
    damage: async (path, offset) => carryOut(`damage ${path} ${offset}`),
    promote: async () => {
      await using session = await openDrillSession(address('postgres'), token, { signal, patience: 30_000 })
      const [row] = await session.query(
        'promoting the standby',
        'select pg_promote(true, 30)::text as promoted',
      )
      if (row?.['promoted'] !== 'true') {
        throw new Failure('unavailable', `server ${name} was not promoted within 30 s`)
      }
    },
    session: (database, bounds = {}) => openDrillSession(address(database), token, { ...bounds, signal }),
  }
}

/** A connection URL by a socket's folder, with the password. */
export function serverUrl(
  host: string,
  { user, password }: { user: string; password: string },
  database: string,
): string {
  return `postgresql://${user}:${password}@/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}&sslmode=disable`
}

/** Sends one order at a time and gives its answer. */
function orderer(supervisor: RunningProcess): (words: string) => Promise<string> {
  const lines = createInterface({ input: supervisor.stdout })
  const waiting: ((line: string) => void)[] = []
  lines.on('line', (line) => waiting.shift()?.(line))
  const ended = supervisor.ended.then(() => 'failed ended')
  let last: Promise<unknown> = Promise.resolve()
  return (words) => {
    const answer = last.then(async () => {
      const { promise, resolve } = Promise.withResolvers<string>()
      waiting.push(resolve)
      supervisor.stdin.write(`${words}\n`)
      return await Promise.race([promise, ended])
    })
    last = answer.catch(() => undefined)
    return answer
  }
}
