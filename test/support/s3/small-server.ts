import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Account, checkSignature } from './signature.ts'

/**
 * A small S3 server in memory, for machines where no real one can be had, and for what real ones cannot be made to do:
 * it checks signatures and checksums like them, and fails where a test says so.
 */
export interface SmallServerOptions {
  accounts: readonly Account[]
  /** Keeps older versions. */
  versioned?: boolean
  /** Accepts If-None-Match and overwrites all the same, as several services do. */
  ignoresConditions?: boolean
  /** Answers If-None-Match with 501, as several services do. */
  refusesConditions?: boolean
  /** Does not know versions, as several services do not. */
  withoutVersions?: boolean
  /** What an account may do. Everything by default. */
  allows?: (asked: Asked & { account: string; conditional: boolean }) => boolean
  /** What goes wrong with a request; null when nothing does. */
  fault?: (asked: Asked) => Fault | null
}

export interface Asked {
  operation: Operation
  key: string
  /** Of a list. */
  prefix: string
  /** Names a version. */
  versioned: boolean
  /** Counts the requests from 1. */
  number: number
  /** Counts the requests for this operation from 1. */
  nth: number
}

export type Operation =
  | 'CreateBucket'
  | 'HeadBucket'
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'ListObjects'
  | 'ListVersions'
  | 'GetVersioning'
  | 'CreateUpload'
  | 'UploadPart'
  | 'CompleteUpload'
  | 'AbortUpload'

export type Fault =
  /** Answers so, and does nothing. */
  | { status: number; code: string }
  /** Does it, and closes the connection without an answer. */
  | { lost: true }
  /** Closes the connection after so many bytes of the answer's body. */
  | { cutAfter: number }
  /** Never answers. */
  | { hang: true }

export interface SmallServer extends AsyncDisposable {
  endpoint: string
  /** Keys of unfinished multipart uploads. */
  uploads(): string[]
  /** Makes a bucket, and gives its name. */
  bucket(name: string): string
  /** What was asked, in order. */
  readonly asked: Asked[]
  options: SmallServerOptions
}

interface StoredObject {
  version: string
  /** Null for a delete marker. */
  bytes: Buffer | null
  etag: string
  at: Date
  metadata: Record<string, string>
}

interface Unfinished {
  bucket: string
  key: string
  metadata: Record<string, string>
  parts: Map<number, { bytes: Buffer; md5: string }>
}

class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

