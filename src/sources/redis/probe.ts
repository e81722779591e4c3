import type { RedisConfig, RedisProbe } from '../../ports/service-probes.ts'
import { Failure } from '../../domain/failure.ts'
import { connectRedis, type RedisClient, type RedisConnection, RedisError } from './client.ts'

export interface RedisProbeContext {
  variables: Readonly<Record<string, string | undefined>>
  authorities: readonly string[]
}

const patience = 10_000

/** @throws Failure `config` when a variable is not set, or the URL is none */
export function openRedisProbe(
  config: RedisConfig,
  { variables, authorities }: RedisProbeContext,
): RedisProbe {
  const url = parsed(config, variables)
  const connection: RedisConnection = {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 6379 : Number(url.port),
    tls: url.protocol === 'rediss:' ? { authorities } : null,
  }
  const own = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }

  const within = async <T>(signal: AbortSignal, work: (client: RedisClient) => Promise<T>): Promise<T> => {
    const late = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    try {
      using client = await connectRedis(connection, late)
      return await work(client)
    } catch (error) {
      signal.throwIfAborted()
      throw error
    }
  }
  const enter = async (client: RedisClient) => {
    if (own.password === '') return
    await client
      .command('AUTH', ...(own.user === '' ? [] : [own.user]), own.password)
      .catch((error: unknown) => {
        // So answers a server that has no password: it is open, which another question finds out.
        if (!(error instanceof RedisError && error.code === 'ERR')) throw error
      })
  }
  return {
    address: { host: connection.host, port: connection.port },
    encrypted: connection.tls !== null,
    ping: (signal) =>
      within(signal, async (client) => {
        await enter(client)
        const started = performance.now()
        await client.command('PING')
        const latency = performance.now() - started
        // A role without INFO or DBSIZE can still be well.
        const info = String((await allowed(client.command('INFO'))) ?? '')
        const keys = Number((await allowed(client.command('DBSIZE'))) ?? 0)
        return {
          latency,
          version: /^redis_version:([0-9.]+)/m.exec(info)?.[1] ?? 'unknown',
          keys,
          loading: /^loading:1/m.test(info),
        }
      }),
    value: (key, signal) =>
      within(signal, async (client) => {
        await enter(client)
        const reply = await client.command('GET', key)
        return typeof reply === 'string' ? reply : null
      }),
    withoutPassword: (signal) => within(signal, (client) => admission(() => client.command('PING'))),
    withPassword: (password, signal) =>
      within(signal, (client) => admission(() => client.command('AUTH', password))),
  }
}

async function allowed<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'access') return null
    throw error
  })
}

/** An error of the server is a refusal: AUTH on a server without a password too, as nothing was opened by it. */
async function admission(work: () => Promise<unknown>): Promise<'refused' | 'accepted'> {
  try {
    await work()
    return 'accepted'
  } catch (error) {
    if (error instanceof RedisError) return 'refused'
    throw error
  }
}

function parsed(config: RedisConfig, variables: RedisProbeContext['variables']): URL {
  const url = URL.parse(config.url.resolve(variables))
  if (url !== null && (url.protocol === 'redis:' || url.protocol === 'rediss:')) return url
  throw new Failure('config', `source ${config.name}: the connection URL cannot be read`, {
    hint: 'It looks like rediss://user:password@host:6379; percent-encode special characters of the password.',
  })
}
