import { afterAll } from 'vitest'
import { silentLog } from '../../src/ports/log.ts'
import { openGcsStore } from '../../src/stores/gcs.ts'
import { withRetry } from '../../src/stores/retry.ts'
import { storeContract, type StoreUnderTest } from '../contracts/store.ts'
import { type GcsServer, startFakeGcs } from '../support/gcs/start.ts'
import { impatientClock, systemRandom } from '../support/s3/store-options.ts'

const fake = await startFakeGcs()
afterAll(() => fake?.[Symbol.asyncDispose]())
// Without it, startFakeGcs has noted for the end of the run that GCS was not run for real.
for (const server of fake === null ? [] : [fake]) {
  storeContract('GCS, fake-gcs-server with versions', () => open(server, 'versioned', '', true))
  storeContract('GCS, fake-gcs-server with a prefix', () => open(server, 'plain', 'a/prefix/', false))
}

async function open(
  server: GcsServer,
  name: string,
  prefix: string,
  versioned: boolean,
): Promise<StoreUnderTest> {
  const patience = { clock: impatientClock(), random: systemRandom }
  const options = {
    name: 'bucket',
    bucket: await server.bucket(name, { versioned }),
    prefix,
    endpoint: server.endpoint,
    tokens: null,
    storageClass: null,
    lock: null,
    patience,
    log: silentLog,
  }
  const store = openGcsStore(options)
  const other = openGcsStore(options)
  return {
    store: withRetry(store, patience),
    other,
    versioned,
    // An unfinished upload is seen by nobody but whoever began it; the service forgets it after a week.
    leftovers: async () => [],
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      await other[Symbol.asyncDispose]()
    },
  }
}
