import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StandInRequest {
  method: string
  /** With its query. */
  path: string
  headers: IncomingHttpHeaders
  body: string
}

export interface StandInAnswer {
  status: number
  headers?: Record<string, string>
  body?: string
}

export interface StandIn extends AsyncDisposable {
  endpoint: string
  readonly asked: StandInRequest[]
}

/** A service that answers as a test says, and keeps what it was asked. */
export async function startStandIn(
  answer: (asked: StandInRequest, nth: number) => StandInAnswer,
): Promise<StandIn> {
  const asked: StandInRequest[] = []
  const server = createServer((request: IncomingMessage, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      const one = { method, path, headers, body: String(Buffer.concat(pieces)) }
      asked.push(one)
      const { status, headers: own, body } = answer(one, asked.length)
      response.writeHead(status, own).end(body)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
