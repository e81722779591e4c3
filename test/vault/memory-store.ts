import { Readable } from 'node:stream'
import { Failure } from '../../src/domain/failure.ts'
import type {
  GetOptions,
  PutOptions,
  Store,
  StoreAbilities,
  StoredObject,
  StoredVersion,
} from '../../src/ports/store.ts'

/** A store in memory whose objects a test can damage, and whose calls it can make fail. */
export class MemoryStore implements Store {
  readonly kind = 'memory'
  readonly ephemeral = false
  readonly name: string
  /** Newest version last; null is a delete marker. */
  readonly objects = new Map<string, (Buffer | null)[]>()
  /** Puts that have begun and not yet ended. */
  openPuts = 0
  /** Throws what a call shall fail with, or waits as long as it shall take; asked at the start of every call, and of every chunk put. */
  fault: (call: 'put' | 'chunk' | 'get' | 'stat' | 'list' | 'versions', key: string) => void | Promise<void> =
    () => undefined

  constructor(name: string) {
    this.name = name
  }

  bytes(key: string): Buffer {
    const found = this.objects.get(key)?.at(-1)
    if (!found) throw new Error(`no ${key} in ${this.name}`)
    return found
  }

  keys(): string[] {
    return [...this.objects]
      .filter(([, versions]) => versions.at(-1) !== null)
      .map(([key]) => key)
      .sort()
  }

  /** Lays bytes over an object, as a new version. */
  overwrite(key: string, bytes: Buffer | null): void {
    this.objects.set(key, [...(this.objects.get(key) ?? []), bytes])
  }

  /** Replaces an object and all its versions. */
  replaceWith(key: string, bytes: Buffer): void {
    this.objects.set(key, [bytes])
  }

  async put(key: string, body: Readable | Uint8Array, options: PutOptions = {}): Promise<StoredObject> {
    this.openPuts += 1
    try {
      await this.fault('put', key)
      const pieces: Buffer[] = []
      if (body instanceof Readable) {
        const stop = (): void => void body.destroy(new Failure('cancelled', 'put stopped'))
        options.signal?.addEventListener('abort', stop)
        if (options.signal?.aborted === true) stop()
        try {
          for await (const piece of body as AsyncIterable<Buffer>) {
            await this.fault('chunk', key)
            pieces.push(Buffer.from(piece))
          }
        } finally {
          options.signal?.removeEventListener('abort', stop)
        }
      } else {
        pieces.push(Buffer.from(body))
      }
      options.signal?.throwIfAborted()
      if (this.objects.get(key)?.at(-1)) throw new Failure('refused', `${key} exists`)
      const bytes = Buffer.concat(pieces)
      this.overwrite(key, bytes)
      return { key, size: bytes.length, modifiedAt: 0 }
    } finally {
      this.openPuts -= 1
    }
  }

  async get(key: string, options: GetOptions = {}): Promise<Readable | null> {
    await this.fault('get', key)
    const versions = this.objects.get(key)
    const bytes = options.version === undefined ? versions?.at(-1) : versions?.[Number(options.version)]
    if (!bytes) return null
    const pieces: Buffer[] = []
    for (let at = 0; at < bytes.length; at += 50_000) pieces.push(bytes.subarray(at, at + 50_000))
    return Readable.from(pieces, { objectMode: false })
  }

  async stat(key: string): Promise<StoredObject | null> {
    await this.fault('stat', key)
    const bytes = this.objects.get(key)?.at(-1)
    return bytes ? { key, size: bytes.length, modifiedAt: 0 } : null
  }

  async versions(key: string): Promise<StoredVersion[]> {
    await this.fault('versions', key)
    return (this.objects.get(key) ?? [])
      .map((bytes, index) => ({ key, size: bytes?.length ?? -1, modifiedAt: index, version: String(index) }))
      .filter((version) => version.size >= 0)
      .reverse()
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    await this.fault('list', prefix)
    for (const key of this.keys()) {
      if (key.startsWith(prefix)) yield { key, size: this.bytes(key).length, modifiedAt: 0 }
    }
  }

  async replace(): Promise<StoredObject> {
    throw new Failure('bug', 'not used here')
  }

  async remove(key: string): Promise<void> {
    this.overwrite(key, null)
  }

  async probe(): Promise<StoreAbilities> {
    return { writeOnce: true, mayOverwrite: false, mayDelete: false, versioned: true }
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
