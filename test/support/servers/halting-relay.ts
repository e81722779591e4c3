import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface HaltingRelay extends AsyncDisposable {
  readonly port: number
  /** Resolves when a connection has brought so many bytes that it was halted. */
  readonly halted: Promise<void>
  /** Lets all connections go on to their ends. */
  goOn(): void
}

/**
 * Stands before a server on this machine. A connection that has brought so many bytes from it brings no more of them, and is
 * not closed either: whoever reads there waits, however fast the machine is, until it is told to go on.
 */
export async function startHaltingRelay(port: number, haltsAfter: number): Promise<HaltingRelay> {
  const halted = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()
  let limit = haltsAfter
  const relay = createServer((client) => {
    const server = connect({ host: '127.0.0.1', port })
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.once('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
    client.pipe(server)
    let brought = 0
    server.on('data', (piece: Buffer) => {
      brought += piece.length
      client.write(piece)
      if (brought < limit) return
      server.pause()
      halted.resolve()
    })
  }).listen(0, '127.0.0.1')
  await once(relay, 'listening')
  return {
    port: (relay.address() as AddressInfo).port,
    halted: halted.promise,
    goOn: () => {
      limit = Infinity
      for (const socket of sockets) socket.resume()
    },
    [Symbol.asyncDispose]: async () => {
      const closed = once(relay, 'close')
      relay.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
