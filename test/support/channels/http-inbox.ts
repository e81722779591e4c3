import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** An answer: a status, a status with a body, or none at all. */
export type Reply =
  | number
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | 'hang'
  | 'cut'

export interface HttpInbox extends AsyncDisposable {
  readonly url: string
  readonly received: Received[]
  /** Settles when so many have arrived. */
  arrived(count: number): Promise<void>
}

/** A server that keeps what is sent to it, and answers as it is told. */
export async function startHttpInbox(reply: (request: Received) => Reply = () => 200): Promise<HttpInbox> {
  const received: Received[] = []
  const waiting: { count: number; settle: () => void }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      const one = { method, path, headers, body: Buffer.concat(chunks).toString() }
      received.push(one)
      for (const { count, settle } of waiting) if (received.length >= count) settle()
      const answer = reply(one)
      if (answer === 'cut') request.socket.destroy()
      else if (answer !== 'hang') {
        const { status, body, headers: more } = typeof answer === 'number' ? { status: answer } : answer
        response.writeHead(status, { 'content-type': 'application/json', ...more })
        response.end(body === undefined ? '' : JSON.stringify(body))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    arrived: (count) =>
      new Promise((settle) => {
        if (received.length >= count) settle()
        else waiting.push({ count, settle })
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
