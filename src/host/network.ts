import { connect as connectPlain, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { connect as connectSecure, getCACertificates, type TLSSocket } from 'node:tls'
import { Failure } from '../domain/failure.ts'
import type { Network, ServiceAddress, TlsFacts } from '../ports/service-probes.ts'

const patience = 5_000

/** The network as this machine sees it. */
export function openNetwork(authorities: readonly string[] = []): Network {
  return {
    connects: (address, signal) => connects(address, signal),
    handshake: (address, { onlyOld }, signal) => handshake(address, onlyOld, authorities, signal),
    ownAddresses: () =>
      Object.values(networkInterfaces())
        .flatMap((each) => each ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => address),
  }
}

async function connects({ host, port }: ServiceAddress, signal: AbortSignal): Promise<boolean> {
  signal.throwIfAborted()
  const late = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  const isOpen = await new Promise<boolean>((resolve) => {
    const socket = connectPlain({ host, port })
    const end = (answer: boolean) => {
      late.removeEventListener('abort', onLate)
      socket.destroy()
      resolve(answer)
    }
    const onLate = () => end(false)
    late.addEventListener('abort', onLate, { once: true })
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
  signal.throwIfAborted()
  return isOpen
}

async function handshake(
  { host, port }: ServiceAddress,
  onlyOld: boolean,
  authorities: readonly string[],
  signal: AbortSignal,
): Promise<TlsFacts> {
  signal.throwIfAborted()
  const late = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  let onLate = (): void => undefined
  let socket: TLSSocket | null = null
  try {
    return await new Promise<TlsFacts>((resolve, reject) => {
      onLate = () => reject(new Error('late'))
      late.addEventListener('abort', onLate, { once: true })
      const opened = connectSecure({
        host,
        port,
        // What is wrong is told, not thrown; nothing is sent over this connection.
        rejectUnauthorized: false,
        ...(isIP(host) === 0 ? { servername: host } : {}),
        ...(authorities.length === 0 ? {} : { ca: [...getCACertificates('default'), ...authorities] }),
        // Our own library must be willing, so that it is the server that refuses.
        ...(onlyOld ? { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } : {}),
      })
      socket = opened
      opened.once('error', reject)
      opened.once('secureConnect', () => resolve(factsOf(opened)))
    })
  } catch (error) {
    signal.throwIfAborted()
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new Failure('unavailable', `no TLS connection came about${code}`)
  } finally {
    late.removeEventListener('abort', onLate)
    ;(socket as TLSSocket | null)?.destroy()
  }
}

function factsOf(socket: TLSSocket): TlsFacts {
  const problem: unknown = socket.authorizationError
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    problem: socket.authorized
      ? null
      : problem instanceof Error && 'code' in problem
        ? String(problem.code)
        : /^[A-Z_]+$/.test(String(problem))
          ? String(problem)
          : 'not trusted',
    validTo: Date.parse(socket.getPeerCertificate().valid_to),
  }
}
