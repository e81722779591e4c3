import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { launch } from '../servers/launch.ts'
import { noteNotReal } from '../servers/not-real.ts'
import { startSmallServer } from './small-server.ts'
import { findVersitygw } from './versitygw.ts'

const run = promisify(execFile)

/** An S3 server for tests, empty when it starts. */
export interface S3Server extends AsyncDisposable {
  /** `versitygw` is a real one; `small` is ours, used where no real one can be had. */
  kind: 'versitygw' | 'small'
  endpoint: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Makes a bucket, and gives its name. Versions only where the server is real. */
  bucket(name: string, options?: { versioned?: boolean; locked?: boolean }): Promise<string>
  /** Keys of multipart uploads that were neither completed nor aborted. */
  unfinished(bucket: string): Promise<string[]>
  /** A client with all rights, for what tests do behind a store's back. */
  client: S3Client
}

export interface RealS3Server extends S3Server {
  kind: 'versitygw'
  /** Makes an account without any rights but those of bucket policies. */
  account(name: string): Promise<{ accessKeyId: string; secretAccessKey: string }>
  policy(bucket: string, policy: object): Promise<void>
}

const region = 'us-east-1'
const root = { accessKeyId: 'lifeboat-test-root', secretAccessKey: 'lifeboat-test-root-secret' }

/** A real server where one can be had, else the small one; the last lines of the test run say so then. */
export async function startS3(): Promise<S3Server> {
  return (await startRealS3()) ?? startSmallS3()
}

/**
 * A real S3 server, or null where none can be had: then "not run for real: S3" is noted for the end of the test run.
 * @throws with CI=true, where a missing server is a failure
 */
export async function startRealS3(): Promise<RealS3Server | null> {
  const program = await findVersitygw()
  if (program === null) {
    await noteNotReal('S3 server', 'install Go, or put versitygw 1.8.0 on PATH')
    return null
  }
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-s3-'))
  for (const name of ['data', 'versions', 'iam']) await mkdir(join(folder, name))
  const server = await launch({
    name: 'versitygw',
    program,
    arguments: (port) => [
      '--port',
      `127.0.0.1:${port}`,
      '--quiet',
      '--health',
      '/health',
      '--region',
      region,
      '--iam-dir',
      join(folder, 'iam'),
      '--iam-cache-disable',
      'posix',
      '--versioning-dir',
      join(folder, 'versions'),
      join(folder, 'data'),
    ],
    environment: { ROOT_ACCESS_KEY: root.accessKeyId, ROOT_SECRET_KEY: root.secretAccessKey },
    isReady: async (endpoint) => (await fetch(`${endpoint}/health`)).ok,
  })
  const { endpoint } = server
  const common = commonParts(endpoint)
  const admin = [
    'admin',
    '--access',
    root.accessKeyId,
    '--secret',
    root.secretAccessKey,
    '--endpoint-url',
    endpoint,
  ]
  return {
    kind: 'versitygw',
    ...common,
    account: async (name) => {
      const account = { accessKeyId: name, secretAccessKey: `${name}-secret` }
      const { accessKeyId, secretAccessKey } = account
      await run(program, [...admin, 'create-user', '-a', accessKeyId, '-s', secretAccessKey, '-r', 'user'])
      return account
    },
    policy: async (Bucket, policy) => {
      await common.client.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify(policy) }))
    },
    [Symbol.asyncDispose]: async () => {
      common.client.destroy()
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startSmallS3(): Promise<S3Server> {
  const server = await startSmallServer({ accounts: [root] })
  const common = commonParts(server.endpoint)
  return {
    kind: 'small',
    ...common,
    unfinished: async () => server.uploads(),
    [Symbol.asyncDispose]: async () => {
      common.client.destroy()
      await server[Symbol.asyncDispose]()
    },
  }
}

function commonParts(endpoint: string) {
  const client = new S3Client({
    region,
    endpoint,
    credentials: root,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return {
    endpoint,
    region,
    ...root,
    client,
    bucket: async (Bucket: string, options: { versioned?: boolean; locked?: boolean } = {}) => {
      await client.send(
        new CreateBucketCommand({
          Bucket,
          ...(options.locked === true && { ObjectLockEnabledForBucket: true }),
        }),
      )
      if (options.versioned === true) {
        const VersioningConfiguration = { Status: 'Enabled' as const }
        await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }))
      }
      return Bucket
    },
    unfinished: async (Bucket: string) => {
      const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }))
      return Uploads.map(({ Key = '' }) => Key)
    },
  }
}
