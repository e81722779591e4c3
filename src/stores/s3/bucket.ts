import { createHash } from 'node:crypto'
import type * as Sdk from '@aws-sdk/client-s3'
import { cancelledBy } from '../cancelled.ts'
import { answeredInTime } from '../web/answer-limit.ts'
import { s3Failure } from './errors.ts'
import type { S3StoreOptions } from './options.ts'

/** A bucket, as the parts of the S3 store see it: commands in, answers or Failures out. */
export interface Bucket extends Disposable {
  readonly sdk: typeof Sdk
  readonly options: S3StoreOptions
  /** False once the service was seen not to honour the condition of a put; then it is asked before each put. */
  honoursConditions: boolean
  /** `the S3 store r2` */
  readonly where: string
  /** Bucket and full key of an object of this store. */
  place(key: string): { Bucket: string; Key: string }
  /** One request, not repeated. @throws Failure */
  request<T>(ask: Ask, send: Send<T>): Promise<T>
  /** What every new object is asked to be encrypted with. */
  readonly encryption: Encryption
  /** The headers that protect a body on its way. */
  digests(bytes: Buffer): { ContentMD5: string } | { ChecksumSHA256: string }
}

export interface Encryption {
  ServerSideEncryption?: 'AES256' | 'aws:kms'
  SSEKMSKeyId?: string
}

export type Send<T> = (client: Sdk.S3Client, options: { abortSignal?: AbortSignal }) => Promise<T>

export interface Ask {
  permission: string
  conditional?: boolean
  /** What is sent, or put together by the service, may be large: the answer may take minutes. */
  large?: boolean
  signal?: AbortSignal | undefined
}

/** Connections that carry nothing for this long are given up. Completing a large upload may take minutes. */
const idleMilliseconds = 180_000
const connectMilliseconds = 15_000

/** Loads the SDK, which is large, only here. */
export async function openBucket(options: S3StoreOptions): Promise<Bucket> {
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    region: options.region,
    ...(options.endpoint !== null && { endpoint: options.endpoint }),
    forcePathStyle: options.pathStyle,
    ...(options.credentials !== null && { credentials: options.credentials }),
    // We repeat requests ourselves: only those that may be repeated, at the pace of our own clock.
    maxAttempts: 1,
    // The SDK's newer checksums are unknown to many services. Bodies carry ours; see S3StoreOptions.checksum.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Not every service answers `100 Continue`, and the SDK would wait for it.
    expectContinueHeader: false,
    requestHandler: {
      connectionTimeout: connectMilliseconds,
      socketTimeout: idleMilliseconds,
      httpAgent: { keepAlive: true, maxSockets: 64 },
      httpsAgent: { keepAlive: true, maxSockets: 64 },
    },
  })
  const where = `the S3 store ${options.name}`
  return {
    sdk,
    options,
    // B2 answers the condition of a put with "not implemented".
    honoursConditions: options.service !== 'b2',
    where,
    encryption: {
      ...(options.sse !== null && { ServerSideEncryption: options.sse }),
      ...(options.kmsKeyId !== null && { SSEKMSKeyId: options.kmsKeyId }),
    },
    place: (key) => ({ Bucket: options.bucket, Key: options.prefix + key }),
    request: async (ask, send) => {
      try {
        ask.signal?.throwIfAborted()
        return await (ask.large === true
          ? send(client, ask.signal ? { abortSignal: ask.signal } : {})
          : answeredInTime((abortSignal) => send(client, { abortSignal }), ask.signal))
      } catch (error) {
        throw cancelledBy(ask.signal, error) ?? s3Failure(error, { ...ask, where, bucket: options.bucket })
      }
    },
    digests: (bytes) =>
      options.checksum === 'md5'
        ? { ContentMD5: createHash('md5').update(bytes).digest('base64') }
        : { ChecksumSHA256: createHash('sha256').update(bytes).digest('base64') },
    [Symbol.dispose]: () => client.destroy(),
  }
}
