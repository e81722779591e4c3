import { once } from 'node:events'
import { createServer, type IncomingMessage, request as forward, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that passes through. */
export interface Passing {
  method: string
  /** With its query. */
  path: string
  /** Counts the requests of this method from 1. */
  nth: number
}

export type ProxyFault =
  /** Answers so, and asks nobody. */
  | { status: number; body: string; headers?: Record<string, string> }
  /** Resets the connection when so much of the request's body has come; the server sees none of it. */
  | { cutRequestAfter: number }
  /** Resets the connection when so much of the answer's body has gone. */
  | { cutAnswerAfter: number }
  /** Lets the server do it, and resets the connection instead of its answer. */
  | { lost: true }
  /** Waits, in milliseconds of real time. */
  | { late: number }
  /** Keeps the request waiting as long as this is so. */
  | { heldWhile: () => boolean }
  /** Changes one byte of the request's body. */
  | { damaged: true }
  /** Takes the request, and never answers. */
  | { silent: true }
  /** Lets so many bytes of the answer's body pass in a second. */
  | { bytesPerSecond: number }
  /** Changes one byte of the answer's body. */
  | { answerDamaged: true }
  /** Gives another body than the server's. */
  | { rewritten: (body: string) => string }

export interface FaultProxy extends AsyncDisposable {
  endpoint: string
  readonly passed: Passing[]
  /** What goes wrong with a request; null when nothing does. */
  fault: (passing: Passing) => ProxyFault | null
}

/** Stands before a real HTTP server, and breaks what a test wants broken. The headers stay as they are, signatures too. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const passed: Passing[] = []
  const upstream = new URL(target)
  const server = createServer((request, response) => {
    const { socket } = request
    handle(request, response).catch(() => (socket.destroyed ? undefined : socket.resetAndDestroy()))
  })
  server.keepAliveTimeout = 1_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const proxy: FaultProxy = {
    endpoint,
    passed,
    fault: () => null,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? ''
    const nth = passed.filter((one) => one.method === method).length + 1
    const passing = { method, path: request.url ?? '', nth }
    passed.push(passing)
    const fault = proxy.fault(passing)
    const body = await readBody(
      request,
      fault !== null && 'cutRequestAfter' in fault ? fault.cutRequestAfter : null,
    )
    if (fault !== null && 'status' in fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body)
      return
    }
    if (fault !== null && 'silent' in fault) return
    if (fault !== null && 'late' in fault) await new Promise((resolve) => setTimeout(resolve, fault.late))
    if (fault !== null && 'heldWhile' in fault) {
      while (fault.heldWhile()) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    if (fault !== null && 'damaged' in fault && body.length > 0) {
      const middle = body.length >> 1
      body[middle] = (body[middle] ?? 0) ^ 1
    }
    const asked = forward({
      host: upstream.hostname,
      port: upstream.port,
      method,
      path: request.url,
      headers: request.headers,
    })
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    if (fault !== null && 'lost' in fault) {
      await readBody(answer, null)
      request.socket.resetAndDestroy()
      return
    }
    if (fault !== null && 'rewritten' in fault) {
      const other = Buffer.from(fault.rewritten(String(await readBody(answer, null))))
      response.writeHead(answer.statusCode ?? 500, { ...answer.headers, 'content-length': other.length })
      response.end(other)
      return
    }
    const { location } = answer.headers
    response.writeHead(answer.statusCode ?? 500, {
      ...answer.headers,
      ...(location !== undefined && { location: location.replace(upstream.origin, endpoint) }),
    })
    let left = fault !== null && 'cutAnswerAfter' in fault ? fault.cutAnswerAfter : Number.POSITIVE_INFINITY
    let isDamaged = fault === null || !('answerDamaged' in fault)
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      const part = chunk.subarray(0, left)
      left -= part.length
      if (!isDamaged && part.length > 0) {
        part[0] = (part[0] ?? 0) ^ 1
        isDamaged = true
      }
      if (fault !== null && 'bytesPerSecond' in fault) {
        const span = (part.length / fault.bytesPerSecond) * 1_000
        await new Promise((resolve) => setTimeout(resolve, span))
      }
      if (part.length > 0 && !response.write(part)) await once(response, 'drain')
      if (left > 0) continue
      // What was written must have left before the reset.
      await new Promise((resolve) => setTimeout(resolve, 20))
      request.socket.resetAndDestroy()
      return
    }
    response.end()
  }

  return proxy
}

async function readBody(request: IncomingMessage, cutAfter: number | null): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  const { socket } = request
  for await (const piece of request as AsyncIterable<Buffer>) {
    pieces.push(piece)
    size += piece.length
    if (cutAfter === null || size < cutAfter) continue
    socket.resetAndDestroy()
    throw new Error('cut')
  }
  if (cutAfter !== null) throw new Error('cut')
  return Buffer.concat(pieces)
}
