import type { RedisConfig, RedisProbe } from '../../ports/service-probes.ts'
import { Failure } from '../../domain/failure.ts'
import { parseRedisAddress } from './address.ts'
import { connectRedis, type RedisClient } from './client.ts'
import { type RedisConnection, RedisError } from './wire.ts'

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
  const own = parseRedisAddress(config.url.resolve(variables), `source ${config.name}`)
  const connection: RedisConnection = {
    ...own.connection,
    tls: own.connection.tls === null ? null : { authorities },
  }

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
