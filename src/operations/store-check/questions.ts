import { buffer } from 'node:stream/consumers'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Check } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'

/** Above every store's limit for a single put, so that it is sent in parts. */
const largeSize = 12 * 1024 * 1024

/** Puts the store's contract to a live store, one question a check. Each question stands alone. */
export async function askStore(
  store: Store,
  ports: Pick<Ports, 'clock' | 'random' | 'signal'>,
  record: (check: Check) => void,
): Promise<void> {
  const { clock, random, signal } = ports
  const folder = `leases/check-${Buffer.from(random.bytes(8)).toString('hex')}`
  const small = Buffer.from(random.bytes(1_000))
  const keys: string[] = []
  const key = (name: string) => {
    keys.push(`${folder}/${name}`)
    return `${folder}/${name}`
  }
  const ask = async (promise: string, question: () => Promise<string | null>): Promise<void> => {
    const startedAt = clock.ticks()
    const answer = await question().then(
      (broken) => (broken === null ? null : new Failure('integrity', broken)),
      (thrown: unknown) => {
        signal.throwIfAborted()
        return asFailure(thrown)
      },
    )
    const base = {
      rung: 'stored',
      name: `${store.name} ${promise}`,
      subjects: [],
      duration: clock.ticks() - startedAt,
    } as const
    if (answer === null) record({ ...base, status: 'passed', detail: 'as promised', failure: null })
    // A role that lacks a right is no fault of the store.
    else if (answer.kind === 'access')
      record({ ...base, status: 'skipped', detail: answer.message, failure: null })
    else {
      const { kind, message, hint } = answer
      record({
        ...base,
        status: 'failed',
        detail: message,
        failure: kind,
        ...(hint === undefined ? {} : { hint }),
      })
    }
  }

  try {
    const first = key('small')
    await ask('takes a new object', async () => {
      const stored = await store.put(first, small, { signal })
      return stored.size === small.length ? null : 'it reports another size than it was given'
    })
    await ask('gives back what it took', async () => {
      const body = await store.get(first, { signal })
      if (body === null) return 'the object that was just stored is not there'
      return (await buffer(body)).equals(small) ? null : 'the bytes are others than those stored'
    })
    await ask('gives back a part', async () => {
      const body = await store.get(first, { offset: 100, length: 200, signal })
      if (body === null) return 'the object that was just stored is not there'
      return (await buffer(body)).equals(small.subarray(100, 300))
        ? null
        : 'the part is another than asked for'
    })
    await ask('lists what it took', async () => {
      for await (const object of store.list(`${folder}/`, signal)) if (object.key === first) return null
      return 'the object that was just stored is not listed'
    })
    await ask('says that what is not there is not there', async () => {
      const absent = `${folder}/absent`
      const [body, stat] = await Promise.all([store.get(absent, { signal }), store.stat(absent, signal)])
      body?.destroy()
      return body === null && stat === null ? null : 'it has an object that nobody stored'
    })
    await ask('takes and gives back an object in parts', async () => {
      const large = Buffer.alloc(largeSize, small)
      const place = key('large')
      await store.put(place, large, { signal, atMost: large.length })
      const body = await store.get(place, { signal })
      if (body === null) return 'the object that was just stored is not there'
      return (await buffer(body)).equals(large) ? null : 'the bytes are others than those stored'
    })
  } finally {
    // Whoever may not delete leaves two objects in a place where no backup is looked for.
    for (const each of keys) await store.remove(each).catch(() => undefined)
  }
}
