import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { link, lstat, mkdir, open, realpath, rename, stat as statPath, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { Failure } from '../domain/failure.ts'
import type { Bytes } from '../domain/units.ts'
import type { GetOptions, PutOptions, Store, StoreAbilities, StoredObject } from '../ports/store.ts'
import { abortable, cancelledBy } from './cancelled.ts'
import { checkKey, checkMutable, checkPrefix, randomName } from './keys.ts'
import { errorCode, fileFailure, ignoreAbsent, isAbsent, linkFailure } from './local/errors.ts'
import { makeFolders, removeEmptyFolders, sweep, syncFolder } from './local/folders.ts'
import { readFrom } from './local/read.ts'
import { temporaryFolder, walk } from './local/walk.ts'

export interface LocalStoreOptions {
  name: string
  /** A folder; made by the first put when it is not there. */
  path: string
  /** Goes away with the machine. */
  ephemeral: boolean
}

/** The name of the one version that a folder keeps. */
const currentVersion = 'current'

/** A store in a folder of this machine, or of one that is mounted here. */
export async function openLocalStore(options: LocalStoreOptions): Promise<Store> {
  const root = resolve(options.path)
  const describe = `the local store ${options.name}`
  let swept = false

  /** The path of a key, made sure to lie inside the root: no folder on the way may be a symbolic link. */
  async function locate(key: string): Promise<string | null> {
    checkKey(key)
    if (key === temporaryFolder || key.startsWith(`${temporaryFolder}/`)) {
      throw new Failure('bug', `${key} is reserved for unfinished objects`)
    }
    const path = join(root, ...key.split('/'))
    let real: string
    try {
      real = join(await realpath(dirname(path)), key.slice(key.lastIndexOf('/') + 1))
      if (real !== join(await realpath(root), ...key.split('/'))) throw escape(key)
    } catch (error) {
      if (isAbsent(error)) return null
      throw fileFailure(error, describe)
    }
    return real
  }

  function escape(key: string): Failure {
    return new Failure('refused', `${describe}: a folder of ${key} is a symbolic link`, {
      hint: 'Replace the link by a real folder; links could lead outside of the store.',
    })
  }

  async function temporary(): Promise<string> {
    const folder = join(root, temporaryFolder)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (!(await lstat(folder)).isDirectory()) throw escape(temporaryFolder)
    if (!swept) {
      swept = true
      await sweep(folder)
    }
    return join(folder, randomName(randomBytes(12)))
  }

  /** Writes the bytes to a file of their own, durably, and gives its path. Nothing stays behind when it throws. */
  async function write(
    body: Readable | Uint8Array,
    signal?: AbortSignal,
  ): Promise<{ path: string; size: Bytes }> {
    const path = await temporary()
    try {
      const file = await open(path, 'wx', 0o600)
      try {
        await file.writeFile(body instanceof Uint8Array ? body : abortable(body, signal))
        await file.sync()
        return { path, size: (await file.stat()).size }
      } finally {
        await file.close()
      }
    } catch (error) {
      await unlink(path).catch(ignoreAbsent)
      throw error
    }
  }

  async function place(temporaryPath: string, key: string, how: 'link' | 'rename'): Promise<Stats> {
    for (let attempt = 1; ; attempt += 1) {
      await makeFolders(root, key)
      try {
        const target = await locate(key)
        if (target === null) throw Object.assign(new Error('no folder'), { code: 'ENOENT' })
        await (how === 'link' ? link(temporaryPath, target) : rename(temporaryPath, target))
        await syncFolder(dirname(target))
        return await statPath(target)
      } catch (error) {
        // Somebody who removed the folder's last object has removed the folder between our two steps.
        if (errorCode(error) !== 'ENOENT' || attempt === 5) throw error
      }
    }
  }

  async function put(
    key: string,
    body: Readable | Uint8Array,
    { signal }: PutOptions = {},
  ): Promise<StoredObject> {
    try {
      signal?.throwIfAborted()
      const target = await locate(key)
      if (target !== null && (await exists(target))) throw occupied(key)
      const written = await write(body, signal)
      try {
        signal?.throwIfAborted()
        const { mtimeMs } = await place(written.path, key, 'link')
        return { key, size: written.size, modifiedAt: Math.trunc(mtimeMs) }
      } catch (error) {
        throw errorCode(error) === 'EEXIST' ? occupied(key) : linkFailure(error, describe)
      } finally {
        await unlink(written.path).catch(ignoreAbsent)
      }
    } catch (error) {
      // Whoever fills the body must learn that nobody reads it any more.
      if (body instanceof Readable) body.destroy()
      throw cancelledBy(signal, error) ?? fileFailure(error, describe)
    }
  }

  function occupied(key: string): Failure {
    return new Failure('refused', `${describe}: ${key} exists already`)
  }

  async function get(
    key: string,
    { offset = 0, length, version, signal }: GetOptions = {},
  ): Promise<Readable | null> {
    try {
      signal?.throwIfAborted()
      const path = await locate(key)
      if (path === null || (version !== undefined && version !== currentVersion)) return null
      const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
      if (!(await file.stat()).isFile()) {
        await file.close()
        return null
      }
      return readFrom(file, offset, length ?? Number.POSITIVE_INFINITY, describe, signal)
    } catch (error) {
      if (isAbsent(error) || errorCode(error) === 'ELOOP') return null
      throw cancelledBy(signal, error) ?? fileFailure(error, describe)
    }
  }

  async function stat(key: string, signal?: AbortSignal): Promise<StoredObject | null> {
    try {
      signal?.throwIfAborted()
      const path = await locate(key)
      if (path === null) return null
      const found = await lstat(path)
      return found.isFile() ? { key, size: found.size, modifiedAt: Math.trunc(found.mtimeMs) } : null
    } catch (error) {
      if (isAbsent(error)) return null
      throw cancelledBy(signal, error) ?? fileFailure(error, describe)
    }
  }

  async function* list(prefix: string, signal?: AbortSignal): AsyncIterable<StoredObject> {
    checkPrefix(prefix)
    try {
      if (prefix !== '' && (await locate(`${prefix}x`)) === null) return
      yield* walk(root, prefix, signal)
    } catch (error) {
      throw cancelledBy(signal, error) ?? fileFailure(error, describe)
    }
  }

  async function replace(key: string, body: Uint8Array, signal?: AbortSignal): Promise<StoredObject> {
    checkMutable(key)
    try {
      signal?.throwIfAborted()
      const written = await write(body, signal)
      try {
        const { mtimeMs } = await place(written.path, key, 'rename')
        return { key, size: written.size, modifiedAt: Math.trunc(mtimeMs) }
      } finally {
        await unlink(written.path).catch(ignoreAbsent)
      }
    } catch (error) {
      throw cancelledBy(signal, error) ?? fileFailure(error, describe)
    }
  }

  async function remove(key: string, signal?: AbortSignal): Promise<void> {
    try {
      signal?.throwIfAborted()
      const path = await locate(key)
      if (path === null) return
      await unlink(path).catch(ignoreAbsent)
      await removeEmptyFolders(root, key)
    } catch (error) {
      throw cancelledBy(signal, error) ?? fileFailure(error, describe)
    }
  }

  async function probe(signal?: AbortSignal): Promise<StoreAbilities> {
    const key = `leases/probe-${randomName(randomBytes(8))}`
    const bytes = Buffer.from('probe\n')
    await put(key, bytes, signal ? { signal } : {})
    const tried = async (work: () => Promise<unknown>) => {
      try {
        await work()
        return true
      } catch (error) {
        if (error instanceof Failure && (error.kind === 'refused' || error.kind === 'access')) return false
        throw error
      }
    }
    const overwritten = await tried(() => put(key, bytes, signal ? { signal } : {}))
    const mayOverwrite = await tried(() => replace(key, bytes, signal))
    const mayDelete = await tried(() => remove(key, signal))
    return { writeOnce: !overwritten, mayOverwrite, mayDelete, versioned: false }
  }

  return {
    name: options.name,
    kind: 'local',
    ephemeral: options.ephemeral,
    list,
    get,
    stat,
    versions: async (key, signal) => {
      const found = await stat(key, signal)
      return found === null ? [] : [{ ...found, version: currentVersion }]
    },
    put,
    replace,
    remove,
    probe,
    [Symbol.asyncDispose]: async () => undefined,
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}
