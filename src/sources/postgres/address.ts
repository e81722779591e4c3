import { Failure } from '../../domain/failure.ts'
import type { PostgresConfig } from '../../domain/environment/schema.ts'

/** Where a database is and how to get in, as libpq understands it. */
export interface PostgresAddress {
  /** Host name, IP address, or the folder of a Unix socket. */
  host: string
  port: number
  user: string
  password: string | undefined
  database: string
  sslmode: SslMode
  /** Path of a file with root certificates, or `system`. */
  sslrootcert: string | undefined
  sslcert: string | undefined
  sslkey: string | undefined
}

const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
export type SslMode = (typeof sslModes)[number]

/** Resolves a source's connection fields. @throws Failure `config` naming the field */
export function resolveAddress(
  config: PostgresConfig,
  variables: Readonly<Record<string, string | undefined>>,
): PostgresAddress {
  const place = `source ${config.name}`
  const base = config.url === undefined ? {} : parseUrl(config.url.resolve(variables), config.url.place)
  const host = config.host?.resolve(variables) ?? base.host
  const database = config.database?.resolve(variables) ?? base.database
  const user = config.user?.resolve(variables) ?? base.user
  if (host === undefined || host === '')
    throw new Failure('config', `${place}: no host is given; set url or host`)
  if (database === undefined || database === '') {
    throw new Failure('config', `${place}: no database is given; end the url in /database, or set database`)
  }
  if (user === undefined || user === '')
    throw new Failure('config', `${place}: no user is given; set it in the url or as user`)
  const port = Number(config.port?.resolve(variables) ?? base.port ?? 5432)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure('config', `${place}: the port is not a number between 1 and 65535`)
  }
  const sslrootcert = config.sslrootcert?.resolve(variables) ?? base.sslrootcert
  const address: PostgresAddress = {
    host,
    port,
    user,
    password: config.password?.resolve(variables) ?? base.password,
    database,
    // Who gives a root certificate means it to be used, which libpq's own default (prefer) would not do.
    sslmode: config.sslmode ?? base.sslmode ?? (sslrootcert === undefined ? 'prefer' : 'verify-full'),
    sslrootcert,
    sslcert: base.sslcert,
    sslkey: base.sslkey,
  }
  if (address.sslmode.startsWith('verify-') && address.sslrootcert === undefined) {
    throw new Failure(
      'config',
      `${place}: sslmode ${address.sslmode} needs sslrootcert: a file with root certificates, or system`,
    )
  }
  if (address.sslrootcert === 'system' && address.sslmode !== 'verify-full') {
    throw new Failure('config', `${place}: sslrootcert system needs sslmode verify-full, as libpq demands`)
  }
  return address
}