export async function startSmallServer(options: SmallServerOptions): Promise<SmallServer> {
  /** Bucket → key → versions, oldest first. */
  const buckets = new Map<string, Map<string, StoredObject[]>>()
  const unfinished = new Map<string, Unfinished>()
  const asked: Asked[] = []
  let versions = 0

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else if (error instanceof Refusal) answerError(request, response, error)
      else answerError(request, response, new Refusal(500, `Broken${String(error)}`))
    })
  })
  server.keepAliveTimeout = 1_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [bucket = '', ...rest] = decodeURIComponent(url.pathname).slice(1).split('/')
    const key = rest.join('/')
    const operation = operationOf(request.method ?? '', key, url.searchParams)
    const nth = asked.filter((one) => one.operation === operation).length + 1
    const prefix = url.searchParams.get('prefix') ?? ''
    const versioned = url.searchParams.has('versionId')
    const one: Asked = { operation, key, prefix, versioned, number: asked.length + 1, nth }
    asked.push(one)
    const fault = self.options.fault?.(one) ?? null
    const body = await readBody(request)
    if (fault !== null && 'hang' in fault) return
    const signed = checkSignature(request, url, self.options.accounts)
    if ('code' in signed) throw new Refusal(signed.status, signed.code)
    if (fault !== null && 'status' in fault) throw new Refusal(fault.status, fault.code)
    checkDigests(request, body)
    const conditional = request.headers['if-none-match'] === '*'
    const account = signed.account.accessKeyId
    if (self.options.allows?.({ ...one, account, conditional }) === false)
      throw new Refusal(403, 'AccessDenied')
    const answer = perform(operation, {
      bucket,
      key,
      query: url.searchParams,
      headers: request.headers,
      body,
    })
    if (fault !== null && 'lost' in fault) {
      response.destroy()
      return
    }
    response.writeHead(answer.status ?? 200, answer.headers)
    const bytes =
      typeof answer.body === 'string' ? Buffer.from(answer.body) : (answer.body ?? Buffer.alloc(0))
    if (request.method === 'HEAD') response.end()
    else if (fault !== null && 'cutAfter' in fault && bytes.length > fault.cutAfter) {
      response.write(bytes.subarray(0, fault.cutAfter), () => response.destroy())
    } else response.end(bytes)
  }

  interface Call {
    bucket: string
    key: string
    query: URLSearchParams
    headers: IncomingMessage['headers']
    body: Buffer
  }
  interface Answer {
    status?: number
    headers?: Record<string, string | number>
    body?: Buffer | string
  }

  function perform(operation: Operation, call: Call): Answer {
    if (operation === 'CreateBucket') {
      if (!buckets.has(call.bucket)) buckets.set(call.bucket, new Map())
      return {}
    }
    const objects = buckets.get(call.bucket)
    if (!objects) throw new Refusal(404, 'NoSuchBucket')
    switch (operation) {
      case 'HeadBucket':
        return {}
      case 'PutObject':
        return commit(objects, call, call.body, hex('md5', call.body), metadataOf(call.headers))
      case 'GetObject':
      case 'HeadObject':
        return read(objects, call)
      case 'DeleteObject':
        return remove(objects, call)
      case 'ListObjects':
        return listObjects(objects, call.query)
      case 'ListVersions':
        return listVersions(objects, call.query)
      case 'GetVersioning':
        if (self.options.withoutVersions === true) throw new Refusal(501, 'NotImplemented')
        return xml(
          `<VersioningConfiguration>${self.options.versioned === true ? '<Status>Enabled</Status>' : ''}</VersioningConfiguration>`,
        )
      case 'CreateUpload': {
        const id = randomBytes(8).toString('hex')
        const { bucket, key, headers } = call
        unfinished.set(id, { bucket, key, metadata: metadataOf(headers), parts: new Map() })
        return xml(
          `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
        )
      }
      case 'UploadPart': {
        const md5 = hex('md5', call.body)
        find(call).parts.set(Number(call.query.get('partNumber')), { bytes: call.body, md5 })
        return { headers: { etag: `"${md5}"` } }
      }
      case 'CompleteUpload':
        return complete(objects, call)
      case 'AbortUpload':
        find(call)
        unfinished.delete(call.query.get('uploadId') ?? '')
        return { status: 204 }
      default:
        throw new Refusal(501, 'NotImplemented')
    }
  }

  function find({ key, query }: Call): Unfinished {
    const upload = unfinished.get(query.get('uploadId') ?? '')
    if (upload?.key !== key) throw new Refusal(404, 'NoSuchUpload')
    return upload
  }

  function complete(objects: Map<string, StoredObject[]>, call: Call): Answer {
    const upload = find(call)
    const named = [...String(call.body).matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
      number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
      etag: /<ETag>(?:"|&quot;)?([0-9a-f]+)/.exec(part)?.[1],
    }))
    const parts = named.map(({ number, etag }, index) => {
      const part = upload.parts.get(number)
      if (part === undefined || part.md5 !== etag) throw new Refusal(400, 'InvalidPart')
      if (index > 0 && number <= (named[index - 1]?.number ?? 0)) throw new Refusal(400, 'InvalidPartOrder')
      return part
    })
    // R2's rule, which is stricter than AWS's: all parts but the last have one size.
    const uniform = parts.slice(0, -1).every(({ bytes }) => bytes.length === parts[0]?.bytes.length)
    const least = parts.slice(0, -1).every(({ bytes }) => bytes.length >= 5 * 1024 * 1024)
    if (parts.length === 0 || !uniform || !least) throw new Refusal(400, 'EntityTooSmall')
    const md5s = Buffer.concat(parts.map(({ md5 }) => Buffer.from(md5, 'hex')))
    const bytes = Buffer.concat(parts.map((part) => part.bytes))
    const answer = commit(objects, call, bytes, `${hex('md5', md5s)}-${parts.length}`, upload.metadata)
    unfinished.delete(call.query.get('uploadId') ?? '')
    return {
      ...answer,
      ...xml(`<CompleteMultipartUploadResult><Key>${call.key}</Key></CompleteMultipartUploadResult>`),
    }
  }

  function commit(
    objects: Map<string, StoredObject[]>,
    { key, headers }: Call,
    bytes: Buffer,
    etag: string,
    metadata: Record<string, string>,
  ): Answer {
    if (headers['if-none-match'] !== undefined && self.options.refusesConditions === true) {
      throw new Refusal(501, 'NotImplemented')
    }
    const there = objects.get(key)?.at(-1)?.bytes ?? null
    if (headers['if-none-match'] === '*' && there !== null && self.options.ignoresConditions !== true) {
      throw new Refusal(412, 'PreconditionFailed')
    }
    return { headers: { etag: `"${etag}"`, ...add(objects, key, { bytes, etag, metadata }) } }
  }

  function add(
    objects: Map<string, StoredObject[]>,
    key: string,
    object: Pick<StoredObject, 'bytes' | 'etag' | 'metadata'>,
  ): Record<string, string> {
    versions += 1
    const versioned = self.options.versioned === true
    const version = versioned ? `v${versions}` : 'null'
    objects.set(key, [...(versioned ? (objects.get(key) ?? []) : []), { ...object, version, at: new Date() }])
    return versioned ? { 'x-amz-version-id': version } : {}
  }

  function read(objects: Map<string, StoredObject[]>, { key, query, headers }: Call): Answer {
    const all = objects.get(key) ?? []
    const wanted = query.get('versionId')
    const found = wanted === null ? all.at(-1) : all.find(({ version }) => version === wanted)
    if (!found?.bytes) throw new Refusal(404, wanted === null ? 'NoSuchKey' : 'NoSuchVersion')
    const match = headers['if-match']
    if (match !== undefined && match.replaceAll('"', '') !== found.etag) {
      throw new Refusal(412, 'PreconditionFailed')
    }
    const common = {
      etag: `"${found.etag}"`,
      'last-modified': found.at.toUTCString(),
      ...Object.fromEntries(
        Object.entries(found.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]),
      ),
    }
    const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '')
    if (!range) return { headers: { ...common, 'content-length': found.bytes.length }, body: found.bytes }
    const start = Number(range[1])
    const end = Math.min(range[2] === '' ? Infinity : Number(range[2]), found.bytes.length - 1)
    if (start >= found.bytes.length || end < start) throw new Refusal(416, 'InvalidRange')
    return {
      status: 206,
      headers: {
        ...common,
        'content-length': end - start + 1,
        'content-range': `bytes ${start}-${end}/${found.bytes.length}`,
      },
      body: found.bytes.subarray(start, end + 1),
    }
  }

  function remove(objects: Map<string, StoredObject[]>, { key, query }: Call): Answer {
    const wanted = query.get('versionId')
    if (wanted !== null) {
      const rest = (objects.get(key) ?? []).filter(({ version }) => version !== wanted)
      if (rest.length === 0) objects.delete(key)
      else objects.set(key, rest)
      return { status: 204 }
    }
    if (self.options.versioned !== true) {
      objects.delete(key)
      return { status: 204 }
    }
    const headers = add(objects, key, { bytes: null, etag: '', metadata: {} })
    return { status: 204, headers: { ...headers, 'x-amz-delete-marker': 'true' } }
  }

  function listObjects(objects: Map<string, StoredObject[]>, query: URLSearchParams): Answer {
    const after = query.get('continuation-token') ?? query.get('start-after') ?? ''
    const found = [...objects]
      .flatMap(([key, all]) => {
        const latest = all.at(-1)
        return latest?.bytes ? [{ key, size: latest.bytes.length, etag: latest.etag, at: latest.at }] : []
      })
      .filter(({ key }) => key.startsWith(query.get('prefix') ?? '') && key > after)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    const most = Number(query.get('max-keys') ?? 1_000)
    const page = found.slice(0, most)
    const entries = page.map(
      ({ key, size, etag, at }) =>
        `<Contents><Key>${escape(key)}</Key><Size>${size}</Size><ETag>&quot;${etag}&quot;</ETag><LastModified>${at.toISOString()}</LastModified></Contents>`,
    )
    const goesOn = found.length > most
    const next = goesOn
      ? `<NextContinuationToken>${escape(page.at(-1)?.key ?? '')}</NextContinuationToken>`
      : ''
    return xml(
      `<ListBucketResult><IsTruncated>${goesOn}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`,
    )
  }

  function listVersions(objects: Map<string, StoredObject[]>, query: URLSearchParams): Answer {
    if (self.options.withoutVersions === true) throw new Refusal(501, 'NotImplemented')
    const entries = [...objects]
      .filter(([key]) => key.startsWith(query.get('prefix') ?? ''))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, all]) =>
        all.toReversed().map(({ version, bytes, at }) => {
          const common = `<Key>${escape(key)}</Key><VersionId>${version}</VersionId><LastModified>${at.toISOString()}</LastModified>`
          return bytes === null
            ? `<DeleteMarker>${common}</DeleteMarker>`
            : `<Version>${common}<Size>${bytes.length}</Size></Version>`
        }),
      )
    return xml(`<ListVersionsResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListVersionsResult>`)
  }

  const self: SmallServer = {
    endpoint: `http://127.0.0.1:${port}`,
    uploads: () => [...unfinished.values()].map(({ key }) => key),
    bucket: (name) => {
      buckets.set(name, new Map())
      return name
    },
    asked,
    options,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return self
}

function operationOf(method: string, key: string, query: URLSearchParams): Operation {
  if (key === '') {
    if (method === 'PUT') return 'CreateBucket'
    if (method === 'HEAD') return 'HeadBucket'
    if (query.has('versions')) return 'ListVersions'
    if (query.has('versioning')) return 'GetVersioning'
    if (method === 'GET' && query.get('list-type') === '2') return 'ListObjects'
  } else if (query.has('uploads') && method === 'POST') return 'CreateUpload'
  else if (query.has('uploadId')) {
    if (method === 'PUT') return 'UploadPart'
    if (method === 'POST') return 'CompleteUpload'
    if (method === 'DELETE') return 'AbortUpload'
  } else {
    const simple = { PUT: 'PutObject', GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' } as const
    if (method in simple) return simple[method as keyof typeof simple]
  }
  throw new Refusal(501, 'NotImplemented')
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function checkDigests({ headers }: IncomingMessage, body: Buffer): void {
  // Neither chunked signatures nor unsigned bodies: the digest of the body must stand in the signed headers.
  if (headers['x-amz-content-sha256'] !== hex('sha256', body))
    throw new Refusal(400, 'XAmzContentSHA256Mismatch')
  const md5 = headers['content-md5']
  if (md5 !== undefined && md5 !== base64('md5', body)) throw new Refusal(400, 'BadDigest')
  const sha256 = headers['x-amz-checksum-sha256']
  if (sha256 !== undefined && sha256 !== base64('sha256', body)) throw new Refusal(400, 'BadDigest')
}

function metadataOf(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith('x-amz-meta-'))
      .map(([name, value]) => [name.slice('x-amz-meta-'.length), String(value)]),
  )
}

function answerError(request: IncomingMessage, response: ServerResponse, { status, code }: Refusal): void {
  const body = xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`).body
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function xml(text: string): { headers: Record<string, string>; body: string } {
  return {
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>${text}`,
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const hex = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex')
const base64 = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes).digest('base64')
