import { type Failure, asFailure } from '../domain/failure.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { inEachStore, throwIfCancelled } from './copies.ts'
import { markerKey, rootRecoveryKey } from './layout.ts'
import { rootRecoveryGuide } from './root-recovery-guide.ts'

/**
 * Sees to it that each store says what it is and how to recover without Lifeboat. Both objects are written once; what
 * stands there already is never replaced, whatever its text, since an older Lifeboat's is true as well.
 * @returns why a store did not take them, by its name; the backup itself may still succeed there
 */
export async function markStores(
  stores: readonly Store[],
  context: { log: Log; signal: AbortSignal },
): Promise<Map<string, Failure>> {
  const failures = await inEachStore(stores, async (store) => {
    await putUnlessThere(store, markerKey, marker, context.signal)
    await putUnlessThere(store, rootRecoveryKey, rootRecoveryGuide(), context.signal)
  })
  throwIfCancelled(context.signal)
  for (const [store, failure] of failures) {
    context.log.warning(`store ${store} could not be marked: ${failure.message}`)
  }
  return failures
}

const marker = `${JSON.stringify(
  {
    lifeboat: 1,
    about: 'Backups made by Lifeboat. RECOVERY.md beside this file says how to recover without it.',
  },
  null,
  2,
)}\n`

async function putUnlessThere(store: Store, key: string, text: string, signal: AbortSignal): Promise<void> {
  // Asked first, since not every store can refuse to overwrite.
  if ((await store.stat(key, signal)) !== null) return
  try {
    await store.put(key, Buffer.from(text), { signal })
  } catch (error) {
    if (asFailure(error).kind !== 'refused') throw error
  }
}
