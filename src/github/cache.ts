import type { Log } from '../ports/log.ts'
import type { RunnerTokens } from './runner-tokens.ts'

/** Keeps files between runs. It saves time and nothing else: a cache that fails is a warning. */
export interface FolderCache {
  /** Where files are gathered that are to be kept: the same folder in every run. */
  readonly folder: string
  /** Brings back what was saved under the key; false when there is nothing. */
  restore(paths: readonly string[], key: string): Promise<boolean>
  save(paths: readonly string[], key: string): Promise<void>
}

export interface CacheOptions {
  folder: string
  tokens: RunnerTokens
  log: Log
  signal: AbortSignal
}

/** GitHub's cache. Its library is loaded by the first call, since most runs need none. */
export function createCache({ folder, tokens, log, signal }: CacheOptions): FolderCache {
  const attempt = async <T>(otherwise: T, words: string, work: (cache: Library) => Promise<T>) => {
    signal.throwIfAborted()
    try {
      const done = tokens.lend(async () => {
        const cache = await import('@actions/cache')
        return cache.isFeatureAvailable() ? work(cache) : otherwise
      })
      return await unlessAborted(done, signal)
    } catch (thrown) {
      signal.throwIfAborted()
      log.debug(String(thrown instanceof Error ? thrown.stack : thrown))
      log.warning(`the cache could not be ${words}; the run goes on without it`)
      return otherwise
    }
  }
  return {
    folder,
    restore: (paths, key) =>
      attempt(false, 'read', async ({ restoreCache }) => {
        const found = await restoreCache([...paths], key)
        return found !== undefined
      }),
    save: (paths, key) =>
      attempt(undefined, 'written', async ({ saveCache }) => {
        await saveCache([...paths], key)
      }),
  }
}

type Library = typeof import('@actions/cache')

/** The library knows no signal; who is cancelled does not wait for it. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
