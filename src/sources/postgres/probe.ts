import type { PostgresConfig } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Admission, PostgresProbe } from '../../ports/service-probes.ts'
import { type PostgresAddress, resolveAddress } from './address.ts'
import { firstWord } from './first-word.ts'
import { sqlState } from './server-error.ts'
import { connect, qualifiedName, type Session } from './session.ts'

const patience = '30s'

/** @throws Failure `config` when a variable is not set */
export function openPostgresProbe(
  config: PostgresConfig,
  variables: Readonly<Record<string, string | undefined>>,
): PostgresProbe {
  const address = resolveAddress(config, variables)
  const session = (signal: AbortSignal, at: PostgresAddress = address): Promise<Session> =>
    connect(at, {
      applicationName: 'lifeboat validate',
      settings: { statement_timeout: patience, lock_timeout: '5s' },
      signal,
    })
  return {
    address: { host: address.host, port: address.port },
    user: address.user,
    ask: async (signal) => {
      await using own = await session(signal)
      // The first query of a connection also warms the caches that every connection has of its own.
      await own.query('asking whether it answers', 'select 1')
      const started = performance.now()
      await own.query('asking whether it answers', 'select 1')
      const latency = performance.now() - started
      const [row] = await own.query<{ version: string; encrypted: string | null }>(
        'asking for the version',
        `select current_setting('server_version') as version,
           (select ssl from pg_catalog.pg_stat_ssl where pid = pg_backend_pid())::text as encrypted`,
      )
      return { latency, version: row?.version ?? 'unknown', encrypted: row?.encrypted === 'true' }
    },
    holds: async (sql, signal) => {
      await using own = await session(signal)
      const rows = await own.query<Record<string, unknown>>('asking a query of the environment file', sql)
      const values = Object.values(rows[0] ?? {})
      return rows.length === 1 && values.length === 1 && values[0] === 't'
    },
    tables: async (names, signal) => {
      await using own = await session(signal)
      const found = new Map<string, 'missing' | 'empty' | 'filled'>()
      for (const name of names) found.set(name, await stateOf(own, name))
      return found
    },
    withoutPassword: (signal) => firstWord(address, signal),
    withPassword: (user, password, signal) => admission(session, { ...address, user, password }, signal),
  }
}

async function stateOf(session: Session, name: string): Promise<'missing' | 'empty' | 'filled'> {
  const dot = name.indexOf('.')
  const [schema, table] = dot === -1 ? ['public', name] : [name.slice(0, dot), name.slice(dot + 1)]
  const [there] = await session.query<{ there: string }>(
    'looking for a table',
    `select exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p', 'v', 'm', 'f'))::text as there`,
    [schema, table],
  )
  if (there?.there !== 'true') return 'missing'
  const [row] = await session.query<{ filled: string }>(
    'looking for a row of a table',
    `select exists (select from ${qualifiedName(schema ?? '', table ?? '')})::text as filled`,
  )
  return row?.filled === 'true' ? 'filled' : 'empty'
}

/** A server that names the missing database has let us in before; so has one that is only full. */
async function admission(
  session: (signal: AbortSignal, at: PostgresAddress) => Promise<Session>,
  address: PostgresAddress,
  signal: AbortSignal,
): Promise<Admission> {
  try {
    await using own = await session(signal, address)
    void own
    return 'accepted'
  } catch (error) {
    signal.throwIfAborted()
    const state = sqlState(error)
    if (state === '3D000' || state === '42501') return 'accepted'
    if (error instanceof Failure && error.kind === 'access') return 'refused'
    throw error
  }
}
