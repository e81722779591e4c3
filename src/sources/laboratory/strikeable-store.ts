import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { DrillStore } from '../../ports/laboratory.ts'
import type { Store } from '../../ports/store.ts'

/** A folder store that can be struck. @param inner the store in that folder, which is this laboratory's own */
export function strikeable(path: string, inner: Store): DrillStore {
  let isCut = false
  const demand = () => {
    if (isCut) throw new Failure('unavailable', `the store ${inner.name} does not answer`)
  }
  const store: Store = {
    name: inner.name,
    kind: inner.kind,
    ephemeral: inner.ephemeral,
    async *list(prefix, signal, options) {
      demand()
      yield* inner.list(prefix, signal, options)
    },
    get: async (key, options) => {
      demand()
      return inner.get(key, options)
    },
    stat: async (key, signal) => {
      demand()
      return inner.stat(key, signal)
    },
    versions: async (key, signal) => {
      demand()
      return inner.versions(key, signal)
    },
    put: async (key, body, options) => {
      demand()
      return inner.put(key, body, options)
    },
    replace: async (key, body, signal) => {
      demand()
      return inner.replace(key, body, signal)
    },
    remove: async (key, signal) => {
      demand()
      return inner.remove(key, signal)
    },
    probe: async (signal) => {
      demand()
      return inner.probe(signal)
    },
    [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
  }
  return {
    store,
    path,
    cut: () => {
      isCut = true
    },
    heal: () => {
      isCut = false
    },
    wipe: async () => {
      for (const name of await readdir(path)) await rm(join(path, name), { recursive: true, force: true })
    },
    damage: async (key) => {
      const file = await open(join(path, ...key.split('/')), 'r+')
      try {
        const { size } = await file.stat()
        const at = Math.floor(size / 2)
        const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
        await file.write(Buffer.from([(buffer[0] ?? 0) ^ 0xff]), 0, 1, at)
      } finally {
        await file.close()
      }
    },
  }
}
