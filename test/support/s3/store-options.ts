import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock, Random } from '../../../src/ports/clock.ts'
import { silentLog } from '../../../src/ports/log.ts'
import type { S3StoreOptions } from '../../../src/stores/s3.ts'

/** Real time, but no waiting: pauses are counted, not slept. */
export function impatientClock(): Clock & { pauses: number[] } {
  const pauses: number[] = []
  return {
    pauses,
    now: () => Date.now(),
    ticks: () => performance.now(),
    every: () => ({ [Symbol.dispose]: () => undefined }),
    sleep: async (span, signal) => {
      signal?.throwIfAborted()
      pauses.push(span)
      await nextTurn()
      signal?.throwIfAborted()
    },
  }
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count) }

/** Options of an S3 store for a server of these tests. */
export function storeOptions(
  server: { endpoint: string; accessKeyId: string; secretAccessKey: string },
  bucket: string,
  more: Partial<S3StoreOptions> = {},
): S3StoreOptions {
  const { endpoint, accessKeyId, secretAccessKey } = server
  return {
    name: 'bucket',
    bucket,
    prefix: '',
    region: 'us-east-1',
    endpoint,
    pathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    checksum: 'md5',
    service: 'other',
    storageClass: null,
    sse: null,
    kmsKeyId: null,
    lock: null,
    patience: { clock: impatientClock(), random: systemRandom },
    log: silentLog,
    ...more,
  }
}
