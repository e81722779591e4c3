import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectSecure } from 'node:tls'
import { Failure } from '../../domain/failure.ts'
import type { Admission } from '../../ports/service-probes.ts'
import type { PostgresAddress } from './address.ts'

const patience = 10_000

/**
 * What the server says first to somebody who names a user and a database and gives no password. Asked by hand, since
 * client libraries do not tell a server that wants a password from one that wants none. Encrypted where the server can,
 * as the rules of pg_hba.conf may differ; the certificate is not looked at, as nothing secret is sent.
 * @throws Failure `unavailable`
 */
export async function firstWord(address: PostgresAddress, signal: AbortSignal): Promise<Admission> {
  signal.throwIfAborted()
  const late = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  const { host, port, user, database, sslmode } = address
  const sockets: Socket[] = []
  const abort = () => sockets.forEach((socket) => socket.destroy())
  late.addEventListener('abort', abort, { once: true })
  try {
    let socket: Socket = host.startsWith('/')
      ? connectPlain(`${host}/.s.PGSQL.${port}`)
      : connectPlain({ host, port })
    sockets.push(socket)
    await happens(socket, 'connect')
    if (sslmode !== 'disable' && !host.startsWith('/')) {
      socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])) // SSLRequest
      const [answer] = await firstBytes(socket)
      if (answer === 0x53) {
        socket = connectSecure({ socket, rejectUnauthorized: false })
        sockets.push(socket)
        await happens(socket, 'secureConnect')
      }
    }
    socket.write(startup(user, database))
    const bytes = await firstBytes(socket)
    // R: authentication, whose number follows the length; 0 means that none is wanted. E: an error, such as no line for us.
    return bytes[0] === 0x52 && bytes.length >= 9 && bytes.readInt32BE(5) === 0 ? 'accepted' : 'refused'
  } catch (error) {
    signal.throwIfAborted()
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new Failure('unavailable', `the database could not be reached${code}`)
  } finally {
    late.removeEventListener('abort', abort)
    abort()
  }
}

function startup(user: string, database: string): Buffer {
  const words = Buffer.from(`user\0${user}\0database\0${database}\0\0`)
  const packet = Buffer.alloc(8 + words.length)
  packet.writeInt32BE(packet.length, 0)
  packet.writeInt32BE(196_608, 4) // protocol 3.0
  words.copy(packet, 8)
  return packet
}

function happens(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve())
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed')))
  })
}

function firstBytes(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    socket.once('data', (bytes: Buffer) => resolve(bytes))
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed')))
  })
}
