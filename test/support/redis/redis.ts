import type { SourceConfig } from '../../../src/domain/environment/schema.ts'
import type { RedisRecord, SourceRecord } from '../../../src/domain/manifest.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { RedisConfig } from '../../../src/ports/service-probes.ts'
import { enterRedis, parseRedisAddress } from '../../../src/sources/redis/address.ts'
import { openRedisRehearsal } from '../../../src/sources/redis/rehearsal.ts'
import { openRedisRestoration } from '../../../src/sources/redis/restoration.ts'
import { openRedisSource } from '../../../src/sources/redis/source.ts'
import type { RedisAnswer, RedisSession } from '../../../src/sources/redis/wire.ts'
import { type RedisServer, startRedis } from '../validation/redis.ts'

/** A real server that answers SYNC at once instead of waiting for other replicas. */
export async function startSource(): Promise<RedisServer & { session: RedisSession }> {
  const server = await startRedis()
  const session = await enterRedis(parseRedisAddress(server.url(), 'the test'), new AbortController().signal)
  await session.ask('CONFIG', 'SET', 'repl-diskless-sync-delay', '0')
  return { ...server, session }
}

/** In every value, and never to be seen in anything that is said. */
export const canary = 'canary-5b1e9f'

/** Every type in small and large form, several databases, expiries, names and values of any bytes. */
export async function fillSource(session: RedisSession): Promise<void> {
  const ask = (...words: (string | Buffer | number)[]) =>
    session.ask(...words.map((word) => (typeof word === 'number' ? String(word) : word)))
  const many = (count: number, item: (index: number) => (string | Buffer)[]) =>
    Array.from({ length: count }, (_, index) => item(index)).flat()
  const asked: Promise<RedisAnswer>[] = [
    ask('SELECT', 0),
    ask('SET', 'text', canary),
    ask('SET', 'number', '42'),
    ask('SET', 'minus', '-70000'),
    ask('SET', 'packs', canary.repeat(1_000)),
    ask('SET', 'big', Buffer.alloc(300_000, '\u0000\u0001\u00ffé')),
    ask('SET', Buffer.from([0, 255, 10, 13, 34]), Buffer.from([0, 1, 2, 255, 254, 13, 10])),
    ask('SET', '', ''),
    ask('SET', `${canary} name`, '1'),
    ask('SET', 'soon', canary, 'PX', 3_600_000),
    ask('RPUSH', 'list', 'a', 'b', canary, '1'),
    ask('RPUSH', 'long list', ...many(5_000, (index) => [`${canary} ${index}`])),
    ask('SADD', 'numbers', '1', '2', '70000'),
    ask('SADD', 'set', 'a', canary),
    ask('SADD', 'large set', ...many(3_000, (index) => [`${canary} ${index}`])),
    ask('HSET', 'hash', 'field', canary),
    ask('HSET', 'large hash', ...many(3_000, (index) => [`f${index}`, `${canary} ${index}`])),
    ask('EXPIRE', 'large hash', 7_200),
    ask('ZADD', 'zset', '1.5', 'a', '-inf', canary),
    ask('ZADD', 'large zset', ...many(3_000, (index) => [`${index / 7}`, `m${index}`])),
    ask('PFADD', 'log', ...many(2_000, (index) => [`${index}`])),
    ask('XADD', 'stream', '1-1', 'field', canary),
    ...many(300, (index) => [`${index + 2}-1`]).map((id) => ask('XADD', 'stream', id, 'f', String(id))),
    ask('XDEL', 'stream', '7-1'),
    ask('XGROUP', 'CREATE', 'stream', 'group', '0'),
    ask('XREADGROUP', 'GROUP', 'group', 'reader', 'COUNT', 20, 'STREAMS', 'stream', '>'),
    ask('XACK', 'stream', 'group', '1-1'),
    ask('SELECT', 3),
    ask('SET', 'third', canary, 'EX', 9_000),
    ask('SELECT', 9),
    ask('SET', 'ninth', canary),
    ask('SELECT', 0),
  ]
  await Promise.all(asked)
}

/** The ports through which the real engine works, for `backupPorts`, `verifyPorts` and `restorePorts`. */
export function redisOpeners(
  ports: () => Ports,
  variables: Readonly<Record<string, string | undefined>>,
): Pick<Ports, 'openSource' | 'openRehearsal' | 'openRestoration'> {
  const context = () => {
    const { spool, processes, clock, random, log } = ports()
    return { variables, spool, processes, clock, random, log }
  }
  return {
    openSource: async (config) => openRedisSource(redisConfig(config), context()),
    openRehearsal: async (record) => openRedisRehearsal(redisRecord(record), context()),
    openRestoration: async (record, config, request) =>
      openRedisRestoration(
        redisRecord(record),
        config === undefined ? undefined : redisConfig(config),
        request,
        context(),
      ),
  }
}

export function redisRecord(record: SourceRecord | undefined): RedisRecord {
  if (record?.engine === 'redis-rdb') return record
  throw new Error('the test’s source is no Redis')
}

function redisConfig(config: SourceConfig): RedisConfig {
  if (config.type === 'redis') return config
  throw new Error('the test’s source is no Redis')
}
