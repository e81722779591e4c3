import { chmod, mkdir } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { port } from '../laboratory/raise.ts'

/** A socket of ours that passes on what comes, until it is cut. */
export interface Relay extends AsyncDisposable {
  /** The folder of its socket, for libpq. */
  readonly host: string
  cut(): void
  heal(): void
  leadTo(folder: string): void
}

/**
 * Opens a relay in a folder that is made for it.
 * @param to folder of the socket that it leads to
 */
export async function openRelay(host: string, to: string): Promise<Relay> {
  await mkdir(host, { recursive: true, mode: 0o711 })
  const path = join(host, `.s.PGSQL.${port}`)
  const pairs = new Set<[Socket, Socket | null]>()
  let target = to
  let isCut = false

  const server = createServer({ allowHalfOpen: true }, (client) => {
    client.on('error', () => undefined)
    if (isCut) {
      // Whoever calls over a cut line hears nothing at all.
      const pair: [Socket, null] = [client, null]
      pairs.add(pair)
      client.once('close', () => pairs.delete(pair))
      return
    }
    const far = connect({ path: join(target, `.s.PGSQL.${port}`), allowHalfOpen: true })
    const pair: [Socket, Socket] = [client, far]
    pairs.add(pair)
    const end = () => {
      if (isCut) return
      client.destroy()
      far.destroy()
      pairs.delete(pair)
    }
    far.on('error', end)
    client.once('close', end)
    far.once('close', end)
    client.pipe(far)
    far.pipe(client)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  // A server under a user of its own has to get in too.
  await chmod(path, 0o777)

  const endAll = () => {
    for (const [client, far] of pairs) {
      client.destroy()
      far?.destroy()
    }
    pairs.clear()
  }
  return {
    host,
    cut: () => {
      isCut = true
      for (const [client, far] of pairs) {
        if (far === null) continue
        client.unpipe(far)
        far.unpipe(client)
        client.pause()
        far.pause()
      }
    },
    heal: () => {
      isCut = false
      endAll()
    },
    leadTo: (folder) => {
      target = folder
      endAll()
    },
    [Symbol.asyncDispose]: async () => {
      isCut = false
      endAll()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}
