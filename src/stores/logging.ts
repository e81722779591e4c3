import { asFailure } from '../domain/failure.ts'
import { type Bytes, formatBytes, formatDuration } from '../domain/units.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'

/** A store that says in debug lines what it was asked, how much that was, how long it took, and how it ended. */
export function withLogging(store: Store, log: Log, clock: Clock): Store {
  async function told<T>(
    operation: string,
    key: string,
    work: () => Promise<T>,
    sizeOf: (result: T) => Bytes | null = () => null,
  ): Promise<T> {
    const began = clock.ticks()
    const say = (how: string) =>
      log.debug(
        `store ${store.name}: ${operation} ${key === '' ? '(everything)' : key}: ${how}, ${formatDuration(clock.ticks() - began)}`,
      )
    try {
      const result = await work()
      const size = sizeOf(result)
      say(size === null ? 'done' : formatBytes(size))
      return result
    } catch (error) {
      say(asFailure(error).kind)
      throw error
    }
  }

  return {
    ...store,
    list: (prefix, signal, options) => listed(store.list(prefix, signal, options), prefix),
    get: async (key, options) => {
      const began = clock.ticks()
      const body = await told('open', key, () => store.get(key, options))
      body?.once('close', () =>
        log.debug(
          `store ${store.name}: closed ${key}: ${formatDuration(clock.ticks() - began)} after its opening`,
        ),
      )
      return body
    },
    stat: (key, signal) =>
      told(
        'stat',
        key,
        () => store.stat(key, signal),
        (found) => found?.size ?? null,
      ),
    versions: (key, signal) => told('versions', key, () => store.versions(key, signal)),
    put: (key, body, options) =>
      told(
        'put',
        key,
        () => store.put(key, body, options),
        ({ size }) => size,
      ),
    replace: (key, body, signal) =>
      told(
        'replace',
        key,
        () => store.replace(key, body, signal),
        ({ size }) => size,
      ),
    remove: (key, signal) => told('remove', key, () => store.remove(key, signal)),
    probe: (signal) => told('probe', 'leases/', () => store.probe(signal)),
  }

  async function* listed(objects: ReturnType<Store['list']>, prefix: string) {
    const began = clock.ticks()
    let count = 0
    try {
      for await (const object of objects) {
        count += 1
        yield object
      }
    } finally {
      log.debug(
        `store ${store.name}: list ${prefix === '' ? '(everything)' : prefix}: ${count} objects, ${formatDuration(clock.ticks() - began)}`,
      )
    }
  }
}
