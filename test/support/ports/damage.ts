import type { Store } from '../../../src/ports/store.ts'
import { memoryStore, type MemoryStore, type MemoryStoreOptions } from '../doubles/memory-store.ts'

/** Another store with the same objects, whose bytes may be damaged without harm to the first. */
export function copyStore(from: MemoryStore, options: MemoryStoreOptions = {}): MemoryStore {
  const copy = memoryStore({ name: from.name, ...options })
  for (const [key, versions] of from.objects) copy.objects.set(key, [...versions])
  return copy
}

export function bytesAt(store: MemoryStore, key: string): Buffer {
  const bytes = store.objects.get(key)?.at(-1)?.bytes
  if (bytes === undefined) throw new Error(`the store has no ${key}`)
  return bytes
}

/** Puts other bytes in the place of an object, as rot or a thief would: the object is one version still. */
export function overwrite(store: MemoryStore, key: string, bytes: Uint8Array): void {
  const version = { version: 'damaged', bytes: Buffer.from(bytes), modifiedAt: Date.now() }
  store.objects.set(key, [version])
}

/** Adds a version on top of an object, as a store with versions does when somebody overwrites. */
export function addVersion(store: MemoryStore, key: string, bytes: Uint8Array): void {
  const version = { version: 'newest', bytes: Buffer.from(bytes), modifiedAt: Date.now() }
  store.objects.set(key, [...(store.objects.get(key) ?? []), version])
}

/** The store as it looks when somebody has deleted an object, and its versions are still kept. */
export function withDeleteMarker(store: Store, deleted: string): Store {
  return {
    ...store,
    get: async (key, options) =>
      key === deleted && options?.version === undefined ? null : store.get(key, options),
    stat: async (key, signal) => (key === deleted ? null : store.stat(key, signal)),
    async *list(prefix, signal) {
      for await (const object of store.list(prefix, signal)) if (object.key !== deleted) yield object
    },
  }
}

export function flipped(bytes: Buffer, position: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[position] = (copy[position] ?? 0) ^ 0x04
  return copy
}

/** What can befall an object's own bytes, whatever it is; null when it is gone. */
export const bytesDamages: readonly { name: string; damage: (bytes: Buffer) => Buffer | null }[] = [
  { name: 'its first byte flipped', damage: (bytes) => flipped(bytes, 0) },
  { name: 'a byte in its middle flipped', damage: (bytes) => flipped(bytes, bytes.length >> 1) },
  { name: 'its last byte flipped', damage: (bytes) => flipped(bytes, bytes.length - 1) },
  { name: 'its end cut off', damage: (bytes) => bytes.subarray(0, bytes.length >> 1) },
  { name: 'its last byte cut off', damage: (bytes) => bytes.subarray(0, -1) },
  { name: 'nothing in it', damage: () => Buffer.alloc(0) },
  { name: 'a byte more', damage: (bytes) => Buffer.concat([bytes, Buffer.from('x')]) },
  { name: 'been deleted', damage: () => null },
]
