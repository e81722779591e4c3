import { afterAll } from 'vitest'
import { silentLog } from '../../src/ports/log.ts'
import { openAzureStore } from '../../src/stores/azure.ts'
import { sharedKey } from '../../src/stores/azure/authorization.ts'
import { withRetry } from '../../src/stores/retry.ts'
import { storeContract, type StoreUnderTest } from '../contracts/store.ts'
import { type AzureServer, startAzurite } from '../support/azure/start.ts'
import { impatientClock, systemRandom } from '../support/s3/store-options.ts'

const azurite = await startAzurite()
afterAll(() => azurite?.[Symbol.asyncDispose]())
// Without it, startAzurite has noted for the end of the run that Azure was not run for real.
for (const server of azurite === null ? [] : [azurite]) {
  for (const prefix of ['', 'a/prefix/']) {
    storeContract(`Azure, Azurite, prefix ${JSON.stringify(prefix)}`, () => open(server, prefix))
  }
}

async function open(server: AzureServer, prefix: string): Promise<StoreUnderTest> {
  const { endpoint, account, accountKey } = server
  const patience = { clock: impatientClock(), random: systemRandom }
  const options = {
    name: 'container',
    container: await server.container(prefix === '' ? 'contract' : 'contract-prefix'),
    prefix,
    endpoint,
    authorization: sharedKey(account, Buffer.from(accountKey, 'base64')),
    accessTier: null,
    lock: null,
    patience,
    log: silentLog,
  }
  const store = openAzureStore(options)
  const other = openAzureStore(options)
  return {
    store: withRetry(store, patience),
    other,
    // Blocks that became no object are invisible; the service drops them after a week, and has no request for it.
    leftovers: async () => [],
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      await other[Symbol.asyncDispose]()
    },
  }
}
