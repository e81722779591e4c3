import { Readable } from 'node:stream'
import { Failure } from '../../../src/domain/failure.ts'
import type { PutOptions, Store, StoredObject } from '../../../src/ports/store.ts'
import { checkKey, checkMutable, checkPrefix } from '../../../src/stores/keys.ts'
import { abortable, cancelledBy } from '../../../src/stores/cancelled.ts'

export interface MemoryStore extends Store {
  /** What lies in it, oldest version first. Tests may damage it. */
  readonly objects: Map<string, MemoryVersion[]>
}

export interface MemoryVersion {
  version: string
  bytes: Buffer
  modifiedAt: number
}

export interface MemoryStoreOptions {
  name?: string
  ephemeral?: boolean
  /** Keeps older versions. */
  versioned?: boolean
  /** Overwrites what exists, as a store does that ignores the condition of a put. */
  ignoresConditions?: boolean
  /** Refuses to delete and to overwrite, as a bucket policy does. */
  appendOnly?: boolean
  /** The store's own clock; this machine's by default. */
  clock?: { now(): number }
}

/** A store in memory. Passes the store contract. */
export function memoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const objects = new Map<string, MemoryVersion[]>()
  let counter = 0

  const latest = (key: string) => objects.get(key)?.at(-1)
  const describe = (key: string, { bytes, modifiedAt }: MemoryVersion): StoredObject => ({
    key,
    size: bytes.length,
    modifiedAt,
  })

  function commit(key: string, bytes: Buffer): StoredObject {
    counter += 1
    const version = { version: `v${counter}`, bytes, modifiedAt: (options.clock ?? Date).now() }
    objects.set(key, [...(options.versioned === true ? (objects.get(key) ?? []) : []), version])
    return describe(key, version)
  }

  async function put(
    key: string,
    body: Readable | Uint8Array,
    { signal }: PutOptions = {},
  ): Promise<StoredObject> {
    try {
      checkKey(key)
      signal?.throwIfAborted()
      const refuse = () => {
        if (objects.has(key) && options.ignoresConditions !== true) {
          throw new Failure('refused', `${key} exists already`)
        }
      }
      refuse()
      const bytes = body instanceof Uint8Array ? Buffer.from(body) : await collect(body, signal)
      signal?.throwIfAborted()
      refuse()
      return commit(key, bytes)
    } catch (error) {
      if (body instanceof Readable) body.destroy()
      throw cancelledBy(signal, error) ?? error
    }
  }

  return {
    name: options.name ?? 'memory',
    kind: 'memory',
    ephemeral: options.ephemeral ?? false,
    objects,
    put,
    async *list(prefix, signal, { after = '' } = {}) {
      checkPrefix(prefix)
      for (const key of [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()) {
        stopIfAborted(signal)
        const version = latest(key)
        if (version) yield describe(key, version)
      }
    },
    get: async (key, { offset = 0, length, version, signal } = {}) => {
      checkKey(key)
      stopIfAborted(signal)
      const found =
        version === undefined ? latest(key) : objects.get(key)?.find((one) => one.version === version)
      if (!found) return null
      const bytes = found.bytes.subarray(offset, length === undefined ? undefined : offset + length)
      return readSlowly(bytes, signal)
    },
    stat: async (key, signal) => {
      checkKey(key)
      stopIfAborted(signal)
      const found = latest(key)
      return found ? describe(key, found) : null
    },
    versions: async (key) => {
      checkKey(key)
      return (objects.get(key) ?? [])
        .map((one) => ({ ...describe(key, one), version: one.version }))
        .reverse()
    },
    replace: async (key, body, signal) => {
      checkMutable(key)
      stopIfAborted(signal)
      if (options.appendOnly === true) throw new Failure('access', `${key} may not be replaced`)
      return commit(key, Buffer.from(body))
    },
    remove: async (key, signal) => {
      checkKey(key)
      stopIfAborted(signal)
      if (options.appendOnly === true) throw new Failure('access', `${key} may not be deleted`)
      objects.delete(key)
    },
    probe: async () => ({
      writeOnce: options.ignoresConditions !== true,
      mayOverwrite: options.appendOnly !== true,
      mayDelete: options.appendOnly !== true,
      versioned: options.versioned === true,
    }),
    [Symbol.asyncDispose]: async () => undefined,
  }
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  const cancelled = cancelledBy(signal, null)
  if (cancelled) throw cancelled
}

async function collect(body: Readable, signal: AbortSignal | undefined): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of abortable(body, signal)) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

/** A copy, in chunks like those of a real store. */
function readSlowly(bytes: Buffer, signal: AbortSignal | undefined): Readable {
  let position = 0
  return new Readable({
    ...(signal && { signal }),
    read() {
      const chunk = Buffer.from(bytes.subarray(position, position + 65_536))
      position += chunk.length
      this.push(chunk.length === 0 ? null : chunk)
    },
    destroy(error, done) {
      done(error === null ? null : (cancelledBy(signal, error) ?? error))
    },
  })
}
