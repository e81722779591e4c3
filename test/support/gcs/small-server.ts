import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A small GCS server in memory, for what fake-gcs-server does not do: it asks for tokens, takes part of a chunk, answers
 * how much it has, compares digests, and holds objects until their retention ends.
 */
export interface SmallGcsOptions {
  /** Tokens that are good; none are asked for when null. */
  tokens?: (token: string) => boolean
  /** What a token may do. Everything by default. */
  allows?: (asked: GcsAsked) => boolean
  versioned?: boolean
  /** Keeps only so many bytes of each chunk that is not the last, as the real one may. */
  keepsOf?: (chunk: number) => number
}

export interface GcsAsked {
  operation:
    | 'insert'
    | 'begin'
    | 'chunk'
    | 'state'
    | 'cancel'
    | 'get'
    | 'media'
    | 'delete'
    | 'list'
    | 'bucket'
  name: string
  token: string | null
}

interface SmallObject {
  bytes: Buffer
  generation: number
  resource: Record<string, unknown>
}

interface Session {
  name: string
  resource: Record<string, unknown>
  bytes: Buffer
  done: SmallObject | null
}

export interface SmallGcs extends AsyncDisposable {
  endpoint: string
  readonly asked: GcsAsked[]
  /** Uploads that were neither ended nor cancelled. */
  sessions(): string[]
  options: SmallGcsOptions
}

class Refusal extends Error {
  readonly status: number
  readonly reason: string
  constructor(status: number, reason: string) {
    super(reason)
    this.status = status
    this.reason = reason
  }
}

export async function startSmallGcs(options: SmallGcsOptions = {}): Promise<SmallGcs> {
  const objects = new Map<string, SmallObject[]>()
  const sessions = new Map<string, Session>()
  const asked: GcsAsked[] = []
  let counter = 0
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const { status, reason } = error instanceof Refusal ? error : new Refusal(500, String(error))
      const body = JSON.stringify({ error: { code: status, errors: [{ reason }] } })
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
  })
  server.keepAliveTimeout = 1_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const live = (name: string) => objects.get(name)?.at(-1)

  function store(name: string, bytes: Buffer, resource: Record<string, unknown>, condition: string | null) {
    if (condition === '0' && live(name) !== undefined) throw new Refusal(412, 'conditionNotMet')
    if (condition !== '0' && isHeld(live(name))) throw new Refusal(403, 'retentionPolicyNotMet')
    counter += 1
    const object = { bytes, generation: counter, resource }
    objects.set(name, [...(self.options.versioned === true ? (objects.get(name) ?? []) : []), object])
    return object
  }

  function describe(name: string, { bytes, generation, resource }: SmallObject) {
    return {
      ...resource,
      name,
      size: String(bytes.length),
      generation: String(generation),
      timeCreated: new Date().toISOString(),
      md5Hash: md5(bytes),
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', endpoint)
    const query = url.searchParams
    const body = await readBody(request)
    const named = /^\/storage\/v1\/b\/[^/]+\/o\/(.+)$/.exec(url.pathname)?.[1]
    const session = sessions.get(query.get('session') ?? '')
    const name = named === undefined ? (session?.name ?? '') : decodeURIComponent(named)
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
    const one: GcsAsked = { operation: operationOf(request, url, named), name, token }
    asked.push(one)
    const { tokens, allows } = self.options
    if (tokens !== undefined && (token === null || !tokens(token))) throw new Refusal(401, 'authError')
    if (allows?.(one) === false) throw new Refusal(403, 'forbidden')
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const condition = query.get('ifGenerationMatch')

    if (one.operation === 'insert') {
      const { resource, bytes } = readMultipart(body)
      if (resource['md5Hash'] !== md5(bytes)) throw new Refusal(400, 'invalid')
      const key = String(resource['name'])
      json(describe(key, store(key, bytes, resource, condition)))
    } else if (one.operation === 'begin') {
      const resource = JSON.parse(String(body)) as Record<string, unknown>
      const key = String(resource['name'])
      if (condition === '0' && live(key) !== undefined) throw new Refusal(412, 'conditionNotMet')
      const id = `s${sessions.size + 1}`
      sessions.set(id, { name: key, resource, bytes: Buffer.alloc(0), done: null })
      response.writeHead(200, { location: `${endpoint}/upload/o?session=${id}` }).end()
    } else if (one.operation === 'cancel') {
      sessions.delete(query.get('session') ?? '')
      response.writeHead(499).end()
    } else if (one.operation === 'chunk' || one.operation === 'state') {
      if (session === undefined) throw new Refusal(404, 'notFound')
      takeChunk(session, request, body)
      if (session.done !== null) json(describe(session.name, session.done))
      else {
        const kept = session.bytes.length
        response.writeHead(308, kept === 0 ? {} : { range: `bytes=0-${kept - 1}` }).end()
      }
    } else if (one.operation === 'list') {
      const prefix = query.get('prefix') ?? ''
      const items = [...objects]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([key, all]) =>
          (query.has('versions') ? all : all.slice(-1)).map((each) => describe(key, each)),
        )
      json({ items })
    } else if (one.operation === 'bucket') json({ versioning: { enabled: self.options.versioned === true } })
    else {
      const generation = query.get('generation')
      const all = objects.get(name) ?? []
      const object =
        generation === null ? all.at(-1) : all.find((each) => String(each.generation) === generation)
      if (object === undefined) throw new Refusal(404, 'notFound')
      if (one.operation === 'get') json(describe(name, object))
      else if (one.operation === 'delete') {
        if (isHeld(object)) throw new Refusal(403, 'retentionPolicyNotMet')
        objects.delete(name)
        response.writeHead(204).end()
      } else sendMedia(request, response, object)
    }
  }

  function takeChunk(session: Session, request: IncomingMessage, body: Buffer): void {
    const range = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(request.headers['content-range'] ?? '')
    if (range === null) throw new Refusal(400, 'invalid')
    if (session.done !== null) return
    const [, from, , total] = range
    if (from !== undefined) {
      if (Number(from) !== session.bytes.length) throw new Refusal(400, 'invalid')
      const chunks = asked.filter(({ operation }) => operation === 'chunk').length
      const keeps = total === '*' ? (self.options.keepsOf?.(chunks) ?? body.length) : body.length
      session.bytes = Buffer.concat([session.bytes, body.subarray(0, keeps)])
    }
    if (total === '*' || Number(total) !== session.bytes.length) return
    const declared = /md5=([^,]+)/.exec(String(request.headers['x-goog-hash'] ?? ''))?.[1]
    if (declared !== undefined && declared !== md5(session.bytes)) throw new Refusal(400, 'invalid')
    session.done = store(session.name, session.bytes, session.resource, '0')
  }

  const self: SmallGcs = {
    endpoint,
    asked,
    options,
    sessions: () => [...sessions.values()].filter(({ done }) => done === null).map(({ name }) => name),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return self
}

