import { spawn } from 'node:child_process'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { silentLog } from '../../../../src/ports/log.ts'
import type { DrillLaboratory, DrillServer } from '../../../../src/ports/laboratory.ts'
import { openDrillSession } from '../../../../src/sources/postgres/drill/session.ts'
import { cleanUp } from '../../../../src/wiring/clean-up.ts'
import { descendantsOf, gone } from '../../../support/ports/process-tree.ts'
import { temporaryFolder } from '../../../support/ports/real-backup.ts'
import { testDrillLaboratory } from '../../../support/postgres/drill-laboratory.ts'
import { startServer } from '../../../support/postgres/server.ts'

const major = 15
const stack = new AsyncDisposableStack()
let laboratory: DrillLaboratory
let server: DrillServer
beforeAll(async () => {
  const { path } = stack.use(await temporaryFolder())
  laboratory = stack.use(await testDrillLaboratory(major, path))
  server = await laboratory.startServer('guarded')
})
afterAll(() => stack.disposeAsync())

/** The folder that the server's data lies in, as the machine sees it. */
function dataFolder(of: DrillServer): string {
  const socket = new URL(
    of.url('x').replace('postgresql://', 'http://').replace('@/', '@host/'),
  ).searchParams.get('host')
  return join(dirname(socket ?? ''), 'data')
}

const answers = async (): Promise<boolean> => {
  await using session = await server.session('postgres')
  return (await session.query('asking', 'select 1 as one')).length === 1
}

describe('a drill harms nothing that it did not start', () => {
  test('a server without the token is not worked on', async () => {
    await using foreign = await startServer({ major })
    const address = {
      host: foreign.socketDir,
      port: foreign.port,
      user: foreign.superuser,
      password: foreign.password,
      database: 'postgres',
    }
    const signal = new AbortController().signal
    await expect(openDrillSession(address, 'a'.repeat(32), { signal })).rejects.toMatchObject({
      kind: 'refused',
    })
    expect(() => laboratory.demandOwn(foreign.url())).toThrow(/started itself/)
    expect(() => laboratory.demandOwn(server.url('any'))).not.toThrow()
  })

  test('a server whose data folder bears another marker is neither killed, nor stopped, nor damaged', async () => {
    const marker = join(dataFolder(server), 'lifeboat-drill')
    const ours = await readFile(marker, 'utf8')
    await writeFile(marker, 'somebody else\n')
    await expect(server.kill()).rejects.toMatchObject({ kind: 'refused' })
    await expect(server.stop()).rejects.toMatchObject({ kind: 'refused' })
    await expect(server.damage('base/1/1259', 0)).rejects.toMatchObject({ kind: 'refused' })
    expect(await answers()).toBe(true)
    await writeFile(marker, ours)
  })

  test('a server that lost its token is not killed', async () => {
    await using session = await server.session('postgres')
    await session.query('changing the token', "alter system set lifeboat.drill = 'another'")
    await session.query('reloading', 'select pg_reload_conf()')
    // The server reads it in its own time; a kill before that would be allowed.
    const bearsToken = async () => answers().catch(() => false)
    while (await bearsToken());
    await expect(server.kill()).rejects.toMatchObject({ kind: 'refused' })
    await session.query('putting it back', 'alter system reset lifeboat.drill')
    await session.query('reloading', 'select pg_reload_conf()')
    while (!(await bearsToken()));
  })

  test('only files inside the data folder can be damaged, and only of a server that is stopped', async () => {
    await expect(server.damage('base/1/1259', 0)).rejects.toThrow(/running/)
    await server.stop()
    await expect(server.damage('../settings.conf', 0)).rejects.toThrow(/path/)
    await expect(server.damage('/etc/hostname', 0)).rejects.toThrow(/path/)
    await expect(server.damage('base/1/none', 0)).rejects.toThrow(/damage/)
    await server.start()
    expect(await answers()).toBe(true)
  })
})

test('what a killed drill leaves is stopped and removed', async () => {
  const { path: temp } = stack.use(await temporaryFolder())
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../../../support/postgres/drill-child.ts', import.meta.url)),
      String(major),
      temp,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const line = await firstLine(child.stdout)
  const { url } = JSON.parse(line) as { url: string }
  const started = descendantsOf(child.pid ?? 0)
  expect(started.filter(({ command }) => command.includes('postgres')).length).toBeGreaterThan(1)
  const states = (await readdir(temp)).filter((name) => name.endsWith('.json'))
  expect(states).toHaveLength(3)
  const folders = await Promise.all(
    states.map(
      async (name) => (JSON.parse(await readFile(join(temp, name), 'utf8')) as { folders: string[] }).folders,
    ),
  )
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  await cleanUp(temp, silentLog)
  expect(await gone(started)).toEqual([])
  for (const folder of folders.flat()) await expect(stat(folder)).rejects.toThrow(/ENOENT/)
  expect(await readdir(temp)).toEqual([])
  expect(url).toContain('sslmode=disable')
  expect((await readdir(tmpdir())).filter((name) => folders.flat().includes(join(tmpdir(), name)))).toEqual(
    [],
  )
})

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) return line
  throw new Error('the child ended without a word')
}
