import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SecureVersion } from 'node:tls'
import type { Certificates } from '../postgres/certificates.ts'

/** What is wrong with the site; everything is well with none. */
export interface SiteTrouble {
  healthStatus?: number
  worker?: number
  /** Milliseconds that every answer takes longer. */
  slowness?: number
  openOrders?: boolean
  adminPassword?: boolean
  metrics?: string
  noRedirect?: boolean
  /** Headers to send otherwise, by name; null sends none. */
  headers?: Record<string, string | null>
  loginFails?: boolean
  orderLost?: boolean
  oldTls?: boolean
}

export interface ShopSite extends AsyncDisposable {
  readonly secure: string
  readonly plain: string
  /** Set it to break the site, and to {} to mend it. */
  trouble: SiteTrouble
  /** What it has received, in order: method and path. */
  readonly asked: string[]
}

const user = 'anna'
export const shopPassword = 'kettle-ember-91'

const headers = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'self'",
}

/** A small web shop over TLS and, beside it, a plain server that leads to it. */
export async function startSite(certificates: Certificates): Promise<ShopSite> {
  const asked: string[] = []
  const site = { trouble: {} as SiteTrouble }
  const tls = { key: readFileSync(certificates.key), cert: readFileSync(certificates.certificate) }
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.method} ${request.url}`)
    void answer(request, response, site.trouble)
  }
  const old = { minVersion: 'TLSv1' as SecureVersion, ciphers: 'DEFAULT:@SECLEVEL=0' }
  const servers = [createSecureServer(tls, listener), createSecureServer({ ...tls, ...old }, listener)]
  const ports = await Promise.all(servers.map(listening))
  const plain = createServer((_, response) => {
    if (site.trouble.noRedirect === true) response.writeHead(200, headers).end('hello')
    else response.writeHead(308, { location: `https://localhost:${ports[0]}/` }).end()
  })
  const plainPort = await listening(plain)
  return {
    asked,
    get secure() {
      return `https://localhost:${ports[site.trouble.oldTls === true ? 1 : 0]}`
    },
    plain: `http://localhost:${plainPort}`,
    get trouble() {
      return site.trouble
    },
    set trouble(trouble) {
      site.trouble = trouble
    },
    [Symbol.asyncDispose]: async () => {
      for (const server of [...servers, plain]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  trouble: SiteTrouble,
): Promise<void> {
  for (const [name, value] of Object.entries({ ...headers, ...trouble.headers })) {
    if (value !== null) response.setHeader(name, value)
  }
  const path = request.url?.split('?')[0] ?? ''
  const json = (status: number, value: unknown) => response.writeHead(status).end(JSON.stringify(value))
  const body = await bodyOf(request)
  if (trouble.slowness !== undefined) await new Promise((resolve) => setTimeout(resolve, trouble.slowness))
  if (path === '/health') return void response.writeHead(trouble.healthStatus ?? 200).end('well')
  if (path === '/worker') return void response.writeHead(trouble.worker ?? 200).end()
  if (path === '/search') {
    return void json(200, [])
  }
  if (path === '/metrics') {
    return void response.writeHead(200).end(trouble.metrics ?? '# TYPE orders counter\norders{shop="a"} 12\n')
  }
  if (path === '/admin') {
    const basic = `Basic ${Buffer.from('admin:admin').toString('base64')}`
    const isIn = trouble.adminPassword === true && request.headers.authorization === basic
    response.setHeader('www-authenticate', 'Basic realm="shop"')
    return void response.writeHead(isIn ? 200 : 401).end('SECRET-ROW')
  }
  if (path === '/login') {
    const given = JSON.parse(body) as { user: string; password: string }
    const isRight = given.user === user && given.password === shopPassword && trouble.loginFails !== true
    if (!isRight) return void json(401, {})
    response.setHeader('set-cookie', 'session=cookie-of-anna; HttpOnly')
    return void json(200, { data: { token: 'token-of-anna' } })
  }
  const isAnna =
    request.headers.authorization === 'Bearer token-of-anna' &&
    request.headers.cookie === 'session=cookie-of-anna'
  if (path === '/orders' && request.method === 'POST' && isAnna) {
    return void json(201, { id: 7, page: '<a href="/orders/7-x">' })
  }
  if (path === '/orders/7' && isAnna) {
    return void json(200, { id: 7, items: trouble.orderLost === true ? [] : [{ name: 'SECRET-ROW' }] })
  }
  if (path === '/orders') return void json(trouble.openOrders === true ? 200 : 401, { rows: 'SECRET-ROW' })
  json(path === '/' ? 200 : 404, {})
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
