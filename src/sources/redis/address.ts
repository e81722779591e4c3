import { Failure } from '../../domain/failure.ts'
import { openSession, type RedisConnection, RedisError, type RedisSession } from './wire.ts'

export interface RedisAddress {
  connection: RedisConnection
  user: string
  password: string
  /** For people, and without a password. */
  place: string
}

/** @throws Failure `config` when it is no URL of a Redis server. The message shows nothing of it */
export function parseRedisAddress(text: string, whose: string): RedisAddress {
  // A URL with credentials must have a host, which a socket has not.
  const url = URL.parse(text.replace(/^(unix:\/\/(?:[^/@]*@)?)\//, '$1localhost/'))
  if (url === null || !['redis:', 'rediss:', 'unix:'].includes(url.protocol)) {
    throw new Failure('config', `${whose}: the connection URL cannot be read`, {
      hint: 'It looks like rediss://user:password@host:6379, or unix:///path/to/redis.sock; percent-encode special characters of the password.',
    })
  }
  const decode = (part: string) => {
    try {
      return decodeURIComponent(part)
    } catch {
      throw new Failure('config', `${whose}: the connection URL has a wrong percent-encoding`, {
        hint: 'A percent sign of the password itself is written %25.',
      })
    }
  }
  const own = { user: decode(url.username), password: decode(url.password) }
  if (url.protocol === 'unix:') {
    const path = decode(url.pathname)
    return { ...own, connection: { host: '', port: 0, tls: null, path }, place: `unix://${url.pathname}` }
  }
  const port = url.port === '' ? 6379 : Number(url.port)
  return {
    ...own,
    connection: {
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      tls: url.protocol === 'rediss:' ? { authorities: [] } : null,
    },
    place: `${url.protocol}//${url.hostname}:${port}`,
  }
}

/** One value may be as long as the server allows: 512 MiB, unless somebody configured more. */
const longestAnswer = 1024 * 1024 * 1024

/** Connects and says who we are. @throws Failure `access` when that is refused, `unavailable` */
export async function enterRedis(address: RedisAddress, signal: AbortSignal): Promise<RedisSession> {
  const session = await openSession(address.connection, { signal, longestAnswer })
  try {
    if (address.password !== '') {
      await session.ask('AUTH', ...(address.user === '' ? [] : [address.user]), address.password)
    }
    await session.ask('PING')
    return session
  } catch (error) {
    session[Symbol.dispose]()
    signal.throwIfAborted()
    if (error instanceof RedisError && ['NOAUTH', 'WRONGPASS', 'ERR'].includes(error.code)) {
      throw new Failure('access', `Redis refused the user name or password of the URL (${error.code})`, {
        hint: 'Check the user name and the password in the connection URL; both percent-encoded. For a server without ACL the user name is left out.',
        cause: error,
      })
    }
    throw error
  }
}
