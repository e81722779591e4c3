import type { Store } from '../../src/ports/store.ts'
import { storeContract } from '../contracts/store.ts'
import { faultyStore } from '../support/doubles/faulty-store.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'

// The doubles must be as good as the real ones, or tests that use them prove nothing.

storeContract('memory', async () => underTest(memoryStore()))

storeContract('memory with versions', async () => ({
  ...underTest(memoryStore({ versioned: true })),
  versioned: true,
}))

storeContract(
  'memory that ignores conditions',
  async () => underTest(memoryStore({ ignoresConditions: true })),
  { writeOnce: false },
)

storeContract('faulty without a fault', async () => underTest(faultyStore(memoryStore(), () => null)))

function underTest(store: Store) {
  return {
    store,
    other: store,
    leftovers: async () => [],
    // It keeps all that it is given; only the real ones are bounded.
    memoryBound: Number.POSITIVE_INFINITY,
    [Symbol.asyncDispose]: async () => undefined,
  }
}
