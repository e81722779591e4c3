import { Socket } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import type { Client as PgClient, QueryResultRow } from 'pg'
import { Failure } from '../../domain/failure.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { PostgresAddress, SslMode } from './address.ts'
import { readCertificate, rootCertificates } from './root-certificates.ts'
import { serverFailure } from './server-error.ts'

/** One connection to a PostgreSQL server. Every error comes out as a Failure without row values. */
export interface Session extends AsyncDisposable {
  readonly client: PgClient
  /** The process id that the connection's key names; differs from `pg_backend_pid()` behind a pooler. */
  readonly keyPid: number | null
  /** @param doing what it is for, for error messages: `reading the catalog` */
  query<Row extends QueryResultRow>(doing: string, sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** As `query`, by the place of the columns, whatever they are called. */
  rows(doing: string, sql: string): Promise<(string | null)[][]>
  /** Ends as soon as the connection breaks, with the reason. Never resolves. */
  readonly broken: Promise<never>
}

export interface SessionOptions {
  applicationName: string
  /** Settings for the session, after connecting, so that poolers accept them; they win over those that every session gets. */
  settings?: Readonly<Record<string, string>>
  signal?: AbortSignal
}

/** @throws Failure `unavailable`, `access` or `missing` */
export async function connect(address: PostgresAddress, options: SessionOptions): Promise<Session> {
  const doing = 'connecting to the database'
  options.signal?.throwIfAborted()
  const attempts = await tlsAttempts(address)
  let last: unknown
  for (const ssl of attempts) {
    try {
      return await open(address, ssl, options)
    } catch (error) {
      options.signal?.throwIfAborted()
      last = error
      // libpq's allow and prefer: only a refusal of (un)encrypted connections leads to the second attempt.
      if (attempts.length === 1 || !refusesEncryption(error)) break
    }
  }
  throw serverFailure(last, doing)
}

/**
 * What every session begins with, whatever role or database set. A search_path of others would let functions of theirs
 * stand in for the server's own in our catalog queries, and run with our rights (CVE-2018-1058).
 */
const safeSettings: Readonly<Record<string, string>> = {
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
  transaction_timeout: '0',
  search_path: 'pg_catalog',
  default_transaction_read_only: 'on',
}

/**
 * In one statement, before any other: a time-out of the role's could end a second one. A setting that this server does
 * not know is left out, and one that stands so already is not touched: setting it could need a right.
 */
async function applySettings(client: PgClient, settings: Readonly<Record<string, string>>): Promise<void> {
  const pairs = Object.entries(settings)
  const calls = pairs.map((_, index) => {
    const [name, value] = [`$${index * 2 + 1}::text`, `$${index * 2 + 2}::text`]
    return `case when pg_catalog.current_setting(${name}, true) <> ${value} then pg_catalog.set_config(${name}, ${value}, false) end`
  })
  await client.query(`select ${calls.join(', ')}`, pairs.flat())
}

async function open(
  address: PostgresAddress,
  ssl: false | ConnectionOptions,
  options: SessionOptions,
): Promise<Session> {
  const { default: pg } = await import('pg')
  // node-postgres would take the job's own libpq options for ours.
  delete process.env['PGOPTIONS']
  const socket = new Socket()
  const client = new pg.Client({
    stream: () => socket,
    host: address.host,
    port: address.port,
    user: address.user,
    password: address.password ?? '',
    database: address.database,
    ssl,
    application_name: options.applicationName,
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    // Values stay text: nothing is lost to JavaScript's numbers and dates.
    types: { getTypeParser: () => (value: unknown) => value },
  })
  const { promise: broken, reject: breakOff } = Promise.withResolvers<never>()
  broken.catch(() => undefined)
  client.on('error', (error: Error) => breakOff(serverFailure(error, 'talking to the database')))
  client.on('end', () =>
    breakOff(new Failure('unavailable', 'talking to the database: the connection ended')),
  )
  const onAbort = () => void client.end().catch(() => undefined)
  // Until it stands, there is nobody to take leave of: whoever is silent would be waited for.
  const hangUp = () => void socket.destroy()
  options.signal?.throwIfAborted()
  options.signal?.addEventListener('abort', hangUp, { once: true })
  try {
    await client.connect()
    await applySettings(client, { ...safeSettings, ...options.settings })
  } catch (error) {
    // Rather than a farewell, which whoever refuses us need not answer.
    hangUp()
    await client.end().catch(() => undefined)
    throw error
  } finally {
    options.signal?.removeEventListener('abort', hangUp)
  }
  options.signal?.addEventListener('abort', onAbort, { once: true })
  if (options.signal?.aborted === true) onAbort()
  const keyPid = 'processID' in client && typeof client.processID === 'number' ? client.processID : null
  const asked = async <T>(doing: string, ask: () => Promise<T>): Promise<T> => {
    options.signal?.throwIfAborted()
    try {
      return await Promise.race([ask(), broken])
    } catch (error) {
      options.signal?.throwIfAborted()
      throw serverFailure(error, doing)
    }
  }
  return {
    client,
    keyPid,
    broken,
    query: async <Row extends QueryResultRow>(
      doing: string,
      sql: string,
      values: readonly unknown[] = [],
    ) => {
      const ask = () => client.query<Row>(sql, values.length === 0 ? undefined : [...values])
      return (await asked(doing, ask)).rows
    },
    rows: async (doing, sql) => {
      const ask = () => client.query<(string | null)[]>({ text: sql, rowMode: 'array' })
      return (await asked(doing, ask)).rows
    },
    async [Symbol.asyncDispose]() {
      options.signal?.removeEventListener('abort', onAbort)
      await client.end().catch(() => undefined)
    },
  }
}

/**
 * How long a statement waits at most for somebody else's lock; asking for a table's size needs one, and a long ALTER
 * TABLE would hold us for ever.
 * @param scope how long it holds; behind a pooler only the transaction is surely ours
 */
export async function boundLockWaits(
  session: Session,
  scope: 'session' | 'transaction',
  span: Milliseconds,
): Promise<void> {
  await session.query('bounding waits for locks', "select pg_catalog.set_config('lock_timeout', $1, $2)", [
    `${Math.ceil(span)}ms`,
    scope === 'transaction',
  ])
}

/** The ways to connect that sslmode allows, in libpq's order. */
async function tlsAttempts(address: PostgresAddress): Promise<(false | ConnectionOptions)[]> {
  if (address.host.startsWith('/')) return [false]
  const ca = await rootCertificates(address)
  const certificate =
    address.sslcert === undefined || address.sslkey === undefined
      ? {}
      : { cert: await readCertificate(address.sslcert), key: await readCertificate(address.sslkey) }
  const unverified: ConnectionOptions = { rejectUnauthorized: false, ...certificate }
  const authority: ConnectionOptions = {
    rejectUnauthorized: true,
    checkServerIdentity: () => undefined,
    ...(ca === undefined ? {} : { ca }),
    ...certificate,
  }
  const attempts: Record<SslMode, (false | ConnectionOptions)[]> = {
    disable: [false],
    allow: [false, unverified],
    prefer: [unverified, false],
    // As in libpq: with a root certificate, require verifies the authority.
    require: [ca === undefined ? unverified : authority],
    'verify-ca': [authority],
    'verify-full': [{ rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }), ...certificate }],
  }
  return attempts[address.sslmode]
}

/** Whether it is encryption alone, or its absence, that the server refuses. */
export function refusesEncryption(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // pg_hba.conf without a line for this kind of connection, or a server without TLS (which has no code).
  return ('code' in error && error.code === '28000') || /does not support SSL/.test(error.message)
}

/** An identifier, quoted always. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** `"schema"."name"`. */
export function qualifiedName(schema: string, name: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`
}
