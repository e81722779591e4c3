import { afterAll } from 'vitest'
import { openS3Store, type S3StoreOptions } from '../../src/stores/s3.ts'
import { withRetry } from '../../src/stores/retry.ts'
import { storeContract, type StoreUnderTest } from '../contracts/store.ts'
import { startSmallServer, type SmallServerOptions } from '../support/s3/small-server.ts'
import { type RealS3Server, startRealS3 } from '../support/s3/start.ts'
import { storeOptions } from '../support/s3/store-options.ts'

const account = { accessKeyId: 'small-test', secretAccessKey: 'small-test-secret' }

// The small server runs on every machine, so that its checks are never the only ones that were not tried.
storeContract('S3, small server with versions', () => small({ versioned: true }))
storeContract(
  'S3, small server that ignores conditions and knows no versions',
  () => small({ ignoresConditions: true, withoutVersions: true }),
  { writeOnce: false },
)

const real = await startRealS3()
afterAll(() => real?.[Symbol.asyncDispose]())
// Without a real server startRealS3 has noted for the end of the run that nothing was run for real.
for (const [name, open] of real === null ? [] : onReal(real)) storeContract(`S3, versitygw ${name}`, open)

function onReal(server: RealS3Server): [string, () => Promise<StoreUnderTest>][] {
  const open = async (name: string, more: Partial<S3StoreOptions>, versioned = false) => {
    const bucket = await server.bucket(name, { versioned })
    const options = storeOptions(server, bucket, more)
    const store = withRetry(await openS3Store(options), options.patience)
    const other = await openS3Store(options)
    return {
      store,
      other,
      leftovers: () => server.unfinished(bucket),
      versioned,
      [Symbol.asyncDispose]: async () => {
        await store[Symbol.asyncDispose]()
        await other[Symbol.asyncDispose]()
      },
    }
  }
  return [
    ['with versions, Content-MD5', () => open('contract-versioned', { checksum: 'md5' }, true)],
    [
      'with SHA-256 checksums and a prefix',
      () => open('contract', { checksum: 'sha256', prefix: 'a/prefix/' }),
    ],
  ]
}

async function small(options: Omit<SmallServerOptions, 'accounts'>): Promise<StoreUnderTest> {
  const server = await startSmallServer({ ...options, accounts: [account] })
  const parts = storeOptions({ endpoint: server.endpoint, ...account }, server.bucket('contract'))
  const store = await openS3Store(parts)
  const other = await openS3Store(parts)
  return {
    store,
    other,
    leftovers: async () => server.uploads(),
    versioned: options.versioned ?? false,
    // The server keeps its objects in the memory of this very process.
    memoryBound: Number.POSITIVE_INFINITY,
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      await other[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}
