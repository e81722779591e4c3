import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import {
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3'
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
    await noteNotReal()
    return null
  }
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-s3-'))
  for (const name of ['data', 'versions', 'iam']) await mkdir(join(folder, name))
  const { process: server, endpoint } = await launch(program, folder)
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
      await stop(server)
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

async function launch(program: string, folder: string): Promise<{ process: ChildProcess; endpoint: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const server = spawn(
      program,
      [
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
      {
        env: { ROOT_ACCESS_KEY: root.accessKeyId, ROOT_SECRET_KEY: root.secretAccessKey },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + String(chunk)).slice(-4_000)
    })
    // A test run that is ended early must not leave servers behind.
    const end = () => server.kill('SIGKILL')
    process.once('exit', end)
    server.once('exit', () => process.removeListener('exit', end))
    const endpoint = `http://127.0.0.1:${port}`
    if (await answers(server, endpoint)) return { process: server, endpoint }
    await stop(server)
    // Somebody else may have taken the port in between.
    if (attempt === 3) throw new Error(`versitygw does not start: ${said}`)
  }
}

async function answers(server: ChildProcess, endpoint: string): Promise<boolean> {
  for (let waited = 0; waited < 15_000 && server.exitCode === null; waited += 50) {
    const response = await fetch(`${endpoint}/health`).catch(() => null)
    if (response?.ok === true) return true
    await sleep(50)
  }
  return false
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function noteNotReal(): Promise<void> {
  if (process.env['CI'] === 'true') {
    throw new Error(
      'There is no real S3 server for the tests. Install Go, or put versitygw 1.8.0 on PATH, and run them again.',
    )
  }
  const file = process.env['LIFEBOAT_NOT_REAL']
  if (file === undefined || file === '') return
  const line =
    'not run for real: S3 (install Go, or put versitygw on PATH, to run these tests against a real server)\n'
  const noted = await readFile(file, 'utf8').catch(() => '')
  if (!noted.includes(line)) await appendFile(file, line)
}
