import { Readable } from 'node:stream'
import { Failure } from '../../../src/domain/failure.ts'
import type { Store } from '../../../src/ports/store.ts'

export type StoreCall = {
  /** Counts from 1 over all methods. */
  number: number
  method: 'list' | 'get' | 'stat' | 'versions' | 'put' | 'replace' | 'remove' | 'probe'
  /** The key or prefix; empty for `probe`. */
  key: string
}

/**
 * What happens at a call: `before` fails before the store is asked, `after` when the store has done it (a lost
 * response), `midway` breaks the body of a put or get after its first chunk.
 */
export type Fault = { when: 'before' | 'after' | 'midway'; failure: Error }

export interface FaultyStore extends Store {
  readonly calls: readonly StoreCall[]
}

/** Fails the n-th call to the store. */
export function failNth(n: number, when: Fault['when'] = 'before'): (call: StoreCall) => Fault | null {
  return (call) =>
    call.number === n
      ? { when, failure: new Failure('unavailable', `call ${n} (${call.method}) was made to fail`) }
      : null
}

/** A store whose calls fail where `fault` says so. */
export function faultyStore(store: Store, fault: (call: StoreCall) => Fault | null): FaultyStore {
  const calls: StoreCall[] = []

  function begin(method: StoreCall['method'], key: string): Fault | null {
    const call = { number: calls.length + 1, method, key }
    calls.push(call)
    return fault(call)
  }

  async function through<T>(planned: Fault | null, work: () => Promise<T>): Promise<T> {
    if (planned?.when === 'before') throw planned.failure
    const result = await work()
    if (planned?.when === 'after') throw planned.failure
    return result
  }

  return {
    name: store.name,
    kind: store.kind,
    ephemeral: store.ephemeral,
    calls,
    async *list(prefix, signal, options) {
      const planned = begin('list', prefix)
      if (planned?.when === 'before') throw planned.failure
      for await (const object of store.list(prefix, signal, options)) {
        yield object
        if (planned?.when === 'midway') throw planned.failure
      }
      if (planned !== null) throw planned.failure
    },
    get: async (key, options) => {
      const planned = begin('get', key)
      const body = await through(planned, () => store.get(key, options))
      return planned?.when === 'midway' && body !== null ? breaking(body, planned.failure) : body
    },
    stat: (key, signal) => through(begin('stat', key), () => store.stat(key, signal)),
    versions: (key, signal) => through(begin('versions', key), () => store.versions(key, signal)),
    put: async (key, body, options) => {
      const planned = begin('put', key)
      try {
        return await through(planned, () =>
          store.put(
            key,
            planned?.when === 'midway'
              ? breaking(body instanceof Readable ? body : Readable.from([body]), planned.failure)
              : body,
            options,
          ),
        )
      } catch (error) {
        if (body instanceof Readable) body.destroy()
        throw error
      }
    },
    replace: (key, body, signal) => through(begin('replace', key), () => store.replace(key, body, signal)),
    remove: (key, signal) => through(begin('remove', key), () => store.remove(key, signal)),
    probe: (signal) => through(begin('probe', ''), () => store.probe(signal)),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

/** The stream, broken after its first chunk. */
function breaking(body: Readable, failure: Error): Readable {
  return Readable.from(
    (async function* () {
      for await (const chunk of body) {
        yield chunk as Buffer
        throw failure
      }
      throw failure
    })(),
    { objectMode: false },
  )
}
