import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from './command-line.ts'

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a run stopped by %s ends with 130 and leaves nothing behind',
  async (signal) => {
    const directory = await mkdtemp(join(tmpdir(), 'lifeboat-stop-'))
    // A database that accepts connections and never answers.
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    try {
      await mkdir(join(directory, 'environments'))
      await mkdir(join(directory, 'temp'))
      await writeFile(
        join(directory, 'environments/dev.yml'),
        `environment: dev
sources: [{ name: main, type: postgres, url: "postgres://u@127.0.0.1:${port}/d?sslmode=disable" }]
stores: [{ name: folder, type: local, path: ./backups }]
encryption: none
`,
      )
      const child = spawn(process.execPath, commandLine(['backup', '--environment', 'dev']), {
        cwd: directory,
        env: { PATH: process.env['PATH'], HOME: directory, RUNNER_TEMP: join(directory, 'temp') },
        stdio: 'ignore',
      })
      const ended = once(child, 'close')
      await once(server, 'connection')
      child.kill(signal)
      expect(await ended).toEqual([130, null])
      expect(await readdir(join(directory, 'temp'))).toEqual([])
    } finally {
      server.close()
      await rm(directory, { recursive: true, force: true })
    }
  },
)
