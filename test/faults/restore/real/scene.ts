import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { ListObjectsV2Command, GetObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import type { Report } from '../../../../src/domain/report.ts'
import { commandLine } from '../../../cli/command-line.ts'
import { createWorkspace, type Workspace } from '../../../e2e/workspace.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'
import { type S3Server, startS3 } from '../../../support/s3/start.ts'

/** One environment, two buckets on a real S3 server, and two backups of a database on a real PostgreSQL server. */
export interface Scene extends AsyncDisposable {
  server: TestServer
  s3: S3Server
  workspace: Workspace
  /** The newest last. */
  ids: [older: string, newest: string]
  run(verb: string, words?: readonly string[], variables?: Record<string, string>): Promise<Ran>
  /** The same, while it runs. */
  start(verb: string, words?: readonly string[], variables?: Record<string, string>): Running
  /** What the database in use holds, as text that differs when anything in it does. */
  inUse(): string
  /** Rows of the orders in a restored database. */
  orders(database: string): number
  /** Every object of a bucket but leases and the ledger's events, with a digest of its bytes. */
  objects(bucket: string): Promise<Map<string, string>>
  databases(): string[]
}

export interface Running {
  /** Resolves once its log holds the text. @throws when it ends before that */
  says(text: string): Promise<void>
  ended: Promise<Ran>
}

export interface Ran {
  code: number | null
  report: Report
  stderr: string
  /** Exit code and messages; seen in a failed expectation. */
  said: string
  /** What the person at the keyboard is told besides the verdict, in one text. */
  told: string
}

export interface SceneOptions {
  /** A server of the caller’s, which stays open. */
  s3?: S3Server
  /** Where the database lies, if not with the others: a folder that the server may write to. */
  tablespace?: string
}

export const ordersInNewest = 30_001
export const ordersInOlder = 30_000

export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  await using opened = new AsyncDisposableStack()
  const server = opened.use(await startServer({ major: (await testMajors()).at(-1) ?? 17 }))
  const s3 = options.s3 ?? opened.use(await startS3())
  for (const bucket of ['primary', 'second']) await s3.bucket(bucket)
  const { tablespace } = options
  if (tablespace !== undefined) server.psql(`create tablespace small location '${tablespace}'`)
  server.psql(`create database shop ${tablespace === undefined ? '' : 'tablespace small'}`)
  // Noise, so that the artifact of the orders is large enough to be cut in its middle: about 2 MiB however it is compressed, so
  // that it lies in no pack, which begins at 1 MiB.
  server.psql(
    `create schema shop;
     create table shop.customers (id int primary key, name text not null);
     create table shop.orders (id int primary key, customer_id int references shop.customers, note text);
     insert into shop.customers select i, 'customer ' || i from generate_series(1, 500) i;
     insert into shop.orders select i, 1 + i % 500, encode(sha512(i::text::bytea), 'hex') from generate_series(1, ${ordersInOlder}) i;`,
    'shop',
  )
  // A full disk could take no page that was not yet written, so that no checkpoint, and no DROP DATABASE, would end.
  server.psql('checkpoint')
  const store = (name: string) => ({
    name,
    type: 's3',
    bucket: name,
    region: s3.region,
    endpoint: `\${${name.toUpperCase()}_ENDPOINT}`,
    'access-key-id': `\${${name.toUpperCase()}_KEY}`,
    'secret-access-key': `\${${name.toUpperCase()}_SECRET}`,
  })
  const variables: Record<string, string> = {}
  for (const name of ['PRIMARY', 'SECOND']) {
    variables[`${name}_ENDPOINT`] = s3.endpoint
    variables[`${name}_KEY`] = s3.accessKeyId
    variables[`${name}_SECRET`] = s3.secretAccessKey
  }
  const workspace = opened.use(
    await createWorkspace({
      url: server.url('shop'),
      bindir: server.bindir,
      root: { stores: [store('primary'), store('second')] },
      variables,
    }),
  )
  const start: Scene['start'] = (verb, words = [], own = {}) => {
    const { verifyIdentity, backupVariables, folder } = workspace
    return startCommand([verb, '--environment', 'e2e', '--json', ...words], folder, {
      ...backupVariables,
      ...(verb === 'restore' && { LIFEBOAT_IDENTITY: verifyIdentity }),
      ...own,
    })
  }
  const run: Scene['run'] = (...all) => start(...all).ended
  const ids: string[] = []
  for (const label of ['older', 'newest']) {
    const { code, report, said } = await run('backup', ['--label', label])
    if (code !== 0) throw new Error(said)
    ids.push(report.backupId ?? '')
    server.psql('insert into shop.orders select max(id) + 1, 1, null from shop.orders', 'shop')
  }
  const resources = opened.move()
  return {
    server,
    s3,
    workspace,
    ids: [ids[0] ?? '', ids[1] ?? ''],
    run,
    start,
    inUse: () =>
      server.psql(
        'select count(*), md5(string_agg(o::text, chr(10) order by id)) from shop.orders o',
        'shop',
      ),
    orders: (database) => Number(server.psql('select count(*) from shop.orders', database)),
    objects: (bucket) => objectsOf(s3, bucket),
    databases: () =>
      server
        .psql("select datname from pg_database where not datistemplate and datname <> 'postgres' order by 1")
        .split('\n'),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

function startCommand(
  words: readonly string[],
  directory: string,
  variables: Record<string, string>,
): Running {
  const child = spawn(process.execPath, commandLine(words), {
    cwd: directory,
    env: { PATH: process.env['PATH'], HOME: directory, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('close', (code) => {
      try {
        const report = JSON.parse(stdout) as Report
        const { failure, notices, next } = report
        resolve({
          code,
          report,
          stderr,
          said: `${code} ${failure?.message ?? ''}\n${stderr}`,
          told: [
            failure?.message,
            failure?.hint,
            ...(failure?.subjects ?? []),
            ...notices.map(({ text }) => text),
            ...next,
          ].join('\n'),
        })
      } catch {
        reject(new Error(`ended with ${code} and no report: ${stdout}\n${stderr}`))
      }
    })
  })
  return {
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => stderr.includes(text) && resolve()
        child.stderr.on('data', look)
        child.once('close', () => reject(new Error(`it never said ${text}: ${stderr}`)))
        look()
      }),
  }
}

async function objectsOf({ client }: S3Server, Bucket: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
  for (const { Key = '' } of Contents) {
    if (/\/(leases|ledger)\//.test(Key)) continue
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
    found.set(Key, createHash('sha256').update(bytes).digest('hex'))
  }
  return found
}

/** The database that a restore beside has made. */
export const placeOf = ({ restored }: Report): string => restored?.places[0]?.database ?? ''

/** The stores that artifacts were read from. */
export const readFrom = ({ timeline }: Report): string[] =>
  timeline.find(({ name }) => name === 'download')?.stores ?? []

/** Does what must leave all that is in use, and every object of the stores, as it was. */
export async function touchingNothing(scene: Scene, work: () => Promise<Ran>): Promise<Ran> {
  const state = async () => [scene.inUse(), await scene.objects('primary'), await scene.objects('second')]
  const before = await state()
  const ran = await work()
  expect(await state()).toEqual(before)
  return ran
}

/** Removes the databases that restores have made. */
export function dropRestored(scene: Scene): void {
  for (const name of scene.databases())
    if (name !== 'shop') scene.server.psql(`drop database "${name}" with (force)`)
}
