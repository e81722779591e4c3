import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../src/domain/report.ts'
import { installPostgres } from '../support/postgres/install.ts'
import { startServer } from '../support/postgres/server.ts'
import { commandLine, lifeboat } from './command-line.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-every-'))
  await mkdir(join(directory, 'environments'))
  await mkdir(join(directory, 'temp'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const environmentFile = (more: string) =>
  writeFile(
    join(directory, 'environments/dev.yml'),
    `environment: dev
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores: [{ name: folder, type: local, path: ./backups }]
encryption: none
${more}`,
  )

/** `lifeboat backup --every 1s --json`, and its reports as they come. */
function start(variables: Record<string, string>) {
  const child = spawn(
    process.execPath,
    commandLine(['backup', '--environment', 'dev', '--every', '1s', '--json']),
    {
      cwd: directory,
      env: {
        PATH: process.env['PATH'],
        HOME: directory,
        RUNNER_TEMP: join(directory, 'temp'),
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    ended: once(child, 'close'),
    report: async () => JSON.parse((await lines.next()).value ?? 'null') as Report,
  }
}

test('--every reports each run in a line, goes on after a failed one, reads the file anew and pings for good ones', async () => {
  await using server = await startServer({ major: 15 })
  const pings: IncomingMessage[] = []
  const heartbeat = createServer((request, response) => {
    pings.push(request)
    response.end('ok')
  }).listen(0, '127.0.0.1')
  await once(heartbeat, 'listening')
  const { port } = heartbeat.address() as AddressInfo
  await environmentFile('stores: []')
  const running = start({
    DATABASE_URL: server.url(),
    PING: `http://127.0.0.1:${port}/ping`,
    LIFEBOAT_POSTGRES_DIRS: await installPostgres(15),
  })
  try {
    expect((await running.report()).failure?.kind).toBe('config')
    await environmentFile('heartbeat: "${PING}"')
    const reports: Report[] = []
    while (reports.filter(({ verdict }) => verdict !== 'failed').length < 2)
      reports.push(await running.report())
    const good = reports.filter(({ verdict }) => verdict !== 'failed')
    const [first, second] = good
    expect(first?.backupId).not.toBe(second?.backupId)
    running.kill('SIGTERM')
    // Between runs: the last run's own; within one: cancelled.
    const [code, signal] = (await running.ended) as [number | null, string | null]
    expect(signal).toBeNull()
    expect([0, 130]).toContain(code)
    expect(pings.length).toBeGreaterThanOrEqual(2)
    expect(await readdir(join(directory, 'temp'))).toEqual([])
  } finally {
    running.kill('SIGKILL')
    heartbeat.close()
  }
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '--every stopped by %s during a backup ends with 130 and leaves nothing behind',
  async (signal) => {
    // A database that accepts connections and never answers.
    const server = createTcpServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await environmentFile('')
    const running = start({ DATABASE_URL: `postgres://u@127.0.0.1:${port}/d?sslmode=disable` })
    try {
      await once(server, 'connection')
      running.kill(signal)
      expect(await running.ended).toEqual([130, null])
      expect(await readdir(join(directory, 'temp'))).toEqual([])
    } finally {
      running.kill('SIGKILL')
      server.close()
    }
  },
)

test.each(['0s', '15', '8d'])('--every %s is refused with what is accepted', async (span) => {
  const words = ['backup', '--environment', 'dev', '--every', span]
  const { code, stderr } = await lifeboat(words, { directory })
  expect(code).toBe(2)
  expect(stderr).toMatch(/--every is ".*"; accepted: /)
})
