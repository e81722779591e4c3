import { Readable } from 'node:stream'
import { Failure } from '../domain/failure.ts'
import type { GetOptions, PutOptions, Store, StoredObject, StoredVersion } from '../ports/store.ts'
import { type AzureStoreOptions, azureAnswer, openContainer } from './azure/container.ts'
import { download } from './azure/download.ts'
import { propertyOf, readBlobs } from './azure/listing.ts'
import { probeContainer } from './azure/probe.ts'
import { upload } from './azure/upload.ts'
import { readToEnd } from './upload/read-to-end.ts'
import { cancelledBy } from './cancelled.ts'
import { demandUnlocked, lockHolds } from './locks.ts'
import { checkKey, checkMutable, checkPrefix, isKey } from './keys.ts'
import { instantOf } from './web/http.ts'

export type { AzureStoreOptions } from './azure/container.ts'

/** Names the one version of a blob where the service keeps no others. */
const currentVersion = 'current'

/** A store in a container of Azure Blob Storage. */
export function openAzureStore(options: AzureStoreOptions): Store {
  const container = openContainer(options)
  const { where } = container

  async function put(
    key: string,
    body: Readable | Uint8Array,
    putOptions: PutOptions = {},
  ): Promise<StoredObject> {
    return readToEnd(body, async () => {
      checkKey(key)
      return await upload(container, key, body, putOptions)
    })
  }

  async function get(key: string, { version, ...range }: GetOptions = {}): Promise<Readable | null> {
    checkKey(key)
    const one = version === undefined || version === currentVersion ? {} : { version }
    // HTTP has no range without bytes.
    if (range.length === 0) return (await stat(key, range.signal)) === null ? null : Readable.from([])
    return download(container, key, { ...range, ...one })
  }

  async function stat(key: string, signal?: AbortSignal): Promise<StoredObject | null> {
    checkKey(key)
    try {
      const { headers } = await container.command({ method: 'HEAD', key, permission: 'read', signal })
      const held = headers['x-ms-legal-hold'] === 'true'
      const until = instantOf(headerOf(headers, 'x-ms-immutability-policy-until-date'))
      return {
        key,
        size: Number(headers['content-length'] ?? 0),
        modifiedAt: instantOf(headers['last-modified']),
        ...(held
          ? { lockedUntil: Infinity }
          : until > options.patience.clock.now() && { lockedUntil: until }),
      }
    } catch (error) {
      return nullIfMissing(error)
    }
  }

  async function* list(
    prefix: string,
    signal?: AbortSignal,
    { after = '' }: { after?: string } = {},
  ): AsyncIterable<StoredObject> {
    checkPrefix(prefix)
    let last = ''
    for await (const { name, xml } of blobs(options.prefix + prefix, '', signal)) {
      const key = name.slice(options.prefix.length)
      // Blobs of other tools were not made by us.
      if (!name.startsWith(options.prefix) || !isKey(key)) continue
      if (key <= last) {
        throw new Failure('config', `${where}: the service does not list blobs in order`, {
          hint: 'Use an account without a hierarchical namespace.',
        })
      }
      last = key
      const stopped = cancelledBy(signal, null)
      if (stopped) throw stopped
      if (key > after) yield { key, ...sizeAndTime(xml) }
    }
  }

  async function* blobs(prefix: string, include: string, signal: AbortSignal | undefined) {
    let marker: string | null = null
    do {
      const text: string = await container.text({
        method: 'GET',
        query: {
          restype: 'container',
          comp: 'list',
          ...(prefix !== '' && { prefix }),
          ...(include !== '' && { include }),
          ...(marker !== null && { marker }),
        },
        permission: 'list',
        signal,
      })
      const page = readBlobs(text)
      yield* page.blobs
      marker = page.next
    } while (marker !== null)
  }

  async function versions(key: string, signal?: AbortSignal): Promise<StoredVersion[]> {
    checkKey(key)
    const name = options.prefix + key
    const found: (StoredVersion & { isCurrent: boolean })[] = []
    for await (const blob of blobs(name, 'versions', signal)) {
      if (blob.name > name) break
      if (blob.name !== name) continue
      const version = propertyOf(blob.xml, 'VersionId') ?? currentVersion
      const isCurrent = propertyOf(blob.xml, 'IsCurrentVersion') === 'true'
      found.push({ key, ...sizeAndTime(blob.xml), version, isCurrent })
    }
    // A version is named by its time.
    found.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || (a.version < b.version ? 1 : -1))
    return found.map(({ size, modifiedAt, version }) => ({ key, size, modifiedAt, version }))
  }

  async function replace(key: string, body: Uint8Array, signal?: AbortSignal): Promise<StoredObject> {
    checkMutable(key)
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    await container.command({
      method: 'PUT',
      key,
      headers: { 'x-ms-blob-type': 'BlockBlob' },
      body: bytes,
      permission: 'write',
      signal,
    })
    return { key, size: bytes.length, modifiedAt: options.patience.clock.now() }
  }

  async function remove(key: string, signal?: AbortSignal): Promise<void> {
    checkKey(key)
    await demandUnlocked(where, key, () => stat(key, signal))
    try {
      await container.command({ method: 'DELETE', key, permission: 'delete', signal })
    } catch (error) {
      if (error instanceof Failure && error.kind === 'refused') throw lockHolds(where, key, error)
      nullIfMissing(error)
    }
  }

  return {
    name: options.name,
    kind: 'azure',
    ephemeral: false,
    list,
    get,
    stat,
    versions,
    put,
    replace,
    remove,
    probe: (signal) => probeContainer(container, signal),
    [Symbol.asyncDispose]: async () => container[Symbol.dispose](),
  }
}

/** The container itself missing is no answer about a key. */
function nullIfMissing(error: unknown): null {
  if (error instanceof Failure && error.kind === 'missing' && !isAboutContainer(error)) return null
  throw error
}

function isAboutContainer(error: Failure): boolean {
  return azureAnswer(error).code.startsWith('Container')
}

function sizeAndTime(xml: string): { size: number; modifiedAt: number } {
  return {
    size: Number(propertyOf(xml, 'Content-Length') ?? 0),
    modifiedAt: instantOf(propertyOf(xml, 'Last-Modified')),
  }
}

function headerOf(headers: NodeJS.Dict<string | string[]>, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}
