import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createConnections } from './connections.ts'
import { createMetrics } from './metrics.ts'
import { listOrders, parseOrder, placeOrder } from './orders.ts'
import { DatabaseError } from './postgres.ts'
import { obstacles } from './readiness.ts'
import { giveUpRoot, log, readSettings } from './settings.ts'

const settings = readSettings()
giveUpRoot()
const connections = createConnections(settings)
const metrics = createMetrics(settings.version)

interface Reply {
  status: number
  body: unknown
  headers?: Record<string, string>
}
type Handler = (request: IncomingMessage, url: URL) => Promise<Reply> | Reply

const routes: Record<string, Partial<Record<string, Handler>>> = {
  /** The process is alive. */
  '/health': { GET: () => ({ status: 200, body: { status: 'ok' } }) },
  /** Requests can be served. */
  '/ready': {
    GET: async () => {
      const found = await obstacles(connections)
      return found.length === 0
        ? { status: 200, body: { status: 'ready' } }
        : { status: 503, body: { status: 'not ready', because: found } }
    },
  },
  '/version': { GET: () => ({ status: 200, body: { version: settings.version } }) },
  '/metrics': {
    GET: async () => ({
      status: 200,
      body: await metrics.text(connections),
      headers: { 'content-type': 'text/plain; version=0.0.4' },
    }),
  },
  '/orders': {
    GET: authorised(async (_, url) => {
      const limit = Number(url.searchParams.get('limit') ?? 20)
      if (!Number.isInteger(limit) || limit < 1 || limit > 100) return problem(400, 'limit is from 1 to 100')
      return { status: 200, body: { orders: await listOrders(connections, limit) } }
    }),
    POST: authorised(async (request) => {
      const order = parseOrder(await bodyOf(request))
      if (order === null) return problem(400, 'accepted: {"customer": 1, "product": 1, "quantity": 1}')
      return { status: 201, body: { id: await placeOrder(connections, order) } }
    }),
  },
}

/** What every answer has: the application needs no script, no frame and no guessing. */
const securityHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

const server = createServer((request, response) => {
  void answer(request, response)
})
server.requestTimeout = 10_000
server.listen(8080, () => log('listening', { port: 8080, version: settings.version }))

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log('stopping')
    server.close(() => process.exit(0))
    server.closeIdleConnections()
  })
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://shop')
  const started = performance.now()
  const { status, body, headers } = await replyTo(request, url)
  const isText = typeof body === 'string'
  response.writeHead(status, {
    'content-type': isText ? 'text/plain' : 'application/json',
    ...securityHeaders,
    ...headers,
  })
  response.end(isText ? body : `${JSON.stringify(body)}\n`)
  metrics.count(
    routes[url.pathname] === undefined ? 'other' : url.pathname,
    status,
    performance.now() - started,
  )
}

async function replyTo(request: IncomingMessage, url: URL): Promise<Reply> {
  const route = routes[url.pathname]
  if (route === undefined) return problem(404, 'there is nothing here')
  const handler = route[request.method ?? 'GET']
  if (handler === undefined) {
    return { ...problem(405, 'not this way'), headers: { allow: Object.keys(route).join(', ') } }
  }
  try {
    return await handler(request, url)
  } catch (error) {
    if (error instanceof TooLarge) return problem(413, 'too large')
    // Class 22 and 23, and P0002: what was asked for contradicts the data. The message may show rows: it stays here.
    if (error instanceof DatabaseError && /^(22|23|P0002)/.test(error.code)) {
      return problem(409, 'there is no such customer or product')
    }
    log('failed', { path: url.pathname, message: error instanceof Error ? error.message : 'unknown' })
    return problem(503, 'the shop cannot do that now')
  }
}

function problem(status: number, message: string): Reply {
  return { status, body: { error: message } }
}

function authorised(handler: Handler): Handler {
  const expected = Buffer.from(`Bearer ${settings.apiToken}`)
  return (request, url) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    if (given.length === expected.length && timingSafeEqual(given, expected)) return handler(request, url)
    return { ...problem(401, 'a token is needed'), headers: { 'www-authenticate': 'Bearer' } }
  }
}

class TooLarge extends Error {}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk)
    if (text.length > 10_000) throw new TooLarge()
  }
  return text
}
