import type { PostgresConfig } from '../../../domain/environment/schema.ts'
import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { RestoreRequest } from '../../../ports/restoration.ts'
import { addressOf, resolveAddress, type PostgresAddress } from '../address.ts'
import { connect, type Session } from '../session.ts'
import { backupStamp, fittedName } from './names.ts'

/** Where a restore goes. */
export interface RestorePlace {
  /** The server, and the database that is replaced, or that the new one is named beside. */
  address: PostgresAddress
  /** The database that will hold what is restored, by its name at the end. */
  database: string
  /** Databases to ask for others' doings from, in order. */
  doors: readonly string[]
}

/**
 * Where the request leads: a URL names a server and a database, a plain name a database on the source's own server.
 * @throws Failure `config` when neither the request nor the environment file names a server
 */
export function resolvePlace(
  record: PostgresRecord,
  config: PostgresConfig | undefined,
  request: RestoreRequest,
  variables: Readonly<Record<string, string | undefined>>,
): RestorePlace {
  const beside = request.mode === 'side-by-side'
  const named = request.target === null || /^postgres(ql)?:\/\//.test(request.target) ? null : request.target
  if (named === '' || named?.includes('\0') === true || Buffer.byteLength(named ?? '') > 63)
    throw new Failure('config', 'target: a database’s name has 1 to 63 bytes')
  const url =
    request.target === null || named !== null ? null : addressOf(request.target, 'target', record.database)
  const source = url ?? sourceAddress(record, config, variables)
  const defaultName = fittedName(record.database, `_${backupStamp(request.backupId)}`)
  // A URL that ends in a maintenance database names the server only.
  const inUrl = url !== null && !maintenance.includes(url.database) ? url.database : null
  const database = named ?? (beside ? (inUrl ?? defaultName) : source.database)
  if (!beside && templates.includes(database)) {
    throw new Failure(
      'refused',
      `${database} is what new databases are copied from: nothing is restored over it`,
    )
  }
  if (!beside && request.target === null && source.database !== record.database) {
    throw new Failure(
      'refused',
      `source ${record.name}: the backup is of another database than the one that the environment file names`,
      {
        hint: 'Do two applications share this environment’s name and stores? If the database was renamed, name it as target.',
        subjects: [record.database, source.database],
      },
    )
  }
  return {
    address: source,
    database,
    // Nobody can rename a database from inside it.
    doors: beside
      ? [...new Set([...maintenance, ...(url === null ? [source.database] : [])])]
      : maintenance.filter((door) => door !== database),
  }
}

const maintenance = ['postgres', 'template1']
const templates = ['template0', 'template1']

function sourceAddress(
  record: PostgresRecord,
  config: PostgresConfig | undefined,
  variables: Readonly<Record<string, string | undefined>>,
): PostgresAddress {
  if (config === undefined) {
    throw new Failure('config', `source ${record.name}: the environment file no longer has it`, {
      hint: 'Say where to restore: give a connection URL as target.',
    })
  }
  return resolveAddress(config, variables)
}

/** A connection URL without its password, for people and for hooks. */
export function publicUrl(address: PostgresAddress, database: string): string {
  const socket = address.host.startsWith('/')
  const host = socket ? '' : address.host.includes(':') ? `[${address.host}]` : address.host
  const query = new URLSearchParams({
    ...(socket ? { host: address.host } : {}),
    ...(address.sslmode === 'prefer' ? {} : { sslmode: address.sslmode }),
    ...(address.sslrootcert === undefined ? {} : { sslrootcert: address.sslrootcert }),
  })
  const end = query.size === 0 ? '' : `?${query.toString()}`
  return `postgresql://${encodeURIComponent(address.user)}@${host}:${address.port}/${encodeURIComponent(database)}${end}`
}

/** A session by which databases are made and renamed: in a third database. @throws Failure when none lets us in */
export async function openDoor(
  place: RestorePlace,
  signal: AbortSignal,
): Promise<Session & { door: string }> {
  let first: unknown
  for (const door of place.doors) {
    try {
      const session = await connect(
        { ...place.address, database: door },
        { applicationName: 'lifeboat', settings: { default_transaction_read_only: 'off' }, signal },
      )
      return Object.assign(session, { door })
    } catch (error) {
      signal.throwIfAborted()
      first ??= error
      // A server that is out of reach is so through every door.
      if (!(error instanceof Failure) || (error.kind !== 'missing' && error.kind !== 'access')) throw error
    }
  }
  throw first
}
