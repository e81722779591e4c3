import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Failure } from '../domain/failure.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { ListOptions, Store, StoredObject } from '../ports/store.ts'
import { isEnough, isUnavailable, patiently, pause, type Patience } from './backoff.ts'

/** A service that is silent is not waited for twice: what it has, another store may have too. */
const patienceWithSilence: Milliseconds = 10_000

/**
 * A store whose calls are tried again while it is unavailable. Only calls that may be made twice are: opening, asking,
 * listing, replacing a lease, removing, and storing bytes that are at hand. The body of a stream is gone once it has
 * been read, so `put` of a stream is up to the store, which can send its parts again; `probe` is made of calls whose
 * first answer counts.
 */
export function withRetry(store: Store, patience: Patience): Store {
  const brief = { ...patience, within: patienceWithSilence }
  const again = <T>(work: () => Promise<T>, signal?: AbortSignal) => patiently(brief, work, signal)
  return {
    name: store.name,
    kind: store.kind,
    ephemeral: store.ephemeral,
    list: (prefix, signal, options) => listOn(store, prefix, brief, signal, options),
    get: (key, options) => again(() => store.get(key, options), options?.signal),
    stat: (key, signal) => again(() => store.stat(key, signal), signal),
    versions: (key, signal) => again(() => store.versions(key, signal), signal),
    put: (key, body, options) => {
      if (!(body instanceof Uint8Array)) return store.put(key, body, options)
      return patiently(
        patience,
        async (earlier) => {
          try {
            return await store.put(key, body, options)
          } catch (error) {
            const own =
              earlier > 0 && isRefused(error) ? await ownObject(store, key, body, options?.signal) : null
            if (own !== null) return own
            throw error
          }
        },
        options?.signal,
      )
    },
    replace: (key, body, signal) => again(() => store.replace(key, body, signal), signal),
    remove: (key, signal) => again(() => store.remove(key, signal), signal),
    probe: (signal) => store.probe(signal),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

/**
 * A list that broke goes on behind the last key that it gave, which the order of keys makes possible. The count of
 * attempts starts anew with every object, so that a long list over a bad line comes to its end.
 */
async function* listOn(
  store: Store,
  prefix: string,
  patience: Patience,
  signal: AbortSignal | undefined,
  options: ListOptions | undefined,
): AsyncIterable<StoredObject> {
  let last: string | null = null
  let failed = 0
  let since = patience.clock.ticks()
  for (;;) {
    try {
      for await (const object of store.list(prefix, signal, options)) {
        if (last !== null && object.key <= last) continue
        last = object.key
        failed = 0
        yield object
        since = patience.clock.ticks()
      }
      return
    } catch (error) {
      failed += 1
      if (!isUnavailable(error) || isEnough(patience, failed, since)) throw error
      await pause(patience, failed - 1, signal)
    }
  }
}

/**
 * The object under the key if it holds the very bytes that we tried to put: an earlier attempt of ours was carried out
 * and only its answer was lost. Bytes that somebody else put there are then the same bytes, so nobody loses anything.
 */
async function ownObject(
  store: Store,
  key: string,
  body: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<StoredObject | null> {
  try {
    const found = await store.stat(key, signal)
    if (found?.size !== body.byteLength) return null
    const stored = await store.get(key, signal ? { signal } : {})
    if (stored === null) return null
    return (await digest(stored)) === createHash('sha256').update(body).digest('hex') ? found : null
  } catch (error) {
    // Without the right to read, the refusal stands: we cannot tell whose object it is.
    if (error instanceof Failure && error.kind === 'access') return null
    throw error
  }
}

async function digest(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

function isRefused(error: unknown): boolean {
  return error instanceof Failure && error.kind === 'refused'
}