function operationOf(request: IncomingMessage, url: URL, named: string | undefined): GcsAsked['operation'] {
  if (url.pathname === '/upload/o') {
    if (request.method === 'DELETE') return 'cancel'
    return request.headers['content-range']?.startsWith('bytes *') === true ? 'state' : 'chunk'
  }
  if (url.pathname.startsWith('/upload/')) {
    return url.searchParams.get('uploadType') === 'resumable' ? 'begin' : 'insert'
  }
  if (named === undefined) return url.pathname.endsWith('/o') ? 'list' : 'bucket'
  if (request.method === 'DELETE') return 'delete'
  return url.searchParams.get('alt') === 'media' ? 'media' : 'get'
}

function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, generation }: SmallObject,
): void {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const headers = { 'x-goog-generation': String(generation) }
  if (range === null) {
    response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes)
    return
  }
  const from = Number(range[1])
  const to = range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1)
  if (from >= bytes.length) throw new Refusal(416, 'requestedRangeNotSatisfiable')
  const part = bytes.subarray(from, to + 1)
  const contentRange = `bytes ${from}-${to}/${bytes.length}`
  response
    .writeHead(206, { ...headers, 'content-range': contentRange, 'content-length': part.length })
    .end(part)
}

function isHeld(object: SmallObject | undefined): boolean {
  const retention = object?.resource['retention'] as { retainUntilTime?: string } | undefined
  return Date.parse(retention?.retainUntilTime ?? '') > Date.now()
}

function readMultipart(body: Buffer): { resource: Record<string, unknown>; bytes: Buffer } {
  const boundary = body.subarray(0, body.indexOf('\r\n'))
  const next = body.indexOf(boundary, boundary.length)
  const resource = body.subarray(body.indexOf('\r\n\r\n') + 4, next - 2)
  const start = body.indexOf('\r\n\r\n', next) + 4
  const end = body.lastIndexOf(boundary) - 2
  return {
    resource: JSON.parse(String(resource)) as Record<string, unknown>,
    bytes: body.subarray(start, end),
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece)
  return Buffer.concat(pieces)
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('base64')
}