/** Parses a libpq URL. The message never holds the URL, which may carry a password. */
export function parseUrl(text: string, place: string): Partial<PostgresAddress> {
  const broken = (why: string) =>
    new Failure('config', `${place}: the connection URL ${why}`, {
      hint: 'It looks like postgres://user:password@host:5432/database?sslmode=verify-full; percent-encode special characters of the password.',
    })
  if (!/^postgres(ql)?:\/\//.test(text)) throw broken('does not begin with postgres:// or postgresql://')
  if (/^postgres(?:ql)?:\/\/[^/?]*,/.test(text))
    throw broken('names several hosts; name the one to back up from')
  let url: URL
  try {
    // A URL parser knows no postgres://user@/db?host=/socket; a placeholder host lets it.
    url = new URL(text.replace(/^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)(?=[/?:]|$)/, '$1socket.invalid'))
  } catch {
    throw broken('cannot be read')
  }
  const parameters = url.searchParams
  const decode = (part: string) => {
    try {
      return part === '' ? undefined : decodeURIComponent(part)
    } catch {
      throw broken('has a wrong percent-encoding')
    }
  }
  for (const name of parameters.keys()) {
    if (!knownParameters.has(name))
      throw broken(
        `has the parameter ${/^\w+$/.test(name) ? name : 'of an unreadable name'}, which is not supported`,
      )
  }
  const sslmode = parameters.get('sslmode')
  if (sslmode !== null && !isSslMode(sslmode))
    throw broken(`has an unknown sslmode; accepted: ${sslModes.join(', ')}`)
  const host =
    parameters.get('host') ??
    (url.hostname === 'socket.invalid' ? undefined : decode(url.hostname.replace(/^\[(.*)\]$/, '$1')))
  if (host?.includes(',') === true) throw broken('names several hosts; name the one to back up from')
  const result: Partial<PostgresAddress> = {}
  const assign = <Key extends keyof PostgresAddress>(
    key: Key,
    value: PostgresAddress[Key] | null | undefined,
  ) => {
    if (value !== undefined && value !== null) result[key] = value
  }
  assign('host', host)
  assign('port', url.port === '' ? numberOrUndefined(parameters.get('port')) : Number(url.port))
  assign('user', parameters.get('user') ?? decode(url.username))
  assign('password', parameters.get('password') ?? decode(url.password))
  assign('database', parameters.get('dbname') ?? decode(url.pathname.replace(/^\//, '')))
  assign('sslmode', sslmode)
  assign('sslrootcert', parameters.get('sslrootcert'))
  assign('sslcert', parameters.get('sslcert'))
  assign('sslkey', parameters.get('sslkey'))
  return result
}

/**
 * The address that a URL alone gives.
 * @param place what it is, for messages: `target`
 * @param database where the URL names none
 * @throws Failure `config`
 */
export function addressOf(url: string, place: string, database = 'postgres'): PostgresAddress {
  const parsed = parseUrl(url, place)
  const { host, user } = parsed
  if (host === undefined || host === '') throw new Failure('config', `${place}: the URL names no host`)
  if (user === undefined || user === '') throw new Failure('config', `${place}: the URL names no user`)
  const { sslrootcert } = parsed
  return {
    host,
    user,
    port: parsed.port ?? 5432,
    password: parsed.password,
    database: parsed.database ?? database,
    sslmode: parsed.sslmode ?? (sslrootcert === undefined ? 'prefer' : 'verify-full'),
    sslrootcert,
    sslcert: parsed.sslcert,
    sslkey: parsed.sslkey,
  }
}

const knownParameters = new Set([
  'host',
  'port',
  'user',
  'password',
  'dbname',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  // Understood by libpq and others; without effect on a backup.
  'application_name',
  'connect_timeout',
  'channel_binding',
  'schema',
  'pgbouncer',
  'connection_limit',
])

function isSslMode(text: string): text is SslMode {
  return (sslModes as readonly string[]).includes(text)
}

function numberOrUndefined(text: string | null): number | undefined {
  return text === null ? undefined : Number(text)
}

/** A database's name as a program's argument: as a connection string, since one with an equals sign would be taken for one. */
export function connectionString(database: string): string {
  return `dbname='${database.replaceAll(/['\\]/g, '\\$&')}'`
}

/**
 * The environment for libpq programs: no secret in argv. PGOPTIONS is left out behind poolers, which refuse it.
 * @param options server settings to pin for the session
 */
export function libpqEnvironment(
  address: PostgresAddress,
  applicationName: string,
  options: Readonly<Record<string, string>> | null,
): Record<string, string> {
  return {
    PGHOST: address.host,
    PGPORT: String(address.port),
    PGUSER: address.user,
    PGDATABASE: address.database,
    PGSSLMODE: address.sslmode,
    PGAPPNAME: applicationName,
    PGTZ: 'UTC',
    PGCONNECT_TIMEOUT: '30',
    // Never a password file or service of the account that happens to run us.
    PGPASSFILE: '/dev/null',
    PGSERVICEFILE: '/dev/null',
    LC_ALL: 'C',
    PATH: '/usr/bin:/bin',
    ...(address.password === undefined ? {} : { PGPASSWORD: address.password }),
    ...(address.sslrootcert === undefined ? {} : { PGSSLROOTCERT: address.sslrootcert }),
    ...(address.sslcert === undefined ? {} : { PGSSLCERT: address.sslcert }),
    ...(address.sslkey === undefined ? {} : { PGSSLKEY: address.sslkey }),
    ...(options === null
      ? {}
      : {
          PGOPTIONS: Object.entries(options)
            .map(([name, value]) => `-c ${name}=${value.replaceAll(/[\\ ]/g, '\\$&')}`)
            .join(' '),
        }),
  }
}
