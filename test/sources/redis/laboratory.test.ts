import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { systemClock } from '../../../src/host/clock.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { startOf } from '../../../src/host/spool.ts'
import { systemRandom } from '../../../src/host/random.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { makeOwnServer } from '../../../src/sources/redis/own-server.ts'
import { startRedisLaboratory } from '../../../src/sources/redis/laboratory.ts'
import { temporaryFolder } from '../../support/ports/real-backup.ts'
import { runProgram } from '../../vault/programs.ts'

/** One key `a` in database 0, without a checksum unless one is given. */
function rdbFile(version: string, checksum = 0): Buffer {
  const tail = Buffer.alloc(8)
  tail[0] = checksum
  return Buffer.concat([Buffer.from(`REDIS${version}`), Buffer.from('fe000001610162ff', 'hex'), tail])
}

async function load(file: Buffer, rdbVersion: number, folder: string) {
  const spool = join(folder, 'spool')
  await mkdir(spool, { recursive: true })
  return startRedisLaboratory(
    {
      variables: process.env,
      spool,
      processes: createProcesses(),
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    },
    { rdbVersion, hasModules: false, highestDatabase: 0 },
    (path) => writeFile(path, file),
    new AbortController().signal,
  )
}

test('a file newer than the server is told from a damaged one, and says what to install', async () => {
  await using folder = await temporaryFolder()
  await expect(load(rdbFile('0099'), 99, folder.path)).rejects.toMatchObject({
    kind: 'missing',
    hint: expect.stringContaining('Install') as string,
  })
  await expect(load(rdbFile('0009', 1), 9, folder.path)).rejects.toMatchObject({ kind: 'integrity' })
  await using laboratory = await load(rdbFile('0009'), 9, folder.path)
  using session = await laboratory.session(new AbortController().signal)
  expect(String(await session.ask('GET', 'a'))).toBe('b')
})

test('a laboratory ends with a run that is killed outright, and the next run removes what is left', async () => {
  await using folder = await temporaryFolder()
  const spool = join(folder.path, 'spool')
  await mkdir(spool)
  const child = fileURLToPath(new URL('../../support/redis/laboratory-child.ts', import.meta.url))
  const { stdout } = await runProgram(process.execPath, [child, spool])
  expect(stdout.toString()).toBe('ready\n')
  const states = (await readdir(folder.path)).filter((name) => name.endsWith('.json'))
  expect(states).toHaveLength(1)
  const state = JSON.parse(await readFile(join(folder.path, states[0] ?? ''), 'utf8')) as {
    supervisor: number
    folders: string[]
  }
  await vi.waitFor(() => expect(startOf(state.supervisor)).toBeNull(), 10_000)
  const next = await load(rdbFile('0009'), 9, folder.path)
  await next[Symbol.asyncDispose]()
  expect(await readdir(folder.path)).toEqual(['spool'])
  expect(await readdir(spool)).toEqual([])
})

test('a laboratory whose server was killed stays with the run that lives', async () => {
  await using folder = await temporaryFolder()
  const spool = join(folder.path, 'spool')
  await mkdir(spool)
  const context = {
    variables: process.env,
    spool,
    processes: createProcesses(),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
  }
  await using server = await makeOwnServer(context, { settings: [], databases: 16, password: null })
  await server.start(new AbortController().signal)
  await server.kill()
  // What another run, or `drill clean`, does; from this process it would pass over its own.
  const cleaner = fileURLToPath(new URL('../../support/redis/cleaning-child.ts', import.meta.url))
  const { stdout } = await runProgram(process.execPath, [cleaner, folder.path])
  expect(stdout.toString()).toBe('removed 0\n')
  expect(await server.start(new AbortController().signal)).toBe(true)
})
