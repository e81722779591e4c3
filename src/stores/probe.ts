import { Failure } from '../domain/failure.ts'
import type { Random } from '../ports/clock.ts'
import type { StoreAbilities } from '../ports/store.ts'
import { randomName } from './keys.ts'

/** What a probe stores. */
export const probeText = Buffer.from('Lifeboat asks with this object what the store enforces.\n')

/**
 * The key is the same each time, since credentials that may not delete would otherwise leave one more object with every
 * backup. It lies outside of the environments' own `leases/`, which writers may change: what is allowed here is what is
 * allowed for backups.
 */
export const probeKey = 'leases/probe-write-once'

/** Single requests, not repeated. A conditional put of a key that exists must end as `refused`. */
export interface ProbeRequests {
  random: Random
  put(key: string, conditional: boolean): Promise<void>
  remove(key: string): Promise<void>
  isDenied(error: unknown): boolean
  deniedFailure(): Failure
}

/** Finds out what a bucket and these credentials allow, by trying. For services that know the condition of a put. */
export async function probeByTrying(
  requests: ProbeRequests,
): Promise<Pick<StoreAbilities, 'writeOnce' | 'mayOverwrite' | 'mayDelete'>> {
  const first = await tryPut(requests, probeKey, true)
  if (first === 'denied') throw requests.deniedFailure()
  const writeOnce = first === 'refused' || (await refusesToOverwrite(requests))
  const mayOverwrite = (await tryPut(requests, probeKey, false)) === 'made'
  return { writeOnce, mayOverwrite, mayDelete: await tryRemove(requests, probeKey) }
}

type Outcome = 'made' | 'refused' | 'denied'

async function tryPut(requests: ProbeRequests, key: string, conditional: boolean): Promise<Outcome> {
  try {
    await requests.put(key, conditional)
    return 'made'
  } catch (error) {
    if (error instanceof Failure && error.kind === 'refused') return 'refused'
    if (requests.isDenied(error)) return 'denied'
    throw error
  }
}

/**
 * The probe's object was new, so putting it again must be refused. If it was not, another run's probe may have removed
 * it in between: a key of our own gives the answer then. Some services deny rather than refuse what may only be made new.
 */
async function refusesToOverwrite(requests: ProbeRequests): Promise<boolean> {
  if ((await tryPut(requests, probeKey, true)) !== 'made') return true
  const own = `leases/probe-${randomName(requests.random.bytes(8))}`
  await tryPut(requests, own, true)
  const refuses = (await tryPut(requests, own, true)) !== 'made'
  await tryRemove(requests, own)
  return refuses
}

async function tryRemove(requests: ProbeRequests, key: string): Promise<boolean> {
  try {
    await requests.remove(key)
    return true
  } catch (error) {
    if (error instanceof Failure && ['access', 'refused'].includes(error.kind)) return false
    throw error
  }
}
